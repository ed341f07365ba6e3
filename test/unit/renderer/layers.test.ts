/** What moving a layer in the list means, and what the tools' drags make of boxes and frames. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applied } from '../../../src-main/contract/placing.ts';
import { plan as planSchema } from '../../../src-main/contract/invocation.ts';
import { dropped, into, stepped, type Order } from '../../../src-renderer/layers/order.ts';
import { cornersBefore, roomOf, shaped, stretched, within } from '../../../src-renderer/tools/crop/frame.ts';
import { cropPlan } from '../../../src-renderer/tools/crop/plan.ts';
import { movePlan } from '../../../src-renderer/tools/move/plan.ts';
import { anchored } from '../../../src-renderer/tools/text/anchor.ts';
import {
  boxCorners,
  dragged,
  gripAt,
  into as intoBox,
  mapBetween,
  type TurnedBox,
} from '../../../src-renderer/tools/work/box.ts';
import { extentOf, guidesOf, settle, snap } from '../../../src-renderer/tools/work/snap.ts';

describe('the order of layers', () => {
  // From the lowest: a, then b and c in a group, then d.
  const order: Order = [
    { id: 'a', group: null },
    { id: 'b', group: 'g' },
    { id: 'c', group: 'g' },
    { id: 'd', group: null },
  ];
  const ids = (o: Order | null) => o?.map((l) => (l.group ? `(${l.id})` : l.id)).join(' ') ?? null;

  it('goes past a whole group, and within a group one by one, then out of it', () => {
    expect(ids(stepped(order, 'a', 1))).toBe('(b) (c) a d');
    expect(ids(stepped(order, 'd', -1))).toBe('a d (b) (c)');
    expect(ids(stepped(order, 'b', 1))).toBe('a (c) (b) d');
    expect(ids(stepped(order, 'c', 1))).toBe('a (b) c d');
    expect(ids(stepped(order, 'b', -1))).toBe('a b (c) d');
  });
  it('ends at both ends', () => {
    expect(stepped(order, 'a', -1)).toBeNull();
    expect(stepped(order, 'd', 1)).toBeNull();
    expect(stepped(order, 'x', 1)).toBeNull();
  });
  it('a drop takes on the group of what it lands beside', () => {
    expect(ids(dropped(order, 'd', 'b', true))).toBe('a (b) (d) (c)');
    expect(ids(dropped(order, 'b', 'a', false))).toBe('b a (c) d');
    expect(ids(into(order, 'a', 'g'))).toBe('(b) (c) (a) d');
    expect(dropped(order, 'a', 'a', true)).toBe(order);
  });
});

const box: TurnedBox = { x: 100, y: 80, width: 60, height: 40, degrees: 0 };
const free = { constrained: false, centred: false };
const corner = { kind: 'side', x: 1, y: 1 } as const;

describe('a box with handles', () => {
  it('finds what is under the pointer, handles before the inside', () => {
    expect(gripAt(box, { x: 131, y: 99 }, 1)).toEqual(corner);
    expect(gripAt(box, { x: 100, y: 80 }, 1)).toEqual({ kind: 'move' });
    expect(gripAt(box, { x: 100, y: 80 - 20 - 26 }, 1)).toEqual({ kind: 'turn' });
    expect(gripAt(box, { x: 100, y: 80 - 20 - 26 }, 1, false)).toBeNull();
    expect(gripAt({ ...box, degrees: 90 }, { x: 80, y: 110 }, 1)).toEqual({ kind: 'side', x: 1, y: 1 });
  });
  it('a corner keeps the proportions and the opposite corner, whatever the turn', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -179, max: 179 }),
        fc.integer({ min: -20, max: 200 }),
        fc.integer({ min: -15, max: 200 }),
        (degrees, dx, dy) => {
          const turned = { ...box, degrees };
          const [from] = [boxCorners(turned)[2]!];
          const next = dragged(turned, corner, from, { x: from.x + dx, y: from.y + dy }, free, 1);
          expect(next.width / next.height).toBeCloseTo(1.5, 6);
          const [was, is] = [boxCorners(turned)[0]!, boxCorners(next)[0]!];
          expect(is.x).toBeCloseTo(was.x, 6);
          expect(is.y).toBeCloseTo(was.y, 6);
        },
      ),
    );
  });
  it('an edge stretches one side and may mirror it; with Shift both follow', () => {
    const right = { kind: 'side', x: 1, y: 0 } as const;
    const wide = dragged(box, right, { x: 130, y: 80 }, { x: 150, y: 90 }, free, 1);
    expect(wide).toMatchObject({ width: 80, height: 40, x: 110, y: 80 });
    expect(dragged(box, right, { x: 130, y: 80 }, { x: 40, y: 80 }, free, 1).width).toBe(-30);
    const both = dragged(box, right, { x: 130, y: 80 }, { x: 160, y: 80 }, { ...free, constrained: true }, 1);
    expect(both).toMatchObject({ width: 90, height: 60 });
  });
  it('about the middle with Alt', () => {
    const next = dragged(box, corner, { x: 130, y: 100 }, { x: 160, y: 120 }, { ...free, centred: true }, 1);
    expect(next).toMatchObject({ x: 100, y: 80, width: 120, height: 80 });
  });
  it('turns with the pointer, in steps of 15° with Shift; moves along one axis with Shift', () => {
    const turned = dragged(box, { kind: 'turn' }, { x: 100, y: 40 }, { x: 140, y: 80 }, free, 1);
    expect(turned.degrees).toBeCloseTo(90, 6);
    const rules = { ...free, constrained: true };
    expect(dragged(box, { kind: 'turn' }, { x: 100, y: 40 }, { x: 112, y: 40 }, rules, 1).degrees).toBe(15);
    expect(dragged(box, { kind: 'move' }, { x: 0, y: 0 }, { x: 30, y: 10 }, rules, 1)).toMatchObject({
      x: 130,
      y: 80,
    });
  });
  it('the map between two boxes takes corners to corners', () => {
    const to = { x: 10, y: 20, width: -30, height: 90, degrees: 33 };
    const map = mapBetween(box, to);
    boxCorners(box).forEach(({ x, y }, i) => {
      const there = applied(map, x, y);
      expect(there.x).toBeCloseTo(boxCorners(to)[i]!.x, 6);
      expect(there.y).toBeCloseTo(boxCorners(to)[i]!.y, 6);
    });
    expect(intoBox(to, { x: 10, y: 20 })).toEqual({ x: 0, y: 0 });
  });
});

describe('settling on pixels', () => {
  const none = { x: [], y: [] };
  const box = (x1: number, width: number) => ({ x1, y1: 0, x2: x1 + width, y2: 10 });
  it('goes whole ways, and rests at a line on pixels where it has whole ones', () => {
    expect(settle(box(5, 20), box(9.3, 20), none).x).toBeCloseTo(-0.3);
    expect(settle(box(5.5, 20), box(9.3, 20), none).x).toBeCloseTo(0.2);
    expect(settle(box(5, 21), box(39.5, 21), { x: [50], y: [] }).x).toBeCloseTo(-0.5);
    expect(settle(box(5.5, 21), box(0, 21), { x: [0], y: [] }).x).toBe(0);
    expect(settle(box(5, 20.4), box(39.8, 20.4), { x: [50], y: [] }).x).toBe(0);
  });
});

describe('snapping', () => {
  const guides = guidesOf({ width: 600, height: 400 }, [{ x1: 50, y1: 60, x2: 150, y2: 160 }]);
  it('brings the nearest edge or middle onto a line', () => {
    const { by, lines } = snap({ x1: 4, y1: 203, x2: 64, y2: 243 }, guides, 1);
    expect(by).toEqual({ x: -4, y: -3 });
    expect(lines).toEqual({ x: [0], y: [200] });
  });
  it('leaves alone what is far from everything, at any zoom', () => {
    const far = { x1: 222, y1: 222, x2: 252, y2: 262 };
    expect(snap(far, guides, 1)).toEqual({ by: { x: 0, y: 0 }, lines: { x: [], y: [] } });
    expect(snap({ x1: 4, y1: 222, x2: 34, y2: 262 }, guides, 0.1).by.x).toBe(0);
  });
  it('an extent holds all points', () => {
    expect(
      extentOf([
        { x: 3, y: 9 },
        { x: -1, y: 4 },
      ]),
    ).toEqual({ x1: -1, y1: 4, x2: 3, y2: 9 });
  });
});

describe('the crop frame', () => {
  const picture = { width: 600, height: 400 };
  const inside = (degrees: number, b: { x1: number; y1: number; x2: number; y2: number }) =>
    cornersBefore(b, picture, degrees).every(
      ([x, y]) => x >= -1e-9 && x <= 1 + 1e-9 && y >= -1e-9 && y <= 1 + 1e-9,
    );

  it('leaves no blank corner at any angle, and touches the rim', () => {
    fc.assert(
      fc.property(fc.double({ min: -45, max: 45, noNaN: true }), (degrees) => {
        const room = roomOf(picture, degrees);
        expect((room.x2 - room.x1) / (room.y2 - room.y1)).toBeCloseTo(1.5, 6);
        expect(inside(degrees, room)).toBe(true);
        const grown = { x1: room.x1 - 1.5, y1: room.y1 - 1, x2: room.x2 + 1.5, y2: room.y2 + 1 };
        const beyond = [
          ...[grown.x1, grown.x2].flatMap((x) => [grown.y1, grown.y2].map((y) => [x, y] as const)),
        ].some(([x, y]) => {
          const r = (-degrees * Math.PI) / 180;
          const [dx, dy] = [x - 300, y - 200];
          const u = 300 + Math.cos(r) * dx - Math.sin(r) * dy;
          const v = 200 + Math.sin(r) * dx + Math.cos(r) * dy;
          return u < 0 || v < 0 || u > 600 || v > 400;
        });
        expect(beyond).toBe(true);
      }),
    );
  });
  it('keeps its shape and stays within, whatever is dragged where', () => {
    const room = roomOf(picture, 0);
    const side = fc.constantFrom(-1, 0, 1);
    fc.assert(
      fc.property(
        side,
        side,
        fc.integer({ min: -300, max: 900 }),
        fc.integer({ min: -300, max: 900 }),
        (x, y, u, v) => {
          if (!x && !y) return;
          const next = stretched(shaped(room, 1), { x, y }, { x: u, y: v }, 1, room);
          expect((next.x2 - next.x1) / (next.y2 - next.y1)).toBeCloseTo(1, 6);
          for (const low of [next.x1 - room.x1, next.y1 - room.y1, room.x2 - next.x2, room.y2 - next.y2])
            expect(low).toBeGreaterThan(-1e-6);
        },
      ),
    );
  });
  it('moves only as far as there is room', () => {
    const room = roomOf(picture, 0);
    expect(within({ x1: 550, y1: -50, x2: 700, y2: 50 }, room)).toEqual({ x1: 450, y1: 0, x2: 600, y2: 100 });
  });
  it('becomes a crop, after a straightening where it is turned; each is a plan of the contract', () => {
    const cut = { x1: 100.2, y1: 50.4, x2: 400, y2: 350 };
    const plain = planSchema.parse(cropPlan(cut, picture, 0, true));
    expect(plain.steps.map((s) => s.invocation.command)).toEqual(['crop']);
    expect(plain.steps[0]!.invocation.region!.parts[0]).toMatchObject({
      points: [
        [100 / 600, 50 / 400],
        [400 / 600, 50 / 400],
        [400 / 600, 350 / 400],
        [100 / 600, 350 / 400],
      ],
    });
    const turned = planSchema.parse(cropPlan(roomOf(picture, 5), picture, 5, false));
    expect(turned.steps.map((s) => s.invocation)).toMatchObject([
      { command: 'straighten', args: { degrees: 5 } },
    ]);
    const both = planSchema.parse(cropPlan(cut, picture, -3, true));
    expect(both.steps[1]).toMatchObject({
      input: { from: 'step', step: 0 },
      invocation: { command: 'crop' },
    });
  });
});

describe('moving a thing', () => {
  const region = { parts: [{ kind: 'point' as const, x: 0.5, y: 0.5, sign: '+' as const }] };
  const args = (to: Partial<TurnedBox>, copy = false) => {
    const plan = movePlan(box, { ...box, ...to }, { width: 600, height: 400 }, region, copy);
    const { invocation } = planSchema.parse(plan).steps[0]!;
    return { command: invocation.command, ...invocation.args };
  };
  it('says by how much, in shares of the picture', () => {
    expect(args({ x: 160, y: 60 })).toEqual({ command: 'transform', dx: 0.1, dy: -0.05 });
    expect(args({ width: 120, height: 80, degrees: 30 }, true)).toEqual({
      command: 'duplicate',
      dx: 0,
      dy: 0,
      scale: 2,
      degrees: 30,
    });
  });
  it('mirrored one way is a mirror, both ways half a turn', () => {
    expect(args({ width: -60 })).toMatchObject({ mirror: 'horizontal' });
    expect(args({ height: -40 })).toMatchObject({ mirror: 'vertical' });
    expect(args({ width: -60, height: -40 })).toMatchObject({ degrees: 180 });
  });
});

it('a text that grows stays where it is aligned to', () => {
  const map = [0, 2, -2, 0, 50, 60] as const; // turned by a quarter, twice as large
  const [small, large] = [
    { width: 40, height: 20 },
    { width: 100, height: 20 },
  ];
  expect(anchored(map, small, large, 'left')).toEqual(map);
  const right = anchored(map, small, large, 'right');
  expect(applied(right, 100, 0)).toEqual(applied(map, 40, 0));
  const centre = anchored(map, small, large, 'center');
  expect(applied(centre, 50, 0)).toEqual(applied(map, 20, 0));
});
