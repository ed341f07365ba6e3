/** What has to be filled, and the window of the picture that it is filled from. */
import { boundsOf, type Mask } from '../../../runtime/raster/raster.ts';

/** Pixel box [x1, x2) × [y1, y2). */
export interface Box {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

export interface Hole {
  /** Where sources are looked for; it holds the whole hole. */
  window: Box;
  /** One byte a pixel of the window: 1 is unknown. */
  unknown: Uint8Array;
  /** Distance in pixels from the deepest pixel of the hole to the known. */
  depth: number;
}

/**
 * The mask's pixels (any alpha over 0), grown by `growth` pixels because outlines are soft and objects glow into
 * their surroundings; `null` for an empty mask.
 */
export function holeOf(mask: Mask, growth: number): Hole | null {
  const bounds = boundsOf(mask);
  if (!bounds) return null;
  const grown = clip(bounds, growth, mask);
  const deepest = (box: Box): number =>
    maximum(depths(grow(cut(mask, box), box.x2 - box.x1, growth), box.x2 - box.x1));
  const depth = deepest(grown);
  // A few hole sizes around it: enough texture to choose from, and near enough to be of the same scale and light.
  const window = clip(grown, Math.round(Math.min(1200, Math.max(120, 3 * depth))), mask);
  return { window, unknown: grow(cut(mask, window), window.x2 - window.x1, growth), depth };
}

/** A box grown on all sides, within the picture. */
export function clip(box: Box, margin: number, size: { width: number; height: number }): Box {
  return {
    x1: Math.max(0, box.x1 - margin),
    y1: Math.max(0, box.y1 - margin),
    x2: Math.min(size.width, box.x2 + margin),
    y2: Math.min(size.height, box.y2 + margin),
  };
}

/** 1 where the mask is anything but empty, for a box of it. */
function cut(mask: Mask, box: Box): Uint8Array {
  const width = box.x2 - box.x1;
  const out = new Uint8Array(width * (box.y2 - box.y1));
  for (let y = box.y1, o = 0; y < box.y2; y++)
    for (let x = box.x1, i = y * mask.width + box.x1; x < box.x2; x++, i++, o++)
      out[o] = mask.data[i] ? 1 : 0;
  return out;
}

/** Grows ones by `radius` pixels (Euclidean, by the chamfer distance). */
export function grow(ones: Uint8Array, width: number, radius: number): Uint8Array {
  const inverse = ones.map((v) => 1 - v);
  const distance = depths(inverse, width, Infinity);
  return ones.map((v, i) => (v || distance[i]! <= radius ? 1 : 0));
}

/**
 * For each 1 its distance in pixels to the nearest 0, for each 0 nothing; chamfer metric with (1, √2) steps, two passes
 * (Borgefors 1986). What lies beyond the borders counts as 1. `none` is the answer where there is no 0 at all.
 */
export function depths(ones: Uint8Array, width: number, none = 1e6): Float32Array {
  const height = ones.length / width;
  const out = new Float32Array(ones.length);
  const far = width + height + 10;
  for (let i = 0; i < ones.length; i++) out[i] = ones[i] ? far : 0;
  const relax = (i: number, j: number, step: number): void => {
    if (out[j]! + step < out[i]!) out[i] = out[j]! + step;
  };
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      if (!out[i]) continue;
      if (x > 0) relax(i, i - 1, 1);
      if (y === 0) continue;
      relax(i, i - width, 1);
      if (x > 0) relax(i, i - width - 1, Math.SQRT2);
      if (x < width - 1) relax(i, i - width + 1, Math.SQRT2);
    }
  for (let y = height - 1, i = ones.length - 1; y >= 0; y--)
    for (let x = width - 1; x >= 0; x--, i--) {
      if (!out[i]) continue;
      if (x < width - 1) relax(i, i + 1, 1);
      if (y === height - 1) continue;
      relax(i, i + width, 1);
      if (x < width - 1) relax(i, i + width + 1, Math.SQRT2);
      if (x > 0) relax(i, i + width - 1, Math.SQRT2);
    }
  for (let i = 0; i < out.length; i++) if (out[i]! >= far) out[i] = none;
  return out;
}

function maximum(values: Float32Array): number {
  let most = 0;
  for (const v of values) if (v > most) most = v;
  return most;
}
