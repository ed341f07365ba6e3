/** A picture and its matte at a reduced size, as floats: what estimating colours reads. */
import { fullScale, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';

export interface Area {
  /** In pixels of the layer that it is part of. */
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Rows from top to bottom. */
export interface Layer {
  width: number;
  height: number;
  /** R, G, B in turn, 0..1, as coded in the file: that is how mattes are composed. */
  colour: Float32Array;
  /** How much of each pixel's colour is the foreground's, 0..1. */
  alpha: Float32Array;
  /** How much of each pixel there is, 0..1: the picture's own transparency. */
  weight: Float32Array;
}

/**
 * Averages blocks of `factor` × `factor` pixels; those at the right and lower borders may be smaller.
 * @param area in blocks; inside the reduced picture
 */
export async function readLayer(
  image: Raster,
  mask: Mask,
  factor: number,
  area: Area,
  work: Work,
): Promise<Layer> {
  const { width, height } = area;
  const { channels, data } = image;
  const colour = new Float32Array(width * height * 3);
  const alpha = new Float32Array(width * height);
  const weight = new Float32Array(width * height);
  const scale = fullScale(image);
  for (let y = 0; y < height; y++) {
    const top = (area.y + y) * factor;
    const bottom = Math.min(image.height, top + factor);
    for (let x = 0, o = y * width; x < width; x++, o++) {
      const left = (area.x + x) * factor;
      const right = Math.min(image.width, left + factor);
      let r = 0;
      let g = 0;
      let b = 0;
      let inside = 0;
      let there = 0;
      for (let v = top; v < bottom; v++)
        for (let u = left, p = v * image.width + left; u < right; u++, p++) {
          const i = p * channels;
          const own = channels === 4 ? data[i + 3]! / scale : 1;
          r += own * data[i]!;
          g += own * data[i + 1]!;
          b += own * data[i + 2]!;
          // a pixel half of which isn't there and half of which is inside is all foreground
          inside += Math.min(own, mask.data[p]! / 255);
          there += own;
        }
      weight[o] = there / ((right - left) * (bottom - top));
      if (there === 0) continue;
      colour[3 * o] = r / (scale * there);
      colour[3 * o + 1] = g / (scale * there);
      colour[3 * o + 2] = b / (scale * there);
      alpha[o] = inside / there;
    }
    if ((y & 7) === 0) await work.breathe();
  }
  return { width, height, colour, alpha, weight };
}

/** Half the size, by averaging; odd sizes are rounded up. */
export function halve(layer: Layer): Layer {
  const width = Math.ceil(layer.width / 2);
  const height = Math.ceil(layer.height / 2);
  const colour = new Float32Array(width * height * 3);
  const alpha = new Float32Array(width * height);
  const weight = new Float32Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0, o = y * width; x < width; x++, o++) {
      let there = 0;
      let count = 0;
      for (let v = 2 * y; v < Math.min(layer.height, 2 * y + 2); v++)
        for (let u = 2 * x; u < Math.min(layer.width, 2 * x + 2); u++) {
          const p = v * layer.width + u;
          const own = layer.weight[p]!;
          there += own;
          count++;
          alpha[o]! += own * layer.alpha[p]!;
          for (let c = 0; c < 3; c++) colour[3 * o + c]! += own * layer.colour[3 * p + c]!;
        }
      weight[o] = there / count;
      if (there === 0) continue;
      alpha[o]! /= there;
      for (let c = 0; c < 3; c++) colour[3 * o + c]! /= there;
    }
  return { width, height, colour, alpha, weight };
}
