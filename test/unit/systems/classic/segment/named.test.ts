import { describe, expect, test } from 'vitest';
import { blankMask, type Mask, type Raster } from '../../../../../src-main/runtime/raster/raster.ts';
import {
  prepareSegmentation,
  segmentNamed,
  segmentRegion,
  type SegmentPart,
} from '../../../../../src-main/systems/classic/segment/index.ts';
import { ellipse, iou, plain, scene, texture, work } from './scenes.ts';

async function segment(image: Raster, parts: readonly SegmentPart[]): Promise<Mask> {
  return segmentRegion(image, await prepareSegmentation(image, work()), parts, false, work());
}

const missing = { failure: { code: 'needs-region' } };

/** Two red things, one larger, a blue one, on grey; the red ones in light and shade. */
const toys = () =>
  scene(241, 181, plain(140, 138, 135, 14), [
    { paint: (x) => [150 + x / 2, 30 + x / 8, 35], inside: ellipse(70, 60, 42, 34) },
    { paint: plain(190, 40, 45, 10, 2), inside: ellipse(200, 40, 20, 18) },
    { paint: plain(40, 70, 180, 10, 3), inside: ellipse(150, 130, 38, 30) },
  ]);

const both = (a: Mask, b: Mask): Mask => ({ ...a, data: a.data.map((v, i) => Math.max(v, b.data[i]!)) });

describe('colours', () => {
  const red = { kind: 'colour', colour: '#ff0000' } as const;

  test('all of one, in light and shade', async () => {
    const { image, truths } = toys();
    const mask = await segment(image, [{ ...red, which: 'all' }]);
    expect(iou(mask, both(truths[0]!, truths[1]!))).toBeGreaterThan(0.95);
    const deep: Raster = { ...image, data: Uint16Array.from(image.data, (v) => v * 257) };
    expect(iou(await segment(deep, [{ ...red, which: 'all' }]), mask)).toBeGreaterThan(0.99);
  });

  test('the one that has it, the largest, the smallest, the nearest', async () => {
    const { image, truths } = toys();
    const wishes = [
      [{ ...red, which: 'only' }, truths[0]!],
      [{ ...red, which: 'largest' }, truths[0]!],
      [{ ...red, which: 'smallest' }, truths[1]!],
      [{ ...red, which: 'nearest', at: [1, 0.5] }, truths[1]!],
      [{ kind: 'colour', colour: '#0000ff', which: 'only' }, truths[2]!],
    ] as const;
    for (const [wish, truth] of wishes)
      expect(iou(await segment(image, [wish]), truth)).toBeGreaterThan(0.94);
  });

  test('that nothing has are not guessed at; of several things one is, and that may be another', async () => {
    const { image } = toys();
    await expect(segment(image, [{ kind: 'colour', colour: '#008000', which: 'all' }])).rejects.toMatchObject(
      missing,
    );
    const twins = scene(200, 120, plain(140, 138, 135, 14), [
      { paint: plain(190, 40, 45, 10, 2), inside: ellipse(50, 60, 30, 28) },
      { paint: plain(190, 40, 45, 10, 3), inside: ellipse(150, 60, 28, 28) },
    ]);
    const prepared = await prepareSegmentation(twins.image, work());
    const wish = { ...red, which: 'only' } as const;
    const { mask, sure, others } = await segmentNamed(twins.image, prepared, wish, false, work());
    expect(sure).toBeLessThan(0.6);
    expect(others).toHaveLength(1);
    const order = iou(mask, twins.truths[0]!) > 0.5 ? [0, 1] : [1, 0];
    for (const [n, found] of [mask, ...others].entries())
      expect(iou(found, twins.truths[order[n]!]!)).toBeGreaterThan(0.94);
    // one that is alone is meant, and one that is asked for by its place, too
    const single = toys();
    const features = await prepareSegmentation(single.image, work());
    for (const sureOne of [
      { kind: 'colour', colour: '#0000ff', which: 'only' },
      { ...red, which: 'nearest', at: [1, 0] },
    ] as const)
      expect((await segmentNamed(single.image, features, sureOne, false, work())).sure).toBeGreaterThan(0.6);
  });

  test('mean a thing, not the ground or the sky behind it, even where that is larger', async () => {
    const { image, truths } = scene(241, 181, plain(105, 120, 90, 14), [
      { paint: plain(90, 140, 215, 8, 2), inside: (_, y) => y < 90 },
      { paint: plain(30, 70, 190, 10, 3), inside: ellipse(120, 130, 34, 22) },
    ]);
    expect(
      iou(await segment(image, [{ ...red, colour: '#0000ff', which: 'only' }]), truths[1]!),
    ).toBeGreaterThan(0.9);
    // there is nothing else that is blue
    const { image: bare, truths: sky } = scene(241, 181, plain(105, 120, 90, 14), [
      { paint: plain(90, 140, 215, 8, 2), inside: (_, y) => y < 90 },
    ]);
    expect(iou(await segment(bare, [{ ...red, colour: '#0000ff', which: 'only' }]), sky[0]!)).toBeGreaterThan(
      0.9,
    );
  });

  test('are counted from a side, as far as there are things to count', async () => {
    const { image, truths } = toys();
    const second = (count: number) => ({ ...red, which: 'nth', nth: { from: 'right', count } }) as const;
    expect(iou(await segment(image, [second(1)]), truths[1]!)).toBeGreaterThan(0.94);
    expect(iou(await segment(image, [second(2)]), truths[0]!)).toBeGreaterThan(0.94);
    await expect(segment(image, [second(3)])).rejects.toMatchObject(missing);
  });

  test('have soft edges where the thing has', async () => {
    const alpha = (x: number): number => Math.min(1, Math.max(0, (x - 80) / 20));
    const { image } = scene(
      201,
      121,
      (x) => {
        const a = alpha(x);
        return [60 + 140 * a, 110 - 70 * a, 70 - 25 * a];
      },
      [],
    );
    const mask = await segment(image, [{ ...red, which: 'only' }]);
    let error = 0;
    for (let x = 70; x < 110; x++) error += Math.abs(mask.data[60 * 201 + x]! / 255 - alpha(x));
    expect(error / 40).toBeLessThan(0.1);
  });
});

