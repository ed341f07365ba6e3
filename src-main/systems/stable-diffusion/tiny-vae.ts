/** The same as the autoencoder at a fraction of the work, for previews: AutoencoderTiny (TAESD, Bohan 2023). */
import * as z from 'zod';
import {
  add,
  architecture,
  conv,
  div,
  enlarge,
  mul,
  relu,
  sub,
  tanh,
  floatInput,
  size,
  type Scope,
  type Tensor,
} from '../../runtime/graph/index.ts';
import { three } from './blocks.ts';

const config = z.object({
  in_channels: size.default(3),
  out_channels: size.default(3),
  latent_channels: size.default(4),
  encoder_block_out_channels: z.array(size).default([64, 64, 64, 64]),
  decoder_block_out_channels: z.array(size).default([64, 64, 64, 64]),
  num_encoder_blocks: z.array(size).default([1, 3, 3, 3]),
  num_decoder_blocks: z.array(size).default([3, 3, 3, 1]),
  act_fn: z.literal('relu').default('relu'),
  upsample_fn: z.literal('nearest').default('nearest'),
  upsampling_scaling_factor: size.default(2),
});

const published = [
  {
    repository: 'madebyollin/taesd',
    file: 'diffusion_pytorch_model.safetensors',
    config: { latent_channels: 4 },
  },
];

function block(p: Scope, x: Tensor, width: number): Tensor {
  let h = relu(conv(p.at('conv', 0), x, width, three));
  h = relu(conv(p.at('conv', 2), h, width, three));
  h = conv(p.at('conv', 4), h, width, three);
  const around = x.shape[1] === width ? x : conv(p.at('skip'), x, width, { kernel: 1, bias: false });
  return relu(add(h, around));
}

/** sample [batch, 3, height, width] in -1..1 → latents [batch, 4, height / 8, width / 8] */
export const tinyVaeEncoder = architecture({
  name: 'tiny-vae-encoder',
  version: 1,
  summary: 'pictures to latents, for previews',
  config,
  signs: ['encoder.layers.0.weight', 'encoder.layers.3.conv.0.weight'],
  published,
  build(graph, root, c) {
    const sample = floatInput(graph, 'sample', ['batch', c.in_channels, 'height', 'width']);
    const layers = root.at('encoder', 'layers');
    let n = 0;
    let x = div(add(sample, 1), 2);
    for (const [i, blocks] of c.num_encoder_blocks.entries()) {
      const width = c.encoder_block_out_channels[i]!;
      x = conv(layers.at(n++), x, width, i === 0 ? three : { ...three, stride: 2, bias: false });
      for (let j = 0; j < blocks; j++) x = block(layers.at(n++), x, width);
    }
    graph.output('latents', conv(layers.at(n), x, c.latent_channels, three));
  },
});

/** latents [batch, 4, height, width] → sample [batch, 3, 8 × height, 8 × width] in -1..1 */
export const tinyVaeDecoder = architecture({
  name: 'tiny-vae-decoder',
  version: 1,
  summary: 'latents to pictures, for previews',
  pictures: { sample: -1 },
  config,
  signs: ['decoder.layers.0.weight', 'decoder.layers.3.conv.0.weight'],
  published,
  build(graph, root, c) {
    const latents = floatInput(graph, 'latents', ['batch', c.latent_channels, 'height', 'width']);
    const layers = root.at('decoder', 'layers');
    let x = mul(tanh(div(latents, 3)), 3);
    x = relu(conv(layers.at(0), x, c.decoder_block_out_channels[0]!, three));
    let n = 2; // the activation counts as a layer
    for (const [i, blocks] of c.num_decoder_blocks.entries()) {
      const last = i === c.num_decoder_blocks.length - 1;
      const width = c.decoder_block_out_channels[i]!;
      for (let j = 0; j < blocks; j++) x = block(layers.at(n++), x, width);
      if (!last) {
        x = enlarge(x, c.upsampling_scaling_factor);
        n++;
      }
      x = conv(layers.at(n++), x, last ? c.out_channels : width, { ...three, bias: last });
    }
    graph.output('sample', sub(mul(x, 2), 1));
  },
});
