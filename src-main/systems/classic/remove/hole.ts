/** What has to be filled, and the window of the picture that it is filled from. */
import { boundsOf, type Mask } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';

/** Pixel box [x1, x2) × [y1, y2). */
export interface Box {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** What a pixel of the window is: known and free to be copied, to be filled, or known but not to be copied. */
export const places = { free: 0, hole: 1, barred: 2 } as const;

export interface Hole {
  /** Where sources are looked for; it holds the whole hole. */
  window: Box;
  /** One of `places` for each pixel of the window. */
  places: Uint8Array;
  /** Distance in pixels from the deepest pixel of the hole to the known. */
  depth: number;
}

/**
 * The mask's pixels (any alpha over 0), grown by `growth` pixels because outlines are soft and objects glow into
 * their surroundings; `null` for an empty mask. With `source` only what is at least half inside that mask may be
 * copied.
 */
export async function holeOf(
  mask: Mask,
  growth: number,
  source: Mask | null,
  work: Work,
): Promise<Hole | null> {
  const bounds = boundsOf(mask);
  if (!bounds) return null;
  const box = clip(bounds, growth + 1, mask);
  const width = box.x2 - box.x1;
  const grown = await grow(cut(mask, box), width, growth, work);
  const distances = await depths(grown, width, work);
  let depth = 0;
  for (const d of distances) if (d > depth) depth = d;
  depth /= unit;
  // A few hole sizes around it: enough texture to choose from, and near enough to be of the same scale and light.
  const around = clip(box, Math.round(Math.min(800, Math.max(120, 3 * depth))), mask);
  const window = source ? joined(clip(box, 16, mask), boundsOf(source, 128) ?? box) : around;
  const pixels = paste(grown, box, window);
  if (source) bar(pixels, window, source);
  return { window, places: pixels, depth };
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

const joined = (a: Box, b: Box): Box => ({
  x1: Math.min(a.x1, b.x1),
  y1: Math.min(a.y1, b.y1),
  x2: Math.max(a.x2, b.x2),
  y2: Math.max(a.y2, b.y2),
});

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

/** Bars what is free but not in the mask. */
function bar(pixels: Uint8Array, window: Box, source: Mask): void {
  for (let y = window.y1, o = 0; y < window.y2; y++)
    for (let x = window.x1, i = y * source.width + window.x1; x < window.x2; x++, i++, o++)
      if (pixels[o] === places.free && source.data[i]! < 128) pixels[o] = places.barred;
}

/** Grows ones by `radius` pixels (Euclidean, by the chamfer distance). */
export async function grow(ones: Uint8Array, width: number, radius: number, work: Work): Promise<Uint8Array> {
  const distance = await depths(
    ones.map((v) => 1 - v),
    width,
    work,
  );
  return ones.map((v, i) => (v || distance[i]! <= radius * unit ? 1 : 0));
}

/** Distances are counted in fifths of a pixel: two bytes are enough for holes 13,000 pixels deep. */
export const unit = 5;
const diagonal = 7;
const far = 65_535;

/**
 * For each 1 its distance to the nearest other pixel, in fifths of a pixel, for the others 0; chamfer metric with steps
 * of 5 and 7, two passes (Borgefors 1986). What lies beyond the borders counts as 1. 65535 where all are 1.
 */
export async function depths(ones: Uint8Array, width: number, work: Work): Promise<Uint16Array> {
  const height = ones.length / width;
  const out = new Uint16Array(ones.length);
  for (let i = 0; i < ones.length; i++) out[i] = ones[i] === 1 ? far : 0;
  for (let y = 0, i = 0; y < height; y++) {
    await work.breathe();
    for (let x = 0; x < width; x++, i++) {
      let least = out[i]!;
      if (!least) continue;
      if (x > 0) least = Math.min(least, out[i - 1]! + unit);
      if (y > 0) {
        least = Math.min(least, out[i - width]! + unit);
        if (x > 0) least = Math.min(least, out[i - width - 1]! + diagonal);
        if (x < width - 1) least = Math.min(least, out[i - width + 1]! + diagonal);
      }
      out[i] = least;
    }
  }
  for (let y = height - 1, i = ones.length - 1; y >= 0; y--) {
    await work.breathe();
    for (let x = width - 1; x >= 0; x--, i--) {
      let least = out[i]!;
      if (!least) continue;
      if (x < width - 1) least = Math.min(least, out[i + 1]! + unit);
      if (y < height - 1) {
        least = Math.min(least, out[i + width]! + unit);
        if (x < width - 1) least = Math.min(least, out[i + width + 1]! + diagonal);
        if (x > 0) least = Math.min(least, out[i + width - 1]! + diagonal);
      }
      out[i] = least;
    }
  }
  return out;
}
