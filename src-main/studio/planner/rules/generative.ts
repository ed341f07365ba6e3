/**
 * What only a model can do. These are planned for what they are: the studio answers which packs could do them.
 * They come before the edits that their words resemble.
 */
import { notAddable, ownPicture } from '../lexicon/others.ts';
import { isColourWord, readColour } from '../lexicon/colours.ts';
import type { Thing } from '../thing.ts';
import { placeOf } from '../thing.ts';
import { edit, isPicture, make, rule, wholeEdit, type Outcome, type Rule, type RuleContext } from './rule.ts';

/** An animation needs a prompt even where none was given. */
const STILL = 'natural motion';

function replace(thing: Thing | undefined, prompt: string, context: RuleContext): Outcome | undefined {
  // "A blue one" is the same in blue.
  const colour = / one$/i.test(prompt) ? readColour(prompt.toLowerCase()) : undefined;
  if (!colour && readColour(prompt.toLowerCase())) return undefined;
  // "Swap the pink for teal"
  if (thing?.kind === 'words' && readColour(thing.text.toLowerCase())) return undefined;
  if (colour && thing?.kind !== 'rest') return edit('recolour', { colour }, thing, context);
  if (ownPicture.test(prompt.toLowerCase())) return undefined;
  if (context.kind === 'video') {
    if (thing?.kind === 'rest') return make('video-editing', 'edit', { background: prompt });
    if (thing?.kind === 'whole')
      return make('video-editing', 'edit', { foreground: prompt, background: prompt });
    return make('video-editing', 'edit', { foreground: prompt });
  }
  return edit('replace', { prompt }, thing, context);
}

const restyle = (prompt: string, { kind }: RuleContext): Outcome =>
  kind === 'video'
    ? make('video-editing', 'edit', { foreground: prompt, background: prompt })
    : wholeEdit('restyle', { prompt });

const animate = (prompt: string): Outcome => make('image-to-video', 'animate', { prompt });

/** Words about the picture itself: a video of those is made from it. */
const fromPicture = /^(?:this|it|that|the|my)(?: (?:picture|photo|image))?$/i;

export const making: Rule[] = [
  rule(
    ({ ref }) => (ref ? animate(STILL) : undefined),
    '(turn|make|convert|change|transform) {ref} into (a|an) [short|little] <video>',
    '(make|create|generate) (a|an) [short|little] <video> (from|out of|of|with|using) {ref}',
    'animate [{ref}]',
    'bring {ref} (to|alive) [life]',
    '(make|let) {ref} (move|come to life|come alive)',
    'add [some] (motion|movement) [to {ref}]',
    'put {ref} in motion',
  ),
  rule(() => animate(STILL), 'animate'),
  rule(
    ({ story }) => (fromPicture.test(story!) ? undefined : animate(story!)),
    'animate (this|it|the picture|the photo|this photo|this picture) (:|so that|with|such that|as) {story}',
  ),
  rule(
    ({ thing }) => (thing?.kind === 'words' ? animate(`the ${thing.text} moving`) : undefined),
    'animate {thing}',
    '(make|let) {thing} (move|come to life|come alive)',
    'bring {thing} to life',
  ),
  rule(
    ({ story }) =>
      fromPicture.test(story!) ? undefined : make('video-generation', 'generate', { prompt: story! }),
    '(<generate>|<make-me>) (a|an|some|the) [short|little|quick|new|10 second|slow motion] <video> [clip] <showing> {story}',
    '<video> of {story}',
  ),
  rule(
    ({ story }) => make('audio-generation', 'generate', { prompt: story! }),
    '(<compose>) [the|a|an|some] [short] <sound> (of|for|like|from) {story}',
    '[the|a] <sound> of {story}',
  ),
  rule(({ music }) => make('audio-generation', 'generate', { prompt: music! }), '<compose> {music}'),
  rule(
    ({ story }) => make('image-generation', 'generate', { prompt: story! }),
    '(<generate>|<make-me>) (a|an|the|some|another) [new|nice|beautiful|random] <picture> (of|showing|depicting|with|where|that shows) {story}',
    '[a|an] <picture> of {story}',
  ),
];

/** "Draw a moustache on him" speaks of the picture that is open. */
const onSomeone =
  / (?:on|onto|over|around|behind|next to|beside|above|under) (?:it|this|that|him|her|them|me|us)$/i;

/** "Show me how …", "show me the original": asked of the studio, not of a painter. */
const ofStudio =
  /^(?:how|what|why|when|where|who|which|if|whether|this|it|that|these|(?:the|my) (?:original|mask|selection|difference|before|history|versions?|result|preview|changes?|steps?|options?|settings?))(?=\W|$)/i;

/** "The dog wear": half a sentence. */
const doing =
  / (?:wear|hold|have|be|become|eat|drink|ride|play|drive|use|get|do|take|carry|look|feel|sit|stand|face|point|kiss|hug)$/i;

