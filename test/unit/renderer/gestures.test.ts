import { describe, expect, it } from 'vitest';
import { readWheel } from '../../../src-renderer/canvas/gestures.ts';
import { KeyPointer } from '../../../src-renderer/canvas/keys.ts';
import { needsFull, sourcesOf } from '../../../src-renderer/canvas/pictures.ts';
import { cropAround } from '../../../src-renderer/canvas/around.ts';
import type { Media } from '../../../src-main/contract/media.ts';

const wheel = (change: Partial<WheelEvent>) =>
  readWheel({ deltaX: 0, deltaY: 0, deltaMode: 0, ctrlKey: false, shiftKey: false, ...change });

describe('the wheel', () => {
  it('zooms by notches and pinches', () => {
    const [up, down] = [wheel({ deltaY: -120 }), wheel({ deltaY: 120 })];
    expect(up.kind === 'zoom' && up.factor).toBeGreaterThan(1);
    expect(down.kind === 'zoom' && down.factor).toBeLessThan(1);
    expect(wheel({ deltaY: -3, ctrlKey: true }).kind).toBe('zoom');
    expect(wheel({ deltaY: 3, deltaMode: 1 }).kind).toBe('zoom');
  });
  it('pans with two fingers or Shift', () => {
    expect(wheel({ deltaX: 4, deltaY: 7 })).toEqual({ kind: 'pan', by: { x: -4, y: -7 } });
    expect(wheel({ deltaY: 120, shiftKey: true })).toEqual({ kind: 'pan', by: { x: -120, y: 0 } });
  });
});

describe('pointing by keyboard', () => {
  const screen = { width: 400, height: 300 };
  const press = (pointer: KeyPointer, key: string, clicks: boolean, shiftKey = false) =>
    pointer.press({ key, shiftKey }, screen, clicks);
  it('clicks where the cross is', () => {
    const pointer = new KeyPointer();
    expect(press(pointer, 'ArrowRight', true)).toEqual([]);
    expect(pointer.at).toEqual({ x: 212, y: 150 });
    expect(press(pointer, 'Enter', true)?.map((e) => e.type)).toEqual(['down', 'up']);
    expect(press(pointer, 'x', true)).toBeNull();
  });
  it('drags between two presses and stays on screen', () => {
    const pointer = new KeyPointer();
    expect(press(pointer, 'Enter', false)?.[0]?.type).toBe('down');
    for (let i = 0; i < 10; i++) press(pointer, 'ArrowUp', false, true);
    expect(pointer.at).toEqual({ x: 200, y: 0 });
    expect(press(pointer, 'ArrowDown', false)?.[0]?.type).toBe('move');
    expect(press(pointer, 'Enter', false)?.[0]?.type).toBe('up');
  });
});

describe('which picture is drawn', () => {
  const media = { hash: 'h', kind: 'image', type: 'image/jpeg', bytes: 1, preview: 'p' } as Media;
  it('the preview first, the whole when its pixels would show', () => {
    expect(sourcesOf(media)).toEqual({ first: 'p', full: 'h' });
    expect(sourcesOf({ ...media, type: 'image/tiff' })).toEqual({ first: 'p', full: null });
    // A preview of the same size is packed with loss: what is small is drawn itself.
    const small = { ...media, width: 2048, height: 900 };
    expect(sourcesOf(small)).toEqual({ first: 'h', full: null });
    expect(sourcesOf({ ...small, type: 'image/tiff' })).toEqual({ first: 'p', full: null });
    expect(sourcesOf({ ...small, height: 2049 })).toEqual({ first: 'p', full: 'h' });
    expect(needsFull(2048, 6000, 0.2, 1)).toBe(false);
    expect(needsFull(2048, 6000, 0.2, 2)).toBe(true);
    expect(needsFull(2048, 6000, 0.5, 1)).toBe(true);
    expect(needsFull(6000, 6000, 4, 1)).toBe(false);
  });
});

describe('thumbnails', () => {
  it('are squares around the box, inside the picture', () => {
    for (const aspect of [0.5, 1, 1.78])
      for (const box of [
        { x1: 0, y1: 0, x2: 0.1, y2: 0.1 },
        { x1: 0.4, y1: 0.2, x2: 1, y2: 1 },
        { x1: 0, y1: 0, x2: 1, y2: 1 },
      ]) {
        const crop = cropAround(box, aspect);
        expect(crop.width * aspect).toBeCloseTo(crop.height);
        expect(crop.x).toBeGreaterThanOrEqual(-1e-9);
        expect(crop.y).toBeGreaterThanOrEqual(-1e-9);
        expect(crop.x + crop.width).toBeLessThanOrEqual(1 + 1e-9);
        expect(crop.y + crop.height).toBeLessThanOrEqual(1 + 1e-9);
      }
  });
});
