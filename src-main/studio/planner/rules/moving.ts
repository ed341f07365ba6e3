/** Moving, scaling, turning, mirroring, copying a thing. */
import { grown, type Shift } from '../slots/shift.ts';
import type { Thing } from '../thing.ts';
import {
  edit,
  isPicture,
  rule,
  wholeEdit,
  type Draft,
  type Outcome,
  type Rule,
  type RuleContext,
} from './rule.ts';

interface Placement extends Shift {
  scale?: number;
  degrees?: number;
  mirror?: 'horizontal' | 'vertical';
}

/** A thing that can be taken somewhere else: not the picture, not the background. */
const isMovable = (thing: Thing | undefined, context: RuleContext): boolean =>
  thing?.kind === 'words' ||
  (thing?.kind === 'selection' || thing?.kind === 'it'
    ? context.hasSelection || context.antecedent !== undefined
    : false);

/** What was just moved is moved on: "move it left and make it bigger" is one move. */
function carriedOn(
  placement: Placement,
  thing: Thing | undefined,
  { previous }: RuleContext,
): Draft[] | undefined {
  const before = previous?.at(-1);
  if (!before || (before.command !== 'transform' && before.command !== 'duplicate')) return undefined;
  if (thing && thing.kind !== 'it') return undefined;
  const clash = Object.keys(placement).some(
    (name) => name in before.args && !(before.usual && name === 'dx'),
  );
  if (clash) return undefined;
  const shifted = 'dx' in placement || 'dy' in placement;
  const { dx, ...args } = before.args;
  const kept = before.usual && shifted ? args : { ...args, ...(dx !== undefined && { dx }) };
  return [{ ...before, args: { ...kept, ...placement }, replaces: true }];
}

export function placed(
  placement: Placement,
  thing: Thing | undefined,
  context: RuleContext,
): Draft[] | undefined {
  const on = carriedOn(placement, thing, context);
  if (on) return on;
  const { scale } = placement;
  if (scale !== undefined && (scale < 0.05 || scale > 20)) return undefined;
  return isMovable(thing ?? { kind: 'it' }, context)
    ? edit('transform', { ...placement }, thing, context)
    : undefined;
}

/** The picture itself is resized, a thing in it scaled. */
function sized(
  growth: { factor: number; said: boolean } | undefined,
  thing: Thing | undefined,
  context: RuleContext,
): Outcome | undefined {
  if (!growth) return undefined;
  const { factor, said } = growth;
  if (!carriedOn({}, thing, context) && isPicture(thing, context)) {
    const by = said ? factor : factor > 1 ? 2 : 0.5;
    return by >= 0.01 && by <= 8 ? wholeEdit('resize', { factor: by }) : undefined;
  }
  return placed({ scale: factor }, thing, context);
}

const times = (factor: number | undefined) => (factor === undefined ? undefined : { factor, said: true });

const scaling: Rule[] = [
  rule(
    ({ growth, thing }, context) => sized(growth, thing, context),
    '(make|get) {thing} [look|appear|be] {growth}',
    '(let|i want|i need) {thing} [to be|be] {growth}',
  ),
  rule(
    ({ factor, times: by, thing }, context) => sized(times(factor ?? by), thing, context),
    '(<resize>|<grow>|<reduce>) {thing} [up|down] {times}',
    '(make|get) {thing} {times} [bigger|larger|the size|as big|as large]',
  ),
  rule(
    ({ thing, ref, amount, factor }, context) =>
      sized(
        factor ? times(factor > 1 ? factor : 1 + factor) : grown(1, amount && level(amount)),
        thing ?? ref,
        context,
      ),
    '<grow> {thing} [{amount}]',
    '[{amount}] <grow> {thing}',
  ),
  rule(
    ({ thing, ref, amount }, context) => sized(grown(-1, amount && level(amount)), thing ?? ref, context),
    '<reduce> {thing} [{amount}]',
    '[{amount}] <reduce> {thing}',
  ),
  rule(
    ({ thing }, context) => sized({ factor: 0.5, said: true }, thing, context),
    '<reduce> {thing} [in size] (by|in|to) half',
    '(halve|half) [the] [size of] {thing} [in size]',
    'reduce the size of {thing} (by|in|to) half',
  ),
  rule(
    ({ thing }, context) => sized({ factor: 2, said: true }, thing, context),
    'double the size of {thing}',
    'double {thing} in size',
  ),
];

/** An amount in the words that sizes are read from. */
function level(amount: import('../lexicon/amounts.ts').Amount): string {
  if (amount.kind === 'level')
    return { hint: 'a hint', bit: 'a bit', plain: 'some', lot: 'a lot', most: 'extremely' }[amount.level];
  return amount.kind === 'share' ? `${amount.share * 100} %` : '?';
}

const turning: Rule[] = [
  rule(
    ({ turn, thing }, context) => placed({ degrees: turn! }, thing, context),
    '(<rotate>|tilt|tip|lean) {thing} {turn}',
    '(turn|put|stand) {thing} on its head',
  ),
  rule(
    ({ axis, thing }, context) => placed({ mirror: axis ?? 'horizontal' }, thing, context),
    '<flip> {thing} [{axis}]',
    '<flip> {axis} {thing}',
    '(make|let|have) {thing} (face|look|point|go) (the other way|the other direction|the opposite direction|the opposite way|in the other direction)',
    '(turn|rotate|spin) {thing} (around|round) to face the other way',
  ),
];

const going: Rule[] = [
  rule(
    ({ shift, thing }, context) => placed({ ...shift }, thing, context),
    '(<move>|put|place|make|get|take|set) {thing} [over|further|more|a bit more|go|to be] {shift}',
    '<move> [over|further|more] {shift}',
  ),
  rule(
    ({ nudge, thing }, context) => placed({ ...nudge }, thing, context),
    '<nudge> {thing} [over] {nudge}',
    '<nudge> {nudge}',
  ),
];

/** Where a copy goes when nobody says. */
const BESIDE: Shift = { dx: 0.15 };

function copied(
  shift: Shift | undefined,
  thing: Thing | undefined,
  context: RuleContext,
): Draft[] | undefined {
  if (!isMovable(thing ?? { kind: 'it' }, context)) return undefined;
  return edit('duplicate', { ...(shift ?? BESIDE) }, thing, context)?.map((draft) => ({
    ...draft,
    ...(!shift && { usual: true as const }),
  }));
}

const copying: Rule[] = [
  rule(
    ({ spot, thing }, context) => copied(spot, thing, context),
    '<copy> {thing} [and paste it|and put it|and place it|and move it|and put the copy|and move the copy|and place the copy] [{spot}]',
    '(make|create|add|put|place) [a|another] (second|copy of|duplicate of|clone of|twin of) {thing} [{spot}]',
    '<copy> [{spot}]',
  ),
];

export const moving = { scaling, turning, going, copying };
