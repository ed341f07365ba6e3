import { describe, expect, it } from 'vitest';
import type { Raster } from '../../../../../src-main/runtime/raster/raster.ts';
import { removeRegion } from '../../../../../src-main/systems/classic/remove/index.ts';
import { places, type Hole } from '../../../../../src-main/systems/classic/remove/hole.ts';
import {
  enlarge,
  reduceHole,
  reductionFor,
  type Found,
} from '../../../../../src-main/systems/classic/remove/reduced.ts';
import { at, detail, differences, draw, drawMask, idle } from '../pictures.ts';

/** A picture of no symmetry whose pixels are all different from their neighbours. */
const odd = (x: number, y: number): number => (x * 37 + y * 101 + ((x * y) % 53)) % 200;
const pictureOf = (channels: 3 | 4, depth: 8 | 16): Raster => {
  const full = depth === 16 ? 257 : 1;
  return draw(
    61,
    47,
    (x, y) => {
      const v = odd(x, y);
      return [v, v + 20, 255 - v, ...(channels === 4 ? [200 + (v % 56)] : [])].map((n) => n * full);
    },
    depth,
  );
};

/** A hole in a window that isn't the whole picture; neither is a whole number of blocks. */
const window = { x1: 4, y1: 3, x2: 59, y2: 46 };
const inHole = (x: number, y: number): boolean => x >= 20 && x < 31 && y >= 15 && y < 28;
function holeOf(): Hole {
  const pixels = new Uint8Array(55 * 43);
  for (let y = 0; y < 43; y++)
    for (let x = 0; x < 55; x++) if (inHole(x + 4, y + 3)) pixels[y * 55 + x] = places.hole;
  return { window, places: pixels, depth: 6 };
}

/** Sources for the reduced hole's pixels, in rows, and no correction. */
function found(hole: Hole, channels: number, source: (x: number, y: number) => number): Found {
  const width = hole.window.x2;
  const sources: number[] = [];
  hole.places.forEach((place, p) => {
    if (place === places.hole) sources.push(source(p % width, Math.floor(p / width)));
  });
  return {
    sources: Int32Array.from(sources),
    corrections: Array.from({ length: channels }, () => new Float32Array(sources.length)),
  };
}

describe('a hole at a reduced size', () => {
  it('is only reduced when it is large', () => {
    expect(reductionFor(1)).toBe(1);
    expect(reductionFor(640_000)).toBe(1);
    expect(reductionFor(9_600_000)).toBe(4);
  });

  it('knows a block when all of it is known, by its mean, and copies none that is cut off', async () => {
    const image = pictureOf(3, 8);
    const { image: small, hole } = await reduceHole(image, holeOf(), 3, idle());
    expect([small.width, small.height]).toEqual([19, 15]);
    for (let y = 0; y < 15; y++)
      for (let x = 0; x < 19; x++) {
        let sum = 0;
        let holes = 0;
        for (let v = 0; v < 3; v++)
          for (let u = 0; u < 3; u++) {
            const [px, py] = [4 + x * 3 + u, 3 + y * 3 + v];
            if (px < 59 && py < 46 && inHole(px, py)) holes++;
            sum += px < 59 && py < 46 ? at(image, px, py)[1]! : 0;
          }
        const cut = x === 18 || y === 14;
        expect(hole.places[y * 19 + x]).toBe(holes ? places.hole : cut ? places.barred : places.free);
        if (!holes && !cut) expect(Math.abs(at(small, x, y)[1]! - sum / 9)).toBeLessThanOrEqual(0.5);
      }
  });

  it.each([
    [3, 8, 2],
    [4, 16, 3],
  ] as const)('copies full pixels (%i channels, %i bits, by %i)', async (channels, depth, factor) => {
    const image = pictureOf(channels, depth);
    const full = holeOf();
    const reduced = await reduceHole(image, full, factor, idle());
    const { width } = reduced.image;
    const blocks = Math.floor(14 / factor);
    const out = { ...image, data: image.data.slice() };
    const moved = found(reduced.hole, channels, (x, y) => (y * width + x + blocks) * 2);
    await enlarge(image, out, full, reduced, moved, idle());
    for (let y = 0; y < 47; y++)
      for (let x = 0; x < 61; x++)
        expect(at(out, x, y)).toEqual(inHole(x, y) ? at(image, x + blocks * factor, y) : at(image, x, y));
    // Mirrored: what lies right of an axis comes to lie left of it.
    const axis = 2 * Math.ceil(30 / factor);
    const mirrored = found(reduced.hole, channels, (x, y) => (y * width + axis - x) * 2 + 1);
    await enlarge(image, out, full, reduced, mirrored, idle());
    for (let y = 15; y < 28; y++)
      for (let x = 20; x < 31; x++)
        expect(at(out, x, y)).toEqual(at(image, 4 + axis * factor + factor - 1 - (x - 4), y));
  });

  it('adds the corrections', async () => {
    const image = pictureOf(3, 8);
    const full = holeOf();
    const reduced = await reduceHole(image, full, 2, idle());
    const out = { ...image, data: image.data.slice() };
    const moved = found(reduced.hole, 3, (x, y) => (y * reduced.image.width + x + 7) * 2);
    moved.corrections[1]!.fill(12);
    await enlarge(image, out, full, reduced, moved, idle());
    for (let y = 15; y < 28; y++)
      for (let x = 20; x < 31; x++) {
        const [r, g, b] = at(image, x + 14, y);
        expect(at(out, x, y)).toEqual([r, Math.min(255, g! + 12), b]);
      }
  });

  it('keeps detail, and what is around', async () => {
    const rough = draw(940, 920, (x, y) => {
      const v = 128 + (((x * 7919) ^ (y * 104_729) ^ (x * y * 31)) % 61);
      return [v, v, 255 - v];
    });
    const inside = (x: number, y: number): boolean => x >= 66 && x < 888 && y >= 60 && y < 852;
    const mask = drawMask(940, 920, (x, y) => (inside(x, y) ? 255 : 0));
    expect(reductionFor(822 * 792)).toBe(2);
    const out = await removeRegion(rough, mask, { seed: 1, growth: 0 }, idle());
    const ratio = detail(out, inside) / detail(rough, inside);
    expect(ratio).toBeGreaterThan(0.7);
    expect(ratio).toBeLessThan(1.4);
    expect(differences(rough, out, (x, y) => !inside(x, y))).toBe(0);
    expect(differences(rough, out, inside)).toBeGreaterThan(500_000);
  });
});
