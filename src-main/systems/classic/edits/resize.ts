import type { Mask, Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { scaling } from '../shape/geometry.ts';
import { scaleRaster } from '../shape/scale.ts';
import type { Args } from './apply.ts';

/** Scales the whole picture by a factor, or to a width or height in pixels (with both: exactly these). */
export const resize = async (
  image: Raster,
  _mask: Mask | null,
  args: Args<'resize'>,
  work: Work,
): Promise<Raster> => scaleRaster(image, scaling(image, args), work);
