import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  affineOf,
  applied,
  centredPlacement,
  chained,
  cornersOf,
  isIdentity,
  placementOf,
  undoing,
} from '../../../src-main/contract/index.ts';

const own = fc.record({
  width: fc.integer({ min: 1, max: 8000 }),
  height: fc.integer({ min: 1, max: 8000 }),
});
const scale = fc.double({ min: 0.02, max: 30, noNaN: true });
const at = fc.record({
  x: fc.double({ min: -5000, max: 5000, noNaN: true }),
  y: fc.double({ min: -5000, max: 5000, noNaN: true }),
  scaleX: scale,
  scaleY: fc.tuple(scale, fc.boolean()).map(([s, mirrored]) => (mirrored ? -s : s)),
  degrees: fc.double({ min: -179, max: 179, noNaN: true }),
});
const frame = { width: 640, height: 480 };

test('a placement comes back from its map, and the map has a way back', () => {
  fc.assert(
    fc.property(own, at, (size, placement) => {
      const map = affineOf(placement, size, frame);
      const back = placementOf(map, size);
      for (const key of ['x', 'y', 'scaleX', 'scaleY', 'degrees'] as const)
        expect(back[key]).toBeCloseTo(placement[key], 5);
      const there = chained(map, undoing(map));
      for (const [i, v] of there.entries()) expect(v).toBeCloseTo([1, 0, 0, 1, 0, 0][i]!, 5);
    }),
  );
});

test('the middle of a layer lies where its placement says, whatever its turn', () => {
  fc.assert(
    fc.property(own, at, (size, placement) => {
      const middle = applied(affineOf(placement, size, frame), size.width / 2, size.height / 2);
      expect(middle.x).toBeCloseTo(placement.x, 6);
      expect(middle.y).toBeCloseTo(placement.y, 6);
    }),
  );
});

test('what is put in the middle at its own size lies on whole pixels, whatever is odd', () => {
  fc.assert(
    fc.property(own, own, (size, canvas) => {
      const placement = centredPlacement(size, canvas);
      const [corner, , far] = cornersOf(affineOf(placement, size, canvas), size);
      expect([corner!.x, corner!.y].map((v) => Math.abs(v - Math.round(v)) < 1e-6)).toEqual([true, true]);
      expect(Math.abs(corner!.x + far!.x - canvas.width)).toBeLessThanOrEqual(1 * 2 + 1e-6);
      expect(far!.x).toBeLessThanOrEqual(canvas.width + 1e-6);
      expect(far!.y).toBeLessThanOrEqual(canvas.height + 1e-6);
    }),
  );
});

test('without a placement a layer fills the canvas; at its own size that leaves every pixel in place', () => {
  expect(cornersOf(affineOf(null, { width: 10, height: 5 }, frame), { width: 10, height: 5 })[2]).toEqual({
    x: 640,
    y: 480,
  });
  expect(isIdentity(affineOf(null, frame, frame))).toBe(true);
  expect(isIdentity(affineOf(centredPlacement(frame, frame), frame, frame))).toBe(true);
});
