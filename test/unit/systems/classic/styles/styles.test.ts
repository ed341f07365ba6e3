import { describe, expect, it } from 'vitest';
import type { Raster } from '../../../../../src-main/runtime/raster/raster.ts';
import { inked } from '../../../../../src-main/systems/classic/styles/lines.ts';
import { apply, doubled, halved, oklab, photo, rms } from '../edits/apply.ts';
import { at, detail, draw, drawMask, speckles } from '../pictures.ts';

const names = ['sketch', 'watercolour', 'oil', 'comic', 'smooth', 'detail'] as const;
const style = (image: Raster, name: string, amount = 0.5, seed = 1): Promise<Raster> =>
  apply(image, null, 'stylise', { style: name, amount }, seed);

/** Wide enough to count as a large picture, and no panorama. */
async function eyes(): Promise<Raster> {
  const large = doubled(await photo('chelsea'));
  const [width, height] = [720, 360];
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const start = ((y + 120) * large.width + 90) * 3;
    data.set(large.data.subarray(start, start + width * 3), y * width * 3);
  }
  return { width, height, channels: 3, data };
}

describe('every style', () => {
  it('changes a photo, repeats for a seed, fades in from nothing', async () => {
    const coffee = halved(await photo('coffee'));
    for (const name of names) {
      const out = await style(coffee, name);
      expect(rms(out, coffee), name).toBeGreaterThan(4);
      expect((await style(coffee, name)).data, name).toEqual(out.data);
      expect((await style(coffee, name, 0)).data, name).toEqual(coffee.data);
      const faint = rms(await style(coffee, name, 0.05), coffee);
      expect(faint, name).toBeGreaterThan(0);
      expect(faint, name).toBeLessThan(0.5 * rms(out, coffee));
    }
  });

  it('draws anew with another seed where a hand would', async () => {
    const chelsea = await photo('chelsea');
    for (const name of ['sketch', 'watercolour', 'oil'] as const)
      expect(
        rms(await style(chelsea, name, 0.5, 1), await style(chelsea, name, 0.5, 2)),
        name,
      ).toBeGreaterThan(1);
  });

  it('looks alike on a large and a small picture', async () => {
    const small = await eyes();
    const large = doubled(small);
    for (const name of names) {
      const [a, b] = [await style(small, name), halved(await style(large, name))];
      // A sketch is strokes: they are compared as tones.
      const [tonesA, tonesB] = [halved(halved(halved(a))), halved(halved(halved(b)))];
      expect(rms(tonesA, tonesB), name).toBeLessThan(name === 'sketch' ? 16 : 9);
    }
  });

  it('treats each part of a panorama as it would a photo of it', async () => {
    const single = await eyes();
    const row = single.width * 3;
    const wide = { ...single, width: row, data: new Uint8Array(3 * single.data.length) };
    for (let y = 0; y < single.height; y++)
      for (let k = 0; k < 3; k++)
        wide.data.set(single.data.subarray(y * row, (y + 1) * row), (3 * y + k) * row);
    for (const name of ['sketch', 'comic'] as const) {
      const [alone, all] = [await style(single, name), await style(wide, name)];
      const part = { ...single, data: new Uint8Array(single.data.length) };
      for (let y = 0; y < single.height; y++)
        part.data.set(all.data.subarray((3 * y + 1) * row, (3 * y + 2) * row), y * row);
      const [a, b] = [halved(halved(halved(alone))), halved(halved(halved(part)))];
      expect(rms(a, b), name).toBeLessThan(name === 'sketch' ? 16 : 9);
    }
  });

  it('keeps to the region, and deep pictures deep', async () => {
    const deep = draw(
      70,
      50,
      (x, y) => [20_000 + 400 * x, 50_000 - 500 * y, 9000 + 300 * (x + y), 65_535],
      16,
    );
    const mask = drawMask(70, 50, (x) => (x < 30 ? 255 : x < 34 ? 100 : 0));
    for (const name of names) {
      const out = await apply(deep, mask, 'stylise', { style: name, amount: 1 });
      for (let x = 34; x < 70; x++) expect(at(out, x, 25), name).toEqual(at(deep, x, 25));
      expect(out.data).toBeInstanceOf(Uint16Array);
      expect(at(out, 3, 3)[3]).toBe(65_535);
    }
  });
});

