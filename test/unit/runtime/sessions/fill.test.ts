import { describe, expect, it } from 'vitest';
import { bytesOf, type DType } from '../../../../src-main/runtime/graph/index.ts';
import { convert, reader } from '../../../../src-main/runtime/sessions/convert.ts';
import { fill } from '../../../../src-main/runtime/sessions/fill.ts';
import type { InputShape, Values } from '../../../../src-main/runtime/sessions/session.ts';

const floats = (values: readonly number[], shape: readonly number[] = [values.length]): Values => ({
  type: 'float64',
  shape,
  data: new Uint8Array(Float64Array.from(values).buffer),
});
const numbers = ({ type, data }: Values): number[] => {
  const read = reader(type, data);
  return Array.from({ length: data.byteLength / bytesOf[type] }, (_, i) => read(i));
};

describe('tensors in another type', () => {
  it.each<[DType, readonly number[], readonly number[]]>([
    ['float32', [0.1, -3], [Math.fround(0.1), -3]],
    ['float64', [0.1, -3], [0.1, -3]],
    ['float16', [0.1, 70_000, -2], [0.0999755859375, Infinity, -2]],
    // 1 + 2^-8 lies between two of them: to even.
    ['bfloat16', [1, 1 + 2 ** -8, 1 + 3 * 2 ** -8, -0.5, NaN], [1, 1, 1 + 2 ** -6, -0.5, NaN]],
    ['int64', [3.9, -3.9], [3, -3]],
    ['int32', [7, -7], [7, -7]],
    ['int8', [-128, 127], [-128, 127]],
    ['uint8', [0, 255], [0, 255]],
    ['bool', [0, 2], [0, 1]],
  ])('%s', (type, given, wanted) => {
    const made = convert(floats(given), type);
    expect(made.type).toBe(type);
    expect(numbers(made)).toEqual(wanted);
    // And back: what fits is not changed again.
    expect(numbers(convert(convert(made, 'float64'), type))).toEqual(wanted);
  });
});

describe('what a person gives', () => {
  const inputs: InputShape[] = [
    { name: 'sample', type: 'float32', shape: ['batch', 2] },
    { name: 'time', type: 'float32', shape: ['times'] },
    { name: 'mask', type: 'int64', shape: ['batch', 'total'] },
    { name: 'past', type: 'float32', shape: ['batch', 'past', 3] },
    { name: 'adapter_scale.0', type: 'float32', shape: [1] },
  ];
  const rules = {
    defaults: { mask: 1 },
    sizes: ({ past = 0, batch = 0 }: Readonly<Record<string, number>>) => ({ past, total: past + batch }),
  };
  const sample = floats([1, 2, 3, 4], [2, 2]);
  const time: Values = { type: 'int64', shape: [], data: new Uint8Array(new BigInt64Array([7n]).buffer) };

  it('becomes what a session takes: types, single numbers, defaults, and nothing where nothing is meant', () => {
    const filled = fill(inputs, { sample, time }, rules);
    expect(numbers(filled['sample']!)).toEqual([1, 2, 3, 4]);
    expect(filled['time']).toMatchObject({ type: 'float32', shape: [1] });
    expect(numbers(filled['time']!)).toEqual([7]);
    expect(filled['mask']).toMatchObject({ type: 'int64', shape: [2, 2] });
    expect(numbers(filled['mask']!)).toEqual([1, 1, 1, 1]);
    expect(filled['past']).toMatchObject({ shape: [2, 0, 3] });
    expect(filled['past']!.data.byteLength).toBe(0);
    expect(numbers(filled['adapter_scale.0']!)).toEqual([1]);
  });

  it.each<[string, Record<string, Values>, RegExp]>([
    ['unknown', { sample, time, more: time }, /no input more/],
    ['missing', { time }, /sample is missing/],
    ['of another rank', { sample: floats([1, 2]), time }, /sample is float64 \[2\]/],
    ['of another size', { sample: floats([1, 2, 3], [1, 3]), time }, /sample is float64 \[1, 3\]/],
    [
      'of another size than the others',
      { sample, time, mask: { type: 'int64', shape: [3, 4], data: new Uint8Array(96) } },
      /mask is int64 \[3, 4\]/,
    ],
    [
      'numbers where integers belong',
      { sample, time, mask: floats([1, 1, 1, 1], [2, 2]) },
      /mask is float64/,
    ],
  ])('%s is refused', (_, given, message) => {
    expect(() => fill(inputs, given, rules)).toThrow(message);
  });

  it.each([-1, 7, -(2 ** 40)])('an entry %d of a table of seven is refused', (id) => {
    const words: InputShape[] = [{ name: 'ids', type: 'int64', shape: ['sequence'] }];
    const ids = (last: number): Record<string, Values> => ({
      ids: {
        type: 'int64',
        shape: [3],
        data: new Uint8Array(BigInt64Array.of(0n, 6n, BigInt(last)).buffer),
      },
    });
    const limits = { ids: 7 };
    expect(numbers(fill(words, ids(3), { limits })['ids']!)).toEqual([0, 6, 3]);
    expect(() => fill(words, ids(id), { limits })).toThrow(`names the entry ${id}; there are 0 to 6`);
  });
});
