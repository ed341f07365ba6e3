import { expect, it } from 'vitest';
import {
  makeMembrane,
  solve,
  surroundings,
} from '../../../../../src-main/systems/classic/remove/membrane.ts';
import { depths, grow, unit } from '../../../../../src-main/systems/classic/remove/hole.ts';
import { seeded } from '../../../../../src-main/systems/classic/remove/random.ts';
import { idle } from '../pictures.ts';

it('solves the Laplace equation on a ragged hole: a plane comes back as a plane', async () => {
  const width = 67;
  const height = 43;
  const random = seeded(3);
  const unknown = new Uint8Array(width * height);
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++)
      unknown[y * width + x] = Math.hypot(x - 30, y - 20) < 18 + random.below(3) && random.below(40) ? 1 : 0;
  const value = (i: number): number => 3 * (i % width) - 2 * Math.floor(i / width) + 50;
  const b = surroundings(unknown, width, (i) => {
    expect(unknown[i]).toBe(0);
    return value(i);
  });
  const x = await solve(await makeMembrane(unknown, width, idle()), b, idle());
  const nodes = [...unknown.keys()].filter((i) => unknown[i]);
  expect(x.length).toBe(nodes.length);
  nodes.forEach((i, k) => expect(Math.abs(x[k]! - value(i))).toBeLessThan(1));
});

it('leaves the borders of the picture free', async () => {
  // A strip whose left end is the picture's border, and whose right neighbour is known to be 8.
  const unknown = Uint8Array.from([1, 1, 1, 0]);
  const x = await solve(
    await makeMembrane(unknown, 4, idle()),
    surroundings(unknown, 4, () => 8),
    idle(),
  );
  expect(x.length).toBe(3);
  for (const v of x) expect(v).toBeCloseTo(8, 2);
});

it('fades by the distance that anchors at zero say', async () => {
  const reach = 20;
  const width = 301;
  const unknown = new Uint8Array(width).fill(1);
  unknown[0] = 0;
  const membrane = await makeMembrane(unknown, width, idle(), 1 / reach ** 2);
  const x = await solve(
    membrane,
    surroundings(unknown, width, () => 80),
    idle(),
  );
  for (const k of [0, 10, 40, 100])
    expect(Math.abs(x[k]! - 80 * Math.exp(-(k + 1) / reach)), `${k}`).toBeLessThan(0.3);
});

it('measures depth and grows by it', async () => {
  const ones = Uint8Array.from([0, 1, 1, 1, 0]);
  expect([...(await depths(ones, 5, idle()))]).toEqual([0, unit, 2 * unit, unit, 0]);
  expect([...(await depths(Uint8Array.from([1, 1]), 2, idle()))]).toEqual([65_535, 65_535]);
  // Within 5 % of the distance to the middle of a picture that is otherwise all ones.
  const around = new Uint8Array(41 * 41).fill(1);
  around[20 * 41 + 20] = 0;
  (await depths(around, 41, idle())).forEach((d, i) => {
    const truth = Math.hypot((i % 41) - 20, Math.floor(i / 41) - 20);
    expect(Math.abs(d / unit - truth)).toBeLessThanOrEqual(0.09 * truth);
  });
  expect([...(await grow(Uint8Array.from([0, 0, 1, 0, 0, 0]), 6, 2, idle()))]).toEqual([1, 1, 1, 1, 1, 0]);
  expect([...(await grow(new Uint8Array(4), 2, 3, idle()))]).toEqual([0, 0, 0, 0]);
});
