/** Moving, scaling, turning, mirroring, copying a thing. */
import { qualities } from '../lexicon/tones.ts';
import { onlyMentions } from '../mentions.ts';
import { grown, type Growth } from '../slots/growth.ts';
import { steps, type Shift } from '../slots/shift.ts';
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

/** No things: distances that couldn't be read, and ways that were misspelt. */
const measured =
  /\d$|\bto the (?:left|right)\b|\b(?:pixels?|px|%|percent|degrees?|grad|times|horiz\w*|vert[ia]\w*|clockw\w*|ups[ia]\w*)$|%$/i;

/** A thing that can be taken somewhere else: not the picture, not the background. */
const isMovable = (thing: Thing | undefined, context: RuleContext): boolean =>
  (thing?.kind === 'words' &&
    (onlyMentions(thing.text.split(' ')) || !measured.test(thing.text)) &&
    !qualities.has(thing.text.toLowerCase()) &&
    !/^one (?:the|of)\b/i.test(thing.text) &&
    !/^(?:shadows|highlights|midtones|blacks|whites)\b/i.test(thing.text) &&
    !/^(?:another |second |new )?(?:copy|duplicate|clone) of |^(?:another|second|new) one$/i.test(
      thing.text,
    )) ||
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
  const copy = thing?.kind === 'words' && /^(?:copy|duplicate|clone|new one|second one)$/.test(thing.text);
  if (thing && thing.kind !== 'it' && !(copy && before.command === 'duplicate')) return undefined;
  if (Object.keys(placement).some((name) => name in before.args)) return undefined;
  return [{ ...before, args: { ...before.args, ...placement }, replaces: true }];
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
  growth: Growth | undefined,
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

const exactly = (factor: number | undefined): Growth | undefined =>
  factor === undefined ? undefined : { factor, said: true };

const scaling: Rule[] = [
  rule(
    ({ growth, more, less, thing, ref }, context) => sized(growth ?? more ?? less, thing ?? ref, context),
    '(make|get) {thing} [look|appear|be] {growth}',
    "(let|i want|i need|i would like|i'd like) [that] {thing} [to be|be|is|was|were|are] {growth}",
    '{thing} (should|must|could|has to|needs to|have to|need to|ought to|gotta) be {growth}',
    '<grow> {thing} {more}',
    '{more} <grow> {thing}',
    '<reduce> {thing} [in size] {less}',
    '{less} <reduce> {thing}',
  ),
  rule(
    ({ growth }, context) => (growth!.said ? sized(growth, { kind: 'it' }, context) : undefined),
    '{growth}',
  ),
  rule(
    ({ growth, thing }, context) => (thing?.kind === 'words' ? sized(growth, thing, context) : undefined),
    '[make it|give me|i want|i need] (a|an|the) {growth} {thing}',
  ),
  rule(({ thing }, context) => sized(grown(1, undefined), thing, context), '<grow> {thing}'),
  rule(({ thing }, context) => sized(grown(-1, undefined), thing, context), '<reduce> {thing}'),
  rule(
    ({ factor, times, thing }, context) => sized(exactly(factor ?? times), thing, context),
    '<resize> {thing} [up|down] {factor}',
    '(blow|scale|size) {thing} (up|down) [to|by] {factor}',
    '(make|get) {thing} {times} [bigger|larger|the size|as big|as large]',
  ),
  rule(
    ({ thing }, context) => sized(exactly(0.5), thing, context),
    'halve [the] [size of] {thing} [in size]',
    'half the size of {thing}',
  ),
  rule(
    ({ thing }, context) => sized(exactly(2), thing, context),
    'double the size of {thing}',
    'double {thing} in size',
  ),
];

const turning: Rule[] = [
  rule(
    ({ turn, thing }, context) => placed({ degrees: turn! }, thing, context),
    '(<rotate>|tilt|tip|lean|give) {thing} {turn}',
  ),
  rule(
    ({ thing }, context) => placed({ degrees: 180 }, thing, context),
    '(turn|put|stand|set) {thing} on its head',
  ),
  rule(
    ({ axis, thing }, context) => placed({ mirror: axis ?? 'horizontal' }, thing, context),
    '<flip> {thing} [{axis}]',
    '<flip> {axis} {thing}',
    '(make|let|have) {thing} (face|look|point|go) (the other way|the other direction|the opposite direction|the opposite way|in the other direction)',
    '(turn|rotate|spin) {thing} (around|round) to face the other way',
    '(turn|rotate|spin|flip|mirror) {thing} [around|round] (so|so that|until) (it|he|she|they) (faces|face|looks|look|points|point|is facing|are facing) [to|in] (the other way|the other direction|the opposite direction|the opposite way)',
  ),
];