describe('sketch', () => {
  it('is grey on white paper, with lines where edges are', async () => {
    const scene = draw(200, 150, (x, y) =>
      Math.hypot(x - 100, y - 75) < 40 ? [180, 140, 60] : [250, 250, 250],
    );
    const out = await style(scene, 'sketch');
    for (let x = 0; x < 200; x += 9) {
      const [r, , b] = at(out, x, 75);
      expect(r! - b!).toBeLessThan(8);
    }
    expect(at(out, 10, 10)[1]).toBeGreaterThan(235);
    expect(at(out, 199, 149)[1]).toBeGreaterThan(235);
    const rim = Math.min(...Array.from({ length: 9 }, (_, k) => at(out, 56 + k, 75)[1]!));
    expect(rim).toBeLessThan(120);
  });
});

describe('comic', () => {
  it('prints a slow change of tone in few steps', async () => {
    const slope = draw(300, 60, (x) => [40 + x * 0.6, 50 + x * 0.6, 60 + x * 0.6]);
    const out = await style(slope, 'comic');
    // Most places lie on a level, where hardly anything changes.
    let level = 0;
    for (let x = 20; x < 280; x++)
      if (Math.abs(oklab(at(out, x + 3, 30))[0] - oklab(at(out, x - 3, 30))[0]) < 0.012) level++;
    let before = 0;
    for (let x = 20; x < 280; x++)
      if (Math.abs(oklab(at(slope, x + 3, 30))[0] - oklab(at(slope, x - 3, 30))[0]) < 0.012) before++;
    expect(level).toBeGreaterThan(130);
    expect(level).toBeGreaterThan(1.5 * before);
  });

  it('inks from a threshold on', () => {
    expect(inked(0.03, 0.03)).toBe(0);
    expect(inked(0.09, 0.03)).toBeGreaterThan(0.95);
  });
});

describe('oil and watercolour', () => {
  it('flatten texture and keep the edge between two fields', async () => {
    const noise = speckles(240, 160, 25);
    const scene = draw(240, 160, (x, y) => {
      const n = noise.data[(y * 240 + x) * 3]! - 128;
      return x < 120 ? [90 + n, 60 + n, 50 + n] : [200 + n, 180 + n, 120 + n];
    });
    for (const name of ['oil', 'watercolour'] as const) {
      const out = await style(scene, name);
      const inside = (x: number, y: number): boolean => (x < 110 || x > 130) && y > 10 && y < 150;
      expect(detail(out, inside), name).toBeLessThan(0.45 * detail(scene, inside));
      let [left, right] = [0, 0];
      for (let y = 0; y < 160; y++) {
        left += at(out, 112, y)[0]! / 160;
        right += at(out, 127, y)[0]! / 160;
      }
      expect(right - left, name).toBeGreaterThan(70);
    }
  });
});

describe('smooth and detail', () => {
  const noise = speckles(160, 100, 9);
  const scene = draw(160, 100, (x, y) => {
    const v = (x < 80 ? 80 : 180) + noise.data[(y * 160 + x) * 3]! - 128;
    return [v, v, v];
  });
  const left = (x: number): boolean => x > 5 && x < 75;

  it('take faint texture away or raise it', async () => {
    expect(detail(await style(scene, 'smooth'), left)).toBeLessThan(0.3 * detail(scene, left));
    expect(detail(await style(scene, 'detail'), left)).toBeGreaterThan(1.5 * detail(scene, left));
  });

  it('keep the edge', async () => {
    const out = await style(scene, 'smooth');
    let step = 0;
    for (let y = 0; y < 100; y++) step += (at(out, 83, y)[0]! - at(out, 77, y)[0]!) / 100;
    expect(step).toBeGreaterThan(80);
  });
});
