import { describe, expect, test } from 'vitest';
import { makeWork } from '../../../../../src-main/runtime/work.ts';
import { cheapestWay } from '../../../../../src-main/systems/classic/matte/cheapest-way.ts';
import { contoursOf, type Contour } from '../../../../../src-main/systems/classic/matte/contour.ts';
import { hardnessAt, nearHardRims } from '../../../../../src-main/systems/classic/matte/nearest.ts';
import { rimOf } from '../../../../../src-main/systems/classic/matte/rim.ts';
import { rimsOf } from '../../../../../src-main/systems/classic/matte/rims.ts';
import { draw, drawMask, idle } from '../pictures.ts';
import { randomOf } from '../segment/scenes.ts';

const [width, height] = [173, 141];
const size = { width, height };
const [cx, cy] = [86.2, 71.7];
const away = (x: number, y: number): number => Math.hypot(x - cx, y - cy);

/** 1 where a place of the grid lies in a ring of these radii. */
const ring = (inner: number, outer: number): Uint8Array =>
  drawMask(width, height, (x, y) => {
    const r = away(x + 0.5, y + 0.5);
    return r < outer && r >= inner ? 1 : 0;
  }).data;

/** A disc's colours: a ramp `edge` pixels wide from one to the other, and noise. */
function disc(radius: number, edge: number): Float32Array {
  const random = randomOf(9);
  const out = new Float32Array(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    const r = away((i % width) + 0.5, Math.floor(i / width) + 0.5);
    const a = Math.min(1, Math.max(0, 0.5 + (radius - r) / edge));
    [0.6, 0.3, 0.2].forEach((f, c) => {
      out[3 * i + c] = a * f + (1 - a) * [0.3, 0.5, 0.6][c]! + 0.02 * (random() - 0.5);
    });
  }
  return out;
}

const radii = ({ x, y }: { x: Float32Array; y: Float32Array }): number[] =>
  Array.from(x, (v, k) => away(v, y[k]!));

describe('contours', () => {
  test('run along an outline and a hole, their normals towards the inside', () => {
    const at = { width: 2 * width, height: 2 * height };
    const lines = contoursOf(ring(20, 50), size, at);
    expect(lines.length).toBe(2);
    for (const line of lines) {
      const outer = line.x.length > 400;
      expect(line.x.length).toBeCloseTo(2 * Math.PI * (outer ? 100 : 40), -1.3);
      for (let k = 0; k < line.x.length; k++) {
        const [u, v] = [line.x[k]! - 2 * cx, line.y[k]! - 2 * cy];
        const r = Math.hypot(u, v);
        expect(Math.abs(r - (outer ? 100 : 40))).toBeLessThan(1);
        const towards = (u * line.nx[k]! + v * line.ny[k]!) / r;
        expect(towards * (outer ? -1 : 1)).toBeGreaterThan(0.98);
      }
      expect(line.border.includes(1)).toBe(false);
    }
  });

  test('say where they are the picture’s border, and leave specks out', () => {
    const mask = drawMask(width, height, (x, y) => (x < 60 || (x > 100 && x < 103 && y < 3) ? 1 : 0)).data;
    const lines = contoursOf(mask, size, size);
    expect(lines.length).toBe(1);
    const { x, border } = lines[0]!;
    for (let k = 0; k < x.length; k++) if (x[k]! < 50) expect(border[k]).toBe(1);
    expect(x.some((v, k) => v > 55 && !border[k])).toBe(true);
    expect(contoursOf(new Uint8Array(width * height), size, size)).toEqual([]);
  });
});

