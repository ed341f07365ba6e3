import { describe, expect, it } from 'vitest';
import type { Raster } from '../../../../../src-main/runtime/raster/raster.ts';
import { findCurves, type Curve } from '../../../../../src-main/systems/classic/remove/curves.ts';
import { findEntries } from '../../../../../src-main/systems/classic/remove/entries.ts';
import { makeField } from '../../../../../src-main/systems/classic/remove/field.ts';
import { besideLines, guideOf, strayCost } from '../../../../../src-main/systems/classic/remove/guide.ts';
import { places } from '../../../../../src-main/systems/classic/remove/hole.ts';
import { removeRegion } from '../../../../../src-main/systems/classic/remove/index.ts';
import { finestLevel, halve } from '../../../../../src-main/systems/classic/remove/pyramid.ts';
import { at, disc, draw, idle, speckles } from '../pictures.ts';

/** A picture with a round hole, and the lines that were found to cross it. */
async function crossed(image: Raster, [cx, cy, radius]: [number, number, number]) {
  const { width, height } = image;
  const pixels = disc(width, height, cx, cy, radius).data.map((v) => (v ? places.hole : places.free));
  const level = await finestLevel(image, { x1: 0, y1: 0, x2: width, y2: height }, pixels, idle());
  const { holes } = await makeField(level, idle());
  const entries = await findEntries(level, holes, idle());
  return { level, holes, entries, curves: await findCurves(level, entries, idle()) };
}

const ground = speckles(193, 171, 25);
/** A bright pole of 5 pixels on a rough ground, from the top left to the bottom right. */
const slope = 0.6;
const offPole = (x: number, y: number): number => (y - 85 - slope * (x - 95)) / Math.hypot(1, slope);
const pole = draw(193, 171, (x, y) => {
  const v = at(ground, x, y)[0]! - 40;
  return Math.abs(offPole(x, y)) <= 2.5 ? [230, 225, 200] : [v, v, v];
});

/** How far both ends of a curve are from a line, given by each point's distance. */
const farthest = ({ from, to }: Curve, off: (x: number, y: number) => number): number =>
  Math.max(Math.abs(off(from.x, from.y)), Math.abs(off(to.x, to.y)));

describe('lines that cross the hole', () => {
  it('are found by their sides, where they are', async () => {
    const { curves } = await crossed(pole, [95, 85, 30]);
    expect(curves).toHaveLength(2);
    for (const side of [-2.5, 2.5])
      expect(Math.min(...curves.map((c) => farthest(c, (x, y) => offPole(x, y) - side)))).toBeLessThan(1);
  });

  it('are joined with themselves among many like them, and not where colours differ', async () => {
    // Stripes of 9 pixels; the right half is two stripes of other colours lower down.
    const stripes = draw(181, 163, (x, y) => {
      const v = Math.floor((y + 0.2 * x) / 9) % 2 ? 200 : 60;
      return [v, v, y > 100 && x > 90 ? 255 - v : v];
    });
    const { curves } = await crossed(stripes, [90, 80, 25]);
    expect(curves.length).toBeGreaterThan(3);
    for (const { from, to } of curves) {
      expect(Math.abs(from.y + 0.2 * from.x - to.y - 0.2 * to.x)).toBeLessThan(2);
      const right = from.x > to.x ? from : to;
      expect(right.y).toBeLessThan(102);
    }
  });

  it('are not seen in textures without any', async () => {
    for (const contrast of [25, 90]) {
      const { curves } = await crossed(speckles(161, 143, contrast), [80, 70, 28]);
      expect(curves).toEqual([]);
    }
  });

  it('go on to the border that the hole reaches', async () => {
    const horizon = draw(151, 121, (_, y) => (y < 60 ? [120, 170, 220] : [90, 80, 60]));
    const { curves } = await crossed(horizon, [151, 58, 30]);
    expect(curves).toHaveLength(1);
    expect(curves[0]!.open).toBe(true);
    expect(curves[0]!.to.x).toBeGreaterThan(149);
    expect(farthest(curves[0]!, (_, y) => y - 59.5)).toBeLessThan(1.5);
  });
});

describe('a guide', () => {
  it('makes dear what differs from the line beside it, and nothing further off', async () => {
    const { level, holes, curves } = await crossed(pole, [95, 85, 30]);
    const guide = guideOf(level, holes, curves, 1)!;
    const [white, dark] = [15 * 193 + 3, 5 * 193 + 150]; // any pixels that are known
    level.features.set([230, 225, 200, 0], 4 * white);
    level.features.set([88, 88, 88, 0], 4 * dark);
    let onPole = 0;
    holes.forEach((p, k) => {
      const off = Math.abs(offPole(p % 193, Math.floor(p / 193)));
      const [good, bad] = [white, dark].map((pixel) => strayCost(guide, level.features, k, pixel));
      if (off < 1.2 && bad! > good! + 5) onPole++;
      if (off < 1.2) expect(good).toBeLessThan(3);
      if (off > 9) expect([good, bad]).toEqual([0, 0]);
    });
    expect(onPole).toBeGreaterThan(100);
  });

  it('leads to sources along the line, at coarser levels too', async () => {
    const { level, curves } = await crossed(pole, [95, 85, 30]);
    const half = await halve(level, idle());
    const { holes } = await makeField(half, idle());
    const guide = guideOf(half, holes, curves, 2)!;
    let seen = 0;
    for (const n of [0, 3])
      besideLines(guide, half, holes, n).forEach((source, k) => {
        if (source < 0) return;
        const off = (p: number): number =>
          offPole(2 * (p % half.width) + 0.5, 2 * Math.floor(p / half.width) + 0.5);
        expect(Math.abs(off(source >> 1) - off(holes[k]!))).toBeLessThan(2);
        seen++;
      });
    expect(seen).toBeGreaterThan(100);
  });
});

describe('removal', () => {
  it('joins a pole across a hole much wider than it, in 16 bits with alpha', async () => {
    const deep = draw(193, 171, (x, y) => [...at(pole, x, y).map((v) => v * 257), 65_535], 16);
    const out = await removeRegion(deep, disc(193, 171, 95, 85, 30), { seed: 1 }, idle());
    const grey = (x: number, y: number): number => at(out, x, Math.round(y))[0]! / 65_535;
    const along = Array.from({ length: 51 }, (_, k) => grey(70 + k, 85 + slope * (k - 25)));
    expect(along.filter((v) => v > 0.7).length).toBeGreaterThan(45);
    expect(Math.max(grey(95, 65), grey(95, 105))).toBeLessThan(0.6);
  });
});
