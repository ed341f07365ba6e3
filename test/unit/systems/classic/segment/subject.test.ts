import { describe, expect, test } from 'vitest';
import type { Mask, Raster } from '../../../../../src-main/runtime/raster/raster.ts';
import {
  prepareSegmentation,
  segmentNamed,
  segmentRegion,
} from '../../../../../src-main/systems/classic/segment/index.ts';
import { ellipse, iou, plain, scene, texture, work } from './scenes.ts';

async function find(image: Raster, name: 'subject' | 'background' = 'subject'): Promise<Mask> {
  const prepared = await prepareSegmentation(image, work());
  return segmentRegion(image, prepared, [{ kind: 'named', name }], false, work());
}

const both = (masks: readonly Mask[]): Mask => ({
  ...masks[0]!,
  data: masks[0]!.data.map((_, i) => Math.max(...masks.map((m) => m.data[i]!))),
});

/** A head on shoulders that the lower side cuts off. */
const person =
  (x: number, size: number) =>
  (u: number, v: number): boolean =>
    ellipse(x, 175 - 1.05 * size, 0.26 * size, 0.3 * size)(u, v) ||
    ellipse(x, 185, 0.52 * size, 0.95 * size)(u, v);

const grass = () => texture([95, 125, 85], 0.5, 9, 8, 4);

describe('the subject', () => {
  test('is sure where one thing stands out, and else names what else may be meant', async () => {
    const name = async (image: Raster, part: 'subject' | 'background') =>
      segmentNamed(
        image,
        await prepareSegmentation(image, work()),
        { kind: 'named', name: part },
        false,
        work(),
      );
    const clear = scene(261, 181, grass(), [
      { paint: plain(170, 80, 60, 12, 2), inside: ellipse(130, 90, 50, 55) },
    ]);
    const found = await name(clear.image, 'subject');
    expect(found.sure).toBeGreaterThan(0.5);
    expect(found.others).toEqual([]);
    // something in a corner, all but of the colours of what is around it
    const vague = scene(261, 181, texture([95, 125, 85], 0.5, 9, 8, 4), [
      { paint: texture([110, 120, 80], 0.2, 9, 8, 7), inside: ellipse(40, 40, 30, 22) },
      { paint: texture([85, 115, 95], 0.9, 9, 8, 9), inside: ellipse(225, 150, 34, 28) },
    ]);
    const guessed = await name(vague.image, 'subject').catch(() => null);
    expect(guessed?.sure ?? 0).toBeLessThan(found.sure);
    const rest = guessed && (await name(vague.image, 'background'));
    rest?.others.forEach((other, n) =>
      expect(other.data).toEqual(guessed!.others[n]!.data.map((v) => 255 - v)),
    );
  });

  test('is a person whom the lower side cuts off, and the background is the rest', async () => {
    const { image, truths } = scene(261, 181, grass(), [
      { paint: plain(170, 80, 60, 12, 2), inside: person(130, 110) },
    ]);
    const mask = await find(image);
    expect(iou(mask, truths[0]!)).toBeGreaterThan(0.9);
    const rest = await find(image, 'background');
    expect(rest.data).toEqual(mask.data.map((v) => 255 - v));
  });

  test('is two people apart from each other, not one of them, nor a speck', async () => {
    const { image, truths } = scene(281, 181, grass(), [
      { paint: plain(170, 80, 60, 12, 2), inside: person(85, 90) },
      { paint: plain(165, 75, 70, 12, 3), inside: person(195, 95) },
      { paint: plain(170, 80, 60, 12, 5), inside: ellipse(30, 40, 5, 5) },
    ]);
    expect(iou(await find(image), both(truths.slice(0, 2)))).toBeGreaterThan(0.85);
  });

  test('is the same in 16 bits, on what can be seen through, and each time', async () => {
    const { image, truths } = scene(161, 121, grass(), [
      { paint: plain(170, 80, 60, 12, 2), inside: ellipse(80, 60, 34, 38) },
    ]);
    const mask = await find(image);
    expect(await find(image)).toEqual(mask);
    expect(iou(mask, truths[0]!)).toBeGreaterThan(0.9);
    const deep: Raster = { ...image, data: Uint16Array.from(image.data, (v) => v * 257) };
    expect(iou(await find(deep), mask)).toBeGreaterThan(0.98);
    const data = new Uint8Array(161 * 121 * 4);
    for (let i = 0; i < 161 * 121; i++) {
      data.set(image.data.subarray(3 * i, 3 * i + 3), 4 * i);
      data[4 * i + 3] = i % 161 < 80 ? 255 : 0;
    }
    const half = await find({ ...image, channels: 4, data });
    expect(half.data.every((v, i) => i % 161 < 80 || v === 0)).toBe(true);
  });

  test.each([
    ['one colour', () => plain(120, 120, 120, 0)],
    ['noise', () => plain(120, 120, 120, 24)],
  ])('is not guessed at in %s', async (_, paint) => {
    const { image } = scene(150, 110, paint(), []);
    await expect(find(image)).rejects.toMatchObject({ failure: { code: 'needs-region' } });
  });
});
