/** What tells a good guess at an object from a bad one: its outline, its looks, its shape. */
import { evidence, overlap, smoothed } from './appearance.ts';

import { ORIENTATIONS, type Boundaries } from './boundary.ts';
import { frameOf, signedDistance, type Frame } from './distance.ts';
import type { Features } from './features.ts';
import type { Seat } from './seat.ts';
import { BOX, CLICK, PROMISE, type Weights } from './weights.ts';

/** What a guess is judged against, at its own size. */
export interface Searched {
  coarse: Pick<Features, 'width' | 'height' | 'words' | 'vocabulary'>;
  boundaries: Boundaries;
  /** The strongest boundary of each pixel, whatever its direction. */
  strongest: Float32Array;
}

/**
 * 15 measures of a mask (1 inside) at the search size; `null` for one without inside or without outline.
 */
export function measure(mask: Uint8Array, prepared: Searched): Float64Array | null {
  const { coarse, boundaries, strongest: any } = prepared;
  const { width, height, words, vocabulary } = coarse;
  const n = width * height;
  const ringOf = (area: number): number => Math.max(6, 0.45 * Math.sqrt(area));
  const frame = frameOf(mask, width, height, (area) => ringOf(area) + 3);
  if (!frame || frame.area < 12 || frame.area === n) return null;
  const signed = signedDistance(mask, width, height, frame);
  const size = Math.sqrt(frame.area);
  const from = 0.05 * size;
  const to = 0.2 * size;
  const ring = ringOf(frame.area);
  const inside = new Float64Array(vocabulary.count);
  const outside = new Float64Array(vocabulary.count);
  let edges = new Float32Array(1024);
  let found = 0;
  let border = 0;
  const within = { sum: 0, n: 0 };
  const beyond = { sum: 0, n: 0 };
  for (let y = frame.y1, o = 0; y < frame.y2; y++) {
    for (let x = frame.x1, i = y * width + x; x < frame.x2; x++, i++, o++) {
      const d = signed[o]!;
      if (d > 1) inside[words[i]!]! += 1;
      else if (d < -1 && d > -ring) outside[words[i]!]! += 1;
      const away = Math.abs(d);
      if (away > from + 1 && away < to + 1) {
        const near = d > 0 ? within : beyond;
        near.sum += any[i]!;
        near.n++;
      }
      if (d <= 0) continue;
      if (x === 0 || y === 0 || x === width - 1 || y === height - 1) border++;
      if (d >= 1) continue;
      if (found === edges.length) {
        const more = new Float32Array(2 * found);
        more.set(edges);
        edges = more;
      }
      edges[found++] = edgeAt(signed, frame, boundaries, x, y);
    }
  }
  edges = edges.subarray(0, found).sort();
  const outline = edges.length + border;
  if (outline === 0) return null;
  const pick = (q: number): number =>
    found ? edges[found - 1 - Math.min(found - 1, Math.floor(q * found))]! : 0;
  const mean = edges.reduce((a, b) => a + b, 0) / Math.max(1, edges.length);
  const cut = border / outline;
  const hi = smoothed(vocabulary, inside);
  const ho = smoothed(vocabulary, outside);
  const table = evidence(hi, ho, 2);
  let agreeIn = 0;
  let agreeOut = 0;
  let nIn = 0;
  let nOut = 0;
  for (let w = 0; w < vocabulary.count; w++) {
    agreeIn += inside[w]! * table[w]!;
    agreeOut -= outside[w]! * table[w]!;
    nIn += inside[w]!;
    nOut += outside[w]!;
  }
  const relative = Math.log(size / Math.hypot(width, height));
  return Float64Array.of(
    mean,
    pick(0.5),
    pick(0.8),
    pick(0.93),
    within.sum / Math.max(1, within.n),
    beyond.sum / Math.max(1, beyond.n),
    cut,
    cut > 0.01 ? 1 : 0,
    outline / size,
    overlap(hi, ho),
    agreeIn / Math.max(1, nIn),
    agreeOut / Math.max(1, nOut),
    relative,
    relative * relative,
    solidity(mask, width, frame),
  );
}

