import { describe, expect, test } from 'vitest';
import { blankMask, type Raster } from '../../../../../src-main/runtime/raster/raster.ts';
import { makeWork } from '../../../../../src-main/runtime/work.ts';
import {
  prepareSegmentation,
  previewClick,
  segmentRegion,
  type SegmentPart,
} from '../../../../../src-main/systems/classic/segment/index.ts';
import { box, ellipse, iou, plain, point, scene, texture, work } from './scenes.ts';

async function segment(image: Raster, parts: readonly SegmentPart[], inverted = false) {
  const prepared = await prepareSegmentation(image, work());
  return segmentRegion(image, prepared, parts, inverted, work());
}

/** A red ball and a blue one on a green ground. */
const balls = () =>
  scene(220, 150, plain(70, 130, 80, 20), [
    { paint: plain(190, 60, 50, 20, 2), inside: ellipse(60, 70, 36, 30) },
    { paint: plain(60, 80, 190, 20, 3), inside: ellipse(160, 80, 30, 40) },
  ]);

describe('clicks', () => {
  test('select the thing under them', async () => {
    const { image, truths } = balls();
    expect(iou(await segment(image, [point(60 / 220, 70 / 150)]), truths[0]!)).toBeGreaterThan(0.97);
    expect(iou(await segment(image, [point(160 / 220, 80 / 150)]), truths[1]!)).toBeGreaterThan(0.97);
  });

  test('select a thing of many colours, off its middle', async () => {
    const { image, truths } = scene(240, 180, texture([120, 120, 120], 0.4, 9, 25, 4), [
      {
        paint: (x, y) => (((x >> 4) + (y >> 4)) % 2 ? [200, 150, 60] : [90, 40, 110]),
        inside: ellipse(130, 90, 60, 50),
      },
    ]);
    expect(iou(await segment(image, [point(120 / 240, 100 / 180)]), truths[0]!)).toBeGreaterThan(0.9);
  });

  test('tell things of one colour apart by their texture', async () => {
    const { image, truths } = scene(260, 200, texture([128, 128, 128], 0, 6, 40, 5), [
      { paint: texture([128, 128, 128], Math.PI / 2, 14, 40, 6), inside: ellipse(130, 95, 55, 48) },
    ]);
    expect(iou(await segment(image, [point(0.5, 95 / 200)]), truths[0]!)).toBeGreaterThan(0.75);
  });

  test('select something long and bent that no straight view from the click covers', async () => {
    const { image, truths } = scene(240, 200, plain(200, 205, 215, 12), [
      {
        paint: plain(60, 70, 60, 14, 9),
        inside: (x, y) => {
          const r = Math.hypot(x - 120, y - 100);
          return r > 55 && r < 78 && (y < 110 || x < 90);
        },
      },
    ]);
    expect(iou(await segment(image, [point(120 / 240, 33 / 200)]), truths[0]!)).toBeGreaterThan(0.9);
  });

  test('together mean one thing', async () => {
    const { image, truths } = scene(220, 150, plain(70, 130, 80, 14), [
      { paint: plain(200, 60, 50, 14, 2), inside: (x, y) => x > 60 && x < 110 && y > 40 && y < 110 },
      { paint: plain(240, 220, 60, 14, 3), inside: (x, y) => x >= 110 && x < 160 && y > 40 && y < 110 },
    ]);
    const both = { ...truths[0]!, data: truths[0]!.data.map((v, i) => v | truths[1]!.data[i]!) };
    const mask = await segment(image, [point(85 / 220, 0.5), point(135 / 220, 0.5)]);
    expect(iou(mask, both)).toBeGreaterThan(0.95);
  });

  test('with a minus leave out what they lie on', async () => {
    const { image, truths } = scene(220, 150, plain(70, 130, 80, 14), [
      { paint: plain(200, 60, 50, 14, 2), inside: (x, y) => x > 60 && x < 110 && y > 40 && y < 110 },
      { paint: plain(240, 220, 60, 14, 3), inside: (x, y) => x >= 110 && x < 160 && y > 40 && y < 110 },
    ]);
    const mask = await segment(image, [point(85 / 220, 0.5), point(135 / 220, 0.5, '-')]);
    expect(iou(mask, truths[0]!)).toBeGreaterThan(0.93);
  });

  test('with a minus alone take their thing from everything, or from the shapes drawn', async () => {
    const { image, truths } = balls();
    const rest = { ...truths[0]!, data: truths[0]!.data.map((v) => 255 - v) };
    expect(iou(await segment(image, [point(60 / 220, 70 / 150, '-')]), rest)).toBeGreaterThan(0.98);
    const left = await segment(image, [
      point(60 / 220, 70 / 150, '-'),
      {
        kind: 'polygon',
        points: [
          [0, 0],
          [0.5, 0],
          [0.5, 1],
          [0, 1],
        ],
        sign: '+',
      },
    ]);
    const truth = { ...rest, data: rest.data.map((v, i) => (i % 220 < 110 ? v : 0)) };
    expect(iou(left, truth)).toBeGreaterThan(0.97);
  });

  test('give a mask of the whole when nothing can be seen', async () => {
    const { image } = scene(64, 48, () => [90, 90, 90], []);
    const mask = await segment(image, [point(0.5, 0.5)]);
    expect(mask.data).toHaveLength(64 * 48);
    expect(mask.data[24 * 64 + 32]).toBe(255);
  });
});

