import { beforeAll, describe, expect, it } from 'vitest';
import sharp from 'sharp';
import type { Mask, Raster } from '../../../../../src-main/runtime/raster/raster.ts';
import { cutOut } from '../../../../../src-main/systems/classic/background/cut-out.ts';
import { replaceBackground } from '../../../../../src-main/systems/classic/background/replace-background.ts';
import { at, differences, disc, draw, drawMask, idle, speckles } from '../pictures.ts';

type Args = Parameters<typeof replaceBackground>[2];
const replaced = (image: Raster, mask: Mask, args: Args, photo: Raster | null = null): Promise<Raster> =>
  replaceBackground(image, mask, args, idle(), { photo });

/** A thing that stands, with room under it. */
const standing = drawMask(160, 140, (x, y) => (x >= 60 && x < 100 && y >= 20 && y < 100 ? 255 : 0));
const scene = draw(160, 140, (x, y) => [(x * 5) % 256, (y * 3) % 256, 90]);
let p3: Uint8Array;
beforeAll(async () => {
  const png = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#888' } })
    .withIccProfile('p3')
    .png()
    .toBuffer();
  p3 = new Uint8Array((await sharp(png).metadata()).icc!);
});

describe('a new background', () => {
  it.each([8, 16] as const)('of one colour is exactly that colour (%d bits)', async (depth) => {
    const full = depth === 16 ? 257 : 1;
    const image = draw(61, 47, (x, y) => [x * full, y * full, 200 * full], depth);
    const out = await replaced(image, disc(61, 47, 30, 23, 12), { colour: '#fe8001' });
    expect(at(out, 2, 2)).toEqual([254 * full, 128 * full, full]);
    expect(at(out, 60, 46)).toEqual([254 * full, 128 * full, full]);
    expect(differences(image, out, (x, y) => Math.hypot(x - 30, y - 23) <= 12)).toBe(0);
  });

  it('of a colour means sRGB, whatever the picture’s profile', async () => {
    const image = { ...scene, icc: p3 };
    // sRGB’s red in Display P3: 234, 51, 35.
    const out = at(await replaced(image, standing, { colour: '#ff0000' }), 5, 5);
    [234, 51, 35].forEach((value, c) => expect(Math.abs(out[c]! - value)).toBeLessThan(3));
    expect(at(await replaced(image, standing, { colour: '#ffffff' }), 5, 5)).toEqual([255, 255, 255]);
    const odd = { ...scene, icc: new Uint8Array(200).fill(9) };
    expect(at(await replaced(odd, standing, { colour: '#ff0000' }), 5, 5)).toEqual([255, 0, 0]);
  });

  it('of two colours runs from corner to corner in the direction asked for', async () => {
    const mask = disc(160, 140, 80, 70, 3);
    const args = { colour: '#000080', to: '#f0f060' };
    const near = (pixel: number[], hex: number[]): void =>
      pixel.forEach((value, c) => expect(Math.abs(value - hex[c]!)).toBeLessThan(5));
    const down = await replaced(scene, mask, args);
    near(at(down, 10, 0), [0, 0, 128]);
    near(at(down, 10, 139), [240, 240, 96]);
    for (let x = 10; x < 150; x += 10)
      expect(Math.abs(at(down, x, 30)[1]! - at(down, 5, 30)[1]!)).toBeLessThan(2);
    const right = await replaced(scene, mask, { ...args, degrees: 90 });
    near(at(right, 0, 20), [0, 0, 128]);
    near(at(right, 159, 20), [240, 240, 96]);
    const slanted = await replaced(scene, mask, { ...args, degrees: -135 });
    near(at(slanted, 159, 139), [0, 0, 128]);
    near(at(slanted, 0, 0), [240, 240, 96]);
    // As light as the eye expects in the middle: OKLab’s lightness half-way, and not grey.
    const [red, green, blue] = at(down, 40, 70);
    expect(green).toBeGreaterThan(100);
    expect(Math.max(red!, green!, blue!) - Math.min(red!, green!, blue!)).toBeGreaterThan(25);
  });

  it('of two colours has no bands', async () => {
    // Ten steps over 400 rows: 40 rows a step.
    const wide = draw(64, 400, () => [0, 0, 0]);
    const args = { colour: '#404040', to: '#4a4a4a' };
    const out = await replaced(wide, disc(64, 400, 60, 5, 2), args);
    const means = Array.from({ length: 50 }, (_, k) => {
      let sum = 0;
      for (let y = 8 * k; y < 8 * k + 8; y++) for (let x = 0; x < 40; x++) sum += at(out, x, y)[0]!;
      return sum / 320;
    });
    for (let k = 1; k < 50; k++) {
      expect(means[k]).toBeGreaterThan(means[k - 1]! + 0.05);
      expect(means[k]).toBeLessThan(means[k - 1]! + 0.4);
    }
    expect((await replaced(wide, disc(64, 400, 60, 5, 2), args)).data).toEqual(out.data);
  });

  it.each([3, 4] as const)('of another photo covers it, cut off evenly (%d channels)', async (channels) => {
    // Three stripes, the outer ones as wide as is cut off.
    const photo = draw(300, 70, (x) => {
      const rgb = x < 110 ? [255, 0, 0] : x < 190 ? [20, 180, 60] : [0, 0, 255];
      return channels === 4 ? [...rgb, x < 150 ? 255 : 0] : rgb;
    });
    const out = await replaced(scene, standing, { photo: '0'.repeat(64) }, photo);
    expect([out.width, out.height, out.channels]).toEqual([160, 140, 3]);
    for (const y of [1, 70, 138]) expect(at(out, 20, y)).toEqual([20, 180, 60]);
    expect(at(out, 140, 70)).toEqual(channels === 4 ? [255, 255, 255] : [20, 180, 60]);
    expect(differences(scene, out, (x, y) => standing.data[y * 160 + x] === 255)).toBe(0);
  });

  it('of another photo keeps its looks across depths and profiles', async () => {
    const photo = draw(40, 90, () => [234, 51, 35]);
    const red = at(await replaced(scene, standing, {}, { ...photo, icc: p3 }), 3, 3);
    [255, 0, 0].forEach((value, c) => expect(Math.abs(red[c]! - value)).toBeLessThan(6));
    const wide = draw(40, 90, () => [234 * 257, 51 * 257, 35 * 257], 16);
    const same = at(await replaced(scene, standing, {}, { ...wide, icc: p3 }), 3, 3);
    [255, 0, 0].forEach((value, c) => expect(Math.abs(same[c]! - value)).toBeLessThan(9));
    const deep = draw(40, 90, () => [60_000, 30_000, 0], 16);
    const shallow = at(await replaced(scene, standing, {}, deep), 3, 3);
    [60_000, 30_000, 0].forEach((value, c) => expect(Math.abs(shallow[c]! - value / 257)).toBeLessThan(1.1));
  });

  it('doesn’t let the old one shine through a soft edge', async () => {
    const soft = drawMask(90, 70, (x, y) =>
      Math.round(255 * Math.min(1, Math.max(0, (34 - Math.hypot(x - 45, y - 35)) / 12))),
    );
    const green = draw(90, 70, (x, y) => {
      const a = soft.data[y * 90 + x]! / 255;
      return [200 * a, 40 * a + 255 * (1 - a), 60 * a].map(Math.round);
    });
    const out = await replaced(green, soft, { colour: '#ffffff' });
    for (let x = 46; x < 82; x++) {
      const a = soft.data[35 * 90 + x]! / 255;
      [200, 40, 60].forEach((own, c) =>
        expect(Math.abs(at(out, x, 35)[c]! - (own * a + 255 * (1 - a)))).toBeLessThan(10),
      );
    }
  });

  it('fills what was transparent', async () => {
    const image = draw(60, 50, (x) => [250, 0, 0, x < 30 ? 255 : 51]);
    const mask = drawMask(60, 50, () => 255);
    const out = await replaced(image, mask, { colour: '#0000ff' });
    expect(at(out, 5, 5)).toEqual([250, 0, 0, 255]);
    expect(at(out, 50, 5)).toEqual([50, 0, 204, 255]);
  });

  it('has to be named', async () => {
    await expect(replaced(scene, standing, {})).rejects.toHaveProperty('failure.code', 'wrong-use');
  });
});

