/** One click after another: what a correction may change, and what it must leave as it was. */
import { describe, expect, test } from 'vitest';
import type { Raster } from '../../../../../src-main/runtime/raster/raster.ts';
import { components } from '../../../../../src-main/systems/classic/segment/distance.ts';
import { prepare, type Prepared } from '../../../../../src-main/systems/classic/segment/features.ts';
import { cutPart } from '../../../../../src-main/systems/classic/segment/local.ts';
import { pixelAt, type Click } from '../../../../../src-main/systems/classic/segment/places.ts';
import { segmentPrompt } from '../../../../../src-main/systems/classic/segment/prompt.ts';
import { ellipse, plain, randomOf, scene, texture, work } from './scenes.ts';

const W = 243;
const H = 171;

/** Things of two colours and textures, some of which touch, on a patterned ground. */
const market = () =>
  scene(W, H, texture([110, 120, 100], 0.6, 11, 18, 3), [
    { paint: plain(190, 60, 50, 26, 2), inside: ellipse(62, 60, 38, 30) },
    { paint: plain(220, 190, 70, 26, 4), inside: (x, y) => x > 58 && x < 96 && y > 78 && y < 140 },
    { paint: texture([70, 80, 170], 1.2, 7, 30, 5), inside: ellipse(170, 60, 34, 42) },
    { paint: plain(190, 60, 50, 26, 6), inside: ellipse(190, 136, 36, 22) },
  ]);

const at = (x: number, y: number, sign: '+' | '-' = '+'): Click => ({ x: x / W, y: y / H, sign });

const select = (prepared: Prepared, clicks: readonly Click[]) => segmentPrompt(prepared, clicks, [], work());

const overlap = (mask: Uint8Array, truth: Uint8Array): number => {
  let both = 0;
  let either = 0;
  mask.forEach((v, i) => {
    if (v && truth[i]) both++;
    if (v || truth[i]) either++;
  });
  return both / either;
};

