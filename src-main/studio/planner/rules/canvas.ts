/** Sizes in pixels, upscaling, straightening, perspective, a larger canvas. */
import { usualMargin, type Margin, type Side } from '../slots/sides.ts';
import { round } from '../dial.ts';
import type { Amount } from '../lexicon/amounts.ts';
import { complaint, isPicture, rule, wholeEdit, type Outcome, type Rule } from './rule.ts';

const ALL: readonly Side[] = ['left', 'right', 'top', 'bottom'];

function extended(sides: readonly Side[], margin: Margin = usualMargin): Outcome {
  const across = (side: Side) => side === 'left' || side === 'right';
  return wholeEdit(
    'extend',
    Object.fromEntries(sides.map((side) => [side, across(side) ? margin.x : margin.y])),
  );
}

const IT =
  '[it|this|the picture|the photo|the image|the canvas|the frame|the whole picture|the shot|the view|the scene|my photo|this photo|this picture|the scene|the view|canvas|the background|the landscape|the scenery|the sky|the floor|the wall|the sea|the beach]';
const SPACE =
  '[more|some|some more|extra|a bit of|a bit more|a little|a lot of|a lot more|empty|negative|white|blank|free|copy] [negative|empty|free|blank|copy] (space|room|canvas|area|margin|headroom|picture|background|scenery|landscape|content)';
const FOR =
  '[for (text|a title|the title|copy|a headline|the headline|a caption|words|my logo|a logo|our logo|the text|a quote)]';
const LARGER = '(wider|taller|larger|bigger)';

const BY_ADDING =
  'by (adding|extending|filling|inventing|expanding|generating|continuing|outpainting) {story}';

const extending: Rule[] = [
  rule(
    ({ aspect }) => wholeEdit('extend', { aspect: aspect! }),
    `(<extend>|<grow>|make|turn|get|bring|fill|pad|widen|broaden|change) ${IT} [out] [to|into|in] {aspect} ${BY_ADDING}`,
  ),
  rule(
    ({ aspect }) => wholeEdit('extend', { aspect: aspect! }),
    `<extend> ${IT} [out] (to|into|until it is|to fill) {aspect}`,
    `(make|turn|get|bring) ${IT} [into|to|in] [wider|taller] [,] {aspect} [,] (without|but do not|no|not) (cropping|crop|losing anything|cutting anything|cutting|cutting anything off)`,
    `(fill|pad|widen|broaden|lengthen|heighten|stretch out) ${IT} [out] (to|into) {aspect} [without cropping]`,
    `{aspect} (without cropping|by extending|no cropping)`,
  ),
  rule(
    ({ sides, margin }) => extended(sides ?? ALL, margin),
    `<extend> ${IT} [by] [{margin}] [{sides}] [by] [{margin}]`,
    `<extend> ${IT} {sides} [by] [{margin}]`,
    `<extend> ${IT} a bit more {sides}`,
    `(add|give|give me|give it|i need|i want|make|leave|create|show|i need some|leave some) [{margin}] ${SPACE} ${FOR} [{sides}] [of {margin}] [{margin}]`,
    `(give|leave) (him|her|them|us|me|{thing}) ${SPACE} {sides} [of {margin}] [{margin}]`,
    `(add|give|give it) {margin} [more] [of] [space|room|canvas] {sides}`,
    `(more|extra|some more) (space|room|canvas|headroom|picture|background) {sides} [{margin}]`,
    `show [me] more {sides}`,
    `(widen|broaden) ${IT} [by] {margin} {sides}`,
    `[add|give it|give me|i want|i need] [{margin}] [of|some] (more|extra|additional) (sky|ground|floor|grass|sea|water|wall|sand|foreground|air|ceiling|lawn|garden|field|meadow|road|street|pavement|beach|snow|lake|river|table|deck|scenery|landscape|room|roof) {sides}`,
    'zoom out [{margin}]',
    `(make|get) (the canvas|the frame) [{margin}] ${LARGER} [{sides}] [by {margin}]`,
    '(imagine|invent|show) what is (outside|beyond) the (frame|picture|photo|edges)',
  ),
  rule(
    ({ margin }) => extended(['left', 'right'], margin),
    `(widen|broaden) ${IT} [by] [{margin}] [(on|at) (each|both|either) (side|sides)|on the sides|at the sides]`,
  ),
  rule(
    ({ margin }) => extended(['top'], margin),
    'extend the sky [upwards|up] [by] [{margin}]',
    '(more|add more) sky',
    '(add|give it) [some|more] headroom',
  ),
];

