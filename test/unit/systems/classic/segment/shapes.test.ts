import { describe, expect, test } from 'vitest';
import { blankMask } from '../../../../../src-main/runtime/raster/raster.ts';
import { prepareSegmentation, segmentRegion } from '../../../../../src-main/systems/classic/segment/index.ts';
import { drawPolygon, drawStroke } from '../../../../../src-main/systems/classic/segment/shapes.ts';
import { plain, scene, work } from './scenes.ts';

const areaOf = (data: Uint8Array): number => data.reduce((sum, v) => sum + v, 0) / 255;

describe('polygons', () => {
  test('cover exactly what they enclose, with antialiased edges', async () => {
    const mask = await drawPolygon([[0.1, 0.1], [0.725, 0.1], [0.725, 0.5], [0.1, 0.5]], 40, 20, work()); // prettier-ignore
    for (let y = 0; y < 20; y++) {
      for (let x = 0; x < 40; x++) {
        const want = x >= 4 && x < 29 && y >= 2 && y < 10 ? 255 : 0;
        expect(mask.data[y * 40 + x]).toBe(want);
      }
    }
    const triangle = await drawPolygon([[0, 0], [1, 0], [0, 1]], 64, 64, work()); // prettier-ignore
    expect(areaOf(triangle.data)).toBeCloseTo(2048, -1);
    expect(triangle.data.some((v) => v > 60 && v < 200)).toBe(true);
  });

  test('that cross themselves have no holes', async () => {
    // a pentagram: its middle is wound around twice
    const star = [0, 2, 4, 1, 3].map((k) => {
      const a = (k * 2 * Math.PI) / 5;
      return [0.5 + 0.45 * Math.sin(a), 0.5 - 0.45 * Math.cos(a)] as const;
    });
    const mask = await drawPolygon(star, 60, 60, work());
    expect(mask.data[30 * 60 + 30]).toBe(255);
  });
});

describe('strokes', () => {
  test('are round, and as wide as the radius says of the longer side', async () => {
    const dot = await drawStroke([[0.5, 0.5]], 0.1, 200, 100, work());
    expect(areaOf(dot.data)).toBeGreaterThan(Math.PI * 400 * 0.99);
    expect(areaOf(dot.data)).toBeLessThan(Math.PI * 400 * 1.01);
    const line = await drawStroke([[0.25, 0.5], [0.75, 0.5]], 0.05, 200, 100, work()); // prettier-ignore
    expect(areaOf(line.data) / (100 * 20 + Math.PI * 100)).toBeCloseTo(1, 2);
    expect(line.data[50 * 200 + 41]).toBe(255);
    expect(line.data[50 * 200 + 38]).toBe(0);
  });

  test('of thousands of points keep their ends', async () => {
    const points = Array.from({ length: 5000 }, (_, i) => [i / 4999, 0.5] as const);
    const mask = await drawStroke(points, 0.02, 300, 50, work());
    for (let x = 0; x < 300; x++) expect(mask.data[25 * 300 + x]).toBe(255);
  });
});

