import { describe, expect, it } from 'vitest';
import { at, detail, draw, drawMask, speckles } from '../pictures.ts';
import { apply, sample } from './every.ts';

describe('adjust', () => {
  const grey = draw(3, 1, (x) => [40 + x * 80, 40 + x * 80, 40 + x * 80]);

  it('is neutral at zero, in 8 and 16 bits', async () => {
    for (const depth of [8, 16] as const) {
      const image = sample(4, depth);
      expect((await apply(image, null, 'adjust', { exposure: 0 })).data).toEqual(image.data);
    }
    // Through the whole computation: a change too small to show.
    const deep = draw(256, 256, (x, y) => [x * 256 + y, x * 256 + y, x * 256 + y], 16);
    const out = await apply(deep, null, 'adjust', { exposure: 1e-9 });
    const off = Array.from(out.data, (v, i) => Math.abs(v - deep.data[i]!));
    expect(off.reduce((a, b) => Math.max(a, b))).toBeLessThanOrEqual(2);
  });

  it('doubles light with each stop', async () => {
    const out = await apply(
      draw(1, 1, () => [0x5f, 0x30, 0x10]),
      null,
      'adjust',
      { exposure: 1 },
    );
    // sRGB 0x5f is 0.1144 of full light; 0.2288 is coded as 132.
    expect(at(out, 0, 0)[0]).toBe(132);
  });

  it('moves each control the way it says', async () => {
    const reds = async (args: object): Promise<number[]> => {
      const out = await apply(grey, null, 'adjust', args);
      return [0, 1, 2].map((x) => at(out, x, 0)[0]!);
    };
    const contrasty = await reds({ contrast: 1 });
    expect(contrasty[0]).toBeLessThan(35);
    expect(contrasty[2]).toBeGreaterThan(205);
    const flat = await reds({ contrast: -1 });
    expect(flat[0]).toBeGreaterThan(60);
    expect(flat[2]).toBeLessThan(185);
    const lifted = await reds({ shadows: 1 });
    expect(lifted[0]! - 40).toBeGreaterThan(10);
    expect(lifted[0]! - 40).toBeGreaterThan(lifted[2]! - 200 + 5);
    const tamed = await reds({ highlights: -1 });
    expect(200 - tamed[2]!).toBeGreaterThan(10);
    expect(200 - tamed[2]!).toBeGreaterThan(40 - tamed[0]! + 5);
    const [r, g, b] = at(await apply(grey, null, 'adjust', { temperature: 0.5 }), 1, 0);
    expect(r).toBeGreaterThan(g!);
    expect(g).toBeGreaterThan(b!);
    const magenta = at(await apply(grey, null, 'adjust', { tint: 0.5 }), 1, 0);
    expect(magenta[1]).toBeLessThan(Math.min(magenta[0]!, magenta[2]!));
  });

  it('saturates, spares the colourful with vibrance, and greys out', async () => {
    const pair = draw(2, 1, (x) => (x ? [200, 60, 60] : [140, 120, 120]));
    const spread = (p: number[]): number => Math.max(...p.slice(0, 3)) - Math.min(...p.slice(0, 3));
    const vivid = await apply(pair, null, 'adjust', { vibrance: 0.6 });
    const gain = [0, 1].map((x) => spread(at(vivid, x, 0)) / spread(at(pair, x, 0)));
    expect(gain[0]).toBeGreaterThan(gain[1]! + 0.1);
    expect(spread(at(await apply(pair, null, 'adjust', { saturation: -1 }), 1, 0))).toBe(0);
    expect(spread(at(await apply(pair, null, 'adjust', { saturation: 0.5 }), 0, 0))).toBeGreaterThan(24);
  });

  it('has a tone curve that never falls', async () => {
    const ramp = draw(256, 1, (x) => [x, x, x]);
    for (const args of [
      { contrast: 1 },
      { contrast: -1, highlights: 1 },
      { shadows: -1, highlights: -1, contrast: 1 },
    ]) {
      const { data } = await apply(ramp, null, 'adjust', args);
      for (let i = 3; i < data.length; i += 3) expect(data[i]).toBeGreaterThanOrEqual(data[i - 3]!);
    }
  });
});

describe('colour', () => {
  it('recolours to near the colour and keeps shading and texture', async () => {
    const noise = speckles(40, 40, 10);
    const ball = draw(40, 40, (x, y) => {
      const v = 60 + 2.5 * x + noise.data[(y * 40 + x) * 3]! - 128;
      return [v, v * 0.4, v * 0.3];
    });
    const mask = drawMask(40, 40, () => 255);
    const out = await apply(ball, mask, 'recolour', { colour: '#2060d0' });
    const [r, g, b] = at(out, 20, 20);
    expect(b).toBeGreaterThan(g! + 40);
    expect(g).toBeGreaterThan(r! + 15);
    const means = [5, 20, 35].map((x) => {
      let sum = 0;
      for (let y = 0; y < 40; y++) sum += at(out, x, y)[2]!;
      return sum / 40;
    });
    expect(means[0]! + 25).toBeLessThan(means[1]!);
    expect(means[1]! + 5).toBeLessThan(means[2]!); // the brightest parts come near the colour's limit
    expect(detail(out, () => true)).toBeGreaterThan(0.5 * detail(ball, () => true));
    const white = await apply(ball, mask, 'recolour', { colour: '#ffffff' });
    expect(Math.min(...at(white, 20, 20))).toBeGreaterThan(190);
    const black = await apply(ball, mask, 'recolour', { colour: '#000000' });
    expect(Math.max(...at(black, 20, 20))).toBeLessThan(60);
  });
});
