/** The parts that the diffusion networks are made of; parameters as in diffusers. x: [batch, channels, height, width]. */
import {
  add,
  attention,
  conv,
  enlargeLike,
  gelu,
  groupNorm,
  layerNorm,
  linear,
  mul,
  reshape,
  reshapeLike,
  split,
  swish,
  transpose,
  type Scope,
  type Tensor,
} from '../../runtime/graph/index.ts';
import { gatedSelfAttention, type Grounding } from '../gligen/graph.ts';

export interface ResnetOptions {
  groups: number;
  epsilon: number;
  /** What the network knows of the time: [batch, width]. */
  time?: Tensor;
}

/** Two convolutions with a way around them (He et al. 2016; Ho et al. 2020). */
export function resnet(p: Scope, x: Tensor, out: number, { groups, epsilon, time }: ResnetOptions): Tensor {
  let h = conv(p.at('conv1'), swish(groupNorm(p.at('norm1'), x, groups, epsilon)), out, three);
  if (time) h = add(h, reshape(linear(p.at('time_emb_proj'), swish(time), out), ['same', out, 1, 1]));
  h = conv(p.at('conv2'), swish(groupNorm(p.at('norm2'), h, groups, epsilon)), out, three);
  const around = x.shape[1] === out ? x : conv(p.at('conv_shortcut'), x, out, { kernel: 1 });
  return add(around, h);
}

export const three = { kernel: 3, padding: 1 } as const;

/** Half as large. */
export const downsample = (p: Scope, x: Tensor): Tensor =>
  conv(p.at('conv'), x, x.shape[1] as number, { kernel: 3, stride: 2, padding: 1 });

/** As large as another tensor: twice, or one pixel less where it had an odd size. */
export const upsampleLike = (p: Scope, x: Tensor, other: Tensor): Tensor =>
  conv(p.at('conv'), enlargeLike(x, other), x.shape[1] as number, three);

export interface TransformerOptions {
  groups: number;
  heads: number;
  layers: number;
  /** Projections in and out as matrices instead of 1×1 convolutions. */
  linear: boolean;
  /** What the picture is to show: [batch, words, width]. */
  context: Tensor;
  grounding?: Grounding;
}

/** Every pixel looks at all others and at the words (Rombach et al. 2022). */
export function spatialTransformer(p: Scope, x: Tensor, options: TransformerOptions): Tensor {
  const width = x.shape[1] as number;
  const normal = groupNorm(p.at('norm'), x, options.groups, 1e-6);
  let h = options.linear
    ? linear(p.at('proj_in'), toSequence(normal), width)
    : toSequence(conv(p.at('proj_in'), normal, width, { kernel: 1 }));
  for (let i = 0; i < options.layers; i++) h = transformerBlock(p.at('transformer_blocks', i), h, options);
  const out = options.linear
    ? toPicture(linear(p.at('proj_out'), h, width), x)
    : conv(p.at('proj_out'), toPicture(h, x), width, { kernel: 1 });
  return add(out, x);
}

function transformerBlock(p: Scope, x: Tensor, { heads, context, grounding }: TransformerOptions): Tensor {
  const self = layerNorm(p.at('norm1'), x, 1e-5);
  let h = add(x, attend(p.at('attn1'), self, self, heads));
  if (grounding) h = gatedSelfAttention(p.at('fuser'), h, grounding, heads);
  h = add(h, attend(p.at('attn2'), layerNorm(p.at('norm2'), h, 1e-5), context, heads));
  return add(h, feedForward(p.at('ff'), layerNorm(p.at('norm3'), h, 1e-5)));
}

/** Queries from `x`, keys and values from `context`. */
export function attend(p: Scope, x: Tensor, context: Tensor, heads: number): Tensor {
  const width = x.shape[2] as number;
  const plain = { bias: false };
  const mixed = attention(
    linear(p.at('to_q'), x, width, plain),
    linear(p.at('to_k'), context, width, plain),
    linear(p.at('to_v'), context, width, plain),
    { heads },
  );
  return linear(p.at('to_out', 0), mixed, width);
}

/** With a gated activation, four times as wide inside (Shazeer 2020). */
export function feedForward(p: Scope, x: Tensor): Tensor {
  const width = x.shape[2] as number;
  const [values, gate] = split(linear(p.at('net', 0, 'proj'), x, 8 * width), [4 * width, 4 * width], 2);
  return linear(p.at('net', 2), mul(values!, gelu(gate!)), width);
}

/** [batch, channels, height, width] → [batch, pixels, channels] */
export const toSequence = (x: Tensor): Tensor =>
  transpose(reshape(x, ['same', 'same', { rest: `(${x.shape[2]})*(${x.shape[3]})` }]), [0, 2, 1]);

/** [batch, pixels, channels] → the shape of `like` */
export const toPicture = (x: Tensor, like: Tensor): Tensor => reshapeLike(transpose(x, [0, 2, 1]), like);
