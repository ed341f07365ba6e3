import { expect, test } from 'vitest';
import type { Box } from '../../../../../src-main/systems/classic/segment/box.ts';
import { prepareSegmentation } from '../../../../../src-main/systems/classic/segment/index.ts';
import { seatOf, surroundings } from '../../../../../src-main/systems/classic/segment/seat.ts';
import { strandsIn } from '../../../../../src-main/systems/classic/segment/strands.ts';
import { makeWork } from '../../../../../src-main/runtime/work.ts';
import { ellipse, plain, scene, work } from './scenes.ts';

const [width, height] = [261, 241];
const head = ellipse(130, 120, 70, 62);

/** A brown head on grey, and straight hair all around it where it has any. */
async function portrait(hairy: boolean) {
  const hair = (x: number, y: number): boolean => {
    const angle = (Math.atan2(y - 120, x - 130) / (2 * Math.PI)) * 60;
    const r = Math.hypot(x - 130, y - 120);
    return hairy && r < 92 && Math.abs(angle - Math.round(angle)) * ((2 * Math.PI * r) / 60) < 0.9;
  };
  const { image } = scene(width, height, plain(150, 155, 160, 4), [
    { paint: plain(90, 50, 30, 6, 2), inside: (x, y) => head(x, y) || hair(x, y) },
  ]);
  const { coarse, fine } = await prepareSegmentation(image, work());
  const across = coarse.width / width;
  const down = coarse.height / height;
  const box: Box = { x1: 36 * across, y1: 26 * down, x2: 224 * across, y2: 214 * down };
  const draw = (inside: (x: number, y: number) => boolean): Uint8Array =>
    Uint8Array.from({ length: coarse.width * coarse.height }, (_, i) =>
      inside(((i % coarse.width) + 0.5) / across, (Math.floor(i / coarse.width) + 0.5) / down) ? 1 : 0,
    );
  return { coarse, fine, box, draw };
}

test('hair is found in a box, and nothing in a plain head or outside of the box', async () => {
  const hairy = await portrait(true);
  const thin = await strandsIn(hairy.fine, hairy.coarse, hairy.box, work());
  const bald = await portrait(false);
  const none = await strandsIn(bald.fine, bald.coarse, bald.box, work());
  const ring = bald.draw((x, y) => !ellipse(130, 120, 76, 68)(x, y));
  const within = (shares: Float32Array): number => shares.reduce((sum, v, i) => sum + v * ring[i]!, 0);
  expect(within(thin)).toBeGreaterThan(600);
  expect(within(none)).toBeLessThan(20);
  const { coarse, box } = hairy;
  thin.forEach((share, i) => {
    const x = i % coarse.width;
    const y = Math.floor(i / coarse.width);
    if (x + 1 < box.x1 || x > box.x2 || y + 1 < box.y1 || y > box.y2) expect(share).toBe(0);
  });
});

test('a head fits a box that was drawn around its hair, and only as hair reaches', async () => {
  for (const hairy of [true, false]) {
    const { coarse, fine, box, draw } = await portrait(hairy);
    const around = surroundings(coarse, box);
    const strands = await strandsIn(fine, coarse, box, work());
    const seat = (inside: typeof head, thin: Float32Array | null) =>
      seatOf(draw(inside), coarse, box, around, thin);
    expect(seat(head, null).worst).toBeGreaterThan(0.12);
    if (hairy) expect(seat(head, strands).worst).toBeLessThan(0.06);
    else expect(seat(head, strands).worst).toBeGreaterThan(0.12);
    // a nose isn't what the hair grows from
    const nose = ellipse(130, 120, 20, 20);
    expect(seat(nose, strands)).toEqual(seat(nose, null));
  }
});

test('looking for hair ends when it is cancelled', async () => {
  const { coarse, fine, box } = await portrait(true);
  const stop = new AbortController();
  stop.abort();
  await expect(strandsIn(fine, coarse, box, makeWork(stop.signal))).rejects.toThrow();
});
