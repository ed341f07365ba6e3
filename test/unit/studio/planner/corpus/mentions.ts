import type { PlanContext } from '../../../../../src-main/studio/planner/index.ts';
import type { RegionInput } from '../../../../../src-main/contract/index.ts';
import { pointing, type Case } from './case.ts';

const hash = (digit: number) => String(digit).repeat(64);
export const mask = (...digits: number[]) => ({
  parts: digits.map((digit) => ({ kind: 'mask' as const, hash: hash(digit), sign: '+' as const })),
});
export const not = (digit: number): RegionInput => ({ ...mask(digit), inverted: true });

/** A part of what the parts before it make. */
const ofIt = (area: string) => ({ kind: 'words' as const, text: `${area} of it`, sign: '&' as const });

/** @1 is called dog, @2 the sky, @12 red car. */
export const named: Partial<PlanContext> = {
  regions: [
    [1, 'dog'],
    [2, 'the sky'],
    [3, 'red car'],
  ].map(([number, name]) => ({
    number: number === 3 ? 12 : (number as number),
    name: name as string,
    region: { parts: [{ kind: 'mask', hash: hash(number as number), sign: '+' }] },
  })),
};
const pointed = { ...named, ...pointing };
const grey = 'black-and-white';

/** Regions that are kept by number and name. */
export const mentions: Case[] = [
  ['remove @1', [['remove', {}, mask(1)]], named],
  ['remove @1', [['remove', {}, mask(1)]], pointed],
  ['please remove @DOG', [['remove', {}, mask(1)]], named],
  ['delete the @dog', [['remove', {}, mask(1)]], named],
  ['get rid of @the-sky', [['remove', {}, mask(2)]], named],
  ['remove @red-car and @1', [['remove', {}, mask(3, 1)]], named],
  ['remove @1, @2 and @12', [['remove', {}, mask(1, 2, 3)]], named],
  ['fill @1 from @2', [['remove', { source: mask(2) }, mask(1)]], named],
  ['remove @1 and fill it from @2', [['remove', { source: mask(2) }, mask(1)]], named],
  ['remove this using @2', [['remove', { source: mask(2) }]], pointed],
  ['cut out @1', [['cut-out', {}, mask(1)]], named],
  ['crop to @1', [['crop', {}, mask(1)]], named],
  ['blur @1 and sharpen @2', [['blur', {}, mask(1)], ['sharpen', {}, mask(2)]], named], // prettier-ignore
  ['pixelate @1, @2', [['pixelate', {}, mask(1, 2)]], named],
  ['make everything except @2 black and white', [[grey, {}, not(2)]], named],
  ['make everything but @dog black and white', [[grey, {}, not(1)]], named],
  ['black and white except for @1', [[grey, {}, not(1)]], named],
  ['make it black and white but not @1', [[grey, {}, not(1)]], named],
  ['make @1 red', [['recolour', { colour: '#ff0000' }, mask(1)]], named],
  ['make @1 darker', [['adjust', { exposure: -0.5 }, mask(1)]], named],
  ['duplicate @1', [['duplicate', {}, mask(1)]], named],
  ['move @1 to the left by 20 %', [['transform', { dx: -0.2 }, mask(1)]], named],
  ['make @1 twice as big', [['transform', { scale: 2 }, mask(1)]], named],
  ['blur the background of @1', [['blur-background', {}, mask(1)]], named],
  ['fill @1 with @2', [['remove', { source: mask(2) }, mask(1)]], named],
  ['heal @dog with @2', [['remove', { source: mask(2) }, mask(1)]], named],
  ['keep only @1', [['cut-out', {}, mask(1)]], named],
  ['blur @1, and make everything else black and white', [['blur', {}, mask(1)], [grey, {}, not(1)]], named], // prettier-ignore
  ['put a hat on @1', 'refused', named],
  ['select @2', [['image-segmentation/segment', {}, mask(2)]], named],
  ['blur everything except @1', [['blur-background', {}, mask(1)]], named],
  ['blur the left half of @1', [['blur', {}, { parts: [...mask(1).parts, ofIt('left half')] }]], named],
  ['darken the top third of @2', [['adjust', { exposure: -0.5 }, { parts: [...mask(2).parts, ofIt('top third')] }]], named], // prettier-ignore
  [
    'brighten the left half of this',
    [['adjust', { exposure: 0.5 }, { parts: [ofIt('left half')] }]],
    pointing,
  ],
  ['brighten the left half of it', [['adjust', { target: 'left half', exposure: 0.5 }]]],
  ['select the dog and blur the right half of it', [['blur', { target: 'right half of dog' }]]],
  ['remove @3', 'refused', named],
  ['remove @cat', 'refused', named],
  ['swap @1 and @2', 'refused', named],
  ['remove @1 and @7', 'refused', named],
];
