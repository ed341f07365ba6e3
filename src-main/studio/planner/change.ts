/** What something can be made: "warmer and a bit brighter", "black and white", "much sharper". */
import { levels, readAmount, strengthOf, toNumber, type Amount } from './lexicon/amounts.ts';
import { readColour } from './lexicon/colours.ts';
import * as tones from './lexicon/tones.ts';
import { lists } from './lexicon/verbs.ts';

export type Change =
  | { kind: 'tone'; tone: tones.Tone; value: number }
  | {
      kind: 'effect';
      command: 'black-and-white' | 'blur' | 'pixelate' | 'sharpen' | 'denoise';
      amount?: number;
    }
  | { kind: 'colour'; colour: string }
  | { kind: 'square' }
  | { kind: 'turn'; degrees: number }
  | { kind: 'size'; factor: number };

const effects: Readonly<Record<string, Extract<Change, { kind: 'effect' }>['command']>> = {
  ...Object.fromEntries(
    'blurry,blurrier,blurred,out of focus,more blurry,more blurred,less sharp,softer'
      .split(',')
      .map((w) => [w, 'blur'] as const),
  ),
  ...Object.fromEntries(
    'sharp,sharper,crisp,crisper,more sharp,less blurry,more crisp,in focus,clearer'
      .split(',')
      .map((w) => [w, 'sharpen'] as const),
  ),
  ...Object.fromEntries(
    'less noisy,less grainy,cleaner,smoother'.split(',').map((w) => [w, 'denoise'] as const),
  ),
  ...Object.fromEntries(
    'pixelated,pixellated,censored,unrecognisable,unrecognizable'
      .split(',')
      .map((w) => [w, 'pixelate'] as const),
  ),
};

const sizes: Readonly<Record<string, number>> = {
  'twice as big': 2,
  'twice as large': 2,
  'twice the size': 2,
  'double the size': 2,
  'double size': 2,
  'half the size': 0.5,
  'half size': 0.5,
  'half as big': 0.5,
  'half as large': 0.5,
  'a quarter of the size': 0.25,
  'three times as big': 3,
  'four times as big': 4,
};

/** Words that may stand before a change and say how much. */
const before = Object.values(levels)
  .flat()
  .filter((phrase) => !['more', 'some', 'some more', 'lots'].includes(phrase))
  .sort((a, b) => b.length - a.length);
const after = Object.values(levels)
  .flat()
  .sort((a, b) => b.length - a.length);

const colourless: ReadonlySet<string> = new Set([
  ...lists.grayscale,
  'colourless',
  'colorless',
  'sepia-free',
]);

/** All of them, or nothing: a list with one unknown word is not understood. */
export function readChanges(text: string): Change[] | undefined {
  // One word for it, so that its own "and" doesn't part it.
  const joined = lists.grayscale.reduce((t, phrase) => t.replaceAll(phrase, 'grayscale'), text);
  const pieces = joined.split(/\s*(?:, and|,|\band also\b|\band\b|\bbut\b)\s*/).filter(Boolean);
  if (pieces.length === 0 || pieces.length > 8) return undefined;
  const changes = pieces.map(readChange);
  return changes.every((change) => change !== undefined) ? changes : undefined;
}

export function readChange(text: string): Change | undefined {
  if (colourless.has(text)) return { kind: 'effect', command: 'black-and-white' };
  if (/^(?:a )?squared?$/.test(text)) return { kind: 'square' };
  if (/^upside[ -]down$/.test(text)) return { kind: 'turn', degrees: 180 };
  if (Object.hasOwn(sizes, text)) return { kind: 'size', factor: sizes[text]! };
  const colour = readColour(text);
  if (colour) return { kind: 'colour', colour };
  const factor = readFactorTone(text);
  if (factor) return factor;
  const { word, amount } = split(text);
  const push = tones.comparatives.get(word) ?? readQuality(word) ?? tones.adjectives.get(word);
  if (push) {
    const value = tones.pushed(push, amount);
    return value === undefined ? undefined : { kind: 'tone', tone: push[0], value };
  }
  if (!Object.hasOwn(effects, word)) return undefined;
  const strength = strengthOf(amount);
  return strength === undefined || strength > 1 || strength < 0
    ? undefined
    : { kind: 'effect', command: effects[word]!, amount: strength };
}

/** "Twice as bright", "half as saturated". */
function readFactorTone(text: string): Change | undefined {
  const [, times, word] = /^(twice|half|(?:.+) times) as (.+)$/.exec(text) ?? [];
  const push = word === undefined ? undefined : tones.adjectives.get(word);
  if (!push || !times) return undefined;
  const factor = times === 'twice' ? 2 : times === 'half' ? 0.5 : toNumber(times.replace(/ times$/, ''));
  const value = factor && tones.pushed(push, { kind: 'factor', factor });
  return value ? { kind: 'tone', tone: push[0], value } : undefined;
}

/** "More contrast", "less saturation". */
function readQuality(text: string): tones.Push | undefined {
  const [, way, word] = /^(more|less) (.+)$/.exec(text) ?? [];
  const push = word === undefined ? undefined : tones.qualities.get(word);
  return push && [push[0], way === 'more' ? push[1] : (-push[1] as 1 | -1)];
}

/** Takes an amount off either end: "a bit brighter", "brighter by 20 %", "20 % brighter". */
function split(text: string): { word: string; amount: Amount | undefined } {
  const leading = before.find((phrase) => text.startsWith(`${phrase} `));
  if (leading) return { word: text.slice(leading.length + 1), amount: readAmount(leading) };
  const trailing = after.find((phrase) => text.endsWith(` ${phrase}`));
  if (trailing) return { word: text.slice(0, -trailing.length - 1), amount: readAmount(trailing) };
  const [, number, rest] = /^(.+? (?:%|percent|per cent|stops?)) (.+)$/.exec(text) ?? [];
  if (number && rest) return { word: rest, amount: readAmount(number) };
  const [, word, by] = /^(.+?) (by .+|[+-] .+)$/.exec(text) ?? [];
  const amount = by === undefined ? undefined : readAmount(by);
  return amount ? { word: word!, amount } : { word: text, amount: undefined };
}
