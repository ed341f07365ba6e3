/** Ways to go and sides of a picture, with how far: "10 % to the left", "up a bit and to the right". */
import { readAmount, toNumber, type Level } from '../lexicon/amounts.ts';
import { round } from '../dial.ts';

export interface Size {
  width: number;
  height: number;
}

/** Shares of the picture's width and height. */
export interface Shift {
  dx?: number;
  dy?: number;
}

type Way = 'left' | 'right' | 'up' | 'down';

const ways: Readonly<Record<string, Way>> = {
  ...wordsFor('left', 'left', 'leftwards', 'leftward', 'to left', 'further left', 'more left', 'west'),
  ...wordsFor('right', 'right', 'rightwards', 'rightward', 'to right', 'further right', 'more right', 'east'),
  ...wordsFor(
    'up',
    'up',
    'upwards',
    'upward',
    'higher',
    'higher up',
    'further up',
    'more up',
    'towards the top',
    'north',
  ),
  ...wordsFor(
    'down',
    'down',
    'downwards',
    'downward',
    'lower',
    'lower down',
    'further down',
    'more down',
    'towards the bottom',
    'south',
  ),
};

function wordsFor(way: Way, ...words: string[]): Record<string, Way> {
  return Object.fromEntries(words.map((word) => [word, way]));
}

export const steps: Readonly<Record<Level, number | undefined>> = {
  hint: 0.02,
  bit: 0.05,
  plain: 0.15,
  lot: 0.3,
  most: undefined,
};

/** A share of the picture along an axis; `undefined`: no distance, or pixels of a picture whose size isn't known. */
export function readDistance(
  text: string,
  along: number | undefined,
  levels: typeof steps,
): number | undefined {
  const bare = text.replace(/^(?:by|about|around) /, '');
  const [, pixels] = /^(\d+(?:\.\d+)?) ?(?:px|pixels?)$/.exec(bare) ?? [];
  if (pixels) return along === undefined ? undefined : round4(Number(pixels) / along);
  if (/^(?:half|a half)(?: of)?(?: (?:the|its) (?:width|height|size))?$/.test(bare)) return 0.5;
  const amount = readAmount(bare) ?? readAmount(text);
  if (amount?.kind === 'level') return levels[amount.level];
  return amount?.kind === 'share' ? round4(amount.share) : undefined;
}

const round4 = (value: number): number => Math.round(value * 10_000) / 10_000;

/**
 * @param usual how far where nothing is said
 * @param copies "on the left" is a place for a copy to go, but one to be at for what moves
 */
export function readShift(
  text: string,
  size: Size | undefined,
  usual: Level,
  copies: boolean,
): Shift | undefined {
  const shift: Shift = {};
  for (const piece of text.split(/ ?(?:,|\band\b) ?(?:then )?/).filter(Boolean)) {
    const found = readPiece(piece, size, usual, copies);
    if (!found || ('dx' in found === 'dx' in shift && 'dx' in found) || ('dy' in found && 'dy' in shift))
      return undefined;
    Object.assign(shift, found);
  }
  return shift.dx === undefined && shift.dy === undefined ? undefined : shift;
}

function readPiece(text: string, size: Size | undefined, usual: Level, copies: boolean): Shift | undefined {
  const place = copies ? '(?:to|on|at|towards?) (?:the |its )?' : '(?:to|towards?) (?:the |its )?';
  const plain = text
    .replace(/\b(?:closer|nearer|over|more|further) (?=to|towards)/, '')
    .replace(new RegExp(`(?:^|(?<= ))${place}(?=(?:left|right)\\b)`), '')
    .replace(/(left|right)(?: hand)?(?: side)$/, copies ? '$1' : '$&')
    .replace(/^(?:above|over) it$/, 'up')
    .replace(/^(?:below|under|beneath) it$/, 'down')
    .trim();
  for (const [name, way] of Object.entries(ways)) {
    const [, before, after] = new RegExp(`^(?:(.+) )?${name}(?: (.+))?$`).exec(plain) ?? [];
    if (before === undefined && after === undefined && plain !== name) continue;
    if (before !== undefined && after !== undefined) continue;
    const horizontal = way === 'left' || way === 'right';
    const along = horizontal ? size?.width : size?.height;
    const said = before ?? after;
    const far = said === undefined ? steps[usual] : readDistance(said, along, steps);
    if (far === undefined || far <= 0 || far > 1) continue;
    const by = way === 'left' || way === 'up' ? -far : far;
    return horizontal ? { dx: by } : { dy: by };
  }
  return undefined;
}

export type Side = 'left' | 'right' | 'top' | 'bottom';

