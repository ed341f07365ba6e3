/** What a plan found by a name that may mean something else, for the person to choose from. */
import { isDeepStrictEqual } from 'node:util';
import type { Choice, CommandName, Doubt, Plan } from '../../contract/index.ts';
import type { StepRegion } from '../work/carry.ts';
import type { Found } from '../work/picture.ts';

/** Commands that take away what they were wrong about: they wait until it was looked at. */
const waiting: ReadonlySet<CommandName> = new Set([
  'remove',
  'cut-out',
  'replace-background',
  'crop',
  'transform',
  'duplicate',
]);

/** @param regions of the plan's steps @returns `null` where every one is sure */
export function doubtOf(plan: Plan, regions: readonly StepRegion[]): Doubt | null {
  const first = regions.find((found) => found?.doubt && found.hash);
  if (!first) return null;
  const [part] = first.region.parts;
  const steps = [...regions.keys()].filter((i) => isDeepStrictEqual(regions[i]?.region, first.region));
  return {
    steps,
    words: part?.kind === 'words' ? part.text : '',
    held: steps.some((i) => waiting.has(plan.steps[i]!.invocation.command)),
    choices: choicesOf([first, ...first.doubt!.others]),
  };
}

export const choicesOf = (found: readonly Found[]): Choice[] =>
  found.flatMap(({ hash, bounds, area }) => (hash ? [{ mask: hash, bounds, area }] : []));
