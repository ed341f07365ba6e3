/** Makes copied pieces fit their surroundings in colour. Only what is smooth is changed: detail stays as copied. */
import type { Raster } from '../../../runtime/raster/raster.ts';
import { fullScale } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import type { Box } from './hole.ts';
import { makeSolver, membraneGrid, solve } from './membrane.ts';

export interface Patchwork {
  /** Where the hole lies in the picture; `unknown` and `source` have its size. */
  box: Box;
  unknown: Uint8Array;
  /** For an unknown pixel: the index in the picture of the pixel that is copied there; for others -1. */
  source: Int32Array;
}

/** A difference of this share of the full scale across a seam is halfway between a seam to hide and an edge to keep. */
const edge = 0.12;

/**
 * Fills the patchwork's pixels of `out` (a copy of `image`) with their sources plus a correction that is smooth
 * inside each piece and evens out the steps between pieces and towards the known picture: the Poisson equation of
 * Pérez, Gangnet, Blake, "Poisson image editing", SIGGRAPH 2003, with the gradients of Agarwala et al., "Interactive
 * digital photomontage", SIGGRAPH 2004, across seams.
 */
export async function blend(image: Raster, out: Raster, patchwork: Patchwork, work: Work): Promise<void> {
  const { box, unknown, source } = patchwork;
  const width = box.x2 - box.x1;
  const solver = makeSolver(membraneGrid(unknown, width));
  const most = fullScale(image);
  for (let c = 0; c < image.channels; c++) {
    const correction = await solve(solver, steps(image, patchwork, c, edge * most), work);
    for (let i = 0; i < source.length; i++) {
      if (!unknown[i]) continue;
      const x = box.x1 + (i % width);
      const y = box.y1 + Math.floor(i / width);
      const value = image.data[source[i]! * image.channels + c]! + correction[i]!;
      out.data[(y * image.width + x) * image.channels + c] = Math.min(most, Math.max(0, Math.round(value)));
    }
  }
}

/** The right-hand side: for each unknown pixel the sum of the steps to its four neighbours that should not be there. */
function steps(
  image: Raster,
  { box, unknown, source }: Patchwork,
  c: number,
  softness: number,
): Float32Array {
  const { width: pictureWidth, height: pictureHeight, channels, data } = image;
  const width = box.x2 - box.x1;
  const height = box.y2 - box.y1;
  const b = new Float32Array(source.length);
  const at = (pixel: number): number => data[pixel * channels + c]!;
  /** The pixel `shift` beside the source of `i`, unless that lies beyond the picture's sides. */
  const beside = (i: number, dx: number, dy: number): number => {
    const s = source[i]!;
    const x = (s % pictureWidth) + dx;
    const y = Math.floor(s / pictureWidth) + dy;
    return x < 0 || x >= pictureWidth || y < 0 || y >= pictureHeight ? -1 : s + dy * pictureWidth + dx;
  };
  const soften = (step: number): number => step * Math.exp(-((step / softness) ** 2));
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      if (!unknown[i]) continue;
      for (let side = 0; side < 4; side++) {
        const dx = side === 0 ? -1 : side === 1 ? 1 : 0;
        const dy = side === 2 ? -1 : side === 3 ? 1 : 0;
        if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height) continue;
        const j = i + dy * width + dx;
        const expected = beside(i, dx, dy);
        if (unknown[j]) {
          if (source[j] === expected) continue;
          const other = beside(j, -dx, -dy);
          let step = 0;
          if (expected >= 0) step += (at(source[j]!) - at(expected)) / 2;
          if (other >= 0) step += (at(other) - at(source[i]!)) / 2;
          b[i]! += soften(step);
        } else if (expected >= 0) {
          b[i]! += soften(at((box.y1 + y + dy) * pictureWidth + box.x1 + x + dx) - at(expected));
        }
      }
    }
  return b;
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
  const height = box.y2 - box.y1;
  const solver = makeSolver(membraneGrid(unknown, width));
  const most = fullScale(image);
  for (let c = 0; c < image.channels; c++) {
    const index = (x: number, y: number): number =>
      ((box.y1 + y) * image.width + box.x1 + x) * image.channels + c;
    const b = new Float32Array(unknown.length);
    for (let y = 0, i = 0; y < height; y++)
      for (let x = 0; x < width; x++, i++) {
        if (!unknown[i]) continue;
        if (x > 0 && !unknown[i - 1]) b[i]! += image.data[index(x - 1, y)]!;
        if (x < width - 1 && !unknown[i + 1]) b[i]! += image.data[index(x + 1, y)]!;
        if (y > 0 && !unknown[i - width]) b[i]! += image.data[index(x, y - 1)]!;
        if (y < height - 1 && !unknown[i + width]) b[i]! += image.data[index(x, y + 1)]!;
      }
    const surface = await solve(solver, b, work);
    for (let y = 0, i = 0; y < height; y++)
      for (let x = 0; x < width; x++, i++)
        if (unknown[i]) out.data[index(x, y)] = Math.min(most, Math.max(0, Math.round(surface[i]!)));
  }
}
