import { describe, expect, it } from 'vitest';
import { exceeds } from '../../../src-main/shell/wire.ts';

describe('the size of what crosses', () => {
  it('counts text, bytes, keys and every nested value', () => {
    expect(exceeds('x'.repeat(100), 200)).toBe(false);
    expect(exceeds('x'.repeat(300), 200)).toBe(true);
    expect(exceeds({ a: { b: ['x'.repeat(300)] } }, 200)).toBe(true);
    expect(exceeds({ ['k'.repeat(300)]: 1 }, 200)).toBe(true);
    expect(exceeds(new Uint8Array(300), 200)).toBe(true);
    expect(exceeds(new ArrayBuffer(300), 200)).toBe(true);
    expect(
      exceeds(
        Array.from({ length: 100 }, () => 0),
        200,
      ),
    ).toBe(true);
    expect(exceeds({ a: [1, 2, null, undefined, true], b: 'text' }, 200)).toBe(false);
  });

  it('says so at once for a long list, and ends for a circle', () => {
    expect(exceeds(new Array(4_000_000_000), 8 * 2 ** 20)).toBe(true);
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(exceeds(circle, 10_000)).toBe(true);
  });
});
