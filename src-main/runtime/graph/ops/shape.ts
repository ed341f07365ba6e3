/** Operators that move values about and leave them as they are. */
import type { Graph, Tensor } from '../graph.ts';
import { formatShape, product, sum, type Dim, type DType, type Shape } from '../types.ts';
import { ints } from './constants.ts';

const axisOf = (x: Tensor, axis: number): number => (axis < 0 ? axis + x.shape.length : axis);

/**
 * The same values in another shape. Named dimensions must be among the tensor's own (0: as at the same place in the
 * input) or be the one that is worked out from the rest (-1); for a name that isn't the input's, say what it's called.
 * @param to one entry a dimension: a size, `'same'` (as in the input at this place), or `{ rest: name }`
 */
export function reshape(x: Tensor, to: readonly (number | 'same' | { rest: Dim })[]): Tensor {
  const shape = to.map((d, i): Dim => {
    if (d !== 'same') return typeof d === 'number' ? d : d.rest;
    return x.shape[i] ?? x.graph.fail(`Reshape of ${formatShape(x.shape)} has no dimension ${i}`);
  });
  if (x.shape.every(isNumber) && shape.every(isNumber) && product(...x.shape) !== product(...shape))
    x.graph.fail(`Reshape of ${formatShape(x.shape)} to ${formatShape(shape)}`);
  if (to.filter((d) => typeof d === 'object').length > 1) x.graph.fail('Reshape has two unknown sizes');
  const sizes = to.map((d) => (d === 'same' ? 0 : typeof d === 'number' ? d : -1));
  return x.graph.node('Reshape', [x, ints(x.graph, sizes)], [{ type: x.type, shape }])[0]!;
}

const isNumber = (d: Dim): d is number => typeof d === 'number';

export function transpose(x: Tensor, perm: readonly number[]): Tensor {
  if (perm.length !== x.shape.length)
    x.graph.fail(`Transpose of ${formatShape(x.shape)} by ${formatShape(perm)}`);
  return x.graph.node('Transpose', [x], [{ type: x.type, shape: perm.map((i) => x.shape[i]!) }], {
    perm,
  })[0]!;
}

export function concat(tensors: readonly Tensor[], axis: number): Tensor {
  const first = tensors[0]!;
  const at = axisOf(first, axis);
  for (const t of tensors)
    if (
      t.shape.length !== first.shape.length ||
      t.type !== first.type ||
      t.shape.some((d, i) => i !== at && d !== first.shape[i])
    )
      first.graph.fail(`Concat of ${tensors.map((each) => formatShape(each.shape)).join(' and ')}`);
  const shape = first.shape.map((d, i) => (i === at ? sum(...tensors.map((t) => t.shape[at]!)) : d));
  return first.graph.node('Concat', tensors, [{ type: first.type, shape }], { axis: at })[0]!;
}

/** Parts of these sizes along an axis. */
export function split(x: Tensor, sizes: readonly number[], axis: number): Tensor[] {
  const at = axisOf(x, axis);
  const total = sizes.reduce((a, b) => a + b, 0);
  if (isNumber(x.shape[at]!) && x.shape[at] !== total)
    x.graph.fail(`Split of ${formatShape(x.shape)} into ${sizes.join(' + ')}`);
  const outputs = sizes.map((size) => ({
    type: x.type,
    shape: x.shape.map((d, i) => (i === at ? size : d)),
  }));
  return x.graph.node('Split', [x, ints(x.graph, sizes)], outputs, { axis: at });
}

/** `[start, end)` along an axis; a negative number counts from the end. `size` names the result where it isn't known. */
export function slice(x: Tensor, axis: number, start: number, end: number, size?: Dim): Tensor {
  const at = axisOf(x, axis);
  const dim = x.shape[at]!;
  const from = (v: number, d: number) => Math.max(0, Math.min(d, v < 0 ? v + d : v));
  const left =
    typeof dim === 'number'
      ? from(end, dim) - from(start, dim)
      : start >= 0 && end >= 0 && end < 2 ** 31
        ? end - start
        : (size ?? `${dim}[${start}:${end}]`);
  const shape = x.shape.map((d, i) => (i === at ? left : d));
  const { graph } = x;
  return graph.node(
    'Slice',
    [x, ints(graph, [start]), ints(graph, [end]), ints(graph, [at])],
    [{ type: x.type, shape }],
  )[0]!;
}

/** The entries at `indices` along an axis. */
export function gather(x: Tensor, indices: Tensor, axis = 0): Tensor {
  const at = axisOf(x, axis);
  const shape = [...x.shape.slice(0, at), ...indices.shape, ...x.shape.slice(at + 1)];
  return x.graph.node('Gather', [x, indices], [{ type: x.type, shape }], { axis: at })[0]!;
}

export function unsqueeze(x: Tensor, axes: readonly number[]): Tensor {
  const shape = [...x.shape];
  for (const axis of [...axes].sort((a, b) => a - b)) shape.splice(axis, 0, 1);
  return x.graph.node('Unsqueeze', [x, ints(x.graph, axes)], [{ type: x.type, shape }])[0]!;
}

export function squeeze(x: Tensor, axes: readonly number[]): Tensor {
  const gone = new Set(axes.map((axis) => axisOf(x, axis)));
  const shape = x.shape.filter((_, i) => !gone.has(i));
  return x.graph.node('Squeeze', [x, ints(x.graph, [...gone])], [{ type: x.type, shape }])[0]!;
}

/** The tensor's own sizes as numbers, from `start` to before `end`. */
export function shapeOf(x: Tensor, start = 0, end = x.shape.length): Tensor {
  return x.graph.node('Shape', [x], [{ type: 'int64', shape: [end - start] }], { start, end })[0]!;
}

/** Stretched to `shape`; `sizes` holds the same numbers as a value of the graph. */
export function expand(x: Tensor, sizes: Tensor, shape: Shape): Tensor {
  return x.graph.node('Expand', [x, sizes], [{ type: x.type, shape }])[0]!;
}

/** 0, 1, … before `limit`, a scalar of the graph; `size` names how many. */
export function range(limit: Tensor, size: Dim, type: DType = 'int64'): Tensor {
  const { graph } = limit;
  return graph.node('Range', [number(graph, 0), limit, number(graph, 1)], [{ type, shape: [size] }])[0]!;
}

const number = (graph: Graph, value: number): Tensor => squeeze(ints(graph, [value]), [0]);

/** Zeros (or `value`) around: `before` and `after` by axis. */
export function pad(x: Tensor, before: readonly number[], after: readonly number[], value?: Tensor): Tensor {
  const shape = x.shape.map((d, i) => sum(d, before[i]! + after[i]!));
  return x.graph.node(
    'Pad',
    [x, ints(x.graph, [...before, ...after]), value ?? null],
    [{ type: x.type, shape }],
    { mode: 'constant' },
  )[0]!;
}

/** The same values in the shape of another tensor of as many values. */
export function reshapeLike(x: Tensor, other: Tensor): Tensor {
  return x.graph.node('Reshape', [x, shapeOf(other)], [{ type: x.type, shape: other.shape }])[0]!;
}

/** The same value; its sizes are known to be these, by what the caller knows of the inputs. */
export const withShape = (x: Tensor, shape: Shape): Tensor => ({ ...x, shape });
