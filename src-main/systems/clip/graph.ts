/** CLIP's text and image encoders. Radford et al. 2021; parameters as in transformers' CLIPModel. */
import * as z from 'zod';
import {
  add,
  architecture,
  attention,
  causalBias,
  cast,
  concat,
  conv,
  equal,
  expand,
  gather,
  gelu,
  ints,
  layerNorm,
  linear,
  mean,
  positions,
  reshape,
  shapeOf,
  slice,
  squeeze,
  swish,
  transpose,
  unsqueeze,
  floatInput,
  type Graph,
  layers,
  size,
  type Scope,
  type Tensor,
} from '../../runtime/graph/index.ts';

/** The library leaves out what is as it would be anyway: these are its defaults. */
const encoder = (width: number, heads: number) => ({
  hidden_size: size.default(width),
  intermediate_size: size.default(4 * width),
  num_hidden_layers: layers.default(12),
  num_attention_heads: size.default(heads),
  hidden_act: z.enum(['quick_gelu', 'gelu']).default('quick_gelu'),
  layer_norm_eps: z.number().default(1e-5),
});

const text = z.object({
  ...encoder(512, 8),
  vocab_size: size.default(49_408),
  max_position_embeddings: size.default(77),
  eos_token_id: z.int().default(49_407),
});
const vision = z.object({
  ...encoder(768, 12),
  image_size: size.default(224),
  patch_size: size.default(32),
  num_channels: size.default(3),
});
type EncoderConfig = z.infer<typeof text> | z.infer<typeof vision>;

/** A config.json of one tower, or of both. */
const tower = <T extends z.ZodType>(key: string, schema: T) =>
  z.preprocess((v) => (typeof v === 'object' && v !== null && key in v ? (v as never)[key] : v), schema);

function layer(p: Scope, x: Tensor, config: EncoderConfig, bias?: Tensor): Tensor {
  const { hidden_size: width, num_attention_heads: heads, layer_norm_eps: epsilon } = config;
  const attend = p.at('self_attn');
  const h = layerNorm(p.at('layer_norm1'), x, epsilon);
  const mixed = attention(
    linear(attend.at('q_proj'), h, width),
    linear(attend.at('k_proj'), h, width),
    linear(attend.at('v_proj'), h, width),
    { heads, ...(bias && { bias }) },
  );
  const y = add(x, linear(attend.at('out_proj'), mixed, width));
  const act = config.hidden_act === 'gelu' ? gelu : (t: Tensor) => swish(t, 1.702);
  const wide = act(
    linear(p.at('mlp', 'fc1'), layerNorm(p.at('layer_norm2'), y, epsilon), config.intermediate_size),
  );
  return add(y, linear(p.at('mlp', 'fc2'), wide, width));
}

/** The hidden states before each layer and after the last. */
function encode(p: Scope, x: Tensor, config: EncoderConfig, bias?: Tensor): Tensor[] {
  const states = [x];
  for (let i = 0; i < config.num_hidden_layers; i++)
    states.push(layer(p.at('encoder', 'layers', i), states.at(-1)!, config, bias));
  return states;
}

/** input_ids, attention_mask: [batch, sequence] → last_hidden_state [batch, sequence, width], pooler_output [batch, width] */
export const clipText = architecture({
  name: 'clip-text',
  version: 1,
  summary: 'CLIP text encoder (also of Stable Diffusion)',
  config: tower('text_config', text),
  defaults: { attention_mask: 1 },
  entries: ({ vocab_size }) => ({ input_ids: vocab_size }),
  prefixes: ['text_model.'],
  signs: ['text_model.embeddings.token_embedding.weight'],
  published: [
    {
      repository: 'openai/clip-vit-large-patch14',
      file: 'model.safetensors',
      config: { hidden_size: 768, num_hidden_layers: 12 },
    },
    {
      repository: 'openai/clip-vit-large-patch14-336',
      file: 'pytorch_model.bin',
      config: { hidden_size: 768, num_hidden_layers: 12 },
    },
    {
      repository: 'openai/clip-vit-base-patch32',
      file: 'pytorch_model.bin',
      config: { hidden_size: 512, num_hidden_layers: 12 },
    },
    {
      repository: 'stable-diffusion-v1-5/stable-diffusion-v1-5',
      file: 'text_encoder/model.safetensors',
      config: { hidden_size: 768, num_hidden_layers: 12 },
    },
    {
      repository: 'stabilityai/stable-diffusion-2-1',
      file: 'text_encoder/model.safetensors',
      config: { hidden_size: 1024, num_hidden_layers: 23 },
    },
  ],
  build(graph, root, config) {
    const p = root.at('text_model');
    const ids = graph.input('input_ids', 'int64', ['batch', 'sequence']);
    const mask = graph.input('attention_mask', 'int64', ['batch', 'sequence']);
    const width = config.hidden_size;
    const embeddings = p.at('embeddings');
    const words = gather(embeddings.at('token_embedding').param('weight', [config.vocab_size, width]), ids);
    const places = embeddings
      .at('position_embedding')
      .param('weight', [config.max_position_embeddings, width]);
    const x = add(words, gather(places, positions(ids, 1)));
    const states = encode(p, x, config, causalBias(mask));
    const last = layerNorm(p.at('final_layer_norm'), states.at(-1)!, config.layer_norm_eps);
    graph.output('last_hidden_state', last);
    graph.output('pooler_output', atEnd(graph, last, ids, config.eos_token_id));
  },
});

