/** The colours on the way across a rim, and what both sides of it look like nearby. */
import type { Work } from '../../../runtime/work.ts';
import type { Contour } from './contour.ts';
import { toAxes } from './looks.ts';

export interface Profiles {
  /** Samples are taken at −reach … reach pixels from the line, inwards positive. */
  reach: number;
  /** `2 reach + 1` colours a place, three axes each. */
  samples: Float32Array;
  /** How far inwards and outwards each place's samples may be believed: up to another rim of the mask. */
  inwards: Float32Array;
  outwards: Float32Array;
  /** Three means and three variances a place. */
  front: Float32Array;
  back: Float32Array;
  /** How far apart both sides look, in usual distances, squared; 0 where that isn't known. */
  contrast: Float32Array;
}

/** Places to both sides along the line whose looks are a place's own. */
const ALONG = 6;
/** Camera noise, as a variance in colours of 0..1. */
const NOISE = 1.5e-4;
/** Of a thin thing, the share of the way to its middle from which on it looks as it is. */
const DEEP = 0.5;
/** Numbers of a place and side that are summed: weight, three means, three squares. */
const SUMS = 7;

/**
 * @param colour R, G, B in turn, 0..1, within `far` pixels of the line, of the size the line is given in
 * @param inside whether a place of that size lies in the mask
 * @param from so many pixels from the line and farther, up to `far`, both sides look as they are
 */
export async function profilesOf(
  line: Contour,
  colour: Float32Array,
  { width, height }: { width: number; height: number },
  inside: (x: number, y: number) => boolean,
  from: number,
  far: number,
  work: Work,
): Promise<Profiles> {
  const n = line.x.length;
  const across = 2 * far + 1;
  const samples = new Float32Array(3 * across * n);
  const inwards = new Float32Array(n);
  const outwards = new Float32Array(n);
  const sums = [new Float64Array(SUMS * n), new Float64Array(SUMS * n)];
  const pixel = new Float32Array(3);
  const axes = new Float64Array(3);
  for (let k = 0; k < n; k++) {
    const [x, y, nx, ny] = [line.x[k]!, line.y[k]!, line.nx[k]!, line.ny[k]!];
    const extent = (sign: 1 | -1): number => {
      let t = 1;
      while (t < far && inside(x + sign * (t + 1) * nx, y + sign * (t + 1) * ny) === sign > 0) t++;
      return t;
    };
    inwards[k] = extent(1);
    outwards[k] = extent(-1);
    for (let t = -outwards[k]!; t <= inwards[k]!; t++) {
      sample(colour, width, height, x + t * nx, y + t * ny, pixel);
      toAxes(pixel, 0, axes);
      samples.set(axes, 3 * (k * across + t + far));
      const side = t > 0 ? 0 : 1;
      const most = t > 0 ? inwards[k]! : outwards[k]!;
      if (Math.abs(t) < Math.min(from, DEEP * most)) continue;
      const o = SUMS * k;
      sums[side]![o]! += 1;
      for (let c = 0; c < 3; c++) {
        sums[side]![o + 1 + c]! += axes[c]!;
        sums[side]![o + 4 + c]! += axes[c]! * axes[c]!;
      }
    }
    if ((k & 255) === 0) await work.breathe();
  }
  const front = new Float32Array(6 * n);
  const back = new Float32Array(6 * n);
  const contrast = new Float32Array(n);
  const [ahead, behind] = sums.map((s) => around(s, n));
  for (let k = 0; k < n; k++) {
    if (!looks(k, ahead!, front) || !looks(k, behind!, back)) continue;
    for (let o = 6 * k; o < 6 * k + 3; o++)
      contrast[k]! += (front[o]! - back[o]!) ** 2 / (front[o + 3]! + back[o + 3]!);
  }
  return { reach: far, samples, inwards, outwards, front, back, contrast };
}

/** Means over the places around, along a closed line. */
function around(sums: Float64Array, n: number): Float64Array {
  const out = new Float64Array(sums.length);
  const half = Math.min(ALONG, (n - 1) >> 1);
  for (let c = 0; c < SUMS; c++) {
    let sum = 0;
    for (let k = -half; k < half; k++) sum += sums[SUMS * ((k + n) % n) + c]!;
    for (let k = 0; k < n; k++) {
      sum += sums[SUMS * ((k + half) % n) + c]!;
      out[SUMS * k + c] = sum;
      sum -= sums[SUMS * ((k - half + n) % n) + c]!;
    }
  }
  return out;
}

/** Means and variances of one side at a place. */
function looks(k: number, sums: Float64Array, out: Float32Array): boolean {
  const weight = sums[SUMS * k]!;
  if (weight < 1) return false;
  for (let c = 0; c < 3; c++) {
    const mean = sums[SUMS * k + 1 + c]! / weight;
    out[6 * k + c] = mean;
    out[6 * k + 3 + c] = Math.max(0, sums[SUMS * k + 4 + c]! / weight - mean * mean) + NOISE;
  }
  return true;
}

/** Between the four pixels around a place; beyond the border as on it. */
function sample(
  colour: Float32Array,
  width: number,
  height: number,
  x: number,
  y: number,
  out: Float32Array,
): void {
  const u = Math.min(width - 1, Math.max(0, x - 0.5));
  const v = Math.min(height - 1, Math.max(0, y - 0.5));
  const left = Math.min(width - 2, Math.floor(u));
  const top = Math.min(height - 2, Math.floor(v));
  const [wx, wy] = [u - left, v - top];
  const o = 3 * (top * width + left);
  for (let c = 0; c < 3; c++) {
    const upper = colour[o + c]! * (1 - wx) + colour[o + 3 + c]! * wx;
    const lower = colour[o + 3 * width + c]! * (1 - wx) + colour[o + 3 * width + 3 + c]! * wx;
    out[c] = upper * (1 - wy) + lower * wy;
  }
}
