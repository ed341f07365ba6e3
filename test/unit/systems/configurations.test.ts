/** Configurations that no official model has: refused with words, never built into something that answers wrongly. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { StudioError } from '../../../src-main/contract/index.ts';
import { inspect, type StoredTensor } from '../../../src-main/runtime/graph/index.ts';
import { architectures } from '../../../src-main/systems/architectures.ts';
import { fixtures, onCpu } from '../../parity/case.ts';

const read = <T>(fixture: string, name: string): T =>
  JSON.parse(readFileSync(join(fixtures, fixture, name), 'utf8')) as T;

function built(name: string, fixture: string, change: object) {
  const shapes = read<Record<string, [number[]]>>(fixture, 'weights.json');
  const stored = Object.entries(shapes).map(([name, [shape]], file): [string, StoredTensor] => [
    name,
    { name, type: 'float32', shape, file, offset: 0, bytes: 0 },
  ]);
  const table = new Map(stored);
  const config = { ...read<object>(fixture, 'config.json'), ...change };
  return inspect(
    architectures.find((a) => a.name === name)!,
    config,
    table,
    onCpu,
  );
}

it('the official ones are built', () => {
  for (const name of ['unet', 'controlnet', 'clip-text', 'llama', 'sam-encoder'])
    expect(built(name, name, {}).mismatches).toEqual([]);
});

it.each<[architecture: string, change: object, words: RegExp]>([
  ['unet', { resnet_out_scale_factor: 1.414 }, /resnet_out_scale_factor/],
  ['unet', { resnet_skip_time_act: true }, /resnet_skip_time_act/],
  ['unet', { time_embedding_type: 'fourier' }, /time_embedding_type/],
  ['unet', { timestep_post_act: 'silu' }, /timestep_post_act/],
  ['unet', { cross_attention_norm: 'layer_norm' }, /cross_attention_norm/],
  ['unet', { mid_block_only_cross_attention: true }, /mid_block_only_cross_attention/],
  ['unet', { attention_head_dim: [2] }, /attention_head_dim: 1 entries for 2 blocks/],
  ['unet', { block_out_channels: [16] }, /entries for 1 blocks/],
  ['unet', { block_out_channels: [2 ** 40, 32] }, /block_out_channels/],
  ['unet', { norm_num_groups: 7 }, /in 7 groups/],
  ['controlnet', { attention_head_dim: [2, 2, 2] }, /3 entries for 2 blocks/],
  ['clip-text', { num_attention_heads: 5 }, /by 5 heads/],
  ['clip-text', { num_hidden_layers: 1e9 }, /num_hidden_layers/],
  ['llama', { num_attention_heads: 3, num_key_value_heads: 3, head_dim: null }, /whole number/],
  ['llama', { rope_parameters: { rope_type: 'linear', rope_theta: 1e4 } }, /rope_type/],
  ['sam-encoder', { num_attention_heads: 5 }, /whole number/],
])('%s with %j is refused', (name, change, words) => {
  expect(() => built(name, name, change)).toThrow(words);
  expect(() => built(name, name, change)).toThrow(StudioError);
});
