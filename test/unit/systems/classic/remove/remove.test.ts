import { describe, expect, it } from 'vitest';
import { StudioError } from '../../../../../src-main/contract/index.ts';
import { makeWork } from '../../../../../src-main/runtime/work.ts';
import { growthFor, removeRegion } from '../../../../../src-main/systems/classic/remove/index.ts';
import { at, detail, differences, disc, draw, drawMask, idle, speckles } from '../pictures.ts';

const remove = (
  ...[image, mask, seed = 1]: [
    Parameters<typeof removeRegion>[0],
    Parameters<typeof removeRegion>[1],
    number?,
  ]
) => removeRegion(image, mask, { seed }, idle());

describe('what comes into the hole', () => {
  it('has as much detail as its surroundings', async () => {
    const image = speckles(160, 150, 60);
    const out = await remove(image, disc(160, 150, 80, 70, 26));
    const inside = (x: number, y: number): boolean => Math.hypot(x - 80, y - 70) < 18;
    const ratio = detail(out, inside) / detail(image, inside);
    expect(ratio).toBeGreaterThan(0.7);
    expect(ratio).toBeLessThan(1.4);
  });

  it('takes detail from rough surroundings and calm from calm ones', async () => {
    const image = speckles(180, 120, 70);
    for (let y = 0; y < 120; y++)
      for (let x = 0; x < 90; x++)
        image.data.fill(128 + ((x + y) % 2), (y * 180 + x) * 3, (y * 180 + x) * 3 + 3);
    const mask = drawMask(180, 120, (x, y) =>
      Math.hypot(x - 45, y - 60) <= 18 || Math.hypot(x - 135, y - 60) <= 18 ? 255 : 0,
    );
    const out = await remove(image, mask);
    expect(detail(out, (x, y) => Math.hypot(x - 45, y - 60) < 12)).toBeLessThan(8);
    expect(detail(out, (x, y) => Math.hypot(x - 135, y - 60) < 12)).toBeGreaterThan(80);
  });

  it('continues lines through the hole', async () => {
    const isLine = (x: number, y: number): boolean => Math.abs(y - 0.5 * x - 30) < 4;
    const image = draw(160, 140, (x, y) => (isLine(x, y) ? [20, 20, 60] : [200, 180, 150]));
    const out = await remove(image, disc(160, 140, 80, 70, 16));
    const reds = Array.from({ length: 33 }, (_, k) => at(out, 64 + k, Math.round(0.5 * (64 + k) + 30))[0]!);
    expect(Math.max(...reds)).toBeLessThan(60);
    expect(at(out, 80, 52)[0]).toBeGreaterThan(180);
    expect(at(out, 80, 88)[0]).toBeGreaterThan(180);
  });

  it('continues stripes in step', async () => {
    const image = draw(150, 150, (x) => (x % 12 < 6 ? [40, 90, 40] : [190, 220, 180]));
    const out = await remove(image, disc(150, 150, 75, 75, 24));
    let off = 0;
    for (let i = 0; i < out.data.length; i++) if (Math.abs(out.data[i]! - image.data[i]!) > 40) off++;
    expect(off / 3).toBeLessThan(0.05 * Math.PI * 26 ** 2);
  });

  it('matches a slow change of light without a seam', async () => {
    const image = draw(140, 120, (x, y) => [60 + x, 40 + x / 2 + y / 2, 100]);
    const out = await remove(image, disc(140, 120, 70, 60, 22));
    let worst = 0;
    let step = 0;
    for (let i = 0; i < out.data.length; i++) {
      worst = Math.max(worst, Math.abs(out.data[i]! - image.data[i]!));
      const x = (i / 3) % 140;
      if (x >= 1) step = Math.max(step, Math.abs(out.data[i]! - out.data[i - 3]!));
    }
    expect(worst).toBeLessThan(18);
    expect(step).toBeLessThan(9); // a step of 1 is in the picture itself
  });

  it('is what was there in 16 bits, with alpha', async () => {
    const image = draw(90, 80, (x, y) => [x * 300, y * 500, 20_001, y < 40 ? 65_535 : 0], 16);
    const out = await remove(image, disc(90, 80, 45, 40, 10));
    expect(out.data).toBeInstanceOf(Uint16Array);
    expect(out.channels).toBe(4);
    expect(at(out, 45, 33)[3]).toBeGreaterThan(60_000);
    expect(at(out, 45, 47)[3]).toBeLessThan(5_000);
    expect(Math.abs(at(out, 45, 35)[0]! - 45 * 300)).toBeLessThan(5_000);
    expect(Math.abs(at(out, 45, 35)[2]! - 20_001)).toBeLessThan(3);
  });
});

