/** Parts of pictures and masks, bit by bit. */
import { blankLike, blankMask, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { eachRow, type Box } from '../edits/apply.ts';

/** A part of a picture. */
export async function cut(image: Raster, box: Box, work: Work): Promise<Raster> {
  const { width, channels, data } = image;
  const out = blankLike(image, { width: box.x2 - box.x1, height: box.y2 - box.y1 });
  await eachRow(box, work, (y) => {
    const start = (y * width + box.x1) * channels;
    out.data.set(data.subarray(start, start + out.width * channels), (y - box.y1) * out.width * channels);
  });
  return out;
}

/** A part of a mask. */
export function cutMask(mask: Mask, box: Box): Mask {
  const out = blankMask(box.x2 - box.x1, box.y2 - box.y1);
  for (let y = box.y1; y < box.y2; y++) {
    const start = y * mask.width + box.x1;
    out.data.set(mask.data.subarray(start, start + out.width), (y - box.y1) * out.width);
  }
  return out;
}
