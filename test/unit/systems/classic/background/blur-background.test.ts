import { describe, expect, it } from 'vitest';
import type { Mask, Raster } from '../../../../../src-main/runtime/raster/raster.ts';
import { blurBackground } from '../../../../../src-main/systems/classic/background/blur-background.ts';
import { at, detail, differences, disc, draw, drawMask, idle, speckles } from '../pictures.ts';

type Args = Parameters<typeof blurBackground>[2];
const blurred = (image: Raster, mask: Mask, args: Partial<Args> = {}): Promise<Raster> =>
  blurBackground(image, mask, { amount: 0.5, ...args }, idle());

const soft = (x: number, y: number, cx: number, cy: number, r: number, wide: number): number =>
  Math.round(255 * Math.min(1, Math.max(0, 0.5 + (r - Math.hypot(x - cx, y - cy)) / wide)));

describe('a blurred background', () => {
  it('turns lamps into discs of their own colour', async () => {
    // Three by three pixels of a red lamp; 12 pixels is the radius at a half.
    const lamp = (x: number, y: number): boolean => Math.abs(x - 90) < 2 && Math.abs(y - 30) < 2;
    const night = draw(160, 80, (x, y) => (lamp(x, y) ? [255, 40, 30] : [12, 14, 20]));
    const mask = disc(160, 80, 30, 50, 12);
    const plain = await blurred(night, mask, { highlights: 0, falloff: 0 });
    const boosted = await blurred(night, mask, { highlights: 0.6, falloff: 0 });
    const [red, green, blue] = at(boosted, 90, 30);
    expect(red).toBeGreaterThan(at(plain, 90, 30)[0]! + 60);
    expect(red).toBeGreaterThan(2 * Math.max(green!, blue!));
    // Even to its rim, and gone beyond it.
    for (const away of [4, 8]) expect(Math.abs(at(boosted, 90 + away, 30)[0]! - red!)).toBeLessThan(4);
    expect(at(boosted, 90 + 16, 30)).toEqual(at(plain, 90 + 16, 30));
    expect(Math.abs(at(boosted, 90 + 16, 30)[0]! - 12)).toBeLessThan(2);
  });

  it('shows the background’s own blur beside a subject that shines through it', async () => {
    const [width, height] = [171, 133];
    const back = (x: number, y: number): number[] => [30 + x, 60 + ((x * 7 + y * 3) % 31), 90 + y / 2];
    const edges = drawMask(width, height, (x, y) => soft(x, y, 85, 60, 36, 9));
    const scene = draw(width, height, (x, y) => {
      const a = edges.data[y * width + x]! / 255;
      return back(x, y).map((v, c) => Math.round([250, 20, 30][c]! * a + v * (1 - a)));
    });
    const out = await blurred(scene, edges, { highlights: 0, falloff: 0 });
    // The same background with a subject that is far away.
    const alone = await blurred(draw(width, height, back), disc(width, height, 2, 2, 1), {
      highlights: 0,
      falloff: 0,
    });
    let [shift, count] = [0, 0];
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const away = Math.hypot(x - 85, y - 60);
        if (away < 42 || away > 54) continue;
        shift += at(out, x, y)[0]! - at(alone, x, y)[0]!;
        count++;
      }
    expect(Math.abs(shift / count)).toBeLessThan(2);
    // On the soft edge the two lie over one another as before.
    const a = edges.data[60 * width + 49]! / 255;
    expect(a).toBeGreaterThan(0.3);
    expect(a).toBeLessThan(0.7);
    expect(Math.abs(at(out, 49, 60)[0]! - (250 * a + at(alone, 49, 60)[0]! * (1 - a)))).toBeLessThan(12);
    expect(differences(scene, out, (x, y) => edges.data[y * width + x] === 255)).toBe(0);
  });

  it('is sharper on the ground by the subject’s feet', async () => {
    const ground = speckles(200, 150, 60);
    const mask = drawMask(200, 150, (x, y) => (x > 90 && x < 110 && y > 40 && y < 120 ? 255 : 0));
    const out = await blurred(ground, mask, { falloff: 1 });
    const band = (from: number, to: number) => (x: number, y: number) => x < 80 && y > from && y < to;
    expect(detail(out, band(114, 122))).toBeGreaterThan(4 * detail(out, band(20, 60)));
    const even = await blurred(ground, mask, { falloff: 0 });
    expect(detail(even, band(114, 122))).toBeLessThan(2 * detail(even, band(20, 60)));
  });

  it('is the same in 16 bits, and nearly so at half the size', async () => {
    const scene = (scale: number, full: number): Raster =>
      draw(
        150 * scale,
        110 * scale,
        (x, y) =>
          [80 + Math.floor(x / scale / 2), 90, Math.floor(y / scale / 20) % 2 ? 60 : 170].map(
            (v) => v * full,
          ),
        full === 257 ? 16 : 8,
      );
    const one = await blurred(scene(1, 1), disc(150, 110, 75, 55, 20), { falloff: 0 });
    const deep = await blurred(scene(1, 257), disc(150, 110, 75, 55, 20), { falloff: 0 });
    for (let i = 0; i < one.data.length; i++)
      expect(Math.abs(one.data[i]! - deep.data[i]! / 257)).toBeLessThan(1.1);
    // Larger than 600 pixels a blur grows with the picture; cells of 4 pixels are used there.
    const large = await blurred(scene(8, 1), disc(1200, 880, 600, 440, 160), { falloff: 0, amount: 1 });
    const small = await blurred(scene(4, 1), disc(600, 440, 300, 220, 80), { falloff: 0, amount: 1 });
    for (const [x, y] of [
      [30, 40],
      [500, 100],
      [300, 400],
      [300, 120],
    ] as const)
      for (let c = 0; c < 3; c++)
        expect(Math.abs(at(large, 2 * x, 2 * y)[c]! - at(small, x, y)[c]!)).toBeLessThan(4);
  });

  it('doesn’t mix in the colours of what is transparent', async () => {
    const image = draw(100, 80, (x) => (x < 50 ? [255, 0, 255, 0] : [40, 120, 60, 255]));
    const out = await blurred(image, disc(100, 80, 80, 40, 8));
    const [red, green, , alpha] = at(out, 52, 40);
    expect(alpha).toBeGreaterThan(80);
    expect(alpha).toBeLessThan(200);
    expect(Math.abs(red! - 40)).toBeLessThan(3);
    expect(Math.abs(green! - 120)).toBeLessThan(3);
    expect(at(out, 10, 40)[3]).toBe(0);
  });

  it('leaves a flat background as it is, and everything at amount 0', async () => {
    const flat = draw(90, 70, (x, y) => (Math.hypot(x - 45, y - 30) < 15 ? [200, 30, 30] : [70, 110, 150]));
    const out = await blurred(flat, disc(90, 70, 45, 30, 15), { amount: 1 });
    expect(differences(flat, out, () => true)).toBe(0);
    const image = speckles(60, 50, 40);
    expect((await blurred(image, disc(60, 50, 20, 20, 9), { amount: 0 })).data).toEqual(image.data);
  });
});
