/** Enhancing, looks and styles, vignettes, curves. */
import { dosed, sCurve, turnDial } from '../dial.ts';
import type { Slots } from '../slots.ts';
import { complaint, edit, isPicture, rule, type Outcome, type Rule, type RuleContext } from './rule.ts';

/** An edit that has been read, at a place. */
const applied = (
  made: { command: string; args: Record<string, unknown> } | undefined,
  slots: Slots,
  context: RuleContext,
): Outcome | undefined => made && edit(made.command, made.args, slots.thing ?? slots.ref, context);

const CORNERS =
  '[the|all|all the|its|these] [dark|outer|four|bright] (corners|edges|borders|margins|outer edges|sides) [of {ref}]';

const vignettes: Rule[] = [
  rule(
    (slots, context) => applied(turnDial(['vignette', 1], slots.amount), slots, context),
    `[{amount}] (darken|dim|shade|burn|burn in|fade|vignette) ${CORNERS} [to black|a bit darker] [{amount}]`,
    `(make|turn|get) ${CORNERS} [{amount}] (darker|dark|dimmer|black)`,
    'vignette [{amount}]',
    '(add|put|draw|make|create|apply) [a|some] [dark] vignette (around|on|over|centred on|to) {thing} [{amount}]',
    'vignette (around|on|over) {thing} [{amount}]',
    'vignette {thing} [{amount}]',
  ),
  // As photographers count: below 0 is darker.
  rule(
    ({ number, thing }, context) =>
      number! > 1 && number! <= 100 ? edit('vignette', { amount: number! / 100 }, thing, context) : undefined,
    'vignette [amount] [to|:|=|at] - {number} [(on|around) {thing}]',
  ),
  rule(
    (slots, context) => applied(turnDial(['vignette', -1], slots.amount), slots, context),
    `[{amount}] (lighten|brighten|whiten|light up|illuminate) ${CORNERS} [{amount}]`,
    `fade ${CORNERS} to white`,
    `(make|turn|get) ${CORNERS} [{amount}] (lighter|brighter|white|light)`,
  ),
];

const effects: Rule[] = [
  ...vignettes,
  rule(
    (slots, context) => applied(slots.effect ?? slots.filter, slots, context),
    '{effect}',
    '(like|as|make it like) {effect}',
    '(make|create|get|do|give me) {effect} (of|from|out of) {thing}',
    '<apply> {filter}',
    '(<apply>|make|do) {filter} (to|on|in|for|over|onto|around) {thing}',
    '{effect} (to|on|in|for|over|around|of|from) {thing}',
    'give [to] {thing} {effect}',
    '(see|show|show me|imagine|try|have|get) {thing} (as|in|like|with) {effect}',
    '(turn|make|convert|change|transform|render|paint|draw|redo|style|stylise|stylize|process|redraw|get) {thing} [look] [like|a bit like|kind of like|into|to|as|in|as if it were|look like|in the style of|as if it was] {effect}',
    '(make|let) {thing} (look|appear|seem) [like|as] {effect}',
    '{ref} (in|as|with|like) {effect}',
    '(stylise|stylize|redo|render|style) (as|like|to|into|in) {effect}',
    '(i want|i need|want) {thing} (as|like|in|to be|to look like) {effect}',
  ),
  // "Everything but this in sepia"
  rule(
    (slots, context) =>
      slots.rest ? applied(slots.effect, { ...slots, thing: slots.rest }, context) : undefined,
    '{rest} (in|as|like) [a|an] {effect}',
  ),
  rule(
    (slots, context) => applied(dosed('stylise', slots.amount, { style: 'comic' }), slots, context),
    '<comic> {thing} [{amount}]',
  ),
  rule(
    (slots, context) =>
      applied(dosed('film-look', { kind: 'level', level: 'most' }, { look: 'cross' }), slots, context),
    'cross (process|develop) {thing}',
    'cross-process {thing}',
  ),
  rule(
    (slots, context) => applied(dosed('stylise', slots.amount, { style: 'smooth' }), slots, context),
    '[{amount}] <smooth> {thing} [{amount}] [but|and|while] [keep|keeping|preserve|preserving] [the edges|edges|the edges sharp|edges sharp|the outlines]',
  ),
  rule(
    (slots, context) =>
      slots.thing?.kind === 'words' && /\b(?:skin|face|complexion|wrinkles)$/i.test(slots.thing.text)
        ? applied(dosed('stylise', slots.amount, { style: 'smooth' }), slots, context)
        : undefined,
    '[{amount}] soften {thing} [{amount}]',
  ),
  rule(
    (slots, context) => applied(turnDial(['clarity', -1], slots.amount), slots, context),
    '[{amount}] soften {thing} [{amount}]',
  ),
];

