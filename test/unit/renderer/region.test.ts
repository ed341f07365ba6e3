import { describe, expect, it } from 'vitest';
import type { Region, RegionPart } from '../../../src-main/contract/region.ts';
import {
  extentOf,
  invert,
  join,
  needsMask,
  pointCount,
  selectAll,
} from '../../../src-renderer/canvas/region.ts';

const plus: RegionPart = { kind: 'point', x: 0.2, y: 0.3, sign: '+' };
const minus: RegionPart = { kind: 'point', x: 0.6, y: 0.3, sign: '-' };
const box: RegionPart = { kind: 'box', x1: 0, y1: 0, x2: 0.5, y2: 0.5 };

const hash = 'a'.repeat(64);
const on = (region: Region | null, mask: string | null = hash) => region && { region, mask };
const words: RegionPart = { kind: 'words', text: 'the sky' };
const outline: RegionPart = { kind: 'polygon', points: [[0, 0], [1, 0], [1, 1]], sign: '+' }; // prettier-ignore
const whole = (sign: '+' | '-' | '&'): RegionPart => ({ kind: 'mask', hash, sign });

describe('joining gestures to a region', () => {
  it('starts anew, adds, or takes away', () => {
    const first = join(null, { part: plus, mode: 'replace' });
    expect(first).toEqual({ parts: [plus] });
    expect(join(on(first), { part: plus, mode: 'subtract' })).toEqual({
      parts: [plus, { ...plus, sign: '-' }],
    });
    expect(join(on(first), { part: box, mode: 'add' })).toEqual({ parts: [plus, box] });
    expect(join(on(first), { part: box, mode: 'replace' })).toEqual({ parts: [box] });
    expect(join(null, { part: outline, mode: 'add' })).toEqual({ parts: [outline] });
    expect(first).toEqual({ parts: [plus] });
  });
  it('takes away words by their sign, and a box by its outline', () => {
    const ground = on({ parts: [plus] });
    expect(join(ground, { part: words, mode: 'subtract' })?.parts[1]).toEqual({ ...words, sign: '-' });
    expect(join(ground, { part: box, mode: 'subtract' })?.parts[1]).toEqual({
      kind: 'polygon',
      points: [[0, 0], [0.5, 0], [0.5, 0.5], [0, 0.5]], // prettier-ignore
      sign: '-',
    });
  });
  it('can’t take away from nothing, or cut it', () => {
    for (const mode of ['subtract', 'intersect'] as const) {
      expect(join(null, { part: minus, mode })).toBeNull();
      const timed: Region = { parts: [], time: { start: 0, end: 5 } };
      expect(join(on(timed), { part: outline, mode })).toBe(timed);
    }
  });
  it('keeps what lies in both: the new part, cut to the mask of what was there', () => {
    for (const part of [plus, box, outline, words]) {
      const gesture = { part, mode: 'intersect' } as const;
      expect(join(on({ parts: [plus], inverted: true }), gesture)).toEqual({ parts: [part, whole('&')] });
    }
  });
  it('goes on from the mask of what was cut or refined', () => {
    for (const region of [
      { parts: [plus, whole('&')] },
      { parts: [plus], refine: { grow: 0.01 } },
      { parts: [plus], inverted: true, refine: { feather: 0.01 } },
    ] satisfies Region[]) {
      expect(needsMask(region, 'add')).toBe(true);
      expect(join(on(region), { part: outline, mode: 'add' })).toEqual({ parts: [whole('+'), outline] });
      expect(join(on(region), { part: outline, mode: 'subtract' })).toEqual({
        parts: [whole('+'), { ...outline, sign: '-' }],
      });
    }
    expect(needsMask({ parts: [plus] }, 'add')).toBe(false);
    expect(needsMask({ parts: [plus] }, 'intersect')).toBe(true);
    expect(needsMask({ parts: [plus], refine: { grow: 0.01 } }, 'replace')).toBe(false);
    expect(needsMask(null, 'intersect')).toBe(false);
  });
  it('keeps the time', () => {
    const time = { start: 10, end: 20 };
    expect(join(on({ parts: [plus], time }), { part: box, mode: 'replace' })).toEqual({ parts: [box], time });
  });
  it('adds to an inverted region by taking from what is left out', () => {
    const inverted: Region = { parts: [plus], inverted: true };
    expect(join(on(inverted), { part: plus, mode: 'add' })).toEqual({
      parts: [plus, { ...plus, sign: '-' }],
      inverted: true,
    });
    expect(join(on(inverted), { part: words, mode: 'subtract' })).toEqual({
      parts: [plus, words],
      inverted: true,
    });
    expect(join(on(inverted), { part: box, mode: 'add' })).toEqual({ parts: [whole('+'), box] });
  });
});

describe('a region', () => {
  it('inverts there and back', () => {
    const region: Region = { parts: [plus] };
    expect(invert(region)).toEqual({ parts: [plus], inverted: true });
    expect(invert(invert(region))).toEqual(region);
  });
  it('knows the extent of what was drawn', () => {
    expect(extentOf({ parts: [plus, minus] })).toEqual({ x1: 0.2, y1: 0.3, x2: 0.6, y2: 0.3 });
    expect(extentOf({ parts: [box, plus] })).toEqual({ x1: 0, y1: 0, x2: 0.5, y2: 0.5 });
    expect(extentOf({ parts: [{ kind: 'words', text: 'the dog' }] })).toBeNull();
  });
  it('counts points and selects everything', () => {
    expect(pointCount({ parts: [plus, box, minus] })).toBe(2);
    expect(selectAll().parts[0]).toMatchObject({ kind: 'polygon', sign: '+' });
  });
});
