import { describe, expect, it } from 'vitest';
import { makeField, shifted, sourceOf } from '../../../../../src-main/systems/classic/remove/field.ts';
import { places } from '../../../../../src-main/systems/classic/remove/hole.ts';
import { Montages } from '../../../../../src-main/systems/classic/remove/montage.ts';
import { dominantOffsets } from '../../../../../src-main/systems/classic/remove/offsets.ts';
import { finestLevel } from '../../../../../src-main/systems/classic/remove/pyramid.ts';
import { seeded } from '../../../../../src-main/systems/classic/remove/random.ts';
import { rimMoves } from '../../../../../src-main/systems/classic/remove/rim.ts';
import type { Raster } from '../../../../../src-main/runtime/raster/raster.ts';
import { draw, idle, speckles } from '../pictures.ts';

/** A picture with a square hole of 14 × 12 pixels. */
async function holed(image: Raster) {
  const { width, height } = image;
  const pixels = new Uint8Array(width * height);
  for (let y = 30; y < 42; y++) pixels.fill(places.hole, y * width + 40, y * width + 54);
  const level = await finestLevel(image, { x1: 0, y1: 0, x2: width, y2: height }, pixels, idle());
  const field = await makeField(level, idle());
  return { level, field, montages: new Montages(level, field) };
}
/** Noise that repeats every 17 columns and 23 rows. */
const tiled = (): Raster => {
  const tile = speckles(17, 23, 90);
  return draw(97, 83, (x, y) => {
    const v = tile.data[((y % 23) * 17 + (x % 17)) * 3]!;
    return [v, v, v];
  });
};
const move = (dx: number, dy: number, mirrored = false) => ({ mirrored, dx, dy });

describe('sources', () => {
  it('go the other way when they are mirrored', () => {
    expect(shifted(sourceOf(50, 0), 3, 20)).toBe(sourceOf(73, 0));
    expect(shifted(sourceOf(50, 1), 3, 20)).toBe(sourceOf(67, 1));
  });
});

describe('a montage', () => {
  it('costs nothing for its seams where the picture repeats itself, much where it does not', async () => {
    const { montages } = await holed(tiled());
    const right = montages.montage(montages.moved(move(-34, 0)));
    const wrong = montages.montage(montages.moved(move(-33, 0)));
    // What is left is that of any seam, and of colours that the rim hasn't.
    expect(right.cost).toBeLessThan(52 * 15);
    expect(wrong.cost).toBeGreaterThan(8 * right.cost);
  });

  it('is fused into one that is at least as good as both, piece by piece', async () => {
    const { montages, field } = await holed(tiled());
    const good = montages.moved(move(-34, 0));
    const bad = montages.moved(move(-29, 4));
    const left = (k: number): boolean => field.holes[k]! % 97 < 47;
    const first = montages.montage(good.map((s, k) => (left(k) ? s : bad[k]!)));
    const second = good.map((s, k) => (left(k) ? bad[k]! : s));
    const fused = await montages.fuse(first, montages.proposal(second), idle());
    expect(fused.cost).toBeLessThan(first.cost / 3);
    expect(fused.cost).toBeLessThanOrEqual(montages.montage(good).cost);
    expect(fused.cost).toBeCloseTo(montages.montage(fused.sources).cost, 6);
    // What is worse changes nothing.
    expect(await montages.fuse(fused, montages.proposal(bad), idle())).toBe(fused);
  });

  it('never takes what is not there or is in the hole itself', async () => {
    const { montages, level } = await holed(tiled());
    for (const outside of [move(-45, 0), move(6, 0), move(60, 0)]) {
      const fused = await montages.fuse(
        montages.montage(montages.moved(move(-34, 0))),
        montages.proposal(montages.moved(outside)),
        idle(),
      );
      for (const s of fused.sources) expect(level.places[s >> 1]).toBe(places.free);
    }
  });
});

it('finds the offsets by which a picture repeats itself', async () => {
  const { level, field } = await holed(tiled());
  const found = await dominantOffsets(level, field, 8, seeded(2), idle());
  expect(found.length).toBe(8);
  for (const { dx, dy } of found.slice(0, 4)) {
    expect([Math.abs(dx % 17) % 16 <= 1, Math.abs(dy % 23) % 22 <= 1], `${dx} ${dy}`).toEqual([true, true]);
  }
});

it('finds what continues the picture at the rim, mirrored too', async () => {
  // Noise that is symmetric about column 60: only the mirrored picture fits.
  const half = speckles(61, 83, 90);
  const image = draw(121, 83, (x, y) => {
    const v = half.data[(y * 61 + (x <= 60 ? x : 120 - x)) * 3]!;
    return [v, v, v];
  });
  const { level, field, montages } = await holed(image);
  const moves = await rimMoves(level, field, { random: seeded(1), mirrors: true }, idle());
  const costs = moves.map((m) => montages.montage(montages.moved(m)).cost);
  const best = moves[costs.indexOf(Math.min(...costs))]!;
  expect(best).toEqual({ mirrored: true, dx: 120, dy: 0 });
  const plain = await rimMoves(level, field, { random: seeded(1), mirrors: false }, idle());
  expect(plain.some((m) => m.mirrored)).toBe(false);
});
