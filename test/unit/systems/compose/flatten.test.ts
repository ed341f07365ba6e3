/** Layers become one picture as the formulas say, whatever their depth, alpha, mask, place and group. */
import { describe, expect, it } from 'vitest';
import { affineOf, blendModes, type Affine, type BlendMode } from '../../../../src-main/contract/index.ts';
import type { Mask, Raster } from '../../../../src-main/runtime/raster/raster.ts';
import { fullScale } from '../../../../src-main/runtime/raster/raster.ts';
import { makeWork } from '../../../../src-main/runtime/work.ts';
import { flattenLayers, type FlatLayer } from '../../../../src-main/systems/compose/flatten.ts';
import { composed, type Colour, type Dot } from './formula.ts';

const work = () => makeWork(new AbortController().signal);
const size = { width: 37, height: 23 };

/** Values that differ everywhere and reach both ends. */
function noise(seed: number, channels: 3 | 4, depth: 8 | 16, { width, height } = size): Raster {
  const length = width * height * channels;
  const data = depth === 16 ? new Uint16Array(length) : new Uint8Array(length);
  const most = depth === 16 ? 65_535 : 255;
  let state = seed * 2_654_435_761;
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const v = (state >>> 8) / 0xff_ff_ff;
    data[i] = Math.round(Math.min(1, Math.max(0, v * 1.3 - 0.15)) * most);
  }
  return { width, height, channels, data };
}
const maskOf = (seed: number): Mask => {
  const { data } = noise(seed, 3, 8, { width: size.width, height: size.height });
  return { ...size, data: Uint8Array.from({ length: size.width * size.height }, (_, i) => data[3 * i]!) };
};

const layer = (raster: Raster, more: Partial<FlatLayer> = {}): FlatLayer => ({
  read: async () => raster,
  readMask: null,
  opacity: 1,
  blend: 'normal',
  map: null,
  ...more,
});

function dot(raster: Raster, p: number): Dot {
  const most = fullScale(raster);
  const at = (c: number) => raster.data[p * raster.channels + c]! / most;
  return { colour: [at(0), at(1), at(2)] as Colour, alpha: raster.channels === 4 ? at(3) : 1 };
}

/** The largest difference of premultiplied colours and alphas, in units of 1. */
function farthest(out: Raster, expected: (p: number) => Dot): number {
  let most = 0;
  for (let p = 0; p < out.width * out.height; p++) {
    const a = dot(out, p);
    const b = expected(p);
    most = Math.max(most, Math.abs(a.alpha - b.alpha));
    for (let c = 0; c < 3; c++)
      most = Math.max(most, Math.abs(a.colour[c]! * a.alpha - b.colour[c]! * b.alpha));
  }
  return most;
}

describe.each([
  [8, 1.01 / 255],
  [16, 4 / 65_535],
] as const)('at %i bits', (depth, tolerance) => {
  it.each(blendModes.flatMap((mode) => [3, 4].map((channels) => [mode, channels as 3 | 4] as const)))(
    '%s over %i channels, half seen through a mask',
    async (mode: BlendMode, channels) => {
      const below = noise(1, channels, depth);
      const above = noise(2, 4, depth);
      const mask = maskOf(3);
      const top = layer(above, { blend: mode, opacity: 0.7, readMask: async () => mask });
      const bundles = [{ opacity: 1, blend: 'pass-through' as const, layers: [layer(below), top] }];
      const out = await flattenLayers(bundles, size, work());
      expect([out.channels, fullScale(out)]).toEqual([channels, fullScale(below)]);
      const worst = farthest(out, (p) => {
        const s = dot(above, p);
        return composed(dot(below, p), { ...s, alpha: (s.alpha * 0.7 * mask.data[p]!) / 255 }, mode);
      });
      expect(worst).toBeLessThan(tolerance);
    },
  );

  it('one layer comes out as it went in, bit for bit', async () => {
    for (const channels of [3, 4] as const) {
      const only = noise(5, channels, depth);
      // Where nothing is seen, nothing has to be kept.
      if (channels === 4)
        for (let i = 0; i < only.data.length; i += 4) if (!only.data[i + 3]) only.data.fill(0, i, i + 4);
      const out = await flattenLayers(
        [{ opacity: 1, blend: 'pass-through' as const, layers: [layer(only)] }],
        size,
        work(),
      );
      expect(out.data).toEqual(only.data);
      expect(out.channels).toBe(channels);
    }
  });

  it('a group of 40 % is 40 % of what its layers do', async () => {
    const [below, a, b] = [noise(1, 4, depth), noise(2, 4, depth), noise(3, 4, depth)];
    const bundles = [
      { opacity: 1, blend: 'pass-through' as const, layers: [layer(below)] },
      { opacity: 0.4, blend: 'pass-through' as const, layers: [layer(a, { blend: 'multiply' }), layer(b)] },
    ];
    const out = await flattenLayers(bundles, size, work());
    const worst = farthest(out, (p) => {
      const before = dot(below, p);
      const after = composed(composed(before, dot(a, p), 'multiply'), dot(b, p), 'normal');
      const alpha = 0.6 * before.alpha + 0.4 * after.alpha;
      const colour = before.colour.map((v, c) =>
        alpha ? (0.6 * before.alpha * v + 0.4 * after.alpha * after.colour[c]!) / alpha : 0,
      ) as Colour;
      return { colour, alpha };
    });
    expect(worst).toBeLessThan(2 * tolerance);
  });
});

