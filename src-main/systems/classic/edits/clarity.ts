import { cloneRaster, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import { partOf, type Work } from '../../../runtime/work.ts';
import type { Args } from './apply.ts';
import { fit } from './light.ts';
import { LocalChange, localContrast, type Lines } from './local-contrast.ts';
import { changePixels, pixelKernel } from './pixels.ts';

/** Raises the contrast of what is smaller than a large shape; below 0 softens it. Edges get no halos. */
export async function clarity(
  image: Raster,
  mask: Mask | null,
  { amount }: Args<'clarity'>,
  work: Work,
): Promise<Raster> {
  if (amount === 0) return cloneRaster(image);
  const boost = amount > 0 ? 1.4 * amount : 0.85 * amount;
  const options = { boost, sigma: 0.13, finest: amount > 0 ? 0.5 : 1 };
  const lines = await localContrast(image, options, partOf(work, 0, 0.7));
  return changePixels(image, mask, clarifying, lines, partOf(work, 0.7, 1));
}

export const clarifying = pixelKernel('clarity', (lines: Lines, { width }) => {
  const local = new LocalChange(lines, width);
  return {
    row: (y) => local.go(y),
    change(rgb, x) {
      local.change(rgb, x);
      fit(rgb);
    },
  };
});
