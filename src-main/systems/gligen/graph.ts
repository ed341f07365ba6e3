/** Grounded generation: where things are to appear. Li et al. 2023, "GLIGEN"; parameters as in diffusers. */
import {
  add,
  cast,
  concat,
  cos,
  layerNorm,
  linear,
  mul,
  reshape,
  sin,
  sub,
  swish,
  tanh,
  unsqueeze,
  constant,
  floatInput,
  type Graph,
  type Scope,
  type Tensor,
} from '../../runtime/graph/index.ts';
import { attend, feedForward } from '../stable-diffusion/blocks.ts';

export interface Grounding {
  /** A token for each thing: [batch, things, width]. */
  objects: Tensor;
  /** How much they count, 1 as trained; 0 from the step on at which the paper lets the picture be. */
  scale: Tensor;
}

/** Things and pixels look at each other, behind a gate that opened in training. */
export function gatedSelfAttention(
  p: Scope,
  x: Tensor,
  { objects, scale }: Grounding,
  heads: number,
): Tensor {
  const width = x.shape[2] as number;
  const things = linear(p.at('linear'), objects, width);
  const both = layerNorm(p.at('norm1'), concat([x, things], 1), 1e-5);
  // Only the pixels ask; the answers of the things would be thrown away.
  const pixels = layerNorm(p.at('norm1'), x, 1e-5);
  const gate = (name: string): Tensor => mul(tanh(p.param(name, [])), scale);
  const h = add(x, mul(gate('alpha_attn'), attend(p.at('attn'), pixels, both, heads)));
  return add(h, mul(gate('alpha_dense'), feedForward(p.at('ff'), layerNorm(p.at('norm2'), h, 1e-5))));
}

const frequencies = 8;
const hidden = 512;

export interface PositionNetOptions {
  kind: 'text' | 'text-image';
  /** Width of a thing's description, and of the tokens. */
  width: number;
}

/**
 * Declares the inputs `boxes` [batch, things, 4], `masks` [batch, things] (0: no thing here), and the descriptions:
 * `positive_embeddings` [batch, things, width]; or, with pictures, `phrases_masks`, `image_masks`,
 * `phrases_embeddings`, `image_embeddings`.
 * @returns [batch, things, width], or [batch, 2 × things, width] with pictures
 */
export function positionNet(p: Scope, { kind, width }: PositionNetOptions): Tensor {
  const { graph } = p;
  const mask = (name: string): Tensor => unsqueeze(floatInput(graph, name, ['batch', 'things']), [2]);
  const described = (name: string): Tensor => floatInput(graph, name, ['batch', 'things', width]);
  // In single precision until they are waves: a half's steps are too wide for the quickest of them.
  const boxes = graph.input('boxes', 'float32', ['batch', 'things', 4]);
  const masks = mask('masks');
  const places = present(p, cast(fourier(graph, boxes), graph.target.type), masks, 'null_position_feature');
  const token = (name: string, description: Tensor): Tensor => {
    const layers = p.at(name);
    let h = concat([description, places], 2);
    for (const i of [0, 2]) h = swish(linear(layers.at(i), h, hidden));
    return linear(layers.at(4), h, width);
  };
  if (kind === 'text')
    return token('linears', present(p, described('positive_embeddings'), masks, 'null_positive_feature'));
  const text = present(p, described('phrases_embeddings'), mask('phrases_masks'), 'null_text_feature');
  const image = present(p, described('image_embeddings'), mask('image_masks'), 'null_image_feature');
  return concat([token('linears_text', text), token('linears_image', image)], 1);
}

/** Where there is no thing, what was learnt for nothing. */
function present(p: Scope, x: Tensor, mask: Tensor, name: string): Tensor {
  const nothing = p.param(name, [x.shape[2] as number]);
  return add(mul(x, mask), mul(sub(1, mask), nothing));
}

/** Sines and cosines of the corners: [batch, things, 4] → [batch, things, 64], frequency by frequency. */
function fourier(graph: Graph, boxes: Tensor): Tensor {
  const steps = Array.from({ length: frequencies }, (_, i) => 100 ** (i / frequencies));
  const angles = mul(unsqueeze(boxes, [2]), constant(graph, steps, boxes.type, [frequencies, 1]));
  const waves = concat([unsqueeze(sin(angles), [3]), unsqueeze(cos(angles), [3])], 3); // [.., 8, 2, 4]
  return reshape(waves, ['same', 'same', frequencies * 2 * 4]);
}
