/** What has to be filled, and the window of the picture that it is filled from. */
import type { Work } from '../../../runtime/work.ts';
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
export async function holeOf(mask: Mask, growth: number, work: Work): Promise<Hole | null> {
  const bounds = boundsOf(mask);
  if (!bounds) return null;
  const box = clip(bounds, growth + 1, mask);
  const width = box.x2 - box.x1;
  const grown = await grow(cut(mask, box), width, growth, work);
  const depth = maximum(await depths(grown, width, work));
  // A few hole sizes around it: enough texture to choose from, and near enough to be of the same scale and light.
  const window = clip(box, Math.round(Math.min(1200, Math.max(120, 3 * depth))), mask);
  return { window, unknown: paste(grown, box, window), depth };
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

/** A box's bytes in a larger box, with zeros around. */
function paste(bytes: Uint8Array, box: Box, larger: Box): Uint8Array {
  const width = box.x2 - box.x1;
  const largerWidth = larger.x2 - larger.x1;
  const out = new Uint8Array(largerWidth * (larger.y2 - larger.y1));
  for (let y = 0; y < box.y2 - box.y1; y++)
    out.set(
      bytes.subarray(y * width, (y + 1) * width),
      (box.y1 - larger.y1 + y) * largerWidth + box.x1 - larger.x1,
    );
  return out;
}

/** Grows ones by `radius` pixels (Euclidean, by the chamfer distance). */
export async function grow(ones: Uint8Array, width: number, radius: number, work: Work): Promise<Uint8Array> {
  const inverse = ones.map((v) => 1 - v);
  const distance = await depths(inverse, width, work);
  return ones.map((v, i) => (v || distance[i]! <= radius ? 1 : 0));
}

/**
 * For each 1 its distance in pixels to the nearest 0, for each 0 nothing; chamfer metric with (1, √2) steps, two passes
 * (Borgefors 1986). What lies beyond the borders counts as 1. Infinity where there is no 0 at all.
 */
export async function depths(ones: Uint8Array, width: number, work: Work): Promise<Float32Array> {
  const height = ones.length / width;
  const out = new Float32Array(ones.length);
  const far = width + height + 10;
  for (let i = 0; i < ones.length; i++) out[i] = ones[i] ? far : 0;
  const relax = (i: number, j: number, step: number): void => {
    if (out[j]! + step < out[i]!) out[i] = out[j]! + step;
  };
  for (let y = 0, i = 0; y < height; y++) {
    await work.breathe();
    for (let x = 0; x < width; x++, i++) {
      if (!out[i]) continue;
      if (x > 0) relax(i, i - 1, 1);
      if (y === 0) continue;
      relax(i, i - width, 1);
      if (x > 0) relax(i, i - width - 1, Math.SQRT2);
      if (x < width - 1) relax(i, i - width + 1, Math.SQRT2);
    }
  }
  for (let y = height - 1, i = ones.length - 1; y >= 0; y--) {
    await work.breathe();
    for (let x = width - 1; x >= 0; x--, i--) {
      if (!out[i]) continue;
      if (x < width - 1) relax(i, i + 1, 1);
      if (y === height - 1) continue;
      relax(i, i + width, 1);
      if (x < width - 1) relax(i, i + width + 1, Math.SQRT2);
      if (x > 0) relax(i, i + width - 1, Math.SQRT2);
    }
  }
  for (let i = 0; i < out.length; i++) if (out[i]! >= far) out[i] = Infinity;
  return out;
}

function maximum(values: Float32Array): number {
  let most = 0;
  for (const v of values) if (v > most) most = v;
  return most;
}
