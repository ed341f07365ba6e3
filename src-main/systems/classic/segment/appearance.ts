/**
 * What pixels look like, as words: colour and fine detail clustered into a small vocabulary of the photo's own.
 * A region's appearance is then a histogram of words, and how much a pixel looks like one region rather than another
 * is a table look-up.
 */
import type { Work } from '../../../runtime/work.ts';
import type { Planes } from './planes.ts';

const WORDS = 64;
const ROUNDS = 8;
const SAMPLES = 6_000;
/** Width of the kernel that lets similar words share their counts, in units of the features below. */
const SPREAD = 0.9;

export interface Vocabulary {
  /** Feature vectors, four a word: L / 6, a / 5, b / 5, detail. */
  centres: Float32Array;
  count: number;
  /** How much a count of one word speaks for another: count × count, each row sums to 1. */
  kinship: Float32Array;
}

const feature = (planes: Planes, detail: Float32Array, i: number, out: Float32Array, o: number): void => {
  out[o] = planes.l[i]! / 6;
  out[o + 1] = planes.a[i]! / 5;
  out[o + 2] = planes.b[i]! / 5;
  out[o + 3] = detail[i]!;
};

/** k-means over a regular sample of the pixels; deterministic. `detail`: a plane of fine detail, about 0..4. */
export function learnWords(planes: Planes, detail: Float32Array): Vocabulary {
  const n = planes.width * planes.height;
  const size = Math.min(SAMPLES, n);
  const points = new Float32Array(size * 4);
  // a stride without common factors with the width spreads the samples over the picture
  for (let s = 0; s < size; s++) feature(planes, detail, Math.floor((s * n) / size), points, s * 4);
  const count = Math.min(WORDS, size);
  const centres = spreadOut(points, size, count);
  const nearest = new Uint8Array(size);
  for (let round = 0; round < ROUNDS; round++) {
    const sums = new Float64Array(count * 5);
    for (let s = 0; s < size; s++) {
      const w = nearestWord(centres, count, points, s * 4);
      nearest[s] = w;
      for (let c = 0; c < 4; c++) sums[w * 5 + c]! += points[s * 4 + c]!;
      sums[w * 5 + 4]! += 1;
    }
    for (let w = 0; w < count; w++) {
      const total = sums[w * 5 + 4]!;
      if (total > 0) for (let c = 0; c < 4; c++) centres[w * 4 + c] = sums[w * 5 + c]! / total;
    }
  }
  return { centres, count, kinship: kinshipOf(centres, count) };
}

/** First centres: each next one is the sample farthest from all so far (Gonzalez 1985). */
function spreadOut(points: Float32Array, size: number, count: number): Float32Array {
  const centres = new Float32Array(count * 4);
  const distance = new Float32Array(size).fill(Infinity);
  let next = size >> 1;
  for (let w = 0; w < count; w++) {
    for (let c = 0; c < 4; c++) centres[w * 4 + c] = points[next * 4 + c]!;
    let far = -1;
    for (let s = 0; s < size; s++) {
      const d = squared(points, s * 4, centres, w * 4);
      if (d < distance[s]!) distance[s] = d;
      if (distance[s]! > far) {
        far = distance[s]!;
        next = s;
      }
    }
  }
  return centres;
}

function squared(a: Float32Array, i: number, b: Float32Array, j: number): number {
  const d0 = a[i]! - b[j]!;
  const d1 = a[i + 1]! - b[j + 1]!;
  const d2 = a[i + 2]! - b[j + 2]!;
  const d3 = a[i + 3]! - b[j + 3]!;
  return d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
}

function nearestWord(centres: Float32Array, count: number, point: Float32Array, o: number): number {
  let best = 0;
  let least = Infinity;
  for (let w = 0; w < count; w++) {
    const d = squared(point, o, centres, w * 4);
    if (d < least) {
      least = d;
      best = w;
    }
  }
  return best;
}

function kinshipOf(centres: Float32Array, count: number): Float32Array {
  const kinship = new Float32Array(count * count);
  for (let w = 0; w < count; w++) {
    let sum = 0;
    for (let v = 0; v < count; v++) {
      const k = Math.exp(-squared(centres, w * 4, centres, v * 4) / (2 * SPREAD * SPREAD));
      kinship[w * count + v] = k;
      sum += k;
    }
    for (let v = 0; v < count; v++) kinship[w * count + v]! /= sum;
  }
  return kinship;
}

/** The word of every pixel. */
export async function spell(
  vocabulary: Vocabulary,
  planes: Planes,
  detail: Float32Array,
  work: Work,
): Promise<Uint8Array> {
  const { width, height } = planes;
  const words = new Uint8Array(width * height);
  const point = new Float32Array(4);
  for (let y = 0; y < height; y++) {
    for (let i = y * width; i < (y + 1) * width; i++) {
      feature(planes, detail, i, point, 0);
      words[i] = nearestWord(vocabulary.centres, vocabulary.count, point, 0);
    }
    if ((y & 15) === 0) await work.breathe();
  }
  return words;
}

/** Counts of words, shared among similar ones, summing to 1 (all equal when nothing was counted). */
export function smoothed(vocabulary: Vocabulary, counts: Float64Array): Float32Array {
  const { count, kinship } = vocabulary;
  const out = new Float32Array(count);
  let total = 0;
  for (let w = 0; w < count; w++) {
    const c = counts[w]!;
    total += c;
    if (c > 0) for (let v = 0; v < count; v++) out[v]! += c * kinship[w * count + v]!;
  }
  for (let w = 0; w < count; w++) out[w] = total > 0 ? out[w]! / total : 1 / count;
  return out;
}

/** log of how much more a word belongs to the first histogram than to the second, within ±`limit`. */
export function evidence(inside: Float32Array, outside: Float32Array, limit: number): Float32Array {
  const floor = 0.1 / inside.length;
  return inside.map((p, w) =>
    Math.max(-limit, Math.min(limit, Math.log((p + floor) / (outside[w]! + floor)))),
  );
}

/** Bhattacharyya overlap of two histograms: 1 the same, 0 nothing in common. */
export function overlap(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let w = 0; w < a.length; w++) sum += Math.sqrt(a[w]! * b[w]!);
  return sum;
}
