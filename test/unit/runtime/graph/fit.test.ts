/** Weights that aren't an architecture's: what is said about them. */
import { describe, expect, it } from 'vitest';
import { StudioError } from '../../../../src-main/contract/index.ts';
import {
  build,
  extras,
  inspect,
  recognise,
  type Architecture,
  type Weights,
} from '../../../../src-main/runtime/graph/index.ts';
import { architectures } from '../../../../src-main/systems/architectures.ts';
import { clipText, clipVision } from '../../../../src-main/systems/clip/graph.ts';
import { cpu, shaped } from './help.ts';

const config = {
  hidden_size: 8,
  intermediate_size: 16,
  num_hidden_layers: 2,
  num_attention_heads: 2,
  image_size: 4,
  patch_size: 2,
};

function failureOf(weights: Weights, architecture: Architecture = clipVision, of: object = config) {
  try {
    build(architecture, of, weights, cpu, { files: ['w'], known: architectures });
    return null;
  } catch (error) {
    if (error instanceof StudioError) return error.failure;
    throw error;
  }
}

/** All that an architecture asks for, learnt by offering nothing. */
function complete(
  architecture: Architecture = clipVision,
  of: object = config,
): Record<string, readonly number[]> {
  const { mismatches } = inspect(architecture, of, shaped({}), cpu);
  return Object.fromEntries(
    mismatches.map(({ name, detail }) => [
      name,
      /\[(.*)\]/.exec(detail)![1]!.split(', ').filter(Boolean).map(Number),
    ]),
  );
}

const vision = complete();
const without = (shapes: Record<string, readonly number[]>, pattern: RegExp) =>
  Object.fromEntries(Object.entries(shapes).filter(([name]) => !pattern.test(name)));

describe('weights', () => {
  it('that fit are taken, with and without the library’s prefix', () => {
    expect(failureOf(shaped(vision))).toBeNull();
    const bare = Object.fromEntries(
      Object.entries(vision).map(([name, shape]) => [name.replace('vision_model.', ''), shape]),
    );
    expect(Object.keys(bare)).not.toEqual(Object.keys(vision));
    expect(failureOf(shaped(bare))).toBeNull();
  });

  it('that lack something: the first ten by name, and how many more', () => {
    const failure = failureOf(shaped(without(vision, /layers\.1\./)))!;
    expect(failure.code).toBe('bad-input');
    expect(failure.message.match(/is missing/g)).toHaveLength(10);
    expect(failure.message).toContain(
      'vision_model.encoder.layers.1.self_attn.q_proj.weight of shape [8, 8] is missing',
    );
    expect(failure.message).toContain('and 6 more');
  });

  it('of another shape: both shapes', () => {
    const name = 'vision_model.embeddings.position_embedding.weight';
    expect(failureOf(shaped({ ...vision, [name]: [17, 8] }))!.message).toContain(
      `${name} is [17, 8], not [5, 8]`,
    );
  });

  it('of a layer too many, or with a part that isn’t known, are refused: the model would be another one', () => {
    const third = Object.fromEntries(
      Object.entries(vision).flatMap(([name, shape]) => [
        [name, shape],
        [name.replace('layers.1.', 'layers.2.'), shape],
      ]),
    );
    expect(failureOf(shaped(third))!.message).toMatch(/layers\.2\.\S+ has no place in it.*and 6 more/);
    const gated = { ...vision, 'vision_model.encoder.layers.1.gate.weight': [8] };
    expect(failureOf(shaped(gated))!.message).toContain('layers.1.gate.weight has no place in it');
  });

  it('with more beside them are fine: another tower, heads, buffers', () => {
    const whole = {
      ...vision,
      ...complete(clipText, {
        hidden_size: 8,
        intermediate_size: 16,
        num_hidden_layers: 3,
        num_attention_heads: 2,
        vocab_size: 9,
      }),
      logit_scale: [],
      'visual_projection.weight': [4, 8],
      'vision_model.embeddings.position_ids': [1, 5],
    };
    expect(failureOf(shaped(whole))).toBeNull();
    expect(extras(['l.0.w'], ['l.0.w', 'l.0.rotary_emb.inv_freq', 'other.0.w'])).toEqual([]);
  });

  it('of another architecture are recognised', () => {
    const failure = failureOf(shaped(vision), clipText, { ...config, vocab_size: 9 })!;
    expect(failure.message).toContain('They look like those of clip-vision');
    expect(failureOf(shaped(without(vision, /fc1/)))!.message).not.toContain('look like');
  });

  it('that would fit are named: those of this configuration, or else all that were published', () => {
    const large = {
      hidden_size: 1024,
      intermediate_size: 4096,
      num_hidden_layers: 24,
      num_attention_heads: 16,
    };
    const hint = (more: object) => failureOf(shaped({}), clipVision, { ...large, ...more })!.hint!;
    expect(hint({ image_size: 336, patch_size: 14 })).toBe(
      'Weights that fit this config.json: openai/clip-vit-large-patch14-336 (pytorch_model.bin).',
    );
    expect(hint({ image_size: 224, patch_size: 14 })).toContain(
      'openai/clip-vit-large-patch14 (model.safetensors)',
    );
    expect(hint({ image_size: 99, patch_size: 9 })).toMatch(/none of those.*patch14-336.*base-patch32/);
  });
});

it('every architecture has signs of its own and names what was published', () => {
  for (const { name, signs, published } of architectures) {
    expect(published.length, name).toBeGreaterThan(0);
    expect(new Set(published.map(({ repository, file }) => `${repository} ${file}`)).size).toBe(
      published.length,
    );
    const weights = shaped(Object.fromEntries(signs.map((sign) => [sign, [1]])));
    const recognised = recognise(weights, architectures).map((each) => each.name);
    expect(recognised, name).toContain(name);
  }
});
