/** "The same for the sky": what was done before, at another place. */
import { imageEdits } from '../../../contract/index.ts';
import type { Thing } from '../thing.ts';
import { edit, rule, type Outcome, type Rule, type RuleContext } from './rule.ts';

/** Taking these to the picture as a whole would spoil it. */
const onThings: ReadonlySet<string> = new Set([
  'remove',
  'cut-out',
  'crop',
  'replace-background',
  'replace',
  'recolour',
  'pixelate',
  'transform',
  'duplicate',
]);

interface Done {
  module: string;
  command: string;
  args: Record<string, unknown>;
}

function again(thing: Thing | undefined, context: RuleContext): Outcome | undefined {
  const before: readonly Done[] =
    context.previous ?? context.lastPlan?.steps.map((step) => step.invocation) ?? [];
  const drafts = before.map((done) => at(done, thing, context));
  return before.length && drafts.every((made) => made !== undefined) ? drafts.flat() : undefined;
}

function at({ module, command, args }: Done, thing: Thing | undefined, context: RuleContext) {
  const shape = Object.hasOwn(imageEdits, command)
    ? imageEdits[command as keyof typeof imageEdits].shape
    : {};
  const aimed = module === 'image-editing' && 'target' in shape;
  if (!aimed || (onThings.has(command) && thing?.kind !== 'words' && thing?.kind !== 'selection'))
    return undefined;
  const others = Object.entries(args).filter(([name]) => name !== 'target' && name !== 'seed');
  return edit(command, Object.fromEntries(others), thing, context);
}

/** "The fence too", "also for the fence". */
export const alike: Rule[] = [
  rule(
    ({ thing }, context) =>
      context.also &&
      ((thing?.kind === 'words' && !/ ones?$/i.test(thing.text)) ||
        thing?.kind === 'selection' ||
        thing?.kind === 'rest')
        ? again(thing, context)
        : undefined,
    '[do|for|on|with|to|in] {thing}',
  ),
];

/** "More contrast in the clouds, less in the foreground" */
function contrary(way: 1 | -1, thing: Thing | undefined, context: RuleContext): Outcome | undefined {
  const before = context.previous?.at(-1);
  if (before?.command !== 'adjust') return undefined;
  const doses = Object.entries(before.args).filter(([name]) => name !== 'target') as [string, number][];
  return edit(
    'adjust',
    Object.fromEntries(doses.map(([name, dose]) => [name, way * Math.abs(dose)])),
    thing,
    context,
  );
}

export const repeating: Rule[] = [
  rule(({ thing }, context) => contrary(1, thing, context), 'more [of it|so] (in|on|for|at) {thing}'),
  rule(({ thing }, context) => contrary(-1, thing, context), 'less [of it|so] (in|on|for|at) {thing}'),
  rule(
    ({ thing }, context) => again(thing, context),
    '[do|apply|use|make|repeat] [exactly|just] [the|that|this|it] (same|same thing|same edit|same change|same effect|same treatment) [but|just|only|again] (for|to|with|on|in) {thing}',
    '(do|apply|repeat) (that|this|it) (to|for|with|on) {thing}',
    '(do|apply|repeat) (the same|the same thing|same) {thing}',
    'same {thing}',
    '(again|once more|repeat|repeat it|repeat that|do it again|do that again) [,] [but|only|just|now|this time] (for|to|with|on|in) {thing}',
    'likewise {thing}',
    '(likewise|ditto) (for|with|on) {thing}',
  ),
];
