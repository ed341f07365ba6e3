/** Numbers as values of a graph. */
import type { Graph, Tensor } from '../graph.ts';
import { toHalf } from '../half.ts';
import { bytesOf, type DType } from '../types.ts';

/** A constant of this type; 64-bit integers are given as plain numbers. */
export function constant(
  graph: Graph,
  values: readonly number[],
  type: DType,
  shape: readonly number[],
): Tensor {
  const data = new Uint8Array(values.length * bytesOf[type]);
  const view = new DataView(data.buffer);
  const write: Record<DType, (at: number, value: number) => void> = {
    float32: (i, v) => view.setFloat32(i * 4, v, true),
    float64: (i, v) => view.setFloat64(i * 8, v, true),
    float16: (i, v) => view.setUint16(i * 2, toHalf(v), true),
    bfloat16: () => graph.fail('Constants in bfloat16 are not made here'),
    int64: (i, v) =>
      view.setBigInt64(i * 8, Number.isInteger(v) ? BigInt(v) : graph.fail(`${v} is no whole number`), true),
    int32: (i, v) => view.setInt32(i * 4, v, true),
    int8: (i, v) => view.setInt8(i, v),
    uint8: (i, v) => view.setUint8(i, v),
    bool: (i, v) => view.setUint8(i, v ? 1 : 0),
  };
  values.forEach((value, i) => write[type](i, value));
  return graph.constant(type, shape, data);
}

export const scalar = (graph: Graph, value: number, type: DType): Tensor =>
  constant(graph, [value], type, []);

/** A vector of 64-bit integers: axes, sizes, starts. */
export const ints = (graph: Graph, values: readonly number[]): Tensor =>
  constant(graph, values, 'int64', [values.length]);
