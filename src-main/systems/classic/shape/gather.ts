/** One output pixel from the source pixels around the point that it comes from. */
import type { Box } from '../edits/apply.ts';
import { lanczos, lobes } from './kernel.ts';
import { cornersOf, project, type Projective } from './projective.ts';
import type { Tile } from './tile.ts';

/** What came of it: colour (straight; may overshoot 0..1) and alpha (0..1). */
export interface Sums {
  rgb: Float64Array;
  alpha: number;
}

/** The most that the kernel is widened: a map that shrinks more lets something alias. */
const widest = 64;
const across = new Float64Array(2 * lobes * widest + 2);
const down = new Float64Array(2 * lobes * widest + 2);

/** How wide an output pixel is in the source, along each of the source's axes: at least 1. */
const wide = { across: 1, down: 1 };

/** Sets `wide` for the pixel at (x, y), which comes from (u, v): the lengths of the Jacobian's rows. */
function widen([a, b, , d, e, , g, h, i]: Projective, x: number, y: number, u: number, v: number): void {
  const w = g * x + h * y + i;
  const across = Math.sqrt((a - g * u) ** 2 + (b - h * u) ** 2) / w;
  const down = Math.sqrt((d - g * v) ** 2 + (e - h * v) ** 2) / w;
  wide.across = Math.min(widest, Math.max(1, across));
  wide.down = Math.min(widest, Math.max(1, down));
}

/** The source pixels that a box of the output may need; `null` where the map folds within it (beyond a horizon). */
export function sourceOf(part: Box, back: Projective): Box | null {
  const [, , , , , , g, h, i] = back;
  const box = { x1: Infinity, y1: Infinity, x2: -Infinity, y2: -Infinity };
  for (const [x, y] of cornersOf(part)) {
    if (g * x + h * y + i <= 1e-9) return null;
    const [u, v] = project(back, [x, y]);
    widen(back, x, y, u, v);
    box.x1 = Math.min(box.x1, u - lobes * wide.across);
    box.x2 = Math.max(box.x2, u + lobes * wide.across);
    box.y1 = Math.min(box.y1, v - lobes * wide.down);
    box.y2 = Math.max(box.y2, v + lobes * wide.down);
  }
  return {
    x1: Math.floor(box.x1) - 1,
    y1: Math.floor(box.y1) - 1,
    x2: Math.ceil(box.x2) + 1,
    y2: Math.ceil(box.y2) + 1,
  };
}

/**
 * Weighs the tile's pixels around the place that (x, y) comes from, and says whether there is anything. Alpha stays
 * between the values of the nearest pixels: the kernel's overshoot would make solid things look worn at their edges.
 */
export function gather(tile: Tile, back: Projective, x: number, y: number, sums: Sums): boolean {
  const [a, b, c, d, e, f, g, h, i] = back;
  const w = g * x + h * y + i;
  const u = (a * x + b * y + c) / w;
  const v = (d * x + e * y + f) / w;
  widen(back, x, y, u, v);
  const x1 = Math.ceil(u - 0.5 - lobes * wide.across);
  const x2 = Math.floor(u - 0.5 + lobes * wide.across) + 1;
  const y1 = Math.ceil(v - 0.5 - lobes * wide.down);
  const y2 = Math.floor(v - 0.5 + lobes * wide.down) + 1;
  let sumX = 0;
  for (let k = x1; k < x2; k++) sumX += across[k - x1] = lanczos((k + 0.5 - u) / wide.across);
  let sumY = 0;
  for (let k = y1; k < y2; k++) sumY += down[k - y1] = lanczos((k + 0.5 - v) / wide.down);
  const from = Math.max(x1, tile.x1);
  const to = Math.min(x2, tile.x2);
  const top = Math.max(y1, tile.y1);
  const bottom = Math.min(y2, tile.y2);
  if (from >= to || top >= bottom) return false;
  const { data } = tile;
  const stride = tile.x2 - tile.x1;
  const { rgb } = sums;
  const whole = sumX * sumY;
  let red = 0;
  let green = 0;
  let blue = 0;
  let alpha = 0;
  for (let j = top; j < bottom; j++) {
    let r = 0;
    let gr = 0;
    let bl = 0;
    let al = 0;
    let o = ((j - tile.y1) * stride + from - tile.x1) * 4;
    if (tile.solid)
      for (let k = from - x1; k < to - x1; k++, o += 4) {
        const weight = across[k]!;
        r += weight * data[o]!;
        gr += weight * data[o + 1]!;
        bl += weight * data[o + 2]!;
      }
    else
      for (let k = from - x1; k < to - x1; k++, o += 4) {
        const weight = across[k]!;
        r += weight * data[o]!;
        gr += weight * data[o + 1]!;
        bl += weight * data[o + 2]!;
        al += weight * data[o + 3]!;
      }
    const weight = down[j - y1]!;
    red += weight * r;
    green += weight * gr;
    blue += weight * bl;
    alpha += weight * al;
  }
  if (tile.solid) {
    rgb[0] = red / whole;
    rgb[1] = green / whole;
    rgb[2] = blue / whole;
    sums.alpha = 1;
    return true;
  }
  if (alpha < 1e-4 * whole) return false;
  rgb[0] = red / alpha;
  rgb[1] = green / alpha;
  rgb[2] = blue / alpha;
  sums.alpha = within(alpha / whole, tile, u, v);
  return sums.alpha > 0;
}

/** Limits alpha to what the pixels nearest to (u, v) have. */
function within(alpha: number, tile: Tile, u: number, v: number): number {
  let least = 1;
  let most = 0;
  const stride = tile.x2 - tile.x1;
  const y1 = Math.ceil(v - 0.5 - wide.down);
  const y2 = Math.floor(v - 0.5 + wide.down);
  const x1 = Math.ceil(u - 0.5 - wide.across);
  const x2 = Math.floor(u - 0.5 + wide.across);
  if (x1 < tile.x1 || x2 >= tile.x2 || y1 < tile.y1 || y2 >= tile.y2) least = 0;
  for (let y = Math.max(y1, tile.y1); y <= y2 && y < tile.y2; y++)
    for (let x = Math.max(x1, tile.x1); x <= x2 && x < tile.x2; x++) {
      const value = tile.data[((y - tile.y1) * stride + x - tile.x1) * 4 + 3]!;
      if (value < least) least = value;
      if (value > most) most = value;
    }
  return Math.min(most, Math.max(least, alpha));
}