describe('previews', () => {
  test('show the thing under the pointer, and once settled exactly what a click there gives', async () => {
    const { image, truths } = balls();
    const prepared = await prepareSegmentation(image, work());
    const at = { x: 60 / 220, y: 70 / 150 };
    expect(iou(await previewClick(prepared, at, false, work()), truths[0]!)).toBeGreaterThan(0.93);
    const settled = await previewClick(prepared, at, true, work());
    const clicked = await segmentRegion(
      image,
      prepared,
      [{ kind: 'point', ...at, sign: '+' }],
      false,
      work(),
    );
    // the click's mask is antialiased at this size
    expect(settled.data).toEqual(clicked.data.map((v) => (v > 127 ? 255 : 0)));
  });

  test('of a large photo are small', async () => {
    const { image, truths } = scene(1501, 1101, plain(70, 90, 120, 30), [
      { paint: plain(220, 170, 90, 30, 2), inside: ellipse(700, 560, 330, 260) },
    ]);
    const prepared = await prepareSegmentation(image, work());
    for (const settled of [false, true]) {
      const seen = await previewClick(prepared, { x: 700 / 1501, y: 560 / 1101 }, settled, work());
      expect(seen.width * seen.height).toBeLessThan(300_000);
      const truth = blankMask(seen.width, seen.height);
      for (let y = 0; y < seen.height; y++)
        for (let x = 0; x < seen.width; x++)
          truth.data[y * seen.width + x] =
            truths[0]!.data[
              Math.floor(((y + 0.5) * 1101) / seen.height) * 1501 +
                Math.floor(((x + 0.5) * 1501) / seen.width)
            ]!;
      expect(iou(seen, truth)).toBeGreaterThan(0.95);
    }
  });

  test.each([
    [1, 1],
    [1, 40],
    [3, 2],
    [33, 4],
  ])('work on %i × %i', async (width, height) => {
    const { image } = scene(width, height, plain(100, 120, 140, 60), []);
    const prepared = await prepareSegmentation(image, work());
    for (const at of [
      { x: 0, y: 0 },
      { x: 1, y: 1 },
      { x: 0.5, y: 0.4 },
    ]) {
      const seen = await previewClick(prepared, at, false, work());
      expect(seen.data).toHaveLength(width * height);
    }
  });
});

describe('holes and islands', () => {
  const ring = (): ReturnType<typeof scene> =>
    scene(260, 200, texture([70, 120, 80], 0.5, 9, 14, 3), [
      {
        paint: plain(205, 80, 60, 20, 2),
        inside: (x, y) => Math.hypot(x - 130, y - 100) < 70 && Math.hypot(x - 130, y - 100) > 34,
      },
    ]);

  test('a ring keeps its hole, clicked and in a box', async () => {
    const { image, truths } = ring();
    const clicked = await segment(image, [point(130 / 260, 48 / 200)]);
    const boxed = await segment(image, [box(56 / 260, 26 / 200, 204 / 260, 174 / 200)]);
    for (const mask of [clicked, boxed]) {
      expect(mask.data[100 * 260 + 130]).toBe(0);
      expect(iou(mask, truths[0]!)).toBeGreaterThan(0.95);
    }
  });

  test('specks in and beside a thing go', async () => {
    const speck = (x: number, y: number, u: number, v: number): boolean => Math.hypot(x - u, y - v) < 2.2;
    const disc = (x: number, y: number): boolean => Math.hypot(x - 100, y - 90) < 50;
    const { image } = scene(220, 180, plain(60, 90, 130, 12), [
      { paint: plain(220, 190, 70, 12, 2), inside: (x, y) => disc(x, y) || speck(x, y, 165, 60) },
      { paint: plain(60, 90, 130, 12, 3), inside: (x, y) => speck(x, y, 90, 85) || speck(x, y, 115, 100) },
    ]);
    const mask = await segment(image, [box(45 / 220, 35 / 180, 172 / 220, 145 / 180)]);
    for (let y = 0; y < 180; y++)
      for (let x = 0; x < 220; x++) {
        const away = Math.hypot(x + 0.5 - 100, y + 0.5 - 90);
        if (away < 44) expect(mask.data[y * 220 + x]).toBe(255);
        if (away > 56) expect(mask.data[y * 220 + x]).toBe(0);
      }
  });
});

