/** Taking out, cutting out, blurring, hiding, selecting: what is done to a thing as a whole. */
import type { Region } from '../../../contract/index.ts';
import { turnDial } from '../dial.ts';
import { strengthOf } from '../lexicon/amounts.ts';
import { readColour } from '../lexicon/colours.ts';
import { qualities, type Push } from '../lexicon/tones.ts';
import { onlyMentions } from '../mentions.ts';
import type { Slots } from '../slots.ts';
import type { Thing } from '../thing.ts';
import { about, complaint, edit, type Outcome, rule, type Rule, type RuleContext } from './rule.ts';
import { placeOf } from '../thing.ts';

/** A command with a strength. */
export const strong =
  (command: string, read: (slots: Slots) => Thing | undefined = (slots) => slots.thing) =>
  (slots: Slots, context: RuleContext): Outcome | undefined => {
    const amount = strengthOf(slots.amount);
    if (amount === undefined || amount < 0 || amount > 1) return undefined;
    return edit(command, { amount }, read(slots), context);
  };

export const cleaning: Rule[] = [
  rule(
    strong('denoise'),
    '<denoise> [{amount}]',
    '<denoise> {thing} [{amount}]',
    '(fix|minimise|minimize) [the] (noise|grain) [(in|from|of|on) {thing}] [{amount}]',
  ),
  rule(
    // "Get rid of the haze", "remove the noise": less of it.
    ({ quality, amount, thing }, context) => {
      const made =
        quality?.length === 1 && isFault(quality[0]!) ? turnDial(opposite(quality[0]!), amount) : undefined;
      return made && edit(made.command, made.args, thing, context);
    },
    '(clean|get|take|wash|pull|suck) [the|some of the|all the] {quality} (out of|off|from|out in) {thing}',
    '(<remove>|kill|clean up|fix|cut through|clear|clear up|cut) [the|some|some of the|all the|any] [digital|image|iso|high iso|colour|luminance|sensor|visible|film] {quality} [(in|from|of|on|over) {thing}] [{amount}]',
  ),
  rule(({ amount, thing }, context) => {
    const made = turnDial(['clarity', 1], amount);
    return made && edit(made.command, made.args, thing, context);
  }, '(<remove>|cut through|clear|clear up|lift|reduce|see through) [the|some of the|all the|this] (fog|mist|smog) [(in|from|on|over) {thing}] [{amount}]'),
  rule(
    strong('sharpen'),
    '<sharpen> [{amount}]',
    '<sharpen> {thing} [{amount}]',
    '[{amount}] <sharpen> {thing}',
    '(remove|reduce|fix|get rid of) the (blur|blurriness) [(in|from|of) {thing}]',
    '(bring|get|put) {thing} (in|into) focus',
  ),
];

/** Noise and haze are never wanted. */
const isFault = ([dial, way]: Push): boolean =>
  (dial === 'noise' && way > 0) || (dial === 'clarity' && way < 0);
const opposite = ([dial, way]: Push): Push => [dial, -way as 1 | -1];

/** Faults of a picture, and the picture itself, can't be taken out like a thing: "remove the red eyes" must keep the eyes. */
const faults =
  /^(?:red[ -]?eyes?|(?:the )?(?:noise|grain|graininess|blur|blurriness|fog|sharpness|darkness|brightness)|.*\b(?:haze|tint|cast|contrast|brightness|exposure|saturation|warmth|vignette|vignetting|clarity|texture|structure|details?|midtones?|noise|grain|distortion|compression|artefacts|artifacts))$/i;
/** Nothing, or a colour, or something of the studio rather than of the picture. */
const noThings =
  /^(?:nothing|none|colou?rs?|colou?r \w+|something|anything|(?:(?:last|latest|previous|first|current|new|whole|all) )*(?:effects?|filters?|crop|cropping|mask|selection|adjustments?|edits?|changes?|steps?|undo)|red|green|blue|yellow|pink|purple|magenta|cyan|violet|brown|gr[ae]y|black|white|turquoise|teal|beige)$/i;
