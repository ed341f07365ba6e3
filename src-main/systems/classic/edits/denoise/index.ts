import { letGo } from '../../../../runtime/collect.ts';
import { cloneRaster, fullScale, type Mask, type Raster } from '../../../../runtime/raster/raster.ts';
import type { Check } from '../../../../runtime/threads/kernel.ts';
import type { Work } from '../../../../runtime/work.ts';
import { boxOf, type Args } from '../apply.ts';
import { changeBands, rowsOf, type BandKernel } from '../surroundings.ts';
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
  if (amount === 0) return cloneRaster(image);
  const measured = await measureNoise(image, boxOf(image, mask), work);
  const more = Math.max(0, amount - 0.5);
  const noise = measured.map((of, scale) =>
    of.map((sigma, plane) => {
      const strength = Math.min(1, 2 * amount) * (1 + 1.6 * more) * (plane ? 1.25 : 1);
      return sigma * strength + (0.02 * more) / 2 ** scale;
    }),
  );
  return changeBands(image, mask, denoising, noise, { rows, margin: 48, slow: image.width > 600 }, work);
}

export const denoising: BandKernel<Noise> = {
  name: 'denoise',
  make: (noise) => (band, check) => {
    const { width, channels, box, mask } = band;
    const most = fullScale(band);
    const part = planesOf(band, box);
    part.planes.forEach((plane, k) => denoiseScales(plane, part, k, noise, check));
    const [luma, blue, red] = part.planes as [Float32Array, Float32Array, Float32Array];
    const data = rowsOf(band);
    const rgb = new Float64Array(3);
    for (let y = box.y1; y < box.y2; y++)
      for (let x = box.x1, p = (y - box.y1) * width + box.x1; x < box.x2; x++, p++) {
        const opacity = mask ? mask[p]! / 255 : 1;
        if (!opacity) continue;
        const o = (y - part.y1) * part.width + x - part.x1;
        fromOpponent(luma[o]!, blue[o]!, red[o]!, rgb);
        for (let c = 0, i = p * channels; c < 3; c++, i++) {
          const value = data[i]! + (rgb[c]! * most - data[i]!) * opacity;
          data[i] = Math.min(most, Math.max(0, value + 0.5));
        }
      }
    letGo(part.planes);
    return { data };
  },
};

/** In place. What the plane's coarse scale says of slow changes replaces what the fine one makes of them. */
function denoiseScales(
  plane: Float32Array,
  { width, height }: { width: number; height: number },
  k: number,
  noise: Noise,
  check: Check,
  scale = 0,
): void {
  const last = scale + 1 === scales;
  const coarse = last ? plane : halve(plane, width, height);
  // Eyes see little of the finest colour: once is enough.
  const twice = k === 0 || scale > 0;
  denoisePlane(plane, { width, height }, noise[scale]![k]!, twice, check);
  if (last) return;
  denoiseScales(coarse, { width: width / 2, height: height / 2 }, k, noise, check, scale + 1);
  const seen = halve(plane, width, height);
  for (let i = 0; i < coarse.length; i++) coarse[i]! -= seen[i]!;
  addDoubled(plane, width, height, coarse);
  letGo([coarse, seen]);
}
