/** Taking out, cutting out, blurring, hiding, selecting: what is done to a thing as a whole. */
import { strengthOf } from '../lexicon/amounts.ts';
import { readColour } from '../lexicon/colours.ts';
import type { Slots } from '../slots.ts';
import type { Thing } from '../thing.ts';
import { about, edit, type Outcome, rule, type Rule, type RuleContext } from './rule.ts';
import { placeOf } from '../thing.ts';

/** Around a thing there is only the rest: "remove everything but the dog" cuts the dog out. */
const kept = (rest: Thing | undefined): Thing | undefined =>
  rest?.kind === 'except' ? { kind: 'words', text: rest.text } : undefined;

/** A command with a strength. */
export const strong =
  (command: string, read: (slots: Slots) => Thing | undefined = (slots) => slots.thing) =>
  (slots: Slots, context: RuleContext): Outcome | undefined => {
    const amount = strengthOf(slots.amount);
    if (amount === undefined || amount < 0 || amount > 1) return undefined;
    return edit(command, { amount }, read(slots), context);
  };

const NOISE = '(noise|grain|graininess|noisiness|image noise|film grain|speckles)';

export const cleaning: Rule[] = [
  rule(
    strong('denoise'),
    '<denoise> [{amount}]',
    '<denoise> {thing} [{amount}]',
    '(remove|reduce|kill|get rid of|clean up|less|lower|fix|take out|decrease|lessen|minimise|minimize) [the|some|some of the|all the] ' +
      NOISE +
      ' [(in|from|of|on) {thing}] [{amount}]',
  ),
  rule(
    strong('sharpen'),
    '<sharpen> [{amount}]',
    '<sharpen> {thing} [{amount}]',
    '[{amount}] <sharpen> {thing}',
    '(increase|add|more|add some|boost) [the] (sharpness|sharpening|clarity) [(of|to|in|on) {thing}] [{amount}]',
    '(remove|reduce|fix|get rid of) the (blur|blurriness) [(in|from|of|on) {thing}]',
  ),
];

/** Faults of a picture, and the picture itself, can't be taken out like a thing: "remove the red eyes" must keep the eyes. */
const faults =
  /^(?:red[ -]?eyes?|.*\b(?:haze|tint|cast|contrast|brightness|exposure|saturation|warmth|vignette|distortion|compression|artefacts|artifacts))$/i;
/** Nothing, or a colour, or something of the studio rather than of the picture. */
const noThings =
  /^(?:nothing|none|colou?rs?|something|anything|(?:(?:last|latest|previous|first|current|new|whole|all) )*(?:effects?|filters?|crop|cropping|mask|selection|adjustments?|edits?|changes?|steps?|undo)|red|green|blue|yellow|pink|purple|magenta|cyan|violet|brown|gr[ae]y|black|white|turquoise|teal|beige)$/i;
/** "The selection" may be what is selected, or that it is selected: too little to take something out for. */
const isRemovable = (thing: Thing | undefined): boolean =>
  thing?.kind === 'words'
    ? !faults.test(thing.text) && !noThings.test(thing.text)
    : (thing?.kind === 'selection' && !thing.named) || thing?.kind === 'it';

export const removing: Rule[] = [
  rule(
    ({ rest, thing }, context) => {
      const background: Thing =
        thing?.kind === 'words'
          ? { kind: 'except', text: thing.text }
          : (rest ?? { kind: 'rest', said: 'background' });
      return edit('cut-out', {}, thing ?? kept(rest), context)?.map((draft) => ({
        ...draft,
        taken: { command: 'cut-out', thing: background },
      }));
    },
    '<remove> {rest} [(behind|of|from|around) {thing}]',
    '<remove> {rest}',
    'remove-background',
    '(make|turn) {rest} (transparent|see-through|invisible|disappear)',
    '(transparent|no) background',
    '(give it|with|use|put it on) a transparent background',
  ),
  rule(
    ({ thing }, context) => edit('cut-out', {}, thing, context),
    '(<cut-out>|separate) {thing} (from|out of) (the|its) background',
    '<cut-out> {thing}',
    'cut {thing} out',
    'cut out',
    'cut-out {thing}',
    '(make|create) a cut-out of {thing}',
  ),
  rule(
    ({ thing }, context) => (isRemovable(thing) ? edit('remove', {}, thing, context) : undefined),
    '<remove> {thing}',
    '<remove-first> {thing} (out|away|off|up)',
    'make {thing} (disappear|vanish|go away|invisible|gone)',
    "(i want|i need|i would like|i'd like) {thing} (gone|removed|out|deleted|erased|out of there|to go|to disappear)",
    '{thing} (has to|must|should|needs to|can) (go|disappear|go away|be removed|be erased|be deleted)',
    "(i don't want|i do not want|nobody wants) {thing} [here|there|in it|in there]",
    'fill in {thing}',
  ),
  rule(
    // "Take the orange out of this": a colour is no thing.
    ({ thing }, context) =>
      isRemovable(thing) && !(thing?.kind === 'words' && readColour(thing.text.toLowerCase()))
        ? edit('remove', {}, thing, context)
        : undefined,
    '(take|wipe|get) {thing} (off|away from|out of) {story}',
  ),
  rule(
    (_, context) => (context.hasSelection ? edit('remove', {}, undefined, context) : undefined),
    '(remove|erase|delete)',
  ),
];

export const hiding: Rule[] = [
  rule(
    strong('blur-background', ({ rest, thing }) => thing ?? kept(rest)),
    '[{amount}] <blur> {rest} [{amount}]',
    '<blur> {rest} (behind|around|of) {thing} [{amount}]',
    '<blur> {rest} [{amount}] (but|and) (keep|leave) {thing} (sharp|in focus|clear|as it is|alone)',
    '<blur> [everything|what is] behind {thing} [{amount}]',
    '(make|get) {rest} [{amount}] (blurry|blurred|blurrier|out of focus|softer|bokeh)',
    '(put|throw|take) {rest} out of focus',
    '(give it|give this|add|make|with|i want) (a|an|some) (bokeh|blurry|blurred|soft) [background|effect]',
    '(blurred|blurry) background',
    'background blur',
    'add [a|some] background blur',
    'bokeh',
    'portrait mode',
    'shallow depth of field',
    'add depth of field',
  ),
  rule(
    strong('blur'),
    '[{amount}] <blur> {thing} [{amount}]',
    'blur {thing} out [{amount}]',
    '<blur> [{amount}]',
    'add [some|a|a bit of] blur [(to|on|over) {thing}] [{amount}]',
  ),
  rule(
    strong('pixelate'),
    '[{amount}] <pixelate> {thing} [{amount}]',
    'add [a] (mosaic|pixelation|censor bar) (to|on|over) {thing}',
    '(make|render) {thing} unrecognisable',
  ),
  rule(
    ({ thing }, context) =>
      thing?.kind === 'whole' ? undefined : edit('pixelate', { amount: 0.5 }, thing, context),
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
