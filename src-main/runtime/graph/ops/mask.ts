/** Which positions may look at which, as what is added to attention scores. */
import type { Graph, Tensor } from '../graph.ts';
import type { Dim } from '../types.ts';
import { scalar } from './constants.ts';
import { cast, greater, where } from './elementwise.ts';
import { gather, range, shapeOf, unsqueeze } from './shape.ts';

/** What makes a score vanish: the least number of the type. */
const least = { float32: -3.4028234663852886e38, float16: -65504 } as const;

/** 0 where `allowed` holds, and the least number elsewhere. */
export function maskBias(allowed: Tensor): Tensor {
  const { graph } = allowed;
  const { type } = graph.target;
  return where(allowed, scalar(graph, 0, type), scalar(graph, least[type], type));
}

/** Positions 0, 1, … along an axis of a tensor. */
export function positions(x: Tensor, axis: number): Tensor {
  const size = shapeOf(x, axis, axis + 1);
  const one = gather(size, scalar(x.graph, 0, 'int64'));
  return range(one, x.shape[axis]!);
}

/**
 * No position looks at a later one, nor at padding.
 * @param mask [batch, keys], 1 where there is something; queries are its last `queries` positions (all when not given)
 * @returns [batch, 1, queries, keys]
 */
export function causalBias(mask: Tensor, queries: Tensor = positions(mask, 1)): Tensor {
  const { graph } = mask;
  const keys = positions(mask, 1);
  const later = greater(unsqueeze(keys, [0]), unsqueeze(queries, [1])); // [queries, keys]
  const padding = unsqueeze(cast(mask, 'bool'), [1, 2]); // [batch, 1, 1, keys]
  return maskBias(and(padding, not(later), graph));
}

/** Nothing looks at padding. @param mask [batch, keys] @returns [batch, 1, 1, keys] */
export const paddingBias = (mask: Tensor): Tensor => maskBias(unsqueeze(cast(mask, 'bool'), [1, 2]));

function and(a: Tensor, b: Tensor, graph: Graph): Tensor {
  const shape: Dim[] = [a.shape[0]!, 1, b.shape[0]!, b.shape[1]!];
  return graph.node('And', [a, b], [{ type: 'bool', shape }])[0]!;
}

const not = (x: Tensor): Tensor => x.graph.node('Not', [x], [x])[0]!;
