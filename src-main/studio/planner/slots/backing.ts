/** What a background can be replaced with. */
import { readColour } from '../lexicon/colours.ts';

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
const nounAtEnd = new RegExp(`(?: (?:studio|photo|product))? ${NOUN}$`);
const saysSo = new RegExp(`\\b${NOUN}$|\\b(?:gradient|fade|ramp|blend|transition|ombre)\\b`);
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
    .replace(/^(?:our|my|the|brand) [a-z ]+? (?:, |\( ?)?(?=#)/, '')
    .replace(/^(?:a|an|the|some|just|only) /, '')
    .replace(/^(?:simple|plain|solid|flat|clean|uniform|high-key|bright|seamless|crisp|pure) /, '');
  const name = bare.replace(nounAtEnd, '');
  const gradient = readGradient(name);
  if (gradient) return gradient;
  const colour = readColour(
    name.replace(
      /^(?:soft|simple|plain|solid|flat|clean|uniform|completely|neutral|all|studio|pure|infinite) /,
      '',
    ),
  );
  return colour === undefined ? undefined : { colour };
}

/** As a backing that says it is one: "a white background", "a pink to orange gradient". */
export function readBackdrop(text: string, photos: readonly NamedPhoto[]): Backing | undefined {
  const photo = /^(.+?) as (?:(?:the|a|my|its) )?background$/.exec(text);
  if (photo) return readBacking(photo[1]!, photos);
  if (!saysSo.test(text)) return readPhoto(text, photos);
  return (
    readBacking(text, photos) ?? readBacking(text.replace(/^(.*?)background (?:, )?(.+)$/, '$1$2'), photos)
  );
}

function readGradient(said: string): Backing | undefined {
  const text = said.replace(/\b(?:fade|ramp|blend|transition|ombre)\b/, 'gradient');
  if (!/\bgradient\b/.test(text)) return undefined;
  let words = text;
  let degrees: number | undefined;
  const [, colours, sign, angle] = /^(.+) at (- ?)?(\d+(?:\.\d+)?) ?(?:degrees?|°)$/.exec(words) ?? [];
  if (colours) {
    words = colours;
    degrees = Number(angle) * (sign ? -1 : 1);
  }
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
    /^gradient (?:(?:that |which )?(?:goes|going|runs|running|fades|fading|blends|blending|changes|shifts) )?(?:from |of |between |with )?(.+?) (?:to|into|and|-) (.+)$/.exec(
      words,
    ) ??
    /^(.+?) (?:to|into|and|-) (.+?) gradient$/.exec(words) ??
    [];
  const colour = a === undefined ? undefined : readColour(end(a));
  const to = b === undefined ? undefined : readColour(end(b));
  if (!colour || !to) return undefined;
  return { colour, to, ...(degrees !== undefined && { degrees }) };
}

const end = (text: string): string => text.replace(/ (?:at|on|in) the (?:top|bottom|left|right)$/, '').trim();

/** By the file's name, or "the other photo" where there is one. */
const withoutType = (file: string): string => file.replace(/\.[a-z]{3,4}$/, '');

export function readPhoto(text: string, photos: readonly NamedPhoto[]): Backing | undefined {
  if (photos.length === 0) return undefined;
  const name = text.replace(/ ?\. ?/g, '.').toLowerCase();
  const bare = name
    .replace(/^(?:the|my|that) /, '')
    .replace(/^(?:picture|photo|image|file) (?:called|named|of)? ?/, '');
  const found = photos.filter((photo) => {
    const file = photo.name.toLowerCase();
    const stem = withoutType(file);
    if (bare !== withoutType(bare) && withoutType(bare) === stem) return true;
    return [
      file,
      `${stem} photo`,
      `${stem} picture`,
      `${stem} image`,
      ...(name.startsWith('the ') ? [stem] : []),
    ].includes(bare);
  });
  if (found.length === 1) return { photo: found[0]!.hash };
  const shown =
    /^(?:the |my )?(?:photo|picture|image|one|pic) (?:of|with) (?:the |my |a )?(.+?)(?: (?:that |which )?(?:i|we) .+)?$/.exec(
      name,
    )?.[1];
  const named = photos.filter((photo) => withoutType(photo.name.toLowerCase()) === shown);
  if (named.length === 1) return { photo: named[0]!.hash };
  const other =
    /^(?:(?:the|my|this|that) (?:(?:other|second|new|dropped) )?|another |other )(?:photo|picture|image|pic)(?: (?:in|of) the project)?(?: (?:that |which )?(?:i|we) (?:just )?(?:attached|uploaded|added|dropped|sent|imported|opened|brought)(?: in)?)?$/;
  return other.test(name) && photos.length === 1 ? { photo: photos[0]!.hash } : undefined;
}
