/** LoRAs in the forms that people publish, against the network with the change in its weights. */
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { StudioError } from '../../src-main/contract/index.ts';
import { readLoras } from '../../src-main/runtime/checkpoint/lora.ts';
import { openCheckpoint } from '../../src-main/runtime/checkpoint/open.ts';
import { readTensors, writeSafetensors } from '../../src-main/runtime/checkpoint/safetensors.ts';
import { inspect } from '../../src-main/runtime/graph/index.ts';
import { fitsOf } from '../../src-main/systems/graphs/loras.ts';
import { unet } from '../../src-main/systems/stable-diffusion/unet.ts';
import { compare, fixtures, onCpu, place, weightsOf } from './case.ts';

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

describe('as strong as its configuration says', () => {
  const strong = async (n: number, lora: string, folder = 'lora-strength') => {
    const [sample] = await compare(unet, 'lora-strength', String(n), here.folder, {
      network: 'unet',
      weights: await weightsOf('unet', here.folder),
      loras: [join(folder.startsWith('/') ? folder : join(fixtures, folder), lora)],
    });
    return sample!.worst / sample!.scale;
  };

  it.each([0, 1])('beside it, or in its header, case %d', async (n) => {
    expect(await strong(n, `peft-${n}/adapter_model.safetensors`)).toBeLessThan(1e-4);
    expect(await strong(n, `diffusers-${n}.safetensors`)).toBeLessThan(1e-4);
    // What would be made of the matrices alone.
    const alone = await readTensors(join(fixtures, 'lora-strength', `diffusers-${n}.safetensors`));
    await writeFile(join(here.folder, 'alone.safetensors'), writeSafetensors(alone));
    expect(await strong(n, 'alone.safetensors', here.folder)).toBeGreaterThan(0.01);
  });

  it('a configuration that was written again counts', async () => {
    const folder = join(here.folder, 'again');
    await cp(join(fixtures, 'lora-strength', 'peft-1'), folder, { recursive: true });
    expect(await strong(1, 'adapter_model.safetensors', folder)).toBeLessThan(1e-4);
    await configure(folder, { lora_alpha: 30 });
    expect(await strong(1, 'adapter_model.safetensors', folder)).toBeGreaterThan(0.01);
  });

  const configure = async (folder: string, change: object) => {
    const path = join(folder, 'adapter_config.json');
    await writeFile(path, JSON.stringify({ ...JSON.parse(await readFile(path, 'utf8')), ...change }));
  };

  it.each<[why: string, change: object, words: RegExp]>([
    ['another rank', { r: 5 }, /has the rank 4, its configuration says 5/],
    ['weights that it changed itself', { init_lora_weights: 'pissa_niter_4' }, /init_lora_weights is "pissa/],
    ['magnitudes', { use_dora: true }, /use_dora is true/],
    ['another kind', { peft_type: 'LOHA' }, /peft_type is "LOHA"/],
    ['no number', { lora_alpha: 'much' }, /malformed/],
    ['an endless expression', { alpha_pattern: { '(a+)+b': 2 } }, /too intricate/],
    ['no expression', { alpha_pattern: { '(': 2 } }, /says nothing/],
  ])('refuses %s', async (_, change, words) => {
    const folder = join(here.folder, 'other');
    await rm(folder, { recursive: true, force: true });
    await cp(join(fixtures, 'lora-strength', 'peft-1'), folder, { recursive: true });
    await configure(folder, change);
    const lora = strong(1, 'adapter_model.safetensors', folder);
    await expect(lora).rejects.toThrow(words);
    await expect(lora).rejects.toBeInstanceOf(StudioError);
  });

  it('refuses one whose configuration is missing', async () => {
    await cp(
      join(fixtures, 'lora-strength', 'peft-1', 'adapter_model.safetensors'),
      join(here.folder, 'bare.safetensors'),
    );
    await expect(strong(1, 'bare.safetensors', here.folder)).rejects.toThrow(/adapter_config\.json, which/);
  });
});

it('says which of its layers have a place', async () => {
  const zeros = { type: 'float32' as const, shape: [3, 16], data: new Uint8Array(4 * 3 * 16) };
  const more = ['unet.nowhere.to_q', 'text_encoder.text_model.encoder.layers.0.mlp.fc1'].flatMap((layer) => [
    [`${layer}.lora_A.weight`, zeros],
    [`${layer}.lora_B.weight`, { ...zeros, shape: [16, 3] }],
  ]);
  const path = await strength('partly', 1, (tensors) => ({ ...tensors, ...Object.fromEntries(more) }));
  const checkpoint = await openCheckpoint([await weightsOf('unet', here.folder)]);
  const config: unknown = JSON.parse(await readFile(join(fixtures, 'unet', 'config.json'), 'utf8'));
  const loras = [await openCheckpoint([path])];
  const graph = inspect(unet, config, checkpoint, onCpu, await readLoras(checkpoint, loras));
  expect(fitsOf(graph, loras)).toEqual([
    {
      file: 'partly.safetensors',
      layers: 6,
      fits: 4,
      others: ['unet.nowhere.to_q', 'text_encoder.text_model.encoder.layers.0.mlp.fc1'],
    },
  ]);
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
    [
      'two networks alike',
      {
        'lora_te1_a.lora_down.weight': zeros([3, 8]),
        'lora_te2_a.lora_down.weight': zeros([3, 8]),
      },
      /two networks/,
    ],
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
