/** Drawn pictures for the tests of the classic engine. */
import { blankMask, type Mask, type Raster } from '../../../../src-main/runtime/raster/raster.ts';
import { makeWork, type Work } from '../../../../src-main/runtime/work.ts';
import { seeded } from '../../../../src-main/systems/classic/remove/random.ts';

export const idle = (): Work => makeWork(new AbortController().signal);

export function draw(
  width: number,
  height: number,
  pixel: (x: number, y: number) => readonly number[],
  depth: 8 | 16 = 8,
): Raster {
  const channels = pixel(0, 0).length as 3 | 4;
  const length = width * height * channels;
  const data = depth === 16 ? new Uint16Array(length) : new Uint8Array(length);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i += channels) data.set(pixel(x, y), i);
  return { width, height, channels, data };
}

export function drawMask(width: number, height: number, alpha: (x: number, y: number) => number): Mask {
  const mask = blankMask(width, height);
  for (let y = 0, i = 0; y < height; y++) for (let x = 0; x < width; x++, i++) mask.data[i] = alpha(x, y);
  return mask;
}

export const disc = (width: number, height: number, cx: number, cy: number, radius: number): Mask =>
  drawMask(width, height, (x, y) => (Math.hypot(x - cx, y - cy) <= radius ? 255 : 0));

/** Grey speckles of a given roughness, the same for the same seed. */
export function speckles(width: number, height: number, contrast: number, seed = 7): Raster {
  const random = seeded(seed);
  return draw(width, height, () => {
    const v = 128 + contrast * (random.below(2001) / 1000 - 1);
    return [v, v, v];
  });
}

/** The colour of a pixel. */
export const at = ({ width, channels, data }: Raster, x: number, y: number): number[] => [
  ...data.slice((y * width + x) * channels, (y * width + x + 1) * channels),
];

/** Standard deviation of the 3 × 3 Laplacian of green, where `inside`: how much detail there is. */
export function detail(raster: Raster, inside: (x: number, y: number) => boolean): number {
  const { width, height, channels, data } = raster;
  const green = (x: number, y: number): number => data[(y * width + x) * channels + 1]!;
  let [n, sum, squares] = [0, 0, 0];
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      if (!inside(x, y)) continue;
      const v = green(x - 1, y) + green(x + 1, y) + green(x, y - 1) + green(x, y + 1) - 4 * green(x, y);
      n++;
      sum += v;
      squares += v * v;
    }
  return Math.sqrt(squares / n - (sum / n) ** 2);
}

/** How many pixels differ where `where` says so. */
export function differences(a: Raster, b: Raster, where: (x: number, y: number) => boolean): number {
  let count = 0;
  for (let y = 0, i = 0; y < a.height; y++)
    for (let x = 0; x < a.width; x++, i += a.channels) {
      if (!where(x, y)) continue;
      for (let c = 0; c < a.channels; c++)
        if (a.data[i + c] !== b.data[i + c]) {
          count++;
          break;
        }
    }
  return count;
}
