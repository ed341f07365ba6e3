import { describe, expect, it } from 'vitest';
import { broadcast, product, sum, windowed } from '../../../../src-main/runtime/graph/index.ts';

describe('sizes that are known only when a graph runs', () => {
  it('stretch as NumPy does; a name fits itself and 1', () => {
    expect(broadcast(['batch', 1, 4], [3, 1])).toEqual(['batch', 3, 4]);
    expect(broadcast([], ['n'])).toEqual(['n']);
    expect(broadcast(['n', 5], ['n', 5])).toEqual(['n', 5]);
    expect(broadcast(['n'], ['m'])).toBeNull();
    expect(broadcast(['n'], [2])).toBeNull();
    expect(broadcast([2, 3], [3, 2])).toBeNull();
  });

  it('have one name for one product or sum, in any order', () => {
    expect(product(2, 3)).toBe(6);
    expect(product('w', 2, 'h')).toBe(product('h', 'w', 2));
    expect(product('h', 1)).toBe('h');
    expect(sum(2, 3)).toBe(5);
    expect(sum('a', 'b', 1)).toBe(sum(1, 'b', 'a'));
    expect(sum('a', 0)).toBe('(a)');
  });

  it('shrink by windows as a convolution does', () => {
    for (const [size, kernel, stride, padding] of [
      [7, 3, 1, 2],
      [7, 3, 2, 2],
      [8, 3, 2, 1],
      [28, 14, 14, 0],
    ] as const) {
      let places = 0;
      for (let at = 0; at + kernel <= size + padding; at += stride) places++;
      expect(windowed(size, kernel, stride, padding)).toBe(places);
    }
    expect(windowed('h', 3, 1, 2)).toBe('h');
    expect(windowed('h', 3, 2, 2)).not.toBe('h');
  });
});