/** "Lower the lamp", "raise it by 10 %". */
const height = (way: 1 | -1): Rule['make'] =>
  function raise({ amount, thing }, context) {
    const by =
      amount === undefined
        ? steps.plain
        : amount.kind === 'level'
          ? steps[amount.level]
          : amount.kind === 'share'
            ? amount.share
            : undefined;
    return by === undefined || by > 1 ? undefined : placed({ dy: way * by }, thing, context);
  };

const going: Rule[] = [
  rule(height(1), '[{amount}] (lower|sink) {thing} [{amount}]'),
  rule(height(-1), '[{amount}] (raise|lift|elevate) {thing} [up] [{amount}]'),
  rule(
    ({ shift, thing }, context) => placed({ ...shift }, thing, context),
    '(<move>|put|place|make|get|take|set) {thing} [over|further|more|a bit more|go|to be] {shift}',
    '<move> [over|further|more] {shift}',
    '<move> [over] {shift} {thing}',
  ),
  rule(
    ({ nudge, thing }, context) => placed({ ...nudge }, thing, context),
    '<nudge> {thing} [over] {nudge}',
    '<nudge> {nudge}',
  ),
];

function copied(
  shift: Shift | undefined,
  thing: Thing | undefined,
  context: RuleContext,
  how: Pick<Placement, 'scale' | 'mirror'> = {},
): Draft[] | undefined {
  if (!isMovable(thing ?? { kind: 'it' }, context)) return undefined;
  // Where nobody says where, the engine lays the copy beside the thing: it knows how large that is.
  return edit('duplicate', { ...shift, ...how }, thing, context);
}

const copying: Rule[] = [
  // "Copy the boat, put it on the left"
  rule(
    ({ spot, ref }, context) =>
      context.previous?.at(-1)?.command === 'duplicate' ? carriedOn({ ...spot }, ref, context) : undefined,
    '(put|place|move|set|shift) {ref} {spot}',
    '(put|place|move|set|shift) the (copy|duplicate|clone|second one|new one) {spot}',
  ),
  rule(
    ({ spot, growth, thing }, context) => copied(spot, thing, context, { scale: growth!.factor }),
    '<copy> {thing} [,|but|as] {growth} [,] [{spot}]',
    '<copy> {thing} {spot} [,|but] {growth}',
  ),
  rule(
    ({ spot, growth, thing }, context) => copied(spot, thing, context, growth && { scale: growth.factor }),
    '[i want|i need|give me|make|add|put|and] (a|another|one more) (copy|duplicate|clone) of {thing} [,] {spot} [,] [but|and] [{growth}]',
  ),
  rule(
    ({ spot, axis, thing }, context) => copied(spot, thing, context, { mirror: axis ?? 'horizontal' }),
    '<copy> {thing} [,|but|and] (flipped|mirrored|mirror-inverted|reversed) [{axis}] [,] [{spot}]',
    '<copy> {thing} {spot} [,|but|and] (flipped|mirrored|mirror-inverted|reversed) [{axis}]',
    '(make|create|add|put|place) [a|another] (flipped|mirrored|reversed) (copy of|duplicate of|clone of|twin of) {thing} [{spot}]',
  ),
  rule(
    ({ spot, thing }, context) => copied(spot, thing, context),
    '<copy> {thing} [over|across] [and paste it|and put it|and place it|and move it|and put the copy|and move the copy|and place the copy] [{spot}]',
    '(add|put|make|give me|place|i want|i need) (a second one|another one|a second|another) [of (it|this|these|them)] {spot}',
    '[add|put|make|give me|place|i want|i need] (another one of|another of|one more of|another|a second one of) {ref} [{spot}]',
    '(make|create|add|put|place) [a|another] (second|copy of|duplicate of|clone of|twin of) {thing} [{spot}]',
    '<copy> [{spot}]',
  ),
];

export const moving = { scaling, turning, going, copying };