/** "The selection" may be what is selected, or that it is selected: too little to take something out for. */
const isRemovable = (thing: Thing | undefined): boolean =>
  thing?.kind === 'words'
    ? !faults.test(thing.text) && !noThings.test(thing.text)
    : (thing?.kind === 'selection' && !thing.named) || thing?.kind === 'it';

/** The only place that a filling may come from. */
function sourceOf(source: Thing | undefined): Region | undefined {
  return source?.kind === 'words' ? { parts: [{ kind: 'words', text: source.text }] } : undefined;
}

function filledFrom(
  source: Thing | undefined,
  thing: Thing | undefined,
  context: RuleContext,
): Outcome | undefined {
  const region = sourceOf(source);
  // "Replace the background by a fade from pink to orange"
  const unclear =
    (thing?.kind === 'words' && /^(?:background|backdrop)\b/i.test(thing.text)) ||
    (source?.kind === 'words' && /^\S+ to \S+$/.test(source.text));
  if (
    !region ||
    unclear ||
    !isRemovable(thing) ||
    (thing?.kind !== 'words' && !context.hasSelection && !context.antecedent)
  )
    return undefined;
  return edit('remove', { source: region }, thing, context);
}

/** "With the grass from the left" copies what is there; "with a lawn" asks for an invention. */
const isPlaced = (source: Thing | undefined): boolean =>
  source?.kind === 'words' &&
  (onlyMentions(source.text.split(' ')) || placedAt.test(source.text.toLowerCase()));
const placedAt =
  /\b(?:from|on|at|in|next to|around|beside|near|above|below|behind) (?:it|this|that|them|(?:the |its )?(?:left|right|top|bottom|upper|lower|other|same|background|surroundings?))\b|^(?:the )?(?:left|right|top|bottom|upper|lower) |\bfrom (?:below|above|behind|around|beside|beneath)$|\b(?:surrounding|nearby|neighbouring)\b|\bto the (?:left|right) of (?:it|this|that|them)$/;

const STUFF =
  '(texture|pixels|content|stuff|material|something|the texture|the pixels|what is|things|a piece|pieces|parts) (of|from|in|on)';
const FROM = `from|using|only from|with ${STUFF}|with what is|with stuff from|in from|by using`;
const FILL =
  '[,|and|but|then] [and|then|but] (filling|filled|fill|fill in|patch|cover|replace|rebuild|heal|complete|close) [(it|that|this|them|the hole|the gap|the space|the place|the area)]';

/** More said of the removal before: where its filling is taken from. */
function refilled(source: Thing | undefined, { previous }: RuleContext): Outcome | undefined {
  const before = previous?.at(-1);
  const region = sourceOf(source);
  return before?.command === 'remove' && region
    ? [{ ...before, args: { ...before.args, source: region }, replaces: true }]
    : undefined;
}

