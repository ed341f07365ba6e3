/** How well a guess agrees with a box that was drawn around it: how it fills it, and what it leaves to the background. */
import { evidence, overlap, smoothed } from './appearance.ts';
import type { Box } from './box.ts';
import type { Features } from './features.ts';

/** How far around a box its surroundings are looked at, as a share of the root of its area. */
const AROUND = 0.3;

/** Shares of a line: of thin things in it, for hair to go through it, and of what looks like the surroundings. */
const THIN = 0.01;
const ALIKE = 0.5;
/** So many lines without any end it. */
const GAP = 4;
/** Sides on which there must be some. */
const SIDES = 3;
/** The largest share of a box's width or height that hair on one side may take. */
const TUFT = 0.2;

type Words = Pick<Features, 'width' | 'height' | 'words' | 'vocabulary'>;

/** What surrounds a box, as a histogram of words: background for certain. */
export function surroundings({ width, height, words, vocabulary }: Words, box: Box): Float32Array {
  const far = Math.max(4, AROUND * Math.sqrt((box.x2 - box.x1) * (box.y2 - box.y1)));
  const counts = new Float64Array(vocabulary.count);
  for (let y = Math.max(0, Math.floor(box.y1 - far)); y < Math.min(height, box.y2 + far); y++) {
    for (let x = Math.max(0, Math.floor(box.x1 - far)); x < Math.min(width, box.x2 + far); x++) {
      const beside = x < box.x1 - 0.5 || x > box.x2 - 0.5 || y < box.y1 - 0.5 || y > box.y2 - 0.5;
      if (beside) counts[words[y * width + x]!]! += 1;
    }
  }
  return smoothed(vocabulary, counts);
}

/** How a mask sits in a box that was drawn around it. */
export interface Seat {
  /** Shares of the box's width or height left free: at the worst side, and on average over the four sides. */
  worst: number;
  mean: number;
  /** Share of the box that is filled. */
  filled: number;
  /** Share of the box's sides that the mask lies along, as it does when it is cut off there. */
  along: number;
  /** How alike the mask and the box's surroundings look (Bhattacharyya, 0..1). */
  alike: number;
  /** How much more what is left of the box looks like the surroundings than like the mask: mean evidence, -2..2. */
  rest: number;
}

/** Of a mask (1 inside) at the size of `words`; `around`: the box's `surroundings`. */
export function seatOf(
  mask: Uint8Array,
  { width, height, words, vocabulary }: Words,
  box: Box,
  around: Float32Array,
  strands: Float32Array | null = null,
): Seat {
  const left = Math.max(0, Math.floor(box.x1));
  const top = Math.max(0, Math.floor(box.y1));
  const right = Math.min(width, Math.ceil(box.x2));
  const bottom = Math.min(height, Math.ceil(box.y2));
  let x1 = right;
  let y1 = bottom;
  let x2 = left;
  let y2 = top;
  let area = 0;
  let along = 0;
  const inside = new Float64Array(vocabulary.count);
  const rest = new Float64Array(vocabulary.count);
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const word = words[y * width + x]!;
      (mask[y * width + x] ? inside : rest)[word]! += 1;
      if (!mask[y * width + x]) continue;
      area++;
      // at the picture's own edge anything may be cut off
      if ((x === left && x > 0) || (x === right - 1 && x < width - 1)) along++;
      if ((y === top && y > 0) || (y === bottom - 1 && y < height - 1)) along++;
      x1 = Math.min(x1, x);
      x2 = Math.max(x2, x + 1);
      y1 = Math.min(y1, y);
      y2 = Math.max(y2, y + 1);
    }
  }
  const looks = smoothed(vocabulary, inside);
  const table = evidence(around, looks, 2);
  let agreed = 0;
  let count = 0;
  for (let w = 0; w < rest.length; w++) {
    agreed += rest[w]! * table[w]!;
    count += rest[w]!;
  }
  const across = Math.max(1, box.x2 - box.x1);
  const down = Math.max(1, box.y2 - box.y1);
  const bounds = { x1, y1, x2, y2 };
  const reached = strands
    ? strandsReach(bounds, { left, top, right, bottom }, strands, { width, words }, table)
    : bounds;
  const gaps = [
    (reached.x1 - box.x1) / across,
    (box.x2 - reached.x2) / across,
    (reached.y1 - box.y1) / down,
    (box.y2 - reached.y2) / down,
  ];
  const free = gaps.map((gap) => Math.min(1, Math.max(0, gap)));
  return {
    worst: Math.max(...free),
    mean: free.reduce((a, b) => a + b, 0) / 4,
    filled: Math.min(1, area / (across * down)),
    along: along / (2 * (across + down)),
    alike: overlap(looks, around),
    rest: agreed / Math.max(1, count),
  };
}

/**
 * How far the thin things reach that go out from a mask's bounds through what looks like the surroundings: line by line,
 * as long as there are any.
 */
function strandsReach(
  bounds: Box,
  { left, top, right, bottom }: { left: number; top: number; right: number; bottom: number },
  strands: Float32Array,
  { width, words }: { width: number; words: Uint8Array },
  table: Float32Array,
): Box {
  /** A line across: along the row or the column `at`, between two places. */
  const holds = (at: number, from: number, to: number, isRow: boolean): boolean => {
    let thin = 0;
    let alike = 0;
    for (let k = from; k < to; k++) {
      const i = isRow ? at * width + k : k * width + at;
      thin += strands[i]!;
      if (table[words[i]!]! > 0) alike++;
    }
    return thin > THIN * (to - from) && alike > ALIKE * (to - from);
  };
  /** From the bounds outwards; a few lines without any are passed over. */
  const follow = (
    start: number,
    end: number,
    step: 1 | -1,
    from: number,
    to: number,
    isRow: boolean,
  ): number => {
    let reached = start;
    for (let at = step > 0 ? start : start - 1, gap = 0; at !== end && gap < GAP; at += step) {
      if (holds(at, from, to, isRow)) {
        reached = step > 0 ? at + 1 : at;
        gap = 0;
      } else gap++;
    }
    return reached;
  };
  const { x1, y1, x2, y2 } = bounds;
  // hair is shorter than what wears it
  const across = TUFT * (right - left);
  const down = TUFT * (bottom - top);
  if (x1 - left > across || right - x2 > across || y1 - top > down || bottom - y2 > down) return bounds;
  const reached = {
    x1: follow(x1, left - 1, -1, y1, y2, false),
    x2: follow(x2, right, 1, y1, y2, false),
    y1: follow(y1, top - 1, -1, x1, x2, true),
    y2: follow(y2, bottom, 1, x1, x2, true),
  };
  // a part of a patterned thing has the rest of it on some side, hair is all around
  const sides = [reached.x1 < x1, reached.x2 > x2, reached.y1 < y1, reached.y2 > y2];
  return sides.filter(Boolean).length >= SIDES ? reached : bounds;
}
