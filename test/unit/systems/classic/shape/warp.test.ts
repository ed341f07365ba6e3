import { describe, expect, it } from 'vitest';
import { makeWork } from '../../../../../src-main/runtime/work.ts';
import {
  chain,
  cornersOf,
  fromUnitSquare,
  inverse,
  project,
  shift,
  stretch,
  turn,
  type Point,
} from '../../../../../src-main/systems/classic/shape/projective.ts';
import { scaleRaster } from '../../../../../src-main/systems/classic/shape/scale.ts';
import { warpMask, warpRaster } from '../../../../../src-main/systems/classic/shape/warp.ts';
import { at, disc, draw, drawMask, idle, speckles } from '../pictures.ts';

const whole = ({ width, height }: { width: number; height: number }) => ({
  x1: 0,
  y1: 0,
  x2: width,
  y2: height,
});
/** A smooth picture as a formula, so that any resampling of it has a truth. */
const waves = (x: number, y: number): number => 128 + 60 * Math.sin(x / 5) + 50 * Math.cos(y / 7 + x / 11);

describe('maps', () => {
  it('invert, chain in order, and take the square to any corners', () => {
    const corners: [Point, Point, Point, Point] = [
      [3, 2],
      [40, 7],
      [35, 30],
      [-2, 21],
    ];
    const map = fromUnitSquare(corners);
    cornersOf({ x1: 0, y1: 0, x2: 1, y2: 1 }).forEach((p, k) => {
      const [x, y] = project(map, p);
      expect([x, y].map((v) => Math.round(v * 1e6) / 1e6)).toEqual(corners[k]);
    });
    const [x, y] = project(inverse(map), project(map, [0.3, 0.8]));
    expect(Math.hypot(x - 0.3, y - 0.8)).toBeLessThan(1e-9);
    expect(project(chain(shift(1, 0), turn(90), stretch(2, 3)), [0, 0])).toEqual([0, 3]);
  });
});

