/** What to say of requests that only a model could do, and that name no command of one. */
import type { Entry } from './advice.ts';

/** Packs that paint into a picture: their ids and names in `models/`. */
export const painters: Readonly<Record<string, string>> = {
  'stable-diffusion-inpainting': 'Stable Diffusion 1.5 inpainting',
  'gligen-inpainting-text-box': 'GLIGEN inpainting',
};
/** Packs that paint a picture anew. */
export const restylers: Readonly<Record<string, string>> = {
  'stable-diffusion-v1-5': 'Stable Diffusion 1.5',
};

const could = (packs: Readonly<Record<string, string>>): string =>
  `${Object.values(packs).join(' or ')} could`;

const SOMEBODY = '(me|us|him|her|them|everyone|everybody|all of them|all of us|{name})';
const HIS = '(his|her|my|our|their|the|{name})';
const AGE =
  '(younger|older|thinner|slimmer|skinnier|fatter|taller|shorter|prettier|happier|sadder|happy|sad|angry|tired|fitter|muscular|bald|pregnant|drunk|awake)';

export const modelEntries: readonly Entry[] = [
  {
    forms: [
      `(make|let|have|get) ${SOMEBODY} [all] (smile|smiling|laugh|laughing|frown|cry|wink|blink|kiss|hug|wave|dance|jump|sit|stand|lie down|hold hands|look at the camera|look here|face the camera|look up|look down|wear {other})`,
      `(make|let|have|get) ${SOMEBODY} [look|appear|a bit|much|ten years|{count} years] [look] ${AGE}`,
      `(open|close) ${HIS} (eyes|mouth|eye)`,
      `(change|fix|swap|switch) ${HIS} (expression|expressions|pose|poses|hairstyle|haircut|hair style|outfit|clothes|faces|heads|smile|age|gender)`,
      `(give|get) ${SOMEBODY} (a|an) (smile|haircut|tan|new outfit|makeover|six pack)`,
    ],
    say: () => ({
      message: 'People can’t be changed without a model that paints.',
      hint: `${could(painters)}: then select what should change and say what should be there, “replace this with a smiling face”.`,
      packs: Object.keys(painters),
    }),
  },
  {
    forms: [
      '(make|turn) (it|this|the scene|the picture|the photo) [into|look like|a] (night|day|daytime|nighttime|winter|summer|autumn|spring|christmas|snow|snowy|rain|rainy|sunny|stormy|foggy|misty|cloudy)',
      'make it (snow|rain|storm)',
      'turn (day|night|summer|winter) (into|to) (day|night|summer|winter)',
      '(turn|switch) (on|off) [the] (light|lights|lamp|lamps|tv|candles|{name})',
    ],
    say: () => ({
      message: 'Weather, seasons and lights can’t be changed without a model that paints.',
      hint: `${could(restylers)}: say “make it look like a winter’s night”. Without one, “make it darker” and “make it cooler” go some of the way.`,
      packs: Object.keys(restylers),
    }),
  },
  {
    forms: [
      '(colourise|colourize|colorise|colorize|colour in) [it|this|the|my|an] [old] [black and white] [photo|picture|image|photograph]',
      'add colour to [this|the|my|it] [old] [black and white] [photo|picture|image|photograph]',
      '(make|turn) [this|the|my|it] [old] [black and white] [photo|picture|image|photograph] [into|in|to] (colour|coloured)',
    ],
    say: () => ({
      message: 'Which colours there were only a model could guess, and none of the packs does that yet.',
      hint: 'Select a thing and say its colour: “make this red”.',
    }),
  },
  {
    forms: [
      '(restore|repair|fix up) [this|the|my|an|that] [very] [old|damaged|torn|faded|vintage|family] (photo|picture|image|photograph|it)',
    ],
    say: () => ({
      message: 'There is no single step that restores a photo.',
      hint: 'Say the parts of it: “enhance it”, “denoise”, “sharpen it a bit”; select scratches and say “remove this”.',
    }),
  },
];

/** After all others: any words may be a place. */
export const placeEntries: readonly Entry[] = [
  {
    forms: [`(put|place|take|send|move) ${SOMEBODY} (in|into|to|on|onto) {other}`],
    say: (name, _, other) => ({
      message: 'A place that isn’t in the picture can only be painted by a model.',
      hint: `${could(painters)}: say “replace the background with ${other ?? name ?? 'a beach'}”; another photo in the project does without one.`,
      packs: Object.keys(painters),
    }),
  },
];
