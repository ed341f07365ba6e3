import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { traceContours } from '../../../src-renderer/canvas/contour.ts';

const plane = (rows: string[]) => ({
  width: rows[0]!.length,
  height: rows.length,
  inside: Uint8Array.from(rows.join(''), (c) => (c === '#' ? 255 : 0)),
});
const trace = (rows: string[]) => {
  const { inside, width, height } = plane(rows);
  return traceContours(inside, width, height);
};
/** Signed area of a loop: positive for an outer edge, negative for a hole (y points down, inside to the right). */
const area = (loop: Float32Array) => {
  let sum = 0;
  for (let i = 0; i < loop.length; i += 2) {
    const j = (i + 2) % loop.length;
    sum += loop[i]! * loop[j + 1]! - loop[j]! * loop[i + 1]!;
  }
  return sum / 2;
};

describe('contours', () => {
  it('finds nothing in nothing', () => expect(trace(['...', '...'])).toEqual([]));
  it('cuts the corners of one pixel', () => {
    const loops = trace(['...', '.#.', '...']);
    expect(loops).toHaveLength(1);
    expect([...loops[0]!]).toEqual([1.5, 1, 2, 1.5, 1.5, 2, 1, 1.5]);
  });
  it('goes around the edge of the picture', () => {
    const [loop] = trace(['###', '###']);
    expect(Math.max(...loop!)).toBe(3);
    expect(area(loop!)).toBeCloseTo(6 - 4 * 0.125);
  });
  it('has a loop for a hole, the other way round', () => {
    const areas = trace(['####', '#..#', '#..#', '####']).map(area);
    expect(areas.filter((a) => a > 0)).toHaveLength(1);
    expect(areas.filter((a) => a < 0)).toHaveLength(1);
  });
  it('keeps pixels that touch at a corner apart', () => expect(trace(['#.', '.#'])).toHaveLength(2));
  it('closes every loop, whatever the mask', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 72 }),
        (width, bits) => {
          const height = Math.ceil(bits.length / width);
          const inside = new Uint8Array(width * height);
          bits.forEach((bit, i) => (inside[i] = bit ? 255 : 0));
          const loops = traceContours(inside, width, height);
          const total = loops.reduce((sum, loop) => sum + area(loop), 0);
          const count = bits.filter(Boolean).length;
          // Each corner cut away or filled in is an eighth of a pixel.
          expect(Math.abs(total - count)).toBeLessThanOrEqual(count / 2 + 1e-6);
          expect(loops.length > 0).toBe(count > 0);
        },
      ),
    );
  });
});
