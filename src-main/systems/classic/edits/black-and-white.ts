import type { Mask, Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { changePixels, type Args } from './apply.ts';
import { luminance } from './light.ts';

/** The grey that is as bright as the colour was. */
export const blackAndWhite = (
  image: Raster,
  mask: Mask | null,
  _args: Args<'black-and-white'>,
  work: Work,
): Promise<Raster> =>
  changePixels(image, mask, work, (rgb) => rgb.fill(luminance(rgb[0]!, rgb[1]!, rgb[2]!)));
