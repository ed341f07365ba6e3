import { describe, expect, it } from 'vitest';
import type { Raster } from '../../../../../src-main/runtime/raster/raster.ts';
import { toLinear } from '../../../../../src-main/systems/classic/edits/light.ts';
import { at, detail, draw, drawMask, speckles } from '../pictures.ts';
import { apply, changed, doubled, halved, oklab, photo, rms } from './apply.ts';

const ramp = draw(256, 1, (x) => [x, x, x]);
const hue = (rgb: readonly number[]): number => {
  const [, a, b] = oklab(rgb);
  return (Math.atan2(b, a) * 180) / Math.PI;
};

describe('brightness', () => {
  it('moves the middle and leaves black and white', async () => {
    for (const brightness of [-1, -0.3, 0.4, 1]) {
      const out = await apply(ramp, null, 'adjust', { brightness });
      const values = Array.from({ length: 256 }, (_, x) => at(out, x, 0)[0]!);
      expect([values[0], values[255]]).toEqual([0, 255]);
      expect(Math.sign(values[128]! - 128)).toBe(Math.sign(brightness));
      expect(values).toEqual([...values].sort((a, b) => a - b));
    }
  });

  it('is smooth in 16 bits', async () => {
    const deep = draw(4096, 1, (x) => [20_000 + x, 20_000 + x, 20_000 + x], 16);
    for (const args of [{ brightness: 0.5 }, { contrast: 0.5 }, { shadows: 0.6 }, { exposure: 0.7 }]) {
      const { data } = await apply(deep, null, 'adjust', args);
      for (let i = 3; i < data.length - 3; i += 3) {
        const bend = data[i + 3]! - 2 * data[i]! + data[i - 3]!;
        expect(Math.abs(bend), JSON.stringify(args)).toBeLessThanOrEqual(3);
      }
    }
  });
});

describe('contrast', () => {
  it('leaves black and white, and grows around middle grey', async () => {
    const out = await apply(ramp, null, 'adjust', { contrast: 0.5 });
    const values = Array.from({ length: 256 }, (_, x) => at(out, x, 0)[0]!);
    expect([values[0], values[255]]).toEqual([0, 255]);
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(values[64]).toBeLessThan(60);
    expect(values[192]).toBeGreaterThan(196);
  });

  it('of a region grows around the region’s own middle, and stays outside', async () => {
    // Clouds of 190 to 250 over dark ground.
    const scene = draw(121, 40, (x, y) => (y < 20 ? Array(3).fill(190 + x / 2) : [40, 50, 30]));
    const sky = drawMask(121, 40, (_x, y) => (y < 20 ? 255 : 0));
    const out = await apply(scene, sky, 'adjust', { contrast: 0.6 });
    expect(at(out, 0, 5)[0]).toBeLessThan(185);
    expect(at(out, 120, 5)[0]).toBeGreaterThan(250);
    expect(Math.abs(at(out, 60, 5)[0]! - 220)).toBeLessThan(5);
    expect(at(out, 60, 30)).toEqual([40, 50, 30]);
  });
});

describe('exposure', () => {
  it('keeps what is bright apart, and its hue', async () => {
    const { data } = await apply(ramp, null, 'adjust', { exposure: 1.5 });
    for (let i = 3 * 150; i < data.length; i += 3 * 15) expect(data[i]).toBeGreaterThan(data[i - 45]!);
    expect(data.at(-1)).toBe(255);
    const orange = [230, 140, 60];
    const out = await apply(
      draw(1, 1, () => orange),
      null,
      'adjust',
      { exposure: 1.5 },
    );
    const cut = orange.map((v) => Math.min(1, toLinear(v / 255) * 2 ** 1.5));
    const lab = oklab(cut.map((v) => 255 * (1.055 * v ** (1 / 2.4) - 0.055)));
    const turned = (Math.atan2(lab[2], lab[1]) * 180) / Math.PI - hue(orange);
    expect(turned).toBeGreaterThan(15);
    expect(Math.abs(hue(at(out, 0, 0)) - hue(orange))).toBeLessThan(0.5 * turned);
  });
});

describe('white balance', () => {
  it('gives grey the colour of daylight of another temperature', async () => {
    const grey = draw(1, 1, () => [30_000, 30_000, 30_000], 16);
    const out = await apply(grey, null, 'adjust', { temperature: 1 });
    const [r, g, b] = at(out, 0, 0).map((v) => toLinear(v / 65_535)) as [number, number, number];
    const x = 0.4124 * r + 0.3576 * g + 0.1805 * b;
    const y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    const z = 0.0193 * r + 0.1192 * g + 0.9505 * b;
    // 80 mired below D65's 153.75: CIE daylight of 4278 K has x = 0.3691, y = 0.3751.
    expect(Math.abs(x / (x + y + z) - 0.3691)).toBeLessThan(0.003);
    expect(Math.abs(y / (x + y + z) - 0.3751)).toBeLessThan(0.003);
    expect(Math.abs(y / toLinear(30_000 / 65_535) - 1)).toBeLessThan(0.01);
  });
});