describe('boxes', () => {
  test('select what they hold', async () => {
    const { image, truths } = balls();
    const mask = await segment(image, [box(20 / 220, 36 / 150, 100 / 220, 104 / 150)]);
    expect(iou(mask, truths[0]!)).toBeGreaterThan(0.98);
  });

  test('select a thing of the ground’s own colours by texture and edges', async () => {
    const { image, truths } = scene(260, 200, texture([128, 128, 128], 0, 6, 40, 5), [
      { paint: texture([128, 128, 128], Math.PI / 2, 14, 40, 6), inside: ellipse(130, 95, 55, 48) },
    ]);
    const mask = await segment(image, [box(71 / 260, 43 / 200, 189 / 260, 147 / 200)]);
    expect(iou(mask, truths[0]!)).toBeGreaterThan(0.88);
  });

  test('several select several things, and nothing outside them', async () => {
    const { image, truths } = balls();
    const mask = await segment(image, [
      box(20 / 220, 36 / 150, 100 / 220, 104 / 150),
      box(126 / 220, 36 / 150, 194 / 220, 124 / 150),
    ]);
    const both = { ...truths[0]!, data: truths[0]!.data.map((v, i) => v | truths[1]!.data[i]!) };
    expect(iou(mask, both)).toBeGreaterThan(0.98);
    expect(mask.data[75 * 220 + 112]).toBe(0);
  });

  test('with a negative click keep it out', async () => {
    const { image } = balls();
    const mask = await segment(image, [
      box(20 / 220, 36 / 150, 100 / 220, 104 / 150),
      point(45 / 220, 70 / 150, '-'),
    ]);
    expect(mask.data[70 * 220 + 45]).toBe(0);
  });
});

describe('words', () => {
  test('the subject and the background are each other’s opposite', async () => {
    const { image, truths } = scene(200, 160, texture([90, 120, 160], 0.3, 12, 10, 8), [
      { paint: plain(210, 150, 60, 30, 2), inside: ellipse(100, 85, 45, 50) },
    ]);
    const subject = await segment(image, [{ kind: 'named', name: 'subject' }]);
    const background = await segment(image, [{ kind: 'named', name: 'background' }]);
    expect(iou(subject, truths[0]!)).toBeGreaterThan(0.93);
    expect(background.data).toEqual(subject.data.map((v) => 255 - v));
  });
});

describe('pictures of every kind', () => {
  test('16 bits select as 8 do', async () => {
    const { image, truths } = balls();
    const deep: Raster = { ...image, data: Uint16Array.from(image.data, (v) => v * 257) };
    const mask = await segment(deep, [point(60 / 220, 70 / 150)]);
    expect(iou(mask, truths[0]!)).toBeGreaterThan(0.97);
    expect(mask.data).toEqual((await segment(image, [point(60 / 220, 70 / 150)])).data);
  });

  test('transparent pixels are never inside', async () => {
    const { image, truths } = balls();
    const data = new Uint8Array(220 * 150 * 4);
    for (let i = 0; i < 220 * 150; i++) {
      data.set(image.data.subarray(i * 3, i * 3 + 3), i * 4);
      data[i * 4 + 3] = i % 220 < 60 ? 0 : 255;
    }
    const clear: Raster = { width: 220, height: 150, channels: 4, data };
    const truth = { ...truths[0]!, data: truths[0]!.data.map((v, i) => (i % 220 < 60 ? 0 : v)) };
    const mask = await segment(clear, [point(75 / 220, 70 / 150)]);
    expect(mask.data.some((v, i) => v > 0 && i % 220 < 60)).toBe(false);
    expect(iou(mask, truth)).toBeGreaterThan(0.9);
    const all = await segment(clear, [point(75 / 220, 70 / 150)], true);
    expect(all.data.some((v, i) => v > 0 && i % 220 < 60)).toBe(false);
  });

  test('large ones get a smooth outline at their own size', async () => {
    const { image, truths } = scene(1500, 1100, plain(70, 90, 120, 30), [
      { paint: plain(220, 170, 90, 30, 2), inside: ellipse(700, 560, 330, 260) },
    ]);
    const mask = await segment(image, [point(700 / 1500, 560 / 1100)]);
    expect(iou(mask, truths[0]!)).toBeGreaterThan(0.985);
    // all that is grey lies along the outline
    const grey = mask.data.filter((v) => v > 8 && v < 247).length;
    expect(grey).toBeLessThan(2 * Math.PI * 330 * 6);
  });

  test.each([
    [1, 1],
    [1, 40],
    [40, 1],
    [2, 3],
    [7, 5],
    [33, 4],
  ])('%i × %i', async (width, height) => {
    const { image } = scene(width, height, plain(100, 120, 140, 60), []);
    for (const part of [
      point(0.5, 0.5),
      point(1, 1),
      point(0, 0, '-'),
      box(0, 0, 1, 1),
      box(0.4, 0.4, 0.6, 0.6),
      { kind: 'named', name: 'subject' },
    ] as const) {
      const mask = await segment(image, [part]);
      expect([mask.width, mask.height, mask.data.length]).toEqual([width, height, width * height]);
    }
  });
});

