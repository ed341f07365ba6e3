import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { timeRange } from '../../../src-main/contract/region.ts';
import { moveEnd, spanOf, ticks, timeAt, withTime } from '../../../src-renderer/timeline/range.ts';

const DURATION = 12_345_678;
const time = fc.double({ min: -1e7, max: 3e7, noNaN: true });

describe('spans of time', () => {
  it('are valid in the contract, whatever the gesture', () => {
    fc.assert(
      fc.property(time, time, (a, b) => {
        const span = spanOf(a, b, DURATION);
        if (!span) return;
        expect(timeRange.safeParse(span).success).toBe(true);
        expect(span.end).toBeLessThanOrEqual(DURATION);
      }),
    );
    expect(spanOf(5_000_000, 1_000_000, DURATION)).toEqual({ start: 1_000_000, end: 5_000_000 });
    expect(spanOf(5_000_000, 5_000_100, DURATION)).toBeNull();
  });
  it('keep their ends apart', () => {
    fc.assert(
      fc.property(time, fc.constantFrom('start' as const, 'end' as const), (to, end) => {
        const moved = moveEnd({ start: 2_000_000, end: 4_000_000 }, end, to, DURATION);
        expect(timeRange.safeParse(moved).success).toBe(true);
        expect(moved.end).toBeLessThanOrEqual(DURATION);
      }),
    );
  });
  it('are whole microseconds', () => {
    expect(timeAt(1 / 3, DURATION)).toBe(Math.round(DURATION / 3));
    expect(timeAt(-1, DURATION)).toBe(0);
    expect(timeAt(2, DURATION)).toBe(DURATION);
  });
  it('have a ruler with room between its labels', () => {
    for (const duration of [500_000, DURATION, 3_600_000_000]) {
      const marks = ticks(duration, 900);
      expect(marks.length).toBeGreaterThan(1);
      expect(((marks[1]! - marks[0]!) / duration) * 900).toBeGreaterThanOrEqual(72);
    }
  });
  it('join a region and leave it', () => {
    const span = { start: 1, end: 2 };
    expect(withTime(null, span)).toEqual({ parts: [], time: span });
    expect(withTime({ parts: [], time: span }, null)).toBeNull();
    const part = { kind: 'point', x: 0, y: 0, sign: '+' } as const;
    expect(withTime({ parts: [part], time: span }, null)).toEqual({ parts: [part] });
  });
});
