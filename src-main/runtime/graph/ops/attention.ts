/** Scaled dot-product attention (Vaswani et al. 2017). */
import type { Tensor } from '../graph.ts';
import { formatShape } from '../types.ts';
import { add, mul, softmax } from './elementwise.ts';
import { matmul, matmulTransposed } from './linear.ts';
import { concat, expand, reshape, shapeOf, transpose } from './shape.ts';

export interface AttentionOptions {
  heads: number;
  /** Added to the scores before the softmax: [batch or 1, heads or 1, queries, keys]. */
  bias?: Tensor;
  /** Factor of the scores; one over the root of a head's size when not given. */
  scale?: number;
}

/** q: [batch, queries, heads × size], k and v: [batch, keys, heads × size]; the result is as q. */
export function attention(q: Tensor, k: Tensor, v: Tensor, { heads, bias, scale }: AttentionOptions): Tensor {
  const { graph } = q;
  const width = q.shape[2];
  if (typeof width !== 'number' || width % heads || k.shape[2] !== width)
    return graph.fail(`Attention of ${formatShape(q.shape)} and ${formatShape(k.shape)} by ${heads} heads`);
  const factor = scale ?? 1 / Math.sqrt(width / heads);
  const values = v.shape[2] as number;
  if (graph.target.provider === 'cpu' && graph.target.type === 'float32')
    return graph.node(
      'MultiHeadAttention',
      [q, k, v, null, null, bias ? forEachQuery(bias, q) : null],
      [{ type: q.type, shape: [...q.shape.slice(0, 2), values] }],
      { num_heads: heads, scale: { float: factor } },
      'com.microsoft',
    )[0]!;
  // Queries are made small first: in half precision, scores could grow too large before they are.
  const scores = matmulTransposed(mul(splitHeads(q, heads), factor), splitHeads(k, heads));
  const mixed = matmul(softmax(bias ? add(scores, bias) : scores), splitHeads(v, heads));
  return reshape(transpose(mixed, [0, 2, 1, 3]), ['same', 'same', values]);
}

/** The fused operator stretches over batches and heads, not over queries. */
function forEachQuery(bias: Tensor, q: Tensor): Tensor {
  if (bias.shape[2] !== 1 || q.shape[1] === 1) return bias;
  const sizes = concat([shapeOf(bias, 0, 2), shapeOf(q, 1, 2), shapeOf(bias, 3, 4)], 0);
  return expand(bias, sizes, [bias.shape[0]!, bias.shape[1]!, q.shape[1]!, bias.shape[3]!]);
}

/** [batch, length, heads × size] → [batch, heads, length, size] */
const splitHeads = (x: Tensor, heads: number): Tensor =>
  transpose(reshape(x, ['same', 'same', heads, (x.shape[2] as number) / heads]), [0, 2, 1, 3]);
