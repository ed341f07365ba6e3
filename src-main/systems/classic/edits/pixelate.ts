import { cloneRaster, fullScale, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { boxOf, eachRow, type Args } from './apply.ts';
import { coded, linearTable } from './light.ts';

/**
 * Replaces squares by their mean light. A square's side is 5 to 20 % of the region's shorter side, at least 4 pixels:
 * few enough to hide a face or a number plate whatever its size. It is made to hide: where the region's edge is soft
 * the squares cover it wholly, for a rim of what was there, blended in, would still tell.
 */
export async function pixelate(
  image: Raster,
  mask: Mask | null,
  args: Args<'pixelate'>,
  work: Work,
): Promise<Raster> {
  const out = cloneRaster(image);
  if (args.amount === 0) return out;
  const box = boxOf(image, mask);
  const { width, channels, data } = image;
  const most = fullScale(image);
  const linear = linearTable(image);
  const shorter = Math.min(box.x2 - box.x1, box.y2 - box.y1);
  const side = Math.max(4, Math.round(shorter * (0.05 + 0.15 * args.amount)));
  const columns = Math.ceil((box.x2 - box.x1) / side);
  const sums = new Float64Array(columns * 5);
  const colours = new Float64Array(columns * 4);
  await eachRow(box, work, (y) => {
    if ((y - box.y1) % side !== 0) return;
    const end = Math.min(y + side, box.y2);
    sums.fill(0);
    for (let yy = y; yy < end; yy++)
      for (let x = box.x1, i = (yy * width + box.x1) * channels; x < box.x2; x++, i += channels) {
        const o = Math.floor((x - box.x1) / side) * 5;
        const alpha = channels === 4 ? data[i + 3]! / most : 1;
        for (let c = 0; c < 3; c++) sums[o + c]! += linear[data[i + c]!]! * alpha;
        sums[o + 3]! += alpha;
        sums[o + 4]! += 1;
      }
    for (let k = 0; k < columns; k++) {
      const alpha = sums[k * 5 + 3]!;
      for (let c = 0; c < 3; c++) colours[k * 4 + c] = alpha ? coded(sums[k * 5 + c]! / alpha) * most : 0;
      colours[k * 4 + 3] = (alpha / sums[k * 5 + 4]!) * most;
    }
    for (let yy = y; yy < end; yy++)
      for (let x = box.x1, p = yy * width + box.x1; x < box.x2; x++, p++) {
        if (mask && !mask.data[p]) continue;
        const k = Math.floor((x - box.x1) / side) * 4;
        for (let c = 0; c < channels; c++) out.data[p * channels + c] = colours[k + c]! + 0.5;
      }
  });
  return out;
}
