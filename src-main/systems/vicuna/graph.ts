/** Llama, the architecture of Vicuna 7B v1.5. Touvron et al. 2023; parameters as in transformers' LlamaForCausalLM. */
import * as z from 'zod';
import {
  add,
  architecture,
  cast,
  causalBias,
  concat,
  constant,
  cos,
  expand,
  gather,
  ints,
  linear,
  matmul,
  matmulTransposed,
  mul,
  positions,
  reshape,
  rmsNorm,
  shapeOf,
  sin,
  softmax,
  split,
  sub,
  swish,
  transpose,
  unsqueeze,
  withShape,
  floatInput,
  type Graph,
  layers,
  size,
  type Scope,
  type Tensor,
} from '../../runtime/graph/index.ts';

const config = z
  .object({
    vocab_size: size.default(32_000),
    hidden_size: size.default(4096),
    intermediate_size: size.default(11_008),
    num_hidden_layers: layers.default(32),
    num_attention_heads: size.default(32),
    num_key_value_heads: size.nullish(),
    head_dim: size.nullish(),
    hidden_act: z.literal('silu').default('silu'),
    rms_norm_eps: z.number().default(1e-6),
    rope_theta: z.number().nullish(),
    rope_parameters: z
      .object({ rope_type: z.literal('default').default('default'), rope_theta: z.number() })
      .nullish(),
    rope_scaling: z.null().optional(),
    attention_bias: z.boolean().default(false),
    mlp_bias: z.boolean().default(false),
    tie_word_embeddings: z.boolean().default(false),
  })
  .transform((c) => ({
    ...c,
    kvHeads: c.num_key_value_heads ?? c.num_attention_heads,
    head: c.head_dim ?? c.hidden_size / c.num_attention_heads,
    theta: c.rope_parameters?.rope_theta ?? c.rope_theta ?? 10_000,
  }));
type Config = z.infer<typeof config>;

interface Position {
  /** [batch, sequence, 1, head / 2] */
  cos: Tensor;
  sin: Tensor;
  /** [batch, 1, sequence, total]: what each position must not look at. */
  bias: Tensor;
}

/** Turns pairs of a head's values by their position (Su et al. 2021, "RoFormer"). x: [batch, sequence, heads, head] */
function rotate(x: Tensor, { cos: c, sin: s }: Position): Tensor {
  const half = (x.shape[3] as number) / 2;
  const [a, b] = split(x, [half, half], 3) as [Tensor, Tensor];
  return concat([sub(mul(a, c), mul(b, s)), add(mul(b, c), mul(a, s))], 3);
}

interface Cache {
  key: Tensor;
  value: Tensor;
}

function attend(
  p: Scope,
  x: Tensor,
  config: Config,
  position: Position,
  past: Cache,
): { out: Tensor; present: Cache } {
  const { num_attention_heads: heads, kvHeads, head, hidden_size, attention_bias: bias } = config;
  const toHeads = (name: string, count: number): Tensor =>
    reshape(linear(p.at(name), x, count * head, { bias }), ['same', 'same', count, head]);
  const q = rotate(toHeads('q_proj', heads), position);
  const k = rotate(toHeads('k_proj', kvHeads), position);
  const v = toHeads('v_proj', kvHeads);
  const mixed = fused(x.graph, config)
    ? attendFused(q, k, v, config, position, past)
    : attendPlain(q, k, v, config, position, past);
  return { ...mixed, out: linear(p.at('o_proj'), mixed.out, hidden_size, { bias }) };
}

const fused = ({ target }: Graph, { kvHeads, num_attention_heads }: Config): boolean =>
  target.provider === 'cpu' && target.type === 'float32' && kvHeads === num_attention_heads;

function attendFused(
  q: Tensor,
  k: Tensor,
  v: Tensor,
  { num_attention_heads: heads, head }: Config,
  { bias }: Position,
  past: Cache,
) {
  const flat = (x: Tensor): Tensor => reshape(x, ['same', 'same', heads * head]);
  const shape = [past.key.shape[0]!, heads, 'total', head];
  const [out, key, value] = q.graph.node(
    'MultiHeadAttention',
    [flat(q), flat(k), flat(v), null, null, bias, past.key, past.value],
    [
      { type: q.type, shape: ['batch', 'sequence', heads * head] },
      { type: q.type, shape },
      { type: q.type, shape },
    ],
    { num_heads: heads, scale: { float: 1 / Math.sqrt(head) } },
    'com.microsoft',
  );
  return { out: out!, present: { key: key!, value: value! } };
}

function attendPlain(
  q: Tensor,
  k: Tensor,
  v: Tensor,
  { num_attention_heads: heads, kvHeads, head }: Config,
  { bias }: Position,
  past: Cache,
) {
  const byHead = (x: Tensor): Tensor => transpose(x, [0, 2, 1, 3]);
  const extended = (before: Tensor, x: Tensor): Tensor =>
    withShape(concat([before, byHead(x)], 2), ['batch', kvHeads, 'total', head]);
  const present = { key: extended(past.key, k), value: extended(past.value, v) };
  // Several heads of queries share one of keys (Ainslie et al. 2023).
  const shared = (x: Tensor): Tensor => {
    if (kvHeads === heads) return x;
    const groups = heads / kvHeads;
    const sizes = concat([shapeOf(x, 0, 2), ints(x.graph, [groups]), shapeOf(x, 2, 4)], 0);
    const wide = expand(unsqueeze(x, [2]), sizes, ['batch', kvHeads, groups, 'total', head]);
    const merged = concat([shapeOf(x, 0, 1), ints(x.graph, [heads]), shapeOf(x, 2, 4)], 0);
    return x.graph.node(
      'Reshape',
      [wide, merged],
      [{ type: x.type, shape: ['batch', heads, 'total', head] }],
    )[0]!;
  };
  const scores = add(matmulTransposed(mul(byHead(q), 1 / Math.sqrt(head)), shared(present.key)), bias);
  const mixed = matmul(softmax(scores), shared(present.value));
  return { out: reshape(byHead(mixed), ['same', 'same', heads * head]), present };
}

