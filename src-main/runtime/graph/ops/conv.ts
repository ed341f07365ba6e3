/** Convolutions and changes of resolution. x: [batch, channels, height, width]. */
import type { Tensor } from '../graph.ts';
import type { Scope } from '../scope.ts';
import { formatShape, product, windowed, type Dim } from '../types.ts';
import { constant } from './constants.ts';
import { add, mul } from './elementwise.ts';
import { concat, shapeOf } from './shape.ts';

export interface ConvOptions {
  kernel: number;
  stride?: number;
  /** Zeros at each side, or [top, left, bottom, right]. */
  padding?: number | readonly [number, number, number, number];
  bias?: boolean;
}

/** With `weight` [out, in, kernel, kernel] and `bias` [out]. */
export function conv(
  p: Scope,
  x: Tensor,
  out: number,
  { kernel, stride = 1, padding = 0, bias = true }: ConvOptions,
): Tensor {
  const [, channels, height, width] = x.shape;
  if (x.shape.length !== 4 || typeof channels !== 'number')
    return x.graph.fail(`A convolution over ${formatShape(x.shape)}`);
  const pads = typeof padding === 'number' ? ([padding, padding, padding, padding] as const) : padding;
  const shape: Dim[] = [
    x.shape[0]!,
    out,
    windowed(height!, kernel, stride, pads[0] + pads[2]),
    windowed(width!, kernel, stride, pads[1] + pads[3]),
  ];
  const attributes = { kernel_shape: [kernel, kernel], strides: [stride, stride], pads: [...pads] };
  const inputs = [x, p.param('weight', [out, channels, kernel, kernel])];
  if (bias) inputs.push(p.param('bias', [out]));
  let y = x.graph.node('Conv', inputs, [{ type: x.type, shape }], attributes)[0]!;
  for (const { down, up, scale } of p.adapters([out, channels, kernel, kernel])) {
    const thin = [x.shape[0]!, down.shape[0]!, ...shape.slice(2)];
    const low = x.graph.node('Conv', [x, down], [{ type: x.type, shape: thin }], attributes)[0]!;
    const more = x.graph.node('Conv', [low, up], [{ type: x.type, shape }], { kernel_shape: [1, 1] })[0]!;
    y = add(y, mul(more, scale));
  }
  return y;
}

/** With `weight` [in, out, kernel, kernel] and `bias` [out]; the stride is the kernel's size. */
export function convTranspose(p: Scope, x: Tensor, out: number, kernel: number): Tensor {
  const [batch, channels, height, width] = x.shape;
  if (typeof channels !== 'number') return x.graph.fail(`A convolution over ${formatShape(x.shape)}`);
  const shape = [batch!, out, product(height!, kernel), product(width!, kernel)];
  const inputs = [x, p.param('weight', [channels, out, kernel, kernel]), p.param('bias', [out])];
  return x.graph.node('ConvTranspose', inputs, [{ type: x.type, shape }], {
    kernel_shape: [kernel, kernel],
    strides: [kernel, kernel],
  })[0]!;
}

/** Each pixel becomes factor × factor equal ones. */
export function enlarge(x: Tensor, factor: number): Tensor {
  const [batch, channels, height, width] = x.shape;
  const scales = constant(x.graph, [1, 1, factor, factor], 'float32', [4]);
  const shape = [batch!, channels!, product(height!, factor), product(width!, factor)];
  return x.graph.node('Resize', [x, null, scales], [{ type: x.type, shape }], nearest)[0]!;
}

/** To the height and width of another tensor, each pixel taking the nearest one's value. */
export function enlargeLike(x: Tensor, other: Tensor): Tensor {
  const sizes = concat([shapeOf(x, 0, 2), shapeOf(other, 2, 4)], 0);
  const shape = [...x.shape.slice(0, 2), ...other.shape.slice(2)];
  return x.graph.node('Resize', [x, null, null, sizes], [{ type: x.type, shape }], nearest)[0]!;
}

const nearest = {
  mode: 'nearest',
  coordinate_transformation_mode: 'asymmetric',
  nearest_mode: 'floor',
};
