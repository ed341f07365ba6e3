/** Between pictures and latents, eight times smaller: AutoencoderKL. Rombach et al. 2022, after Esser et al. 2021. */
import * as z from 'zod';
import {
  add,
  architecture,
  attention,
  conv,
  enlarge,
  groupNorm,
  linear,
  swish,
  floatInput,
  layers,
  size,
  type Scope,
  type Tensor,
} from '../../runtime/graph/index.ts';
import { resnet, three, toPicture, toSequence } from './blocks.ts';

const config = z.object({
  in_channels: size.default(3),
  out_channels: size.default(3),
  latent_channels: size.default(4),
  block_out_channels: z.array(size).min(1).default([64]),
  layers_per_block: layers.default(1),
  norm_num_groups: size.default(32),
  act_fn: z.literal('silu').default('silu'),
  mid_block_add_attention: z.boolean().default(true),
  use_quant_conv: z.boolean().default(true),
  use_post_quant_conv: z.boolean().default(true),
  down_block_types: z.array(z.literal('DownEncoderBlock2D')).default(['DownEncoderBlock2D']),
  up_block_types: z.array(z.literal('UpDecoderBlock2D')).default(['UpDecoderBlock2D']),
});
type Config = z.infer<typeof config>;

const published = [
  ['stabilityai/sd-vae-ft-mse', 'diffusion_pytorch_model.safetensors'],
  ['stable-diffusion-v1-5/stable-diffusion-v1-5', 'vae/diffusion_pytorch_model.safetensors'],
  ['stabilityai/stable-diffusion-2-1', 'vae/diffusion_pytorch_model.safetensors'],
].map(([repository, file]) => ({
  repository: repository!,
  file: file!,
  config: { latent_channels: 4, block_out_channels: [128, 256, 512, 512], layers_per_block: 2 },
}));

const epsilon = 1e-6;
const resnetIn = (p: Scope, x: Tensor, out: number, c: Config): Tensor =>
  resnet(p, x, out, { groups: c.norm_num_groups, epsilon });

/** Every pixel looks at all others. Checkpoints of 2022 call the layers query, key, value and proj_attn. */
function attend(p: Scope, x: Tensor, c: Config): Tensor {
  const width = x.shape[1] as number;
  const h = toSequence(groupNorm(p.at('group_norm'), x, c.norm_num_groups, epsilon));
  const old = p.has('query.weight');
  const [q, k, v, out] = old
    ? [p.at('query'), p.at('key'), p.at('value'), p.at('proj_attn')]
    : [p.at('to_q'), p.at('to_k'), p.at('to_v'), p.at('to_out', 0)];
  const mixed = attention(linear(q!, h, width), linear(k!, h, width), linear(v!, h, width), { heads: 1 });
  return add(x, toPicture(linear(out!, mixed, width), x));
}

function middle(p: Scope, x: Tensor, c: Config): Tensor {
  const width = x.shape[1] as number;
  let h = resnetIn(p.at('resnets', 0), x, width, c);
  if (c.mid_block_add_attention) h = attend(p.at('attentions', 0), h, c);
  return resnetIn(p.at('resnets', 1), h, width, c);
}

function finish(p: Scope, x: Tensor, out: number, c: Config): Tensor {
  return conv(
    p.at('conv_out'),
    swish(groupNorm(p.at('conv_norm_out'), x, c.norm_num_groups, epsilon)),
    out,
    three,
  );
}

/** sample [batch, 3, height, width] in -1..1 → moments [batch, 8, height / 8, width / 8]: means, then log variances */
export const vaeEncoder = architecture({
  name: 'vae-encoder',
  version: 1,
  summary: 'pictures to latents',
  config,
  signs: ['encoder.mid_block.resnets.0.norm1.weight'],
  published,
  build(graph, root, c) {
    const p = root.at('encoder');
    const sample = floatInput(graph, 'sample', ['batch', c.in_channels, 'height', 'width']);
    let x = conv(p.at('conv_in'), sample, c.block_out_channels[0]!, three);
    for (const [i, width] of c.block_out_channels.entries()) {
      const block = p.at('down_blocks', i);
      for (let j = 0; j < c.layers_per_block; j++) x = resnetIn(block.at('resnets', j), x, width, c);
      if (i < c.block_out_channels.length - 1)
        // The zeros lie at the bottom and the right only.
        x = conv(block.at('downsamplers', 0, 'conv'), x, width, {
          kernel: 3,
          stride: 2,
          padding: [0, 0, 1, 1],
        });
    }
    const moments = 2 * c.latent_channels;
    const h = finish(p, middle(p.at('mid_block'), x, c), moments, c);
    graph.output('moments', c.use_quant_conv ? conv(root.at('quant_conv'), h, moments, { kernel: 1 }) : h);
  },
});

/** latents [batch, 4, height, width] (before the scaling factor) → sample [batch, 3, 8 × height, 8 × width] in -1..1 */
export const vaeDecoder = architecture({
  name: 'vae-decoder',
  version: 1,
  summary: 'latents to pictures',
  pictures: { sample: -1 },
  config,
  signs: ['decoder.mid_block.resnets.0.norm1.weight'],
  published,
  build(graph, root, c) {
    const p = root.at('decoder');
    const latents = floatInput(graph, 'latents', ['batch', c.latent_channels, 'height', 'width']);
    const h = c.use_post_quant_conv
      ? conv(root.at('post_quant_conv'), latents, c.latent_channels, { kernel: 1 })
      : latents;
    const widths = c.block_out_channels.toReversed();
    let x = middle(p.at('mid_block'), conv(p.at('conv_in'), h, widths[0]!, three), c);
    for (const [i, width] of widths.entries()) {
      const block = p.at('up_blocks', i);
      for (let j = 0; j <= c.layers_per_block; j++) x = resnetIn(block.at('resnets', j), x, width, c);
      if (i < widths.length - 1) x = conv(block.at('upsamplers', 0, 'conv'), enlarge(x, 2), width, three);
    }
    graph.output('sample', finish(p, x, c.out_channels, c));
  },
});
