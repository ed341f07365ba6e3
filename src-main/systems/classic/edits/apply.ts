/** What the edits share: going over pixels under a mask, and stopping in time. */
import type { ImageEditing, ImageEditName } from '../../../contract/index.ts';
import { boundsOf, cloneRaster, fullScale, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { coded, linearTable } from './light.ts';

/** The arguments of a command. */
export type Args<C extends ImageEditName> = Extract<ImageEditing, { command: C }>['args'];

export interface Box {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** The box that an edit has to look at: around the mask (grown by `margin`, inside the picture), or everything. */
export function boxOf(image: Pick<Raster, 'width' | 'height'>, mask: Mask | null, margin = 0): Box {
  const bounds = mask ? boundsOf(mask) : { x1: 0, y1: 0, x2: image.width, y2: image.height };
  if (!bounds) return { x1: 0, y1: 0, x2: 0, y2: 0 };
  return {
    x1: Math.max(0, bounds.x1 - margin),
    y1: Math.max(0, bounds.y1 - margin),
    x2: Math.min(image.width, bounds.x2 + margin),
    y2: Math.min(image.height, bounds.y2 + margin),
  };
}

/** Calls `row` for each y of the box, yielding and reporting now and then. */
export async function eachRow(box: Box, work: Work, row: (y: number) => void): Promise<void> {
  const total = Math.max(1, box.y2 - box.y1);
  for (let y = box.y1; y < box.y2; y++) {
    row(y);
    await work.breathe();
    if ((y - box.y1) % 64 === 63) work.progress(y - box.y1 + 1, total);
  }
  work.progress(total, total);
}

/**
 * A copy of the picture in which `change` has replaced the colour of every pixel under the mask, in proportion to the
 * mask's alpha. `change` gets linear light in `rgb` (0..1), the pixel's index and its column, and puts linear light
 * back; `row` is called before the pixels of each row.
 */
export async function changePixels(
  image: Raster,
  mask: Mask | null,
  work: Work,
  change: (rgb: Float64Array, pixel: number, x: number) => void,
  row?: (y: number) => void,
): Promise<Raster> {
  const out = cloneRaster(image);
  const { width, channels, data } = image;
  const most = fullScale(image);
  const linear = linearTable(image);
  const rgb = new Float64Array(3);
  const box = boxOf(image, mask);
  await eachRow(box, work, (y) => {
    row?.(y);
    for (let x = box.x1, p = y * width + box.x1; x < box.x2; x++, p++) {
      const alpha = mask ? mask.data[p]! / 255 : 1;
      if (!alpha) continue;
      const i = p * channels;
      for (let c = 0; c < 3; c++) rgb[c] = linear[data[i + c]!]!;
      change(rgb, p, x);
      for (let c = 0; c < 3; c++) {
        const before = data[i + c]!;
        out.data[i + c] = before + (coded(rgb[c]!) * most - before) * alpha + 0.5;
      }
    }
  });
  return out;
}
