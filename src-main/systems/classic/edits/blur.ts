import { blankLike, cloneRaster, fullScale, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { boxOf, eachRow, type Args, type Box } from './apply.ts';
import { extentOf } from './extent.ts';
import type { More } from './index.ts';
import { coded } from './light.ts';
import { soften, type Softened } from './soften.ts';

/**
 * The Gaussian's deviation in pixels: 0 at amount 0, one per cent of the longer side at a half, 3.5 % at 1; small
 * pictures are blurred as if they had 600 pixels, or low amounts would do nothing.
 */
const sigmaFor = (size: Raster, amount: number): number =>
  Math.max(extentOf(size), 600) * (0.005 * amount + 0.03 * amount * amount);

/** Blurs what is under the mask, or everything: then a picture that lies free grows by what is spread beyond its sides. */
export async function blur(
  given: Raster,
  mask: Mask | null,
  args: Args<'blur'>,
  work: Work,
  more?: Pick<More, 'free'>,
): Promise<Raster> {
  const sigma = sigmaFor(given, args.amount);
  if (sigma < 0.3) return cloneRaster(given);
  const grows = more?.free && !mask && given.channels === 4;
  const image = grows ? await padded(given, Math.ceil(3 * sigma), work) : given;
  const softened = await soften(image, boxOf(image, mask, Math.ceil(3 * sigma)), sigma, work);
  return lay(image, softened, boxOf(image, mask), (p) => (mask ? mask.data[p]! / 255 : 1), work);
}

/** With transparency at every side, so many pixels wide. */
async function padded(image: Raster, margin: number, work: Work): Promise<Raster> {
  const { width, height, channels } = image;
  const out = blankLike(image, { width: width + 2 * margin, height: height + 2 * margin });
  for (let y = 0; y < height; y++) {
    const row = image.data.subarray(y * width * channels, (y + 1) * width * channels);
    out.data.set(row, ((y + margin) * out.width + margin) * channels);
    await work.breathe();
  }
  return out;
}

/** A copy with the blurred picture laid over it, each pixel with its own opacity 0..1. */
async function lay(
  image: Raster,
  softened: Softened,
  box: Box,
  opacityOf: (pixel: number) => number,
  work: Work,
): Promise<Raster> {
  const out = cloneRaster(image);
  const { width, channels } = image;
  const most = fullScale(image);
  const colour = new Float64Array(4);
  await eachRow(box, work, (y) => {
    for (let x = box.x1, p = y * width + box.x1; x < box.x2; x++, p++) {
      const opacity = opacityOf(p);
      if (!opacity) continue;
      softened(x, y, colour);
      for (let c = 0; c < channels; c++) {
        const i = p * channels + c;
        const before = image.data[i]!;
        const after = (c < 3 ? coded(colour[c]!) : colour[3]!) * most;
        out.data[i] = before + (after - before) * opacity + 0.5;
      }
    }
  });
  return out;
}
