/** A copy of the denoising network's way down that reads a drawing. Zhang, Rao, Agrawala 2023, "ControlNet". */
import * as z from 'zod';
import {
  add,
  architecture,
  conv,
  swish,
  withShape,
  floatInput,
  type Scope,
  type Tensor,
} from '../../runtime/graph/index.ts';
import { three } from './blocks.ts';
import { begin, consistent, encode, middle, unetFields } from './unet.ts';

const fields = z.object({
  ...unetFields,
  conditioning_channels: z.int().min(1).default(3),
  conditioning_embedding_out_channels: z.array(z.int().min(1)).min(1).default([16, 32, 96, 256]),
  controlnet_conditioning_channel_order: z.literal('rgb').default('rgb'),
  global_pool_conditions: z.literal(false).default(false),
});
type Config = z.infer<typeof fields>;
const config = consistent(fields);

/** The drawing at the size of the latents. */
function embedDrawing(
  p: Scope,
  drawing: Tensor,
  { conditioning_embedding_out_channels: widths, block_out_channels }: Config,
): Tensor {
  let x = swish(conv(p.at('conv_in'), drawing, widths[0]!, three));
  for (let i = 0; i < widths.length - 1; i++) {
    x = swish(conv(p.at('blocks', 2 * i), x, widths[i]!, three));
    x = swish(conv(p.at('blocks', 2 * i + 1), x, widths[i + 1]!, { ...three, stride: 2 }));
  }
  return conv(p.at('conv_out'), x, block_out_channels[0]!, three);
}

/** As `unet`, and controlnet_cond [batch, 3, 8 × height, 8 × width] → down_block_res_samples.0 …, mid_block_res_sample */
export const controlnet = architecture({
  name: 'controlnet',
  version: 2,
  summary: 'reads a drawing, a depth map or a pose for the denoising network',
  config,
  signs: ['controlnet_cond_embedding.conv_in.weight', 'controlnet_mid_block.weight'],
  published: ['canny', 'depth', 'openpose', 'scribble', 'seg'].map((kind) => ({
    repository: `lllyasviel/sd-controlnet-${kind}`,
    file: 'diffusion_pytorch_model.safetensors',
    config: { cross_attention_dim: 768 },
  })),
  build(graph, root, config) {
    const { x, flow } = begin(root, config);
    const [, , height, width] = x.shape;
    const scale = 2 ** (config.conditioning_embedding_out_channels.length - 1);
    const drawing = floatInput(graph, 'controlnet_cond', [
      'batch',
      config.conditioning_channels,
      `${scale}*${height}`,
      `${scale}*${width}`,
    ]);
    const seen = embedDrawing(root.at('controlnet_cond_embedding'), drawing, config);
    const kept = encode(root, add(x, withShape(seen, x.shape)), flow);
    for (const [i, skip] of kept.entries())
      graph.output(
        `down_block_res_samples.${i}`,
        conv(root.at('controlnet_down_blocks', i), skip, skip.shape[1] as number, { kernel: 1 }),
      );
    const bottom = middle(root, kept.at(-1)!, flow);
    graph.output(
      'mid_block_res_sample',
      conv(root.at('controlnet_mid_block'), bottom, bottom.shape[1] as number, { kernel: 1 }),
    );
  },
});
