/** What the edits share: where they look, and going over rows in time. */
import type { ImageEditing, ImageEditName } from '../../../contract/index.ts';
import { boundsOf, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';

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
