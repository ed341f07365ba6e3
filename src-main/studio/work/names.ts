/**
 * What can be found by words alone, without a model: places, colours, light, the sky, the biggest thing. Only neutral
 * words stand for a thing here: "the red one" is a matter of colour, "the red car" is not.
 */
import type { Region } from '../../contract/index.ts';
import type * as classic from '../../systems/classic/index.ts';
import { readColour } from '../planner/lexicon/colours.ts';
import { fromGerman } from './german.ts';

type Part = classic.HostPart;
type Spot = readonly [x: number, y: number];

const THING = '(?:thing|object|item|one)';
const AREA = '(?:area|part|region|spot|bit|section|patch)';
const THINGS = '(?:things|objects|items|ones|areas|parts|regions|spots|bits|sections|patches|stuff|pixels)';
const PICTURE = '(?:picture|photo|image|photograph|pic|shot|frame|scene|canvas)';

const fixed: Readonly<Record<string, Extract<Part, { kind: 'named' }>['name']>> = {
  subject: 'subject',
  'main subject': 'subject',
  'main object': 'subject',
  'main thing': 'subject',
  foreground: 'subject',
  background: 'background',
  backdrop: 'background',
  sky: 'sky',
  highlights: 'highlights',
  shadows: 'shadows',
};

/** How far along each axis a word lies; a half where it doesn't say. */
const sides: Readonly<Record<string, { axis: 0 | 1; end: 0 | 1 }>> = {
  left: { axis: 0, end: 0 },
  'left-hand': { axis: 0, end: 0 },
  right: { axis: 0, end: 1 },
  'right-hand': { axis: 0, end: 1 },
  top: { axis: 1, end: 0 },
  upper: { axis: 1, end: 0 },
  bottom: { axis: 1, end: 1 },
  lower: { axis: 1, end: 1 },
};
const SIDE = '(left|right|top|bottom|upper|lower|left-hand|right-hand)';
const UPRIGHT = '(top|bottom|upper|lower)';
const SIDEWAYS = '(left|right)';
const MIDDLE = '(?:middle|centre|center)';

const shares: Readonly<Record<string, number>> = {
  half: 1 / 2,
  side: 1 / 2,
  part: 1 / 2,
  area: 1 / 2,
  third: 1 / 3,
  quarter: 1 / 4,
  fifth: 1 / 5,
  'two thirds': 2 / 3,
  'two-thirds': 2 / 3,
  'three quarters': 3 / 4,
  'three-quarters': 3 / 4,
};

/** People, which only a model can tell from other things: one of several may be meant by its place, but never for sure. */
const PERSON = '(?:person|man|woman|boy|girl|guy|child|kid|lady|figure|animal)';

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];
const ORDINAL = `(${ordinals.join('|')}|[1-9](?:st|nd|rd|th))`;

/** What a duplicate before made is called. */
export const COPY = 'copy';

/**
 * "the left half", "the red one", "the biggest object" → what the classic engine finds by itself; undefined for
 * anything that has to be known to be found.
 */
export function namedParts(words: string): Part[] | undefined {
  const text = fromGerman(words)
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(new RegExp(` (?:of|in|on) (?:the|this|my) (?:whole |entire )?${PICTURE}$`), '')
    .replace(/^(?:all (?:of )?)?(?:the|this|that|an?) (?:whole |entire |very )?/, '')
    .replace(/^(?:whole|entire) /, '');
  const part = /^(.+) of (?:it|this|that|them)$/.exec(text)?.[1];
  if (part) return within(part);
  if (Object.hasOwn(fixed, text)) return [{ kind: 'named', name: fixed[text]! }];
  const sky = /^(.+) sky$/.exec(text)?.[1];
  if (sky && readColour(sky)) return [{ kind: 'named', name: 'sky' }];
  return areas(text) ?? one(object(text)) ?? one(light(text)) ?? one(colour(text));
}

