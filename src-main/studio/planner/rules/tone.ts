/** Light and colour, and whatever else something can be made. */
import type { Change } from '../change.ts';
import { round, turnDial } from '../dial.ts';
import type { Push } from '../lexicon/tones.ts';
import type { Amount } from '../lexicon/amounts.ts';
import { asides } from '../lexicon/courtesies.ts';
import { foreignVerbs } from '../lexicon/verbs.ts';
import type { Thing } from '../thing.ts';
import { inFront } from './background.ts';
import {
  complaint,
  edit,
  isPicture,
  rule,
  wholeEdit,
  type Draft,
  type Outcome,
  type Rule,
  type RuleContext,
} from './rule.ts';

const flipped = ([tone, way]: Push, by: 1 | -1): Push => [tone, (way * by) as 1 | -1];

const opposite = (push: Push): Push => flipped(push, -1);

/** Every dial turned by the same amount; neighbouring tones become one adjustment. */
export function tone(
  pushes: readonly Push[],
  amount: Amount | undefined,
  thing: Thing | undefined,
  context: RuleContext,
): Outcome | undefined {
  const changes = pushes.map((push) => turnDial(push, amount));
  return changes.every((made) => made !== undefined)
    ? apply(
        changes.map((made) => ({ kind: 'edit', ...made })),
        thing,
        context,
      )
    : undefined;
}

const meansPicture = (thing: Thing | undefined): boolean =>
  thing === undefined || thing.kind === 'it' || thing.kind === 'whole';

/** What a picture can have lost. */
const lost: ReadonlySet<string> = new Set([
  'detail',
  'clarity',
  'contrast',
  'saturation',
  'vibrance',
  'sharpness',
  'shadows',
]);
const isGrey = (colour: string): boolean => colour === '#808080';
/** "The sky is blue" complains of nothing. */
const isFaulty = ([dial, way]: Push): boolean =>
  (dial === 'exposure' && way < 0) || (dial === 'contrast' && way < 0) || (dial === 'vibrance' && way < 0);

/** "Make everything grey" takes the colours out; a grey car is painted. */
const isAll = (thing: Thing | undefined, context: RuleContext): boolean =>
  thing?.kind === 'rest' || thing?.kind === 'except' || isPicture(thing, context);

/** Several changes of one thing; neighbouring tones become one adjustment. */
export function apply(
  changes: readonly Change[],
  thing: Thing | undefined,
  context: RuleContext,
): Outcome | undefined {
  const drafts: Draft[] = [];
  const put = (made: Draft[] | undefined) => made && drafts.push(...made);
  for (const change of changes) {
    switch (change.kind) {
      case 'edit': {
        const { command, args } = change;
        const last = drafts.at(-1);
        const background = command === 'blur' && thing?.kind === 'rest';
        if (command === 'adjust' && last?.command === 'adjust') Object.assign(last.args, args);
        else if (
          background
            ? !put(edit('blur-background', args, inFront(thing, context), context))
            : !put(edit(command, { ...args }, thing, context))
        )
          return undefined;
        break;
      }
      case 'colour':
        if (isGrey(change.colour) && isAll(thing, context)) {
          if (!put(edit('black-and-white', {}, thing, context))) return undefined;
        } else if (!put(edit('recolour', { colour: change.colour }, thing, context))) return undefined;
        break;
      case 'square':
        if (!meansPicture(thing)) return undefined;
        drafts.push({
          ...wholeEdit('crop', { aspect: 1 })[0]!,
          taken: { command: 'crop', thing: undefined },
        });
        break;
      case 'turn':
        if (!meansPicture(thing)) return undefined;
        drafts.push(...wholeEdit('rotate', { degrees: change.degrees }));
        break;
      case 'size':
        if (context.hasSelection && !thing) {
          if (!put(edit('transform', { scale: change.factor }, thing, context))) return undefined;
          break;
        }
        if (!meansPicture(thing)) return undefined;
        drafts.push(...wholeEdit('resize', { factor: change.factor }));
        break;
    }
  }
  return drafts;
}

