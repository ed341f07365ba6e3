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
  const alpha = cutMask(mask, box);
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
