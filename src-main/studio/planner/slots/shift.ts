/** Ways to go, with how far: "10 % to the left", "up a bit and to the right". */
import type { Level } from '../lexicon/amounts.ts';
import { readDistance, type Size } from './distance.ts';

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

const patterns = Object.entries(ways).map(
  ([name, way]) => [new RegExp(`^(?:(.+) )?${name}(?: (.+))?$`), way] as const,
);
const somewhere =
  /\b(?:left|right|up|down|higher|lower|above|over|below|under|beneath|\w+wards?|top|bottom|north|south|east|west)\b/;
/** "On the left" is a place for a copy to go, but one to be at for what moves. */
const toSide = /(?:^|(?<= ))(?:to|towards?) (?:the |its )?(?=(?:left|right)\b)/;
const atSide = /(?:^|(?<= ))(?:to|on|at|towards?) (?:the |its )?(?=(?:left|right)\b)/;

export const steps: Readonly<Record<Level, number | undefined>> = {
  hint: 0.02,
  bit: 0.05,
  plain: 0.15,
  lot: 0.3,
  most: undefined,
};

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
  if (!somewhere.test(text)) return undefined;
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
  const plain = text
    .replace(/\b(?:closer|nearer|over|more|further) (?=to|towards)/, '')
    .replace(copies ? atSide : toSide, '')
    .replace(/(left|right)(?: hand)?(?: side)$/, copies ? '$1' : '$&')
    .replace(/^((?:to |towards? )?)(?:the )?(left|right)(?: hand)? side(?= )/, '$2')
    .replace(/(?<=^)(left|right)(?: hand)? side(?= )/, '$1')
    .replace(/^(?:above|over|on top)(?: it| of it)?$/, 'up')
    .replace(/^(?:below|under|beneath|underneath)(?: it)?$/, 'down')
    .trim();
  for (const [pattern, way] of patterns) {
    const found = pattern.exec(plain);
    if (!found) continue;
    const [, before, after] = found;
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

export const wayWords: readonly string[] = Object.keys(ways).flatMap((phrase) => phrase.split(' '));