describe('things that stand out', () => {
  test('the largest, the smallest, the one on the right', async () => {
    const { image, truths } = toys();
    expect(iou(await segment(image, [{ kind: 'object', which: 'largest' }]), truths[0]!)).toBeGreaterThan(
      0.9,
    );
    expect(iou(await segment(image, [{ kind: 'object', which: 'smallest' }]), truths[1]!)).toBeGreaterThan(
      0.9,
    );
    const low = await segment(image, [{ kind: 'object', which: 'nearest', at: [0.5, 1] }]);
    expect(iou(low, truths[2]!)).toBeGreaterThan(0.9);
  });

  test('the brightest, the darkest, the second from a side', async () => {
    const { image, truths } = scene(241, 181, plain(140, 138, 135, 14), [
      { paint: plain(220, 190, 60, 10, 2), inside: ellipse(60, 90, 30, 34) },
      { paint: plain(60, 25, 70, 10, 3), inside: ellipse(125, 90, 24, 34) },
      { paint: plain(190, 60, 50, 10, 4), inside: ellipse(195, 90, 26, 34) },
    ]);
    const wishes = [
      [{ kind: 'object', which: 'brightest' }, truths[0]!],
      [{ kind: 'object', which: 'darkest' }, truths[1]!],
      [{ kind: 'object', which: 'nth', nth: { from: 'left', count: 2 } }, truths[1]!],
      [{ kind: 'object', which: 'nth', nth: { from: 'right', count: 1 } }, truths[2]!],
    ] as const;
    for (const [wish, truth] of wishes)
      expect(iou(await segment(image, [wish]), truth)).toBeGreaterThan(0.85);
    const prepared = await prepareSegmentation(image, work());
    const person = { kind: 'object', which: 'nearest', at: [0, 0.5], called: true } as const;
    const { sure } = await segmentNamed(image, prepared, person, false, work());
    expect(sure).toBeLessThan(0.5);
  });

  test('one that the lower rim cuts off', async () => {
    const { image, truths } = scene(221, 161, texture([110, 125, 140], 0.4, 11, 6, 4), [
      { paint: plain(200, 150, 60, 20, 2), inside: ellipse(110, 150, 48, 80) },
    ]);
    expect(iou(await segment(image, [{ kind: 'object', which: 'largest' }]), truths[0]!)).toBeGreaterThan(
      0.85,
    );
  });

  test('nothing stands out of an even picture', async () => {
    const { image } = scene(120, 90, plain(100, 120, 140, 8), []);
    await expect(segment(image, [{ kind: 'object', which: 'largest' }])).rejects.toMatchObject(missing);
  });
});