describe('a contact shadow', () => {
  const dark = async (mask: Mask, shadow: number): Promise<(x: number, y: number) => number> => {
    const out = await replaced(scene, mask, { colour: '#ffffff', shadow });
    return (x, y) => 255 - at(out, x, y)[0]!;
  };

  it('lies under the thing: darkest where it touches the ground, soft, and nowhere above', async () => {
    const at = await dark(standing, 0.8);
    expect(at(80, 101)).toBeGreaterThan(80);
    expect(at(80, 101)).toBeGreaterThan(at(80, 106));
    expect(at(80, 106)).toBeGreaterThan(at(80, 115));
    expect(at(80, 132)).toBeLessThan(3);
    for (let y = 0; y < 80; y++) for (const x of [20, 50, 59, 100, 120]) expect(at(x, y)).toBe(0);
    for (let x = 0; x < 30; x++) expect(at(x, 101)).toBeLessThan(5);
    // As light to the left as to the right.
    for (const away of [2, 6, 12]) expect(Math.abs(at(59 - away, 101) - at(100 + away, 101))).toBeLessThan(6);
  });

  it('never changes the thing itself, and grows with its strength', async () => {
    const out = await replaced(scene, standing, { colour: '#ffffff', shadow: 1 });
    expect(differences(scene, out, (x, y) => standing.data[y * 160 + x] === 255)).toBe(0);
    const [none, half, full] = [await dark(standing, 0), await dark(standing, 0.5), await dark(standing, 1)];
    expect(none(80, 103)).toBe(0);
    expect(full(80, 103)).toBeGreaterThan(half(80, 103) + 20);
  });

  it('needs ground: there is none where the border cuts the thing off', async () => {
    const cut = drawMask(160, 140, (x, y) => (x >= 60 && x < 100 && y >= 20 ? 255 : 0));
    const at = await dark(cut, 1);
    for (let y = 0; y < 140; y += 3) for (const x of [30, 55, 105]) expect(at(x, y)).toBe(0);
  });

  it('is as large on a large picture', async () => {
    const large = drawMask(
      1600,
      1400,
      (x, y) => standing.data[Math.floor(y / 10) * 160 + Math.floor(x / 10)]!,
    );
    const image = speckles(1600, 1400, 40);
    const out = await replaced(image, large, { colour: '#ffffff', shadow: 0.8 });
    const small = await dark(standing, 0.8);
    for (const [x, y] of [
      [80, 103],
      [80, 108],
      [56, 103],
      [104, 106],
    ] as const)
      expect(Math.abs(255 - at(out, 10 * x + 5, 10 * y + 5)[0]! - small(x, y))).toBeLessThan(16);
  });

  it('goes with a thing that is cut out, in black', async () => {
    const out = await cutOut(scene, standing, { shadow: 0.8 }, idle());
    const white = await replaced(scene, standing, { colour: '#ffffff', shadow: 0.8 });
    for (let y = 0; y < 140; y += 2)
      for (let x = 0; x < 160; x += 3) {
        const [red, green, blue, alpha] = at(out, x, y);
        if (standing.data[y * 160 + x]) {
          expect([red, green, blue, alpha]).toEqual([...at(scene, x, y), 255]);
          continue;
        }
        expect([red, green, blue]).toEqual([0, 0, 0]);
        // Laid on white it is the same shadow.
        expect(Math.abs(255 - alpha! - at(white, x, y)[1]!)).toBeLessThan(2);
      }
    expect(at(out, 80, 102)[3]).toBeGreaterThan(60);
  });
});
