/** Makes copied pieces fit their surroundings in colour. Only what is smooth is changed: detail stays as copied. */
import type { Raster } from '../../../runtime/raster/raster.ts';
import { fullScale } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { sourceOf } from './field.ts';
import type { Box } from './hole.ts';
import { count, makeMembrane, solve, surroundings } from './membrane.ts';

export interface Patchwork {
  /** Where the hole lies in the picture; `unknown` and `source` have its size. */
  box: Box;
  unknown: Uint8Array;
  /** For an unknown pixel: its source (see `field.ts`) in the picture; for others -1. */
  source: Int32Array;
}

/**
 * A difference of this share of the full scale across a seam is halfway between a seam to hide and an edge to keep; one
 * of half as much is hidden all but wholly.
 */
const edge = 0.17;
/**
 * How far from seams (in pixels, at least) their correction fades: a screened Poisson equation (Bhat, Curless, Cohen,
 * Zitnick, "Fourier analysis of the 2D screened Poisson equation for gradient domain problems", ECCV 2008). Where much is
 * filled from few pixels at one side, steps would add up otherwise, and colours drift away.
 */
const leastReach = 64;

/** How far from seams their correction reaches in a picture of this size. */
export const reachIn = ({ width, height }: { width: number; height: number }): number =>
  Math.max(leastReach, Math.hypot(width, height) / 16);

/**
 * What is to be added to the copied pixels, for each unknown pixel in rows, in the picture's units: smooth inside each
 * piece, it evens out the steps between pieces and towards the known picture. The Poisson equation of Pérez, Gangnet,
 * Blake, "Poisson image editing", SIGGRAPH 2003, with the gradients of Agarwala et al., "Interactive digital
 * photomontage", SIGGRAPH 2004, across seams.
 * @param take gets it a channel at a time
 */
export async function corrections(
  image: Raster,
  patchwork: Patchwork,
  reach: number,
  take: (channel: number, correction: Float32Array) => Promise<void>,
  work: Work,
): Promise<void> {
  const width = patchwork.box.x2 - patchwork.box.x1;
  const membrane = await makeMembrane(patchwork.unknown, width, work, 1 / (reach * reach));
  for (let c = 0; c < image.channels; c++) {
    const unwanted = await steps(image, patchwork, c, edge * fullScale(image), work);
    const correction = await solve(membrane, unwanted, work);
    await work.breathe();
    await take(c, correction);
  }
}

/** Fills the patchwork's pixels of `out` (a copy of `image`) with their sources, corrected. */
export async function blend(image: Raster, out: Raster, patchwork: Patchwork, work: Work): Promise<void> {
  const { box, unknown, source } = patchwork;
  const width = box.x2 - box.x1;
  const most = fullScale(image);
  const add = async (c: number, correction: Float32Array): Promise<void> => {
    for (let i = 0, k = 0; i < source.length; i++) {
      if (i % 65_536 === 0) await work.breathe();
      if (!unknown[i]) continue;
      const x = box.x1 + (i % width);
      const y = box.y1 + Math.floor(i / width);
      const value = image.data[(source[i]! >> 1) * image.channels + c]! + correction[k++]!;
      out.data[(y * image.width + x) * image.channels + c] = Math.min(most, Math.max(0, Math.round(value)));
    }
  };
  await corrections(image, patchwork, reachIn(image), add, work);
}

/**
 * The right-hand side: for each unknown pixel, in rows, the sum of the steps to its four neighbours that should not
 * be there.
 */
async function steps(
  image: Raster,
  { box, unknown, source }: Patchwork,
  c: number,
  softness: number,
  work: Work,
): Promise<Float32Array> {
  const { width: pictureWidth, height: pictureHeight, channels, data } = image;
  const width = box.x2 - box.x1;
  const height = box.y2 - box.y1;
  const at = (from: number, channel: number): number => data[(from >> 1) * channels + channel]!;
  /** What is beside the source of `i`, or -1: beyond the picture's sides, or part of what is being removed. */
  const beside = (i: number, dx: number, dy: number): number => {
    const s = source[i]!;
    const pixel = s >> 1;
    const x = (pixel % pictureWidth) + (s & 1 ? -dx : dx);
    const y = Math.floor(pixel / pictureWidth) + dy;
    if (x < 0 || x >= pictureWidth || y < 0 || y >= pictureHeight) return -1;
    const inBox = x >= box.x1 && x < box.x2 && y >= box.y1 && y < box.y2;
    if (inBox && unknown[(y - box.y1) * width + x - box.x1]) return -1;
    return sourceOf(y * pictureWidth + x, s & 1);
  };
  /** The unwanted step from pixel `i` of the box to the one beside it. All colours are hidden or kept together. */
  const stepTo = (i: number, dx: number, dy: number): number => {
    const j = i + dy * width + dx;
    const expected = beside(i, dx, dy);
    let step = (_: number): number => 0;
    if (!unknown[j]) {
      if (expected < 0) return 0;
      const known = sourceOf((box.y1 + Math.floor(j / width)) * pictureWidth + box.x1 + (j % width), 0);
      step = (channel) => at(known, channel) - at(expected, channel);
    } else {
      if (source[j] === expected) return 0;
      const other = beside(j, -dx, -dy);
      step = (channel) =>
        (expected < 0 ? 0 : at(source[j]!, channel) - at(expected, channel)) / 2 +
        (other < 0 ? 0 : at(other, channel) - at(source[i]!, channel)) / 2;
    }
    const largest = c < 3 ? Math.max(Math.abs(step(0)), Math.abs(step(1)), Math.abs(step(2))) : step(c);
    return step(c) * 2 ** -((largest / softness) ** 4);
  };
  const sums = new Float32Array(count(unknown));
  for (let y = 0, i = 0, k = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (!unknown[i]) continue;
      let sum = 0;
      if (x > 0) sum += stepTo(i, -1, 0);
      if (x < width - 1) sum += stepTo(i, 1, 0);
      if (y > 0) sum += stepTo(i, 0, -1);
      if (y < height - 1) sum += stepTo(i, 0, 1);
      sums[k++] = sum;
    }
    await work.breathe();
  }
  return sums;
}

/** Fills the unknown with the smoothest surface through what is around it (for pictures too small to copy from). */
export async function smoothFill(
  image: Raster,
  out: Raster,
  box: Box,
  unknown: Uint8Array,
  work: Work,
): Promise<void> {
  const width = box.x2 - box.x1;
  const membrane = await makeMembrane(unknown, width, work);
  const most = fullScale(image);
  for (let c = 0; c < image.channels; c++) {
    const index = (i: number): number =>
      ((box.y1 + Math.floor(i / width)) * image.width + box.x1 + (i % width)) * image.channels + c;
    const surface = await solve(
      membrane,
      surroundings(unknown, width, (i) => image.data[index(i)]!),
      work,
    );
    for (let i = 0, k = 0; i < unknown.length; i++)
      if (unknown[i]) out.data[index(i)] = Math.min(most, Math.max(0, Math.round(surface[k++]!)));
  }
}
