import { cloneRaster, fullScale, type Mask, type Raster } from '../../../../runtime/raster/raster.ts';
import type { Work } from '../../../../runtime/work.ts';
import { boxOf, eachRow, type Args, type Box } from '../apply.ts';
import { eachBand } from '../bands.ts';
import { measureNoise, type Noise } from './noise.ts';
import { denoisePlane } from './plane.ts';
import { addDoubled, fromOpponent, halve, planesOf, scales } from './planes.ts';

/** Rows done at a time, so that a large photo needs little memory. */
const rows = 256;

/**
 * Removes the noise that the picture is found to have, colour more than brightness, at three scales (Pierazzo, Morel,
 * Facciolo, "Multi-scale DCT denoising", 2017). Half: what was measured; beyond: more, and a little where there is
 * hardly any.
 */
export async function denoise(
  image: Raster,
  mask: Mask | null,
  { amount }: Args<'denoise'>,
  work: Work,
): Promise<Raster> {
  const out = cloneRaster(image);
  if (amount === 0) return out;
  const box = boxOf(image, mask);
  const measured = await measureNoise(image, box, work);
  const more = Math.max(0, amount - 0.5);
  const noise = measured.map((of, scale) =>
    of.map((sigma, plane) => {
      const strength = Math.min(1, 2 * amount) * (1 + 1.6 * more) * (plane ? 1.25 : 1);
      return sigma * strength + (0.02 * more) / 2 ** scale;
    }),
  );
  await eachBand(box, rows, work, (band, quiet) => denoiseBand(image, out, mask, band, noise, quiet));
  return out;
}

async function denoiseBand(
  image: Raster,
  out: Raster,
  mask: Mask | null,
  band: Box,
  noise: Noise,
  work: Work,
): Promise<void> {
  const { width, channels, data } = image;
  const most = fullScale(image);
  const part = planesOf(image, band);
  await work.breathe();
  const clean: Float32Array[] = [];
  for (const [k, plane] of part.planes.entries())
    clean.push(await denoiseScales(plane, part, k, noise, work));
  const [luma, blue, red] = clean as [Float32Array, Float32Array, Float32Array];
  const rgb = new Float64Array(3);
  await eachRow(band, work, (y) => {
    for (let x = band.x1, p = y * width + band.x1; x < band.x2; x++, p++) {
      const opacity = mask ? mask.data[p]! / 255 : 1;
      if (!opacity) continue;
      const o = (y - part.y1) * part.width + x - part.x1;
      fromOpponent(luma[o]!, blue[o]!, red[o]!, rgb);
      for (let c = 0; c < 3; c++) {
        const i = p * channels + c;
        const value = data[i]! + (rgb[c]! * most - data[i]!) * opacity;
        out.data[i] = Math.min(most, Math.max(0, value + 0.5));
      }
    }
  });
}

/** What the plane's coarse scale says of slow changes replaces what the fine one makes of them. */
async function denoiseScales(
  plane: Float32Array,
  { width, height }: { width: number; height: number },
  k: number,
  noise: Noise,
  work: Work,
  scale = 0,
): Promise<Float32Array> {
  // Eyes see little of the finest colour: once is enough.
  const twice = k === 0 || scale > 0;
  const fine = await denoisePlane(plane, { width, height }, noise[scale]![k]!, twice, work);
  if (scale + 1 === scales) return fine;
  const half = { width: width / 2, height: height / 2 };
  const coarse = await denoiseScales(halve(plane, width, height), half, k, noise, work, scale + 1);
  const seen = halve(fine, width, height);
  for (let i = 0; i < coarse.length; i++) coarse[i]! -= seen[i]!;
  addDoubled(fine, width, height, coarse);
  return fine;
}
