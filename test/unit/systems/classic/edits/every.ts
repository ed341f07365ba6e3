/** Commands with the strongest of their arguments, and how one is applied. */
import { imageEditing, type ImageEditing } from '../../../../../src-main/contract/index.ts';
import type { Mask, Raster } from '../../../../../src-main/runtime/raster/raster.ts';
import { applyEdit } from '../../../../../src-main/systems/classic/edits/index.ts';
import { edits } from '../../../../../src-main/systems/classic/index.ts';
import { draw, idle, speckles } from '../pictures.ts';

export const command = (name: string, args: object = {}): ImageEditing =>
  imageEditing.parse({ module: 'image-editing', command: name, args });
export const more = { seed: 1, source: null, photo: null };
export const apply = (image: Raster, mask: Mask | null, name: string, args: object = {}): Promise<Raster> =>
  applyEdit(image, mask, command(name, args), more, idle());

/** Arguments that make each command do something. */
export const strong: Record<(typeof edits)[number], object> = {
  remove: {},
  'cut-out': {},
  'blur-background': { amount: 0.8 },
  'replace-background': { colour: '#e0f0d0', shadow: 0.5 },
  blur: { amount: 0.8 },
  pixelate: { amount: 0.5 },
  adjust: { exposure: 1, contrast: 0.5, saturation: 0.5 },
  curves: {
    points: [
      [0, 0.2],
      [1, 0.9],
    ],
  },
  enhance: { amount: 1 },
  clarity: { amount: 1 },
  vignette: { amount: 1 },
  'film-look': { look: 'faded' },
  stylise: { style: 'oil', amount: 0.8 },
  'black-and-white': {},
  recolour: { colour: '#2060d0' },
  sharpen: { amount: 1 },
  denoise: { amount: 1 },
  crop: {},
  rotate: { degrees: 90 },
  flip: { axis: 'horizontal' },
  resize: { factor: 0.5 },
  extend: { left: 0.3, bottom: 0.2 },
  upscale: { factor: 1.5 },
  straighten: { degrees: 5 },
  perspective: { vertical: 0.5 },
  transform: { scale: 0.5 },
  duplicate: { dx: 0, degrees: 180 },
};
/** Done around the region, which stays as it is. */
export const around: readonly string[] = ['blur-background', 'replace-background', 'vignette'];
/** The picture is another afterwards. */
export const elsewhere = 'crop rotate flip resize extend upscale straighten perspective cut-out'.split(' ');
export const inPlace = edits.filter((name) => !elsewhere.includes(name));
/** Needs something around the region. */
export const fills = ['remove', 'transform'];

/** Colourful, noisy, with alpha in one corner. */
export function sample(channels: 3 | 4, depth: 8 | 16): Raster {
  const noise = speckles(61, 47, 30);
  const full = depth === 16 ? 257 : 1;
  return draw(
    61,
    47,
    (x, y) => {
      const n = noise.data[(y * 61 + x) * 3]! - 128;
      const rgb = [90 + x + n, 180 - y + n, 60 + n].map((v) => v * full);
      return channels === 4 ? [...rgb, (x + y < 20 ? 128 : 255) * full] : rgb;
    },
    depth,
  );
}
