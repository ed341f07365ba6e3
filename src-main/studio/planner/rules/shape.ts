/** Cropping, turning, mirroring, sizing. */
import { edit, isPicture, rule, wholeEdit, type Outcome, type Rule } from './rule.ts';

const turned = (degrees: number | undefined): Outcome | undefined =>
  degrees === undefined || degrees === 0 || Math.abs(degrees) > 360
    ? undefined
    : wholeEdit('rotate', { degrees });

const sized = (factor: number | undefined): Outcome | undefined =>
  factor === undefined || factor < 0.01 || factor > 8 ? undefined : wholeEdit('resize', { factor });

const DEGREES = '(degrees|degree|deg|°)';

export const shape: Rule[] = [
  rule(
    ({ aspect, ref }, context) =>
      edit('crop', { aspect: aspect! }, ref?.kind === 'selection' ? ref : undefined, context),
    '<crop> [to|into|as] {aspect}',
    '<crop> {ref} [down] [to|into|as|in] {aspect}',
    '(make|turn|get) {ref} [into|to|in|be] {aspect}',
    '{aspect} (crop|aspect ratio|format)',
    'change the aspect ratio to {aspect}',
  ),
  rule(
    ({ thing }, context) => (thing?.kind === 'rest' ? undefined : edit('crop', {}, thing, context)),
    '<crop> (to|around|onto|down to|in on|in to|into|in around|closely around|tightly around) {thing}',
    '<crop> in on {thing}',
    '<crop> {ref} [out of the picture]',
    '<crop>',
    'zoom in on {ref}',
  ),
  rule(
    ({ rest }, context) =>
      edit('crop', {}, rest?.kind === 'except' ? { kind: 'words', text: rest.text } : undefined, context),
    'crop (out|away|off) {rest}',
  ),

  rule(
    ({ number, direction }) => turned(direction && number ? Math.sign(direction) * number : number),
    '<rotate> [{ref}] [by] {number} ' + DEGREES + ' [{direction}]',
    '<rotate> [{ref}] {direction} [by] {number} ' + DEGREES,
  ),
  rule(({ number }) => turned(number && -number), '<rotate> [{ref}] [by] - {number} ' + DEGREES),
  rule(
    ({ number }) => (number && number % 15 === 0 ? turned(-number) : undefined),
    '<rotate> [{ref}] [by] - {number}',
  ),
  rule(
    ({ number }) => (number && number % 15 === 0 ? turned(number) : undefined),
    '<rotate> [{ref}] [by] {number}',
  ),
  rule(
    ({ direction }) => turned(direction),
    '<rotate> {ref} {direction}',
    '<rotate> {direction}',
    '(turn|put|stand) {ref} on its head',
  ),
  rule(() => turned(90), 'rotate [{ref}]'),

  rule(
    ({ axis }) => wholeEdit('flip', { axis: axis ?? 'horizontal' }),
    '<flip> [{ref}] [{axis}]',
    '<flip> {axis} [{ref}]',
    '<flip> {ref} (along|around|on|across) the {axis} axis',
    '(make|create) a mirror image [of {ref}]',
    '{axis} flip',
  ),

  rule(
    ({ factor, times }) => sized(factor ?? times),
    '<resize> [{ref}] {factor}',
    '<resize> [{ref}] (up|down) {factor}',
    '<enlarge> [{ref}] {factor}',
    '(make|get) {ref} {times} [bigger|larger|the size]',
    'half the size [of {ref}]',
    'halve the size [of {ref}]',
  ),
  rule(
    () => sized(2),
    '<enlarge> [{ref}]',
    'double [the|its] size [of {ref}]',
    'double {ref} [in size]',
    '(increase|double) the resolution',
  ),
  rule(
    () => sized(0.5),
    '(reduce|shrink|decrease|cut) [the|its] size [of {ref}] [(by|in|to) half]',
    '(reduce|shrink) {ref} (by|in|to) half',
  ),
  rule(({ ref }, context) => (isPicture(ref, context) ? sized(0.5) : undefined), 'make {ref} smaller'),
  rule(({ ref }, context) => (isPicture(ref, context) ? sized(2) : undefined), 'make {ref} (bigger|larger)'),
  rule(
    () => sized(0.5),
    '(downscale|downsize|scale down|shrink) [{ref}]',
    '(halve|half) [the|its] size [of {ref}]',
    'halve {ref} [in size]',
  ),
  rule(
    ({ factor }) => sized(factor === undefined ? undefined : factor > 1 ? 1 / factor : factor),
    '<shrink> [{ref}] {factor}',
  ),
];
