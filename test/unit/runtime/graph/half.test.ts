import { expect, it } from 'vitest';
import { fromHalf, toHalf } from '../../../../src-main/runtime/graph/half.ts';

// Node 24 has the real thing, which shells on older versions lack.
declare const Float16Array: new (
  values: ArrayLike<number> | ArrayBuffer,
) => ArrayLike<number> & { buffer: ArrayBuffer };

it('every half is read as Float16Array reads it, and written as it was', () => {
  const bits = Uint16Array.from({ length: 65_536 }, (_, i) => i);
  const known = new Float16Array(bits.buffer);
  for (let i = 0; i < bits.length; i++) {
    const value = fromHalf(i);
    if (!Object.is(value, known[i])) throw new Error(`${i} is ${known[i]}, not ${value}`);
    if (!Number.isNaN(value) && toHalf(value) !== i)
      throw new Error(`${value} is written as ${toHalf(value)}`);
  }
});

it('numbers between two halves are rounded as Float16Array rounds them', () => {
  const values: number[] = [65504, 65519.9, 65520, 1e9, -1e9, 2 ** -25, 2 ** -24 * 1.5, 5.96e-8, 0, -0, NaN];
  for (let i = 0; i < 20_000; i++) values.push(Math.sin(i * 12.9898) * 10 ** ((i % 13) - 8));
  // From two neighbours, the middle, and a little to either side.
  for (let i = 1; i < 0x7bff; i += 97) {
    const middle = (fromHalf(i) + fromHalf(i + 1)) / 2;
    values.push(middle, Math.fround(middle * (1 + 2 ** -20)), Math.fround(middle * (1 - 2 ** -20)));
  }
  const single = Float32Array.from(values);
  const known = new Uint16Array(new Float16Array(single).buffer);
  for (const [i, value] of single.entries())
    if (Number.isNaN(value)) expect(fromHalf(toHalf(value))).toBeNaN();
    else if (toHalf(value) !== known[i]) throw new Error(`${value}: ${toHalf(value)}, not ${known[i]}`);
});
