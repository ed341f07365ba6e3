/** SAM's image encoder. Kirillov et al. 2023, "Segment Anything"; a plain vision transformer after Li et al. 2022 (ViTDet). */
import * as z from 'zod';
import {
  add,
  architecture,
  conv,
  constant,
  gather,
  gelu,
  layerNorm,
  linear,
  matmul,
  matmulTransposed,
  mul,
  pad,
  reshape,
  slice,
  softmax,
  transpose,
  unsqueeze,
  floatInput,
  type Graph,
  layers,
  size,
  type Scope,
  type Tensor,
} from '../../runtime/graph/index.ts';

const vision = z.object({
  hidden_size: size.default(768),
  output_channels: size.default(256),
  num_hidden_layers: layers.default(12),
  num_attention_heads: size.default(12),
  num_channels: size.default(3),
  image_size: size.default(1024),
  patch_size: size.default(16),
  hidden_act: z.literal('gelu').default('gelu'),
  layer_norm_eps: z.number().default(1e-6),
  qkv_bias: z.boolean().default(true),
  use_abs_pos: z.boolean().default(true),
  use_rel_pos: z.boolean().default(true),
  window_size: z.int().min(0).default(14),
  global_attn_indexes: z.array(z.int()).default([2, 5, 8, 11]),
  mlp_dim: size.nullish(),
  mlp_ratio: z.number().default(4),
});
const config = z.preprocess(
  (v) => (typeof v === 'object' && v !== null && 'vision_config' in v ? v.vision_config : v),
  vision,
);
type Config = z.infer<typeof vision>;

/** For each pair of places along an axis of `length`, what was learnt for their distance: [length, length, head]. */
function distances(graph: Graph, table: Tensor, length: number): Tensor {
  const indices = Array.from(
    { length: length * length },
    (_, i) => Math.floor(i / length) - (i % length) + length - 1,
  );
  return gather(table, constant(graph, indices, 'int64', [length, length]));
}

/**
 * Attention within squares of side × side, whose scores also depend on how far apart two places lie in each direction.
 * x: [windows, side, side, width]
 */
function attend(p: Scope, x: Tensor, config: Config, side: number): Tensor {
  const { hidden_size: width, num_attention_heads: heads } = config;
  const head = width / heads;
  const { graph } = x;
  const qkv = reshape(linear(p.at('qkv'), x, 3 * width, { bias: config.qkv_bias }), [
    'same',
    side * side,
    3,
    heads,
    head,
  ]);
  const [q, k, v] = [0, 1, 2].map((i) =>
    transpose(reshape(slice(qkv, 2, i, i + 1), ['same', side * side, heads, head]), [0, 2, 1, 3]),
  ) as [Tensor, Tensor, Tensor];
  let scores = matmulTransposed(mul(q, 1 / Math.sqrt(head)), k); // [windows, heads, places, places]
  if (config.use_rel_pos) {
    const rows = distances(graph, p.param('rel_pos_h', [2 * side - 1, head]), side);
    const columns = distances(graph, p.param('rel_pos_w', [2 * side - 1, head]), side);
    const grid = reshape(q, ['same', heads, side, side, head]);
    // [.., row, column, head] × [row, head, key row], and the same with rows and columns swapped
    const byRow = matmul(grid, transpose(rows, [0, 2, 1]));
    const byColumn = transpose(
      matmul(transpose(grid, [0, 1, 3, 2, 4]), transpose(columns, [0, 2, 1])),
      [0, 1, 3, 2, 4],
    );
    const shaped = reshape(scores, ['same', heads, side, side, side, side]);
    const moved = add(add(shaped, unsqueeze(byRow, [5])), unsqueeze(byColumn, [4]));
    scores = reshape(moved, ['same', heads, side * side, side * side]);
  }
  const mixed = transpose(matmul(softmax(scores), v), [0, 2, 1, 3]);
  return linear(p.at('proj'), reshape(mixed, ['same', side, side, width]), width);
}

