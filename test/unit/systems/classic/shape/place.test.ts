import { describe, expect, it } from 'vitest';
import { imageEditing } from '../../../../../src-main/contract/index.ts';
import type { Mask, Raster } from '../../../../../src-main/runtime/raster/raster.ts';
import { applyEdit } from '../../../../../src-main/systems/classic/edits/index.ts';
import { carryMask } from '../../../../../src-main/systems/classic/shape/carry.ts';
import { relight } from '../../../../../src-main/systems/classic/shape/relight.ts';
import { at, differences, disc, draw, drawMask, idle, speckles } from '../pictures.ts';

const command = (name: string, args: object) =>
  imageEditing.parse({ module: 'image-editing', command: name, args });
const apply = (image: Raster, mask: Mask, name: string, args: object): Promise<Raster> =>
  applyEdit(image, mask, command(name, args), { seed: 1, source: null, photo: null }, idle());

/** A red disc on blue-green ground, its rim mixed as a lens would, with the mask that says how. */
function scene(channels: 3 | 4 = 3, depth: 8 | 16 = 8): { image: Raster; mask: Mask } {
  const noise = speckles(121, 91, 8);
  const full = depth === 16 ? 257 : 1;
  const mask = drawMask(121, 91, (x, y) =>
    Math.max(0, Math.min(255, Math.round(128 + 100 * (15 - Math.hypot(x - 40, y - 45))))),
  );
  const image = draw(
    121,
    91,
    (x, y) => {
      const p = y * 121 + x;
      const a = mask.data[p]! / 255;
      const n = noise.data[p * 3]! - 128;
      const mix = [210, 50, 40].map((v, c) => (v + n) * a + ([40, 120, 130][c]! + n) * (1 - a));
      return [...mix, ...(channels === 4 ? [255] : [])].map((v) => Math.round(v) * full);
    },
    depth,
  );
  return { image, mask };
}