/** Not put on somebody: "give the room a lift". */
const manner =
  /\b(?:look|effect|style|tone|feel|vibe|touch|lift|boost|break|chance|try|name|title|filter|finish|colour|color|makeover|treatment|hue|tint|cast|background|backdrop|border|frame|shadow|light|contrast|brightness|smile|haircut|tan)\b/i;

export const placing: Rule[] = [
  rule(
    ({ thing, prompt }, context) => replace(thing, prompt!, context),
    '<remove> {thing} and (put|place|add|insert|draw) {prompt} (there|in its place|instead|here|in their place|in his place|in her place)',
    '<remove> {thing} and fill [in] (it|that|this|the hole|the gap|the space|the area) with {prompt}',
    '(put|place|insert) {prompt} (in place of|instead of|in the place of) {thing}',
    '(put|place) {prompt} where {thing} (is|are|was|were)',
    'fill {thing} with {prompt}',
    '<replace> {thing} (with|by|for) {prompt}',
  ),
  rule(
    ({ prompt, thing }, context) =>
      isPicture(thing, context) ? restyle(prompt!, context) : replace(thing, prompt!, context),
    'make {thing} [to] (look like|look as if it were|resemble) {prompt}',
  ),
  rule(
    ({ prompt, thing }, context) =>
      thing && !isPicture(thing, context) ? undefined : restyle(prompt!, context),
    '[paint|render|redo|redraw|repaint|make|turn|draw|put|style] [{ref}] in the style of {prompt}',
    'convert to {prompt}',
    '(paint|repaint|render|redo|redraw|make|draw|do) {ref} (as if|as though|like|the way|as) {prompt} (had|has|would|would have|could have) (made|painted|drawn|done|paint|draw|do) (it|this|that)',
    '(paint|repaint|render|redo|redraw|draw|do) {ref} like {prompt}',
    '(restyle|stylise|stylize) [{ref}] [as|like|to|into|in] {prompt}',
    '(paint|render|redo|redraw|make|turn|draw|put) {ref} (in|into) [a|an|the] {prompt} style',
    'apply (a|an|the) {prompt} style [to {ref}]',
  ),
  rule(
    ({ thing, prompt }, context) => {
      // After a taking away, "it" is the background that was removed, or too uncertain.
      const gone = thing?.kind === 'it' && !context.antecedent ? context.taken : undefined;
      if (gone) return gone.thing?.kind === 'rest' ? replace(thing, prompt!, context) : undefined;
      return isPicture(thing, context) ? restyle(prompt!, context) : replace(thing, prompt!, context);
    },
    '<change> {thing} into {prompt}',
    '(change|switch|swap) {thing} (to|for) {prompt}',
    'set {thing} to {prompt}',
  ),
  rule(
    ({ prompt }, context) => add(prompt!, context),
    '<add> {prompt} (here|there|in here|right here|over here|in this spot|in this place|in the selection|in the selected area)',
    "(draw|paint|drop|i want|i'd like|i need|give me|show) {prompt} (here|there|right here|over here|in this spot)",
    '(here|there) (goes|should be) {prompt}',
    '<add> {prompt}',
  ),
  rule(
    ({ thing, prompt }, context) =>
      thing?.kind === 'words' && !manner.test(prompt!) && !prompt!.toLowerCase().split(' ').some(isColourWord)
        ? add(
            `${/^(?:long|short|curly|straight|more|some|two|\d)/.test(prompt!) ? prompt! : `a ${prompt!}`} on the ${thing.text}`,
            context,
          )
        : undefined,
    'give {thing} (a|an|some) {prompt}',
  ),
  // "Make the car a tractor"
  rule(
    ({ thing, prompt }, context) =>
      thing?.kind === 'words' &&
      !manner.test(prompt!) &&
      !doing.test(thing.text) &&
      !/^(?:bit|little|lot|touch|tad|hint|few|single|solid)\b/i.test(prompt!) &&
      !prompt!.toLowerCase().split(' ').some(isColourWord)
        ? replace(thing, `a ${prompt!}`, context)
        : undefined,
    'make {thing} (a|an) {prompt}',
  ),
  // "Draw a castle": after everything that draws on what is there.
  rule(
    ({ story }) =>
      ofStudio.test(story!) || onSomeone.test(story!)
        ? undefined
        : make('image-generation', 'generate', { prompt: story! }),
    '<generate> {story}',
    '(paint me|sketch me|show me|paint|sketch) {story}',
  ),
];

function add(prompt: string, { kind, hasSelection, antecedent }: RuleContext): Outcome | undefined {
  if (notAddable.test(prompt.toLowerCase())) return undefined;
  if (kind === 'video') return make('video-editing', 'edit', { foreground: prompt });
  if (placeOf(undefined, hasSelection, antecedent).target) return undefined;
  return wholeEdit('add', { prompt });
}