describe('a selection', () => {
  test('inverted is everything else', async () => {
    const { image } = balls();
    const plainly = await segment(image, [point(60 / 220, 70 / 150)]);
    const inverted = await segment(image, [point(60 / 220, 70 / 150)], true);
    expect(inverted.data).toEqual(plainly.data.map((v) => 255 - v));
  });

  test('is the same every time, with features prepared once or anew', async () => {
    const { image } = balls();
    const prepared = await prepareSegmentation(image, work());
    const parts = [point(0.3, 0.5), point(0.7, 0.5, '-')];
    const first = await segmentRegion(image, prepared, parts, false, work());
    expect((await segmentRegion(image, prepared, parts, false, work())).data).toEqual(first.data);
    expect((await segment(image, parts)).data).toEqual(first.data);
  });

  test('can be cancelled before and during', async () => {
    const { image } = balls();
    const controller = new AbortController();
    controller.abort();
    await expect(prepareSegmentation(image, makeWork(controller.signal))).rejects.toThrow(/abort/i);
    const prepared = await prepareSegmentation(image, work());
    const during = new AbortController();
    let breaths = 0;
    const impatient = {
      ...makeWork(during.signal),
      async breathe() {
        if (++breaths === 10) during.abort();
        during.signal.throwIfAborted();
      },
    };
    const running = segmentRegion(image, prepared, [point(0.3, 0.5)], false, impatient);
    await expect(running).rejects.toThrow(/abort/i);
    expect(breaths).toBe(10);
  });

  test('reports progress that never goes back and ends complete', async () => {
    const { image } = balls();
    const seen: [number, number][] = [];
    const watched = makeWork(new AbortController().signal, (done, total) => seen.push([done, total]));
    const prepared = await prepareSegmentation(image, watched);
    const middle = seen.length;
    await segmentRegion(image, prepared, [point(0.3, 0.5)], false, watched);
    for (const run of [seen.slice(0, middle), seen.slice(middle)]) {
      expect(run.length).toBeGreaterThan(1);
      expect(new Set(run.map(([, total]) => total)).size).toBe(1);
      expect(run.map(([done]) => done)).toEqual(run.map(([done]) => done).toSorted((a, b) => a - b));
      expect(run.at(-1)![0]).toBe(run.at(-1)![1]);
    }
  });
});

test.each([
  [9, 7, box(0.2, 0.2, 0.8, 0.9)],
  [9, 7, box(0.05, 0.4, 0.3, 0.6)],
  [3, 11, box(0, 0.3, 1, 0.7)],
  [1, 1, box(0, 0, 1, 1)],
])('a box on a photo of %i × %i pixels means something in the box', async (width, height, asked) => {
  const even: Raster = { width, height, channels: 3, data: new Uint8Array(width * height * 3).fill(120) };
  for (const image of [even, scene(width, height, plain(120, 125, 118, 8), []).image]) {
    const prepared = await prepareSegmentation(image, work());
    const { data } = await segmentRegion(image, prepared, [asked], false, work());
    expect(data.some((v) => v >= 64)).toBe(true);
    const far = data.filter((_, i) => {
      const [x, y] = [i % width, Math.floor(i / width)];
      return (
        x + 2 < asked.x1 * width ||
        x - 1 > asked.x2 * width ||
        y + 2 < asked.y1 * height ||
        y - 1 > asked.y2 * height
      );
    });
    expect(far.every((v) => v < 128)).toBe(true);
  }
});
