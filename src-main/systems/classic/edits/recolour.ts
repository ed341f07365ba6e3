import { cloneRaster, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { boxOf, changePixels, eachRow, type Args } from './apply.ts';
import { fromOklab, linearTable, toLinear, toOklab } from './light.ts';

/** How far the region's mean lightness goes towards the colour's: not all the way, so that the light stays the scene's. */
const pull = 0.85;

/**
 * Gives the region another colour and keeps its shading and texture. In OKLab: the colour's hue everywhere; lightness
 * moves so that black and white stay and the region's mean comes to lie near the colour's; chroma fades towards
 * black and white, as it does on a lit surface.
 */
export async function recolour(
  image: Raster,
  mask: Mask | null,
  args: Args<'recolour'>,
  work: Work,
): Promise<Raster> {
  const mean = await meanLightness(image, mask, work);
  if (mean === null) return cloneRaster(image);
  const lab = new Float64Array(3);
  const [red, green, blue] = [1, 3, 5].map((at) =>
    toLinear(parseInt(args.colour.slice(at, at + 2), 16) / 255),
  );
  toOklab(red!, green!, blue!, lab);
  const [lightness, a, b] = [lab[0]!, lab[1]!, lab[2]!];
  const middle = mean + pull * (lightness - mean);
  return changePixels(image, mask, work, (rgb) => {
    toOklab(rgb[0]!, rgb[1]!, rgb[2]!, lab);
    const before = Math.min(1, Math.max(0, lab[0]!));
    const after =
      before <= mean
        ? (middle * before) / mean
        : middle + ((1 - middle) * (before - mean)) / Math.max(1 - mean, 1e-6);
    const chroma = Math.min(
      1,
      after / Math.max(lightness, 1e-6),
      (1 - after) / Math.max(1 - lightness, 1e-6),
    );
    fromOklab(after, a * chroma, b * chroma, rgb);
  });
}

/** The mean OKLab lightness under the mask, weighted by alpha; `null` for an empty mask. Never quite 0 or 1. */
async function meanLightness(image: Raster, mask: Mask | null, work: Work): Promise<number | null> {
  const { width, channels, data } = image;
  const linear = linearTable(image);
  const lab = new Float64Array(3);
  const box = boxOf(image, mask);
  let sum = 0;
  let weights = 0;
  await eachRow(box, { ...work, progress: () => {} }, (y) => {
    for (let x = box.x1, p = y * width + box.x1; x < box.x2; x++, p++) {
      const weight = mask ? mask.data[p]! : 1;
      if (!weight) continue;
      const i = p * channels;
      toOklab(linear[data[i]!]!, linear[data[i + 1]!]!, linear[data[i + 2]!]!, lab);
      sum += weight * lab[0]!;
      weights += weight;
    }
  });
  return weights ? Math.min(0.98, Math.max(0.02, sum / weights)) : null;
}
