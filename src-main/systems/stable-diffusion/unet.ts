/**
 * The denoising network of Stable Diffusion 1.x, 2.x, in-painting, SD-Turbo and GLIGEN: UNet2DConditionModel.
 * Rombach et al. 2022, "High-Resolution Image Synthesis with Latent Diffusion Models".
 */
import * as z from 'zod';
import {
  add,
  architecture,
  cast,
  concat,
  constant,
  conv,
  cos,
  expand,
  groupNorm,
  linear,
  miscounted,
  mul,
  shapeOf,
  sin,
  swish,
  unsqueeze,
  floatInput,
  type Architecture,
  type Graph,
  layers,
  size,
  type Scope,
  type Tensor,
} from '../../runtime/graph/index.ts';
import { positionNet, type Grounding } from '../gligen/graph.ts';
import { downsample, resnet, spatialTransformer, three, upsampleLike } from './blocks.ts';

const absent = z.null().optional();
const perBlock = z.union([size, z.array(size)]);
const no = z.literal(false).default(false);
const one = z.literal(1).default(1);

/** What the official config.json says; whatever else a network of this class may have is refused by name. */
export const unetFields = {
  in_channels: size.default(4),
  out_channels: size.default(4),
  block_out_channels: z.array(size).min(1).default([320, 640, 1280, 1280]),
  down_block_types: z
    .array(z.enum(['CrossAttnDownBlock2D', 'DownBlock2D']))
    .default(['CrossAttnDownBlock2D', 'CrossAttnDownBlock2D', 'CrossAttnDownBlock2D', 'DownBlock2D']),
  up_block_types: z
    .array(z.enum(['CrossAttnUpBlock2D', 'UpBlock2D']))
    .default(['UpBlock2D', 'CrossAttnUpBlock2D', 'CrossAttnUpBlock2D', 'CrossAttnUpBlock2D']),
  mid_block_type: z.literal('UNetMidBlock2DCrossAttn').default('UNetMidBlock2DCrossAttn'),
  layers_per_block: layers.default(2),
  transformer_layers_per_block: perBlock.default(1),
  cross_attention_dim: size.default(1280),
  /** The number of heads; the name is the model library's own mistake, kept for its configurations. */
  attention_head_dim: perBlock.default(8),
  num_attention_heads: perBlock.nullish(),
  use_linear_projection: z.boolean().default(false),
  norm_num_groups: size.default(32),
  norm_eps: z.number().default(1e-5),
  flip_sin_to_cos: z.boolean().default(true),
  freq_shift: z.number().default(0),
  center_input_sample: z.literal(false).default(false),
  act_fn: z.enum(['silu', 'swish']).default('silu'),
  downsample_padding: z.literal(1).default(1),
  mid_block_scale_factor: z.literal(1).default(1),
  resnet_time_scale_shift: z.literal('default').default('default'),
  attention_type: z.enum(['default', 'gated', 'gated-text-image']).default('default'),
  only_cross_attention: z.literal(false).default(false),
  dual_cross_attention: z.literal(false).default(false),
  class_embed_type: absent,
  num_class_embeds: absent,
  addition_embed_type: absent,
  encoder_hid_dim: absent,
  time_cond_proj_dim: absent,
  conv_in_kernel: z.literal(3).default(3),
  conv_out_kernel: z.literal(3).default(3),
  // These change what is computed without changing a tensor's name or shape: nothing else would tell.
  reverse_transformer_layers_per_block: absent,
  resnet_skip_time_act: no,
  resnet_out_scale_factor: one,
  time_embedding_type: z.literal('positional').default('positional'),
  time_embedding_dim: absent,
  time_embedding_act_fn: absent,
  timestep_post_act: absent,
  encoder_hid_dim_type: absent,
  class_embeddings_concat: no,
  mid_block_only_cross_attention: z.literal(false).nullish(),
  cross_attention_norm: absent,
};

const listed = [
  'down_block_types',
  'transformer_layers_per_block',
  'attention_head_dim',
  'num_attention_heads',
] as const;

/** Lists have an entry for each block. */
export const consistent = <T extends z.ZodType<UnetConfig>>(schema: T, ...more: (keyof UnetConfig)[]): T =>
  schema.check(({ value: config, issues }) => {
    const blocks = config.block_out_channels.length;
    for (const key of [...listed, ...more]) {
      const input = config[key];
      if (Array.isArray(input) && input.length !== blocks)
        issues.push({
          code: 'custom',
          input,
          path: [key],
          message: miscounted(input.length, blocks),
        });
    }
  });