const LOSSLESS =
  '(without losing|without loss of|without any loss of|with no loss of|while keeping|keeping|keep) [any|the|its|much] (quality|detail|details|sharpness|resolution)';

const sizing: Rule[] = [
  rule(
    ({ pixels, ref }, context) =>
      ref && !isPicture(ref, context) ? undefined : wholeEdit('resize', { ...pixels }),
    '(<resize>|<reduce>|<grow>|downscale|make|get|bring|convert|change|shrink down) [{ref}] [down|up] [to be|to|at|into|be] {pixels}',
    '(i need|i want|have|want|need|get) {ref} [to be|at|in] {pixels}',
    '{ref} (in|at) {pixels}',
    '[set|make|change] [the|its] {pixels}',
    '(<resize>|make|change|set) [the|its] {pixels}',
    '<resize> [{ref}] [for web|for the web|for email|for print|for social] [,] [to] {pixels}',
    '<resize> [{ref}] [so] [that|until] [it is|the|its] {pixels}',
  ),
  rule(
    ({ factor, times }) => {
      const by = factor ?? times ?? 2;
      return by < 1 || by > 8 ? undefined : wholeEdit('upscale', { factor: by });
    },
    '<upscale> [{ref}] [{factor}]',
    '<upscale> {factor} [{ref}]',
    `(<enlarge>|<grow>|<resize>) [{ref}] [up] [to|by] [{factor}] [,] [but] ${LOSSLESS}`,
    `(blow|scale|size) {ref} up [to|by] [{factor}] [,] [but] ${LOSSLESS}`,
    `(make|get) {ref} [{times}] [bigger|larger|the size] [,] [but] ${LOSSLESS}`,
    '{factor} (upscale|upscaling)',
    '(increase|raise|improve|boost|enhance|double|up) [the|its] [picture|image] resolution [of {ref}] [{factor}]',
    '(make|get|give) {ref} {times} [the|its] (resolution|pixels)',
    '{times} the resolution',
    '(make|get) {ref} [a|in] (higher resolution|high resolution|high res|hi-res|more pixels|hd)',
    '(super resolution|super-resolution|superresolution|upscaling)',
    '(give it|add|i want) more (pixels|resolution)',
  ),
  rule(() => wholeEdit('upscale', { factor: 4 }), '(quadruple|4x) [the|its] resolution'),
];

const HORIZON =
  '[the|my|its|this|that] [crooked|tilted|slanted|wonky|sloping] (horizon|picture|photo|image|horizon line|skyline|shot|water line|waterline|sea|ocean|water|lake|whole thing|frame)';
const CROOKED =
  '(crooked|tilted|slanted|slanting|not straight|not level|wonky|askew|skewed|sloping|leaning|uneven|diagonal|off|not even)';
const SLIGHTLY = '[a bit|slightly|a little|very|quite|so|all|totally|kind of]';

const straightening: Rule[] = [
  rule(
    () => wholeEdit('straighten', {}),
    `<straighten> [it|this|it out|everything] [automatically]`,
    `(<straighten>|fix|correct|straighten up) ${HORIZON} [so that it is level|so it is level|automatically|line]`,
    `(make|get) ${HORIZON} [be] (straight|level|horizontal|even|flat)`,
    'rotate [the|my] (horizon|horizon line|skyline|waterline)',
    '(make|get) it (straight|level)',
    `(<rotate>|tilt) [it|this] (so|so that|until) (${HORIZON}|it) (is|looks) (level|straight|horizontal|even)`,
    `<rotate> (the picture|the photo|the image|the shot) (so|so that|until) (${HORIZON}|it) (is|looks) (level|straight|horizontal|even)`,
    '(fix|correct|remove) [the] tilt',
    `${HORIZON} (needs|wants) (levelling|leveling|straightening|to be level|to be straight)`,
    '(auto straighten|auto-straighten|auto level)',
  ),
  rule(
    () => complaint(wholeEdit('straighten', {})),
    `${HORIZON} (is|looks|seems|appears) ${SLIGHTLY} ${CROOKED}`,
    `(it's|it is|this is|it looks) ${SLIGHTLY} ${CROOKED}`,
  ),
  rule(
    ({ turn, ref }, context) =>
      turn === undefined || Math.abs(turn) > 45 || (ref && !isPicture(ref, context))
        ? undefined
        : wholeEdit('straighten', { degrees: turn }),
    '<straighten> [{ref}] [a bit|a little|slightly] [,] [by|about] {turn}',
    '(fix|correct) [the] tilt {turn}',
    '<rotate> [{ref}] {turn} (to straighten it|to level it|to straighten the horizon|to level the horizon|to make it straight|to make it level|so it is straight|so that it is straight|so it is level|to fix the horizon)',
    `<straighten> ${HORIZON} {turn}`,
  ),
];

