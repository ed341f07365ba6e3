import { describe, expect, it } from 'vitest';
import { imageEditing, StudioError, type ImageEditing } from '../../../../../src-main/contract/index.ts';
import { makeWork } from '../../../../../src-main/runtime/work.ts';
import type { Mask, Raster } from '../../../../../src-main/runtime/raster/raster.ts';
import { applyEdit } from '../../../../../src-main/systems/classic/edits/index.ts';
import { edits } from '../../../../../src-main/systems/classic/index.ts';
import { at, detail, differences, disc, draw, drawMask, idle, speckles } from '../pictures.ts';

const command = (name: string, args: object = {}): ImageEditing =>
  imageEditing.parse({ module: 'image-editing', command: name, args });
const more = { seed: 1, source: null, photo: null };
const apply = (image: Raster, mask: Mask | null, name: string, args: object = {}): Promise<Raster> =>
  applyEdit(image, mask, command(name, args), more, idle());

/** Arguments that make each command do something. */
const strong: Record<(typeof edits)[number], object> = {
  remove: {},
  'cut-out': {},
  'blur-background': { amount: 0.8 },
  'replace-background': { colour: '#e0f0d0', shadow: 0.5 },
  blur: { amount: 0.8 },
  pixelate: { amount: 0.5 },
  adjust: { exposure: 1, contrast: 0.5, saturation: 0.5 },
  curves: {
    points: [
      [0, 0.2],
      [1, 0.9],
    ],
  },
  enhance: { amount: 1 },
  clarity: { amount: 1 },
  vignette: { amount: 1 },
  'film-look': { look: 'faded' },
  stylise: { style: 'oil', amount: 0.8 },
  'black-and-white': {},
  recolour: { colour: '#2060d0' },
  sharpen: { amount: 1 },
  denoise: { amount: 1 },
  crop: {},
  rotate: { degrees: 90 },
  flip: { axis: 'horizontal' },
  resize: { factor: 0.5 },
  extend: { left: 0.3, bottom: 0.2 },
  upscale: { factor: 1.5 },
  straighten: { degrees: 5 },
  perspective: { vertical: 0.5 },
  transform: { scale: 0.5 },
  duplicate: { dx: 0, degrees: 180 },
};
/** Done around the region, which stays as it is. */
const around: readonly string[] = ['blur-background', 'replace-background', 'vignette'];
/** The picture is another afterwards. */
const elsewhere = 'crop rotate flip resize extend upscale straighten perspective cut-out'.split(' ');
const inPlace = edits.filter((name) => !elsewhere.includes(name));
/** Needs something around the region. */
const fills = ['remove', 'transform'];

/** Colourful, noisy, with alpha in one corner. */
function sample(channels: 3 | 4, depth: 8 | 16): Raster {
  const noise = speckles(61, 47, 30);
  const full = depth === 16 ? 257 : 1;
  return draw(
    61,
    47,
    (x, y) => {
      const n = noise.data[(y * 61 + x) * 3]! - 128;
      const rgb = [90 + x + n, 180 - y + n, 60 + n].map((v) => v * full);
      return channels === 4 ? [...rgb, (x + y < 20 ? 128 : 255) * full] : rgb;
    },
    depth,
  );
}