function layer(
  p: Scope,
  x: Tensor,
  config: Config,
  position: Position,
  past: Cache,
): { x: Tensor; present: Cache } {
  const { rms_norm_eps: epsilon, hidden_size: width, intermediate_size: wide, mlp_bias: bias } = config;
  const { out, present } = attend(
    p.at('self_attn'),
    rmsNorm(p.at('input_layernorm'), x, epsilon),
    config,
    position,
    past,
  );
  const y = add(x, out);
  const h = rmsNorm(p.at('post_attention_layernorm'), y, epsilon);
  const mlp = p.at('mlp');
  const gated = mul(
    swish(linear(mlp.at('gate_proj'), h, wide, { bias })),
    linear(mlp.at('up_proj'), h, wide, { bias }),
  );
  return { x: add(y, linear(mlp.at('down_proj'), gated, width, { bias })), present };
}

/** Where the tokens stand: declares `attention_mask` [batch, total] and `position_ids` [batch, sequence]. */
function place(graph: Graph, { head, theta }: Config): Position {
  const mask = graph.input('attention_mask', 'int64', ['batch', 'total']);
  const ids = graph.input('position_ids', 'int64', ['batch', 'sequence']);
  const frequencies = Array.from({ length: head / 2 }, (_, i) => theta ** ((-2 * i) / head));
  const angles = mul(
    unsqueeze(cast(ids, 'float32'), [2, 3]),
    constant(graph, frequencies, 'float32', [head / 2]),
  );
  const one = (size: Tensor): Tensor => reshape(size, []);
  const before = sub(one(shapeOf(mask, 1, 2)), one(shapeOf(ids, 1, 2)));
  const queries = add(positions(ids, 1), before);
  const { type } = graph.target;
  return { cos: cast(cos(angles), type), sin: cast(sin(angles), type), bias: causalBias(mask, queries) };
}

function forward(graph: Graph, root: Scope, config: Config, embedded: Tensor): void {
  const { kvHeads, head, rms_norm_eps: epsilon } = config;
  const p = root.at('model');
  const position = place(graph, config);
  let x = embedded;
  const states = [x];
  for (let i = 0; i < config.num_hidden_layers; i++) {
    const past = (part: string): Tensor =>
      floatInput(graph, `past_key_values.${i}.${part}`, ['batch', kvHeads, 'past', head]);
    const made = layer(p.at('layers', i), x, config, position, { key: past('key'), value: past('value') });
    x = made.x;
    states.push(x);
    graph.output(`present.${i}.key`, made.present.key);
    graph.output(`present.${i}.value`, made.present.value);
  }
  // As in transformers, the last of the states is the one after the norm.
  const last = rmsNorm(p.at('norm'), x, epsilon);
  states[states.length - 1] = last;
  graph.output(
    'hidden_states',
    concat(
      states.map((s) => unsqueeze(s, [0])),
      0,
    ),
  );
  // A matrix that words are looked up in stays whole, so one that is both is no linear layer here.
  const { vocab_size: words, hidden_size: width } = config;
  const logits = config.tie_word_embeddings
    ? matmulTransposed(last, p.at('embed_tokens').param('weight', [words, width]))
    : linear(root.at('lm_head'), last, words, { bias: false });
  graph.output('logits', logits);
}

/** What the two have in common: they read the same weights. */
const weights = {
  signs: ['model.layers.0.input_layernorm.weight', 'model.layers.0.post_attention_layernorm.weight'],
  published: [
    {
      repository: 'lmsys/vicuna-7b-v1.5',
      file: 'pytorch_model.bin.index.json',
      config: { hidden_size: 4096, num_hidden_layers: 32, vocab_size: 32_000 },
    },
    {
      repository: 'lmsys/vicuna-13b-v1.5',
      file: 'pytorch_model.bin.index.json',
      config: { hidden_size: 5120, num_hidden_layers: 40, vocab_size: 32_000 },
    },
  ],
};

const defaults = { attention_mask: 1 } as const;
const sizes = ({ past = 0, sequence = 0 }: Readonly<Record<string, number>>) => ({
  past,
  total: past + sequence,
});

const llamaOfEmbeddings = architecture({
  name: 'llama-embeds',
  version: 1,
  summary: 'Llama over embeddings, as a language model that sees',
  config,
  ...weights,
  defaults,
  sizes,
  build(graph, root, c) {
    const embedded = floatInput(graph, 'inputs_embeds', ['batch', 'sequence', c.hidden_size]);
    forward(graph, root, c, embedded);
  },
});

/**
 * input_ids [batch, sequence] (or inputs_embeds [batch, sequence, width]), attention_mask [batch, total], position_ids
 * [batch, sequence], past_key_values.N.key and .value [batch, heads, past, head] → logits [batch, sequence, words],
 * hidden_states [layers + 1, batch, sequence, width], present.N.key and .value.
 */
export const llama = architecture({
  name: 'llama',
  version: 1,
  summary: 'Llama, the language model of Vicuna',
  config,
  ...weights,
  defaults,
  sizes,
  entries: ({ vocab_size }) => ({ input_ids: vocab_size }),
  instead: { inputs_embeds: llamaOfEmbeddings },
  build(graph, root, c) {
    const ids = graph.input('input_ids', 'int64', ['batch', 'sequence']);
    const words = root.at('model', 'embed_tokens').param('weight', [c.vocab_size, c.hidden_size]);
    forward(graph, root, c, gather(words, ids));
  },
});
