import { expect, test } from 'vitest';
import { fillingOutlines } from '../../../../../src-main/systems/classic/segment/filling.ts';
import { prepareSegmentation } from '../../../../../src-main/systems/classic/segment/index.ts';
import { polarWords } from '../../../../../src-main/systems/classic/segment/hypotheses.ts';
import { fillOutline, polarAround } from '../../../../../src-main/systems/classic/segment/polar.ts';
import { seatOf, surroundings } from '../../../../../src-main/systems/classic/segment/seat.ts';
import { ellipse, plain, scene, work } from './scenes.ts';

/** An oval whose upper half is almost the background's own grey, and whose lower half is dark. */
async function faint() {
  const { image, truths } = scene(201, 161, plain(120, 120, 120), [
    { paint: plain(112, 112, 112, 6, 2), inside: ellipse(100, 80, 60, 45) },
    { paint: plain(40, 40, 40, 6, 3), inside: (x, y) => y > 80 && ellipse(100, 80, 60, 45)(x, y) },
  ]);
  const prepared = await prepareSegmentation(image, work());
  const { coarse, boundaries } = prepared;
  const across = coarse.width / image.width;
  const down = coarse.height / image.height;
  const box = { x1: 38 * across, y1: 33 * down, x2: 162 * across, y2: 127 * down };
  return { prepared, truth: truths[0]!, coarse, boundaries, box };
}

test('outlines reach all four sides of a box, however faint the edge there', async () => {
  const { coarse, boundaries, box } = await faint();
  const polar = polarAround(boundaries, (box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2);
  const words = polarWords(polar, coarse.words, coarse.width);
  const outlines = fillingOutlines(polar, words, coarse.vocabulary, box);
  const around = surroundings(coarse, box);
  const gaps = outlines.map(
    ({ path }) => seatOf(fillOutline(polar, path, coarse.width, coarse.height), coarse, box, around).worst,
  );
  expect(outlines.length).toBeGreaterThan(6);
  expect(Math.min(...gaps)).toBeLessThan(0.06);
  // the ones that are pinned stay near: no outline gives a whole side up
  expect(Math.max(...gaps)).toBeLessThan(0.25);
});

test('what a mask leaves of its box tells a whole oval from its darker half', async () => {
  const { coarse, box } = await faint();
  const around = surroundings(coarse, box);
  const draw = (inside: (x: number, y: number) => boolean): Uint8Array =>
    Uint8Array.from({ length: coarse.width * coarse.height }, (_, i) =>
      inside(
        (((i % coarse.width) + 0.5) * 201) / coarse.width,
        ((Math.floor(i / coarse.width) + 0.5) * 161) / coarse.height,
      )
        ? 1
        : 0,
    );
  const whole = seatOf(draw(ellipse(100, 80, 60, 45)), coarse, box, around);
  const half = seatOf(
    draw((x, y) => y > 80 && ellipse(100, 80, 60, 45)(x, y)),
    coarse,
    box,
    around,
  );
  expect(whole.worst).toBeLessThan(0.06);
  expect(half.worst).toBeGreaterThan(0.4);
  expect(whole.filled).toBeCloseTo((Math.PI * 60 * 45) / (124 * 94), 1);
  expect(whole.rest).toBeGreaterThan(0);
  expect(surroundings(coarse, box).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 3);
});