/** A name of one or two words, rather than the rest of some other sentence. */
export const isNamed = (text: string): boolean => {
  const [first, , third] = text.split(' ');
  return (
    !text
      .toLowerCase()
      .split(' ')
      .every((word) => asides.has(word)) &&
    third === undefined &&
    !foreignVerbs.has(first!.toLowerCase())
  );
};

/** Kinds of a quality, rather than things that have one. */
const kinds =
  /^(?:local|global|overall|tonal|colou?r|general|total|natural|image|picture|photo|fine|surface|more|extra|some|film|digital|(?:some )?[a-z]+-free)$/i;

const VERY =
  '[a bit|very|quite|really|rather|a little|so|pretty|super|extremely|slightly|somewhat|little|little bit|a little bit|a tad|terribly|awfully|incredibly|all|still]';
const TOO = '[too|way too|far too|much too|a bit too]';
const IS = '(is|are|looks|look|seems|seem|came out|turned out|came|was|were)';

export const tones: Rule[] = [
  rule(
    ({ adjective, amount, thing }, context) => tone([adjective!], amount, thing, context),
    '[add|apply|use|put|give it|i want|create] [a|an|some|more|a bit of] [{amount}] {adjective} (tint|cast|colour cast|hue|tinge|tone) [(to|on|in|over) {thing}] [{amount}]',
    'give {thing} [a|an|some|a bit of a] [{amount}] {adjective} (tint|cast|colour cast|hue|tinge)',
  ),
  // Before "of {thing}" and the like can be taken for where.
  rule(
    ({ quality, thing }, context) => tone(quality!, { kind: 'factor', factor: 0.5 }, thing, context),
    '(cut|reduce|decrease|lower|drop|bring down|turn down) [the|its] {quality} [(of|in) {thing}] (in|by|to) half',
    '[the|its|set|turn|bring|take] {quality} [down] (to|by|in) half [(of|in) {thing}]',
    '(halve|half) [the|its] {quality} [(of|in) {thing}]',
  ),
  rule(
    ({ quality, thing }, context) =>
      tone(quality!.map(opposite), { kind: 'share', share: 1 }, thing, context),
    '(<decrease>|set|turn|bring|take|put) {quality} [down] (to zero|to 0|to nothing|to none|to the minimum|completely|entirely|all the way down|all the way) [(of|in|on|for) {thing}]',
  ),
  // Names of tones: "more contrast", "lift the shadows", "turn the brightness down".
  rule(
    ({ quality, amount, thing }, context) => tone(quality!, amount, thing, context),
    '<increase> [the|its] {quality} [(of|in|on|to|across|for|throughout|over) {thing}] [{amount}]',
    '(turn|bring|pull|push|dial|crank) {quality} (of|in|on|across|for) {thing} up [{amount}]',
    '(turn|bring|pull|push|dial|crank|bump|boost|move|take|get|put|jack|pump) {quality} up [(of|in|on|across|for|throughout|over) {thing}] [{amount}]',
    '(make|give) {thing} more {quality}',
    '(give) {thing} {amount} more {quality}',
    '[add|give it|give me|i want] {amount} [more|of|more of|of extra] {quality} [(of|in|on|to|across|for|throughout|over) {thing}]',
    '[set] {quality} [to|:|=|at] {amount}',
    '[set] {quality} up [{amount}]',
    '[make] {quality} {amount} (higher|more|up|stronger)',
    'there is not enough {quality} [in {thing}]',
    'not enough {quality}',
  ),
  rule(
    ({ quality, amount, thing }, context) => tone(quality!.map(opposite), amount, thing, context),
    '<decrease> [the|its] {quality} [(of|in|on|from|to|across|for|throughout|over) {thing}] [{amount}]',
    '(turn|bring|pull|push|dial|take) {quality} (of|in|on|across|for) {thing} (down|back) [{amount}]',
    '(turn|bring|pull|push|dial|take|get|bump|move|put|knock|ease|wind|roll|scale) {quality} (down|back|off) [(of|in|on|across|for|throughout|over) {thing}] [{amount}]',
    '{quality} down [{amount}]',
    '[make] {quality} {amount} (lower|down|weaker)',
    '{amount} less {quality} [(of|in|on|across|for|throughout|over) {thing}]',
    'too much {quality} [(in|on) {thing}]',
    '(there is|it has|i see|it got|there was|you can see) [way|far] too much {quality} [(in|on) {thing}]',
  ),
  rule(
    ({ way, part, amount, thing }, context) => tone([flipped(part!, way!)], amount, thing, context),
    '{way} {part} [(of|in|on|across|for|throughout|over) {thing}] [{amount}]',
  ),
  rule(
    ({ part, amount, thing }, context) => tone([part!], amount, thing, context),
    '(lift|raise|open|open up|boost|bring up) {part} (under|beneath|around|below|behind|near) {thing} [{amount}]',
    '{part} (is|are|looks|look) [{amount}] (too dark|too deep|too black|blocked up|crushed)',
    'make {part} [{amount}] (brighter|lighter|whiter) [(of|in|on|across|for|throughout|over) {thing}]',
  ),
  rule(
    ({ part, amount, thing }, context) => tone([opposite(part!)], amount, thing, context),
    '{part} (is|are|looks|look) [{amount}] (too bright|too light|blown|blown out|clipped|too strong|burnt out)',
    'make {part} [{amount}] (darker|deeper|blacker) [(of|in|on|across|for|throughout|over) {thing}]',
  ),
  ...(['shadows', 'highlights'] as const).map((where) =>
    rule(
      ({ amount, thing }, context) => tone([[where, where === 'shadows' ? 1 : -1]], amount, thing, context),
      `(recover|rescue|restore|reveal|bring back|bring out|show|get back|lift) [some|the|more|some of the|some more] (detail|details) (in|from|of|out of) [the] (${where === 'shadows' ? 'shadows|dark parts|dark areas|darks|blacks|shadow areas' : 'highlights|bright parts|bright areas|brights|whites'}) [(of|in) {thing}] [{amount}]`,
    ),
  ),
  rule(
    ({ part, amount, thing }, context) =>
      part![0] === 'shadows' ? tone([part!], amount, thing, context) : undefined,
    '(recover|rescue|restore|open|reveal|bring back|bring out) [some|the|more|some of the] {part} [(of|in|on) {thing}] [{amount}]',
  ),
  // "Enhance the skin texture"
  ...([1, -1] as const).map((way) =>
    rule(
      ({ quality, amount, thing }, context) =>
        thing?.kind === 'words' && isNamed(thing.text) && !kinds.test(thing.text)
          ? tone(
              quality!.map((push) => flipped(push, way)),
              amount,
              thing,
              context,
            )
          : undefined,
      `${way > 0 ? '<increase>' : '<decrease>'} {thing} {quality} [{amount}]`,
    ),
  ),
  // "Clarity 20", "exposure 1"
  rule(({ quality, number, thing }, context) => {
    const light = quality!.some(([dial]) => dial === 'exposure');
    if (light ? number! > 5 : number! <= 1 || number! > 100) return undefined;
    const amount: Amount = light
      ? { kind: 'exact', value: number! }
      : { kind: 'share', share: number! / 100 };
    return tone(quality!, amount, thing, context);
  }, '[set|add|put] [the] {quality} [to|:|=|at] {number} [(on|in|of|for) {thing}]'),
  rule(
    ({ quality, amount, thing }, context) =>
      quality!.every(([dial]) => lost.has(dial)) ? tone(quality!, amount, thing, context) : undefined,
    '(bring back|get back|restore|recover|rescue|reveal|bring out|show|give back|i want|i need) [some|more|the|some more|some of the|the lost|lost] {quality} [(of|in|on|to) {thing}] [{amount}]',
  ),
  rule(
    ({ quality, amount, thing }, context) => tone(quality!, amount, thing, context),
    '(needs|could use|could do with|lacks|lacking|deserves) [{amount}] [some|more|some more|a bit of|a bit more|a little|a little more] {quality}',
    '{thing} (needs|need|could use|could do with|could take|wants|lacks|lack|is lacking|is missing|misses|miss|deserves|calls for|begs for|is short of|is short on|is low on|would benefit from|would profit from|benefits from|is crying out for|asks for) [{amount}] [some|more|some more|a bit of|a bit more|a little|a little more] {quality}',
  ),
  rule(
    ({ quality, amount, thing }, context) => tone(quality!, amount, thing, context),
    '(shift|push|move|nudge|pull) [the] (tint|hue|colours|colour|tones|tone|white-balance|white balance) [of {thing}] [{amount}] (to|towards|toward) [the] {quality} [{amount}]',
    'push {thing} [{amount}] (to|towards|toward|into) [the] {quality}',
  ),
  // Verbs: "brighten the face a bit", "warm it up".
  rule(
    ({ tone: push, thing, amount }, context) => tone([push!], amount, thing, context),
    '{tone} [{amount}]',
    '{tone} {thing} up [{amount}]',
    '[{amount}] {tone} {thing} [{amount}]',
    '{tone} [up|down] [the|its] [overall] (white balance|white-balance|colour temperature|tones|tone|palette|mood) [of {thing}] [{amount}]',
  ),
  ...([1, -1] as const).map((way) =>
    rule(
      ({ amount, thing }, context) =>
        amount?.kind === 'stops' && amount.stops > 0
          ? tone([['exposure', way]], amount, thing, context)
          : undefined,
      way > 0
        ? '(bring|push|lift|raise|take|pull|bump|brighten|up) {thing} [up] [by] {amount}'
        : '(bring|push|take|pull|drop|lower|darken|knock) {thing} (down|by|down by|back) {amount}',
    ),
  ),
  rule(
    ({ amount }, context) =>
      amount?.kind === 'stops' ? tone([['exposure', 1]], amount, undefined, context) : undefined,
    '{amount}',
    '[{ref}] {amount} (brighter|up|over)',
    '(add|give it|give|push|up|raise|lift|increase|plus|brighten) [{ref}] [by|up] {amount} [of] [exposure|light|ev]',
  ),
  rule(
    ({ amount }, context) =>
      amount?.kind === 'stops' ? tone([['exposure', -1]], amount, undefined, context) : undefined,
    '{amount} (darker|down|under)',
    '(drop|take|pull|bring|lower|reduce|decrease) [{ref}] [by|down|down by] {amount} [of] [exposure|light|ev]',
  ),
  rule(
    ({ thing, amount }, context) => tone([['temperature', -1]], amount, thing, context),
    'cool {thing} (down|off) [{amount}]',
  ),
  // Complaints: "it's too dark", "the photo is very dark".
  rule(
    ({ adjective, thing }, context) =>
      isFaulty(adjective!)
        ? complaint(tone([opposite(adjective!)], undefined, thing ?? { kind: 'it' }, context))
        : undefined,
    `(it's|it is|this is|it looks) ${VERY} {adjective}`,
    `{thing} (is|are|looks|look|seems|seem) ${VERY} {adjective}`,
  ),
  rule(
    ({ thing }, context) => complaint(edit('denoise', { amount: 0.5 }, thing ?? { kind: 'it' }, context)),
    `(it's|its|it is|this is|it looks) ${VERY} ${TOO} (noisy|grainy)`,
    `{thing} (is|are|looks|look) ${VERY} ${TOO} (noisy|grainy)`,
  ),
  rule(
    ({ thing }, context) => complaint(edit('sharpen', { amount: 0.5 }, thing ?? { kind: 'it' }, context)),
    `(it's|its|it is|this is|it looks) ${VERY} ${TOO} (blurry|blur|blured|soft|unsharp|not sharp|not clear|shaky|out of focus|fuzzy)`,
    `{thing} (is|are|looks|look) ${VERY} ${TOO} (blurry|blur|blured|soft|unsharp|not sharp|not clear|shaky|out of focus|fuzzy)`,
  ),
  rule(
    ({ adjective, thing, amount }, context) =>
      complaint(tone([opposite(adjective!)], amount, thing ?? { kind: 'it' }, context)),
    "(it's|its|it is|this is|that's|that is|it looks|looks|it seems) [{amount}] too {adjective}",
    `{thing} ${IS} too much {adjective}`,
    `{thing} ${IS} [{amount}] too {adjective}`,
    '[a bit|a little] too {adjective}',
    'i (find|think|feel) {thing} [is|are|looks|look] [{amount}] too {adjective}',
    '[make it|make {thing}] not (so|as|that|quite so|too) {adjective}',
    '[do|make|see to it|see] [that] {thing} (is|are|be|was|were) not (so|as|that|quite so|too) {adjective} [anymore]',
  ),
  rule(
    ({ adjective, thing }, context) => complaint(tone([opposite(adjective!)], undefined, thing, context)),
    "(i don't like|i do not like|i hate|i'm not happy with|i am not happy with|i dislike|shame about|i'm unhappy with|it bothers me|it annoys me) how {adjective} {thing} (is|are|looks|look|came out|turned out|got|was|were|seems)",
  ),
  rule(
    ({ thing }, context) => complaint(tone([['highlights', -1]], undefined, thing, context)),
    `{thing} ${IS} ${VERY} ${TOO} (blown out|blown-out|burnt out|burned out|clipped|blown|glaring|shiny|glossy|greasy|oily|sweaty|reflective)`,
  ),
  rule(
    ({ thing, amount }, context) =>
      thing?.kind === 'words' ? tone([['highlights', -1]], amount, thing, context) : undefined,
    '(tone down|calm down|tame|rein in) {thing} [{amount}]',
    '(tone|calm) {thing} down [{amount}]',
  ),
  rule(
    ({ thing }, context) => complaint(tone([['vibrance', 1]], undefined, thing, context)),
    '[the|its|all the|all] (colours|colour|tones) [(of|in|on) {thing}] (have|has|are|is|look|looks|got|went) [a bit|very|quite|all|so|rather|really|badly|somewhat] (faded|washed out|washed-out|bleached|dull|pale|faint|weak|flat|lifeless|drab) [over the years|over time|with time|with age|a bit|a lot]',
  ),
  rule(
    ({ thing }, context) => tone([['exposure', 1]], undefined, thing, context),
    '{thing} (is|are|looks|look) underexposed',
  ),
  rule(
    ({ thing }, context) => tone([['exposure', -1]], undefined, thing, context),
    '{thing} (is|are|looks|look) overexposed',
  ),
  rule(
    ({ adjective, thing }, context) => tone([adjective!], undefined, thing ?? { kind: 'it' }, context),
    "(it's|it is|this is) not {adjective} enough",
    '{thing} (is|are) not {adjective} enough',
    'not {adjective} enough',
  ),
  rule(
    ({ thing, amount }, context) => {
      const by =
        amount?.kind === 'level'
          ? { hint: 0.3, bit: 0.5, plain: 1, lot: 2, most: 3 }[amount.level]
          : amount
            ? undefined
            : 1;
      return thing?.kind === 'words' && by !== undefined
        ? edit('adjust', { exposure: round(0.25 * by), saturation: round(-0.3 * by) }, thing, context)
        : undefined;
    },
    '[{amount}] whiten {thing} [{amount}]',
    'make {thing} [{amount}] whiter',
  ),
];