describe('warping', () => {
  it('copies values when it shifts by whole pixels, in both depths, with and without alpha', async () => {
    for (const depth of [8, 16] as const)
      for (const channels of [3, 4]) {
        const most = depth === 16 ? 65_535 : 255;
        const noise = speckles(41, 37, 127, 3);
        const image = draw(
          41,
          37,
          (x, y) => {
            const v = (noise.data[(y * 41 + x) * 3]! / 255) * most;
            return channels === 4
              ? [v, most - v, v / 3, x < 20 ? most : Math.max(1, v)]
              : [v, most - v, v / 3];
          },
          depth,
        );
        const out = await warpRaster(image, shift(3, -2), { x1: 5, y1: 6, x2: 30, y2: 25 }, idle());
        for (let y = 6; y < 25; y++)
          for (let x = 5; x < 30; x++) {
            const before = at(image, x + 3, y - 2);
            const after = at(out, x - 5, y - 6);
            if (channels === 3) expect(after).toEqual([...before, most]);
            else for (let c = 0; c < 4; c++) expect(Math.abs(after[c]! - before[c]!)).toBeLessThanOrEqual(1);
          }
      }
  });

  it('follows a smooth picture to a fraction of a grey level under turns, stretches and perspective', async () => {
    const image = draw(90, 80, (x, y) => {
      const v = waves(x + 0.5, y + 0.5);
      return [v + 0.5, v + 0.5, v + 0.5];
    });
    const maps = [
      chain(shift(-45, -40), turn(17), shift(45, 40)),
      chain(shift(-45, -40), turn(-61), stretch(1.7, 0.8), shift(45, 40)),
      inverse([1.1, 0.1, -4, -0.05, 1.05, 2, 0.002, -0.001, 1]),
    ];
    for (const map of maps) {
      const out = await warpRaster(image, inverse(map), whole(image), idle());
      let [squares, n] = [0, 0];
      for (let y = 0; y < 80; y++)
        for (let x = 0; x < 90; x++) {
          const [u, v] = project(inverse(map), [x + 0.5, y + 0.5]);
          if (u < 6 || v < 6 || u > 84 || v > 74) continue;
          n++;
          squares += (at(out, x, y)[0]! - waves(u, v)) ** 2;
        }
      expect(n).toBeGreaterThan(1000);
      expect(Math.sqrt(squares / n)).toBeLessThan(0.6);
    }
  });

  it('averages light when it shrinks, and lets no stripes through that are too fine', async () => {
    const chequered = draw(128, 128, (x, y) => ((x + y) % 2 ? [255, 255, 255] : [0, 0, 0]));
    const out = await warpRaster(chequered, stretch(4, 4), { x1: 0, y1: 0, x2: 32, y2: 32 }, idle());
    // Half of the light is coded as 188.
    for (let k = 4; k < 28; k++) expect(Math.abs(at(out, k, k)[0]! - 188)).toBeLessThanOrEqual(1);
    const stripes = draw(240, 60, (x) => (x % 3 ? [40, 40, 40] : [220, 220, 220]));
    const fine = await warpRaster(stripes, stretch(5, 5), { x1: 0, y1: 0, x2: 48, y2: 12 }, idle());
    const values = Array.from({ length: 36 }, (_, k) => at(fine, k + 6, 6)[0]!);
    expect(Math.max(...values) - Math.min(...values)).toBeLessThanOrEqual(3);
  });

  it('keeps hidden colours hidden, and solid things solid up to their edge', async () => {
    const image = draw(60, 60, (x) => (x < 30 ? [200, 100, 50, 255] : [0, 255, 0, 0]));
    const out = await warpRaster(image, turn(-9), whole(image), idle());
    for (let i = 0; i < out.data.length; i += 4) {
      if (out.data[i + 3]! < 8) continue;
      expect(Math.abs(out.data[i]! - 200)).toBeLessThanOrEqual(2);
      expect(Math.abs(out.data[i + 1]! - 100)).toBeLessThanOrEqual(2);
    }
    // Two pixels from the edge nothing has become thin.
    let solid = 0;
    for (let y = 0; y < 60; y++)
      for (let x = 0; x < 60; x++) {
        const [u, v] = project(turn(-9), [x + 0.5, y + 0.5]);
        if (u < 2 || v < 2 || u > 27 || v > 58) continue;
        solid++;
        expect(at(out, x, y)[3]).toBe(255);
      }
    expect(solid).toBeGreaterThan(1000);
  });

  it('carries a mask with its soft edge', async () => {
    const soft = drawMask(80, 80, (x, y) =>
      Math.max(0, Math.min(255, 128 + 60 * (20 - Math.hypot(x - 40, y - 40)))),
    );
    const map = chain(shift(-40.5, -40.5), stretch(0.5, 0.5), turn(30), shift(20.5, 20.5));
    const out = await warpMask(soft, inverse(map), { x1: 0, y1: 0, x2: 41, y2: 41 }, idle());
    const area = (data: Uint8Array): number => data.reduce((sum, v) => sum + v / 255, 0);
    expect(Math.abs(area(out.data) / (area(soft.data) / 4) - 1)).toBeLessThan(0.01);
    expect(out.data[20 * 41 + 20]).toBe(255);
    expect(out.data[0]).toBe(0);
    const hard = disc(80, 80, 40, 40, 20);
    expect((await warpMask(hard, shift(0, 0), whole(hard), idle())).data).toEqual(hard.data);
  });

  it('stops, and makes nothing of what lies beyond a horizon', async () => {
    const image = speckles(50, 50, 80);
    const stopped = makeWork(AbortSignal.abort());
    await expect(warpRaster(image, turn(3), whole(image), stopped)).rejects.toHaveProperty(
      'name',
      'AbortError',
    );
    const folded = await warpRaster(image, [1, 0, 0, 0, 1, 0, 0, -0.05, 1], whole(image), idle());
    for (let x = 0; x < 50; x++) expect(at(folded, x, 45)).toEqual([0, 0, 0, 0]);
  });
});

