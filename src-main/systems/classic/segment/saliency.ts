/**
 * How much each region of a photo stands out by contrast.
 *
 * After Zhu, Liang, Wei and Sun, "Saliency optimization from robust background detection" (CVPR 2014): background is
 * what is widely connected with the photo's rim; what differs in colour from the background around it stands out; both
 * are then made to agree among neighbours that look alike.
 */
import { apart, type Regions } from './regions.ts';

/** Differences of mean colours (CIE Lab) of this size are clear. */
const CLEAR = 10;
/** How far around contrast counts, as a share of the longer side. */
const AROUND = 0.25;
/** How much of the rim the lower side is: it often cuts through the subject. */
const LOWER = 0.35;
/** How much background counts against standing out, and the least that neighbours hold together. */
const BACKGROUND = 5;
const HOLD = 0.1;
const ROUNDS = 300;

/** How a region is connected with the photo's rim over what looks like it. */
export interface Connected {
  /** How sure it is background, 0..1. */
  background: Float64Array;
  /** How long the part of the left and right sides is that it takes, for its size. */
  sides: Float64Array;
}

/** @param ways between any two regions, from `waysBetween` */
export function connectedWithRim({ count, area, rim }: Regions, ways: Float64Array): Connected {
  const background = new Float64Array(count);
  const sides = new Float64Array(count);
  for (let r = 0; r < count; r++) {
    let spanned = 0;
    let length = 0;
    let beside = 0;
    for (let s = 0; s < count; s++) {
      const alike = Math.exp(-(ways[r * count + s]! ** 2) / (2 * CLEAR * CLEAR));
      spanned += alike * area[s]!;
      length += alike * (rim.top[s]! + rim.sides[s]! + LOWER * rim.bottom[s]!);
      beside += alike * rim.sides[s]!;
    }
    background[r] = 1 - Math.exp(-(length * length) / spanned / 2);
    sides[r] = beside / Math.sqrt(spanned);
  }
  return { background, sides };
}

/** 0..1 a region, 1 what stands out most. @param size of the photo the regions are of, in pixels */
export function saliency(
  regions: Regions,
  background: Float64Array,
  size: { width: number; height: number },
): Float64Array {
  const found = settled(regions, background, contrastOf(regions, background, size));
  const top = found.reduce((a, b) => Math.max(a, b), 1e-9);
  return found.map((v) => v / top);
}

/** How unlike the background around it each region is, 0..1, more so in the middle. */
function contrastOf(
  regions: Regions,
  background: Float64Array,
  { width, height }: { width: number; height: number },
): Float64Array {
  const { count, area, u, v } = regions;
  const longer = Math.max(width, height);
  const [across, down] = [width / longer / 2, height / longer / 2];
  const out = new Float64Array(count);
  for (let r = 0; r < count; r++) {
    let sum = 0;
    let total = 0;
    for (let s = 0; s < count; s++) {
      const far = (across * (u[r]! - u[s]!)) ** 2 + (down * (v[r]! - v[s]!)) ** 2;
      const near = area[s]! * Math.exp(-far / (2 * AROUND * AROUND));
      sum += near * background[s]! * apart(regions, r, s);
      total += near;
    }
    // falling towards the corners
    out[r] = (sum / total) * Math.exp(-(u[r]! ** 2 + 0.7 * v[r]! ** 2) / 1.2);
  }
  const least = out.reduce((a, b) => Math.min(a, b), Infinity);
  const most = out.reduce((a, b) => Math.max(a, b), 0);
  return out.map((c) => (c - least) / Math.max(1e-9, most - least));
}

/** The least squares solution of the paper's equation 9, by Gauss and Seidel. */
function settled(regions: Regions, background: Float64Array, contrast: Float64Array): Float64Array {
  const { count, pairs } = regions;
  const around: [to: number, weight: number][][] = Array.from({ length: count }, () => []);
  for (const [a, b] of pairs) {
    const weight = Math.exp(-(apart(regions, a, b) ** 2) / (2 * CLEAR * CLEAR)) + HOLD;
    around[a]!.push([b, weight]);
    around[b]!.push([a, weight]);
  }
  const out = contrast.slice();
  for (let round = 0; round < ROUNDS; round++)
    for (let r = 0; r < count; r++) {
      let sum = contrast[r]!;
      let total = contrast[r]! + BACKGROUND * background[r]! + 1e-6;
      for (const [to, weight] of around[r]!) {
        sum += weight * out[to]!;
        total += weight;
      }
      out[r] = sum / total;
    }
  return out;
}
