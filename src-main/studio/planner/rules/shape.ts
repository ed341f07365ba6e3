/** Cropping, turning, mirroring, sizing. */
import { round } from '../dial.ts';
import type { Slots } from '../slots.ts';
import type { Thing } from '../thing.ts';
import {
  complaint,
  edit,
  isPicture,
  rule,
  wholeEdit,
  type Outcome,
  type Rule,
  type RuleContext,
} from './rule.ts';

const sized = (factor: number | undefined): Outcome | undefined =>
  factor === undefined || factor < 0.01 || factor > 8 ? undefined : wholeEdit('resize', { factor });

const sizedPicture = (factor: number | undefined, ref: Thing | undefined, context: RuleContext) =>
  ref && !isPicture(ref, context) ? undefined : sized(factor);

/** "By 20 %" is a fifth more, or less, of the size; "by 150 %" is what the size becomes. */
const resizedBy = (way: 1 | -1, amount: Slots['amount']): number | undefined =>
  amount?.kind === 'share' && amount.share < 1 ? round(1 + way * amount.share) : undefined;

export const shape: Rule[] = [
  rule(
    ({ ref }, context) => (isPicture(ref, context) ? wholeEdit('rotate', { degrees: 180 }) : undefined),
    '<rotate> {ref} (around|round)',
    '(turn|put|stand|set) {ref} on its head',
  ),
  rule(
    ({ ref }, context) =>
      !ref || isPicture(ref, context) ? wholeEdit('rotate', { degrees: 180 }) : undefined,
    '(<rotate>|put|flip) [{ref}|this one|that one] (the right way up|the correct way up|right side up|right way up|back upright|the other way up)',
  ),
  rule(
    ({ aspect, ref }, context) =>
      edit('crop', { aspect: aspect! }, ref?.kind === 'selection' ? ref : undefined, context),
    '<crop> [to|into|as] {aspect}',
    '<crop> {ref} [down] [to|into|as|in] {aspect}',
    '(make|turn|get) {ref} [into|to|in|be] {aspect}',
    '(portrait|landscape|vertical|horizontal|tall|wide) crop [,|to|in|at] {aspect}',
    '{aspect} (crop|aspect ratio|format)',
    'cut {ref} [down] (to|into|in|in the|at) {aspect}',
    'change the aspect ratio to {aspect}',
    '(i want|i need|need|want|have|get) {ref} (in|as|at) [a] {aspect}',
  ),
  rule(
    ({ aspect, thing }, context) =>
      thing?.kind === 'words' || thing?.kind === 'selection'
        ? edit('crop', { aspect: aspect! }, thing, context)
        : undefined,
    '<crop> [it|this|the picture|the photo|the image] [to|into|as] {aspect} [,] (around|on|to|onto|centred on|with) {thing}',
    '<crop> [it|this|the picture|the photo|the image] (around|on|to|onto|in on) {thing} [,] [to|into|as|in|at] {aspect}',
    '{aspect} crop (around|of|on) {thing}',
  ),
  rule(
    ({ thing }, context) =>
      thing?.kind === 'rest' ||
      (thing?.kind === 'words' &&
        /\d ?[:x×] ?\d|\b(?:ratio|format|size|aspect|shape|square|widescreen)$/i.test(thing.text))
        ? undefined
        : edit('crop', {}, thing, context),
    '<crop> (to|around|onto|down to|in on|in to|into|in around|closely around|tightly around) {thing}',
    '<crop> in on {thing}',
    '<crop> [in|it|a bit|a little|much] (closer|tighter|tight|tightly|closely|in)',
    '<crop> (the picture|the photo|the image|it|everything) [down] (to|around|onto|so it shows only) {thing}',
    '<crop> [in] (closer|tighter|close|tight|tightly|closely|nearer) [in] (on|to|around|onto) {thing}',
    '(zoom|go|get|move) in (on|to|closer on|closer to) {thing}',
    '(get|go|come|move) closer to {thing}',
    '<crop> {ref} [out of the picture]',
    '<crop>',
    'zoom in on {ref}',
    '(cut|reduce|narrow|bring|get) (it|this|the picture|the photo|the image) down to {thing}',
  ),
  rule(
    ({ rest }, context) =>
      rest?.kind === 'except' && rest.among
        ? undefined
        : edit('crop', {}, rest?.kind === 'except' ? { kind: 'words', text: rest.text } : undefined, context),
    'crop (out|away|off) {rest}',
  ),

  rule(
    ({ ref }, context) =>
      isPicture(ref, context) ? complaint(wholeEdit('rotate', { degrees: 180 })) : undefined,
    '{ref} (is|came out|got|looks|appears|seems to be) upside down',
  ),
  rule(
    ({ turn, ref }, context) =>
      ref && !isPicture(ref, context) ? undefined : wholeEdit('rotate', { degrees: turn! }),
    '<rotate> [{ref}] {turn}',
    'give {ref} {turn}',
  ),
  rule(
    ({ ref }, context) =>
      ref && !isPicture(ref, context) ? undefined : wholeEdit('rotate', { degrees: 90 }),
    'rotate [{ref}]',
  ),

  rule(
    ({ axis, ref }, context) =>
      ref && !isPicture(ref, context) ? undefined : wholeEdit('flip', { axis: axis ?? 'horizontal' }),
    '<flip> [{ref}] [{axis}]',
    '<flip> {axis} [{ref}]',
    '<flip> {ref} (along|around|on|across) the {axis} axis',
    '(make|create) a mirror image [of {ref}]',
    '(swap|switch|exchange) [the] (left and right|left and the right|right and left) [sides|side|halves]',
    '{axis} flip',
    '<flip> [{ref}] (so|so that) it is mirrored',
    '<flip> {ref} (the other way|the other way round|the other way around|round|around|back)',
  ),

  rule(
    ({ amount, ref }, context) => sizedPicture(resizedBy(1, amount), ref, context),
    '<enlarge> [{ref}] by {amount}',
    '(increase|raise) [the|its] size [of {ref}] by {amount}',
    '(blow|scale|size) {ref} up by {amount}',
  ),
  rule(
    ({ amount, ref }, context) => sizedPicture(resizedBy(-1, amount), ref, context),
    '<shrink> [{ref}] by {amount}',
    '(reduce|decrease) [the|its] size [of {ref}] by {amount}',
    '(scale|size) {ref} down by {amount}',
  ),
  rule(
    ({ factor, times, ref }, context) => sizedPicture(factor ?? times, ref, context),
    '<resize> [{ref}] {factor}',
    '(reduce|decrease|increase|change|set) [the|its] size [of {ref}] {factor}',
    '<resize> [{ref}] (up|down) {factor}',
    '<enlarge> [{ref}] {factor}',
    '(blow|scale|size) {ref} up [to|by] {factor}',
    '(scale|size|bring) {ref} down [to] {factor}',
    '(make|get) {ref} {times} [bigger|larger|the size]',
    '[i want|i need|make it|make] [the] half [of] [the|its] [original] size [of {ref}]',
    'halve the size [of {ref}]',
  ),
  rule(
    ({ ref }, context) => sizedPicture(3, ref, context),
    '(triple|treble) [the|its] size [of {ref}]',
    'triple {ref} [in size]',
  ),
  rule(
    ({ ref }, context) => sizedPicture(4, ref, context),
    'quadruple [the|its] size [of {ref}]',
    'quadruple {ref} [in size]',
  ),
  rule(
    ({ ref }, context) => sizedPicture(2, ref, context),
    '<enlarge> [{ref}]',
    'double [the|its] size [of {ref}]',
    'double {ref} [in size]',
  ),
  rule(
    ({ ref }, context) => sizedPicture(0.5, ref, context),
    '(reduce|shrink|decrease|cut) [the|its] size [of {ref}] [(by|in|to) half]',
    '(reduce|shrink) {ref} (by|in|to) half',
    '(downscale|downsize|scale down|shrink) [{ref}]',
    '(halve|half) [of] [the|its] size [of {ref}]',
    '(i want|i need|make it|make|to) [the] half [of] [the|its] [original] size',
    'halve {ref} [in size]',
  ),
  rule(
    ({ factor, ref }, context) =>
      sizedPicture(factor === undefined ? undefined : factor > 1 ? 1 / factor : factor, ref, context),
    '<shrink> [{ref}] {factor}',
  ),
];
