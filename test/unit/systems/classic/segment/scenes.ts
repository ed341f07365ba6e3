/** Synthetic photographs with known truth. */
import { blankMask, type Mask, type Raster } from '../../../../../src-main/runtime/raster/raster.ts';
import { makeWork } from '../../../../../src-main/runtime/work.ts';

export const work = () => makeWork(new AbortController().signal);

/** Numbers in [0, 1) that repeat for the same seed (Park and Miller). */
export function randomOf(seed: number): () => number {
  let state = (seed % 2147483646) + 1;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

type Paint = (x: number, y: number) => readonly [number, number, number];

/** A texture of coloured stripes and noise; `angle` in radians, `period` in pixels. */
export function texture(
  colour: readonly [number, number, number],
  angle: number,
  period: number,
  depth: number,
  seed: number,
): Paint {
  const random = randomOf(seed);
  return (x, y) => {
    const wave = Math.sin(((x * Math.cos(angle) + y * Math.sin(angle)) * 2 * Math.PI) / period);
    const v = depth * wave + (random() - 0.5) * 16;
    return [colour[0] + v, colour[1] + v, colour[2] + v];
  };
}

export const plain = (r: number, g: number, b: number, noise = 6, seed = 1): Paint => {
  const random = randomOf(seed);
  return () => {
    const v = (random() - 0.5) * noise;
    return [r + v, g + v, b + v];
  };
};

export interface Thing {
  paint: Paint;
  inside: (x: number, y: number) => boolean;
}

export const ellipse =
  (cx: number, cy: number, rx: number, ry: number) =>
  (x: number, y: number): boolean =>
    ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 < 1;

/** A picture of things on a background, later ones in front, and the mask of each as far as it can be seen. */
export function scene(
  width: number,
  height: number,
  background: Paint,
  things: readonly Thing[],
): { image: Raster; truths: Mask[] } {
  const image: Raster = { width, height, channels: 3, data: new Uint8Array(width * height * 3) };
  const truths = things.map(() => blankMask(width, height));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const front = things.findLastIndex((t) => t.inside(x + 0.5, y + 0.5));
      const colour = (things[front]?.paint ?? background)(x, y);
      colour.forEach((v, c) => (image.data[i * 3 + c] = Math.max(0, Math.min(255, Math.round(v)))));
      if (front >= 0) truths[front]!.data[i] = 255;
    }
  }
  return { image, truths };
}

export function iou(a: Mask, b: Mask): number {
  let both = 0;
  let either = 0;
  for (let i = 0; i < a.data.length; i++) {
    const p = a.data[i]! > 127;
    const q = b.data[i]! > 127;
    if (p && q) both++;
    if (p || q) either++;
  }
  return either ? both / either : 1;
}

export const point = (x: number, y: number, sign: '+' | '-' = '+') =>
  ({ kind: 'point', x, y, sign }) as const;
export const box = (x1: number, y1: number, x2: number, y2: number) =>
  ({ kind: 'box', x1, y1, x2, y2 }) as const;