/** Cuts [batch, grid, grid, width] into windows, with zeros at the end where they don't divide it. */
function windows(x: Tensor, side: number): Tensor {
  const [, grid, , width] = x.shape as [string, number, number, number];
  const count = Math.ceil(grid / side);
  const more = count * side - grid;
  const padded = more ? pad(x, [0, 0, 0, 0], [0, more, more, 0]) : x;
  const cut = transpose(reshape(padded, ['same', count, side, count, side, width]), [0, 1, 3, 2, 4, 5]);
  return reshape(cut, [{ rest: 'windows' }, side, side, width]);
}

/** The inverse of `windows`, in the shape of `like`. */
function joined(x: Tensor, like: Tensor): Tensor {
  const [, grid, , width] = like.shape as [string, number, number, number];
  const side = x.shape[1] as number;
  const count = Math.ceil(grid / side);
  const cut = reshape(x, [{ rest: 'batch' }, count, count, side, side, width]);
  const whole = reshape(transpose(cut, [0, 1, 3, 2, 4, 5]), ['same', count * side, count * side, width]);
  return slice(slice(whole, 1, 0, grid), 2, 0, grid);
}

function layer(p: Scope, x: Tensor, config: Config, global: boolean): Tensor {
  const { hidden_size: width, layer_norm_eps: epsilon, window_size } = config;
  const h = layerNorm(p.at('layer_norm1'), x, epsilon);
  const attention = p.at('attn');
  const mixed =
    global || !window_size
      ? attend(attention, h, config, h.shape[1] as number)
      : joined(attend(attention, windows(h, window_size), config, window_size), h);
  const y = add(x, mixed);
  const wide = config.mlp_dim ?? Math.floor(width * config.mlp_ratio);
  const mlp = p.at('mlp');
  return add(
    y,
    linear(
      mlp.at('lin2'),
      gelu(linear(mlp.at('lin1'), layerNorm(p.at('layer_norm2'), y, epsilon), wide)),
      width,
    ),
  );
}

/** [batch, channels, …]: over the channels. */
const channelNorm = (p: Scope, x: Tensor): Tensor =>
  transpose(layerNorm(p, transpose(x, [0, 2, 3, 1]), 1e-6), [0, 3, 1, 2]);

/** pixel_values [batch, 3, size, size] → image_embeddings [batch, 256, size / 16, size / 16] */
export const samEncoder = architecture({
  name: 'sam-encoder',
  version: 1,
  summary: 'SAM image encoder',
  config,
  prefixes: ['vision_encoder.'],
  signs: ['vision_encoder.patch_embed.projection.weight'],
  published: [
    {
      repository: 'facebook/sam-vit-base',
      file: 'model.safetensors',
      config: { hidden_size: 768, num_hidden_layers: 12 },
    },
    {
      repository: 'facebook/sam-vit-large',
      file: 'model.safetensors',
      config: { hidden_size: 1024, num_hidden_layers: 24 },
    },
    {
      repository: 'facebook/sam-vit-huge',
      file: 'model.safetensors',
      config: { hidden_size: 1280, num_hidden_layers: 32 },
    },
  ],
  build(graph, root, c) {
    const p = root.at('vision_encoder');
    const { hidden_size: width, image_size, patch_size, output_channels: out } = c;
    const pixels = floatInput(graph, 'pixel_values', ['batch', c.num_channels, image_size, image_size]);
    const patches = conv(p.at('patch_embed', 'projection'), pixels, width, {
      kernel: patch_size,
      stride: patch_size,
    });
    let x = transpose(patches, [0, 2, 3, 1]);
    const grid = Math.floor(image_size / patch_size);
    if (c.use_abs_pos) x = add(x, p.param('pos_embed', [1, grid, grid, width]));
    for (let i = 0; i < c.num_hidden_layers; i++)
      x = layer(p.at('layers', i), x, c, c.global_attn_indexes.includes(i));
    const neck = p.at('neck');
    const plain = { bias: false };
    let h = channelNorm(
      neck.at('layer_norm1'),
      conv(neck.at('conv1'), transpose(x, [0, 3, 1, 2]), out, { kernel: 1, ...plain }),
    );
    h = channelNorm(
      neck.at('layer_norm2'),
      conv(neck.at('conv2'), h, out, { kernel: 3, padding: 1, ...plain }),
    );
    graph.output('image_embeddings', h);
  },
});
