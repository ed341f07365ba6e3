/** The picture as a painter sees it first: at a size where strokes are a few pixels, with a frame for what follows. */
import { fullScale, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { extentOf } from '../edits/extent.ts';
import { coded, linearOf } from '../edits/light.ts';
import { pixelKernel, type PixelKernel } from '../edits/pixels.ts';
import { reduce, reducedSize, type Reduced } from '../edits/reduced.ts';
import { codes } from '../shape/read-row.ts';

export interface Draft {
  size: Reduced;
  /** Coded red, green and blue, 0..1. */
  rgb: [Float32Array, Float32Array, Float32Array];
  /** A thousandth of the picture's extent, in pixels of the draft and of the picture: strokes are measured in it. Small
   * pictures are drawn as if they had 700 pixels, or nothing would be left of them. */
  unit: number;
  fullUnit: number;
}

/** @param longest pixels of the draft's longer side, as far as the picture is no panorama: that gets more */
export async function draft(image: Raster, longest: number, work: Work): Promise<Draft> {
  const extent = extentOf(image);
  const size = reducedSize(image, (longest * Math.max(image.width, image.height)) / extent);
  const rgb = await reduce(image, size, codes(fullScale(image)), work);
  const fullUnit = Math.max(700, extent) / 1000;
  return { size, rgb, unit: fullUnit / size.factor, fullUnit };
}

/** How bright the draft looks: luma of coded values. */
export function lumaOf([red, green, blue]: Draft['rgb']): Float32Array {
  const out = new Float32Array(red.length);
  for (let i = 0; i < out.length; i++) out[i] = 0.2126 * red[i]! + 0.7152 * green[i]! + 0.0722 * blue[i]!;
  return out;
}

export interface Painting {
  /** How much of the photo is covered, 0..1. */
  opacity: number;
}

export interface Painter {
  /** A pixel of the finished picture: puts coded colour into `out`, where the photo's own lies. */
  paint: (x: number, y: number, out: Float64Array) => void;
  row?: (y: number) => void;
}

/** A kernel that paints the picture pixel by pixel at full size, over the photo. */
export function painting<P extends Painting>(
  name: string,
  make: (own: P, picture: Pick<Raster, 'width' | 'height'>) => Painter,
): PixelKernel<P> {
  return pixelKernel(name, (own, picture) => {
    const { opacity } = own;
    const { paint, row } = make(own, picture);
    const before = new Float64Array(3);
    const after = new Float64Array(3);
    return {
      ...(row && { row }),
      change(rgb, x, y) {
        for (let c = 0; c < 3; c++) before[c] = after[c] = coded(rgb[c]!);
        paint(x, y, after);
        for (let c = 0; c < 3; c++) rgb[c] = linearOf(before[c]! + (after[c]! - before[c]!) * opacity);
      },
    };
  });
}