const levels = { hint: 0.1, bit: 0.15, plain: 0.3, lot: 0.6, most: 1 } as const;

function keystone(
  axis: 'vertical' | 'horizontal',
  way: 1 | -1,
  amount: Amount | undefined,
): Outcome | undefined {
  const by = !amount
    ? levels.plain
    : amount.kind === 'level'
      ? levels[amount.level]
      : amount.kind === 'share'
        ? amount.share
        : undefined;
  return by === undefined || by <= 0 || by > 1
    ? undefined
    : wholeEdit('perspective', { [axis]: round(way * by) });
}

const wider: Readonly<Record<Side, readonly ['vertical' | 'horizontal', 1 | -1]>> = {
  top: ['vertical', 1],
  bottom: ['vertical', -1],
  left: ['horizontal', 1],
  right: ['horizontal', -1],
};
const onSide = (sides: readonly Side[] | undefined, way: 1 | -1, amount: Amount | undefined) => {
  const [side, another] = sides ?? [];
  if (!side || another) return undefined;
  const [axis, sign] = wider[side];
  return keystone(axis, (sign * way) as 1 | -1, amount);
};

/** Without an amount, by the lines in the picture. */
const setUpright = (amount: Amount | undefined): Outcome | undefined =>
  amount ? keystone('vertical', 1, amount) : wholeEdit('perspective', { upright: 'auto' });

const BUILDING =
  '[the|this|that|my] (building|buildings|house|houses|tower|towers|church|chapel|cathedral|castle|lighthouse|windmill|mill|barn|steeple|chimney|pillar|pillars|column|monument|temple|hotel|block of flats|town hall|gate|doorway|door frame|shelves|bookshelf|facade|façade|wall|walls|skyscraper|skyscrapers|columns|architecture|verticals|vertical lines|lines) [of the house|of the building|of the buildings|in the building]';
const perspectives: Rule[] = [
  rule(
    ({ amount }) => setUpright(amount),
    '(fix|correct|straighten|adjust|repair|straighten out|improve) [the|my|its|all the] (verticals|vertical lines|keystone|keystoning|keystone effect|converging lines|converging verticals|vertical perspective|falling lines) [(in|of|on) {thing}] [{amount}]',
    'keystone correction',
    `(fix|correct|adjust|repair|straighten) [the|my|its] perspective [distortion] (of|on|in) ${BUILDING}`,
    `(fix|correct|adjust|repair|straighten) ${BUILDING} perspective`,
    `(straighten|straighten out|straighten up|make straight) ${BUILDING} [{amount}]`,
    `(make|get) ${BUILDING} (straight|vertical|upright|parallel)`,
    'fix the (leaning|falling) (building|buildings|house|tower|walls|lines)',
  ),
  // With something selected, it could be that whose perspective is off.
  rule(
    (_, { hasSelection }) => (hasSelection ? undefined : setUpright(undefined)),
    '(fix|correct|adjust|repair|straighten|set right) [the|my|its|this] perspective [distortion|problem|errors] [(of|in) (it|this|the picture|the photo|the image|this photo|this picture)] [automatically]',
    '(auto perspective|auto-perspective|perspective correction|perspective fix|auto upright)',
  ),
  rule(
    ({ amount }) => complaint(setUpright(amount)),
    `${BUILDING} (is|are|seems to be|seem to be|looks like it is) ${SLIGHTLY} (leaning|falling|tilting|tipping|lean|converging|tapering|narrowing) [towards the top|at the top|upwards|to the back|to the rear|back|backwards|backward|over|over backwards|inwards|inward|together|away] [,] [and|so|please] [(straighten|fix|correct) (it|them|that)]`,
    `${BUILDING} (leans|lean|falls|fall|converges|converge|tilts|tilt) [to the back|back|backwards|backward|over|over backwards|inwards|inward|together|away]`,
  ),
  rule(
    ({ sides, amount }) => onSide(sides, 1, amount),
    '(widen|stretch|broaden) {sides} [{amount}]',
    '(make|get) {sides} [{amount}] wider',
  ),
  rule(
    ({ sides, amount }) => onSide(sides, -1, amount),
    '(narrow|pinch|tighten) {sides} [{amount}]',
    '(make|get) {sides} [{amount}] narrower',
  ),
];

export const canvas = { extending, sizing, straightening, perspectives };