/** A sky with a gradient and a little noise, hills, and a tower that rises into it. */
function landscape(top: readonly number[], bottom: readonly number[]) {
  const noise = plain(0, 0, 0, 6, 5);
  return scene(
    261,
    187,
    (x, y) => {
      const n = noise(x, y)[0];
      return [0, 1, 2].map((c) => top[c]! + ((bottom[c]! - top[c]!) * y) / 110 + n) as [
        number,
        number,
        number,
      ];
    },
    [
      {
        paint: texture([80, 95, 50], 0.7, 7, 22, 3),
        inside: (x, y) => y > 105 + 12 * Math.sin(x / 30),
      },
      {
        paint: texture([120, 90, 70], 0, 9, 15, 6),
        inside: (x, y) => x > 170 && x < 190 && y > 30 && y < 130,
      },
    ],
  );
}

/** Brown, and lighter the lower. */
const lamplit = (x: number, y: number) =>
  [0, 1, 2].map((c) => [70, 45, 12][c]! + [0.8, 0.72, 0.35][c]! * y + plain(0, 0, 0, 5, 4)(x, y)[0]) as [
    number,
    number,
    number,
  ];

describe('the sky', () => {
  test.each([
    ['blue', [70, 120, 200], [180, 205, 235]],
    ['overcast', [205, 208, 212], [232, 234, 236]],
    ['at dusk', [30, 45, 85], [60, 70, 100]],
    ['in the evening', [120, 90, 95], [245, 170, 90]],
  ] as const)('%s, down to the horizon and around a tower', async (_, top, bottom) => {
    const { image, truths } = landscape(top, bottom);
    const land = both(truths[0]!, truths[1]!);
    const truth = { ...land, data: land.data.map((v) => 255 - v) };
    expect(iou(await segment(image, [{ kind: 'named', name: 'sky' }]), truth)).toBeGreaterThan(0.95);
  });

  test.each([
    ['a brick wall', texture([150, 80, 60], 0, 10, 30, 3)],
    ['a smooth warm wall', plain(205, 190, 175, 8)],
    ['a dark room', plain(30, 28, 26, 8)],
    ['a dark room that is a little blue', plain(20, 40, 50, 6)],
    ['a brown wall in the light of a lamp', lamplit],
    ['grass', texture([80, 130, 60], 0.8, 5, 35, 4)],
  ])('is not %s', async (_, paint) => {
    const { image } = scene(201, 151, paint, [
      { paint: plain(60, 60, 150, 10, 2), inside: ellipse(100, 110, 40, 50) },
    ]);
    await expect(segment(image, [{ kind: 'named', name: 'sky' }])).rejects.toMatchObject(missing);
  });
});

describe('light', () => {
  test('the brightest and the darkest part', async () => {
    const { image, truths } = scene(201, 151, plain(120, 120, 115, 20), [
      { paint: plain(235, 230, 220, 8, 2), inside: ellipse(60, 60, 30, 24) },
      { paint: plain(20, 22, 25, 8, 3), inside: ellipse(150, 100, 26, 30) },
    ]);
    expect(iou(await segment(image, [{ kind: 'named', name: 'brightest' }]), truths[0]!)).toBeGreaterThan(
      0.92,
    );
    expect(iou(await segment(image, [{ kind: 'named', name: 'darkest' }]), truths[1]!)).toBeGreaterThan(0.92);
  });

  test('highlights and shadows grow with and against brightness, 16 bits as 8', async () => {
    const ramp = blankMask(256, 3);
    const data = new Uint8Array(256 * 3 * 3).map((_, i) => Math.floor(i / 3) % 256);
    const image: Raster = { width: 256, height: 3, channels: 3, data };
    const high = await segment(image, [{ kind: 'named', name: 'highlights' }]);
    const low = await segment(image, [{ kind: 'named', name: 'shadows' }]);
    for (let x = 1; x < 256; x++) {
      expect(high.data[x]!).toBeGreaterThanOrEqual(high.data[x - 1]!);
      expect(Math.abs(low.data[255 - x]! - high.data[x]!)).toBeLessThanOrEqual(1);
    }
    expect([high.data[0], high.data[128], high.data[255]]).toEqual([0, 0, 255]);
    const deep: Raster = { ...image, data: Uint16Array.from(data, (v) => v * 257) };
    expect((await segment(deep, [{ kind: 'named', name: 'highlights' }])).data).toEqual(high.data);
    expect(high.data).toHaveLength(ramp.data.length);
  });
});