describe('a group that is taken together', () => {
  it.each(blendModes)('meets what lies below as one picture: %s', async (blend) => {
    const [below, a, b] = [noise(1, 4, 16), noise(2, 4, 16), noise(3, 4, 16)];
    const layers = [layer(a, { blend: 'difference' }), layer(b, { blend: 'multiply', opacity: 0.5 })];
    const bundles = [
      { opacity: 1, blend: 'pass-through' as const, layers: [layer(below)] },
      { opacity: 0.7, blend, layers },
    ];
    const out = await flattenLayers(bundles, size, work());
    const none: Dot = { colour: [0, 0, 0], alpha: 0 };
    const worst = farthest(out, (p) => {
      const half = { ...dot(b, p), alpha: dot(b, p).alpha * 0.5 };
      const own = composed(composed(none, dot(a, p), 'difference'), half, 'multiply');
      return composed(dot(below, p), { ...own, alpha: own.alpha * 0.7 }, blend);
    });
    // What was rounded to 16 bits in the group, a steep mode makes more of.
    expect(worst).toBeLessThan(1 / 255);
  });

  it('is what its layers are one by one where all is normal', async () => {
    const [below, a, b] = [noise(1, 3, 8), noise(2, 4, 8), noise(3, 4, 8)];
    const both = (blend: 'normal' | 'pass-through') =>
      flattenLayers(
        [
          { opacity: 1, blend: 'pass-through' as const, layers: [layer(below)] },
          { opacity: 1, blend, layers: [layer(a), layer(b)] },
        ],
        size,
        work(),
      );
    const [one, other] = [await both('normal'), await both('pass-through')];
    expect(farthest(one, (p) => dot(other, p))).toBeLessThan(1.01 / 255);
  });
});

describe('placed', () => {
  const ground = () => layer(noise(1, 3, 8));
  const small = { width: 5, height: 3 };

  it('by whole pixels, quarter turns and mirrors, every value is kept', async () => {
    const piece = noise(4, 3, 8, small);
    for (const [degrees, scaleX] of [
      [0, 1],
      [90, 1],
      [180, -1],
      [270, -1],
    ] as const) {
      const turned = degrees % 180 !== 0;
      const x = 10 + (turned ? small.height : small.width) / 2;
      const y = 7 + (turned ? small.width : small.height) / 2;
      const map = affineOf({ x, y, scaleX, scaleY: 1, degrees }, small, size);
      const bundles = [
        { opacity: 1, blend: 'pass-through' as const, layers: [ground(), layer(piece, { map })] },
      ];
      const out = await flattenLayers(bundles, size, work());
      const expected = new Map<number, number>();
      for (let j = 0; j < small.height; j++)
        for (let i = 0; i < small.width; i++) {
          // Written out once more: mirror, turn by quarters, move.
          let [u, v] = [scaleX * (i + 0.5 - small.width / 2), j + 0.5 - small.height / 2];
          for (let q = 0; q < degrees / 90; q++) [u, v] = [-v, u];
          expected.set(Math.floor(v + y) * size.width + Math.floor(u + x), j * small.width + i);
        }
      const under = noise(1, 3, 8);
      for (let p = 0; p < size.width * size.height; p++) {
        const from = expected.get(p);
        const wanted =
          from === undefined ? under.data.slice(p * 3, p * 3 + 3) : piece.data.slice(from * 3, from * 3 + 3);
        expect([...out.data.slice(p * 3, p * 3 + 3)]).toEqual([...wanted]);
      }
    }
  });

  it('what lies beyond the canvas is lost, and a layer wholly beyond it changes nothing', async () => {
    const far: Affine = [1, 0, 0, 1, 500, 500];
    const bundles = [
      {
        opacity: 1,
        blend: 'pass-through' as const,
        layers: [ground(), layer(noise(4, 4, 8, small), { map: far })],
      },
    ];
    const out = await flattenLayers(bundles, size, work());
    expect(out.data).toEqual(noise(1, 3, 8).data);
  });

  it('a flat colour stays flat when it is turned and scaled, and its edge is soft', async () => {
    const flat: Raster = { width: 9, height: 9, channels: 3, data: new Uint8Array(243).fill(200) };
    const black: Raster = { ...size, channels: 3, data: new Uint8Array(size.width * size.height * 3) };
    const map = affineOf({ x: 18, y: 11, scaleX: 1.7, scaleY: 1.7, degrees: 30 }, flat, size);
    const out = await flattenLayers(
      [{ opacity: 1, blend: 'pass-through' as const, layers: [layer(black), layer(flat, { map })] }],
      size,
      work(),
    );
    expect(out.data[(11 * size.width + 18) * 3]).toBe(200);
    const values = new Set(out.data);
    expect(Math.max(...values)).toBe(200);
    expect(values.size).toBeGreaterThan(5);
  });
});

it('nothing seen is nothing: transparent', async () => {
  const out = await flattenLayers([], size, work());
  expect(out.channels).toBe(4);
  expect(out.data.every((v) => v === 0)).toBe(true);
});

it('has 16 bits where one of its layers has them', async () => {
  const layers = [layer(noise(1, 3, 8)), layer(noise(2, 4, 16))];
  const out = await flattenLayers([{ opacity: 1, blend: 'pass-through', layers }], size, work());
  expect(out.data).toBeInstanceOf(Uint16Array);
});

it('ends when it is cancelled', async () => {
  const controller = new AbortController();
  const big = { width: 1500, height: 1500 };
  const bundles = [
    {
      opacity: 1,
      blend: 'pass-through' as const,
      layers: [layer(noise(1, 3, 8, big)), layer(noise(2, 4, 8, big))],
    },
  ];
  const flat = flattenLayers(bundles, big, makeWork(controller.signal));
  controller.abort();
  await expect(flat).rejects.toThrow(/abort/i);
});