export const filling: Rule[] = [
  rule(
    ({ source }, context) => (isPlaced(source) ? refilled(source, context) : undefined),
    '(fill|fill in|patch|cover|rebuild|heal|complete|close|replace) [(it|that|this|them|the hole|the gap|the space|the place|the area)] with {source}',
  ),
  rule(
    ({ thing, source }, context) => filledFrom(source, thing, context),
    `<remove> {thing} ${FILL} (${FROM}) {source}`,
    `<remove-first> {thing} (out|away|off) ${FILL} (${FROM}) {source}`,
    `<remove> {thing} (from|using|with|by cloning) ${STUFF} {source}`,
    `<remove> {thing} using {source}`,
    `<remove> {thing} [,|but|and] (but|and) only (use|take|fill from|sample|copy from) [from] {source}`,
    `(<heal>|fill|fill in|cover|cover up|replace|fix|repair|rebuild) {thing} (from|using|with what is in|with what is on) {source}`,
    `(<heal>|repair|fix|rebuild) {thing} with {source}`,
    `(cover|cover up|replace|fill|fill in|<heal>) {thing} with ${STUFF} {source}`,
    `clone {source} (over|onto|on top of) {ref}`,
  ),
  rule(
    ({ thing, source }, context) => (isPlaced(source) ? filledFrom(source, thing, context) : undefined),
    `<remove> {thing} ${FILL} with {source}`,
    `<remove-first> {thing} (out|away|off) ${FILL} with {source}`,
    '(cover|cover up|patch|patch up|hide|fill|replace|<heal>) {thing} (with|using|by) {source}',
    '(cover|patch|close|paint|fill) {thing} (up|over|in) (with|using|by) {source}',
  ),
  // The same as a clause of its own: "remove the dog. Fill from the left half."
  rule(
    ({ source }, context) => refilled(source, context),
    `(fill|fill in|patch|cover|rebuild|heal|complete|close) [(it|that|this|the hole|the gap|the space|the place|the area)] (${FROM}) {source}`,
    `(use|take|only use|copy|clone|sample) [only] [${STUFF}] {source} [for the filling|to fill it|to fill the hole|instead|as the source]`,
    `(from|using) {source}`,
  ),
];

/** What "no" is said before without asking for anything. */
const said =
  /^(?:problems?|ideas?|worries|way|thanks|need|clue|matter|chance|doubt|comments?|questions?|filters?|changes?|idea|rush|hurry|luck|point|reason|thing|one)\b/i;

export const removing: Rule[] = [
  rule(
    ({ thing }, context) => {
      const before = context.previous?.at(-1);
      // "I don't like the clouds, remove them": they were taken for that already.
      if (thing?.kind === 'it' && before?.command === 'remove' && before.complains)
        return [{ ...before, replaces: true }];
      return isRemovable(thing) ? edit('remove', {}, thing, context) : undefined;
    },
    '<remove> {thing}',
    '<remove-first> {thing} (out|away|off|up)',
    'make {thing} (disappear|vanish|go away|invisible|gone)',
    "(i want|i need|i would like|i'd like|need|want) {thing} [to be] (gone|removed|out|deleted|erased|out of there|to go|to disappear) [(from|off) {story}]",
    '{thing} (has to|must|should|needs to|can|have to|need to|ought to|gotta) [just] (go|disappear|vanish|go away|be gone|be removed|be erased|be deleted|be out|not be there|not be here)',
    'there (should|must) be no [more] {thing}',
    "there (should not|shouldn't|must not|mustn't) be [any|a|an] {thing}",
    "{thing} (should not|shouldn't|must not|mustn't) be (there|here|in it|in the picture|in the photo)",
    'let there be no [more] {thing}',
    '{thing} were (gone|not there|not here|out of the picture|out of it)',
    "{thing} (weren't|wasn't) (there|here|in it|in the picture|in the photo)",
    "(i don't want|i do not want|nobody wants|i no longer want|i no longer need|i don't need|i do not need) {thing} [here|there|in it|in there]",
    '<heal> {thing}',
    'fill in {thing}',
    'make it look like {thing} (was|were) never there',
  ),
  rule(
    ({ thing }, context) =>
      thing?.kind === 'words' && isRemovable(thing) ? edit('remove', {}, thing, context) : undefined,
    "(i prefer|i'd prefer|i would prefer|i like|i'd like|i would like|i want|i need|show me|show|give me|make|have|imagine|see|get) [the|this|that|a|my] (picture|photo|image|shot|scene|view|same picture|same photo) without [the|any] {thing}",
  ),
  rule(
    ({ thing }, context) => (isRemovable(thing) ? complaint(edit('remove', {}, thing, context)) : undefined),
    "(i don't like|i don't want to see) {thing} [here|there|in it|in there]",
  ),
  rule(
    ({ thing }, context) =>
      isRemovable(thing) &&
      thing?.kind === 'words' &&
      !said.test(thing.text) &&
      !/^[a-z]+ing$/i.test(thing.text)
        ? edit('remove', {}, thing, context)
        : undefined,
    'no [more] {thing}',
  ),
  rule(
    // "Take the orange out of this": a colour is no thing.
    ({ thing, story }, context) =>
      isRemovable(thing) &&
      !(thing?.kind === 'words' && readColour(thing.text.toLowerCase())) &&
      // "Take the edge off the contrast"
      !qualities.has(story!.toLowerCase().replace(/^the /, '')) &&
      // Another clause is no place.
      !/ and |[,;]/.test(story!)
        ? edit('remove', {}, thing, context)
        : undefined,
    '(take|wipe|get|photoshop|edit|airbrush|clean|scrub|brush|rub|wash|erase|clear) {thing} (off|away from|out of|outta) {story}',
    '(clean|wipe|scrub|rub|wash|clear|get) {thing} from {story}',
  ),
  rule(
    (_, context) => (context.hasSelection ? edit('remove', {}, undefined, context) : undefined),
    '(remove|erase|delete|heal|inpaint)',
    '(content-aware fill|content aware fill)',
    '(gone|begone|off with it|away with it|away with this|out with it|out with this)',
  ),
];