const ONE =
  '(colours|colour|white balance|colour balance|exposure|lighting|light|levels|tones|tone|photo|picture|image|colours and light|light and colours|tonality)';
const WHATEVER = `${ONE} [(and|,) [the] ${ONE}]`;
const THE = '[the|my|this|all the|its|all]';

const enhancing: Rule[] = [
  rule(
    (slots, context) => applied(dosed('enhance', slots.amount), slots, context),
    'auto [please|it|enhance|mode]',
    `[auto|automatically] (fix|correct|adjust|balance|repair|sort out|optimise|improve|set|auto|auto-correct|auto-fix|autocorrect) ${THE} ${WHATEVER} [automatically] [(of|in|on) {thing}] [{amount}]`,
    '<enhance> [{amount}] [automatically]',
    '[{amount}] <enhance> {thing} [{amount}] [automatically]',
    '(make|get) {ref} [look] [{amount}] (better|nicer|good|great|prettier|beautiful|pretty|professional|amazing|more beautiful|nice|as good as possible|the best)',
    '(fix|remove|correct|neutralise|neutralize|get rid of|take out|kill) [the|this|that|any] [ugly] [yellow|blue|green|red|orange|magenta|pink|colour] (cast|tint|colour cast) [(from|in|on|of) {thing}]',
    'retouch {ref}',
    '(spruce|jazz|freshen|liven|smarten|pep|perk|tart|pimp|touch|polish|tidy) {ref} up [{amount}]',
    '(do|work) your (magic|thing) [on {ref}]',
  ),
  rule(
    (slots, context) => complaint(applied(dosed('enhance', undefined), slots, context)),
    '[the|its|my|all the] (white balance|white-balance|colours|colour balance|colour|exposure|lighting|light|tones|contrast|tint) (is|are|looks|look|seems|seem) [all|a bit|really|so|completely|totally|way|just|slightly|very] (off|wrong|bad|weird|strange|not right|poor|terrible|awful|messed up|horrible) [(in|on) {thing}]',
  ),
];

const curves: Rule[] = [
  rule(
    ({ ref }, context) =>
      isPicture(ref, context)
        ? edit(
            'curves',
            {
              points: [
                [0, 1],
                [1, 0],
              ],
              channel: 'all',
            },
            ref,
            context,
          )
        : undefined,
    'invert {ref}',
  ),
  ...(['red', 'green', 'blue'] as const).map((channel) =>
    rule(
      ({ points, thing }, context) => edit('curves', { points: points!, channel }, thing, context),
      `[the|a] ${channel} (curve|channel) (through|with|of|to) {points} [(in|on|of) {thing}]`,
      `curve the ${channel} channel [of {thing}] through {points}`,
    ),
  ),
  rule(
    ({ points, thing }, context) => edit('curves', { points: points!, channel: 'all' }, thing, context),
    '[apply|use|a|the|set] [a|the] [tone] (curve|curves) (through|with|of|to|via|:) [the] [points] {points} [(to|in|on|of) {thing}]',
    '(curve|curves) {thing} (through|with) {points}',
  ),
  rule(
    ({ amount, thing }, context) => applied(sCurve(amount), { ...(thing && { thing }) }, context),
    '[add|more] contrast (with|by) [a|an] (s-curve|s curve|curve) [(to|on|in) {thing}] [{amount}]',
    '(apply|use|add|do|put) [a|an|the] (s-curve|s curve|contrast curve) [(to|on|in) {thing}] [{amount}]',
  ),
  rule(
    ({ thing, ref }, context) =>
      edit(
        'curves',
        {
          points: [
            [0, 1],
            [1, 0],
          ],
          channel: 'all',
        },
        thing ?? ref,
        context,
      ),
    '(invert|reverse|flip|negate) [the|all|all the] (colours|tones) [(of|in) {thing}]',
    'invert [the|this|my] (picture|photo|image|whole picture)',
    '(make|create) a [colour|photo] negative [(of|from) {ref}]',
    '(turn|make|convert) {ref} [into|to] [a] negative',
  ),
];

export const looks = { effects, enhancing, curves };
