import { expect, it } from 'vitest';
import { complete } from '../../../../../src-main/systems/classic/remove/complete.ts';
import { holeOf, places } from '../../../../../src-main/systems/classic/remove/hole.ts';
import { drawMask, idle, speckles } from '../pictures.ts';

it('fills what is long and thin from what is beside it', async () => {
  const [width, height] = [900, 61];
  const wire = drawMask(width, height, (_, y) => (Math.abs(y - 30) <= 3 ? 255 : 0));
  const hole = (await holeOf(wire, 0, null, idle()))!;
  const sources = (await complete(speckles(width, height, 50), hole, { seed: 1, mirrors: false }, idle()))!;
  let k = 0;
  let near = 0;
  for (let i = 0; i < hole.places.length; i++)
    if (hole.places[i] === places.hole && Math.abs(((sources[k++]! >> 1) % width) - (i % width)) < 150)
      near++;
  expect(near / k).toBeGreaterThan(0.9);
});
