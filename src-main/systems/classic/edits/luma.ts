/** Brightness as it is seen, for edits of detail. */
import { letGo } from '../../../runtime/collect.ts';
import { fullScale } from '../../../runtime/raster/raster.ts';
import type { Box } from './apply.ts';
import type { Surroundings } from './surroundings.ts';

/** Luma 0..1 (Rec. 709 weights on coded values) of a box of the picture, in rows. */
export function lumaPlane(rows: Surroundings, box: Box): Float32Array {
  const { width, channels, data, top } = rows;
  const scale = 1 / fullScale(rows);
  const stride = box.x2 - box.x1;
  const out = new Float32Array(stride * (box.y2 - box.y1));
  for (let y = box.y1, o = 0; y < box.y2; y++) {
    let i = ((y - top) * width + box.x1) * channels;
    for (const end = o + stride; o < end; o++, i += channels)
      out[o] = (0.2126 * data[i]! + 0.7152 * data[i + 1]! + 0.0722 * data[i + 2]!) * scale;
  }
  return out;
}

/** A Gaussian of this deviation (pixels) over rows and columns; borders repeat. */
export function blurPlane(plane: Float32Array, width: number, sigma: number): Float32Array {
  const radius = Math.ceil(3 * sigma);
  const weights = Float64Array.from({ length: radius + 1 }, (_, d) =>
    Math.exp(-(d * d) / (2 * sigma * sigma)),
  );
  const total = weights[0]! + 2 * weights.subarray(1).reduce((a, b) => a + b, 0);
  for (let d = 0; d <= radius; d++) weights[d]! /= total;
  const height = plane.length / (width || 1);
  const across = new Float32Array(plane.length);
  for (let y = 0; y < height; y++) {
    const [start, end] = [y * width, (y + 1) * width - 1];
    for (let i = start; i <= end; i++) {
      let sum = weights[0]! * plane[i]!;
      for (let d = 1; d <= radius; d++)
        sum += weights[d]! * (plane[Math.max(start, i - d)]! + plane[Math.min(end, i + d)]!);
      across[i] = sum;
    }
  }
  const out = new Float32Array(plane.length);
  for (let y = 0; y < height; y++) {
    for (let d = -radius; d <= radius; d++) {
      const weight = weights[Math.abs(d)]!;
      const from = Math.min(height - 1, Math.max(0, y + d)) * width;
      for (let x = 0, i = y * width; x < width; x++, i++) out[i]! += weight * across[from + x]!;
    }
  }
  letGo([across]);
  return out;
}

/** The least and the largest value within a square of (2 radius + 1)² pixels. */
export function extremes(
  plane: Float32Array,
  width: number,
  radius: number,
): { least: Float32Array; largest: Float32Array } {
  const height = plane.length / (width || 1);
  const [low, high] = [plane.slice(), plane.slice()];
  for (let y = 0; y < height; y++) {
    const [start, end] = [y * width, (y + 1) * width - 1];
    for (let i = start; i <= end; i++)
      for (let j = Math.max(start, i - radius); j <= Math.min(end, i + radius); j++) {
        const v = plane[j]!;
        if (v < low[i]!) low[i] = v;
        if (v > high[i]!) high[i] = v;
      }
  }
  const [least, largest] = [low.slice(), high.slice()];
  for (let y = 0; y < height; y++) {
    for (let yy = Math.max(0, y - radius); yy <= Math.min(height - 1, y + radius); yy++)
      for (let x = 0, i = y * width, j = yy * width; x < width; x++, i++, j++) {
        if (low[j]! < least[i]!) least[i] = low[j]!;
        if (high[j]! > largest[i]!) largest[i] = high[j]!;
      }
  }
  letGo([low, high]);
  return { least, largest };
}