/** The share of a mask's convex hull that it fills: two things grown together fill less than each does. */
function solidity(mask: Uint8Array, width: number, frame: Frame & { area: number }): number {
  const left: number[] = [];
  const right: number[] = [];
  /** Adds a corner to a side of the hull; `turn`: 1 on the left, -1 on the right (Andrew's monotone chain). */
  const add = (side: number[], x: number, y: number, turn: 1 | -1): void => {
    for (;;) {
      const n = side.length;
      if (n < 4) break;
      const [ax, ay, bx, by] = [side[n - 4]!, side[n - 3]!, side[n - 2]!, side[n - 1]!];
      if (turn * ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) < 0) break;
      side.length = n - 2;
    }
    side.push(x, y);
  };
  for (let y = frame.y1; y < frame.y2; y++) {
    let first = frame.x1;
    let last = frame.x2 - 1;
    while (first <= last && !mask[y * width + first]) first++;
    while (last >= first && !mask[y * width + last]) last--;
    if (first > last) continue;
    for (const v of [y, y + 1]) {
      add(left, first, v, 1);
      add(right, last + 1, v, -1);
    }
  }
  // the hull's corners, round once: its area by the shoelace formula
  const corners = [...pairs(left), ...pairs(right).reverse()];
  let twice = 0;
  corners.forEach(([x, y], i) => {
    const [u, v] = corners[(i + 1) % corners.length]!;
    twice += x * v - u * y;
  });
  return Math.min(1, (2 * frame.area) / Math.max(1, Math.abs(twice)));
}

const pairs = (flat: number[]): [number, number][] =>
  Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i]!, flat[2 * i + 1]!]);

/** The boundary's strength at a pixel of the outline, along the outline's own normal. */
function edgeAt(signed: Float32Array, frame: Frame, boundaries: Boundaries, x: number, y: number): number {
  const { width, height, strength } = boundaries;
  const across = frame.x2 - frame.x1;
  const at = (u: number, v: number): number =>
    signed[
      (Math.min(frame.y2 - 1, Math.max(frame.y1, v)) - frame.y1) * across +
        Math.min(frame.x2 - 1, Math.max(frame.x1, u)) -
        frame.x1
    ]!;
  let gx = 0;
  let gy = 0;
  for (let s = -2; s <= 2; s++) {
    gx += at(x + 2, y + s) - at(x - 2, y + s);
    gy += at(x + s, y + 2) - at(x + s, y - 2);
  }
  const turn = Math.round((Math.atan2(gy, gx) * ORIENTATIONS) / Math.PI);
  const k = ((turn % ORIENTATIONS) + ORIENTATIONS) % ORIENTATIONS;
  const length = Math.hypot(gx, gy) || 1;
  let best = 0;
  for (let s = -1; s <= 2; s++) {
    const u = Math.min(width - 1, Math.max(0, Math.round(x - (gx / length) * s)));
    const v = Math.min(height - 1, Math.max(0, Math.round(y - (gy / length) * s)));
    best = Math.max(best, strength[k * width * height + v * width + u]!);
  }
  return best;
}

/** How a guess was come by. */
export interface Origin {
  /** How many searches ended there. */
  support: number;
  /** Of a region of the tree, how long it stood; `null` for an outline. */
  lasting: number | null;
  /** Whether a cut has redrawn it. */
  redrawn: boolean;
  /** Whether a region was joined to it or carved out of it. */
  moved: 'joined' | 'carved' | null;
}

/** Everything that a click's guess is judged by. */
export const traits = (measures: Float64Array, { support, lasting, redrawn, moved }: Origin): number[] => [
  ...measures,
  Math.log(support),
  lasting === null ? 0 : 1,
  lasting ?? 0,
  redrawn ? 1 : 0,
  moved === 'joined' ? 1 : 0,
  moved === 'carved' ? 1 : 0,
];

/** Everything that a box's guess is judged by. */
export const boxTraits = (
  measures: Float64Array,
  seat: Seat,
  { redrawn, moved }: Pick<Origin, 'redrawn' | 'moved'>,
): number[] => [
  ...measures,
  // how tight a fit is matters most where it is nearly tight
  Math.log(0.02 + seat.worst),
  Math.log(0.02 + seat.mean),
  seat.filled,
  seat.along,
  seat.alike,
  seat.rest,
  redrawn ? 1 : 0,
  moved === 'joined' ? 1 : 0,
  moved === 'carved' ? 1 : 0,
];

/** Of one box's guesses, the higher is the better one. */
export const boxScore = (values: readonly number[]): number => weigh(values, BOX);

/** Of one click's guesses, the higher is the better one. */
export const pointScore = (measures: Float64Array, origin: Origin): number =>
  weigh(traits(measures, origin), CLICK);

/** Of one click's guesses, the higher is the likelier to become a good one once it is redrawn. */
export const pointPromise = (measures: Float64Array, origin: Origin): number =>
  weigh(traits(measures, origin), PROMISE);

/** A weighted sum of traits and of products of some of them. */
export function weigh(
  values: readonly number[],
  { centre, scale, linear, crossed, products }: Weights,
): number {
  const z = values.map((t, i) => Math.max(-3, Math.min(3, (t - centre[i]!) / scale[i]!)));
  let sum = 0;
  for (let i = 0; i < z.length; i++) sum += linear[i]! * z[i]!;
  for (let n = 0; n < crossed.length; n++) {
    for (let m = n; m < crossed.length; m++) sum += products[n]![m - n]! * z[crossed[n]!]! * z[crossed[m]!]!;
  }
  return sum;
}