const sides: Readonly<Record<string, readonly Side[]>> = {
  left: ['left'],
  leftwards: ['left'],
  right: ['right'],
  rightwards: ['right'],
  top: ['top'],
  up: ['top'],
  upwards: ['top'],
  upward: ['top'],
  above: ['top'],
  overhead: ['top'],
  sky: ['top'],
  bottom: ['bottom'],
  down: ['bottom'],
  downwards: ['bottom'],
  downward: ['bottom'],
  below: ['bottom'],
  underneath: ['bottom'],
  'both sides': ['left', 'right'],
  'either side': ['left', 'right'],
  'each side': ['left', 'right'],
  sides: ['left', 'right'],
  sideways: ['left', 'right'],
  horizontally: ['left', 'right'],
  vertically: ['top', 'bottom'],
  'all sides': ['left', 'right', 'top', 'bottom'],
  'every side': ['left', 'right', 'top', 'bottom'],
  'all directions': ['left', 'right', 'top', 'bottom'],
  'every direction': ['left', 'right', 'top', 'bottom'],
  'all around': ['left', 'right', 'top', 'bottom'],
  around: ['left', 'right', 'top', 'bottom'],
  'around it': ['left', 'right', 'top', 'bottom'],
  everywhere: ['left', 'right', 'top', 'bottom'],
};

/** "On the left", "at the top and bottom", "in all directions". */
export function readSides(text: string): readonly Side[] | undefined {
  const found = text.split(/ ?(?:,|\band\b) ?/).map((piece) => {
    const name = piece
      .replace(/^(?:to|on|at|in|into|towards?|from|of|along|over) /, '')
      .replace(/^(?:the|its|my) /, '')
      .replace(/^(left|right|top|bottom)(?: hand)? (?:side|edge|border|part|end)$/, '$1')
      .replace(/^(?:the )?(?:left and right|right and left)$/, 'both sides')
      .replace(/^(?:above|over|below|under|underneath|beneath) .+$/, (words) =>
        /^(?:above|over)/.test(words) ? 'above' : 'below',
      );
    return Object.hasOwn(sides, name) ? sides[name]! : undefined;
  });
  if (found.length === 0 || found.includes(undefined)) return undefined;
  return [...new Set(found.flatMap((side) => side!))];
}

/** How much canvas: shares for each axis, as pixels differ. */
export interface Margin {
  x: number;
  y: number;
}
const margins: typeof steps = { hint: 0.05, bit: 0.1, plain: 0.25, lot: 0.5, most: 1 };
export const usualMargin: Margin = { x: margins.plain!, y: margins.plain! };

export function readMargin(text: string, size: Size | undefined): Margin | undefined {
  const x = readDistance(text, size?.width, margins);
  const y = readDistance(text, size?.height, margins);
  return x !== undefined && y !== undefined && x > 0 && y > 0 && x <= 2 && y <= 2 ? { x, y } : undefined;
}

/** A width, a height or both, in pixels. */
export function readPixels(
  text: string,
  size: Size | undefined,
): { width?: number; height?: number } | undefined {
  const name = text
    .replace(/^(?:to|at|into) /, '')
    .replace(/^(?:an?|the|its) /, '')
    .replace(/ (?:resolution|format|size)$/, '');
  const px = '(?: ?(?:px|pixels?))';
  const [, w, h] =
    new RegExp(`^(\\d{2,5})${px}? ?(?:x|×|by|\\*) ?(\\d{2,5})${px}?(?: in size)?$`).exec(name) ?? [];
  if (w && h) return valid({ width: Number(w), height: Number(h) });
  const [, n, axis] =
    new RegExp(`^(\\d{2,5})${px}?(?: in)? (wide|width|across|tall|high|height|in width|in height)$`).exec(
      name,
    ) ?? swapped(new RegExp(`^(width|height)(?: of| to| at| =| :)? (\\d{2,5})${px}?$`).exec(name));
  if (n && axis) return valid(/wid|across/.test(axis) ? { width: Number(n) } : { height: Number(n) });
  if (/^(?:4 ?k|uhd)$/.test(name)) return { width: 3840 };
  const [, lines] = /^(720|1080|1440|2160) ?p$/.exec(name) ?? [];
  if (lines) return { height: Number(lines) };
  const [, end, long] =
    new RegExp(
      `^(long(?:est|er)?|short(?:est|er)?) (?:side|edge)(?: (?:of|to|at|be|is))? (\\d{2,5})${px}?$`,
    ).exec(name) ??
    swapped(
      new RegExp(
        `^(\\d{2,5})${px}? (?:on|at|for|along) the (long(?:est|er)?|short(?:est|er)?) (?:side|edge)$`,
      ).exec(name),
    );
  if (!end || !long || !size) return undefined;
  const width = size.width >= size.height === end.startsWith('long');
  return valid(width ? { width: Number(long) } : { height: Number(long) });
}

const swapped = (found: RegExpExecArray | null): (string | undefined)[] =>
  found ? [found[0], found[2], found[1]] : [];
const valid = <S extends { width?: number; height?: number }>(size: S): S | undefined =>
  Math.max(size.width ?? 0, size.height ?? 0) <= 65_535 ? size : undefined;

const bigger: Readonly<Record<Level, number>> = { hint: 1.05, bit: 1.15, plain: 1.3, lot: 1.6, most: 2 };
const smaller: Readonly<Record<Level, number>> = { hint: 0.95, bit: 0.85, plain: 0.75, lot: 0.5, most: 0.25 };