describe('every command', () => {
  for (const channels of [3, 4] as const)
    for (const depth of [8, 16] as const)
      it(`keeps depth, profile and what is outside (${channels} channels, ${depth} bits)`, async () => {
        const image = { ...sample(channels, depth), icc: new Uint8Array(150).fill(7) };
        const before = image.data.slice();
        // Soft from 10 to 14 pixels; nothing beyond.
        const mask = drawMask(61, 47, (x, y) =>
          Math.max(0, Math.min(255, 64 * (14 - Math.hypot(x - 30, y - 23)))),
        );
        for (const name of edits) {
          const out = await apply(image, mask, name, strong[name]);
          expect(image.data, name).toEqual(before);
          expect(out.data.constructor, name).toBe(image.data.constructor);
          expect(out.icc, name).toEqual(image.icc);
          expect(out.data.length, name).toBe(out.width * out.height * out.channels);
        }
        for (const name of inPlace) {
          const out = await apply(image, mask, name, strong[name]);
          const outside = (x: number, y: number): boolean => Math.hypot(x - 30, y - 23) > 17;
          const inside = (x: number, y: number): boolean => Math.hypot(x - 30, y - 23) < 10;
          const [still, changed] = around.includes(name) ? [inside, outside] : [outside, inside];
          expect(differences(image, out, still), name).toBe(0);
          expect(differences(image, out, changed), name).toBeGreaterThan(100);
        }
      });

  it('works on 1 × 1 and on thin pictures', async () => {
    for (const [width, height] of [
      [1, 1],
      [9, 1],
      [1, 9],
      [2, 3],
    ] as const) {
      const image = draw(width, height, (x, y) => [40 + x, 80 + y, 120, 255]);
      const mask = drawMask(width, height, () => 255);
      for (const name of edits) {
        if (fills.includes(name)) continue;
        const out = await apply(image, mask, name, strong[name]);
        expect(out.width * out.height, name).toBeGreaterThan(0);
      }
      expect((await apply(image, null, 'rotate', { degrees: 30 })).channels).toBe(4);
    }
  });

  it('does nothing under an empty mask', async () => {
    const image = sample(4, 8);
    const empty = drawMask(61, 47, () => 0);
    for (const name of inPlace) {
      if (name.endsWith('-background')) continue;
      expect(
        differences(image, await apply(image, empty, name, strong[name]), () => true),
        name,
      ).toBe(0);
    }
  });

  it('stops when told to', async () => {
    const work = makeWork(AbortSignal.abort());
    for (const name of edits) {
      if (name === 'remove') continue; // has tests of its own
      const run = applyEdit(sample(3, 8), disc(61, 47, 30, 23, 9), command(name, strong[name]), more, work);
      await expect(run, name).rejects.toHaveProperty('name', 'AbortError');
    }
  });

  it('reports progress that only grows', async () => {
    for (const name of edits) {
      const seen: number[] = [];
      const work = makeWork(new AbortController().signal, (done, total) => seen.push(done / total));
      await applyEdit(sample(3, 8), disc(61, 47, 30, 23, 9), command(name, strong[name]), more, work);
      expect(seen, name).toEqual([...seen].sort((a, b) => a - b));
      expect(seen.at(-1), name).toBe(1);
    }
  });

  it('asks where, and refuses what it can not do', async () => {
    const image = sample(3, 8);
    for (const name of [
      'remove',
      'pixelate',
      'recolour',
      'crop',
      'cut-out',
      'blur-background',
      'replace-background',
      'transform',
      'duplicate',
    ] as const) {
      const error = await apply(image, null, name, strong[name]).catch((e: unknown) => e);
      expect(error, name).toBeInstanceOf(StudioError);
      expect((error as StudioError).failure.code, name).toBe('needs-region');
    }
    await expect(apply(image, null, 'add', { prompt: 'a cat' })).rejects.toHaveProperty(
      'failure.code',
      'needs-pack',
    );
    const wrong = apply(image, disc(5, 5, 2, 2, 2), 'blur');
    await expect(wrong).rejects.toHaveProperty('failure.code', 'bad-input');
    await expect(
      apply(
        draw(60_000, 1, () => [0, 0, 0]),
        null,
        'resize',
        { factor: 8 },
      ),
    ).rejects.toHaveProperty('failure.code', 'too-large');
  });
});

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

