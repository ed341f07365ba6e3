/** Where somebody pointed, and how large a thing must be to count. */
import type { Box } from './box.ts';

/** Coordinates 0..1 of the photo. */
export interface Click {
  x: number;
  y: number;
  sign: '+' | '-';
}

/** Parts smaller than this share of an object are specks, and holes in it pin-holes. */
export const SPECK = 0.015;

interface Size {
  width: number;
  height: number;
}

/** The pixel under a click. */
export function pixelAt(c: { x: number; y: number }, { width, height }: Size): number {
  const x = Math.min(width - 1, Math.floor(c.x * width));
  const y = Math.min(height - 1, Math.floor(c.y * height));
  return y * width + x;
}

/** A box (0..1) in pixels. */
export const scaled = (b: Box, { width, height }: Size): Box => ({
  x1: b.x1 * width,
  y1: b.y1 * height,
  x2: b.x2 * width,
  y2: b.y2 * height,
});

/** Fixes a small disc around each click, and each click's own pixel whatever lies beside it. */
export function pin(fixed: Int8Array, size: Size, clicks: readonly Click[]): void {
  for (const click of clicks) {
    const at = pixelAt(click, size);
    const cx = at % size.width;
    const cy = (at - cx) / size.width;
    for (let y = Math.max(0, cy - 2); y <= Math.min(size.height - 1, cy + 2); y++) {
      for (let x = Math.max(0, cx - 2); x <= Math.min(size.width - 1, cx + 2); x++) {
        if ((x - cx) ** 2 + (y - cy) ** 2 <= 5) fixed[y * size.width + x] = click.sign === '+' ? 1 : -1;
      }
    }
  }
  for (const click of clicks) fixed[pixelAt(click, size)] = click.sign === '+' ? 1 : -1;
}

/** A mask of the search size at the working size (bilinear, half is inside). */
export function grow(mask: Uint8Array, from: Size, to: Size): Uint8Array {
  const out = new Uint8Array(to.width * to.height);
  for (let y = 0; y < to.height; y++) {
    const fy = Math.max(0, ((y + 0.5) * from.height) / to.height - 0.5);
    const y0 = Math.floor(fy);
    const y1 = Math.min(from.height - 1, y0 + 1);
    for (let x = 0; x < to.width; x++) {
      const fx = Math.max(0, ((x + 0.5) * from.width) / to.width - 0.5);
      const x0 = Math.floor(fx);
      const x1 = Math.min(from.width - 1, x0 + 1);
      const upper = mask[y0 * from.width + x0]! * (1 - fx + x0) + mask[y0 * from.width + x1]! * (fx - x0);
      const lower = mask[y1 * from.width + x0]! * (1 - fx + x0) + mask[y1 * from.width + x1]! * (fx - x0);
      if (upper * (1 - fy + y0) + lower * (fy - y0) >= 0.5) out[y * to.width + x] = 1;
    }
  }
  return out;
}
