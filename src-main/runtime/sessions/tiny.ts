/** A model of a few dozen bytes, to see whether a device computes at all: y = x · w + b, x of shape 2×3. */

/** Protocol Buffers: a field is its number and wire type, then a varint (0) or a length and bytes (2). */
const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...varint(Math.floor(value / 128))];
const number = (field: number, value: number): number[] => [...varint(field << 3), ...varint(value)];
const bytes = (field: number, value: ArrayLike<number>): number[] => [
  ...varint((field << 3) | 2),
  ...varint(value.length),
  ...Array.from(value),
];
const text = (field: number, value: string): number[] => bytes(field, new TextEncoder().encode(value));

const float = 1; // TensorProto.DataType.FLOAT

const node = (operator: string, inputs: string[], output: string): number[] =>
  bytes(1, [...inputs.flatMap((name) => text(1, name)), ...text(2, output), ...text(4, operator)]);

const tensor = (name: string, shape: number[], values: number[]): number[] =>
  bytes(5, [
    ...shape.flatMap((size) => number(1, size)),
    ...number(2, float),
    ...text(8, name),
    ...bytes(9, new Uint8Array(new Float32Array(values).buffer)),
  ]);

/** A ValueInfoProto: name, then type { tensor_type { elem_type, shape { dim { dim_value } } } }. */
const value = (field: number, name: string, shape: number[]): number[] => {
  const dims = shape.flatMap((size) => bytes(1, number(1, size)));
  return bytes(field, [...text(1, name), ...bytes(2, bytes(1, [...number(1, float), ...bytes(2, dims)]))]);
};

export const weights = [1, -2, 0.5, 4, -1, 3]; // 3×2
export const bias = [10, -10];

/** ModelProto (onnx.proto3): IR version 10, opset 21. */
export function tinyModel(): Uint8Array {
  const graph = [
    ...node('MatMul', ['x', 'w'], 'xw'),
    ...node('Add', ['xw', 'b'], 'y'),
    ...text(2, 'tiny'),
    ...tensor('w', [3, 2], weights),
    ...tensor('b', [2], bias),
    ...value(11, 'x', [2, 3]),
    ...value(12, 'y', [2, 2]),
  ];
  return Uint8Array.from([
    ...number(1, 10),
    ...bytes(7, graph),
    ...bytes(8, [...text(1, ''), ...number(2, 21)]),
  ]);
}

/** What the model must answer for `x`, worked out here. */
export function expected(x: readonly number[]): number[] {
  const y: number[] = [];
  for (let row = 0; row < 2; row++)
    for (let column = 0; column < 2; column++)
      y.push([0, 1, 2].reduce((sum, k) => sum + x[row * 3 + k]! * weights[k * 2 + column]!, bias[column]!));
  return y;
}
