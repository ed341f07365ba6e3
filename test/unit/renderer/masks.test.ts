import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isJson, looksLikeMask, pngSize } from '../../../src-renderer/library/masks.ts';

const pixels = (...levels: (number | [number, number, number, number])[]) =>
  Uint8ClampedArray.from(levels.flatMap((l) => (typeof l === 'number' ? [l, l, l, 255] : l)));
const many = (count: number, level: number) => Array.from({ length: count }, () => level);

describe('a mask is told from a photo', () => {
  it('by black and white, with soft edges at most', () => {
    expect(looksLikeMask(pixels(...many(50, 0), ...many(50, 255)))).toBe(true);
    expect(looksLikeMask(pixels(...many(48, 3), ...many(8, 128), ...many(44, 250)))).toBe(true);
    expect(looksLikeMask(pixels(...many(40, 0), ...many(20, 128), ...many(40, 255)))).toBe(false);
  });
  it('a flat picture, one with a colour and one that is seen through are none', () => {
    expect(looksLikeMask(pixels(...many(9, 255)))).toBe(false);
    expect(looksLikeMask(pixels(...many(9, 0)))).toBe(false);
    expect(looksLikeMask(pixels(...many(99, 0), ...many(99, 255), [255, 0, 0, 255]))).toBe(false);
    expect(looksLikeMask(pixels(...many(99, 0), ...many(99, 255), [0, 0, 0, 128]))).toBe(false);
  });
});

it('a PNG tells its size before it is decoded; other files tell none', () => {
  const head = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    Buffer.from('IHDR'),
    Buffer.from([0, 0, 2, 0x58, 0, 0, 1, 0x90]),
    deflateSync(Buffer.alloc(3)),
  ]);
  expect(pngSize(head)).toEqual({ width: 600, height: 400 });
  expect(pngSize(head.subarray(0, 20))).toBeNull();
  expect(pngSize(Buffer.from('GIF89a.................................'))).toBeNull();
});

it('COCO JSON is known by its name or type', () => {
  expect(isJson({ name: 'mask.JSON', type: '' } as File)).toBe(true);
  expect(isJson({ name: 'mask', type: 'application/json' } as File)).toBe(true);
  expect(isJson({ name: 'mask.png', type: 'image/png' } as File)).toBe(false);
});