describe('highlights and shadows', () => {
  it('lift a dark wall and keep its texture', async () => {
    const noise = speckles(200, 100, 12);
    const wall = draw(200, 100, (x, y) => {
      const v = x < 100 ? 40 + noise.data[(y * 200 + x) * 3]! - 128 : 215;
      return [v, v, v];
    });
    const out = await apply(wall, null, 'adjust', { shadows: 1 });
    const dark = (x: number): boolean => x < 80;
    const light = (v: number): number => toLinear(v / 255);
    let [before, after] = [0, 0];
    for (let y = 20; y < 80; y++)
      for (let x = 30; x < 70; x++) {
        before += light(at(wall, x, y)[0]!) / 2400;
        after += light(at(out, x, y)[0]!) / 2400;
      }
    expect(after / before).toBeGreaterThan(1.8);
    // A curve on pixels would raise the dark specks more than the bright ones: the ratio of light would shrink.
    const spread = (of: typeof wall): number => {
      let [low, high] = [0, 0];
      for (let y = 20; y < 80; y++)
        for (let x = 30; x < 70; x++) {
          const v = light(at(of, x, y)[0]!);
          if (at(wall, x, y)[0]! < 36) low += v;
          else if (at(wall, x, y)[0]! > 44) high += v;
        }
      return high / low;
    };
    expect(spread(out) / spread(wall)).toBeGreaterThan(0.93);
    expect(detail(out, dark)).toBeGreaterThan(1.2 * detail(wall, dark));
    // No halo on the bright side of the edge.
    for (let x = 101; x < 200; x++)
      expect(Math.abs(at(out, x, 50)[0]! - at(out, 195, 50)[0]!)).toBeLessThan(4);
  });
});

describe('saturation', () => {
  it('neither turns hues nor cuts colours off', async () => {
    const row = draw(40, 1, (x) => [130 + 2 * x, 130 - 2 * x, 120 - 2 * x]);
    const out = await apply(row, null, 'adjust', { saturation: 1 });
    let before = -1;
    for (let x = 4; x < 40; x++) {
      const rgb = at(out, x, 0);
      expect(Math.abs(hue(rgb) - hue(at(row, x, 0)))).toBeLessThan(3);
      const [, a, b] = oklab(rgb);
      expect(Math.hypot(a, b)).toBeGreaterThan(before);
      before = Math.hypot(a, b);
    }
    const pure = draw(1, 1, () => [255, 0, 0]);
    expect(at(await apply(pure, null, 'adjust', { saturation: 1 }), 0, 0)[0]).toBeGreaterThan(250);
  });

  it('spares skin with vibrance', async () => {
    const pair = draw(2, 1, (x) => (x ? [120, 160, 200] : [205, 155, 125]));
    const out = await apply(pair, null, 'adjust', { vibrance: 0.8 });
    const gain = [0, 1].map((x) => {
      const [before, after] = [oklab(at(pair, x, 0)), oklab(at(out, x, 0))];
      return Math.hypot(after[1], after[2]) / Math.hypot(before[1], before[2]);
    });
    expect(gain[0]).toBeGreaterThan(1.02);
    expect(gain[1]! - 1).toBeGreaterThan(1.5 * (gain[0]! - 1));
  });
});

describe('curves', () => {
  const curve = async (points: number[][], channel = 'all'): Promise<number[][]> => {
    const out = await apply(ramp, null, 'curves', { points, channel });
    return Array.from({ length: 256 }, (_, x) => at(out, x, 0));
  };

  it('go through their points and never swing over', async () => {
    const points = [
      [0, 0],
      [0.4, 0.1],
      [0.5, 0.9],
      [1, 1],
    ];
    const values = (await curve(points)).map((p) => p[0]!);
    expect(values[102]).toBe(Math.round(0.1 * 255));
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(Math.max(...values.slice(0, 103))).toBeLessThanOrEqual(26);
    expect(Math.min(...values.slice(128))).toBeGreaterThanOrEqual(229);
  });

  it('change nothing on the diagonal, invert, and take one channel', async () => {
    const diagonal = [
      [0, 0],
      [0.3, 0.3],
      [1, 1],
    ];
    expect((await apply(ramp, null, 'curves', { points: diagonal })).data).toEqual(ramp.data);
    const upside = [
      [0, 1],
      [1, 0],
    ];
    expect((await curve(upside)).map((p) => p[1])).toEqual(Array.from({ length: 256 }, (_, x) => 255 - x));
    const [r, g, b] = (await curve(upside, 'green'))[40]!;
    expect([r, g, b]).toEqual([40, 215, 40]);
  });

  it('are level beyond their first and last points', async () => {
    const values = (
      await curve([
        [0.25, 0.1],
        [0.75, 0.8],
      ])
    ).map((p) => p[0]);
    expect(values.slice(0, 60)).toEqual(new Array(60).fill(26));
    expect(values[255]).toBe(204);
  });
});

