/** One edit of a picture, as its arguments say. */
import { join } from 'node:path';
import { imageEditing } from '../../../../../src-main/contract/index.ts';
import { decodeImage } from '../../../../../src-main/runtime/raster/decode.ts';
import type { Mask, Raster } from '../../../../../src-main/runtime/raster/raster.ts';
import { applyEdit } from '../../../../../src-main/systems/classic/edits/index.ts';
import { toOklab, toLinear } from '../../../../../src-main/systems/classic/edits/light.ts';
import { seeded } from '../../../../../src-main/systems/classic/remove/random.ts';
import { idle } from '../pictures.ts';

export const apply = (
  image: Raster,
  mask: Mask | null,
  command: string,
  args: object = {},
  seed = 1,
): Promise<Raster> =>
  applyEdit(
    image,
    mask,
    imageEditing.parse({ module: 'image-editing', command, args }),
    { seed, source: null, photo: null },
    idle(),
  );

/** A photograph that comes with the studio. */
export const photo = (name: 'astronaut' | 'chelsea' | 'coffee'): Promise<Raster> =>
  decodeImage(join(import.meta.dirname, '../../../../../assets/samples', `${name}.jpg`));

/** The same picture with each pixel's 8-bit colour changed (and cut off at 0 and 255). */
export function changed(image: Raster, change: (rgb: number[]) => number[]): Raster {
  const data = image.data.slice();
  for (let i = 0; i < data.length; i += image.channels)
    change([data[i]!, data[i + 1]!, data[i + 2]!]).forEach((v, c) => {
      data[i + c] = Math.min(255, Math.max(0, Math.round(v)));
    });
  return { ...image, data };
}

/** Nearly normal noise of this deviation on every channel. */
export function noisy(image: Raster, sigma: number): Raster {
  const random = seeded(5);
  const one = (): number => {
    let sum = 0;
    for (let k = 0; k < 12; k++) sum += random.below(10_000) / 10_000;
    return sum - 6;
  };
  return changed(image, (rgb) => rgb.map((v) => v + sigma * one()));
}

/** OKLab of an 8-bit colour. */
export function oklab([r, g, b]: readonly number[]): [number, number, number] {
  const lab = new Float64Array(3);
  toOklab(toLinear(r! / 255), toLinear(g! / 255), toLinear(b! / 255), lab);
  return [lab[0]!, lab[1]!, lab[2]!];
}

/** Root of the mean square of the differences, in 8-bit steps. */
export function rms(a: Raster, b: Raster): number {
  let sum = 0;
  for (let i = 0; i < a.data.length; i++) sum += (a.data[i]! - b.data[i]!) ** 2;
  return Math.sqrt(sum / a.data.length);
}

/** Half the size by means of 2 × 2. */
export function halved(image: Raster): Raster {
  const { channels, data } = image;
  const [width, height] = [image.width >> 1, image.height >> 1];
  const out = new Uint8Array(width * height * channels);
  for (let y = 0, o = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let c = 0; c < channels; c++, o++) {
        const i = (2 * y * image.width + 2 * x) * channels + c;
        const row = image.width * channels;
        out[o] = (data[i]! + data[i + channels]! + data[i + row]! + data[i + row + channels]!) / 4 + 0.5;
      }
  return { width, height, channels, data: out };
}

/** Four pixels for each. */
export function doubled(image: Raster): Raster {
  const { channels, data } = image;
  const [width, height] = [image.width * 2, image.height * 2];
  const out = new Uint8Array(width * height * channels);
  for (let y = 0, o = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let c = 0; c < channels; c++, o++)
        out[o] = data[((y >> 1) * image.width + (x >> 1)) * channels + c]!;
  return { width, height, channels, data: out };
}
