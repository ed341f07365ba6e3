/** Local contrast of luminance as a change of pixels, for the edits that raise or lower it. */
import type { Raster } from '../../../runtime/raster/raster.ts';
import { partOf, type Work } from '../../../runtime/work.ts';
import { linearOf, toneOf } from './light.ts';
import { linesBetween, localLaplacian, type LocalContrast } from './local-laplacian.ts';
import { FullRows, reducedSize, reduceLight } from './reduced.ts';

export interface LocalChange {
  /** To be called before the pixels of a row. */
  row: (y: number) => void;
  /** Moves the luminance of linear light in the row's column x; hue and saturation stay. */
  change: (rgb: Float64Array, x: number) => void;
}

type Options = Omit<LocalContrast, 'octaves'> & {
  /** What reaches as far as this share of the longer side still counts as detail. */
  reach?: number;
};

/** `before` is done to each pixel's light first (and to be done again before `change`). */
export async function localContrast(
  image: Raster,
  { reach = 0.045, ...options }: Options,
  work: Work,
  before: (rgb: Float64Array) => void = () => {},
): Promise<LocalChange> {
  const size = reducedSize(image, 1280);
  const tone = (rgb: Float64Array): number => {
    before(rgb);
    return toneOf(rgb);
  };
  const plane = await reduceLight(image, size, tone, partOf(work, 0, 0.2));
  const octaves = Math.max(2, Math.round(Math.log2(reach * Math.max(size.width, size.height))));
  const filtered = await localLaplacian(plane, size, { ...options, octaves }, partOf(work, 0.2, 1));
  const lines = await linesBetween(plane, filtered, size, work);
  const full = new FullRows([lines.slope, lines.offset], size, image.width);
  const [slope, offset] = full.rows as [Float32Array, Float32Array];
  return {
    row: (y) => full.go(y),
    change(rgb, x) {
      const tone = toneOf(rgb);
      if (tone <= 0) return;
      const after = Math.min(1, Math.max(0, slope[x]! * tone + offset[x]!));
      // Near black a factor of light could be anything: it is limited to three stops.
      const factor = Math.min(8, linearOf(after) / linearOf(tone));
      for (let c = 0; c < 3; c++) rgb[c]! *= factor;
    },
  };
}
