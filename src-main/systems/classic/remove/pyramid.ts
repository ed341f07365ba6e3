/** The window at several scales, with what patches are compared by. */
import type { Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { places, type Box } from './hole.ts';
import { addTexture } from './texture.ts';

/** One scale. */
export interface Level {
  width: number;
  height: number;
  /** Four bytes a pixel: red, green, blue, and how much texture there is around it. Holes hold the current guess. */
  features: Uint8Array;
  /** One of `places` for each pixel. */
  places: Uint8Array;
}

/** The finest level: the window of the picture in 8 bits, what is transparent shown on grey. */
export async function finestLevel(
  image: Raster,
  window: Box,
  pixels: Uint8Array,
  work: Work,
): Promise<Level> {
  const width = window.x2 - window.x1;
  const height = window.y2 - window.y1;
  const features = new Uint8Array(width * height * 4);
  const { channels, data } = image;
  const scale = data instanceof Uint16Array ? 255 / 65535 : 1;
  for (let y = 0, o = 0; y < height; y++) {
    let i = ((window.y1 + y) * image.width + window.x1) * channels;
    for (let x = 0; x < width; x++, i += channels, o += 4) {
      const alpha = channels === 4 ? (data[i + 3]! * scale) / 255 : 1;
      for (let c = 0; c < 3; c++) features[o + c] = data[i + c]! * scale * alpha + 128 * (1 - alpha) + 0.5;
    }
    await work.breathe();
  }
  const level = { width, height, features, places: pixels };
  await addTexture(level, work);
  return level;
}

/**
 * Half the size. A pixel is known when at least two of its four are, and barred when one of them is; its features come
 * from the known ones only.
 */
export async function halve(fine: Level, work: Work): Promise<Level> {
  const width = (fine.width + 1) >> 1;
  const height = (fine.height + 1) >> 1;
  const features = new Uint8Array(width * height * 4);
  const pixels = new Uint8Array(width * height);
  for (let y = 0, o = 0; y < height; y++) {
    await work.breathe();
    const rows = 2 * y + 1 < fine.height ? 2 : 1;
    for (let x = 0; x < width; x++, o++) {
      const columns = 2 * x + 1 < fine.width ? 2 : 1;
      let known = 0;
      let barred = false;
      let r = 0;
      let g = 0;
      let b = 0;
      let t = 0;
      for (let dy = 0; dy < rows; dy++)
        for (let dx = 0; dx < columns; dx++) {
          const i = (2 * y + dy) * fine.width + 2 * x + dx;
          const place = fine.places[i]!;
          if (place === places.hole) continue;
          known++;
          if (place === places.barred) barred = true;
          r += fine.features[i * 4]!;
          g += fine.features[i * 4 + 1]!;
          b += fine.features[i * 4 + 2]!;
          t += fine.features[i * 4 + 3]!;
        }
      if (known * 2 < rows * columns) pixels[o] = places.hole;
      else if (barred) pixels[o] = places.barred;
      if (!known) continue;
      features[o * 4] = r / known + 0.5;
      features[o * 4 + 1] = g / known + 0.5;
      features[o * 4 + 2] = b / known + 0.5;
      features[o * 4 + 3] = t / known + 0.5;
    }
  }
  return { width, height, features, places: pixels };
}