describe('scaling', () => {
  it('enlarges nearer to the truth than cubic interpolation does, and makes no rings', async () => {
    // Shapes with hard edges, drawn 4 × as fine and averaged: a small picture and the truth of its double.
    const fine = (x: number, y: number): number =>
      Math.hypot(x - 130, y - 120) < 70 || (x + 2 * y) % 90 < 30 ? 210 : 40;
    const mean = (size: number, x: number, y: number): number => {
      let sum = 0;
      for (let v = 0; v < size; v++) for (let u = 0; u < size; u++) sum += fine(x * size + u, y * size + v);
      return sum / size ** 2 + 0.5;
    };
    const small = draw(64, 64, (x, y) => Array<number>(3).fill(mean(4, x, y)));
    const truth = draw(128, 128, (x, y) => Array<number>(3).fill(mean(2, x, y)));
    const ours = await scaleRaster(small, { width: 128, height: 128 }, idle());
    let [error, cubicError] = [0, 0];
    for (let y = 8; y < 120; y++)
      for (let x = 8; x < 120; x++) {
        error += (at(ours, x, y)[0]! - at(truth, x, y)[0]!) ** 2;
        cubicError += (catmullRom(small, x / 2 - 0.25, y / 2 - 0.25) - at(truth, x, y)[0]!) ** 2;
      }
    expect(error).toBeLessThan(0.85 * cubicError);
    expect(ours.data.every((v) => v >= 40 && v <= 210)).toBe(true);
  });

  it('gives the size that was asked for, in 16 bits, with alpha', async () => {
    const deep = draw(33, 21, () => [30_000, 20_000, 10_000, 40_000], 16);
    for (const size of [
      { width: 70, height: 50 },
      { width: 9, height: 5 },
      { width: 60, height: 7 },
      { width: 33, height: 21 },
    ]) {
      const out = await scaleRaster(deep, size, idle());
      expect([out.width, out.height, out.data.constructor]).toEqual([size.width, size.height, Uint16Array]);
      at(out, size.width >> 1, size.height >> 1).forEach((v, c) =>
        expect(Math.abs(v - [30_000, 20_000, 10_000, 40_000][c]!)).toBeLessThan(40),
      );
    }
  });

  it('does the same as the warp when it shrinks', async () => {
    const image = draw(97, 61, (x, y) => [waves(x, y), 255 - waves(x, y), (x * 5 + y * 3) % 256]);
    const scaled = await scaleRaster(image, { width: 31, height: 20 }, idle());
    const warped = await warpRaster(
      image,
      stretch(97 / 31, 61 / 20),
      { x1: 0, y1: 0, x2: 31, y2: 20 },
      idle(),
      { opaque: true },
    );
    for (let y = 5; y < 15; y++)
      for (let x = 5; x < 26; x++)
        at(scaled, x, y).forEach((v, c) => expect(Math.abs(v - at(warped, x, y)[c]!)).toBeLessThanOrEqual(1));
  });
});

function catmullRom(image: ReturnType<typeof draw>, x: number, y: number): number {
  const weight = (d: number): number => {
    const a = Math.abs(d);
    return a < 1 ? 1.5 * a ** 3 - 2.5 * a ** 2 + 1 : a < 2 ? -0.5 * a ** 3 + 2.5 * a ** 2 - 4 * a + 2 : 0;
  };
  let sum = 0;
  for (let v = Math.floor(y) - 1; v <= Math.floor(y) + 2; v++)
    for (let u = Math.floor(x) - 1; u <= Math.floor(x) + 2; u++)
      sum += weight(x - u) * weight(y - v) * at(image, u, v)[0]!;
  return sum;
}