describe('detail', () => {
  it('blurs a picture that lies free beyond its sides: as if it had had room from the start', async () => {
    for (const depth of [8, 16] as const) {
      const most = depth === 16 ? 65_535 : 255;
      const make = (width: number, height: number, left: number, top: number): Raster => {
        const length = width * height * 4;
        const data = depth === 16 ? new Uint16Array(length) : new Uint8Array(length);
        // Opaque up to its own sides.
        for (let y = 0; y < 21; y++)
          for (let x = 0; x < 33; x++)
            data.set([most, (x / 33) * most, (y / 21) * most, most], ((y + top) * width + x + left) * 4);
        return { width, height, channels: 4, data };
      };
      const edit = command('blur', { amount: 0.4 });
      const grown = await applyEdit(make(33, 21, 0, 0), null, edit, { ...more, free: true }, idle());
      const [x, y] = [(grown.width - 33) / 2, (grown.height - 21) / 2];
      expect(x).toBe(y);
      expect(x).toBeGreaterThan(5);
      const roomy = await applyEdit(make(grown.width, grown.height, x, y), null, edit, more, idle());
      expect(grown.data).toEqual(roomy.data);
      for (let i = 0; i < grown.width; i++) expect(grown.data[i * 4 + 3]! / most).toBeLessThan(0.01);
      const region = drawMask(33, 21, () => 255);
      const kept = await applyEdit(make(33, 21, 0, 0), region, edit, { ...more, free: true }, idle());
      expect([kept.width, kept.height]).toEqual([33, 21]);
    }
  });

  it('blurs in light, and more with a larger amount', async () => {
    const edge = draw(100, 20, (x) => (x < 50 ? [0, 0, 0] : [255, 255, 255]));
    const out = await apply(edge, null, 'blur', { amount: 0.6 });
    // Half the light is coded as 188, not 128.
    const middle = (at(out, 49, 10)[0]! + at(out, 50, 10)[0]!) / 2;
    expect(Math.abs(middle - 186)).toBeLessThan(12);
    const image = speckles(100, 100, 60);
    const some = detail(await apply(image, null, 'blur', { amount: 0.2 }), () => true);
    const more = detail(await apply(image, null, 'blur', { amount: 0.9 }), () => true);
    expect(some).toBeLessThan(0.7 * detail(image, () => true));
    expect(more).toBeLessThan(0.5 * some);
    expect((await apply(image, null, 'blur', { amount: 0 })).data).toEqual(image.data);
  });

  it('keeps a flat colour and its alpha through a blur', async () => {
    const flat = draw(50, 40, () => [200, 90, 30, 255]);
    expect(differences(flat, await apply(flat, null, 'blur', { amount: 1 }), () => true)).toBe(0);
  });

  it('blurs the background without a halo in the subject’s colour', async () => {
    const image = draw(120, 90, (x, y) =>
      Math.hypot(x - 60, y - 45) < 20 ? [255, 0, 0] : [40, 160, (x * 37) % 90],
    );
    const out = await apply(image, disc(120, 90, 60, 45, 20), 'blur-background', { amount: 1 });
    for (let x = 84; x < 120; x++) expect(at(out, x, 45)[0]).toBeLessThan(46);
    expect(at(out, 60, 45)).toEqual([255, 0, 0]);
    expect(detail(out, (x) => x > 85)).toBeLessThan(0.3 * detail(image, (x) => x > 85) + 1);
  });

  it('pixelates into squares of their mean', async () => {
    const image = speckles(100, 100, 90);
    const mask = drawMask(100, 100, (x, y) => (x >= 20 && x < 80 && y >= 20 && y < 80 ? 255 : 0));
    const out = await apply(image, mask, 'pixelate', { amount: 0.5 });
    // 12.5 % of 60 pixels.
    expect(at(out, 20, 20)).toEqual(at(out, 27, 27));
    const squares = new Set(Array.from({ length: 60 }, (_, x) => at(out, 20 + x, 20)[0]));
    expect(squares.size).toBeGreaterThan(3);
    expect(squares.size).toBeLessThanOrEqual(8);
    expect(Math.abs(at(out, 50, 50)[0]! - 136)).toBeLessThan(20);
  });

  it('sharpens edges without colour shifts or wild rims', async () => {
    const image = draw(60, 20, (x) => {
      const v = Math.min(200, Math.max(80, 80 + (x - 28) * 25));
      return [v, v - 20, v - 40];
    });
    const out = await apply(image, null, 'sharpen', { amount: 1 });
    expect(detail(out, () => true)).toBeGreaterThan(1.3 * detail(image, () => true));
    for (let x = 0; x < 60; x++) {
      const [r, g, b] = at(out, x, 10);
      expect(Math.abs(r! - g! - 20)).toBeLessThan(2);
      expect(Math.abs(r! - b! - 40)).toBeLessThan(2);
      expect(r).toBeLessThanOrEqual(200 + 27);
    }
    expect(at(out, 5, 10)).toEqual(at(image, 5, 10));
  });

  it('removes noise and keeps edges', async () => {
    const noise = speckles(80, 60, 12);
    const image = draw(80, 60, (x, y) => {
      const n = noise.data[(y * 80 + x) * 3]! - 128;
      return x < 40 ? [60 + n, 70 + n, 80 + n] : [200 + n, 190 + n, 180 + n];
    });
    const out = await apply(image, null, 'denoise', { amount: 0.7 });
    expect(detail(out, (x) => x < 36)).toBeLessThan(0.4 * detail(image, (x) => x < 36));
    let [left, right] = [0, 0];
    for (let y = 0; y < 60; y++) {
      left += at(out, 38, y)[0]! / 60;
      right += at(out, 41, y)[0]! / 60;
    }
    expect(right - left).toBeGreaterThan(115);
  });

  it('denoises tall pictures without bands', async () => {
    const image = draw(8, 900, (x, y) => [100 + (y % 3), 100, 100 + x]);
    const tall = await apply(image, null, 'denoise', { amount: 0.5 });
    const top = await apply(
      { ...image, height: 500, data: image.data.slice(0, 8 * 500 * 3) },
      null,
      'denoise',
      {
        amount: 0.5,
      },
    );
    expect(tall.data.slice(0, 8 * 480 * 3)).toEqual(top.data.slice(0, 8 * 480 * 3));
  });
});

