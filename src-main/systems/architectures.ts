/** Every architecture that this build can run. */
import type { Architecture } from '../runtime/graph/index.ts';
import { clipText, clipVideo, clipVision } from './clip/graph.ts';
import { samEncoder } from './sam/graph.ts';
import { controlnet } from './stable-diffusion/controlnet.ts';
import { tinyVaeDecoder, tinyVaeEncoder } from './stable-diffusion/tiny-vae.ts';
import { unet } from './stable-diffusion/unet.ts';
import { vaeDecoder, vaeEncoder } from './stable-diffusion/vae.ts';
import { llama } from './vicuna/graph.ts';

export const architectures: readonly Architecture[] = [
  clipText,
  clipVision,
  clipVideo,
  unet,
  controlnet,
  vaeEncoder,
  vaeDecoder,
  tinyVaeEncoder,
  tinyVaeDecoder,
  samEncoder,
  llama,
];
