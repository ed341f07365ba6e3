import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import {
  clampUnit,
  fit,
  MAX_SCALE,
  onDevice,
  pan,
  toScene,
  toScreen,
  toUnit,
  zoomAt,
} from '../../../src-renderer/canvas/view.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const size = fc.record({
  width: fc.integer({ min: 1, max: 9000 }),
  height: fc.integer({ min: 1, max: 9000 }),
});
const view = fc.record({ scale: number(0.01, 30), x: number(-5000, 5000), y: number(-5000, 5000) });
const point = fc.record({ x: number(-3000, 3000), y: number(-3000, 3000) });

describe('view', () => {
  it('goes to the screen and back', () => {
    fc.assert(
      fc.property(view, point, (v, p) => {
        const back = toScene(v, toScreen(v, p));
        expect(back.x).toBeCloseTo(p.x, 5);
        expect(back.y).toBeCloseTo(p.y, 5);
      }),
    );
  });

  it('keeps the point under the pointer while zooming', () => {
    fc.assert(
      fc.property(view, point, number(0.2, 5), (v, at, factor) => {
        const zoomed = zoomAt(v, at, factor, 0.01);
        const after = toScreen(zoomed, toScene(v, at));
        expect(after.x).toBeCloseTo(at.x, 4);
        expect(after.y).toBeCloseTo(at.y, 4);
      }),
    );
  });

  it('lies on device pixels without going farther than half of one', () => {
    fc.assert(
      fc.property(view, fc.constantFrom(1, 1.25, 1.5, 2), (v, ratio) => {
        const drawn = onDevice(v, ratio);
        expect(drawn.scale).toBe(v.scale);
        for (const [a, b] of [
          [v.x, drawn.x],
          [v.y, drawn.y],
        ] as const) {
          expect(b * ratio).toBeCloseTo(Math.round(b * ratio), 6);
          expect(Math.abs(a - b) * ratio).toBeLessThanOrEqual(0.5 + 1e-9);
        }
      }),
    );
  });

  it('stops zooming at both ends', () => {
    expect(zoomAt({ scale: 30, x: 0, y: 0 }, { x: 5, y: 5 }, 10, 0.1).scale).toBe(MAX_SCALE);
    expect(zoomAt({ scale: 0.2, x: 0, y: 0 }, { x: 5, y: 5 }, 0.01, 0.1).scale).toBe(0.1);
  });

  it('fits the whole picture into the free room', () => {
    const room = { left: 72, right: 24, top: 24, bottom: 64 };
    fc.assert(
      fc.property(size, (picture) => {
        const screen = { width: 1000, height: 700 };
        const v = fit(picture, screen, room);
        expect(v.scale).toBeLessThanOrEqual(2);
        expect(v.x).toBeGreaterThanOrEqual(room.left - 1e-6);
        expect(v.y).toBeGreaterThanOrEqual(room.top - 1e-6);
        expect(v.x + picture.width * v.scale).toBeLessThanOrEqual(screen.width - room.right + 1e-6);
        expect(v.y + picture.height * v.scale).toBeLessThanOrEqual(screen.height - room.bottom + 1e-6);
      }),
    );
  });

  it('never lets the picture be lost while panning', () => {
    fc.assert(
      fc.property(view, point, size, (v, by, picture) => {
        const screen = { width: 800, height: 600 };
        const moved = pan(v, by, picture, screen);
        expect(moved.x).toBeLessThanOrEqual(screen.width - 48);
        expect(moved.y).toBeLessThanOrEqual(screen.height - 48);
      }),
    );
  });

  it('says where in the picture a place on screen is', () => {
    const v = { scale: 0.5, x: 100, y: 50 };
    expect(toUnit(v, { x: 600, y: 300 }, { width: 2000, height: 1000 })).toEqual({ x: 0.5, y: 0.5 });
    expect(toUnit(v, { x: 100, y: 50 }, { width: 2000, height: 1000 })).toEqual({ x: 0, y: 0 });
    expect(clampUnit({ x: -0.2, y: 1.4 })).toEqual({ x: 0, y: 1 });
  });
});