export interface Growth {
  factor: number;
  /** Whether it was said how much. */
  said: boolean;
}

/** "Much bigger", "20 % smaller", "bigger by half". Undefined without a word for bigger or smaller. */
export function readGrowth(text: string): Growth | undefined {
  const [, before, word, after] =
    /^(?:(.+?) )?(bigger|larger|taller|greater|smaller|tinier|littler|big|large|huge|giant|gigantic|enormous|tiny|small|little)(?: (.+))?$/.exec(
      text,
    ) ?? [];
  if (!word || (before && after)) return undefined;
  // "Huge" is much bigger.
  if (/^(?:huge|giant|gigantic|enormous|tiny)$/.test(word) && !before && !after)
    return grown(word === 'tiny' ? -1 : 1, 'a lot');
  return grown(/^(?:small|tin|litt)/.test(word) ? -1 : 1, before ?? after);
}

/** What a size is multiplied by. @param words how much, if anything was said: "by 20 %", "to half", "twice", "3 times" */
export function grown(way: 1 | -1, words: string | undefined): Growth | undefined {
  const usual = way > 0 ? bigger : smaller;
  if (words === undefined) return { factor: usual.plain, said: false };
  const said = (factor: number | undefined): Growth | undefined =>
    factor !== undefined && factor > 0 ? { factor: round(factor), said: true } : undefined;
  const bare = words.replace(/ (?:the|its)(?: original)? size$/, '').replace(/ as (?:big|large|small)$/, '');
  if (/^(?:by |in |to )?(?:a )?half$/.test(bare)) return said(way > 0 && bare.startsWith('by') ? 1.5 : 0.5);
  const [, to] = /^to (\d+(?:\.\d+)?) ?(?:%|percent|per cent)$/.exec(bare) ?? [];
  if (to) return said(Number(to) / 100);
  const [, times] = /^(?:by (?:a factor of )?)?(.+?) ?(?:times|x|×)$/.exec(bare) ?? [];
  const by = /^(?:by )?twice$/.test(bare) ? 2 : times === undefined ? undefined : toNumber(times);
  if (by) return said(way > 0 ? by : 1 / by);
  const amount = readAmount(bare);
  if (amount?.kind === 'level') return said(usual[amount.level]);
  if (amount?.kind === 'share' && amount.share > 0) return said(1 + way * amount.share);
  return amount?.kind === 'exact' && amount.value > 1
    ? said(way > 0 ? amount.value : 1 / amount.value)
    : undefined;
}

const turns: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    [
      'left',
      'counterclockwise',
      'counter-clockwise',
      'counter clockwise',
      'anticlockwise',
      'anti-clockwise',
      'anti clockwise',
      'ccw',
    ].map((word) => [word, -1]),
  ),
  ...Object.fromEntries(['right', 'clockwise', 'cw'].map((word) => [word, 1])),
};
const halves: ReadonlySet<string> = new Set([
  'upside down',
  'upside-down',
  'on its head',
  'half a turn',
  'half way around',
]);

/** Degrees clockwise: "left", "15 degrees", "- 45 degrees", "45 degrees to the left", "upside down", "a quarter turn". */
export function readTurn(text: string): number | undefined {
  const bare = text
    .replace(/^(?:by|to|at) (?=.*\d)/, '')
    .replace(/(?:^|(?<= ))(?:to |towards )?(?:the )?(?=(?:left|right)$)/, '')
    .replace(/^(?:to|by|the) (?:the )?/, '')
    .trim();
  if (Object.hasOwn(turns, bare)) return turns[bare]! * 90;
  if (halves.has(bare)) return 180;
  const quarter = /^(?:a |one )?quarter(?: of a)? turn(?: (?:to the )?(.+))?$/.exec(bare);
  if (quarter) {
    const [, side] = quarter;
    return side === undefined ? 90 : Object.hasOwn(turns, side) ? turns[side]! * 90 : undefined;
  }
  const [, before, sign, number, unit, after] =
    /^(?:([a-z].*?) (?:by )?)?([+-] ?)?(\d+(?:\.\d+)?)(?: ?(degrees?|deg|°))?(?: (.+))?$/.exec(bare) ?? [];
  if (number === undefined || (before && after)) return undefined;
  const way = before ?? after;
  if (way !== undefined && !Object.hasOwn(turns, way)) return undefined;
  // A number alone may be anything, unless it is one that people turn by.
  if (!unit && Number(number) % 15 !== 0) return undefined;
  const degrees = Number(number) * (way ? turns[way]! : 1) * (sign?.startsWith('-') ? -1 : 1);
  return degrees !== 0 && Math.abs(degrees) <= 360 ? degrees : undefined;
}

export const turnWords: readonly string[] = [...Object.keys(turns), ...halves].flatMap((phrase) =>
  phrase.split(' '),
);
export const sideWords: readonly string[] = [...Object.keys(sides), ...Object.keys(ways)].flatMap((phrase) =>
  phrase.split(' '),
);
