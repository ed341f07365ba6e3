/** LoRAs in the forms that people publish, against the network with the change in its weights. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { StudioError } from '../../src-main/contract/index.ts';
import { readTensors, writeSafetensors } from '../../src-main/runtime/checkpoint/safetensors.ts';
import { unet } from '../../src-main/systems/stable-diffusion/unet.ts';
import { compare, fixtures, place, weightsOf } from './case.ts';

type Tensors = Parameters<typeof writeSafetensors>[0];

const here = place();
afterAll(here.remove);

const withLora = async (name: string) =>
  compare(unet, 'lora', '0', here.folder, {
    network: 'unet',
    weights: await weightsOf('unet', here.folder),
    loras: name ? [join(fixtures, 'lora', `${name}.safetensors`)] : [],
  });

it.each(['peft', 'diffusers', 'kohya'])('%s', async (form) => {
  const [sample] = await withLora(form);
  expect(sample!.scale).toBeGreaterThan(0.05);
  expect(sample!.worst / sample!.scale).toBeLessThan(1e-4);
});

it('changes something', async () => {
  const [sample] = await withLora('');
  expect(sample!.worst / sample!.scale).toBeGreaterThan(0.01);
});

/** The change of the fixture, so strong; its tensors may be changed before it is written. */
async function strength(name: string, factor: number, change = (tensors: Tensors): Tensors => tensors) {
  const tensors = await readTensors(join(fixtures, 'lora', 'peft.safetensors'));
  for (const [key, { data }] of Object.entries(tensors))
    if (key.includes('lora_B')) {
      const values = new Float32Array(data.slice().buffer).map((v) => v * factor);
      tensors[key] = { ...tensors[key]!, data: new Uint8Array(values.buffer) };
    }
  const path = join(here.folder, `${name}.safetensors`);
  await writeFile(path, writeSafetensors(change(tensors)));
  return path;
}

const withLoras = async (...loras: string[]) => {
  const [sample] = await compare(unet, 'lora', '0', here.folder, {
    network: 'unet',
    weights: await weightsOf('unet', here.folder),
    loras,
  });
  return sample!.worst / sample!.scale;
};

it('two whose tensors have the same names add up', async () => {
  const [quarter, rest] = [await strength('quarter', 0.25), await strength('rest', 0.75)];
  expect(await withLoras(quarter, rest)).toBeLessThan(1e-4);
  expect(await withLoras(quarter, quarter)).toBeGreaterThan(0.005);
});

describe('refuses', () => {
  const zeros = (shape: readonly number[]) => ({
    type: 'float32' as const,
    shape,
    data: new Uint8Array(4 * shape.reduce((a, b) => a * b, 1)),
  });
  const layer = 'unet.down_blocks.0.attentions.0.transformer_blocks.0.attn1.to_q';
  it.each<[why: string, more: Tensors, words: RegExp]>([
    [
      'matrices that are too wide',
      { [`${layer}.lora_A.weight`]: zeros([3, 18]) },
      /another model.*attn1\.to_q/,
    ],
    [
      'matrices that are too tall',
      { [`${layer}.lora_B.weight`]: zeros([18, 3]) },
      /another model.*attn1\.to_q/,
    ],
    ['two ranks', { [`${layer}.lora_B.weight`]: zeros([16, 4]) }, /another model/],
    ['no rank', { [`${layer}.lora_A.weight`]: zeros([0, 16]) }, /is missing/],
    ['a half', { 'unet.mid_block.x.lora_A.weight': zeros([3, 16]) }, /is missing/],
    ['a strength of nothing', { [`${layer}.alpha`]: zeros([0]) }, /no number/],
    ['magnitudes', { [`${layer}.lora_magnitude_vector`]: zeros([16]) }, /no plain LoRA/],
    ['a core', { 'lora_unet_mid.lora_mid.weight': zeros([3, 3, 3, 3]) }, /no plain LoRA/],
  ])('%s', async (why, more, words) => {
    const path = await strength(why, 1, (tensors) => ({ ...tensors, ...more }));
    await expect(withLoras(path)).rejects.toThrow(words);
    await expect(withLoras(path)).rejects.toBeInstanceOf(StudioError);
  });
});

it('of another network is refused', async () => {
  const { clipText } = await import('../../src-main/systems/clip/graph.ts');
  const loras = [join(fixtures, 'lora', 'peft.safetensors')];
  await expect(compare(clipText, 'clip-text', '0', here.folder, { loras })).rejects.toThrow(
    'changes no layer',
  );
});
