import { StudioError } from '../../../contract/index.ts';
import { blankLike, blankMask, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { removeRegion } from '../remove/index.ts';
import { eachRow, type Args } from './apply.ts';
import type { More } from './index.ts';
import { mostPixels, mostSide } from './resize.ts';

/** Pixels added at each side. */
interface Margins {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * A larger canvas. What is new continues the picture, as where something was removed; for a mask it is outside. The
 * picture's own pixels stay bit-identical.
 * @throws StudioError `too-large`; an `AbortError` once cancelled
 */
export async function extend(
  image: Raster,
  _mask: Mask | null,
  args: Args<'extend'>,
  work: Work,
  { seed, asMask }: More,
): Promise<Raster> {
  const { left, right, top, bottom } = marginsOf(image, args);
  const width = image.width + left + right;
  const height = image.height + top + bottom;
  if (width > mostSide || height > mostSide || width * height > mostPixels)
    throw new StudioError(
      'too-large',
      `The picture would have ${width} × ${height} pixels, which is too many.`,
      'Add less at the sides.',
    );
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
  if (!asMask && width * height > image.width * image.height)
    await removeRegion(canvas, added, { seed: args.seed ?? seed, growth: 0, inPlace: true }, work);
  work.progress(1, 1);
  return canvas;
}

/** The sides first; then as much at two sides, evenly, as the aspect takes. */
function marginsOf({ width, height }: Raster, args: Args<'extend'>): Margins {
  const margins = {
    left: Math.round((args.left ?? 0) * width),
    right: Math.round((args.right ?? 0) * width),
    top: Math.round((args.top ?? 0) * height),
    bottom: Math.round((args.bottom ?? 0) * height),
  };
  if (args.aspect === undefined) return margins;
  const w = width + margins.left + margins.right;
  const h = height + margins.top + margins.bottom;
  const across = Math.max(0, Math.round(h * args.aspect) - w);
  const down = Math.max(0, Math.round(w / args.aspect) - h);
  return {
    left: margins.left + Math.floor(across / 2),
    right: margins.right + Math.ceil(across / 2),
    top: margins.top + Math.floor(down / 2),
    bottom: margins.bottom + Math.ceil(down / 2),
  };
}
