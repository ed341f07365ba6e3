/** A part of a picture as planes, at several scales. */
import { fullScale } from '../../../../runtime/raster/raster.ts';
import type { Box } from '../apply.ts';
import type { Surroundings } from '../surroundings.ts';

/** Full size, a half and a quarter. */
export const scales = 3;

/** Parts begin and end at multiples of this, so that the blocks of all scales lie alike in every part. */
const grid = 16;
/** What lies so near counts: blocks of the coarsest scale. */
const margin = 32;

/** An orthonormal space of brightness and two colour differences: white noise stays white in it. */
export function opponent(r: number, g: number, b: number, out: Float64Array): void {
  out[0] = (r + g + b) / Math.sqrt(3);
  out[1] = (r - b) / Math.SQRT2;
  out[2] = (r - 2 * g + b) / Math.sqrt(6);
}

export function fromOpponent(y: number, u: number, v: number, out: Float64Array): void {
  const grey = y / Math.sqrt(3);
  out[0] = grey + u / Math.SQRT2 + v / Math.sqrt(6);
  out[1] = grey - (2 * v) / Math.sqrt(6);
  out[2] = grey - u / Math.SQRT2 + v / Math.sqrt(6);
}

export interface Planes {
  x1: number;
  y1: number;
  width: number;
  height: number;
  planes: Float32Array[];
}

/** The place of the pixel that stands for `at` beyond the border: the picture is mirrored. */
function mirrored(at: number, length: number): number {
  const period = 2 * length;
  const m = ((at % period) + period) % period;
  return m < length ? m : period - 1 - m;
}

/** The box and what lies around it, coded 0..1 in the opponent space. */
export function planesOf(image: Surroundings, box: Box): Planes {
  const { channels, data, top } = image;
  const scale = 1 / fullScale(image);
  const down = (v: number): number => Math.floor((v - margin) / grid) * grid;
  const up = (v: number): number => Math.ceil((v + margin) / grid) * grid;
  const [x1, y1] = [down(box.x1), down(box.y1)];
  const [width, height] = [up(box.x2) - x1, up(box.y2) - y1];
  const planes = [0, 1, 2].map(() => new Float32Array(width * height));
  const columns = Int32Array.from({ length: width }, (_, x) => mirrored(x1 + x, image.width));
  const pixel = new Float64Array(3);
  for (let y = 0, o = 0; y < height; y++) {
    const row = (mirrored(y1 + y, image.height) - top) * image.width;
    for (let x = 0; x < width; x++, o++) {
      const i = (row + columns[x]!) * channels;
      opponent(data[i]! * scale, data[i + 1]! * scale, data[i + 2]! * scale, pixel);
      for (let c = 0; c < 3; c++) planes[c]![o] = pixel[c]!;
    }
  }
  return { x1, y1, width, height, planes };
}

/** Means of 2 × 2; sides are even. */
export function halve(plane: Float32Array, width: number, height: number): Float32Array {
  const out = new Float32Array(plane.length / 4);
  for (let y = 0, o = 0; y < height; y += 2)
    for (let x = 0, i = y * width; x < width; x += 2, i += 2, o++)
      out[o] = (plane[i]! + plane[i + 1]! + plane[i + width]! + plane[i + width + 1]!) / 4;
  return out;
}

/** Adds `coarse` (half the size, bilinear between its pixels) to the plane. */
export function addDoubled(plane: Float32Array, width: number, height: number, coarse: Float32Array): void {
  const [w, h] = [width / 2, height / 2];
  for (let y = 0, o = 0; y < height; y++) {
    const near = y >> 1;
    const far = Math.min(h - 1, Math.max(0, near + (y & 1 ? 1 : -1)));
    for (let x = 0; x < width; x++, o++) {
      const i = x >> 1;
      const j = Math.min(w - 1, Math.max(0, i + (x & 1 ? 1 : -1)));
      plane[o]! +=
        (9 * coarse[near * w + i]! +
          3 * (coarse[near * w + j]! + coarse[far * w + i]!) +
          coarse[far * w + j]!) /
        16;
    }
  }
}
