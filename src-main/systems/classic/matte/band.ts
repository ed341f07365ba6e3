/** The photo's colours near an outline, at a reduced size. */
import { fullScale, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';

/**
 * R, G, B in turn, 0..1 as coded in the file, where `near` is set (elsewhere 0): the mean of the photo's pixels whose
 * middle lies in a pixel of the size asked for, of at most about 4 × 4 of them.
 */
export async function readBand(
  image: Raster,
  { width, height }: { width: number; height: number },
  near: Uint8Array,
  work: Work,
): Promise<Float32Array> {
  const { channels, data } = image;
  const colour = new Float32Array(width * height * 3);
  const columns = starts(width, image.width);
  const rows = starts(height, image.height);
  const scale = 1 / fullScale(image);
  const across = Math.max(1, Math.floor(image.width / width / 4 + 0.5));
  const down = Math.max(1, Math.floor(image.height / height / 4 + 0.5));
  for (let y = 0; y < height; y++) {
    for (let x = 0, i = y * width; x < width; x++, i++) {
      if (!near[i]) continue;
      let r = 0;
      let g = 0;
      let b = 0;
      let count = 0;
      for (let v = rows[y]!; v < rows[y + 1]!; v += down)
        for (let u = columns[x]!; u < columns[x + 1]!; u += across) {
          const o = (v * image.width + u) * channels;
          r += data[o]!;
          g += data[o + 1]!;
          b += data[o + 2]!;
          count++;
        }
      colour[3 * i] = (r * scale) / count;
      colour[3 * i + 1] = (g * scale) / count;
      colour[3 * i + 2] = (b * scale) / count;
    }
    if ((y & 15) === 0) await work.breathe();
  }
  return colour;
}

/** The first of `many` whose middle lies in each of `few`, and the end; every one of the few gets at least one. */
function starts(few: number, many: number): Int32Array {
  return Int32Array.from({ length: few + 1 }, (_, k) => Math.round((k * many) / few));
}
