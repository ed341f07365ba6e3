import { describe, expect, test } from 'vitest';
import { prepareSegmentation } from '../../../../../src-main/systems/classic/segment/index.ts';
import { foreground } from '../../../../../src-main/systems/classic/segment/foreground.ts';
import type { Mask, Raster } from '../../../../../src-main/runtime/raster/raster.ts';
import { ellipse, plain, scene, work } from './scenes.ts';

/** The mean of a photo's map where a mask is set. */
async function standing(image: Raster, where: readonly Mask[]): Promise<number[]> {
  const prepared = await prepareSegmentation(image, work());
  const { likely: map } = await foreground(prepared, work());
  const { width, height } = prepared.coarse;
  expect(map).toHaveLength(width * height);
  for (const value of map) expect(value >= 0 && value <= 1).toBe(true);
  return where.map((mask) => {
    let sum = 0;
    let count = 0;
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const u = Math.floor(((x + 0.5) * mask.width) / width);
        const v = Math.floor(((y + 0.5) * mask.height) / height);
        if (mask.data[v * mask.width + u]! < 128) continue;
        sum += map[y * width + x]!;
        count++;
      }
    return sum / count;
  });
}

const outside = (masks: readonly Mask[]): Mask => ({
  ...masks[0]!,
  data: masks[0]!.data.map((_, i) => (masks.some((m) => m.data[i]! > 0) ? 0 : 255)),
});

describe('what stands out', () => {
  const grey = plain(120, 125, 118, 12);

  test('is the thing, not its background, and more so in the middle', async () => {
    const { image, truths } = scene(241, 181, grey, [
      { paint: plain(190, 90, 50, 12, 2), inside: ellipse(120, 90, 40, 45) },
      { paint: plain(190, 90, 50, 12, 3), inside: ellipse(215, 30, 18, 16) },
    ]);
    const [middle, corner, around] = await standing(image, [...truths, outside(truths)]);
    expect(middle!).toBeGreaterThan(0.7);
    expect(around!).toBeLessThan(0.1);
    expect(corner!).toBeLessThan(middle!);
  });

  test('is what is cut off below, as people are, but not what runs from side to side', async () => {
    const { image, truths } = scene(241, 181, grey, [
      { paint: plain(60, 70, 150, 12, 2), inside: (_, y) => y > 20 && y < 60 },
      { paint: plain(190, 90, 50, 12, 3), inside: ellipse(120, 190, 50, 90) },
    ]);
    const [band, person] = await standing(image, truths);
    expect(person!).toBeGreaterThan(0.6);
    expect(band!).toBeLessThan(person! - 0.3);
  });

  test('is what is in focus, of the same colour as what is not', async () => {
    const { image, truths } = scene(241, 181, grey, [
      {
        paint: (x, y) => ((x + y) & 1 ? [165, 170, 163] : [75, 80, 73]),
        inside: ellipse(120, 90, 40, 45),
      },
    ]);
    const [thing, around] = await standing(image, [...truths, outside(truths)]);
    expect(thing!).toBeGreaterThan(3 * around!);
  });

  test('is nothing that can be seen through, and nothing in a picture of one colour or a few pixels', async () => {
    const { image, truths } = scene(120, 90, grey, [
      { paint: plain(190, 90, 50, 12, 2), inside: ellipse(60, 45, 20, 22) },
    ]);
    const clear: Raster = { ...image, channels: 4, data: new Uint8Array(120 * 90 * 4) };
    for (let i = 0; i < 120 * 90; i++) {
      clear.data.set(image.data.subarray(3 * i, 3 * i + 3), 4 * i);
      clear.data[4 * i + 3] = truths[0]!.data[i]! > 0 ? 255 : 0;
    }
    const [, around] = await standing(clear, [truths[0]!, outside(truths)]);
    expect(around!).toBeLessThan(0.02);
    for (const [width, height] of [
      [1, 1],
      [8, 8],
      [3, 200],
    ] as const) {
      const flat: Raster = { ...image, width, height, data: new Uint8Array(width * height * 3).fill(90) };
      const { likely: map } = await foreground(await prepareSegmentation(flat, work()), work());
      expect(map.every((v) => v === 0)).toBe(true);
    }
  });
});
