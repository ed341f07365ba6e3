import { StudioError } from '../../../contract/index.ts';
import { cloneRaster, fullScale, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import { partOf, type Work } from '../../../runtime/work.ts';
import { boxOf, eachRow, type Args } from '../edits/apply.ts';
import { extentOf } from '../edits/extent.ts';
import { coded } from '../edits/light.ts';
import { foregroundColours } from '../matte/colours.ts';
import { makeBackdrop } from './backdrop.ts';
import { blurByRow } from './depth.ts';
import { dither } from './dither.ts';
import { lens } from './lens.ts';
import { radianceFactor } from './radiance.ts';

/**
 * The disc's radius in pixels: 0 at amount 0, two per cent of the longer side at a half, 7 % at 1; small pictures are
 * blurred as if they had 600 pixels.
 */
const radiusFor = (size: Raster, amount: number): number =>
  Math.max(extentOf(size), 600) * (0.01 * amount + 0.06 * amount * amount);

const usualHighlights = 0.4;

/**
 * Blurs everything but what is under the mask, as a lens with a wide aperture would: in linear light, lamps swell into
 * discs, and the ground by the subject's feet is sharper than what lies far behind. The subject is taken out before
 * the blur, also where the background shows through it, so that its colours don't spread; then it is laid back with its
 * own colours along the soft edge. Its solid pixels stay bit-identical.
 */
export async function blurBackground(
  image: Raster,
  mask: Mask | null,
  args: Args<'blur-background'>,
  work: Work,
): Promise<Raster> {
  if (!mask)
    throw new StudioError('needs-region', 'What should stay sharp?', 'Click the subject, then ask again.');
  const radius = radiusFor(image, args.amount);
  if (radius < 0.6) return cloneRaster(image);
  const radii = blurByRow(mask, args.falloff).map((portion) => portion * radius);
  await work.breathe();
  const out = await foregroundColours(image, mask, partOf(work, 0, 0.1));
  const clear = await foregroundColours(image, await inverse(mask, work), partOf(work, 0.1, 0.2));
  const backdrop = await makeBackdrop(clear, mask, radius, partOf(work, 0.2, 0.3));
  const blurred = lens(clear, backdrop, radii, radianceFactor(args.highlights ?? usualHighlights));
  const { width, channels } = image;
  const most = fullScale(image);
  const light = new Float64Array(4);
  await eachRow(boxOf(image, null), partOf(work, 0.3, 1), (y) => {
    const behind = blurred(y);
    for (let x = 0, p = y * width, i = p * channels; x < width; x++, p++, i += channels) {
      const cover = mask.data[p]! / 255;
      if (cover === 1) continue;
      behind(x, light);
      const alpha = channels === 4 ? light[3]! : 1;
      // Brighter than white: all channels come down together, so that a red lamp stays red.
      const scale = 1 / Math.max(alpha, light[0]!, light[1]!, light[2]!, 1e-6);
      const front = channels === 4 ? (cover * out.data[i + 3]!) / most : cover;
      const back = (1 - cover) * alpha;
      const whole = front + back;
      for (let c = 0; c < 3 && whole > 0; c++) {
        const value = out.data[i + c]! * front + coded(light[c]! * scale) * most * back;
        out.data[i + c] = Math.max(0, Math.min(most, value / whole + dither(x, y, c))) + 0.5;
      }
      if (channels === 4) out.data[i + 3] = whole * most + 0.5;
    }
  });
  return out;
}

async function inverse({ width, height, data }: Mask, work: Work): Promise<Mask> {
  const out = new Uint8Array(data.length);
  for (let y = 0, i = 0; y < height; y++) {
    for (const end = i + width; i < end; i++) out[i] = 255 - data[i]!;
    await work.breathe();
  }
  return { width, height, data: out };
}
