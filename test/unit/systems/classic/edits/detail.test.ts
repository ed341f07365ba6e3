import { describe, expect, it } from 'vitest';
import type { Raster } from '../../../../../src-main/runtime/raster/raster.ts';
import { applyEdit } from '../../../../../src-main/systems/classic/edits/index.ts';
import { at, detail, differences, disc, draw, drawMask, idle, speckles } from '../pictures.ts';
import { command, more, apply } from './every.ts';

describe('detail', () => {
  it('blurs a picture that lies free beyond its sides: as if it had had room from the start', async () => {
    for (const depth of [8, 16] as const) {
      const most = depth === 16 ? 65_535 : 255;
      const make = (width: number, height: number, left: number, top: number): Raster => {
        const length = width * height * 4;
        const data = depth === 16 ? new Uint16Array(length) : new Uint8Array(length);
        // Opaque up to its own sides.
        for (let y = 0; y < 21; y++)
          for (let x = 0; x < 33; x++)
            data.set([most, (x / 33) * most, (y / 21) * most, most], ((y + top) * width + x + left) * 4);
        return { width, height, channels: 4, data };
      };
      const edit = command('blur', { amount: 0.4 });
      const grown = await applyEdit(make(33, 21, 0, 0), null, edit, { ...more, free: true }, idle());
      const [x, y] = [(grown.width - 33) / 2, (grown.height - 21) / 2];
      expect(x).toBe(y);
      expect(x).toBeGreaterThan(5);
      const roomy = await applyEdit(make(grown.width, grown.height, x, y), null, edit, more, idle());
      expect(grown.data).toEqual(roomy.data);
      for (let i = 0; i < grown.width; i++) expect(grown.data[i * 4 + 3]! / most).toBeLessThan(0.01);
      const region = drawMask(33, 21, () => 255);
      const kept = await applyEdit(make(33, 21, 0, 0), region, edit, { ...more, free: true }, idle());
      expect([kept.width, kept.height]).toEqual([33, 21]);
    }
  });

  it('blurs in light, and more with a larger amount', async () => {
    const edge = draw(100, 20, (x) => (x < 50 ? [0, 0, 0] : [255, 255, 255]));
    const out = await apply(edge, null, 'blur', { amount: 0.6 });
    // Half the light is coded as 188, not 128.
    const middle = (at(out, 49, 10)[0]! + at(out, 50, 10)[0]!) / 2;
    expect(Math.abs(middle - 186)).toBeLessThan(12);
    const image = speckles(100, 100, 60);
    const some = detail(await apply(image, null, 'blur', { amount: 0.2 }), () => true);
    const more = detail(await apply(image, null, 'blur', { amount: 0.9 }), () => true);
    expect(some).toBeLessThan(0.7 * detail(image, () => true));
    expect(more).toBeLessThan(0.5 * some);
    expect((await apply(image, null, 'blur', { amount: 0 })).data).toEqual(image.data);
  });

  it('keeps a flat colour and its alpha through a blur', async () => {
    const flat = draw(50, 40, () => [200, 90, 30, 255]);
    expect(differences(flat, await apply(flat, null, 'blur', { amount: 1 }), () => true)).toBe(0);
  });

  it('blurs the background without a halo in the subject’s colour', async () => {
    const image = draw(120, 90, (x, y) =>
      Math.hypot(x - 60, y - 45) < 20 ? [255, 0, 0] : [40, 160, (x * 37) % 90],
    );
    const out = await apply(image, disc(120, 90, 60, 45, 20), 'blur-background', { amount: 1 });
    for (let x = 84; x < 120; x++) expect(at(out, x, 45)[0]).toBeLessThan(46);
    expect(at(out, 60, 45)).toEqual([255, 0, 0]);
    expect(detail(out, (x) => x > 85)).toBeLessThan(0.3 * detail(image, (x) => x > 85) + 1);
  });

  it('pixelates into squares of their mean', async () => {
    const image = speckles(100, 100, 90);
    const mask = drawMask(100, 100, (x, y) => (x >= 20 && x < 80 && y >= 20 && y < 80 ? 255 : 0));
    const out = await apply(image, mask, 'pixelate', { amount: 0.5 });
    // 12.5 % of 60 pixels.
    expect(at(out, 20, 20)).toEqual(at(out, 27, 27));
    const squares = new Set(Array.from({ length: 60 }, (_, x) => at(out, 20 + x, 20)[0]));
    expect(squares.size).toBeGreaterThan(3);
    expect(squares.size).toBeLessThanOrEqual(8);
    expect(Math.abs(at(out, 50, 50)[0]! - 136)).toBeLessThan(20);
  });

  it('sharpens edges without colour shifts or wild rims', async () => {
    const image = draw(60, 20, (x) => {
      const v = Math.min(200, Math.max(80, 80 + (x - 28) * 25));
      return [v, v - 20, v - 40];
    });
    const out = await apply(image, null, 'sharpen', { amount: 1 });
    expect(detail(out, () => true)).toBeGreaterThan(1.3 * detail(image, () => true));
    for (let x = 0; x < 60; x++) {
      const [r, g, b] = at(out, x, 10);
      expect(Math.abs(r! - g! - 20)).toBeLessThan(2);
      expect(Math.abs(r! - b! - 40)).toBeLessThan(2);
      expect(r).toBeLessThanOrEqual(200 + 27);
    }
    expect(at(out, 5, 10)).toEqual(at(image, 5, 10));
  });

  it('removes noise and keeps edges', async () => {
    const noise = speckles(80, 60, 12);
    const image = draw(80, 60, (x, y) => {
      const n = noise.data[(y * 80 + x) * 3]! - 128;
      return x < 40 ? [60 + n, 70 + n, 80 + n] : [200 + n, 190 + n, 180 + n];
    });
    const out = await apply(image, null, 'denoise', { amount: 0.7 });
    expect(detail(out, (x) => x < 36)).toBeLessThan(0.4 * detail(image, (x) => x < 36));
    let [left, right] = [0, 0];
    for (let y = 0; y < 60; y++) {
      left += at(out, 38, y)[0]! / 60;
      right += at(out, 41, y)[0]! / 60;
    }
    expect(right - left).toBeGreaterThan(115);
  });

  it('denoises tall pictures without bands', async () => {
    const image = draw(8, 900, (x, y) => [100 + (y % 3), 100, 100 + x]);
    const tall = await apply(image, null, 'denoise', { amount: 0.5 });
    const top = await apply(
      { ...image, height: 500, data: image.data.slice(0, 8 * 500 * 3) },
      null,
      'denoise',
      {
        amount: 0.5,
      },
    );
    expect(tall.data.slice(0, 8 * 480 * 3)).toEqual(top.data.slice(0, 8 * 480 * 3));
  });
});
