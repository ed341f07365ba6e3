/** What a background can be replaced with, and the shadow on it. */
import { readColour } from '../lexicon/colours.ts';
import { strengths } from '../lexicon/effects.ts';
import { strengthOf, type Level } from '../lexicon/amounts.ts';

/** The arguments of `replace-background` that say what comes. */
export interface Backing {
  colour?: string;
  to?: string;
  degrees?: number;
  photo?: string;
}

export interface NamedPhoto {
  name: string;
  hash: string;
}

const NOUN = '(?:background|backdrop|wall|studio|surface|canvas|paper|sheet|screen|seamless|page)';
const directions: readonly [RegExp, number][] = [
  [/(?:,? ?(?:from )?(?:the )?(?:left to (?:the )?right)|horizontal(?:ly)?|sideways)$/, 90],
  [/(?:,? ?(?:from )?(?:the )?(?:right to (?:the )?left))$/, -90],
  [/(?:,? ?(?:from )?(?:the )?(?:bottom to (?:the )?top)|upwards)$/, 180],
  [/(?:,? ?(?:from )?(?:the )?(?:top to (?:the )?bottom)|vertical(?:ly)?|downwards)$/, 0],
  [/(?:,? ?diagonal(?:ly)?)$/, 45],
];

/** "White", "a white one", "a gradient from navy to teal", "the other photo", "beach.jpg". */
export function readBacking(text: string, photos: readonly NamedPhoto[]): Backing | undefined {
  const photo = readPhoto(text, photos);
  if (photo) return photo;
  const bare = text
    .replace(/^(?:a|an|the|some|just|only) /, '')
    .replace(/^(?:simple|plain|solid|flat|clean|uniform|high-key|bright|seamless|crisp|pure) /, '');
  const name = bare.replace(new RegExp(`(?: (?:studio|photo|product))? ${NOUN}$`), '');
  const gradient = readGradient(name);
  if (gradient) return gradient;
  const colour = readColour(
    name.replace(/^(?:soft|simple|plain|solid|flat|clean|uniform|completely|neutral|all) /, ''),
  );
  return colour === undefined ? undefined : { colour };
}

/** As a backing that says it is one: "a white background", "a pink to orange gradient". */
export function readBackdrop(text: string, photos: readonly NamedPhoto[]): Backing | undefined {
  const photo = /^(.+?) as (?:(?:the|a|my|its) )?background$/.exec(text);
  if (photo) return readBacking(photo[1]!, photos);
  if (!new RegExp(`\\b${NOUN}$|\\bgradient\\b`).test(text)) return readPhoto(text, photos);
  return (
    readBacking(text, photos) ?? readBacking(text.replace(/^(.*?)background (?:, )?(.+)$/, '$1$2'), photos)
  );
}

function readGradient(text: string): Backing | undefined {
  if (!/\bgradient\b/.test(text)) return undefined;
  let words = text;
  let degrees: number | undefined;
  for (const [pattern, angle] of directions)
    if (pattern.test(words)) {
      degrees = angle;
      words = words.replace(pattern, '').trim();
      break;
    }
  words = words
    .replace(/^gradient background(?: ,)? /, 'gradient ')
    .replace(/^(?:smooth|soft|nice|subtle|linear) /, '');
  const [, a, b] =
    /^gradient (?:from |of |going from |between |with )?(.+?) (?:to|into|and|-) (.+)$/.exec(words) ??
    /^(.+?) (?:to|into|and|-) (.+?) gradient$/.exec(words) ??
    [];
  const colour = a === undefined ? undefined : readColour(end(a));
  const to = b === undefined ? undefined : readColour(end(b));
  if (!colour || !to) return undefined;
  return { colour, to, ...(degrees && { degrees }) };
}

const end = (text: string): string => text.replace(/ (?:at|on|in) the (?:top|bottom|left|right)$/, '').trim();

/** By the file's name, or "the other photo" where there is one. */
export function readPhoto(text: string, photos: readonly NamedPhoto[]): Backing | undefined {
  const name = text.replace(/ ?\. ?/g, '.').toLowerCase();
  const bare = name
    .replace(/^(?:the|my|that) /, '')
    .replace(/^(?:picture|photo|image|file) (?:called|named|of)? ?/, '');
  const found = photos.filter((photo) => {
    const file = photo.name.toLowerCase();
    const stem = file.replace(/\.[a-z0-9]+$/, '');
    return [
      file,
      `${stem} photo`,
      `${stem} picture`,
      `${stem} image`,
      ...(name.startsWith('the ') ? [stem] : []),
    ].includes(bare);
  });
  if (found.length === 1) return { photo: found[0]!.hash };
  const other =
    /^(?:(?:the|my) (?:other|second)|another|other) (?:photo|picture|image|one|pic)(?: (?:in|of) the project)?$/;
  return other.test(name) && photos.length === 1 ? { photo: photos[0]!.hash } : undefined;
}

