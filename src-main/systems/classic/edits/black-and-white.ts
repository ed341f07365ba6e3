import type { Mask, Raster } from '../../../runtime/raster/raster.ts';
import { partOf, type Work } from '../../../runtime/work.ts';
import { boxOf, eachRow, type Args } from './apply.ts';
import { coded, linearTable, toOklab } from './light.ts';
import { changePixels, pixelKernel } from './pixels.ts';

/** Weights of red, green and blue light; they add up to 1, so that greys stay. */
type Mix = readonly [number, number, number];

/** Nearly the grey that is as bright as the colour was; the mixes to choose from keep near it. */
const luminous: Mix = [0.25, 0.65, 0.1];
const mixes: Mix[] = [luminous];
for (let r = 2; r <= 12; r++)
  for (let b = 0; b <= 6 && r + b <= 16; b++) mixes.push([r / 20, 1 - (r + b) / 20, b / 20]);

/**
 * Greys by a channel mixer, as through a colour filter on panchromatic film. Of a set of mixes it takes the one in
 * which neighbouring colours that differ also differ as greys (after Lu, Xu, Jia, "Real-time contrast preserving
 * decolorization", 2012), so that a red coat on a green lawn doesn't vanish.
 */
export async function blackAndWhite(
  image: Raster,
  mask: Mask | null,
  _args: Args<'black-and-white'>,
  work: Work,
): Promise<Raster> {
  const mix = await bestMix(image, mask, partOf(work, 0, 0.2));
  return changePixels(image, mask, mixing, mix, partOf(work, 0.2, 1));
}

export const mixing = pixelKernel('black-and-white', ([r, g, b]: Mix) => ({
  change(rgb) {
    rgb[0] = rgb[1] = rgb[2] = r * rgb[0]! + g * rgb[1]! + b * rgb[2]!;
  },
}));

async function bestMix(image: Raster, mask: Mask | null, work: Work): Promise<Mix> {
  const { width, channels, data } = image;
  const linear = linearTable(image);
  const box = boxOf(image, mask);
  const [w, h] = [box.x2 - box.x1, box.y2 - box.y1];
  // Some 64 × 64 places, each with the next one to the right and the one below.
  const step = Math.max(1, Math.round(Math.max(w, h) / 64));
  const costs = new Float64Array(mixes.length);
  const rgb: [Float64Array, Float64Array] = [new Float64Array(3), new Float64Array(3)];
  const labs: [Float64Array, Float64Array] = [new Float64Array(3), new Float64Array(3)];
  const grey = (mix: Mix, of: Float64Array): number =>
    coded(mix[0] * of[0]! + mix[1] * of[1]! + mix[2] * of[2]!);
  const compare = (p: number, q: number): void => {
    if (mask && (!mask.data[p] || !mask.data[q])) return;
    for (const [k, pixel] of [p, q].entries()) {
      for (let c = 0; c < 3; c++) rgb[k]![c] = linear[data[pixel * channels + c]!]!;
      toOklab(rgb[k]![0]!, rgb[k]![1]!, rgb[k]![2]!, labs[k]!);
    }
    const [a, b] = labs;
    const colours = Math.hypot(a[1]! - b[1]!, a[2]! - b[2]!);
    // Where colours hardly differ, every mix does.
    if (colours < 0.03) return;
    const wanted = Math.hypot(a[0]! - b[0]!, colours);
    mixes.forEach((mix, m) => {
      const got = Math.abs(grey(mix, rgb[0]) - grey(mix, rgb[1]));
      costs[m]! += (wanted - got) ** 2 / 10_000;
    });
  };
  await eachRow(box, work, (y) => {
    if ((y - box.y1) % step) return;
    for (let x = box.x1; x < box.x2; x += step) {
      const p = y * width + x;
      if (x + step < box.x2) compare(p, p + step);
      if (y + step < box.y2) compare(p, p + step * width);
    }
  });
  let best = 0;
  // Another mix than the luminous one has to be clearly better, the more so the farther it is from it.
  const cost = (m: number): number =>
    costs[m]! * (1 + 0.5 * Math.hypot(...mixes[m]!.map((v, c) => v - luminous[c]!)));
  for (let m = 1; m < mixes.length; m++) if (cost(m) < cost(best) * 0.999) best = m;
  return mixes[best]!;
}
