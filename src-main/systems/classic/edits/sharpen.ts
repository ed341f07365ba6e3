import { cloneRaster, fullScale, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { boxOf, eachRow, type Args } from './apply.ts';
import { blurRows, lumaPlane } from './luma.ts';

/** Differences of this size (of the full scale) and below are taken for noise and hardly raised. */
const noise = 0.006;
/** The brightest or darkest rim that sharpening may leave at an edge, of the full scale. */
const rim = 0.1;

/** Raises fine detail of luma (unsharp mask): colours don't change, noise is spared, edges get no bright rims. */
export async function sharpen(
  image: Raster,
  mask: Mask | null,
  args: Args<'sharpen'>,
  work: Work,
): Promise<Raster> {
  const out = cloneRaster(image);
  if (args.amount === 0) return out;
  const { width, channels, data } = image;
  const most = fullScale(image);
  const box = boxOf(image, mask);
  const wide = boxOf(image, mask, 4);
  const stride = wide.x2 - wide.x1;
  const luma = await lumaPlane(image, wide, work);
  const smooth = await blurRows(luma, stride, work);
  const gain = 2.5 * args.amount;
  await eachRow(box, work, (y) => {
    for (let x = box.x1, p = y * width + box.x1; x < box.x2; x++, p++) {
      const opacity = mask ? mask.data[p]! / 255 : 1;
      if (!opacity) continue;
      const at = (y - wide.y1) * stride + x - wide.x1;
      const detail = luma[at]! - smooth[at]!;
      const sure = (detail * detail) / (detail * detail + noise * noise);
      const raise = rim * Math.tanh((gain * detail * sure) / rim) * opacity * most;
      for (let c = 0; c < 3; c++) {
        const i = p * channels + c;
        out.data[i] = Math.min(most, Math.max(0, data[i]! + raise + 0.5));
      }
    }
  });
  return out;
}