describe('what is outside', () => {
  it('stays bit-identical, with a soft mask too', async () => {
    const image = speckles(120, 100, 50);
    const mask = drawMask(120, 100, (x, y) =>
      Math.max(0, Math.min(255, 20 * (20 - Math.hypot(x - 60, y - 50)))),
    );
    const before = image.data.slice();
    const out = await remove(image, mask);
    expect(image.data).toEqual(before);
    const grown = 20 + growthFor(image) + 0.5;
    expect(differences(image, out, (x, y) => Math.hypot(x - 60, y - 50) > grown)).toBe(0);
    // Even what the mask hardly touches is filled: the rim of what was removed must not stay.
    expect(differences(image, out, (x, y) => Math.hypot(x - 60, y - 50) < 19)).toBeGreaterThan(1_000);
  });

  it('keeps size, depth, profile', async () => {
    const icc = new Uint8Array(200).fill(3);
    const out = await remove({ ...speckles(50, 40, 30), icc }, disc(50, 40, 25, 20, 5));
    expect([out.width, out.height, out.channels, out.icc]).toEqual([50, 40, 3, icc]);
  });
});

describe('filling from a place', () => {
  const half = drawMask(160, 100, (x) => (x >= 100 ? 255 : 0));
  /** Red, but green from column 100 on; with a little grain. */
  const image = draw(160, 100, (x, y) =>
    x < 100 ? [200, 40 + ((x * y) % 9), 40] : [40, 200, 40 + ((x + y) % 7)],
  );
  const hole = disc(160, 100, 50, 50, 14);

  it('takes pixels from there alone', async () => {
    const out = await removeRegion(image, hole, { seed: 1, source: half }, idle());
    expect(differences(image, out, (x, y) => Math.hypot(x - 50, y - 50) > 17)).toBe(0);
    for (let y = 45; y < 55; y++)
      for (let x = 45; x < 55; x++) {
        const [r, g] = at(out, x, y);
        expect(g! - r!, `${x},${y}`).toBeGreaterThan(100);
      }
  });

  it('does without what the hole itself covers of it', async () => {
    const out = await removeRegion(image, disc(160, 100, 100, 50, 14), { seed: 1, source: half }, idle());
    expect(at(out, 98, 50)[1]! - at(out, 98, 50)[0]!).toBeGreaterThan(100);
  });

  it('says so when there is nothing, or too little', async () => {
    for (const source of [
      hole, // all of it goes
      drawMask(160, 100, (x, y) => (x > 120 && x < 125 && y < 50 ? 255 : 0)), // no whole patch
      drawMask(160, 100, () => 0),
    ]) {
      const error = await removeRegion(image, hole, { seed: 1, source }, idle()).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(StudioError);
      expect((error as StudioError).failure).toMatchObject({ code: 'bad-input' });
      expect((error as StudioError).message).toMatch(/too little/);
    }
  });
});

describe('repeating and stopping', () => {
  it('gives the same for the same seed', async () => {
    const image = speckles(100, 100, 50);
    const mask = disc(100, 100, 50, 50, 15);
    const first = await remove(image, mask, 5);
    expect((await remove(image, mask, 5)).data).toEqual(first.data);
    expect((await remove(image, mask, 6)).data).not.toEqual(first.data);
  });

  it('reports progress that only grows, to the end', async () => {
    const seen: number[] = [];
    const totals = new Set<number>();
    const work = makeWork(new AbortController().signal, (done, total) => {
      seen.push(done);
      totals.add(total);
    });
    await removeRegion(speckles(120, 120, 50), disc(120, 120, 60, 60, 25), { seed: 1 }, work);
    expect(seen.length).toBeGreaterThan(5);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect([...totals]).toEqual([seen.at(-1)]);
  });

  it('stops in the middle', async () => {
    const abort = new AbortController();
    let last = 0;
    const work = makeWork(abort.signal, (done, total) => {
      last = done / total;
      if (last > 0.3) abort.abort();
    });
    const done = removeRegion(speckles(160, 160, 50), disc(160, 160, 80, 80, 40), { seed: 1 }, work);
    await expect(done).rejects.toHaveProperty('name', 'AbortError');
    expect(last).toBeLessThan(0.9);
  });
});

