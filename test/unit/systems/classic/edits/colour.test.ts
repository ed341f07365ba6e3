import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { mostChroma, scaleChroma } from '../../../../../src-main/systems/classic/edits/gamut.ts';
import { fit, fromOklab, luminance, toOklab } from '../../../../../src-main/systems/classic/edits/light.ts';
import { seeded } from '../../../../../src-main/systems/classic/remove/random.ts';
import { at, draw, drawMask, speckles } from '../pictures.ts';
import { apply, oklab } from './apply.ts';

describe('the gamut', () => {
  it('is as wide as the RGB cube', () => {
    const random = seeded(3);
    const rgb = new Float64Array(3);
    for (let k = 0; k < 300; k++) {
      const lightness = 0.1 + random.below(800) / 1000;
      const angle = (random.below(3600) * Math.PI) / 1800;
      const [a, b] = [Math.cos(angle), Math.sin(angle)];
      const most = mostChroma(lightness, a, b);
      const out = (chroma: number): number => {
        fromOklab(lightness, a * chroma, b * chroma, rgb);
        return Math.max(...rgb, 1 - Math.min(...rgb)) - 1;
      };
      expect(out(most * 0.97)).toBeLessThan(0.003);
      expect(out(most * 1.06 + 0.002)).toBeGreaterThan(0);
    }
  });

  it('is never left by growing chroma', () => {
    const random = seeded(9);
    const [lab, rgb] = [new Float64Array(3), new Float64Array(3)];
    for (let k = 0; k < 300; k++) {
      const colour = [0, 1, 2].map(() => random.below(1001) / 1000) as [number, number, number];
      toOklab(...colour, lab);
      const before = Math.hypot(lab[1]!, lab[2]!);
      scaleChroma(lab, 1 + random.below(2000) / 1000);
      expect(Math.hypot(lab[1]!, lab[2]!)).toBeGreaterThanOrEqual(before);
      fromOklab(lab[0]!, lab[1]!, lab[2]!, rgb);
      expect(Math.max(...rgb)).toBeLessThan(1.02);
      expect(Math.min(...rgb)).toBeGreaterThan(-0.02);
    }
  });

  it('fits light in without changing how bright it is', () => {
    const rgb = Float64Array.of(1.6, 0.4, -0.1);
    const before = luminance(1.6, 0.4, -0.1);
    fit(rgb);
    expect(Math.max(...rgb)).toBeLessThanOrEqual(1 + 1e-12);
    expect(Math.min(...rgb)).toBeGreaterThanOrEqual(0);
    expect(luminance(rgb[0]!, rgb[1]!, rgb[2]!)).toBeCloseTo(before, 9);
  });
});

describe('black and white', () => {
  it('keeps greys and tells colours apart that are equally bright', async () => {
    const ramp = draw(256, 1, (x) => [x, x, x]);
    expect((await apply(ramp, null, 'black-and-white')).data).toEqual(ramp.data);
    // Both have a luminance of 0.25.
    const coats = draw(60, 60, (x) => (Math.floor(x / 10) % 2 ? [222, 80, 70] : [70, 150, 70]));
    const out = await apply(coats, null, 'black-and-white');
    const [red, green] = [at(out, 15, 30), at(out, 5, 30)];
    expect(new Set(red).size).toBe(1);
    expect(Math.abs(red[0]! - green[0]!)).toBeGreaterThan(12);
  });
});

describe('recolour', () => {
  const all = drawMask(60, 60, () => 255);
  const noise = speckles(60, 60, 3);
  const grain = (x: number, y: number): number => noise.data[(y * 60 + x) * 3]! - 128;
  const middle = async (image: Parameters<typeof apply>[0], colour: string): Promise<number[]> =>
    at(await apply(image, all, 'recolour', { colour }), 30, 30);

  it('takes black and white things to a colour, and colours to black and white', async () => {
    const black = draw(60, 60, (x, y) => [14, 14, 14].map((v) => v + x / 10 + grain(x, y)));
    const white = draw(60, 60, (x, y) => [225, 225, 225].map((v) => v + x / 4 + grain(x, y)));
    const red = draw(60, 60, (x, y) => [150 + x + grain(x, y), 30, 25]);
    for (const [image, colour] of [
      [black, [208, 32, 32]],
      [white, [208, 32, 32]],
      [white, [32, 96, 208]],
      [red, [32, 96, 208]],
      [red, [240, 240, 240]],
      [red, [20, 20, 20]],
    ] as const) {
      const hex = `#${colour.map((v) => v.toString(16).padStart(2, '0')).join('')}`;
      const [got, wanted] = [oklab(await middle(image, hex)), oklab(colour)];
      expect(Math.hypot(got[0] - wanted[0], got[1] - wanted[1], got[2] - wanted[2]), hex).toBeLessThan(0.12);
    }
  });

  it('means a colour of sRGB, whatever the picture’s profile', async () => {
    const png = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#888' } })
      .withIccProfile('p3')
      .png()
      .toBuffer();
    const icc = new Uint8Array((await sharp(png).metadata()).icc!);
    const cloth = { ...draw(60, 60, (x, y) => [150, 150, 150].map((v) => v + grain(x, y))), icc };
    const [r, g, b] = await middle(cloth, '#ff0000');
    // sRGB’s red is 234, 51, 35 in Display P3; its own is far more colourful.
    expect(Math.abs(g! / r! - 51 / 234)).toBeLessThan(0.06);
    expect(Math.abs(b! / r! - 35 / 234)).toBeLessThan(0.06);
  });

  it('keeps folds and gloss, and doesn’t tear black apart', async () => {
    const folds = draw(60, 60, (x, y) => {
      const v = 120 + 40 * Math.sin(x / 5);
      return Math.hypot(x - 40, y - 20) < 4 ? [255, 255, 255] : [v, v * 0.3, v * 0.25];
    });
    const blue = await apply(folds, all, 'recolour', { colour: '#2060d0' });
    expect(Math.min(...at(blue, 40, 20))).toBeGreaterThan(240);
    const light = (image: typeof folds, x: number): number => oklab(at(image, x, 50))[0];
    for (let x = 1; x < 60; x++) {
      const change = light(folds, x) - light(folds, x - 1);
      if (Math.abs(change) > 0.012)
        expect(Math.sign(light(blue, x) - light(blue, x - 1)), `${x}`).toBe(Math.sign(change));
    }
    // One step of eight bits, from 0 to 1, is no edge.
    const night = draw(60, 60, (x) => (x < 35 ? [0, 0, 0] : [1, 1, 1]));
    const lit = await apply(night, all, 'recolour', { colour: '#d02020' });
    expect(Math.abs(oklab(at(lit, 30, 30))[0] - oklab(at(lit, 50, 30))[0])).toBeLessThan(0.12);
  });
});

describe('pixelate', () => {
  it('hides what lies under the soft rim of a region too', async () => {
    const image = speckles(80, 80, 90);
    const mask = drawMask(80, 80, (x, y) =>
      Math.max(0, Math.min(255, 30 * (34 - Math.hypot(x - 40, y - 40)))),
    );
    const out = await apply(image, mask, 'pixelate', { amount: 0.5 });
    for (let y = 0; y < 80; y++) {
      // In each row of a square all that is covered, if only a little, has one colour: at most ten squares.
      const seen = new Set<number>();
      for (let x = 0; x < 80; x++) if (mask.data[y * 80 + x]) seen.add(at(out, x, y)[0]!);
      expect(seen.size).toBeLessThanOrEqual(10);
    }
  });
});