describe('transform', () => {
  it('moves a thing by whole pixels as it is, fills its place, and touches nothing else', async () => {
    for (const channels of [3, 4] as const)
      for (const depth of [8, 16] as const) {
        const { image, mask } = scene(channels, depth);
        const out = await apply(image, mask, 'transform', { dx: 40 / 121 });
        const full = depth === 16 ? 257 : 1;
        const inner = (x: number, y: number): boolean => Math.hypot(x - 80, y - 45) < 13;
        const copy = draw(121, 91, (x, y) => at(image, Math.max(0, x - 40), y), depth);
        expect(differences(copy, out, inner)).toBe(0);
        // What it left looks like the ground.
        const [red, green] = at(out, 40, 45);
        expect(red!).toBeLessThan(60 * full);
        expect(green!).toBeGreaterThan(100 * full);
        const away = (x: number, y: number): boolean =>
          Math.hypot(x - 40, y - 45) > 20 && Math.hypot(x - 80, y - 45) > 20;
        expect(differences(image, out, away)).toBe(0);
      }
  });

  it('rounds the teeth of a mask that has only steps', async () => {
    const mask = disc(121, 91, 40, 45, 15);
    const image = draw(121, 91, (x, y) => (mask.data[y * 121 + x] ? [210, 50, 40] : [40, 120, 130]));
    const out = await apply(image, mask, 'transform', { dx: 40 / 121 });
    let mixed = 0;
    let area = 0;
    for (let y = 0; y < 91; y++)
      for (let x = 60; x < 100; x++) {
        const share = (at(out, x, y)[0]! - 40) / 170;
        area += share;
        if (share > 0.1 && share < 0.9) mixed++;
      }
    // About as many soft pixels as the outline is long, and none of the disc is lost.
    expect(mixed).toBeGreaterThan(60);
    expect(Math.abs(area / (Math.PI * 15.2 ** 2) - 1)).toBeLessThan(0.04);
  });

  it('changes nothing when it moves by nothing', async () => {
    const { image, mask } = scene();
    for (const args of [{}, { dx: 0, dy: 0 }, { scale: 1, degrees: 360 }, { dx: 0.001 }]) {
      const out = await apply(image, mask, 'transform', args);
      expect(differences(image, out, () => true)).toBe(0);
    }
  });

  it('leaves no rim of the old ground around a thing on new ground', async () => {
    const { image, mask } = scene();
    // White ground on the right.
    const two = draw(121, 91, (x, y) => (x > 62 ? [250, 250, 250] : at(image, x, y)));
    const out = await apply(two, mask, 'transform', { dx: 52 / 121 });
    for (let y = 0; y < 91; y++)
      for (let x = 66; x < 121; x++) {
        const a = mask.data[y * 121 + x - 52]! / 255;
        [210, 50, 40].forEach((v, c) =>
          expect(Math.abs(at(out, x, y)[c]! - (v * a + 250 * (1 - a)))).toBeLessThan(22),
        );
      }
  });

  it('mirrors, turns clockwise and scales about the middle', async () => {
    // A square whose quarters have colours of their own.
    const quarters = draw(100, 100, (x, y) =>
      x < 30 || x >= 70 || y < 30 || y >= 70 ? [128, 128, 128] : [x < 50 ? 250 : 10, y < 50 ? 250 : 10, 60],
    );
    const mask = drawMask(100, 100, (x, y) => (x < 30 || x >= 70 || y < 30 || y >= 70 ? 0 : 255));
    const mirrored = await apply(quarters, mask, 'transform', { mirror: 'horizontal' });
    expect([at(mirrored, 35, 35)[0], at(mirrored, 65, 35)[0]]).toEqual([10, 250]);
    expect(at(mirrored, 20, 50)).toEqual([128, 128, 128]);
    const turned = await apply(quarters, mask, 'transform', { degrees: 90 });
    // What was top left is top right now.
    expect(at(turned, 65, 35).slice(0, 2)).toEqual([250, 250]);
    expect(at(turned, 35, 35).slice(0, 2)).toEqual([250, 10]);
    const half = await apply(quarters, mask, 'transform', { scale: 0.5, dy: 0.2 });
    expect(at(half, 44, 64).slice(0, 2)).toEqual([250, 250]);
    expect(at(half, 56, 76).slice(0, 2)).toEqual([10, 10]);
    expect(Math.abs(at(half, 33, 50)[0]! - 128)).toBeLessThan(8);
    const large = await apply(quarters, mask, 'transform', { scale: 2 });
    expect(at(large, 15, 15).slice(0, 2)).toEqual([250, 250]);
    expect(at(large, 85, 15).slice(0, 2)).toEqual([10, 250]);
    expect(at(large, 5, 5)).toEqual([128, 128, 128]);
  });

  it('goes beyond the sides', async () => {
    const { image, mask } = scene();
    const partly = await apply(image, mask, 'transform', { dx: -40 / 121 });
    expect(at(partly, 2, 45)[0]).toBeGreaterThan(190);
    const gone = await apply(image, mask, 'transform', { dx: 1, dy: 1 });
    expect(at(gone, 40, 45)[0]).toBeLessThan(60);
    const away = (x: number, y: number): boolean => Math.hypot(x - 40, y - 45) > 20;
    expect(differences(image, gone, away)).toBe(0);
  });
});

describe('duplicate', () => {
  it('leaves the thing and puts a copy where it is told, or beside it', async () => {
    const { image, mask } = scene();
    const out = await apply(image, mask, 'duplicate', { dx: 40 / 121 });
    expect(differences(image, out, (x) => x < 60)).toBe(0);
    expect(at(out, 80, 45)).toEqual(at(image, 40, 45));
    const beside = await apply(image, mask, 'duplicate', {});
    expect(differences(image, beside, (x) => x < 55)).toBe(0);
    let reds = 0;
    for (let x = 57; x < 121; x++) if (at(beside, x, 45)[0]! > 150) reds++;
    expect(Math.abs(reds - 31)).toBeLessThanOrEqual(3);
    const nowhere = await apply(image, mask, 'duplicate', { dx: 1 });
    expect(differences(image, nowhere, () => true)).toBe(0);
  });
});

