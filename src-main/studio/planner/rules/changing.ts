/** What something is made: "make the sky darker", "her jumper pink", "paint it blue". */
import type { Change } from '../change.ts';
import type { Thing } from '../thing.ts';
import { edit, rule, type Outcome, type Rule } from './rule.ts';
import { apply, isNamed, tone } from './tone.ts';

/** "The car's colour" is the car's. */
const owner = (thing: Thing | undefined): Thing | undefined =>
  thing?.kind === 'words' ? { ...thing, text: thing.text.replace(/['’]s$/, '') } : thing;

const isPlain = (changes: readonly Change[]): boolean =>
  changes.every(
    (change) =>
      change.kind === 'edit' &&
      ['adjust', 'blur', 'sharpen', 'clarity', 'black-and-white'].includes(change.command),
  );

/** "Sky a bit bluer", "door → red": last, as any words may begin it. */
const brief = (outcome: Outcome | undefined): Outcome | undefined =>
  Array.isArray(outcome) ? outcome.map((draft) => ({ ...draft, curt: true as const })) : outcome;

export const curt: Rule[] = [
  rule(
    ({ changes, thing }, context) =>
      isPlain(changes!) && (thing?.kind !== 'words' || isNamed(thing.text))
        ? brief(apply(changes!, thing, context))
        : undefined,
    '{thing} {changes}',
  ),
  // "Darker sky", "less saturated skin"
  rule(
    ({ degree, thing }, context) =>
      isPlain(degree!) && thing?.kind === 'words' && isNamed(thing.text)
        ? brief(apply(degree!, thing, context))
        : undefined,
    '{degree} {thing}',
  ),
  rule(
    ({ changes, thing }, context) => brief(apply(changes!, thing, context)),
    '{thing} (→|:|=|-|–) {changes}',
  ),
];

const isPainted = (thing: Thing | undefined): boolean =>
  thing?.kind === 'words' && /\b(?:painted|coloured|colored|dyed|tinted)\b/.test(thing.text.toLowerCase());

const COLOURS = '[the|all the|its|my|all] (colours|tones|hues)';
const STRONGER =
  '(stronger|more strong|deeper|bolder|richer|more intense|intenser|more powerful|more saturated)';
const WEAKER = '(weaker|softer|paler|less strong|less intense|more muted|calmer|less saturated|toned down)';
const colours =
  (way: 1 | -1): Rule['make'] =>
  ({ amount, thing }, context) =>
    tone([['saturation', way]], amount, thing, context);

export const changing: Rule[] = [
  ...([1, -1] as const).map((way) =>
    rule(
      colours(way),
      `(make|get|turn) ${COLOURS} [(of|in) {thing}] [{amount}] ${way > 0 ? STRONGER : WEAKER}`,
      `${COLOURS} [(of|in) {thing}] (should|must|could|have to|need to|ought to) be [{amount}] ${way > 0 ? STRONGER : WEAKER}`,
    ),
  ),
  rule(
    ({ changes, degree, thing }, context) =>
      isPainted(thing) ? undefined : apply(changes ?? degree!, thing, context),
    '(make|get|turn) {thing} [look|appear|to be|be] {changes}',
    "(i want|i need|i would like|i'd like|want|need) {thing} [to be|to look|to become|to get|in|a] {changes}",
    '{thing} (should|must|has to|have to|needs to|need to|could|can|ought to|gotta) (be|look) {changes}',
    "(i want|i would like|i'd like|i need|i wish|i prefer|make) that {thing} (is|are|was|were|be|becomes|looks|look|gets) {changes}",
    'let {thing} be {changes}',
    '{thing} (to be|to look|to become|to get) {changes}',
    'give {thing} [a|an|some] {degree} (tone|look|feel|touch|appearance|vibe|mood|cast|colour|colours|tones|light|lighting|hue)',
    'what if {thing} (was|were|is|became|turned|looked|would be|had been) [a|in|all] {changes}',
  ),
  // "It would be nice if the photo were a bit lighter"
  rule(({ degree, thing }, context) => apply(degree!, thing, context), '{thing} were {degree}'),
  rule(
    ({ changes, ref }, context) => (ref?.kind === 'whole' ? apply(changes!, ref, context) : undefined),
    '(put|set|have) {ref} [to be] {changes}',
  ),
  // "This in red"
  rule(
    ({ changes, ref }, context) =>
      ref?.kind === 'selection' && context.hasSelection ? apply(changes!, ref, context) : undefined,
    '{ref} [in] {changes}',
  ),
  // Without "make", a bare colour says too little.
  rule(
    ({ changes, ref }, context) => (ref?.kind === 'whole' ? apply(changes!, ref, context) : undefined),
    '{ref} [in] {changes}',
  ),
  rule(
    ({ changes, thing }, context) =>
      changes!.some((c) => c.kind === 'colour') ? undefined : apply(changes!, thing, context),
    '{changes} (in|on|for|over) {thing}',
  ),
  rule(
    ({ changes }, context) =>
      changes!.some((c) => c.kind === 'colour') ? undefined : apply(changes!, undefined, context),
    '[make|white-balance|look|be] {changes}',
    '[make|be] {changes} (here|in here)',
  ),
  rule(
    ({ colour, thing }, context) => edit('recolour', { colour: colour! }, owner(thing), context),
    '[change|turn|set|switch|make|shift|move] [the] (colour|hue|paint|tone) of {thing} [from {hue}] [to|into|in|be] {colour}',
    '(change|turn|set|switch) {thing} (colour|color) [to|into] {colour}',
    "(i want|i need|i'd like|i would like|have|get) {thing} (painted|coloured|dyed|recoloured|tinted) [in] {colour}",
    '{thing} (should|must|could|can) be (painted|coloured|dyed|recoloured|tinted) [in] {colour}',
    '<recolour> {thing} [from {hue}] [look|be|to be] [to|in|into|with|as] {colour}',
    'give {thing} (a|an|the) {colour} (colour|color|tint|tone|paint job)',
    '(i want|i fancy|i like|i see|i imagine|i picture|picture|imagine|see|show me) {thing} [to be] [in] {colour}',
    'fill {thing} with {colour}',
    '(recolour|recolor|colour|color) [to|in|into|with] {colour}',
  ),
];
