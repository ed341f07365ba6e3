/**
 * What a photo is of, found by itself: what looks unlike the photo's rim and lies near its middle.
 * The rim as a sample of the background: Wei et al., "Geodesic saliency using background priors" (ECCV 2012).
 */
import type { Work } from '../../../runtime/work.ts';
import { evidence, smoothed } from './appearance.ts';
import { boxHypotheses } from './box.ts';
import { components } from './distance.ts';
import type { Features, Prepared } from './features.ts';
import { blur } from './planes.ts';
import { draw, guess, type Guess } from './prompt.ts';
import { measure, pointScore } from './score.ts';

/** How much a guess's outline counts beside how well it covers what stands out. */
const OUTLINE = 0.02;
const PEAKS = 3;

/** The subject, 1 inside, at the working size. */
export async function segmentSubject(prepared: Prepared, work: Work): Promise<Uint8Array> {
  const { coarse, fine } = prepared;
  const { width, height } = coarse;
  const standing = saliency(coarse);
  const inset = 0.015 * Math.min(width, height);
  const guesses: Guess[] = [];
  const box = { x1: inset, y1: inset, x2: width - inset, y2: height - inset };
  if (width > 8 && height > 8) {
    for (const mask of await boxHypotheses(prepared, box, work)) {
      const measures = measure(mask, prepared);
      if (measures)
        guesses.push({
          mask,
          score: pointScore(measures, { support: 1, lasting: null, redrawn: false, moved: null }),
        });
      await work.breathe();
    }
  }
  for (const peak of peaks(standing, width, height)) guesses.push(...(await guess(prepared, peak, work)));
  let best = standing.map((s) => (s > 0.5 ? 1 : 0)) as ArrayLike<number>;
  let most = -Infinity;
  for (const { mask, score } of guesses) {
    const value = agreement(mask, standing) + OUTLINE * score;
    if (value > most) {
      most = value;
      best = mask;
    }
  }
  const chosen = onePart(Uint8Array.from(best), width, height);
  const drawn = await draw(prepared, chosen, new Int8Array(fine.width * fine.height), [], [], work);
  return onePart(drawn, fine.width, fine.height);
}

/** The largest connected part of a mask: a subject is one thing. */
function onePart(mask: Uint8Array, width: number, height: number): Uint8Array {
  const { labels, sizes } = components(mask, width, height, 1);
  const largest = sizes.indexOf(Math.max(...sizes));
  return mask.map((v, i) => (v && labels[i] === largest ? 1 : 0));
}

/** 0..1 a pixel: how much it stands out. */
function saliency({ width, height, words, vocabulary, planes }: Features): Float32Array {
  const rim = new Float64Array(vocabulary.count);
  const middle = new Float64Array(vocabulary.count);
  const depth = Math.max(1, Math.round(0.06 * Math.min(width, height)));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      // the lower rim often cuts through the subject
      const near = Math.min(x, width - 1 - x, y, 2 * (height - 1 - y)) < depth;
      (near ? rim : middle)[words[i]!]! += planes.alpha[i]! >= 0.5 ? weightAt(x, y, width, height, near) : 0;
    }
  }
  const table = evidence(smoothed(vocabulary, middle), smoothed(vocabulary, rim), 2);
  const raw = new Float32Array(width * height);
  for (let i = 0; i < raw.length; i++) raw[i] = planes.alpha[i]! >= 0.5 ? (table[words[i]!]! + 2) / 4 : 0;
  const soft = blur(raw, width, height, 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) soft[y * width + x]! *= 0.3 + 0.7 * weightAt(x, y, width, height, false);
  }
  const top = soft.reduce((a, b) => Math.max(a, b), 1e-6);
  return soft.map((v) => v / top);
}

/** 1 in the middle, falling towards the corners; 1 everywhere on the rim. */
function weightAt(x: number, y: number, width: number, height: number, rim: boolean): number {
  if (rim) return 1;
  const u = (2 * x + 1) / width - 1;
  const v = (2 * y + 1) / height - 1;
  return Math.exp(-(u * u + v * v) / 0.6);
}

/** The places that stand out most, apart from each other, as clicks. */
function peaks(standing: Float32Array, width: number, height: number): { x: number; y: number; sign: '+' }[] {
  const left = blur(standing, width, height, 0.04 * Math.hypot(width, height));
  const apart = 0.2 * Math.hypot(width, height);
  const found: { x: number; y: number; sign: '+' }[] = [];
  for (let n = 0; n < PEAKS; n++) {
    let best = 0;
    for (let i = 1; i < left.length; i++) if (left[i]! > left[best]!) best = i;
    const cx = best % width;
    const cy = (best - cx) / width;
    if (left[best]! <= 0) break;
    found.push({ x: (cx + 0.5) / width, y: (cy + 0.5) / height, sign: '+' });
    for (let i = 0; i < left.length; i++) {
      const x = i % width;
      if (Math.hypot(x - cx, (i - x) / width - cy) < apart) left[i] = 0;
    }
  }
  return found;
}

/** Dice overlap of a mask with a soft map. */
function agreement(mask: Uint8Array, soft: Float32Array): number {
  let both = 0;
  let total = 0;
  for (let i = 0; i < mask.length; i++) {
    both += mask[i]! * soft[i]!;
    total += mask[i]! + soft[i]!;
  }
  return total > 0 ? (2 * both) / total : 0;
}
