/** Every architecture against the official implementation (fixtures.py). */
import { afterAll, describe, expect, it } from 'vitest';
import type { Architecture, Target } from '../../src-main/runtime/graph/index.ts';
import { clipText, clipVideo, clipVision } from '../../src-main/systems/clip/graph.ts';
import { samEncoder } from '../../src-main/systems/sam/graph.ts';
import { controlnet } from '../../src-main/systems/stable-diffusion/controlnet.ts';
import { tinyVaeDecoder, tinyVaeEncoder } from '../../src-main/systems/stable-diffusion/tiny-vae.ts';
import { unet } from '../../src-main/systems/stable-diffusion/unet.ts';
import { vaeDecoder, vaeEncoder } from '../../src-main/systems/stable-diffusion/vae.ts';
import { llama } from '../../src-main/systems/vicuna/graph.ts';
import { casesOf, compare, place } from './case.ts';

const here = place();
afterAll(here.remove);

const table: readonly [fixture: string, architecture: Architecture, cases?: RegExp][] = [
  ['clip-text', clipText],
  ['clip-text-gelu', clipText],
  ['clip-vision', clipVision],
  ['clip-vision-b', clipVision],
  ['clip-video', clipVideo],
  ['clip-video-b', clipVideo],
  ['unet', unet],
  ['unet-2', unet],
  ['unet-gligen', unet],
  ['unet-gligen-image', unet],
  ['controlnet', controlnet],
  ['vae', vaeEncoder, /^encoder/],
  ['vae', vaeDecoder, /^decoder/],
  ['tiny-vae', tinyVaeEncoder, /^encoder/],
  ['tiny-vae', tinyVaeDecoder, /^decoder/],
  ['sam-encoder', samEncoder],
  ['sam-encoder-plain', samEncoder],
  ['llama', llama],
  ['llama-grouped', llama],
];

/** For each device and type, the largest difference relative to the largest value that was expected. */
const targets: readonly [name: string, target: Target, bound: number][] = [
  ['with operators of the CPU', { provider: 'cpu', type: 'float32' }, 1e-4],
  ['with plain operators', { provider: 'webgpu', type: 'float32' }, 1e-4],
  ['in half precision', { provider: 'webgpu', type: 'float16' }, 5e-3],
];

for (const [fixture, architecture, cases = /./] of table)
  describe(`${architecture.name} as ${fixture}`, () => {
    const found = casesOf(fixture).filter((name) => cases.test(name));
    it('has two cases at least', () => expect(found.length).toBeGreaterThanOrEqual(2));
    for (const [means, target, bound] of targets)
      it.each(found)(`%s ${means}`, async (name) => {
        for (const { output, worst, scale } of await compare(architecture, fixture, name, here.folder, {
          target,
        })) {
          expect(scale, output).toBeGreaterThan(0.05);
          expect(worst / scale, output).toBeLessThan(bound);
          if (process.env['VITRAIL_PARITY_TABLE'])
            console.log(`${fixture} ${name} ${target.type} ${output}: ${(worst / scale).toExponential(1)}`);
        }
      });
  });
