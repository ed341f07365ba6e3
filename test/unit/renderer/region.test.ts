import { describe, expect, it } from 'vitest';
import type { Region, RegionPart } from '../../../src-main/contract/region.ts';
import { extentOf, invert, join, pointCount, selectAll } from '../../../src-renderer/canvas/region.ts';

const plus: RegionPart = { kind: 'point', x: 0.2, y: 0.3, sign: '+' };
const minus: RegionPart = { kind: 'point', x: 0.6, y: 0.3, sign: '-' };
const box: RegionPart = { kind: 'box', x1: 0, y1: 0, x2: 0.5, y2: 0.5 };

describe('joining gestures to a region', () => {
  it('starts anew or adds', () => {
    const first = join(null, { part: plus, mode: 'replace' });
    expect(first).toEqual({ parts: [plus] });
    expect(join(first, { part: minus, mode: 'extend' })).toEqual({ parts: [plus, minus] });
    expect(join(first, { part: box, mode: 'replace' })).toEqual({ parts: [box] });
    expect(first).toEqual({ parts: [plus] });
  });
  it('can’t take away from nothing', () => {
    expect(join(null, { part: minus, mode: 'extend' })).toBeNull();
    const timed: Region = { parts: [], time: { start: 0, end: 5 } };
    expect(join(timed, { part: minus, mode: 'extend' })).toBe(timed);
  });
  it('keeps the time', () => {
    const time = { start: 10, end: 20 };
    expect(join({ parts: [plus], time }, { part: box, mode: 'replace' })).toEqual({ parts: [box], time });
  });
  it('adds to an inverted region by taking from what is left out', () => {
    const inverted: Region = { parts: [plus], inverted: true };
    const joined = join(inverted, { part: plus, mode: 'extend' });
    expect(joined).toEqual({ parts: [plus, { ...plus, sign: '-' }], inverted: true });
    expect(join(inverted, { part: box, mode: 'extend' })).toEqual({ parts: [box] });
  });
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
