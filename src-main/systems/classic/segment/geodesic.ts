import type { Planes } from './planes.ts';

/** Colour differences between neighbours below this (CIE Lab) are grain. */
const GRAIN = 4;
/** What a step costs besides, so that of two ways over even ground the shorter counts. */
const STEP = 0.05;

type Colours = Pick<Planes, 'width' | 'height' | 'l' | 'a' | 'b'>;

/** How unlike two pixels are, in CIE Lab. */
export const difference = ({ l, a, b }: Colours, i: number, j: number): number =>
  Math.sqrt((l[i]! - l[j]!) ** 2 + (a[i]! - a[j]!) ** 2 + (b[i]! - b[j]!) ** 2);

/**
 * The cheapest way from any of the seeds to each pixel, over the colour differences that it crosses (Dijkstra, with
 * buckets of one unit); Infinity where there are no seeds.
 */
export function geodesic(
  planes: Colours,
  seeds: Iterable<readonly [pixel: number, cost: number]>,
): Float32Array {
  const { width, height } = planes;
  const far = new Float32Array(width * height).fill(Infinity);
  const buckets: number[][] = [];
  const reach = (i: number, cost: number): void => {
    const d = Math.fround(cost); // as it is kept, or a rounded-up value would be improved for ever
    if (d >= far[i]!) return;
    far[i] = d;
    (buckets[Math.floor(d)] ??= []).push(i);
  };
  for (const [pixel, cost] of seeds) reach(pixel, cost);
  const step = (i: number, j: number): number => STEP + Math.max(0, difference(planes, i, j) - GRAIN);
  for (let k = 0; k < buckets.length; k++) {
    const bucket = buckets[k];
    if (!bucket) continue;
    // steps shorter than a bucket put pixels into the one being emptied
    for (let n = 0; n < bucket.length; n++) {
      const i = bucket[n]!;
      const d = far[i]!;
      if (Math.floor(d) < k) continue;
      const x = i % width;
      if (x > 0) reach(i - 1, d + step(i, i - 1));
      if (x + 1 < width) reach(i + 1, d + step(i, i + 1));
      if (i >= width) reach(i - width, d + step(i, i - width));
      if (i + width < far.length) reach(i + width, d + step(i, i + width));
    }
  }
  return far;
}

/** The pixels of the rim, each once. */
export function rimOf({ width, height }: { width: number; height: number }): number[] {
  const rim: number[] = [];
  for (let i = 0; i < width * height; i++) {
    const x = i % width;
    if (x === 0 || x === width - 1 || i < width || i >= width * (height - 1)) rim.push(i);
  }
  return rim;
}
