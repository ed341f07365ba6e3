/** Element types and shapes of tensors, as ONNX and checkpoints name them. */

/** ONNX's numbers for element types (onnx.proto3, TensorProto.DataType). */
export const onnxTypes = {
  float32: 1,
  uint8: 2,
  int8: 3,
  int32: 6,
  int64: 7,
  bool: 9,
  float16: 10,
  float64: 11,
  bfloat16: 16,
} as const;
export type DType = keyof typeof onnxTypes;

export const bytesOf: Readonly<Record<DType, number>> = {
  float32: 4,
  uint8: 1,
  int8: 1,
  int32: 4,
  int64: 8,
  bool: 1,
  float16: 2,
  float64: 8,
  bfloat16: 2,
};

/** A size, or the name of one that is known only when the graph runs: `batch`, `height/8`. */
export type Dim = number | string;
export type Shape = readonly Dim[];

export const isFloat = (type: DType): boolean =>
  type === 'float32' || type === 'float16' || type === 'bfloat16' || type === 'float64';

export const formatShape = (shape: Shape): string => `[${shape.join(', ')}]`;

export const sameShape = (a: Shape, b: Shape): boolean =>
  a.length === b.length && a.every((dim, i) => dim === b[i]);

/** A number where all factors are, else a name that is the same for the same factors. */
export function product(...dims: Dim[]): Dim {
  const known = dims.filter((d) => typeof d === 'number').reduce((a, b) => a * b, 1);
  const names = dims.filter((d) => typeof d === 'string').sort();
  if (!names.length) return known;
  return [...(known === 1 ? [] : [known]), ...names].join('*');
}

export function sum(...dims: Dim[]): Dim {
  const known = dims.filter((d) => typeof d === 'number').reduce((a, b) => a + b, 0);
  const names = dims.filter((d) => typeof d === 'string').sort();
  if (!names.length) return known;
  return `(${[...names, ...(known === 0 ? [] : [known])].join('+')})`;
}

/** What a window of `kernel` pixels in steps of `stride` leaves of `dim`. */
export function windowed(dim: Dim, kernel: number, stride: number, padding: number): Dim {
  if (typeof dim === 'number') return Math.floor((dim + padding - kernel) / stride) + 1;
  const rest = padding - kernel;
  if (stride === 1 && rest === -1) return dim;
  return `floor((${dim}${rest < 0 ? rest : `+${rest}`})/${stride})+1`;
}

/**
 * The shape that two shapes stretch to (NumPy's rules); `null` when they don't fit. A named dimension fits itself
 * and 1; two different names, or a name and a number over 1, are taken for a mistake.
 */
export function broadcast(a: Shape, b: Shape): Shape | null {
  const rank = Math.max(a.length, b.length);
  const out: Dim[] = [];
  for (let i = 0; i < rank; i++) {
    const x = a[a.length - rank + i] ?? 1;
    const y = b[b.length - rank + i] ?? 1;
    if (x !== y && x !== 1 && y !== 1) return null;
    out.push(x === 1 ? y : x);
  }
  return out;
}