describe('odd cases', () => {
  it('fills holes that touch the border and the corner', async () => {
    const image = speckles(90, 70, 50);
    for (const [cx, cy] of [
      [0, 35],
      [89, 35],
      [45, 69],
      [0, 0],
    ] as const) {
      const out = await remove(image, disc(90, 70, cx, cy, 14));
      const inside = (x: number, y: number): boolean => Math.hypot(x - cx, y - cy) < 11;
      expect(detail(out, inside) / detail(image, inside), `at ${cx},${cy}`).toBeGreaterThan(0.6);
    }
  });

  it('fills most of a picture', async () => {
    const image = draw(80, 80, (x, y) => [(x % 8) * 20, 100, (y % 8) * 20]);
    const mask = drawMask(80, 80, (x) => (x < 60 ? 255 : 0));
    const out = await remove(image, mask);
    expect(detail(out, (x, y) => x > 5 && x < 50 && y > 5 && y < 75)).toBeGreaterThanOrEqual(0);
    expect(differences(image, out, (x) => x >= 60 + growthFor(image))).toBe(0);
    for (let y = 0; y < 80; y++) expect(Math.abs(at(out, 10, y)[1]! - 100)).toBeLessThan(3);
  });

  it('changes nothing for an empty mask', async () => {
    const image = speckles(30, 30, 50);
    const out = await remove(
      image,
      drawMask(30, 30, () => 0),
    );
    expect(out.data).toEqual(image.data);
    expect(out.data).not.toBe(image.data);
  });

  it('says so when nothing is left to fill from', async () => {
    const all = remove(
      speckles(30, 30, 50),
      drawMask(30, 30, () => 255),
    );
    await expect(all).rejects.toBeInstanceOf(StudioError);
    await expect(all).rejects.toHaveProperty('failure.code', 'bad-input');
    const one = remove(
      speckles(1, 1, 50),
      drawMask(1, 1, () => 255),
    );
    await expect(one).rejects.toHaveProperty('failure.code', 'bad-input');
  });

  it('fills smoothly where there is no patch to copy', async () => {
    const image = draw(24, 5, (x) => [x * 10, x * 10, 50]);
    const out = await remove(
      image,
      drawMask(24, 5, (x) => (x === 12 ? 255 : 0)),
    );
    for (let y = 0; y < 5; y++)
      for (let x = 0; x < 24; x++) expect(Math.abs(at(out, x, y)[0]! - x * 10)).toBeLessThan(4);
    const tiny = draw(1, 8, (_, y) => [y * 30, 0, 0]);
    const filled = await remove(
      tiny,
      drawMask(1, 8, (_, y) => (y === 3 ? 255 : 0)),
    );
    expect(Math.abs(at(filled, 0, 3)[0]! - 90)).toBeLessThan(4);
  });

  it('works on pictures of 1 × 1', async () => {
    const image = draw(1, 1, () => [9, 8, 7]);
    expect(
      (
        await remove(
          image,
          drawMask(1, 1, () => 0),
        )
      ).data,
    ).toEqual(image.data);
  });

  it('fills several holes at once', async () => {
    const image = speckles(200, 60, 50);
    const centres = [20, 100, 180];
    const mask = drawMask(200, 60, (x, y) =>
      centres.some((cx) => Math.hypot(x - cx, y - 30) < 9) ? 255 : 0,
    );
    const out = await remove(image, mask);
    for (const cx of centres) {
      const inside = (x: number, y: number): boolean => Math.hypot(x - cx, y - 30) < 8;
      expect(detail(out, inside) / detail(image, inside)).toBeGreaterThan(0.6);
    }
  });
});
