import { expect, test } from 'vitest';
import { prepareSegmentation } from '../../../../../src-main/systems/classic/segment/index.ts';
import { measure } from '../../../../../src-main/systems/classic/segment/score.ts';
import { plain, scene, work } from './scenes.ts';

/** The measure that says how much of its convex hull a mask fills. */
const SOLIDITY = 14;

test.each([
  ['a box', (x: number, y: number) => x > 50 && x < 100 && y > 40 && y < 90, 1],
  // arms 20 wide, 100 long: two rectangles of 100 × 20 and 80 × 20, under a hull that cuts the corner between their ends
  [
    'an L',
    (x: number, y: number) => x > 50 && y < 140 && ((x < 70 && y > 40) || (x < 150 && y > 120)),
    3600 / (10_000 - 3200),
  ],
  ['a disc', (x: number, y: number) => Math.hypot(x - 100, y - 80) < 50, 0.99],
  [
    'a ring',
    (x: number, y: number) => Math.hypot(x - 100, y - 80) < 50 && Math.hypot(x - 100, y - 80) > 25,
    0.745,
  ],
])('%s fills its hull as it should', async (_, inside, share) => {
  const { image } = scene(200, 160, plain(90, 90, 90), []);
  const mask = Uint8Array.from({ length: 200 * 160 }, (_, i) =>
    inside((i % 200) + 0.5, Math.floor(i / 200) + 0.5) ? 1 : 0,
  );
  const measures = measure(mask, await prepareSegmentation(image, work()))!;
  expect(measures).toHaveLength(15);
  expect(Math.abs(measures[SOLIDITY]! - share)).toBeLessThan(0.01);
});
