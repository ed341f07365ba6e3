/** A picture as a small plane of luma. */
import type { Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';

export interface Plane {
  width: number;
  height: number;
  /** Luma, 0..255. */
  data: Float32Array;
}

/** Luma reduced by a whole factor, so that the longer side has at most `side` pixels. */
export async function greyPlane(image: Raster, side: number, work: Work): Promise<Plane> {
  const factor = Math.max(1, Math.ceil(Math.max(image.width, image.height) / side));
  const width = Math.max(1, Math.floor(image.width / factor));
  const height = Math.max(1, Math.floor(image.height / factor));
  const { channels, data: values } = image;
  const data = new Float32Array(width * height);
  const scale = (values instanceof Uint16Array ? 255 / 65_535 : 1) / factor ** 2;
  for (let y = 0; y < Math.min(image.height, height * factor); y++) {
    const row = Math.floor(y / factor) * width;
    const end = Math.min(image.width, width * factor);
    for (let x = 0, i = y * image.width * channels; x < end; x++, i += channels) {
      const luma = 0.299 * values[i]! + 0.587 * values[i + 1]! + 0.114 * values[i + 2]!;
      data[row + Math.floor(x / factor)]! += luma * scale;
    }
    await work.breathe();
  }
  return { width, height, data };
}
