/** Local contrast of luminance as a change of pixels, for the edits that raise or lower it. */
import { letGo } from '../../../runtime/collect.ts';
import type { Raster } from '../../../runtime/raster/raster.ts';
import { partOf, type Work } from '../../../runtime/work.ts';
import { linearOf, toneOf } from './light.ts';
import { linesBetween, localLaplacian, type LocalContrast } from './local-laplacian.ts';
import { FullRows, reducedSize, reduceLight, type Reduced } from './reduced.ts';

/** New tone = `slope` · tone + `offset`, around each reduced pixel. */
export interface Lines {
  slope: Float32Array;
  offset: Float32Array;
  size: Reduced;
}

type Options = Omit<LocalContrast, 'octaves'> & {
  /** What reaches as far as this share of the longer side still counts as detail. */
  reach?: number;
};

/** `before` is done to each pixel's light first (and to be done again before `LocalChange.change`). */
export async function localContrast(
  image: Raster,
  { reach = 0.045, ...options }: Options,
  work: Work,
  before: (rgb: Float64Array) => void = () => {},
): Promise<Lines> {
  const size = reducedSize(image, 1280);
  const tone = (rgb: Float64Array): number => {
    before(rgb);
    return toneOf(rgb);
  };
  const plane = await reduceLight(image, size, tone, partOf(work, 0, 0.2));
  const octaves = Math.max(2, Math.round(Math.log2(reach * Math.max(size.width, size.height))));
  const filtered = await localLaplacian(plane, size, { ...options, octaves }, partOf(work, 0.2, 1));
  const lines = await linesBetween(plane, filtered, size, work);
  letGo([plane, filtered]);
  return { ...lines, size };
}

/** The lines laid on a picture of this width. */
export class LocalChange {
  readonly #full: FullRows;
  readonly #slope: Float32Array;
  readonly #offset: Float32Array;

  constructor({ slope, offset, size }: Lines, width: number) {
    this.#full = new FullRows([slope, offset], size, width);
    [this.#slope, this.#offset] = this.#full.rows as [Float32Array, Float32Array];
  }

  /** To be called before the pixels of a row. */
  go(y: number): void {
    this.#full.go(y);
  }

  /** What the row's line at column x makes of a tone. */
  at(tone: number, x: number): number {
    return this.#slope[x]! * tone + this.#offset[x]!;
  }

  /** Moves the luminance of linear light in the row's column x; hue and saturation stay. */
  change(rgb: Float64Array, x: number): void {
    const tone = toneOf(rgb);
    if (tone <= 0) return;
    const after = Math.min(1, Math.max(0, this.at(tone, x)));
    // Near black a factor of light could be anything: it is limited to three stops.
    const factor = Math.min(8, linearOf(after) / linearOf(tone));
    for (let c = 0; c < 3; c++) rgb[c]! *= factor;
  }
}
