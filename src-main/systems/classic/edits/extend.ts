import { blankLike, blankMask, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { removeRegion } from '../remove/index.ts';
import { extending } from '../shape/geometry.ts';
import { eachRow, type Args } from './apply.ts';
import type { More } from './index.ts';

/** At a picture's side nothing says that what is there goes on mirrored: it would look like a fold. */
const filling = { growth: 0, inPlace: true, mirrors: false };

/**
 * A larger canvas. What is new continues the picture, as where something was removed. The picture's
 * own pixels stay bit-identical.
 * @throws StudioError `too-large`; an `AbortError` once cancelled
 */
export async function extend(
  image: Raster,
  _mask: Mask | null,
  args: Args<'extend'>,
  work: Work,
  { seed }: More,
): Promise<Raster> {
  const { back, width, height } = extending(image, args);
  const [left, top] = [-back[2], -back[5]];
  const canvas = blankLike(image, { width, height });
  const added = blankMask(width, height);
  added.data.fill(255);
  const { channels } = image;
  await eachRow({ x1: 0, y1: 0, x2: image.width, y2: image.height }, { ...work, progress: () => {} }, (y) => {
    const row = image.data.subarray(y * image.width * channels, (y + 1) * image.width * channels);
    const start = (y + top) * width + left;
    canvas.data.set(row, start * channels);
    added.data.fill(0, start, start + image.width);
  });
  if (width * height > image.width * image.height)
    await removeRegion(canvas, added, { ...filling, seed: args.seed ?? seed }, work);
  work.progress(1, 1);
  return canvas;
}
