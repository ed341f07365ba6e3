/** Puts what was pointed at into a plan that says "this". */
import { isDeepStrictEqual } from 'node:util';
import {
  StudioError,
  type Hash,
  type Invocation,
  type Plan,
  type Region,
  type RegionPart,
  type Selection,
} from '../../contract/index.ts';
import { COPY, namedParts } from './names.ts';

/** Commands that always mean the whole picture. */
const wholePicture = new Set(['rotate', 'flip', 'resize', 'upscale', 'straighten', 'extend', 'restyle']);

/** What a step calls the thing that it is about, if that can't be found by its words. */
function calledIn({ module, command, args, region }: Invocation): string | undefined {
  if (module !== 'image-editing' || region || wholePicture.has(command)) return undefined;
  const { target } = args as { target?: string };
  return target !== undefined && !target.startsWith('@') && !namedParts(target)
    ? target.toLowerCase()
    : undefined;
}

/** @param called what may be a name for what is selected: "the man", where the one thing pointed at is a man */
function fillRegion(invocation: Invocation, selected: Region, called?: string): Region | undefined {
  const { region } = invocation;
  // "everything else": the planner writes an inverted region without parts.
  if (region?.inverted && !region.parts.length) return { ...selected, inverted: !selected.inverted };
  // "The left half of this"
  if (region?.parts.length && region.parts.every(isPartOfIt)) {
    if (selected.inverted)
      throw new StudioError(
        'wrong-use',
        'A part of everything but what was pointed at can’t be meant by words.',
        'Select that part itself, then say “this”.',
      );
    return { ...selected, parts: [...selected.parts, ...region.parts] };
  }
  if (region) return region;
  const aimed = invocation.module === 'image-editing' || invocation.module.endsWith('segmentation');
  if (!aimed || wholePicture.has(invocation.command)) return undefined;
  const { target } = invocation.args as { target?: string };
  return !target || (called !== undefined && calledIn(invocation) === called) ? selected : undefined;
}

const isText = (text: string | undefined): text is string => text !== undefined;
const isPartOfIt = (part: RegionPart): boolean => part.kind === 'words' && part.sign === '&';

/** What may still mean the selection after it was used up by a command; after a crop it lies elsewhere. */
const stillMeant: Readonly<Record<string, readonly string[]>> = {
  remove: ['add', 'replace'],
  'cut-out': ['add', 'replace', 'crop'],
  crop: [],
};

/**
 * The plan with the selection in every step that means it and says nothing else, or calls the one thing that it is
 * about by a name that can't be looked up: whoever points at a man and says “remove the man” means him. Once a step has taken out, cut out
 * or cropped to what is selected, the steps after it that say nothing mean the whole picture.
 */
export function fillPlan(plan: Plan, selection: Pick<Selection, 'region'> | null): Plan {
  if (!selection) return plan;
  const names = new Set(plan.steps.map(({ invocation }) => calledIn(invocation)).filter(isText));
  // That is what the plan itself makes.
  if (plan.steps.some(({ invocation }) => invocation.command === 'duplicate')) names.delete(COPY);
  // What is pointed at is one thing: of two that are named, it can't be told which.
  const called = names.size === 1 ? [...names][0] : undefined;
  /** By step, the command that used the selection up before its result. */
  const used: (string | undefined)[] = [];
  const steps = plan.steps.map((step) => {
    const { invocation, input } = step;
    const before = input.from === 'step' ? used[input.step] : undefined;
    const meant =
      before === undefined || invocation.region || stillMeant[before]!.includes(invocation.command);
    const region = meant ? fillRegion(invocation, selection.region, called) : undefined;
    used.push(usesUp(invocation, region, selection.region) ? invocation.command : before);
    return region ? { ...step, invocation: { ...invocation, region } as Invocation } : step;
  });
  return { steps };
}

/** After any crop a region lies elsewhere. */
const usesUp = ({ module, command }: Invocation, region: Region | undefined, selected: Region): boolean =>
  module === 'image-editing' &&
  (command === 'crop' ||
    ((command === 'remove' || command === 'cut-out') && isDeepStrictEqual(region, selected)));

/** The plan with this photo in every step that takes one and has nothing in its place. */
export const fillPhoto = (plan: Plan, photo: Hash): Plan => ({
  steps: plan.steps.map((step) => {
    const { invocation } = step;
    if (invocation.command !== 'replace-background') return step;
    const { colour, photo: own } = invocation.args;
    if (colour !== undefined || own !== undefined) return step;
    return { ...step, invocation: { ...invocation, args: { ...invocation.args, photo } } };
  }),
});

/** The plan with this place to copy from in every removal that names none. @throws StudioError `wrong-use` */
export function sourcePlan(plan: Plan, source: Region): Plan {
  const removes = (invocation: Invocation) => invocation.command === 'remove' && !invocation.args.source;
  if (!plan.steps.some(({ invocation }) => removes(invocation)))
    throw new StudioError(
      'wrong-use',
      'A place to fill from is given, but nothing is removed.',
      'Say “remove this”, or leave --from-… out.',
    );
  return {
    steps: plan.steps.map((step) => {
      const { invocation } = step;
      if (!removes(invocation)) return step;
      return { ...step, invocation: { ...invocation, args: { ...invocation.args, source } } as Invocation };
    }),
  };
}

/** The plan with this seed in every command that makes random choices and has none of its own. */
export function seedPlan(plan: Plan, seed: number): Plan {
  const seeded = new Set([
    'remove',
    'extend',
    'transform',
    'duplicate',
    'replace',
    'add',
    'restyle',
    'generate',
    'animate',
  ]);
  return {
    steps: plan.steps.map((step) => {
      const { invocation } = step;
      if (!seeded.has(invocation.command) || 'seed' in invocation.args) return step;
      return { ...step, invocation: { ...invocation, args: { ...invocation.args, seed } } as Invocation };
    }),
  };
}