describe('clarity', () => {
  const noise = speckles(160, 100, 8);
  const scene = draw(160, 100, (x, y) => {
    const v = (x < 80 ? 70 : 190) + noise.data[(y * 160 + x) * 3]! - 128;
    return [v, v * 0.9, v * 0.8];
  });

  it('raises texture, or lowers it, on both sides of an edge that stays', async () => {
    const left = (x: number): boolean => x > 8 && x < 72;
    const before = detail(scene, left);
    expect(detail(await apply(scene, null, 'clarity', { amount: 1 }), left)).toBeGreaterThan(1.3 * before);
    expect(detail(await apply(scene, null, 'clarity', { amount: -1 }), left)).toBeLessThan(0.6 * before);
  });

  it('leaves no halo at a large edge', async () => {
    const edge = draw(160, 60, (x) => (x < 80 ? [50, 50, 50] : [200, 200, 200]));
    for (const amount of [1, -1]) {
      const out = await apply(edge, null, 'clarity', { amount });
      for (let x = 0; x < 160; x++)
        expect(Math.abs(at(out, x, 30)[0]! - at(edge, x, 30)[0]!), `${amount} ${x}`).toBeLessThan(6);
    }
  });

  it('looks alike on a large and a small picture', async () => {
    const small = await photo('coffee');
    const large = doubled(doubled(small));
    const a = await apply(small, null, 'clarity', { amount: 0.8 });
    const b = halved(halved(await apply(large, null, 'clarity', { amount: 0.8 })));
    expect(rms(a, small)).toBeGreaterThan(5);
    expect(rms(a, b)).toBeLessThan(0.5 * rms(a, small));
  });
});

const mean = ({ data }: Raster): number => Array.from(data).reduce((sum, v) => sum + v, 0) / data.length;

describe('enhance', () => {
  it('mends what is dark, tinted or dull, and leaves a good photo nearly alone', async () => {
    const good = await photo('astronaut');
    const coded = (v: number): number => 255 * (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055);
    const lit = (...gains: number[]) =>
      changed(good, (rgb) => rgb.map((v, c) => coded(Math.min(1, toLinear(v / 255) * gains[c]!))));
    const spoiled = {
      dark: lit(0.3, 0.3, 0.3),
      warm: lit(1.2, 0.95, 0.6),
      blue: lit(0.75, 1, 1.35),
      dull: changed(good, (rgb) => rgb.map((v) => 60 + 0.5 * (0.6 * v + 0.4 * rgb[1]!))),
    };
    for (const [name, image] of Object.entries(spoiled)) {
      const mended = await apply(image, null, 'enhance', {});
      expect(rms(mended, good), name).toBeLessThan(0.75 * rms(image, good));
    }
    for (const name of ['astronaut', 'chelsea', 'coffee'] as const) {
      const fine = await photo(name);
      const after = await apply(fine, null, 'enhance', {});
      expect(rms(after, fine), name).toBeLessThan(10);
      expect(Math.abs(mean(after) - mean(fine)), name).toBeLessThan(4);
    }
  });

  it('leaves a black and white picture without colours, and one of a single colour', async () => {
    const grey = draw(60, 40, (x, y) => [60 + x + y, 60 + x + y, 60 + x + y]);
    const out = await apply(grey, null, 'enhance', { amount: 1 });
    for (let x = 0; x < 60; x += 7) {
      const [r, g, b] = at(out, x, 20);
      expect(Math.max(r!, g!, b!) - Math.min(r!, g!, b!)).toBeLessThanOrEqual(2);
    }
    const black = draw(20, 20, () => [0, 0, 0]);
    expect((await apply(black, null, 'enhance', {})).data).toEqual(black.data);
  });
});

describe('vignette', () => {
  const flat = draw(121, 81, () => [150, 150, 150]);

  it('darkens towards the corners, or lightens', async () => {
    for (const amount of [0.7, -0.7]) {
      const out = await apply(flat, null, 'vignette', { amount });
      const way = Array.from({ length: 41 }, (_, k) => at(out, 60 + Math.round(k * 1.5), 40 + k)[0]!);
      const ordered = [...way].sort((a, b) => (amount > 0 ? b - a : a - b));
      expect(way).toEqual(ordered);
      expect(at(out, 60, 40)).toEqual([150, 150, 150]);
      expect(Math.abs(way[40]! - 150)).toBeGreaterThan(25);
      expect(at(out, 0, 0)).toEqual(at(out, 120, 80));
    }
  });

  it('goes around a region, and is limited by one that holds the corners', async () => {
    const spot = drawMask(121, 81, (x, y) => (Math.abs(x - 30) < 12 && Math.abs(y - 30) < 9 ? 255 : 0));
    const out = await apply(flat, spot, 'vignette', { amount: 0.8 });
    for (let y = 22; y < 39; y++) for (let x = 19; x < 42; x++) expect(at(out, x, y)[0]).toBe(150);
    expect(at(out, 120, 80)[0]).toBeLessThan(at(out, 0, 0)[0]! - 10);
    const rest = drawMask(121, 81, (x, y) => 255 - spot.data[y * 121 + x]!);
    const limited = await apply(flat, rest, 'vignette', { amount: 0.8 });
    const whole = await apply(flat, null, 'vignette', { amount: 0.8 });
    expect(at(limited, 30, 30)[0]).toBe(150);
    expect(at(limited, 0, 0)).toEqual(at(whole, 0, 0));
  });
});
