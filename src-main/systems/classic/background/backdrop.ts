/** The background as one would see it with the subject gone, roughly: enough for what is blurred afterwards. */
import { fullScale, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { linearTable } from '../edits/light.ts';
import { blankCells, pullPush, sampler, type Cells } from './pull-push.ts';

export interface Backdrop {
  /** Numbers a pixel: linear light times alpha (3), and alpha where the picture has it. */
  parts: 3 | 4;
  /** How much a pixel shows of the background, 0..1, where the blur has this radius (in pixels). */
  shown(pixel: number, radius: number): number;
  /** What the background looks like about there, also behind the subject. */
  fill(x: number, y: number, out: Float64Array): void;
  /** The same of a wide neighbourhood. */
  around(x: number, y: number, out: Float64Array): void;
}

/** Pixels of the picture a cell: the fill is computed on at most about 400,000 cells. */
const factorFor = ({ width, height }: Raster): number =>
  Math.max(1, Math.ceil(Math.sqrt((width * height) / 400_000)));

/**
 * Where the subject covers the background it is guessed. So it is for a few pixels beside it: there the subject's colour
 * often goes on under a mask that is a little too small.
 * @param image with the background's own colours where the mask is soft
 * @param wide the radius, in pixels, of the neighbourhood that `around` means
 */
export async function makeBackdrop(image: Raster, mask: Mask, wide: number, work: Work): Promise<Backdrop> {
  const parts = image.channels === 4 ? 4 : 3;
  const margin = Math.max(3, Math.round(Math.max(image.width, image.height) * 0.0012));
  const grown = await dilate(mask, margin, work);
  const shown = (pixel: number, radius: number): number => {
    const outer = grown.data[pixel]!;
    if (!outer) return 1;
    const own = mask.data[pixel]!;
    const covered = (own + (outer - own) * Math.min(1, radius / (3 * margin))) / 255;
    return 1 - covered;
  };
  const factor = factorFor(image);
  const cells = await average(image, factor, parts, shown, work);
  await pullPush(cells, work);
  const { far, ratio } = await shrink(cells, Math.max(1, Math.round((2 * wide) / factor)), work);
  return { parts, shown, fill: sampler(cells, factor), around: sampler(far, factor * ratio) };
}

/** The largest value of the mask within `radius` pixels, along rows and then along columns. */
async function dilate({ width, height, data }: Mask, radius: number, work: Work): Promise<Mask> {
  const rows = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0, i = y * width; x < width; x++, i++) {
      const value = data[i]!;
      if (!value) continue;
      const end = i + Math.min(radius, width - 1 - x);
      for (let o = i - Math.min(radius, x); o <= end; o++) if (rows[o]! < value) rows[o] = value;
    }
    await work.breathe();
  }
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    const last = Math.min(height - 1, y + radius);
    for (let from = Math.max(0, y - radius); from <= last; from++)
      for (let x = 0, i = from * width, o = y * width; x < width; x++, i++, o++)
        if (out[o]! < rows[i]!) out[o] = rows[i]!;
    await work.breathe();
  }
  return { width, height, data: out };
}

/** Means of squares of `factor` pixels, of what is shown of the background under a wide blur. */
async function average(
  image: Raster,
  factor: number,
  parts: 3 | 4,
  shown: Backdrop['shown'],
  work: Work,
): Promise<Cells> {
  const { width, height, channels, data } = image;
  const linear = linearTable(image);
  const most = fullScale(image);
  const cells = blankCells(Math.ceil(width / factor), Math.ceil(height / factor), parts);
  for (let y = 0, p = 0; y < height; y++) {
    const row = Math.floor(y / factor) * cells.width;
    const tall = Math.min(factor, height - Math.floor(y / factor) * factor);
    for (let x = 0; x < width; x++, p++) {
      const weight = shown(p, Infinity);
      if (!weight) continue;
      const cell = Math.floor(x / factor);
      const share = weight / (tall * Math.min(factor, width - cell * factor));
      const alpha = parts === 4 ? (data[p * channels + 3]! / most) * share : share;
      const o = (row + cell) * (parts + 1);
      for (let c = 0; c < 3; c++) cells.data[o + c]! += linear[data[p * channels + c]!]! * alpha;
      if (parts === 4) cells.data[o + 3]! += alpha;
      cells.data[o + parts]! += share;
    }
    await work.breathe();
  }
  return cells;
}

/** Filled cells, `ratio` of them averaged in each direction. */
async function shrink(cells: Cells, ratio: number, work: Work): Promise<{ far: Cells; ratio: number }> {
  const { width, height, parts, data } = cells;
  const far = blankCells(Math.ceil(width / ratio), Math.ceil(height / ratio), parts);
  const step = parts + 1;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const o = (Math.floor(y / ratio) * far.width + Math.floor(x / ratio)) * step;
      for (let c = 0; c < step; c++) far.data[o + c]! += data[i++]!;
    }
    await work.breathe();
  }
  for (let o = 0; o < far.data.length; o += step) {
    const weight = far.data[o + parts]! || 1;
    for (let c = 0; c < step; c++) far.data[o + c]! /= weight;
  }
  return { far, ratio };
}
