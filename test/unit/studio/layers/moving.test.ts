/** A thing that is moved on a layer goes where it would go on the canvas, however the layer lies there. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { affineOf, applied, undoing } from '../../../../src-main/contract/index.ts';
import { placementOf } from '../../../../src-main/systems/classic/shape/placement.ts';
import { project } from '../../../../src-main/systems/classic/shape/projective.ts';
import { moveOnLayer, type MoveArgs } from '../../../../src-main/studio/layers/moving.ts';

const frame = { width: 600, height: 400 };
const own = { width: 240, height: 320 };
const middle = { x: 0.45, y: 0.55 };

/** A box of the layer as a mask, and the box around it on the canvas. */
function thingOn(map: ReturnType<typeof affineOf>) {
  const { width, height } = own;
  const box = { x1: 90, y1: 150, x2: 130, y2: 210 };
  const data = new Uint8Array(width * height);
  for (let y = box.y1; y < box.y2; y++) data.fill(255, y * width + box.x1, y * width + box.x2);
  const corners = [
    [box.x1, box.y1],
    [box.x2, box.y1],
    [box.x2, box.y2],
    [box.x1, box.y2],
  ].map(([x, y]) => applied(map, x!, y!));
  const xs = corners.map((p) => p.x / frame.width);
  const ys = corners.map((p) => p.y / frame.height);
  return {
    mask: { ...own, data },
    onLayer: { x1: box.x1 / width, y1: box.y1 / height, x2: box.x2 / width, y2: box.y2 / height },
    onCanvas: { x1: Math.min(...xs), y1: Math.min(...ys), x2: Math.max(...xs), y2: Math.max(...ys) },
  };
}

/** Where a place of the canvas goes, as the wish says it. */
function wished(
  { dx = 0, dy = 0, scale = 1, degrees = 0, mirror }: MoveArgs,
  pivot: { x: number; y: number },
) {
  const angle = (degrees * Math.PI) / 180;
  return ({ x, y }: { x: number; y: number }) => {
    const u = (x - pivot.x) * (mirror === 'horizontal' ? -1 : 1) * scale;
    const v = (y - pivot.y) * (mirror === 'vertical' ? -1 : 1) * scale;
    return {
      x: pivot.x + dx * frame.width + Math.cos(angle) * u - Math.sin(angle) * v,
      y: pivot.y + dy * frame.height + Math.sin(angle) * u + Math.cos(angle) * v,
    };
  };
}

const args: fc.Arbitrary<MoveArgs> = fc.record(
  {
    dx: fc.double({ min: -0.15, max: 0.15, noNaN: true }),
    dy: fc.double({ min: -0.15, max: 0.15, noNaN: true }),
    scale: fc.double({ min: 0.5, max: 1.5, noNaN: true }),
    degrees: fc.double({ min: -170, max: 170, noNaN: true }),
    mirror: fc.constantFrom('horizontal' as const, 'vertical' as const),
  },
  { requiredKeys: ['dx', 'dy'] },
);
const lying = fc.record({
  scale: fc.constantFrom(0.5, 0.8, 1, 1.7),
  flip: fc.boolean(),
  degrees: fc.constantFrom(0, 30, -75, 90, 180),
});

it('however the layer is scaled, turned and mirrored', () => {
  fc.assert(
    fc.property(args, lying, (wish, { scale, flip, degrees }) => {
      const at = { x: 320, y: 190, scaleX: flip ? -scale : scale, scaleY: scale, degrees };
      const map = affineOf(at, own, frame);
      const { mask, ...thing } = thingOn(map);
      const done = placementOf(own, mask, moveOnLayer(wish, map, frame, own, thing));
      const { onCanvas } = thing;
      const pivot = {
        x: ((onCanvas.x1 + onCanvas.x2) / 2) * frame.width,
        y: ((onCanvas.y1 + onCanvas.y2) / 2) * frame.height,
      };
      const place = { x: middle.x * own.width, y: middle.y * own.height };
      const there = done ? project(done, [place.x, place.y]) : ([place.x, place.y] as const);
      const expected = wished(wish, pivot)(applied(map, place.x, place.y));
      const back = applied(undoing(map), expected.x, expected.y);
      // A mere move goes to whole pixels.
      expect(Math.hypot(there[0] - back.x, there[1] - back.y)).toBeLessThan(0.75);
    }),
    { numRuns: 500 },
  );
});

it('on a layer at half its size a way is twice as long, on one turned by 30° it is turned back', () => {
  const half = affineOf({ x: 300, y: 200, scaleX: 0.5, scaleY: 0.5, degrees: 0 }, own, frame);
  const moved = moveOnLayer({ dx: 0.1, dy: 0 }, half, frame, own, null);
  expect(moved.dx! * own.width).toBeCloseTo(120);
  expect(moved).toMatchObject({ scale: undefined, degrees: undefined, mirror: undefined });
  const turned = affineOf({ x: 300, y: 200, scaleX: 1, scaleY: 1, degrees: 30 }, own, frame);
  const back = moveOnLayer({ dx: 0.1, dy: 0 }, turned, frame, own, null);
  expect(back.dx! * own.width).toBeCloseTo(60 * Math.cos(Math.PI / 6));
  expect(back.dy! * own.height).toBeCloseTo(-60 * Math.sin(Math.PI / 6));
});

it('a copy without a place still finds its own', () => {
  const half = affineOf({ x: 300, y: 200, scaleX: 0.5, scaleY: 0.5, degrees: 0 }, own, frame);
  const copy = moveOnLayer({ scale: 0.5 }, half, frame, own, thingOn(half));
  expect([copy.dx, copy.dy]).toEqual([undefined, undefined]);
});
