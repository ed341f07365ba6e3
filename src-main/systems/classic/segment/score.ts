/** What tells a good guess at an object from a bad one: its outline, its looks, its shape. */
import { evidence, overlap, smoothed } from './appearance.ts';
import { ORIENTATIONS, type Boundaries } from './boundary.ts';
import { signedDistance } from './distance.ts';
import type { Features } from './features.ts';

export const MEASURES = 14;

/** The strongest boundary at each pixel, whatever its direction. */
export function strongest(boundaries: Boundaries): Float32Array {
  const n = boundaries.width * boundaries.height;
  const out = boundaries.strength.slice(0, n);
  for (let k = 1; k < ORIENTATIONS; k++) {
    for (let i = 0; i < n; i++) {
      const s = boundaries.strength[k * n + i]!;
      if (s > out[i]!) out[i] = s;
    }
  }
  return out;
}

/**
 * Measures of a mask (1 inside) at the search size; `null` for one without inside or without outline.
 * `any` is the strongest boundary of each pixel.
 */
export function measure(
  mask: Uint8Array,
  features: Features,
  boundaries: Boundaries,
  any: Float32Array,
): Float64Array | null {
  const { width, height, words, vocabulary } = features;
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

/*
 * How the measures are weighed, fitted so that the expected intersection over union of the winner is largest, on
 * objects of many shapes set into photographs. Order as in `measure`.
 */
const POINT = [1.5, -1.4, 0.1, -1.6, 5.7, 7.2, -8.1, -4.2, -0.6, 5.1, 3.1, 1.6, -1.5, -0.66];
const SUPPORT = 4.8;
const BOX = [3.6, 2, 2.8, 2.5, -3.3, 2.8, 0, 0, -1.6, 2.2, 0.7, 0.4, 1, -0.43];
const LARGEST_GAP = -29;

const weigh = (weights: readonly number[], measures: Float64Array): number =>
  weights.reduce((sum, w, i) => sum + w * measures[i]!, 0);

/** Of one click's guesses, the higher is the better one; `support`: how many searches ended there. */
export const pointScore = (measures: Float64Array, support: number): number =>
  weigh(POINT, measures) + SUPPORT * Math.log(support);

/** Of one box's guesses, the higher is the better one; `gap`: the largest share of the box left free at a side. */
export const boxScore = (measures: Float64Array, gap: number): number =>
  weigh(BOX, measures) + LARGEST_GAP * gap;