export type UnetConfig = z.infer<z.ZodObject<typeof unetFields>>;

const unetConfig = consistent(z.object(unetFields), 'up_block_types');

const at = (value: number | number[], i: number): number =>
  typeof value === 'number' ? value : value.at(i)!;

/** What the parts of a network share. */
export interface Flow {
  config: UnetConfig;
  time: Tensor;
  context: Tensor;
  grounding?: Grounding;
}

const resnetIn = (p: Scope, x: Tensor, out: number, { config, time }: Flow): Tensor =>
  resnet(p, x, out, { groups: config.norm_num_groups, epsilon: config.norm_eps, time });

function transformerIn(p: Scope, x: Tensor, block: number, { config, context, grounding }: Flow): Tensor {
  return spatialTransformer(p, x, {
    groups: config.norm_num_groups,
    heads: at(config.num_attention_heads ?? config.attention_head_dim, block),
    layers: at(config.transformer_layers_per_block, block),
    linear: config.use_linear_projection,
    context,
    ...(grounding && { grounding }),
  });
}

/** The way down; every result on it, for the way up. */
export function encode(root: Scope, first: Tensor, flow: Flow): Tensor[] {
  const { config } = flow;
  const kept = [first];
  for (const [i, kind] of config.down_block_types.entries()) {
    const p = root.at('down_blocks', i);
    for (let j = 0; j < config.layers_per_block; j++) {
      let h = resnetIn(p.at('resnets', j), kept.at(-1)!, config.block_out_channels[i]!, flow);
      if (kind === 'CrossAttnDownBlock2D') h = transformerIn(p.at('attentions', j), h, i, flow);
      kept.push(h);
    }
    if (i < config.down_block_types.length - 1) kept.push(downsample(p.at('downsamplers', 0), kept.at(-1)!));
  }
  return kept;
}

export function middle(root: Scope, x: Tensor, flow: Flow): Tensor {
  const p = root.at('mid_block');
  const width = flow.config.block_out_channels.at(-1)!;
  const h = transformerIn(p.at('attentions', 0), resnetIn(p.at('resnets', 0), x, width, flow), -1, flow);
  return resnetIn(p.at('resnets', 1), h, width, flow);
}

function decode(root: Scope, bottom: Tensor, skips: readonly Tensor[], flow: Flow): Tensor {
  const { config } = flow;
  const kept = [...skips];
  const blocks = config.up_block_types.length;
  let x = bottom;
  for (const [i, kind] of config.up_block_types.entries()) {
    const p = root.at('up_blocks', i);
    const block = blocks - 1 - i;
    for (let j = 0; j <= config.layers_per_block; j++) {
      x = resnetIn(p.at('resnets', j), concat([x, kept.pop()!], 1), config.block_out_channels[block]!, flow);
      if (kind === 'CrossAttnUpBlock2D') x = transformerIn(p.at('attentions', j), x, block, flow);
    }
    if (i < blocks - 1) x = upsampleLike(p.at('upsamplers', 0), x, kept.at(-1)!);
  }
  return x;
}

/**
 * [batch] → [batch, width]: sines and cosines, then two layers (Vaswani et al. 2017; Ho et al. 2020).
 * @param timestep in single precision, whatever the graph computes in: a half's steps near 1000 are half a radian
 */
export function timeEmbedding(p: Scope, timestep: Tensor, config: UnetConfig): Tensor {
  const { graph } = p;
  const [channels] = config.block_out_channels as [number];
  const half = channels / 2;
  const steps = Array.from({ length: half }, (_, i) =>
    Math.exp((-Math.log(10_000) * i) / (half - config.freq_shift)),
  );
  const angles = mul(unsqueeze(timestep, [1]), constant(graph, steps, 'float32', [half]));
  const waves = config.flip_sin_to_cos ? [cos(angles), sin(angles)] : [sin(angles), cos(angles)];
  const h = swish(linear(p.at('linear_1'), cast(concat(waves, 1), graph.target.type), 4 * channels));
  return linear(p.at('linear_2'), h, 4 * channels);
}