describe('cut-out', () => {
  it('makes the rest transparent and hides its colours', async () => {
    const image = draw(60, 60, (x, y) => (Math.hypot(x - 30, y - 30) < 15 ? [220, 40, 40] : [30, 60, 220]));
    const out = await apply(image, disc(60, 60, 30, 30, 14), 'cut-out');
    expect(at(out, 30, 30)).toEqual([220, 40, 40, 255]);
    expect(at(out, 2, 2)).toEqual([0, 0, 0, 0]);
  });

  it('takes the background’s colour out of soft edges', async () => {
    const share = (x: number, y: number): number =>
      Math.max(0, Math.min(1, (18 - Math.hypot(x - 30, y - 30)) / 4));
    const image = draw(60, 60, (x, y) => {
      const a = share(x, y);
      return [220 * a + 30 * (1 - a), 40 * a + 60 * (1 - a), 40 * a + 220 * (1 - a)];
    });
    const mask = drawMask(60, 60, (x, y) => 255 * share(x, y));
    const out = await apply(image, mask, 'cut-out');
    const half = at(out, 30 + 16, 30);
    expect(half[3]).toBe(127);
    expect(at(image, 46, 30)[2]).toBeGreaterThan(120);
    expect(half[2]).toBeLessThan(100);
    expect(half[0]).toBeGreaterThan(170);
  });

  it('multiplies with alpha that was there', async () => {
    const image = draw(4, 1, (x) => [10, 20, 30, x * 80]);
    const out = await apply(
      image,
      drawMask(4, 1, () => 128),
      'cut-out',
    );
    expect([0, 1, 2, 3].map((x) => at(out, x, 0)[3])).toEqual([0, 40, 80, 120]);
  });
});