describe('blending', () => {
  /** Grainy ground that grows lighter to the right. */
  const noise = speckles(200, 120, 20, 11);
  const ground = draw(200, 120, (x, y) => {
    const light = 0.5 + x / 200;
    return [80, 110, 60].map((v) => light * (v + noise.data[(y * 200 + x) * 3]! - 128));
  });
  const mean = (image: Raster, x1: number, x2: number, y1: number, y2: number): number => {
    let sum = 0;
    for (let y = y1; y < y2; y++) for (let x = x1; x < x2; x++) sum += at(image, x, y)[1]!;
    return sum / ((x2 - x1) * (y2 - y1));
  };

  it('gives a loose patch the light of its new place', async () => {
    const patch = drawMask(200, 120, (x, y) => (x >= 20 && x < 60 && y >= 40 && y < 80 ? 255 : 0));
    const out = await apply(ground, patch, 'duplicate', { dx: 0.5 });
    // Across each side of the patch the mean changes no more than the ground itself does.
    for (const [inside, outside] of [
      [mean(out, 122, 130, 46, 74), mean(out, 110, 118, 46, 74)],
      [mean(out, 150, 158, 46, 74), mean(out, 162, 170, 46, 74)],
      [mean(out, 126, 154, 42, 48), mean(out, 126, 154, 32, 38)],
      [mean(out, 126, 154, 72, 78), mean(out, 126, 154, 82, 88)],
    ] as const)
      expect(Math.abs(inside - outside)).toBeLessThan(14);
    // It is the patch, not the ground: a copy that was only laid over would be 55 darker here.
    expect(Math.abs(mean(out, 125, 155, 45, 75) - mean(ground, 125, 155, 45, 75))).toBeLessThan(8);
    expect(differences(ground, out, (x, y) => x >= 130 && x < 150 && y >= 50 && y < 70)).toBeGreaterThan(300);
    expect(differences(ground, out, (x, y) => x < 118 || x > 162 || y < 38 || y > 82)).toBe(0);
  });

  it('keeps the colours of a thing that was cut out along its outline', async () => {
    const ball = draw(200, 120, (x, y) =>
      Math.hypot(x - 40, y - 60) < 20 ? [200, 40, 90] : at(ground, x, y),
    );
    const out = await apply(ball, disc(200, 120, 40, 60, 19.9), 'duplicate', { dx: 0.55 });
    const ball2 = draw(200, 120, () => [200, 40, 90]);
    expect(differences(ball2, out, (x, y) => Math.hypot(x - 150, y - 60) < 17)).toBe(0);
  });
});

describe('a thing in a loose selection', () => {
  /** A white disc on a grey wall at the left, orange cloth at the right. */
  const grain = speckles(201, 121, 6, 5);
  const scenery = (channels: 3 | 4, depth: 8 | 16): Raster => {
    const full = depth === 16 ? 257 : 1;
    return draw(
      201,
      121,
      (x, y) => {
        const n = grain.data[(y * 201 + x) * 3]! - 128;
        const cover = Math.min(1, Math.max(0, 18.5 - Math.hypot(x - 50, y - 60)));
        const below = x < 100 ? [120, 122, 125] : [215, 80, 40];
        const mixed = below.map((v) => (v + n) * (1 - cover) + 238 * cover);
        return [...mixed, ...(channels === 4 ? [255] : [])].map((v) => Math.round(v) * full);
      },
      depth,
    );
  };
  const loose = disc(201, 121, 50, 60, 26);
  const off = (x: number, y: number): number => Math.hypot(x - 150, y - 60);

  it.each([
    [3, 8],
    [4, 16],
  ] as const)(
    'leaves its old ground behind on other ground (%i channels, %i bits)',
    async (channels, depth) => {
      const full = depth === 16 ? 257 : 1;
      const out = await apply(scenery(channels, depth), loose, 'duplicate', { dx: 100 / 201 });
      let worst = 0;
      let tint = 0;
      for (let y = 30; y < 90; y++)
        for (let x = 120; x < 180; x++) {
          const [r, g, b] = at(out, x, y).map((v) => v / full) as [number, number, number];
          if (off(x, y) > 21) worst = Math.max(worst, Math.hypot(r - 215, g - 80, b - 40));
          if (off(x, y) < 16) tint = Math.max(tint, Math.max(r, g, b) - Math.min(r, g, b));
        }
      // The wall is 160 away from the cloth, whose grain is up to 6 in each channel.
      expect(worst).toBeLessThan(30);
      expect(tint).toBeLessThan(6);
    },
  );
});

