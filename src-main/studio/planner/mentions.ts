/** Regions that words speak of: `@1` by its number, `@dog` by its name. */
import {
  mentionOf,
  type Failure,
  type Invocation,
  type Plan,
  type Region,
  type RegionPart,
} from '../../contract/index.ts';
import { partOfThing } from '../work/names.ts';
import type { Source } from './text.ts';

/** A named region of the picture that is open. */
export interface Mentioned {
  number: number;
  name: string;
  region: Region;
}

const MENTION = /^@[\p{L}\p{N}_-]+$/u;

/** Whether words are regions and nothing else: `@1`, `@1 and @dog`, `@1, @2 and @3`. */
export const onlyMentions = (words: readonly string[]): boolean =>
  words.some((word) => MENTION.test(word)) &&
  words.every((word, i) => MENTION.test(word) || (/^(?:and|,)$/.test(word) && i > 0 && i < words.length - 1));

const find = (word: string, regions: readonly Mentioned[]): Mentioned | undefined => {
  const said = word.slice(1).toLowerCase();
  return regions.find(({ number, name }) => said === String(number) || said === mentionOf(name));
};

/** What to say of a text that speaks of a region that there isn't; undefined: there are all. */
export function unknownMention({ tokens }: Source, regions: readonly Mentioned[]): Failure | undefined {
  const unknown = tokens.find(({ norm }) => norm.startsWith('@') && !find(norm, regions));
  if (!unknown) return undefined;
  const known = regions.map(({ number, name }) => `@${number} (${name})`).join(', ');
  return {
    code: 'not-understood',
    message: `There is no region “${unknown.norm}” on this picture.`,
    hint: known
      ? `There is ${known}. Keep another selection as a region to speak of it: “blur @${regions[0]!.number}”.`
      : 'Select something and keep it as a region; then say “blur @1”.',
  };
}

/** The plan with the regions themselves where words spoke of them. */
export const withRegions = (plan: Plan, regions: readonly Mentioned[]): Plan => ({
  steps: plan.steps.map((step) => ({ ...step, invocation: placed(step.invocation, regions) })),
});

/** Whether a description of something new speaks of a region: nobody could draw that. */
export const describesRegion = ({ steps }: Plan): boolean =>
  steps.some(({ invocation: { args } }) => 'prompt' in args && /@[\p{L}\p{N}]/u.test(args.prompt));

function placed(given: Invocation, regions: readonly Mentioned[]): Invocation {
  const invocation = filled(given, regions);
  const { target, source, ...args } = invocation.args as { target?: string; source?: Region };
  const meant = target === undefined ? undefined : (partsOf(target, regions) ?? partOf(target, regions));
  const region = meant ? { parts: meant } : invocation.region && resolved(invocation.region, regions);
  return {
    ...invocation,
    ...(region && { region }),
    args: {
      ...(target !== undefined && !meant && { target }),
      ...(source && { source: resolved(source, regions) }),
      ...args,
    },
  } as Invocation;
}

/** "The left half of @1". */
function partOf(target: string, regions: readonly Mentioned[]): RegionPart[] | undefined {
  const split = partOfThing(target);
  const parts = split && partsOf(split.whole, regions);
  return parts && [...parts, { kind: 'words', text: split.part, sign: '&' }];
}

/** "Fill @1 with @2": what is there is taken away, and filled from the other. */
function filled(invocation: Invocation, regions: readonly Mentioned[]): Invocation {
  if (invocation.command !== 'replace') return invocation;
  const { prompt, ...args } = invocation.args;
  const parts = partsOf(prompt, regions);
  return parts ? { ...invocation, command: 'remove', args: { ...args, source: { parts } } } : invocation;
}

const resolved = (region: Region, regions: readonly Mentioned[]): Region => ({
  ...region,
  parts: region.parts.flatMap((part) => {
    if (part.kind !== 'words') return [part];
    const parts = partsOf(part.text, regions);
    return parts?.map((one) => (part.sign === '-' ? ({ ...one, sign: '-' } as RegionPart) : one)) ?? [part];
  }),
});

/** The parts of all regions that a text names; undefined for a text that says anything else. */
function partsOf(text: string, regions: readonly Mentioned[]): RegionPart[] | undefined {
  const words = text.split(/(?:\s|,)+/).filter((word) => word && word.toLowerCase() !== 'and');
  const found = words.map((word) => (MENTION.test(word) ? find(word, regions) : undefined));
  return found.length && found.every((one) => one !== undefined)
    ? found.flatMap(({ region }) => region.parts)
    : undefined;
}
