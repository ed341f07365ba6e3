/** Takes a thing out of a picture: its pixels with a soft alpha, and in its own colours. */
import { blankLike, boundsOf, fullScale, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { boxOf, eachRow, type Box } from '../edits/apply.ts';
import { foregroundColours } from '../matte/colours.ts';
import { cut, cutMask } from './cut.ts';

export interface Layer {
  /** RGBA with straight alpha, of the picture's depth and profile. */
  raster: Raster;
  /** Where it lies in the picture. */
  box: Box;
}

/** How far around the thing its background is looked at. */
const around = 32;

/**
 * What is under the mask, in a box around it; `null` for an empty mask. Where the old background shines through a soft
 * edge, the colour is the thing's own.
 */
export async function lift(image: Raster, mask: Mask, work: Work): Promise<Layer | null> {
  if (!boundsOf(mask)) return null;
  const box = boxOf(image, mask, around);
  const alpha = rounded(cutMask(mask, box));
  const quiet = { ...work, progress: () => {} };
  const colours = await foregroundColours(await cut(image, box, quiet), alpha, quiet);
  const raster = colours.channels === 4 ? colours : blankLike({ ...colours, channels: 4 });
  const most = fullScale(image);
  const { channels, data } = colours;
  await eachRow({ x1: 0, y1: 0, x2: raster.width, y2: raster.height }, work, (y) => {
    for (let x = 0, p = y * raster.width; x < raster.width; x++, p++) {
      const own = channels === 4 ? data[p * 4 + 3]! : most;
      raster.data[p * 4 + 3] = (own * alpha.data[p]!) / 255 + 0.5;
      if (channels === 3) for (let c = 0; c < 3; c++) raster.data[p * 4 + c] = data[p * 3 + c]!;
    }
  });
  return { raster, box };
}

/** Masks with fewer soft pixels than this share of their outline were drawn without any. */
const fewSoft = 0.25;

/**
 * A mask of steps only says which pixels are in, not how much of those on its outline: it is taken for the samples of a
 * smooth outline and gets the coverage that a binomial filter finds, or the thing would have teeth at its new place. A
 * mask that is soft already stays as it is.
 */
function rounded(mask: Mask): Mask {
  const { width, height, data } = mask;
  let soft = 0;
  let outline = 0;
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      if (data[i]! > 0 && data[i]! < 255) soft++;
      if (x + 1 < width && data[i]! >= 128 !== data[i + 1]! >= 128) outline++;
      if (y + 1 < height && data[i]! >= 128 !== data[i + width]! >= 128) outline++;
    }
  if (soft >= fewSoft * outline) return mask;
  const across = new Uint16Array(data.length);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++)
      across[i] = data[x > 0 ? i - 1 : i]! + 2 * data[i]! + data[x < width - 1 ? i + 1 : i]!;
  const out = { ...mask, data: new Uint8Array(data.length) };
  for (let i = 0; i < data.length; i++) {
    const above = i >= width ? across[i - width]! : across[i]!;
    const below = i + width < data.length ? across[i + width]! : across[i]!;
    out.data[i] = (above + 2 * across[i]! + below + 8) >> 4;
  }
  return out;
}
