import { expect, test } from 'vitest';
import type { Raster } from '../../../../../src-main/runtime/raster/raster.ts';
import {
  prepareSegmentation,
  segmentRegion,
  type SegmentPart,
} from '../../../../../src-main/systems/classic/segment/index.ts';
import { box, ellipse, iou, plain, point, scene, texture, work } from './scenes.ts';

async function segment(image: Raster, parts: readonly SegmentPart[], inverted = false) {
  return segmentRegion(image, await prepareSegmentation(image, work()), parts, inverted, work());
}

const [W, H] = [241, 181];
type Places = readonly (readonly [number, number])[];
const scribble = (places: Places, sign: '+' | '-' = '+'): SegmentPart => ({
  kind: 'stroke',
  points: places.map(([x, y]) => [x / W, y / H]),
  radius: 0.008,
  sign,
  hint: true,
});

/** A thing of two colours beside another of one of them. */
const pair = () =>
  scene(W, H, texture([90, 130, 90], 0.5, 9, 12, 4), [
    { paint: (x, y) => (y < 90 ? [200, 60, 50] : [230, 200, 70]), inside: ellipse(80, 90, 48, 55) },
    { paint: plain(200, 60, 50, 12, 2), inside: ellipse(190, 90, 30, 40) },
  ]);

test('a rough line over all its parts means the whole thing', async () => {
  const { image, truths } = pair();
  const mask = await segment(image, [scribble([[80, 55], [74, 85], [84, 125]])]); // prettier-ignore
  expect(iou(mask, truths[0]!)).toBeGreaterThan(0.95);
});

test('a line over what is not meant keeps it out', async () => {
  const { image, truths } = pair();
  const over = scribble([[60, 60], [100, 60], [150, 75], [195, 90]]); // prettier-ignore
  const red = await segment(image, [
    scribble([[60, 60], [100, 60]]), // prettier-ignore
    scribble([[60, 120], [100, 120]], '-'), // prettier-ignore
    scribble([[190, 70], [190, 110]], '-'), // prettier-ignore
  ]);
  const top = { ...truths[0]!, data: truths[0]!.data.map((v, i) => (i < 90 * W ? v : 0)) };
  expect(iou(red, top)).toBeGreaterThan(0.9);
  // two things at once, under one line
  const both = await segment(image, [over, scribble([[80, 125], [84, 130]])]); // prettier-ignore
  expect(both.data[90 * W + 190]).toBe(255);
  expect(both.data[60 * W + 80]).toBe(255);
});

test('what a line covers is inside, or outside, whatever it looks like', async () => {
  const { image } = pair();
  const mask = await segment(image, [
    scribble([[60, 70], [100, 70]]), // prettier-ignore
    scribble([[75, 60], [85, 60]], '-'), // prettier-ignore
  ]);
  expect(mask.data[70 * W + 80]).toBeGreaterThan(200);
  expect(mask.data[60 * W + 80]).toBeLessThan(55);
});

test('with clicks and boxes they are one prompt', async () => {
  const { image, truths } = pair();
  const boxed = await segment(image, [
    box(25 / W, 30 / H, 135 / W, 150 / H),
    scribble([[80, 55], [80, 125]]), // prettier-ignore
  ]);
  expect(iou(boxed, truths[0]!)).toBeGreaterThan(0.95);
  const clicked = await segment(image, [
    point(190 / W, 90 / H),
    scribble([[60, 60], [80, 125]], '-'), // prettier-ignore
  ]);
  expect(iou(clicked, truths[1]!)).toBeGreaterThan(0.93);
});

test('alone with a minus they take their thing from everything', async () => {
  const { image, truths } = pair();
  const mask = await segment(image, [scribble([[190, 65], [190, 115]], '-')]); // prettier-ignore
  const rest = { ...truths[1]!, data: truths[1]!.data.map((v) => 255 - v) };
  expect(iou(mask, rest)).toBeGreaterThan(0.98);
});

test('a painted stroke stays exactly what was painted', async () => {
  const { image } = pair();
  const mask = await segment(image, [
    { kind: 'stroke', points: [[80 / W, 90 / H]], radius: 10 / W, sign: '+' }, // prettier-ignore
  ]);
  const area = mask.data.reduce((sum, v) => sum + v, 0) / 255;
  expect(area).toBeCloseTo(Math.PI * 100, -1);
});

test.each([
  [1, 1],
  [5, 3],
])('a picture of %d × %d pixels', async (width, height) => {
  const { image } = scene(width, height, plain(100, 120, 140, 60), []);
  const mask = await segment(image, [
    { kind: 'stroke', points: [[0.5, 0.5]], radius: 0.01, sign: '+', hint: true }, // prettier-ignore
  ]);
  expect(mask.data).toHaveLength(width * height);
});