/**
 * The state at the end-of-text token: the first of them. Configurations before transformers 4.31 say 2 where they
 * mean the largest token.
 */
function atEnd(graph: Graph, states: Tensor, ids: Tensor, eos: number): Tensor {
  const marks = eos === 2 ? cast(ids, 'int32') : cast(equal(ids, eos), 'int32');
  const place = graph.node('ArgMax', [marks], [{ type: 'int64', shape: ['batch', 1] }], {
    axis: 1,
    keepdims: 1,
  })[0]!;
  const rows = unsqueeze(positions(ids, 0), [1]);
  const where = concat([rows, place], 1); // [batch, 2]
  const shape = [states.shape[0]!, states.shape[2]!];
  return graph.node('GatherND', [states, where], [{ type: states.type, shape }])[0]!;
}

/** Pictures [batch, channels, size, size] as patches behind a token of their own; the hidden states of all layers. */
function see(p: Scope, pixels: Tensor, config: z.infer<typeof vision>): Tensor[] {
  const { hidden_size: width, patch_size } = config;
  const { graph } = p;
  const [batch] = pixels.shape;
  const embeddings = p.at('embeddings');
  const grid = conv(embeddings.at('patch_embedding'), pixels, width, {
    kernel: patch_size,
    stride: patch_size,
    bias: false,
  });
  const count = patchesOf(config);
  const patches = transpose(reshape(grid, ['same', 'same', count]), [0, 2, 1]);
  const first = reshape(embeddings.param('class_embedding', [width]), [1, 1, width]);
  const sizes = concat([shapeOf(pixels, 0, 1), ints(graph, [1, width])], 0);
  const x = add(
    concat([expand(first, sizes, [batch!, 1, width]), patches], 1),
    embeddings.at('position_embedding').param('weight', [count + 1, width]),
  );
  return encode(p, layerNorm(p.at('pre_layrnorm'), x, config.layer_norm_eps), config);
}

const patchesOf = ({ image_size, patch_size }: z.infer<typeof vision>): number =>
  Math.floor(image_size / patch_size) ** 2;

/** Both read the same weights. */
const visionWeights = {
  prefixes: ['vision_model.'],
  signs: ['vision_model.embeddings.patch_embedding.weight'],
  published: [
    {
      repository: 'openai/clip-vit-large-patch14-336',
      file: 'pytorch_model.bin',
      config: { hidden_size: 1024, image_size: 336, patch_size: 14 },
    },
    {
      repository: 'openai/clip-vit-large-patch14',
      file: 'model.safetensors',
      config: { hidden_size: 1024, image_size: 224, patch_size: 14 },
    },
    {
      repository: 'openai/clip-vit-base-patch32',
      file: 'pytorch_model.bin',
      config: { hidden_size: 768, image_size: 224, patch_size: 32 },
    },
  ],
};

/** pixel_values [batch, 3, size, size] → last_hidden_state, pooler_output, hidden_states [layers + 1, batch, patches + 1, width] */
export const clipVision = architecture({
  name: 'clip-vision',
  version: 1,
  summary: 'CLIP image encoder',
  config: tower('vision_config', vision),
  ...visionWeights,
  build(graph, root, config) {
    const { image_size, num_channels, layer_norm_eps } = config;
    const p = root.at('vision_model');
    const states = see(
      p,
      floatInput(graph, 'pixel_values', ['batch', num_channels, image_size, image_size]),
      config,
    );
    const last = states.at(-1)!;
    graph.output('last_hidden_state', last);
    const token = squeeze(slice(last, 1, 0, 1), [1]);
    graph.output('pooler_output', layerNorm(p.at('post_layernorm'), token, layer_norm_eps));
    graph.output(
      'hidden_states',
      concat(
        states.map((s) => unsqueeze(s, [0])),
        0,
      ),
    );
  },
});

/**
 * VITRON's eye for clips (Fei et al. 2024): every frame seen by itself, the patches of one layer averaged over time.
 * pixel_values [batch, frames, 3, size, size] → video_features [batch, patches, width]
 */
export const clipVideo = architecture({
  name: 'clip-video',
  version: 1,
  summary: 'CLIP over the frames of a clip, averaged over time, as VITRON sees',
  config: tower(
    'vision_config',
    // The layer is LLaVA's choice (Liu et al. 2023): the one before the last, without the token for the whole.
    vision.extend({ mm_vision_select_layer: z.int().default(-2) }),
  ),
  ...visionWeights,
  build(graph, root, config) {
    const { hidden_size: width, image_size, num_channels, mm_vision_select_layer: chosen } = config;
    const clip = floatInput(graph, 'pixel_values', ['batch', 'frames', num_channels, image_size, image_size]);
    const frames = reshape(clip, [{ rest: 'batch*frames' }, num_channels, image_size, image_size]);
    const state = see(root.at('vision_model'), frames, config).at(chosen);
    if (!state) return graph.fail(`There is no layer ${chosen} of ${config.num_hidden_layers}`);
    const patches = patchesOf(config);
    const sizes = concat([shapeOf(clip, 0, 2), ints(graph, [patches, width])], 0);
    const shape = ['batch', 'frames', patches, width];
    const inTime = graph.node(
      'Reshape',
      [slice(state, 1, 1, patches + 1), sizes],
      [{ type: state.type, shape }],
    );
    graph.output('video_features', mean(inTime[0]!, [1], false));
  },
});