describe('exact parts', () => {
  const photo = scene(80, 60, plain(120, 120, 120, 40), []).image;
  const square = (x1: number, y1: number, x2: number, y2: number, sign: '+' | '-') =>
    ({ kind: 'polygon', sign, points: [[x1, y1], [x2, y1], [x2, y2], [x1, y2]] }) as { kind: 'polygon'; sign: '+' | '-'; points: [number, number][] }; // prettier-ignore

  test('add and erase in their order', async () => {
    const prepared = await prepareSegmentation(photo, work());
    const big = square(0.25, 0.25, 0.75, 0.75, '+');
    const small = square(0.5, 0.5, 0.75, 0.75, '-');
    const first = await segmentRegion(photo, prepared, [big, small], false, work());
    expect(areaOf(first.data)).toBe(40 * 30 - 20 * 15);
    const second = await segmentRegion(photo, prepared, [small, big], false, work());
    expect(areaOf(second.data)).toBe(40 * 30);
    const inverted = await segmentRegion(photo, prepared, [big], true, work());
    expect(areaOf(inverted.data)).toBe(80 * 60 - 40 * 30);
  });

  test('keep a part of the bounds of what was there before', async () => {
    const prepared = await prepareSegmentation(photo, work());
    const big = square(0.25, 0.25, 0.75, 0.75, '+');
    const left = { kind: 'within', x1: 0, y1: 0, x2: 0.5, y2: 1, sign: '&' } as const;
    const half = await segmentRegion(photo, prepared, [big, left], false, work());
    for (let y = 0; y < 60; y++)
      for (let x = 0; x < 80; x++)
        expect(half.data[y * 80 + x]).toBe(x >= 20 && x < 40 && y >= 15 && y < 45 ? 255 : 0);
    const ofAll = await segmentRegion(photo, prepared, [left], false, work());
    expect(areaOf(ofAll.data)).toBe(40 * 60);
  });

  test('take masks of the photo’s size as they are, others not', async () => {
    const prepared = await prepareSegmentation(photo, work());
    const mask = blankMask(80, 60);
    mask.data.forEach((_, i) => (mask.data[i] = (i * 7) % 256));
    const taken = await segmentRegion(photo, prepared, [{ kind: 'mask', mask, sign: '+' }], false, work());
    expect(taken.data).toEqual(mask.data);
    expect(taken.data).not.toBe(mask.data);
    const other = { kind: 'mask', mask: blankMask(60, 80), sign: '+' } as const;
    await expect(segmentRegion(photo, prepared, [other], false, work())).rejects.toThrow('80 × 60');
  });
});

describe('a soft brush', () => {
  const W = 160;
  const H = 90;
  /** What one dab would leave at a distance from its middle, by the contract's words. */
  const expected = (d: number, r: number, hardness: number): number => {
    if (d >= r) return 0;
    const t = (d - r * hardness) / (r - r * hardness);
    return t <= 0 ? 255 : 255 * (0.5 + 0.5 * Math.cos(Math.PI * t));
  };
  test('is full in its hard part and fades to nothing at its edge', async () => {
    const mask = await drawStroke([[0.5, 0.5]], 30 / W, W, H, work(), { hardness: 0.4 });
    for (let x = 0; x < W; x++) {
      const d = Math.hypot(x + 0.5 - 80, 0.5);
      if (Math.abs(d - 12) < 1 || Math.abs(d - 30) < 1) continue; // where the edge is antialiased
      expect(Math.abs(mask.data[45 * W + x]! - expected(d, 30, 0.4))).toBeLessThan(2);
    }
  });
  test('is as wide as it was pressed, point by point', async () => {
    const points = Array.from({ length: 60 }, (_, i): [number, number] => [0.1 + (0.8 * i) / 59, 0.5]);
    const pressures = points.map((_, i) => 0.2 + (0.8 * i) / 59);
    const mask = await drawStroke(points, 24 / W, W, H, work(), { pressures });
    const tall = (x: number) => {
      let count = 0;
      for (let y = 0; y < H; y++) if (mask.data[y * W + x]! > 127) count++;
      return count;
    };
    for (const x of [30, 60, 90, 120]) {
      const pressure = 0.2 + (0.8 * (x + 0.5 - 16)) / 128;
      expect(Math.abs(tall(x) - 2 * 24 * pressure)).toBeLessThan(2.5);
    }
  });
  test('does not build up where it crosses itself', async () => {
    const once = await drawStroke([[0.2, 0.5], [0.8, 0.5]], 0.1, W, H, work(), { hardness: 0 }); // prettier-ignore
    const twice = await drawStroke([[0.2, 0.5], [0.8, 0.5], [0.2, 0.5]], 0.1, W, H, work(), { hardness: 0 }); // prettier-ignore
    expect(twice.data).toEqual(once.data);
  });
});
