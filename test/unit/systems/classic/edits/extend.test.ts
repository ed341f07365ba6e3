import { describe, expect, it } from 'vitest';
import { imageEditing, type ImageEditing } from '../../../../../src-main/contract/index.ts';
import type { Raster } from '../../../../../src-main/runtime/raster/raster.ts';
import { applyEdit } from '../../../../../src-main/systems/classic/edits/index.ts';
import { carryMask } from '../../../../../src-main/systems/classic/shape/carry.ts';
import { at, detail, draw, drawMask, idle, speckles } from '../pictures.ts';

const command = (args: object): ImageEditing =>
  imageEditing.parse({ module: 'image-editing', command: 'extend', args });
const extend = (image: Raster, args: object): Promise<Raster> =>
  applyEdit(image, null, command(args), { seed: 1, source: null, photo: null }, idle());

/** The pixels of a picture, as far as they lie in `box` of a larger one. */
const part = (out: Raster, left: number, top: number, size: { width: number; height: number }): number[] => {
  const values: number[] = [];
  for (let y = 0; y < size.height; y++) {
    const start = ((y + top) * out.width + left) * out.channels;
    values.push(...out.data.slice(start, start + size.width * out.channels));
  }
  return values;
};

describe('a larger canvas', () => {
  it.each([
    [8, 3],
    [8, 4],
    [16, 3],
    [16, 4],
  ] as const)('keeps every pixel of the picture (%i bits, %i channels)', async (depth, channels) => {
    const full = depth === 16 ? 257 : 1;
    const noise = speckles(53, 41, 60);
    const image = {
      ...draw(
        53,
        41,
        (x, y) => {
          const v = noise.data[(y * 53 + x) * 3]! * full;
          const rgb = [v, (v + x) & (depth === 16 ? 65_535 : 255), 90 * full];
          return channels === 4 ? [...rgb, 200 * full] : rgb;
        },
        depth,
      ),
      icc: new Uint8Array(150).fill(7),
    };
    const out = await extend(image, { left: 0.2, right: 0.1, top: 0.3, bottom: 0.25 });
    expect([out.width, out.height]).toEqual([53 + 11 + 5, 41 + 12 + 10]);
    expect([out.channels, out.icc, out.data.constructor]).toEqual([
      channels,
      image.icc,
      image.data.constructor,
    ]);
    expect(part(out, 11, 12, image)).toEqual([...image.data]);
    // What is new is like the picture: no black, and the same alpha throughout.
    for (const [x, y] of [
      [0, 0],
      [68, 62],
      [3, 40],
      [60, 2],
    ] as const) {
      expect(Math.abs(at(out, x, y)[2]! - 90 * full)).toBeLessThan(3 * full);
      if (channels === 4) expect(Math.abs(at(out, x, y)[3]! - 200 * full)).toBeLessThan(3 * full);
    }
  });

  it('goes on as the picture does: stripes in step, with their detail', async () => {
    const stripes = draw(90, 70, (x, y) => (y % 10 < 5 ? [30, 60, 90] : [220, 200, 180 + (x % 3)]));
    const out = await extend(stripes, { right: 0.4 });
    expect(out.width).toBe(126);
    let off = 0;
    for (let y = 0; y < 70; y++)
      for (let x = 90; x < 126; x++) if (Math.abs(at(out, x, y)[0]! - (y % 10 < 5 ? 30 : 220)) > 40) off++;
    expect(off / (36 * 70)).toBeLessThan(0.03);
    const noise = await extend(speckles(90, 80, 60), { left: 0.5 });
    const ratio = detail(noise, (x) => x < 40) / detail(noise, (x) => x > 50);
    expect(ratio).toBeGreaterThan(0.7);
    expect(ratio).toBeLessThan(1.4);
  });

  it('reaches an aspect at the two sides that need it', async () => {
    const image = speckles(60, 40, 40);
    const wide = await extend(image, { aspect: 2 });
    expect([wide.width, wide.height]).toEqual([80, 40]);
    expect(part(wide, 10, 0, image)).toEqual([...image.data]);
    const tall = await extend(image, { aspect: 1 });
    expect([tall.width, tall.height]).toEqual([60, 60]);
    expect(part(tall, 0, 10, image)).toEqual([...image.data]);
    // After a side: 60 × 60 needs 7 and 8 more for 5 : 4.
    const both = await extend(image, { top: 0.5, aspect: 1.25 });
    expect([both.width, both.height]).toEqual([75, 60]);
    expect(part(both, 7, 20, image)).toEqual([...image.data]);
  });

  it('repeats for the same seed, and is empty around a mask', async () => {
    const image = speckles(50, 40, 50);
    const first = await extend(image, { left: 0.4, seed: 3 });
    expect((await extend(image, { left: 0.4, seed: 3 })).data).toEqual(first.data);
    expect((await extend(image, { left: 0.4, seed: 4 })).data).not.toEqual(first.data);
    const mask = drawMask(50, 40, () => 255);
    const padded = await carryMask(mask, image, null, command({ left: 0.4, top: 0.5 }), idle());
    expect([padded.width, padded.height]).toEqual([70, 60]);
    for (let y = 0; y < 60; y++)
      for (let x = 0; x < 70; x++) expect(padded.data[y * 70 + x]).toBe(x >= 20 && y >= 20 ? 255 : 0);
  });

  it('refuses what no file could hold', async () => {
    const strip = draw(40_000, 1, () => [1, 2, 3]);
    await expect(extend(strip, { left: 1 })).rejects.toHaveProperty('failure.code', 'too-large');
  });

  it('goes on as the picture does and never mirrors it', async () => {
    // Teeth of a saw that rise to the right: slowly up, steeply down.
    const tooth = (x: number): number => 40 + 12 * (x % 16);
    const image = draw(96, 64, (x) => [tooth(x), tooth(x), 90]);
    for (const args of [{ right: 0.5 }, { left: 0.5 }]) {
      const out = await extend(image, args);
      const added = 'left' in args ? 0 : 96;
      let [up, down] = [0, 0];
      for (let y = 0; y < 64; y += 7)
        for (let x = added + 1; x < added + 47; x++) {
          const step = at(out, x, y)[0]! - at(out, x - 1, y)[0]!;
          if (step > 4 && step < 40) up++;
          if (step < -4 && step > -40) down++;
        }
      expect(up).toBeGreaterThan(300);
      expect(down).toBeLessThan(up / 20);
    }
  });
});
