import type { Mask, Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';

/** How much of a style is asked for. */
export interface Manner {
  /** 0..1, of the style itself: bolder lines, broader strokes. */
  strength: number;
  /** How much of the photo is covered: all of it from a quarter of the amount on. */
  opacity: number;
  seed: number;
}

export type Style = (image: Raster, mask: Mask | null, manner: Manner, work: Work) => Promise<Raster>;
