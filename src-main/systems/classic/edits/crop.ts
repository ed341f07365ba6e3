import type { Mask, Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { cut } from '../shape/cut.ts';
import { cropping } from '../shape/geometry.ts';
import type { Args } from './apply.ts';

/** Cuts the picture down to the box around the region, to an aspect (width / height) about its middle, or both. */
export async function crop(
  image: Raster,
  mask: Mask | null,
  args: Args<'crop'>,
  work: Work,
): Promise<Raster> {
  const { back, width, height } = cropping(image, mask, args);
  const [, , x1, , , y1] = back;
  return cut(image, { x1, y1, x2: x1 + width, y2: y1 + height }, work);
}
