import { letGo } from '../../runtime/collect.ts';
import type { Work } from '../../runtime/work.ts';

/**
 * The mean over a square of (2 radius + 1)² pixels, by running sums: its cost doesn't depend on the radius. What lies
 * beyond the borders counts as zero, so blur the weights too and divide.
 */
export async function boxBlur(
  plane: Float32Array,
  size: { width: number; height: number },
  radius: number,
  work: Work,
): Promise<Float32Array> {
  const { width, height } = size;
  const rows = new Float32Array(plane.length);
  const share = 1 / (2 * radius + 1);
  for (let y = 0; y < height; y++) {
    const start = y * width;
    let sum = 0;
    for (let x = 0; x < Math.min(radius, width); x++) sum += plane[start + x]!;
    for (let x = 0; x < width; x++) {
      if (x + radius < width) sum += plane[start + x + radius]!;
      if (x > radius) sum -= plane[start + x - radius - 1]!;
      rows[start + x] = sum * share;
    }
    if (y % 64 === 0) await work.breathe();
  }
  const out = new Float32Array(plane.length);
  const sums = new Float64Array(width);
  const add = (y: number, sign: number): void => {
    for (let x = 0, i = y * width; x < width; x++, i++) sums[x]! += sign * rows[i]!;
  };
  for (let y = 0; y < Math.min(radius, height); y++) add(y, 1);
  for (let y = 0; y < height; y++) {
    if (y + radius < height) add(y + radius, 1);
    if (y > radius) add(y - radius - 1, -1);
    for (let x = 0, i = y * width; x < width; x++, i++) out[i] = sums[x]! * share;
    if (y % 64 === 0) await work.breathe();
  }
  letGo([rows]);
  return out;
}

/**
 * Close to a Gaussian of this deviation (pixels): three boxes, whose widths differ so that their variances add up
 * (Kovesi, "Fast almost-Gaussian filtering", 2010).
 */
export async function gaussianBlur(
  plane: Float32Array,
  size: { width: number; height: number },
  sigma: number,
  work: Work,
): Promise<Float32Array> {
  const passes = 3;
  const ideal = Math.sqrt((12 * sigma * sigma) / passes + 1);
  const lower = Math.floor((ideal - 1) / 2) * 2 + 1;
  const smaller = Math.round(
    (12 * sigma * sigma - passes * (lower * lower + 4 * lower + 3)) / (-4 * lower - 4),
  );
  let out = plane;
  for (let pass = 0; pass < passes; pass++) {
    const radius = (lower - 1) / 2 + (pass < smaller ? 0 : 1);
    if (radius === 0) continue;
    const next = await boxBlur(out, size, radius, work);
    if (out !== plane) letGo([out]);
    out = next;
  }
  return out;
}

/** `gaussianBlur` that keeps a flat plane flat up to its borders: what lies beyond doesn't count at all. */
export async function evenBlur(
  plane: Float32Array,
  size: { width: number; height: number },
  sigma: number,
  work: Work,
): Promise<Float32Array> {
  const out = await gaussianBlur(plane, size, sigma, work);
  if (out === plane) return plane.slice();
  // How much of a window lies inside is a product: of that along the row, and of that along the column.
  const inside = (width: number, height: number): Promise<Float32Array> =>
    gaussianBlur(new Float32Array(width * height).fill(1), { width, height }, sigma, work);
  const across = await inside(size.width, 1);
  const down = await inside(1, size.height);
  const both = (await inside(1, 1))[0]!;
  for (let y = 0, i = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++, i++) out[i]! /= (across[x]! * down[y]!) / both;
  return out;
}
