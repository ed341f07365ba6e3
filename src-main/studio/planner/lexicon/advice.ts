/** What to say of ordinary requests that are not done from words, or that say two things at once. */
import { fileFormat } from './files.ts';

export interface Advice {
  message: string;
  hint: string;
  /** Ids of packs that could do it. */
  packs?: readonly string[];
}

export interface Entry {
  forms: readonly string[];
  /** What {name}, {count} and {other} stand for, as they were written. */
  say(name?: string, count?: string, other?: string): Advice;
}

const onText: Advice = {
  message: 'Words are set by hand, with the Text tool.',
  hint: 'Press T or choose “Text” beside the picture, click where they should begin, and type.',
};

export const entries: readonly Entry[] = [
  {
    forms: [
      '(add|put|write|place|insert|draw) [a|an|some|the|my|our] (text|title|caption|headline|tagline|logo|watermark|signature|date|name|subtitle|speech bubble|words) [{name}]',
      '(write|print|type|letter|inscribe) {name} (on|in|at|onto|over|under|above|below|across|along) {other}',
      '(add|put|place|insert|draw) {name} as [a|an] (text|title|caption|headline|words|subtitle) [(on|in|at|onto|over|under|above|below|across|to) {other}]',
      '(label|caption|title) (it|this|the picture|the photo|the image) [with|as|:] {name}',
      '(change|replace|edit|correct) [the|this|that] (text|title|caption|headline|lettering|words) (to|with|into) {name}',
    ],
    say: () => onText,
  },
  {
    forms: [
      '<remove> [the|my|this] [current] selection',
      '<remove> [the|my|this] mask',
      '<remove-first> [the|my|this] (selection|mask) (out|away|off|up)',
    ],
    say: () => ({
      message: 'That could mean the thing or the marking around it.',
      hint: 'Say “remove this” to remove the thing, or “deselect”.',
    }),
  },
  {
    forms: [
      '(save|export|download|write) [it|this|that|the picture|the photo|the image|everything] (as|to|in|into) {name}',
      '(save|export|download) [it|this|that|the picture|the photo|the image|everything]',
      '(convert|change|turn) [it|this|the picture|the photo|the image] (to|into) {format}',
    ],
    say: (name) => ({
      message: 'Files are saved with Export.',
      hint:
        name && !fileFormat.test(name.toLowerCase())
          ? `Choose “Export” at the top, then save it as “${name}”.`
          : 'Choose “Export” at the top, then choose the format.',
    }),
  },
  {
    forms: [
      'undo [the] [last|previous] {count} [last|previous] (steps|changes|edits|things|actions|times)',
      'undo (twice|thrice|{count} times|both|them)',
      'go back {count} steps',
      '<remove> [the] (last|previous) {count} (steps|changes|edits)',
    ],
    say: () => ({
      message: 'I undo one step at a time.',
      hint: 'Say “undo” once for each step, or choose an earlier version.',
    }),
  },
  {
    forms: [
      '(revert|reset|restore|return|go back|take it back|bring it back) [it|this|the picture|the photo|the image] [back] [to] [the|my] (original|start|beginning|first version) [picture|photo|image|version|state]',
      '(restore|show|show me|bring back|get back) [the|my] original [picture|photo|image|version]',
      'reset [it|this|everything|the picture|the photo|the image]',
      'undo (everything|all|all of it|all changes|all edits|all the changes|all my changes)',
      'start (over|again|from scratch)',
    ],
    say: () => ({
      message: 'The original is kept as the first version.',
      hint: 'Choose the first version under “Versions”, or say “undo” once for each step.',
    }),
  },
  {
    forms: ['<crop> (this|it|that) (out|away|off)', '<crop> (out|away|off) (this|it|that)'],
    say: () => ({
      message: 'That could mean keeping it or taking it out.',
      hint: 'Say “crop to this” to keep only this part, “cut this out”, or “remove this”.',
    }),
  },
  {
    forms: [
      '(<resize>|make|get|shrink|scale down) [it|this|the picture|the photo|the image] [down|up] [to] {count} (px|pixels)',
      '(<resize>|make|get|shrink|scale down) [it|this|the picture|the photo|the image] [down|up] [to] {count}',
    ],
    say: (_, count) => ({
      message: 'That could be the width or the height.',
      hint: `Say “resize to ${count ?? '1200'} pixels wide”, or “… high”.`,
    }),
  },
  {
    forms: [
      '(replace|change|swap|switch) [the|my] background',
      '[a|i want a|give me a|put it on a] (new|different|another|other) background',
      '(put|add|use|make) [a] gradient (behind|as) {name}',
    ],
    say: () => ({
      message: 'A background of what?',
      hint: 'Say a colour (“put it on a white background”), “a gradient from blue to white”, or the name of another photo in the project.',
    }),
  },
  {
    forms: [
      '(replace|change|swap|switch|set) [the|my] background (with|to|for|by|into) (my|the|another|this|that) [other|second|next|own] (photo|picture|image)',
      '(use|take) {name} as [the|a] background',
      '(put|place) {name} (on|onto|over|in front of) (my|the|another|this|that) [other|second|next|own] (photo|picture|image)',
      '(merge|combine|blend) [the|my|these|both] [two|2] (photos|pictures|images)',
    ],
    say: () => ({
      message: 'There is no other photo of that name in the project.',
      hint: 'Drop it into the project, then say “replace the background with” and its name.',
    }),
  },
  {
    forms: [
      '(move|shift|put|place|drag|bring|slide|centre) {name} (to|in|into|on|at) [the|my] (middle|centre|corner|left|right|top|bottom|left side|right side|top left|top right|bottom left|bottom right|top left corner|top right corner|bottom left corner|bottom right corner)',
      '(move|shift|nudge|push|slide|drag) (it|this|that|them)',
      'centre {name}',
    ],
    say: () => ({
      message: 'I move things by a distance, not to a place.',
      hint: 'Say which way and how far: “move this to the left by 20 %”, “nudge it up”.',
    }),
  },
  {
    forms: ['(<rotate>|tilt) [the|this|my|that] {name}', '(<rotate>|tilt) {name} (around|round)'],
    say: () => ({
      message: 'Turned by how much?',
      hint: 'Say an angle: “rotate this by 15 degrees”; to mirror it, say “flip this”.',
    }),
  },
  {
    forms: ['(duplicate|copy|clone) {name} {count} (times|x)', '(make|add) {count} (copies|more) of {name}'],
    say: () => ({
      message: 'I copy a thing once at a time.',
      hint: 'Say “duplicate this to the right by 20 %”, then click on it and say it again.',
    }),
  },
  {
    forms: [
      '(add|put|draw|make|give it|apply) [a|an|the] [thin|thick|white|black|coloured|simple|nice] (border|frame|passepartout) [{name}]',
    ],
    say: () => ({
      message: 'There are no borders.',
      hint: '“Extend by 10 % on all sides” gives the picture more room, filled with what continues it.',
    }),
  },
  {
    forms: [
      '[add|apply|give it|use|make] [a|an|some] [strong|slight] (motion blur|zoom blur|radial blur|tilt-shift|tilt shift|lens flare|film grain|grain) [effect|look] [{name}]',
      'miniature effect',
    ],
    say: () => ({
      message: 'That effect isn’t among mine.',
      hint: 'There are lens blur (“blur the background with bokeh”), film looks, styles and vignettes.',
    }),
  },
  {
    forms: [
      '[please|can you] (fix|correct|adjust|change|improve|repair|straighten) [the|my|its|this] perspective [distortion] [(of|in) {name}]',
      '(perspective correction|perspective fix|perspective)',
    ],
    say: () => ({
      message: 'Which way is the perspective off?',
      hint: 'Say what you see: “the building leans backwards”, “make the left side wider”, “widen the top by 20 %”.',
    }),
  },
  {
    forms: ['stretch {name}', 'squeeze {name}', 'distort {name}'],
    say: () => ({
      message: 'I don’t stretch pictures: what is in them would look wrong.',
      hint: 'Say “crop to 16:9”, “extend to 16:9”, or “resize to 1200 x 800 pixels”.',
    }),
  },
  {
    forms: [
      '<crop> [it|this|the picture|the photo] (for|to fit) (instagram|facebook|tiktok|youtube|a story|stories|social media|my phone|linkedin|a reel|print)',
      '(make|turn) [it|this|the picture|the photo] [a|into a|to] (landscape|portrait|panorama|wide|tall)',
      'make it fit [{name}]',
    ],
    say: () => ({
      message: 'Which shape should it have?',
      hint: 'Say it as a ratio: “crop to 4:5” cuts something off, “extend to 16:9” adds something.',
    }),
  },
  {
    forms: [
      '<crop> [a bit|a little|some|{count}] [%|percent|px|pixels] [off|from|of] [the] (left|right|top|bottom) [side|edge]',
      '(cut|trim|chop|slice) [a bit|a little|some|{count}] [%|percent|px|pixels] (off|from) [the] (left|right|top|bottom) [side|edge]',
      '(cut|chop|trim) off {name}',
    ],
    say: () => ({
      message: 'I crop to what you mark, or to a shape.',
      hint: 'Draw a box around what should stay and say “crop to this”.',
    }),
  },
  {
    forms: ['<remove> [the|this|my] (vignette|vignetting)'],
    say: () => ({
      message: 'Was it added here, or is it the lens?',
      hint: 'Say “undo” for one that was added, “lighten the corners” for the lens’.',
    }),
  },
  {
    forms: [
      '<remove> [the|his|her|my|their|all] red [-] eyes',
      '<remove> [the] red [-] eye [effect]',
      'fix [the|his|her|my|their] red [-] (eyes|eye)',
    ],
    say: () => ({
      message: 'There is no edit for red eyes.',
      hint: 'Click on the pupil and say “make this black and white”.',
    }),
  },
  {
    forms: [
      '(warm up|cool down|brighten|darken|desaturate|saturate|colour|tint) [the] (highlights|shadows|midtones|reds|greens|blues|yellows|oranges|purples) [{name}]',
    ],
    say: () => ({
      message: 'I can’t colour one range of tones by itself.',
      hint: 'There are “lift the shadows”, “bring down the highlights”, “boost the red channel”; or select a thing and say it of “this”.',
    }),
  },
  {
    forms: ['cut {name} (out of|from) (the|this|my) (photo|picture|image)'],
    say: () => ({
      message: 'That could mean keeping it or taking it out.',
      hint: 'Say “cut out …” to keep only that, or “remove …” to take it out.',
    }),
  },
  {
    forms: [
      '(remove|erase|delete) (everything|all|all of it|it all|the whole thing|the whole picture|the picture|the photo|the image)',
      '(delete|remove) (this|the|my) (photo|picture|image|file) [from the project]',
    ],
    say: () => ({
      message: 'Pictures aren’t deleted from here.',
      hint: 'The bin beside a picture takes it out of the project; “remove this” takes out what is selected.',
    }),
  },
  {
    forms: ['(print|share|send|email|mail|upload|post|publish) [it|this|the picture|the photo] [{name}]'],
    say: () => ({
      message: 'Nothing leaves this machine from here.',
      hint: 'Choose “Export” at the top, then print or send the file.',
    }),
  },
  { forms: ['(write|type) {name}'], say: () => onText },
];