/** "The left half of it": of what is meant besides, not of the picture. */
function within(text: string): Part[] | undefined {
  const [area, another] = areas(text.replace(/^(?:the|its) /, '')) ?? [];
  if (area?.kind !== 'polygon' || another) return undefined;
  const [x1, y1] = area.points[0]!;
  const [x2, y2] = area.points[2]!;
  return [{ kind: 'within', x1, y1, x2, y2, sign: '&' }];
}

/** "The left half of the dog" is a part of a thing; undefined for anything else. */
export function partOfThing(words: string): { part: string; whole: string } | undefined {
  const [, part, whole] = /^(?:the )?(.+?) of (.+)$/i.exec(words.trim()) ?? [];
  const picture = new RegExp(`^(?:the |this |my )?(?:whole |entire )?${PICTURE}$`, 'i');
  return part && whole && !picture.test(whole) && within(part.toLowerCase())
    ? { part: `${part} of it`, whole: whole.replace(/^the /i, '') }
    : undefined;
}

/** The region that words stand for. */
export function regionOfWords(words: string): Region {
  const split = partOfThing(words);
  return split
    ? {
        parts: [
          { kind: 'words', text: split.whole },
          { kind: 'words', text: split.part, sign: '&' },
        ],
      }
    : { parts: [{ kind: 'words', text: words }] };
}

const one = (part: Part | undefined): Part[] | undefined => part && [part];

const box = (x1: number, y1: number, x2: number, y2: number): Part => ({
  kind: 'polygon',
  points: [
    [x1, y1],
    [x2, y1],
    [x2, y2],
    [x1, y2],
  ],
  sign: '+',
});

/** Parts of the picture's own area. */
function areas(text: string): Part[] | undefined {
  if (new RegExp(`^${MIDDLE}(?: part| area)?$`).test(text)) return [box(1 / 3, 1 / 3, 2 / 3, 2 / 3)];
  if (/^(?:four )?corners$/.test(text))
    return [0, 3 / 4].flatMap((x) => [0, 3 / 4].map((y) => box(x, y, x + 1 / 4, y + 1 / 4)));
  const corner = new RegExp(`^${UPRIGHT}[ -]${SIDEWAYS}(?: (corner|quarter|part|area))?$`).exec(text);
  if (corner) {
    const size = corner[3] === 'corner' ? 1 / 3 : 1 / 2;
    const [x, y] = [sides[corner[2]!]!, sides[corner[1]!]!].map(({ end }) => end * (1 - size)) as [
      number,
      number,
    ];
    return [box(x, y, x + size, y + size)];
  }
  const strip = new RegExp(`^${SIDE}(?: (${Object.keys(shares).join('|')}))?$`).exec(text);
  if (!strip) return undefined;
  const { axis, end } = sides[strip[1]!]!;
  const size = strip[2] ? shares[strip[2]]! : 1 / 2;
  const [from, to] = end ? [1 - size, 1] : [0, size];
  return [axis === 0 ? box(from, 0, to, 1) : box(0, from, 1, to)];
}

/** The brightest and the darkest place, as far as it goes. */
function light(text: string): Part | undefined {
  const [, most] = new RegExp(`^(brightest|lightest|darkest) ${AREA}$`).exec(text) ?? [];
  if (most) return { kind: 'named', name: most === 'darkest' ? 'darkest' : 'brightest' };
  const [, many] = new RegExp(`^(bright|light|dark) (?:areas|parts|regions|spots)$`).exec(text) ?? [];
  return many ? { kind: 'named', name: many === 'dark' ? 'shadows' : 'highlights' } : undefined;
}

const largest = /^(?:biggest|largest) /;
const smallest = /^(?:smallest|tiniest|littlest) /;
const size = (text: string): 'largest' | 'smallest' | undefined =>
  largest.test(text) ? 'largest' : smallest.test(text) ? 'smallest' : undefined;

