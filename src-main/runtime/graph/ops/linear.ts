/** Matrix products, and layers made of one. */
import { bitsOf, blockSize, packedNames, packedShapes, type Bits } from '../../checkpoint/layout.ts';
import type { Attribute, Tensor } from '../graph.ts';
import type { Scope } from '../scope.ts';
import { broadcast, formatShape } from '../types.ts';
import { add, mul } from './elementwise.ts';
import { transpose } from './shape.ts';

/** [..., n, k] × [..., k, m] → [..., n, m], leading dimensions stretched. */
export function matmul(a: Tensor, b: Tensor): Tensor {
  return product('MatMul', a, b, b.shape.at(-2), b.shape.at(-1)!);
}

/** [..., n, k] × [..., m, k]ᵀ → [..., n, m] */
export function matmulTransposed(a: Tensor, b: Tensor): Tensor {
  const { graph } = a;
  // Reads the weights as they lie in the checkpoint. Elsewhere Transpose is folded into the weights when a session loads.
  if (graph.target.provider === 'cpu' && graph.target.type === 'float32')
    return product(
      'FusedMatMul',
      a,
      b,
      b.shape.at(-1),
      b.shape.at(-2)!,
      { transB: 1, alpha: { float: 1 } },
      'com.microsoft',
    );
  const last = b.shape.length - 1;
  const perm = b.shape.map((_, i) => (i === last ? last - 1 : i === last - 1 ? last : i));
  return matmul(a, transpose(b, perm));
}

function product(
  op: string,
  a: Tensor,
  b: Tensor,
  inner: Tensor['shape'][number] | undefined,
  columns: Tensor['shape'][number],
  attributes: Record<string, Attribute> = {},
  domain: '' | 'com.microsoft' = '',
): Tensor {
  const { graph } = a;
  const outer = broadcast(a.shape.slice(0, -2), b.shape.slice(0, -2));
  if (!outer || a.shape.at(-1) !== inner || a.type !== b.type)
    return graph.fail(`${op} of ${a.type} ${formatShape(a.shape)} and ${b.type} ${formatShape(b.shape)}`);
  const shape = [...outer, a.shape.at(-2)!, columns];
  return graph.node(op, [a, b], [{ type: a.type, shape }], attributes, domain)[0]!;
}

/** y = x · Wᵀ + b with `weight` [out, in] and, where the layer has one, `bias` [out]. Adapters are added. */
export function linear(p: Scope, x: Tensor, out: number, { bias = true } = {}): Tensor {
  const size = x.shape.at(-1);
  if (typeof size !== 'number') return x.graph.fail(`A linear layer over ${formatShape(x.shape)}`);
  p.graph.matrices.add(p.graph.nameOf(p.name('weight')));
  const bits = bitsOf((name) => p.has(name), 'weight');
  let y = bits ? fewBits(p, x, out, bits) : matmulTransposed(x, p.param('weight', [out, size]));
  for (const { down, up, scale } of p.adapters([out, size]))
    y = add(y, mul(matmulTransposed(matmulTransposed(x, down), up), scale));
  return bias ? add(y, p.param('bias', [out])) : y;
}

/** The same with a weight of 4 or 8 bits, as `runtime/checkpoint/quantise.ts` writes it. */
function fewBits(p: Scope, x: Tensor, out: number, bits: Bits): Tensor {
  const size = x.shape.at(-1) as number;
  const shapes = packedShapes(out, size, bits);
  const names = packedNames('weight', bits);
  const inputs = [
    x,
    p.param(names.values, shapes.values),
    p.param(names.scales, shapes.scales),
    p.param(names.zeros, shapes.zeros),
  ];
  const shape = [...x.shape.slice(0, -1), out];
  return x.graph.node(
    'MatMulNBits',
    inputs,
    [{ type: x.type, shape }],
    { K: size, N: out, bits, block_size: blockSize },
    'com.microsoft',
  )[0]!;
}