describe('relight', () => {
  const looks = (own: number[], theirs: number[], ours: number[], most = 255): number[] => {
    const value = Float64Array.from(own);
    relight(value, Float64Array.from(theirs), Float64Array.from(ours), 1, most);
    return [...value];
  };

  it('makes the new ground of the old one', () => {
    const found = looks([90, 60, 40], [150, 100, 30], [90, 60, 40]);
    [150, 100, 30].forEach((v, c) => expect(found[c]).toBeCloseTo(v, 6));
    const sixteen = looks(
      [90, 60, 40].map((v) => v * 257),
      [38_550, 25_700, 7710],
      [23_130, 15_420, 10_280],
      65_535,
    );
    [150, 100, 30].forEach((v, c) => expect(sixteen[c]! / 257).toBeCloseTo(v, 6));
  });

  it('keeps what is white without a tint, on ground of any colour and in any light', () => {
    for (const theirs of [
      [200, 30, 30],
      [20, 120, 40],
      [10, 10, 12],
      [130, 90, 60],
      [40, 60, 220],
    ])
      for (const white of [250, 255]) {
        const [r, g, b] = looks([white, white, white], theirs, [110, 75, 50]) as [number, number, number];
        expect(Math.max(r, g, b) - Math.min(r, g, b)).toBeLessThan(4);
        expect(Math.max(r, g, b)).toBeLessThanOrEqual(255);
        expect(r).toBeGreaterThan(190);
      }
  });
});

describe('what is meant after a move', () => {
  it('is where it went', async () => {
    const { image, mask } = scene();
    const edit = command('transform', { dx: 40 / 121 });
    const it_ = await carryMask(mask, image, mask, edit, idle());
    for (let y = 0; y < 91; y++)
      for (let x = 40; x < 121; x++) expect(it_.data[y * 121 + x]).toBe(mask.data[y * 121 + x - 40]);
    expect(it_.data[45 * 121 + 30]).toBe(0);
  });

  it('is the copy after a duplicate, also where it was laid by itself', async () => {
    const { image, mask } = scene();
    const covered = (at: Mask) => at.data.reduce((sum, v) => sum + v, 0);
    const carried = await carryMask(mask, image, mask, command('duplicate', {}), idle());
    const made = await apply(image, mask, 'duplicate', {});
    // Clear of the thing, and nowhere but where the picture was changed.
    expect(carried.data.some((v, i) => v > 0 && mask.data[i]! > 0)).toBe(false);
    expect(Math.abs(covered(carried) / covered(mask) - 1)).toBeLessThan(0.02);
    const inside = (i: number) => carried.data[i] === 255;
    const changed = [...carried.data.keys()].filter(
      (i) => inside(i) && [0, 1, 2].some((c) => made.data[3 * i + c] !== image.data[3 * i + c]),
    );
    expect(changed.length).toBeGreaterThan(0.9 * carried.data.filter((v) => v === 255).length);
  });

  it('closes a background behind it and opens it where it went', async () => {
    const { image, mask } = scene();
    const background = { ...mask, data: mask.data.map((v) => 255 - v) };
    const out = await carryMask(background, image, mask, command('transform', { dx: 40 / 121 }), idle());
    expect(out.data[45 * 121 + 40]).toBe(255);
    expect(out.data[45 * 121 + 80]).toBe(0);
    expect(out.data[10 * 121 + 100]).toBe(255);
    const left = drawMask(121, 91, (x) => (x < 38 ? 255 : 0));
    const half = await carryMask(left, image, mask, command('transform', { dy: 0.2 }), idle());
    expect([half.data[40 * 121 + 26], half.data[40 * 121 + 54]]).toEqual([255, 0]);
  });
});
