/** Edits that show the picture from elsewhere. */
import type { Mask, Raster } from '../../../runtime/raster/raster.ts';
import { cloneRaster } from '../../../runtime/raster/raster.ts';
import { partOf, type Work } from '../../../runtime/work.ts';
import type { Args } from '../edits/apply.ts';
import { rectifying, scaling, straightening, type Geometry } from './geometry.ts';
import { scaleRaster } from './scale.ts';
import { warpRaster } from './warp.ts';

/** Turns the picture by a few degrees and crops away the blank corners; the aspect stays. */
export async function straighten(
  image: Raster,
  _mask: Mask | null,
  args: Args<'straighten'>,
  work: Work,
): Promise<Raster> {
  const geometry = await straightening(image, args, { ...work, progress: () => {} });
  if (geometry.width === image.width && geometry.height === image.height) {
    await work.breathe();
    work.progress(1, 1);
    return cloneRaster(image);
  }
  return seen(image, geometry, partOf(work, 0.1, 1));
}

/** Makes a rectangle of four corners, or takes out the lean of a camera that looked up or sideways. */
export async function perspective(
  image: Raster,
  mask: Mask | null,
  args: Args<'perspective'>,
  work: Work,
): Promise<Raster> {
  const geometry = await rectifying(image, mask, args, { ...work, progress: () => {} });
  return seen(image, geometry, args.upright ? partOf(work, 0.1, 1) : work);
}

const seen = (image: Raster, { back, width, height }: Geometry, work: Work): Promise<Raster> =>
  warpRaster(image, back, { x1: 0, y1: 0, x2: width, y2: height }, work, { opaque: true });

/** Enlarges the picture by a factor. */
export const upscale = async (
  image: Raster,
  _mask: Mask | null,
  args: Args<'upscale'>,
  work: Work,
): Promise<Raster> => scaleRaster(image, scaling(image, args), work);
