/** Pictures redrawn: each style in a file of its own. */
import { cloneRaster, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import type { Args } from '../edits/apply.ts';
import { comic } from './comic.ts';
import { detail } from './detail.ts';
import { oil } from './oil.ts';
import { sketch } from './sketch.ts';
import { smooth } from './smooth.ts';
import type { Style } from './style.ts';
import { watercolour } from './watercolour.ts';

const styles: Record<Args<'stylise'>['style'], Style> = { sketch, watercolour, oil, comic, smooth, detail };

/**
 * Draws the picture (or what is under the mask) in a style. Strokes are measured in shares of the picture, so that a
 * large photo and a small one look alike; random choices repeat for the same seed. The first quarter of the amount
 * fades the style in, the rest makes it bolder.
 */
export async function stylise(
  image: Raster,
  mask: Mask | null,
  { style, amount }: Args<'stylise'>,
  work: Work,
  { seed }: { seed: number },
): Promise<Raster> {
  if (amount === 0) return cloneRaster(image);
  return styles[style](
    image,
    mask,
    { strength: amount, opacity: Math.min(1, 4 * amount), seed: seed & 0xffff },
    work,
  );
}