describe('a further click', () => {
  test('adds and takes nothing away, or takes away and adds nothing; all clicks hold; one place changes', async () => {
    const prepared = await prepare(market().image, work());
    const random = randomOf(7);
    for (let run = 0; run < 2; run++) {
      const clicks = [at(62, 60)];
      let before = await select(prepared, clicks);
      for (let n = 0; n < 5; n++) {
        const click: Click = { x: random(), y: random(), sign: random() < 0.5 ? '+' : '-' };
        const said = clicks.find((c) => pixelAt(c, prepared.fine) === pixelAt(click, prepared.fine));
        if (said) continue;
        clicks.push(click);
        const after = await select(prepared, clicks);
        const changed = after.map((v, i) => (v === before[i] ? 0 : 1));
        const wrong = changed.findIndex((v, i) => v > 0 && after[i] !== (click.sign === '+' ? 1 : 0));
        expect(wrong).toBe(-1);
        for (const { sign, ...place } of clicks)
          expect(after[pixelAt(place, prepared.fine)]).toBe(sign === '+' ? 1 : 0);
        // crumbs that are swallowed touch what changed
        expect(components(changed, W, H, 1).sizes.length).toBeLessThanOrEqual(2);
        before = after;
      }
    }
  });

  test('on what it already says changes nothing', async () => {
    const prepared = await prepare(market().image, work());
    const once = await select(prepared, [at(170, 60)]);
    expect(await select(prepared, [at(170, 60), at(165, 72), at(20, 150, '-')])).toEqual(once);
  });

  test('adds a thing elsewhere and leaves the first as it was', async () => {
    const { image, truths } = market();
    const prepared = await prepare(image, work());
    const first = await select(prepared, [at(62, 50)]);
    const both = await select(prepared, [at(62, 50), at(170, 60)]);
    for (let y = 0; y < H; y++)
      expect(both.subarray(y * W, y * W + 120)).toEqual(first.subarray(y * W, y * W + 120));
    const added = both.map((v, i) => (v && !first[i] ? 1 : 0));
    expect(overlap(added, truths[2]!.data)).toBeGreaterThan(0.93);
  });

  test('with a minus takes one of two things away and leaves the other as it was', async () => {
    const { image } = market();
    const prepared = await prepare(image, work());
    const both = [at(62, 50), at(170, 60)];
    const before = await select(prepared, both);
    const after = await select(prepared, [...both, at(170, 60 + 9, '-')]);
    for (let y = 0; y < H; y++)
      expect(after.subarray(y * W, y * W + 120)).toEqual(before.subarray(y * W, y * W + 120));
    expect(after[60 * W + 170]).toBe(1);
    expect(after[69 * W + 170]).toBe(0);
  });

  test('with a minus cuts a part off along its edge', async () => {
    const { image, truths } = market();
    const prepared = await prepare(image, work());
    // both things that touch, however the first click was taken
    const joined = await select(prepared, [at(62, 50), at(77, 115)]);
    const cut = await select(prepared, [at(62, 50), at(77, 115), at(77, 122, '-')]);
    const gone = joined.map((v, i) => (v && !cut[i] ? 1 : 0));
    expect(gone[122 * W + 77]).toBe(1);
    expect(cut[50 * W + 62]).toBe(1);
    const lost = gone.filter((v, i) => v > 0 && truths[0]!.data[i]! > 0 && !truths[1]!.data[i]).length;
    expect(lost).toBeLessThan(0.05 * truths[0]!.data.filter((v) => v).length);
  });

  test('of a positive sign stays in the box that it lies in', async () => {
    const { image } = market();
    const prepared = await prepare(image, work());
    const box = { x1: 120 / W, y1: 10 / H, x2: 215 / W, y2: 110 / H };
    const clicks = [at(128, 104), at(205, 14)];
    const mask = await segmentPrompt(prepared, clicks, [box], work());
    mask.forEach((v, i) => {
      const x = i % W;
      const y = Math.floor(i / W);
      if (x < 120 || x >= 215 || y < 10 || y >= 110) expect(v).toBe(0);
    });
    for (const click of clicks) expect(mask[pixelAt(click, prepared.fine)]).toBe(1);
  });

  test('gives the same whether those before it were looked for just now or not', async () => {
    const { image } = market();
    const clicks = [at(62, 50), at(77, 115), at(30, 150, '-'), at(190, 136)];
    const prepared = await prepare(image, work());
    for (let n = 1; n < clicks.length; n++) await select(prepared, clicks.slice(0, n));
    for (let n = 0; n < 9; n++) await select(prepared, [at(10 + 22 * n, 20 + 14 * n)]);
    const steps = await select(prepared, clicks);
    expect(await select(await prepare(image, work()), clicks)).toEqual(steps);
  });

  test('adds nothing where the photo is transparent', async () => {
    const { image } = market();
    const clear: Raster = { width: W, height: H, channels: 4, data: new Uint8Array(W * H * 4).fill(255) };
    for (let i = 0; i < W * H; i++) {
      for (let c = 0; c < 3; c++) clear.data[4 * i + c] = image.data[3 * i + c]!;
      if (i % W > 170) clear.data[4 * i + 3] = 0;
    }
    const prepared = await prepare(clear, work());
    const mask = await select(prepared, [at(62, 50), at(155, 60), at(200, 136)]);
    mask.forEach((v, i) => {
      if (i % W > 170) expect(v).toBe(0);
    });
  });
});

test('a part is drawn within its band, and as it was said', async () => {
  const { image, truths } = market();
  const { fine } = await prepare(image, work());
  const truth = Uint8Array.from(truths[2]!.data, (v) => (v ? 1 : 0));
  const before = Uint8Array.from(truths[0]!.data, (v) => (v ? 1 : 0));
  // a disc in the thing, smaller than it
  const part = before.map((_, i) =>
    ellipse(170, 60, 30, 38)((i % W) + 0.5, Math.floor(i / W) + 0.5) ? 1 : 0,
  );
  const said = new Int8Array(before.length);
  said[60 * W + 150] = -1;
  const open = before.map((v) => 1 - v);
  const options = { band: 9, hold: 0.3, smooth: 6, said };
  const after = await cutPart(fine, before, part, open, '+', options, work());
  const added = after.map((v, i) => v - before[i]!);
  expect(overlap(Uint8Array.from(added), truth)).toBeGreaterThan(0.95);
  expect(after[60 * W + 150]).toBe(0);
  const wide = ellipse(170, 60, 41, 49);
  added.forEach((v, i) => {
    if (!wide((i % W) + 0.5, Math.floor(i / W) + 0.5)) expect(v).toBe(0);
  });
});
