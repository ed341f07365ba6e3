/** What the nearest rim says of the pixels around it. */
import type { Work } from '../../../runtime/work.ts';
import { HARD, type Stretch } from './rims.ts';

interface Size {
  width: number;
  height: number;
}

/** Alpha is open so far beyond a rim's ramp, in pixels. */
const MARGIN = 1.3;
/** The widest ramp, half, that a hard rim has. */
const WIDEST = 1.3;
/** How much a rim is to be believed where nothing is seen of it. */
const UNSEEN = 0.3;

/** What hard rims say: a number for each of `pixels`. */
export interface Known {
  pixels: Int32Array;
  /** 0..1. */
  alpha: Float32Array;
  /** How much that is worth, 0..1; 0 where it is sure. */
  trust: Float32Array;
}

/** Of all pixels up to `reach` from a hard rim. */
export async function nearHardRims(
  rims: readonly Stretch[],
  { width, height }: Size,
  reach: number,
  work: Work,
): Promise<Known> {
  const nearest = new Float32Array(width * height).fill(reach * reach);
  const rim = new Int32Array(width * height).fill(-1);
  const place = new Int32Array(width * height);
  let count = 0;
  for (let r = 0; r < rims.length; r++) {
    const { x, y } = rims[r]!;
    for (let k = 0; k < x.length; k++) {
      const [px, py] = [x[k]!, y[k]!];
      const right = Math.min(width - 1, Math.floor(px + reach));
      const bottom = Math.min(height - 1, Math.floor(py + reach));
      for (let v = Math.max(0, Math.floor(py - reach)); v <= bottom; v++)
        for (let u = Math.max(0, Math.floor(px - reach)); u <= right; u++) {
          const away = (u + 0.5 - px) ** 2 + (v + 0.5 - py) ** 2;
          const i = v * width + u;
          if (away >= nearest[i]!) continue;
          if (rim[i]! < 0) count++;
          nearest[i] = away;
          rim[i] = r;
          place[i] = k;
        }
      if ((k & 255) === 0) await work.breathe();
    }
  }
  const pixels = new Int32Array(count);
  const alpha = new Float32Array(count);
  const trust = new Float32Array(count);
  let found = 0;
  for (let i = 0; i < rim.length; i++) {
    if (rim[i]! < 0) continue;
    const k = place[i]!;
    const { x, y, nx, ny, hardness, border, width: ramp, hard } = rims[rim[i]!]!;
    if (hardness[k]! < HARD || border[k]) continue;
    const inwards = ((i % width) + 0.5 - x[k]!) * nx[k]! + (Math.floor(i / width) + 0.5 - y[k]!) * ny[k]!;
    const half = Math.min(WIDEST, ramp[k]!);
    pixels[found] = i;
    alpha[found] = Math.min(1, Math.max(0, 0.5 + inwards / (2 * half)));
    trust[found] = Math.abs(inwards) >= half + MARGIN ? 0 : hard[k]! > 0 ? 1 : UNSEEN;
    found++;
  }
  await work.breathe();
  return {
    pixels: pixels.subarray(0, found),
    alpha: alpha.subarray(0, found),
    trust: trust.subarray(0, found),
  };
}

/**
 * How hard the nearest rim is at each pixel of a size, 0..1, by two sweeps over the picture (Danielsson, "Euclidean
 * distance mapping", 1980); 0 where there is none.
 * @param pixel the side of such a pixel, in pixels of the size that rims are given in
 */
export async function hardnessAt(
  rims: readonly Stretch[],
  { width, height }: Size,
  pixel: number,
  work: Work,
): Promise<Float32Array> {
  const source = new Int32Array(width * height).fill(-1);
  const out = new Float32Array(width * height);
  for (const { x, y, hardness } of rims)
    for (let k = 0; k < x.length; k++) {
      const u = Math.min(width - 1, Math.max(0, Math.floor(x[k]! / pixel)));
      const v = Math.min(height - 1, Math.max(0, Math.floor(y[k]! / pixel)));
      out[v * width + u] = hardness[k]!;
      source[v * width + u] = v * width + u;
    }
  const away = (s: number, x: number, y: number): number => {
    const v = Math.floor(s / width);
    return (s - v * width - x) ** 2 + (v - y) ** 2;
  };
  const ask = (i: number, x: number, y: number, j: number): void => {
    const s = source[j]!;
    if (s >= 0 && s !== source[i] && (source[i]! < 0 || away(s, x, y) < away(source[i]!, x, y)))
      source[i] = s;
  };
  for (const step of [1, -1] as const) {
    for (let row = 0; row < height; row++) {
      const y = step > 0 ? row : height - 1 - row;
      const start = y * width;
      const above = y - step >= 0 && y - step < height ? start - step * width : -1;
      for (let x = 0; x < width; x++) {
        if (above >= 0)
          for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++)
            ask(start + x, x, y, above + u);
        if (x > 0) ask(start + x, x, y, start + x - 1);
      }
      for (let x = width - 2; x >= 0; x--) ask(start + x, x, y, start + x + 1);
      if ((row & 15) === 0) await work.breathe();
    }
  }
  return Float32Array.from(source, (s) => (s < 0 ? 0 : out[s]!));
}
