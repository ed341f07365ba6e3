import { describe, expect, it } from 'vitest';
import { discBlur } from '../../../../../src-main/systems/classic/background/disc.ts';
import { seeded } from '../../../../../src-main/systems/classic/remove/random.ts';

function noise(width: number, height: number, parts: number): Float32Array {
  const random = seeded(3);
  return Float32Array.from({ length: width * height * parts }, () => random.below(1001) / 1000);
}

const mirror = (i: number, n: number): number => {
  while (i < 0 || i >= n) i = i < 0 ? -1 - i : 2 * n - 1 - i;
  return i;
};

/** The mean over a disc, by sampling each pixel in 16 × 16 places: no running sums, no chords. */
function byHand(plane: Float32Array, width: number, height: number, x: number, y: number, radius: number) {
  const reach = Math.ceil(radius) + 1;
  let [sum, count] = [0, 0];
  for (let v = -reach; v <= reach; v++)
    for (let u = -reach; u <= reach; u++) {
      let inside = 0;
      for (let k = 0; k < 256; k++)
        if (Math.hypot(u - 0.5 + ((k & 15) + 0.5) / 16, v - 0.5 + ((k >> 4) + 0.5) / 16) <= radius) inside++;
      count += inside;
      sum += inside * plane[mirror(y + v, height) * width + mirror(x + u, width)]!;
    }
  return sum / count;
}

const blurOf = (plane: Float32Array, width: number, height: number, parts: number, most: number) =>
  discBlur(
    (y, out) => out.set(plane.subarray(y * width * parts, (y + 1) * width * parts)),
    { width, height, parts },
    most,
  );

describe('the mean over a disc', () => {
  it.each([
    [31, 23, 4.3],
    [31, 23, 9],
    [7, 29, 12.5],
    [5, 3, 8],
    [1, 1, 6],
  ])('is what sampling finds: %d × %d, radius %d', (width, height, radius) => {
    const plane = noise(width, height, 1);
    const disc = blurOf(plane, width, height, 1, radius);
    for (let y = 0; y < height; y++) {
      const row = disc.row(y, radius);
      for (let x = 0; x < width; x += 3) {
        expect(Math.abs(row[x]! - byHand(plane, width, height, x, y, radius))).toBeLessThan(0.012);
      }
    }
  });

  it('makes a dot a round, even disc that holds all its light', () => {
    const size = 41;
    const dot = new Float32Array(size * size);
    dot[20 * size + 20] = 1;
    const disc = blurOf(dot, size, size, 1, 10);
    let total = 0;
    for (let y = 0; y < size; y++)
      disc.row(y, 10).forEach((value, x) => {
        total += value;
        const away = Math.hypot(x - 20, y - 20);
        if (away < 8.9) expect(value * Math.PI * 100).toBeCloseTo(1, 3);
        if (away > 11.2) expect(Math.abs(value)).toBeLessThan(1e-9);
      });
    expect(total).toBeCloseTo(1, 5);
  });

  it('changes nothing at half a pixel or less, and blurs every part alike', () => {
    const plane = noise(17, 13, 4);
    const disc = blurOf(plane, 17, 13, 4, 7);
    for (const radius of [0, 0.5])
      disc.row(6, radius).forEach((value, i) => expect(value).toBeCloseTo(plane[6 * 68 + i]!, 6));
    const single = blurOf(
      plane.filter((_, i) => i % 4 === 2),
      17,
      13,
      1,
      7,
    );
    const alone = single.row(9, 5.5);
    disc
      .row(9, 5.5)
      .filter((_, i) => i % 4 === 2)
      .forEach((value, x) => expect(value).toBeCloseTo(alone[x]!, 6));
  });

  it('doesn’t depend on the order in which rows are asked for', () => {
    const plane = noise(19, 40, 3);
    const down = blurOf(plane, 19, 40, 3, 6);
    const rows = Array.from({ length: 40 }, (_, y) => down.row(y, 2 + (y % 5)).slice());
    const other = blurOf(plane, 19, 40, 3, 6);
    for (const y of [39, 0, 20, 21, 5, 38]) expect(other.row(y, 2 + (y % 5))).toEqual(rows[y]);
  });
});
