/** What tells a good guess at an object from a bad one: its outline, its looks, its shape. */
import { evidence, overlap, smoothed } from './appearance.ts';
import { ORIENTATIONS, type Boundaries } from './boundary.ts';
import { signedDistance } from './distance.ts';
import type { Prepared } from './features.ts';
import { CENTRE, CROSSED, LINEAR, PRODUCTS, SCALE } from './weights.ts';

/**
 * 14 measures of a mask (1 inside) at the search size; `null` for one without inside or without outline.
 */
export function measure(mask: Uint8Array, prepared: Prepared): Float64Array | null {
  const { coarse, boundaries, strongest: any } = prepared;
  const { width, height, words, vocabulary } = coarse;
  const n = width * height;
  const signed = signedDistance(mask, width, height);
  let area = 0;
  for (let i = 0; i < n; i++) area += mask[i]!;
  if (area < 12 || area === n) return null;
  const size = Math.sqrt(area);
  const from = 0.05 * size;
  const to = 0.2 * size;
  const ring = Math.max(6, 0.45 * size);
  const inside = new Float64Array(vocabulary.count);
  const outside = new Float64Array(vocabulary.count);
  const edges: number[] = [];
  let border = 0;
  const within = { sum: 0, n: 0 };
  const beyond = { sum: 0, n: 0 };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const d = signed[i]!;
      if (d > 1) inside[words[i]!]! += 1;
      else if (d < -1 && d > -ring) outside[words[i]!]! += 1;
      const near = d > 0 ? within : beyond;
      if (Math.abs(d) > from + 1 && Math.abs(d) < to + 1) {
        near.sum += any[i]!;
        near.n++;
      }
      if (!mask[i]) continue;
      if (x === 0 || y === 0 || x === width - 1 || y === height - 1) border++;
      if (d < 1) edges.push(edgeAt(signed, boundaries, x, y));
    }
  }
  const outline = edges.length + border;
  if (outline === 0) return null;
  edges.sort((a, b) => b - a);
  const pick = (q: number): number =>
    edges.length ? edges[Math.min(edges.length - 1, Math.floor(q * edges.length))]! : 0;
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
  );
}

/** The boundary's strength at a pixel of the outline, along the outline's own normal. */
function edgeAt(signed: Float32Array, boundaries: Boundaries, x: number, y: number): number {
  const { width, height, strength } = boundaries;
  const at = (u: number, v: number): number =>
    signed[Math.min(height - 1, Math.max(0, v)) * width + Math.min(width - 1, Math.max(0, u))]!;
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
}

/** Everything that a click's guess is judged by. */
export const traits = (measures: Float64Array, { support, lasting, redrawn }: Origin): number[] => [
  ...measures,
  Math.log(support),
  lasting === null ? 0 : 1,
  lasting ?? 0,
  redrawn ? 1 : 0,
];

/** Everything that a box's guess is judged by; `gap`: the largest share of the box left free at a side. */
export const boxTraits = (measures: Float64Array, gap: number, redrawn: boolean): number[] => [
  ...measures,
  gap,
  redrawn ? 1 : 0,
];

/** How they are weighed, fitted as in `weights.ts`. */
const BOX = [3.72, 1.46, 3.74, 3.6, 9.49, 2.73, 0, 0.77, -1, 1.49, 1.56, 1.93, 0.02, 0.02, -25.94, 0.89];

/** Of one box's guesses, the higher is the better one. */
export const boxScore = (values: readonly number[]): number =>
  BOX.reduce((sum, w, i) => sum + w * values[i]!, 0);

/** Of one click's guesses, the higher is the better one. */
export function pointScore(measures: Float64Array, origin: Origin): number {
  const z = traits(measures, origin).map((t, i) => Math.max(-3, Math.min(3, (t - CENTRE[i]!) / SCALE[i]!)));
  let sum = 0;
  for (let i = 0; i < z.length; i++) sum += LINEAR[i]! * z[i]!;
  for (let n = 0; n < CROSSED.length; n++) {
    for (let m = n; m < CROSSED.length; m++) sum += PRODUCTS[n]![m - n]! * z[CROSSED[n]!]! * z[CROSSED[m]!]!;
  }
  return sum;
}