const KINDS = '(?:drop |contact |ground |floor |cast |natural |realistic |soft |fake |little bit of )*shadow';
/** "With a soft shadow", "add a strong drop shadow under it": 0..1. A soft shadow is a usual one. */
export function readShadow(text: string): number | undefined {
  const [, adjective] =
    new RegExp(
      `^(?:and |, |with |add |give it |put |plus |cast |have |having |keep |include |casting )*(?:an? |some |the |its )?(?:(.+?) )??${KINDS}(?: (?:under|below|beneath|underneath|behind)(?: (?:it|them|him|her|this))?| to it| on the (?:ground|floor))?$`,
    ).exec(text) ?? [];
  if (adjective === undefined && !/shadow/.test(text)) return undefined;
  if (!new RegExp(KINDS).test(text) || /\bshadows\b|\bno\b|\bwithout\b/.test(text)) return undefined;
  if (adjective === undefined)
    return new RegExp(
      `^(?:and |, |with |add |give it |put |plus |cast |have |having |keep |include |casting )*(?:an? |some |the |its )?${KINDS}(?: (?:under|below|beneath|underneath|behind)(?: (?:it|them|him|her|this))?| to it| on the (?:ground|floor))?$`,
    ).test(text)
      ? 0.5
      : undefined;
  const level: Level | undefined = Object.hasOwn(strengths, adjective) ? strengths[adjective] : undefined;
  return level && strengthOf({ kind: 'level', level });
}

/** What a lens does: "with big bokeh balls", "gradually", "like at f/1.4". */
export function readLens(
  text: string,
): { amount?: number; highlights?: number; falloff?: number } | undefined {
  const bare = text
    .replace(/^(?:and|,|with|using|adding|add|plus|but|like|as|so that|so) /, '')
    .replace(/^(?:an?|some|the|nice|beautiful|pretty) /, '');
  const both = /^(.+?) and (.+)$/.exec(bare);
  if (both) {
    const [first, second] = [readLens(both[1]!), readLens(both[2]!)];
    if (first && second) return { ...first, ...second };
  }
  const [, adjective] =
    /^(?:(.+?) )?(?:bokeh(?: (?:balls?|discs?|disks?|circles?|lights?|highlights?|effect|bubbles?|look))?|highlights|lights turned into (?:balls|discs)|light (?:balls|discs|circles))$/.exec(
      bare,
    ) ?? [];
  if (
    /bokeh|highlights|light (?:balls|discs|circles)/.test(bare) &&
    /(?:bokeh(?: \w+)?|highlights|balls|discs|circles)$/.test(bare)
  ) {
    if (adjective === undefined) return { highlights: 0.5 };
    const level = Object.hasOwn(strengths, adjective)
      ? strengths[adjective]!
      : lensWords.has(adjective)
        ? 'plain'
        : undefined;
    return level && { highlights: strengthOf({ kind: 'level', level })! };
  }
  if (falloffs.some((pattern) => pattern.test(bare))) return { falloff: 0.5 };
  const [, stop] =
    /^(?:(?:at|shot at|aperture|an aperture of|lens at) )?f ?\/? ?(\d(?:\.\d+)?)(?: lens| aperture| look| bokeh)?$/.exec(
      bare,
    ) ?? [];
  if (stop) return { amount: Number(stop) <= 2 ? 0.8 : Number(stop) <= 4 ? 0.5 : 0.25 };
  return undefined;
}

const lensWords: ReadonlySet<string> = new Set(
  'nice creamy glowing bright shiny round smooth beautiful pretty buttery real sparkling lens visible'.split(
    ' ',
  ),
);
const falloffs: readonly RegExp[] = [
  /^(?:gradual|progressive)(?:ly)?(?: .*)?$/,
  /^(?:depth|depth falloff|falloff|real depth|realistic depth|depth effect|sense of depth|depth of field falloff)$/,
  /^(?:(?:the )?(?:far|distant|further|farther)(?: away)?(?: things| parts| objects| stuff)? (?:are|is|get|gets|be|being) (?:blurrier|more blurred|more blurry|blurred more))$/,
  /^(?:the )?(?:further|farther)(?: away| back)?,? the (?:blurrier|more blurred|more blurry|more)$/,
  /^(?:more|stronger|increasingly|blurrier) (?:the )?(?:with distance|in the distance|far away|further away|farther away|at the back|towards the (?:back|horizon))$/,
  /^(?:increasing|growing|stronger|more) with (?:the )?distance$/,
];
