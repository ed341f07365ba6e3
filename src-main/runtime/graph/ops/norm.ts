/** Normalisation layers. */
import type { Tensor } from '../graph.ts';
import type { Scope } from '../scope.ts';
import { formatShape } from '../types.ts';
import { add, mul } from './elementwise.ts';
import { constant } from './constants.ts';
import { reshape, reshapeLike } from './shape.ts';

/** Over the last axis, with `weight` and `bias` (Ba, Kiros, Hinton 2016). */
export function layerNorm(p: Scope, x: Tensor, epsilon: number): Tensor {
  const size = lastSize(x);
  return x.graph.node('LayerNormalization', [x, p.param('weight', [size]), p.param('bias', [size])], [x], {
    axis: -1,
    epsilon: { float: epsilon },
  })[0]!;
}

/** By the root mean square over the last axis, with `weight` (Zhang & Sennrich 2019). */
export function rmsNorm(p: Scope, x: Tensor, epsilon: number): Tensor {
  return x.graph.node('SimplifiedLayerNormalization', [x, p.param('weight', [lastSize(x)])], [x], {
    axis: -1,
    epsilon: { float: epsilon },
  })[0]!;
}

/**
 * Over the channels (axis 1) in groups, with `weight` and `bias` (Wu & He 2018). x: [batch, channels, height, width].
 * Written as instance normalisation of the groups: ONNX Runtime has no kernel of its own for this on a CPU.
 */
export function groupNorm(p: Scope, x: Tensor, groups: number, epsilon: number): Tensor {
  const { graph } = x;
  const channels = x.shape[1];
  if (typeof channels !== 'number' || channels % groups)
    return graph.fail(`Group normalisation of ${formatShape(x.shape)} in ${groups} groups`);
  const flat = reshape(x, ['same', groups, { rest: 'group' }]);
  const ones = constant(graph, Array<number>(groups).fill(1), x.type, [groups]);
  const zeros = constant(graph, Array<number>(groups).fill(0), x.type, [groups]);
  const normal = graph.node('InstanceNormalization', [flat, ones, zeros], [flat], {
    epsilon: { float: epsilon },
  })[0]!;
  const shaped = reshapeLike(normal, x);
  const weight = reshape(p.param('weight', [channels]), [channels, 1, 1]);
  const bias = reshape(p.param('bias', [channels]), [channels, 1, 1]);
  return add(mul(shaped, weight), bias);
}

function lastSize(x: Tensor): number {
  const size = x.shape.at(-1);
  return typeof size === 'number' ? size : x.graph.fail(`A norm over ${formatShape(x.shape)}`);
}
