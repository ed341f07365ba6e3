import { describe, expect, it } from 'vitest';
import type { Raster } from '../../../../../src-main/runtime/raster/raster.ts';
import { matchGrain } from '../../../../../src-main/systems/classic/remove/grain.ts';
import { seeded } from '../../../../../src-main/systems/classic/remove/random.ts';
import { draw, idle } from '../pictures.ts';

const box = { x1: 50, y1: 40, x2: 115, y2: 101 };
const isInside = (x: number, y: number): boolean =>
  x >= box.x1 && x < box.x2 && y >= box.y1 && y < box.y2 && (x + y) % 97 !== 0;

/** A grey picture with noise of one strength in the box and another around it, in shares of full scale. */
function noisy(inside: number, around: number, depth: 8 | 16): Raster {
  const random = seeded(5);
  const most = depth === 16 ? 65_535 : 255;
  return draw(
    171,
    143,
    (x, y) => {
      let sum = -6;
      for (let k = 0; k < 12; k++) sum += random.below(10_000) / 10_000; // about normal
      const v = Math.round(most * (0.45 + sum * (isInside(x, y) ? inside : around)));
      return [v, v, v];
    },
    depth,
  );
}

const patchwork = () => {
  const width = box.x2 - box.x1;
  const unknown = new Uint8Array(width * (box.y2 - box.y1));
  for (let i = 0; i < unknown.length; i++)
    unknown[i] = Number(isInside(box.x1 + (i % width), box.y1 + Math.floor(i / width)));
  return { box, unknown, source: new Int32Array(unknown.length) };
};

/** The standard deviation in the middle of the box, in shares of full scale. */
function deviation({ data, width }: Raster): number {
  const values: number[] = [];
  for (let y = box.y1 + 2; y < box.y2 - 2; y++)
    for (let x = box.x1 + 2; x < box.x2 - 2; x++)
      if (isInside(x, y))
        values.push(data[(y * width + x) * 3]! / (data instanceof Uint16Array ? 65_535 : 255));
  const mean = values.reduce((a, b) => a + b) / values.length;
  return Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length);
}

describe('grain', () => {
  for (const depth of [8, 16] as const)
    it(`is made as strong as around, and nothing else is changed (${depth} bit)`, async () => {
      const before = noisy(0.016, 0.02, depth);
      const out = { ...before, data: before.data.slice() };
      await matchGrain(out, patchwork(), seeded(1), idle());
      expect(deviation(before)).toBeLessThan(0.017);
      expect(deviation(out)).toBeGreaterThan(0.018);
      expect(deviation(out)).toBeLessThan(0.022);
      for (let i = 0; i < out.data.length; i++) {
        const x = ((i / 3) % 171) | 0;
        const y = Math.floor(i / 3 / 171);
        if (!isInside(x, y) && out.data[i] !== before.data[i]) throw new Error(`changed at ${x}, ${y}`);
      }
    });

  it('is left as it is where there is enough', async () => {
    const before = noisy(0.03, 0.02, 8);
    const out = { ...before, data: before.data.slice() };
    await matchGrain(out, patchwork(), seeded(1), idle());
    expect(out.data).toEqual(before.data);
  });
});