describe('a rim', () => {
  const inside = (mask: Uint8Array) => (x: number, y: number) =>
    mask[Math.floor(y) * width + Math.floor(x)] === 1;
  const found = async (mask: Uint8Array, colour: Float32Array) => {
    const [line] = contoursOf(mask, size, size);
    return { line: line!, rim: await rimOf(line!, colour, size, inside(mask), 2, idle()) };
  };
  const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

  test.each([-1.4, -0.6, 0.3, 1.2])(
    'is found to a fraction of a pixel from a mask that is off by %d',
    async (off) => {
      const { line, rim } = await found(ring(0, 48.3 + off), disc(48.3, 1.2));
      const errors = (of: Pick<Contour, 'x' | 'y'>): number => mean(radii(of).map((r) => Math.abs(r - 48.3)));
      expect(errors(rim)).toBeLessThan(0.12);
      expect(errors(rim)).toBeLessThan(0.6 * errors(line));
      expect(mean([...rim.hard])).toBeGreaterThan(0.9);
    },
  );

  test('of a blurred outline isn’t hard, and nothing is said of what can’t be seen', async () => {
    const { rim } = await found(ring(0, 48), disc(48, 26));
    expect(mean([...rim.hard])).toBeLessThan(0);
    const grey = new Float32Array(width * height * 3).fill(0.5);
    const { line, rim: unseen } = await found(ring(0, 48), grey);
    expect([...unseen.hard].every((v) => v === 0)).toBe(true);
    radii(unseen).forEach((r, k) => expect(Math.abs(r - radii(line)[k]!)).toBeLessThan(0.2));
  });
});

test('the pixels around hard rims are known, and how hard the nearest one is', async () => {
  const colour = disc(48.3, 1.2);
  const image = draw(width, height, (x, y) =>
    [0, 1, 2].map((c) => Math.round(255 * colour[3 * (y * width + x) + c]!)),
  );
  const { rims, reach } = await rimsOf(ring(0, 47.5), size, size, image, idle());
  const { pixels, alpha, trust } = await nearHardRims(rims, size, reach + 2, idle());
  expect(pixels.length).toBeGreaterThan(1000);
  pixels.forEach((i, k) => {
    const inwards = 48.3 - away((i % width) + 0.5, Math.floor(i / width) + 0.5);
    if (Math.abs(inwards) > 1.5) expect(alpha[k]).toBe(inwards > 0 ? 1 : 0);
    else expect(Math.abs(alpha[k]! - Math.min(1, Math.max(0, 0.5 + inwards / 1.4)))).toBeLessThan(0.35);
    if (Math.abs(inwards) > 3) expect(trust[k]).toBe(0);
    if (Math.abs(inwards) < 1) expect(trust[k]).toBeGreaterThan(0);
  });
  const coarse = { width: 87, height: 71 };
  const hardness = await hardnessAt(rims, coarse, width / coarse.width, idle());
  expect(Math.min(...hardness)).toBeGreaterThan(0.8);
  expect([...(await hardnessAt([], coarse, 1, idle()))].every((v) => v === 0)).toBe(true);
});

test('the cheapest way around a closed line is the cheapest of all', async () => {
  const random = randomOf(4);
  const [n, states, stiff] = [6, 4, 0.3];
  for (let round = 0; round < 20; round++) {
    const costs = Float32Array.from({ length: n * states }, () => random());
    const price = (way: ArrayLike<number>): number => {
      let sum = 0;
      for (let k = 0; k < n; k++)
        sum += costs[k * states + way[k]!]! + stiff * (way[k]! - way[(k + 1) % n]!) ** 2;
      return sum;
    };
    let least = Infinity;
    for (let code = 0; code < states ** n; code++)
      least = Math.min(
        least,
        price(Array.from({ length: n }, (_, k) => Math.floor(code / states ** k) % states)),
      );
    expect(price(await cheapestWay(costs, n, states, stiff, idle()))).toBeCloseTo(least, 5);
  }
});

test('looking for rims ends when it is cancelled', async () => {
  const stop = new AbortController();
  stop.abort();
  const image = draw(width, height, () => [1, 2, 3]);
  await expect(rimsOf(ring(0, 40), size, size, image, makeWork(stop.signal))).rejects.toThrow();
});
