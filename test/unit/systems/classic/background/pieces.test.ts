import { describe, expect, it } from 'vitest';
import { blurByRow } from '../../../../../src-main/systems/classic/background/depth.ts';
import { dither } from '../../../../../src-main/systems/classic/background/dither.ts';
import {
  blankCells,
  pullPush,
  sampler,
} from '../../../../../src-main/systems/classic/background/pull-push.ts';
import { radianceFactor } from '../../../../../src-main/systems/classic/background/radiance.ts';
import { drawMask, idle } from '../pictures.ts';

describe('how far out of focus a row is', () => {
  const standing = drawMask(90, 101, (x, y) => (x > 40 && x < 50 && y >= 30 && y < 80 ? 255 : 0));

  it('grows in proportion to the distance from the foot line, up to the horizon', () => {
    const rows = blurByRow(standing, 1);
    expect(rows[79]).toBe(0);
    expect(rows[5]).toBe(1);
    // Linear in rows between: on flat ground.
    expect(rows[60]! - rows[65]!).toBeCloseTo(rows[65]! - rows[70]!, 5);
    expect(rows[60]).toBeGreaterThan(rows[70]! + 0.1);
    // What lies nearer than the subject is out of focus too.
    expect(rows[100]).toBeGreaterThan(rows[85]!);
  });

  it('is the same everywhere without falloff, and where no feet are seen', () => {
    const everywhere = new Float32Array(101).fill(1);
    expect(blurByRow(standing, 0)).toEqual(everywhere);
    const bust = drawMask(90, 101, (x, y) => (x > 40 && x < 50 && y >= 30 ? 255 : 0));
    expect(blurByRow(bust)).toEqual(everywhere);
    expect(blurByRow(drawMask(9, 101, () => 0))).toEqual(everywhere);
    expect(blurByRow(bust, 1)[100]).toBeLessThan(0.9);
    expect(blurByRow(standing)[79]).toBeCloseTo(0.5, 5);
  });
});

describe('the brightness of the scene', () => {
  it('is higher where a lamp was cut off, and only there', () => {
    const factor = radianceFactor(0.5);
    expect(factor(1, 0.02)).toBeCloseTo(16, 1);
    expect(radianceFactor(1)(1, 0.02)).toBeCloseTo(256, 0);
    expect(factor(1, 0.95)).toBe(1); // a white wall
    expect(factor(0.5, 0.02)).toBe(1); // not near clipping
    expect(radianceFactor(0)(1, 0.02)).toBe(1);
    expect(factor(0.8, 0.02)).toBeLessThan(factor(0.9, 0.02));
  });
});

describe('a filling', () => {
  it.each([
    [16, 16],
    [23, 9],
    [1, 7],
  ])('continues what lies around (%d × %d)', async (width, height) => {
    const cells = blankCells(width, height, 2);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        if (Math.hypot(x - width / 2, y - height / 2) < 3) continue;
        cells.data.set([x < width / 2 ? 10 : 20, 7, 1], (y * width + x) * 3);
      }
    const before = cells.data.slice();
    await pullPush(cells, idle());
    const read = sampler(cells, 1);
    const out = new Float64Array(2);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        read(x, y, out);
        const known = before[(y * width + x) * 3 + 2];
        if (known) expect(out[0]).toBeCloseTo(before[(y * width + x) * 3]!, 4);
        expect(out[0]).toBeGreaterThanOrEqual(9.999);
        expect(out[0]).toBeLessThanOrEqual(20.001);
        expect(out[1]).toBeCloseTo(7, 4);
      }
  });

  it('is nothing where nothing is known', async () => {
    const cells = await pullPush(blankCells(5, 3, 1), idle());
    expect([...cells.data.filter((_, i) => i % 2 === 0)]).toEqual(new Array(15).fill(0));
  });
});

describe('the noise before rounding', () => {
  it('is small, even and the same for the same pixel', () => {
    let sum = 0;
    for (let y = 0; y < 64; y++)
      for (let x = 0; x < 64; x++) {
        const value = dither(x, y, 1);
        expect(Math.abs(value)).toBeLessThan(0.5);
        expect(dither(x, y, 1)).toBe(value);
        sum += value;
      }
    expect(Math.abs(sum / 4096)).toBeLessThan(0.01);
    // Values of one row are spread as they should be: a quarter of them in each quarter.
    const row = Array.from({ length: 400 }, (_, x) => dither(x, 9, 0));
    for (let k = 0; k < 4; k++) {
      const share = row.filter((v) => v >= -0.5 + k / 4 && v < -0.25 + k / 4).length / 400;
      expect(Math.abs(share - 0.25)).toBeLessThan(0.05);
    }
  });
});