/** Declares `sample`, `timestep` and `encoder_hidden_states`, and takes them to the first layer. */
export function begin(root: Scope, config: UnetConfig): { x: Tensor; flow: Flow } {
  const { graph } = root;
  const sample = floatInput(graph, 'sample', ['batch', config.in_channels, 'height', 'width']);
  const timestep = graph.input('timestep', 'float32', ['timesteps']);
  const context = floatInput(graph, 'encoder_hidden_states', ['batch', 'words', config.cross_attention_dim]);
  // One time for all, or one for each.
  const times = expand(timestep, shapeOf(sample, 0, 1), ['batch']);
  const time = timeEmbedding(root.at('time_embedding'), times, config);
  const x = conv(root.at('conv_in'), sample, config.block_out_channels[0]!, three);
  return { x, flow: { config, time, context, ...grounded(root, config) } };
}

function grounded(root: Scope, config: UnetConfig): { grounding?: Grounding } {
  if (config.attention_type === 'default') return {};
  const kind = config.attention_type === 'gated' ? 'text' : 'text-image';
  const objects = positionNet(root.at('position_net'), { kind, width: config.cross_attention_dim });
  const scale = floatInput(root.graph, 'gligen_scale', [1]);
  return { grounding: { objects, scale } };
}

function finish(graph: Graph, root: Scope, x: Tensor, config: UnetConfig): void {
  const normal = groupNorm(root.at('conv_norm_out'), x, config.norm_num_groups, config.norm_eps);
  graph.output('sample', conv(root.at('conv_out'), swish(normal), config.out_channels, three));
}

const unetFile = 'unet/diffusion_pytorch_model.safetensors';
const unetBin = 'unet/diffusion_pytorch_model.bin';

/** What the two have in common: they read the same weights. */
const weights = {
  signs: ['conv_in.weight', 'time_embedding.linear_1.weight', 'conv_norm_out.weight'],
  published: [
    {
      repository: 'stable-diffusion-v1-5/stable-diffusion-v1-5',
      file: unetFile,
      config: { in_channels: 4, cross_attention_dim: 768, attention_type: 'default' },
    },
    {
      repository: 'stable-diffusion-v1-5/stable-diffusion-inpainting',
      file: unetBin,
      config: { in_channels: 9, cross_attention_dim: 768, attention_type: 'default' },
    },
    {
      repository: 'stabilityai/stable-diffusion-2-1',
      file: unetFile,
      config: { in_channels: 4, cross_attention_dim: 1024, attention_type: 'default' },
    },
    {
      repository: 'stabilityai/sd-turbo',
      file: unetFile,
      config: { in_channels: 4, cross_attention_dim: 1024, attention_type: 'default' },
    },
    {
      repository: 'gligen/diffusers-generation-text-box',
      file: unetBin,
      config: { in_channels: 4, attention_type: 'gated' },
    },
    {
      repository: 'gligen/diffusers-inpainting-text-box',
      file: unetBin,
      config: { in_channels: 9, attention_type: 'gated' },
    },
  ],
};

/** `sample` steered by what a ControlNet found: its outputs are added on the way. */
const controlled: Architecture<UnetConfig> = architecture({
  name: 'unet-controlled',
  version: 2,
  summary: 'denoising network that takes a ControlNet’s residuals',
  config: unetConfig,
  ...weights,
  defaults: { gligen_scale: 1 },
  build(graph, root, config) {
    const { x, flow } = begin(root, config);
    const residual = (name: string, like: Tensor): Tensor => add(like, floatInput(graph, name, like.shape));
    const plain = encode(root, x, flow);
    const skips = plain.map((skip, i) => residual(`down_block_additional_residuals.${i}`, skip));
    const bottom = residual('mid_block_additional_residual', middle(root, plain.at(-1)!, flow));
    finish(graph, root, decode(root, bottom, skips, flow), config);
  },
});

/** sample [batch, channels, height, width], timestep [1 or batch], encoder_hidden_states [batch, words, width] → sample */
export const unet: Architecture<UnetConfig> = architecture({
  name: 'unet',
  version: 2,
  summary: 'denoising network of Stable Diffusion 1.x, 2.x, in-painting, Turbo and GLIGEN',
  config: unetConfig,
  ...weights,
  defaults: { gligen_scale: 1 },
  instead: { mid_block_additional_residual: controlled },
  build(graph, root, config) {
    const { x, flow } = begin(root, config);
    const skips = encode(root, x, flow);
    const bottom = middle(root, skips.at(-1)!, flow);
    finish(graph, root, decode(root, bottom, skips, flow), config);
  },
});
