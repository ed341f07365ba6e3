import { StudioError } from '../../../contract/index.ts';
import type { Mask, Raster } from '../../../runtime/raster/raster.ts';
import { resizeRaster } from '../../../runtime/raster/resize.ts';
import type { Work } from '../../../runtime/work.ts';
import type { Args } from './apply.ts';

/** Above this a picture can't be opened again (sharp's own limit for files). */
export const mostPixels = 268_402_689;
/** The longest side that PNG's decoder and others take. */
export const mostSide = 65_535;

/** Scales the whole picture by a factor, or to a width or height in pixels (with both: exactly these). */
export async function resize(
  image: Raster,
  _mask: Mask | null,
  args: Args<'resize'>,
  work: Work,
): Promise<Raster> {
  const factor = args.factor ?? (args.width ? args.width / image.width : args.height! / image.height);
  const width = args.width ?? Math.max(1, Math.round(image.width * factor));
  const height = args.height ?? Math.max(1, Math.round(image.height * factor));
  if (width > mostSide || height > mostSide || width * height > mostPixels)
    throw new StudioError(
      'too-large',
      `The picture would have ${width} × ${height} pixels, which is too many.`,
      'Choose a smaller factor.',
    );
  const out = await resizeRaster(image, { width, height });
  await work.breathe();
  work.progress(1, 1);
  return out;
}