describe('geometry', () => {
  const numbered = draw(7, 5, (x, y) => [x, y, 9]);

  it('crops to the region’s box', async () => {
    const mask = drawMask(7, 5, (x, y) => (x >= 2 && x < 5 && y >= 1 && y < 3 ? 255 : x === 6 ? 40 : 0));
    const out = await apply(numbered, mask, 'crop');
    expect([out.width, out.height]).toEqual([3, 2]);
    expect(at(out, 0, 0)).toEqual([2, 1, 9]);
    expect(at(out, 2, 1)).toEqual([4, 2, 9]);
  });

  it('crops to an aspect, around a region, inside the picture', async () => {
    const wide = draw(160, 90, (x, y) => [x, y, 0]);
    const square = await apply(wide, null, 'crop', { aspect: 1 });
    expect([square.width, square.height, at(square, 0, 0)]).toEqual([90, 90, [35, 0, 0]]);
    const corner = drawMask(160, 90, (x, y) => (x >= 140 && y < 10 ? 255 : 0));
    const out = await apply(wide, corner, 'crop', { aspect: 1 });
    expect([out.width, out.height, at(out, 0, 0)]).toEqual([20, 20, [140, 0, 0]]);
    const tall = await apply(wide, corner, 'crop', { aspect: 0.05 });
    expect([tall.width, tall.height]).toEqual([5, 90]);
  });

  it('flips and turns exactly', async () => {
    const left = await apply(numbered, null, 'flip', { axis: 'horizontal' });
    expect(at(left, 0, 3)).toEqual([6, 3, 9]);
    const top = await apply(numbered, null, 'flip', { axis: 'vertical' });
    expect(at(top, 2, 0)).toEqual([2, 4, 9]);
    const quarter = await apply(numbered, null, 'rotate', { degrees: 90 });
    expect([quarter.width, quarter.height, quarter.channels]).toEqual([5, 7, 3]);
    expect(at(quarter, 4, 0)).toEqual([0, 0, 9]);
    expect(at(quarter, 0, 6)).toEqual([6, 4, 9]);
    let turned = numbered;
    for (let k = 0; k < 4; k++) turned = await apply(turned, null, 'rotate', { degrees: -90 });
    expect(turned.data).toEqual(numbered.data);
    const back = await apply(quarter, null, 'rotate', { degrees: 270 });
    expect(back.data).toEqual(numbered.data);
    expect(
      (
        await apply(await apply(numbered, null, 'rotate', { degrees: 180 }), null, 'rotate', {
          degrees: -180,
        })
      ).data,
    ).toEqual(numbered.data);
  });

  it('turns clockwise by any angle, grows, and leaves corners transparent', async () => {
    const image = draw(80, 40, (x, y) => (x > 70 && y < 10 ? [255, 0, 0] : [200, 200, 200]));
    const out = await apply(image, null, 'rotate', { degrees: 30 });
    expect([out.width, out.height, out.channels]).toEqual([90, 75, 4]);
    expect(at(out, 0, 0)[3]).toBe(0);
    expect(at(out, 45, 37)).toEqual([200, 200, 200, 255]);
    // The top right corner, (+38, −17) from the middle, goes down by a clockwise turn: to (+41, +4).
    expect(at(out, 45 + 41, 37 + 4).slice(0, 2)).toEqual([255, 0]);
    let opaque = 0;
    for (let i = 3; i < out.data.length; i += 4) opaque += out.data[i]! / 255;
    expect(Math.abs(opaque - 80 * 40)).toBeLessThan(160);
  });

  it('scales', async () => {
    const out = await apply(
      draw(31, 17, () => [120, 60, 30]),
      null,
      'resize',
      { factor: 2.5 },
    );
    expect([out.width, out.height, at(out, 40, 20)]).toEqual([78, 43, [120, 60, 30]]);
    const dot = await apply(numbered, null, 'resize', { factor: 0.01 });
    expect([dot.width, dot.height]).toEqual([1, 1]);
  });
});
