import { letGo } from '../../../runtime/collect.ts';
import { cloneRaster, fullScale, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import type { Args } from './apply.ts';
import { extentOf } from './extent.ts';
import { blurPlane, extremes, lumaPlane } from './luma.ts';
import { changeBands, rowsOf, type BandKernel } from './surroundings.ts';

/** Differences of this size (of the full scale) and below are taken for noise and hardly raised. */
const noise = 0.006;
/** How much of what goes beyond the neighbours' values stays, and the most that can, of the full scale. */
const beyond = 0.3;
const rim = 0.04;

/** Raises fine detail of luma (unsharp mask): colours don't change, noise is spared, edges get no bright rims. */
export async function sharpen(
  image: Raster,
  mask: Mask | null,
  args: Args<'sharpen'>,
  work: Work,
): Promise<Raster> {
  if (args.amount === 0) return cloneRaster(image);
  // A photo with more pixels is softer in each of them.
  const sigma = 1.1 * Math.max(1, Math.sqrt(extentOf(image) / 2000));
  const margin = Math.ceil(3 * sigma);
  return changeBands(
    image,
    mask,
    sharpening,
    { gain: 2.4 * args.amount, sigma, margin },
    { rows: 64, margin },
    work,
  );
}

interface Sharpening {
  gain: number;
  sigma: number;
  margin: number;
}

export const sharpening: BandKernel<Sharpening> = {
  name: 'sharpen',
  make:
    ({ gain, sigma, margin }) =>
    (band) => {
      const { width, height, channels, box, mask } = band;
      const most = fullScale(band);
      const wide = {
        x1: Math.max(0, box.x1 - margin),
        x2: Math.min(width, box.x2 + margin),
        y1: Math.max(0, box.y1 - margin),
        y2: Math.min(height, box.y2 + margin),
      };
      const stride = wide.x2 - wide.x1;
      const luma = lumaPlane(band, wide);
      const smooth = blurPlane(luma, stride, sigma);
      const { least, largest } = extremes(luma, stride, Math.round(sigma));
      const data = rowsOf(band);
      for (let y = box.y1; y < box.y2; y++)
        for (let x = box.x1, p = (y - box.y1) * width + box.x1; x < box.x2; x++, p++) {
          const opacity = mask ? mask[p]! / 255 : 1;
          if (!opacity) continue;
          const at = (y - wide.y1) * stride + x - wide.x1;
          const detail = luma[at]! - smooth[at]!;
          const sure = (detail * detail) / (detail * detail + noise * noise);
          let after = luma[at]! + gain * detail * sure;
          const over = after - largest[at]!;
          const under = after - least[at]!;
          if (over > 0) after = largest[at]! + rim * Math.tanh((beyond * over) / rim);
          else if (under < 0) after = least[at]! + rim * Math.tanh((beyond * under) / rim);
          const raise = (after - luma[at]!) * opacity * most;
          for (let i = p * channels; i < p * channels + 3; i++)
            data[i] = Math.min(most, Math.max(0, data[i]! + raise + 0.5));
        }
      letGo([luma, smooth, least, largest]);
      return { data };
    },
};