export const hiding: Rule[] = [
  rule(
    strong('blur'),
    '[{amount}] <blur> {thing} [{amount}]',
    'blur {thing} out [{amount}]',
    '(throw|put|take|make|get|leave) {thing} [{amount}] (out of focus|out-of-focus)',
    '<blur> [{amount}]',
    '<blur> (on|to|for) {thing} [{amount}]',
    '<apply> [some|a|a bit of] [{amount}] blur [(to|on|over) {thing}] [{amount}]',
  ),
  rule(
    strong('pixelate'),
    '[{amount}] <pixelate> {thing} [{amount}]',
    '<apply> [a] (mosaic|pixelation|censor bar|pixelate effect|pixels) (to|on|over|onto) {thing}',
    '(mosaic|pixelation|pixels) (on|over|to) {thing}',
    '(make|render|get) {thing} (unrecognisable|unreadable|illegible|anonymous|unidentifiable|unrecognizable)',
  ),
  rule(
    ({ thing }, context) =>
      thing?.kind === 'whole' || (thing?.kind === 'words' && / (?:with|by|using) /.test(thing.text))
        ? undefined
        : edit('pixelate', { amount: 0.5 }, thing, context),
    '(cover|cover up) {thing}',
  ),
];

export const selecting: Rule[] = [
  rule(
    ({ thing, ref }, context) => {
      const { target, region } = placeOf(thing ?? ref, context.hasSelection, context.antecedent);
      const module = context.kind === 'video' ? 'video-segmentation' : 'image-segmentation';
      if (thing?.kind === 'whole') return undefined;
      const gone = context.taken && !context.antecedent;
      if (gone && (thing?.kind === 'it' || thing?.kind === 'selection')) return undefined;
      // The background as such: not everything that isn't selected.
      if (thing?.kind === 'rest')
        return thing.said === 'background'
          ? [{ module, command: 'segment', args: { target: 'background' } }]
          : undefined;
      return [
        {
          module,
          command: 'segment',
          args: target === undefined ? {} : { target },
          ...(region && { region }),
          ...about(thing, context),
        },
      ];
    },
    '<select> {thing}',
    '(make|create|get|give me) (a|the) (mask|selection) (of|for|around) {thing}',
    'draw a (mask|selection) (around|over) {thing}',
  ),
  rule(({ thing }, context) => {
    const { target } = placeOf(thing, context.hasSelection, context.antecedent);
    return [
      { module: 'video-segmentation', command: 'segment', args: target === undefined ? {} : { target } },
    ];
  }, '<track> {thing} [through the (video|clip)|over time]'),
];
