/** The background out of focus, row by row. */
import type { Raster } from '../../../runtime/raster/raster.ts';
import { linearTable } from '../edits/light.ts';
import type { Backdrop } from './backdrop.ts';
import { discBlur, type Disc, type ReadRow } from './disc.ts';

/** Linear light times alpha, and alpha where the picture has it, of a pixel of the current row. */
export type OutOfFocus = (x: number, out: Float64Array) => void;

/**
 * Wide blurs are made of averages of 2, 4 or 8 pixels a side: a blur that is many times as wide can't be told from one
 * of single pixels, and a pixel costs less the more it spans. Below each radius (in pixels) its size is used.
 */
const sizes = [
  { below: 12, size: 1 },
  { below: 48, size: 2 },
  { below: 384, size: 4 },
  { below: Infinity, size: 8 },
];

/**
 * @param radii of the blur, in pixels, for each row of the picture
 * @param radiance a factor for the light of a pixel, by its brightest channel and by the brightness around it
 * @returns a function that goes to a row; rows are best asked for from top to bottom
 */
export function lens(
  image: Raster,
  backdrop: Backdrop,
  radii: Float32Array,
  radiance: (brightest: number, around: number) => number,
): (y: number) => OutOfFocus {
  const { parts } = backdrop;
  const widest = radii.reduce((a, b) => Math.max(a, b), 0);
  const discs = new Map<number, Disc>();
  const discOf = (size: number, below: number): Disc => {
    const known = discs.get(size);
    if (known) return known;
    const scaled = { width: Math.ceil(image.width / size), height: Math.ceil(image.height / size), parts };
    const made = discBlur(
      reader(image, backdrop, radii, radiance, size),
      scaled,
      Math.min(widest, below) / size,
    );
    discs.set(size, made);
    return made;
  };
  return (y) => {
    const { size, below } = sizes.find((one) => radii[y]! < one.below)!;
    const disc = discOf(size, below);
    const last = Math.ceil(image.height / size) - 1;
    const at = Math.min(last, Math.max(0, (y + 0.5) / size - 0.5));
    const above = Math.floor(at);
    const radiusOf = (row: number): number =>
      radii[Math.min(radii.length - 1, Math.floor((row + 0.5) * size))]! / size;
    const upper = disc.row(above, radiusOf(above));
    const next = Math.min(last, above + 1);
    return between(upper, disc.row(next, radiusOf(next)), at - above, size, parts);
  };
}

/** Bilinear between two rows of cells. */
function between(
  upper: Float32Array,
  lower: Float32Array,
  down: number,
  size: number,
  parts: number,
): OutOfFocus {
  const last = upper.length / parts - 1;
  return (x, out) => {
    const at = Math.min(last, Math.max(0, (x + 0.5) / size - 0.5));
    const left = Math.floor(at);
    const across = at - left;
    const i = left * parts;
    const next = left < last ? parts : 0;
    for (let c = 0; c < parts; c++) {
      const above = upper[i + c]! + (upper[i + next + c]! - upper[i + c]!) * across;
      const under = lower[i + c]! + (lower[i + next + c]! - lower[i + c]!) * across;
      out[c] = above + (under - above) * down;
    }
  };
}

/** Rows of cells of `size` pixels a side: the background's light as the scene had it, and a filling for the rest. */
function reader(
  image: Raster,
  { parts, shown, fill, around }: Backdrop,
  radii: Float32Array,
  radiance: (brightest: number, around: number) => number,
  size: number,
): ReadRow {
  const { width, height, channels, data } = image;
  const linear = linearTable(image);
  const most = linear.length - 1;
  // The square root of light 0.8 … is where `radiance` begins; darker pixels, nearly all, needn't ask.
  const bright = 0.6;
  const guess = new Float64Array(parts);
  const weights = new Float32Array(Math.ceil(width / size));
  return (row, out) => {
    out.fill(0);
    weights.fill(0);
    const end = Math.min(height, (row + 1) * size);
    for (let y = row * size; y < end; y++) {
      const radius = radii[y]!;
      for (let x = 0, p = y * width, i = p * channels; x < width; x++, p++, i += channels) {
        const weight = shown(p, radius);
        if (!weight) continue;
        const cell = size === 1 ? x : Math.floor(x / size);
        const red = linear[data[i]!]!;
        const green = linear[data[i + 1]!]!;
        const blue = linear[data[i + 2]!]!;
        const brightest = Math.max(red, green, blue);
        let gain = parts === 4 ? (weight * data[i + 3]!) / most : weight;
        const o = cell * parts;
        weights[cell]! += weight;
        if (parts === 4) out[o + 3]! += gain;
        if (brightest > bright) {
          around(x, y, guess);
          gain *= radiance(brightest, Math.max(guess[0]!, guess[1]!, guess[2]!));
        }
        out[o]! += red * gain;
        out[o + 1]! += green * gain;
        out[o + 2]! += blue * gain;
      }
    }
    for (let cell = 0; cell < weights.length; cell++) {
      const pixels = (end - row * size) * Math.min(size, width - cell * size);
      const missing = pixels - weights[cell]!;
      const o = cell * parts;
      if (missing > 1e-4) {
        fill(
          Math.min(width - 1, (cell + 0.5) * size - 0.5),
          Math.min(height - 1, (row + 0.5) * size - 0.5),
          guess,
        );
        for (let c = 0; c < parts; c++) out[o + c]! += missing * guess[c]!;
      }
      for (let c = 0; c < parts; c++) out[o + c]! /= pixels;
    }
  };
}