/** A thing by its size, its light, or its place among all things. */
function object(text: string): Part | undefined {
  const [, most, what] = /^(\S+) (.+)$/.exec(text) ?? [];
  const which = size(text) ?? brightness(most);
  const thing = which && what ? called(what) : undefined;
  if (which && thing) return { kind: 'object', which, ...thing };
  const counted = nth(text);
  const row = counted && called(counted.rest);
  if (row) return { kind: 'object', which: 'nth', nth: counted.nth, ...row };
  const { rest, at } = placed(text);
  const there = at && called(rest);
  return there && { kind: 'object', which: 'nearest', at, ...there };
}

const brightness = (word: string | undefined): 'brightest' | 'darkest' | undefined =>
  word === 'darkest' ? 'darkest' : word === 'brightest' || word === 'lightest' ? 'brightest' : undefined;

/** Whether words stand for a thing, and for one that has to be known. */
function called(text: string): { called?: true } | undefined {
  if (new RegExp(`^${THING}$`).test(text)) return {};
  return new RegExp(`^${PERSON}$`).test(text) ? { called: true } : undefined;
}

type Nth = NonNullable<Extract<Part, { kind: 'object' }>['nth']>;

/** "Second one from the right" is "one", the second from the right. */
function nth(text: string): { rest: string; nth: Nth } | undefined {
  const [, word, rest, side] =
    new RegExp(`^${ORDINAL} (.+?) from (?:the )?(left|right|top|bottom)(?: side)?$`).exec(text) ?? [];
  if (!word || !rest) return undefined;
  const count = ordinals.indexOf(word) + 1 || Number.parseInt(word, 10);
  return { rest, nth: { from: side as Nth['from'], count } };
}

/** What has a colour: one thing, or all that has it. */
function colour(text: string): Part | undefined {
  const which = size(text);
  const counted = nth(text);
  const { rest, at } = counted
    ? { ...counted, at: undefined }
    : placed(which ? text.replace(/^\S+ /, '') : text);
  const all = /^(?:everything|anything|all)(?: that(?:'s| is))? (.+)$/.exec(rest);
  const single = new RegExp(`^(.+?)(?:-coloured|-colored| coloured| colored)? (?:${THING}|${AREA})$`).exec(
    rest,
  );
  const many = new RegExp(`^(.+?)(?:-coloured|-colored| coloured| colored)? ${THINGS}$`).exec(rest);
  const said = all?.[1]!.replace(new RegExp(` ${THINGS}$`), '') ?? single?.[1] ?? many?.[1];
  const hex = said === undefined ? undefined : readColour(said);
  if (!hex) return undefined;
  if (all || many) return which || at || counted ? undefined : { kind: 'colour', colour: hex, which: 'all' };
  if (counted) return { kind: 'colour', colour: hex, which: 'nth', nth: counted.nth };
  return at
    ? { kind: 'colour', colour: hex, which: 'nearest', at }
    : { kind: 'colour', colour: hex, which: which ?? 'only' };
}

/** "Thing on the left" is "thing", at the left. */
function placed(text: string): { rest: string; at: Spot | undefined } {
  const superlative =
    /^(left|right|top|bottom|upper|lower|central|middle|centre|center)(?:-?most)? (.+)$/.exec(text);
  if (superlative) return { rest: superlative[2]!, at: spot(superlative[1]!) };
  const behind =
    /^(.+?) (?:on|at|in|to) (?:the )?(?:far |very )?([a-z -]+?)(?: side| corner| edge| half)?$/.exec(text);
  const at = behind && spot(behind[2]!);
  return at ? { rest: behind[1]!, at } : { rest: text, at: undefined };
}

/** The middle of a place; undefined for what isn't one. */
function spot(place: string): Spot | undefined {
  if (new RegExp(`^(?:very )?(?:${MIDDLE}|central)$`).test(place)) return [0.5, 0.5];
  const words = place.split(/[ -]/);
  const found = words.map((word) => (Object.hasOwn(sides, word) ? sides[word] : undefined));
  if (!found.length || found.length > 2 || found.includes(undefined)) return undefined;
  if (found.length === 2 && found[0]!.axis === found[1]!.axis) return undefined;
  const at: [number, number] = [0.5, 0.5];
  for (const side of found) at[side!.axis] = side!.end;
  return at;
}
