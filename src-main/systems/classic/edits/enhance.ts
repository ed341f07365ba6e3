import { cloneRaster, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import { partOf, type Work } from '../../../runtime/work.ts';
import { spared } from './adjust.ts';
import type { Args } from './apply.ts';
import { measure, type Diagnosis } from './diagnose.ts';
import { scaleChroma } from './gamut.ts';
import { fit, fromOklab, linearOf, toneOf, toOklab } from './light.ts';
import { LocalChange, localContrast, type Lines } from './local-contrast.ts';
import { changePixels, pixelKernel } from './pixels.ts';
import { brighten } from './tone-curve.ts';
import { relight } from './white-balance.ts';

/**
 * Levels, white balance and brightness by what the picture lacks, then a little local contrast. A photo that lacks
 * nothing hardly changes. Half is what a careful hand would do; 1 goes further with contrast and colour.
 */
export async function enhance(
  image: Raster,
  mask: Mask | null,
  { amount }: Args<'enhance'>,
  work: Work,
): Promise<Raster> {
  if (amount === 0) return cloneRaster(image);
  const found = await measure(image, mask, Math.min(1, 2 * amount), partOf(work, 0, 0.2));
  const options = { boost: 0.35 * amount + 0.25 * Math.max(0, 2 * amount - 1), sigma: 0.12, finest: 0.3 };
  const lines = await localContrast(image, options, partOf(work, 0.2, 0.7), developer(found));
  const vibrance = found.vibrance + 0.15 * Math.max(0, 2 * amount - 1);
  return changePixels(image, mask, enhancing, { found, lines, vibrance }, partOf(work, 0.7, 1));
}

interface Enhancing {
  found: Diagnosis;
  lines: Lines;
  vibrance: number;
}

export const enhancing = pixelKernel('enhance', ({ found, lines, vibrance }: Enhancing, { width }) => {
  const develop = developer(found);
  const local = new LocalChange(lines, width);
  const lab = new Float64Array(3);
  return {
    row: (y) => local.go(y),
    change(rgb, x) {
      develop(rgb);
      local.change(rgb, x);
      fit(rgb);
      if (!vibrance) return;
      toOklab(rgb[0]!, rgb[1]!, rgb[2]!, lab);
      scaleChroma(lab, 1 + vibrance * spared(lab));
      fromOklab(lab[0]!, lab[1]!, lab[2]!, rgb);
    },
  };
});

/** White balance, gain, black point and brightness, on linear light in place. */
function developer({ balance, gain, black, brightness }: Diagnosis): (rgb: Float64Array) => void {
  return (rgb) => {
    relight(balance, rgb);
    for (let c = 0; c < 3; c++) rgb[c]! *= gain;
    const tone = toneOf(rgb);
    if (tone <= 0) return;
    const after = brighten(Math.max(0, (tone - black) / (1 - black)), brightness);
    const factor = linearOf(after) / linearOf(tone);
    for (let c = 0; c < 3; c++) rgb[c]! *= factor;
    fit(rgb);
  };
}
