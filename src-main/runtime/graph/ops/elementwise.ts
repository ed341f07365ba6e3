/** Operators that go over values one by one, stretching shapes as NumPy does. */
import type { Attribute, Graph, Tensor } from '../graph.ts';
import { broadcast, formatShape, onnxTypes, type DType, type Shape } from '../types.ts';
import { ints, scalar } from './constants.ts';

type Operand = Tensor | number;

/** Puts numbers beside a tensor as constants of its type. */
function operands(a: Operand, b: Operand): [Tensor, Tensor] {
  if (typeof a === 'number' && typeof b === 'number') throw new TypeError('one operand must be a tensor');
  if (typeof a === 'number') return [scalar((b as Tensor).graph, a, (b as Tensor).type), b as Tensor];
  return [a, typeof b === 'number' ? scalar(a.graph, b, a.type) : b];
}

function binary(op: string, a: Operand, b: Operand, result?: DType): Tensor {
  const [x, y] = operands(a, b);
  if (x.type !== y.type) x.graph.fail(`${op} of ${x.type} and ${y.type}`);
  const shape = broadcast(x.shape, y.shape);
  if (!shape) return x.graph.fail(`${op} of shapes ${formatShape(x.shape)} and ${formatShape(y.shape)}`);
  return x.graph.node(op, [x, y], [{ type: result ?? x.type, shape }])[0]!;
}

export const add = (a: Operand, b: Operand): Tensor => binary('Add', a, b);
export const sub = (a: Operand, b: Operand): Tensor => binary('Sub', a, b);
export const mul = (a: Operand, b: Operand): Tensor => binary('Mul', a, b);
export const div = (a: Operand, b: Operand): Tensor => binary('Div', a, b);
export const pow = (a: Operand, b: Operand): Tensor => binary('Pow', a, b);
export const equal = (a: Operand, b: Operand): Tensor => binary('Equal', a, b, 'bool');
export const less = (a: Operand, b: Operand): Tensor => binary('Less', a, b, 'bool');
export const greater = (a: Operand, b: Operand): Tensor => binary('Greater', a, b, 'bool');

function unary(op: string, x: Tensor, attributes: Record<string, Attribute> = {}, contrib = false): Tensor {
  const made = x.graph.node(
    op,
    [x],
    [{ type: x.type, shape: x.shape }],
    attributes,
    contrib ? 'com.microsoft' : '',
  );
  return made[0]!;
}

export const neg = (x: Tensor): Tensor => unary('Neg', x);
export const exp = (x: Tensor): Tensor => unary('Exp', x);
export const sqrt = (x: Tensor): Tensor => unary('Sqrt', x);
export const sin = (x: Tensor): Tensor => unary('Sin', x);
export const cos = (x: Tensor): Tensor => unary('Cos', x);
export const tanh = (x: Tensor): Tensor => unary('Tanh', x);
export const sigmoid = (x: Tensor): Tensor => unary('Sigmoid', x);
export const relu = (x: Tensor): Tensor => unary('Relu', x);
export const softmax = (x: Tensor, axis = -1): Tensor => unary('Softmax', x, { axis });

/** Hendrycks & Gimpel 2016; `approximate` by tanh, as the second formula there. */
export const gelu = (x: Tensor, approximate: 'none' | 'tanh' = 'none'): Tensor =>
  unary('Gelu', x, { approximate });

/** x · sigmoid(alpha · x): 1 is SiLU, 1.702 the quick GELU of CLIP. */
export function swish(x: Tensor, alpha = 1): Tensor {
  if (x.graph.target.provider === 'cpu') return unary('QuickGelu', x, { alpha: { float: alpha } }, true);
  return mul(x, sigmoid(alpha === 1 ? x : mul(x, alpha)));
}

export function cast(x: Tensor, type: DType): Tensor {
  if (x.type === type) return x;
  return x.graph.node('Cast', [x], [{ type, shape: x.shape }], { to: onnxTypes[type] })[0]!;
}

/** `a` where the condition holds, else `b`. */
export function where(condition: Tensor, a: Operand, b: Operand): Tensor {
  const [x, y] = operands(a, b);
  const values = broadcast(x.shape, y.shape);
  const shape = values && broadcast(condition.shape, values);
  if (!shape || x.type !== y.type)
    return x.graph.fail(
      `Where of ${formatShape(condition.shape)}, ${formatShape(x.shape)} and ${formatShape(y.shape)}`,
    );
  return x.graph.node('Where', [condition, x, y], [{ type: x.type, shape }])[0]!;
}

/** The mean over axes. */
export function mean(x: Tensor, axes: readonly number[], keep = true): Tensor {
  return reduce('ReduceMean', x, axes, keep);
}

export function reduceSum(x: Tensor, axes: readonly number[], keep = true): Tensor {
  return reduce('ReduceSum', x, axes, keep);
}

function reduce(op: string, x: Tensor, axes: readonly number[], keep: boolean): Tensor {
  const at = new Set(axes.map((axis) => (axis < 0 ? axis + x.shape.length : axis)));
  const shape = keep ? x.shape.map((d, i) => (at.has(i) ? 1 : d)) : x.shape.filter((_, i) => !at.has(i));
  const list = [...at].sort((a, b) => a - b);
  return x.graph.node(op, [x, ints(x.graph, list)], [{ type: x.type, shape }], {
    keepdims: keep ? 1 : 0,
  })[0]!;
}

/** An input of numbers in single precision, in the type that the graph computes in. */
export const floatInput = (graph: Graph, name: string, shape: Shape): Tensor =>
  cast(graph.input(name, 'float32', shape), graph.target.type);
