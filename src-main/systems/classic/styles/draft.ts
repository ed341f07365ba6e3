/** The picture as a painter sees it first: at a size where strokes are a few pixels, with a frame for what follows. */
import type { Mask, Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { changePixels } from '../edits/apply.ts';
import { coded, linearOf } from '../edits/light.ts';
import { reduce, reducedSize, type Reduced } from '../edits/reduced.ts';

export interface Draft {
  size: Reduced;
  /** Coded red, green and blue, 0..1. */
  rgb: [Float32Array, Float32Array, Float32Array];
  /** A thousandth of the longer side, in pixels of the draft and of the picture: strokes are measured in it. Small
   * pictures are drawn as if they had 700 pixels, or nothing would be left of them. */
  unit: number;
  fullUnit: number;
}

export async function draft(image: Raster, longest: number, work: Work): Promise<Draft> {
  const size = reducedSize(image, longest);
  const rgb = (await reduce(
    image,
    size,
    3,
    (light, out) => {
      for (let c = 0; c < 3; c++) out[c] = coded(light[c]!);
    },
    work,
  )) as Draft['rgb'];
  const fullUnit = Math.max(700, image.width, image.height) / 1000;
  return { size, rgb, unit: fullUnit / size.factor, fullUnit };
}

/** How bright the draft looks: luma of coded values. */
export function lumaOf([red, green, blue]: Draft['rgb']): Float32Array {
  const out = new Float32Array(red.length);
  for (let i = 0; i < out.length; i++) out[i] = 0.2126 * red[i]! + 0.7152 * green[i]! + 0.0722 * blue[i]!;
  return out;
}

/** A pixel of the finished picture: puts coded colour into `out`, where the photo's own lies. */
export type Painter = (x: number, y: number, out: Float64Array) => void;

/** The picture painted pixel by pixel at full size, over the photo with this opacity. */
export async function paint(
  image: Raster,
  mask: Mask | null,
  opacity: number,
  work: Work,
  painter: Painter,
  row?: (y: number) => void,
): Promise<Raster> {
  const before = new Float64Array(3);
  const after = new Float64Array(3);
  return changePixels(
    image,
    mask,
    work,
    (rgb, pixel, x) => {
      for (let c = 0; c < 3; c++) before[c] = after[c] = coded(rgb[c]!);
      painter(x, (pixel - x) / image.width, after);
      for (let c = 0; c < 3; c++) rgb[c] = linearOf(before[c]! + (after[c]! - before[c]!) * opacity);
    },
    row,
  );
}
