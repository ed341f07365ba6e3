/** LoRAs in the forms that people publish, against the network with the change in its weights. */
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { unet } from '../../src-main/systems/stable-diffusion/unet.ts';
import { compare, fixtures, place, weightsOf } from './case.ts';

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

it('of another network is refused', async () => {
  const { clipText } = await import('../../src-main/systems/clip/graph.ts');
  const loras = [join(fixtures, 'lora', 'peft.safetensors')];
  await expect(compare(clipText, 'clip-text', '0', here.folder, { loras })).rejects.toThrow(
    'changes no layer',
  );
});
