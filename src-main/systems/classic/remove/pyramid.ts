/** The window at several scales, with what patches are compared by. */
import type { Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { boxBlur } from '../box-blur.ts';
import type { Box } from './hole.ts';

/** One scale. */
export interface Level {
  width: number;
  height: number;
  /**
   * Four bytes a pixel: red, green, blue, and how much texture there is around it. Holes hold the current guess.
   * Texture as a feature keeps patches of detail from being matched with smooth ones of the same colour
   * (Newson, Almansa, Fradet, Gousseau, Pérez 2014, section 3.2).
   */
  features: Uint8Array;
  /** 1 where the picture is unknown. */
  unknown: Uint8Array;
}

/** The texture feature: mean |gradient| of luma in this radius (pixels of the finest level), times this weight. */
const textureRadius = 8;
const textureWeight = 10;

/** The finest level: the window of the picture in 8 bits, what is transparent shown on grey. */
export async function finestLevel(
  image: Raster,
  window: Box,
  unknown: Uint8Array,
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
  }
  const level = { width, height, features, unknown };
  await addTexture(level, work);
  return level;
}

/** Fills the texture feature from the known pixels. */
async function addTexture({ width, height, features, unknown }: Level, work: Work): Promise<void> {
  const n = width * height;
  const luma = new Uint8Array(n);
  for (let i = 0, j = 0; i < n; i++, j += 4)
    luma[i] = 0.299 * features[j]! + 0.587 * features[j + 1]! + 0.114 * features[j + 2]! + 0.5;
  const sum = new Float32Array(n);
  const count = new Float32Array(n);
  await work.breathe();
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const right = x + 1 < width ? i + 1 : i;
      const below = y + 1 < height ? i + width : i;
      if (unknown[i] || unknown[right] || unknown[below]) continue;
      sum[i] = Math.abs(luma[right]! - luma[i]!) + Math.abs(luma[below]! - luma[i]!);
      count[i] = 1;
    }
    await work.breathe();
  }
  const total = await boxBlur(sum, { width, height }, textureRadius, work);
  const share = await boxBlur(count, { width, height }, textureRadius, work);
  for (let i = 0, j = 3; i < n; i++, j += 4)
    features[j] = Math.min(255, (textureWeight * total[i]!) / Math.max(share[i]!, 1e-6));
}

/** Half the size. A pixel is known when at least two of its four are; its features come from the known ones only. */
export async function halve(fine: Level, work: Work): Promise<Level> {
  const width = (fine.width + 1) >> 1;
  const height = (fine.height + 1) >> 1;
  const features = new Uint8Array(width * height * 4);
  const unknown = new Uint8Array(width * height);
  for (let y = 0, o = 0; y < height; y++) {
    await work.breathe();
    for (let x = 0; x < width; x++, o++) {
      let known = 0;
      let all = 0;
      const sum = [0, 0, 0, 0] as [number, number, number, number];
      for (let dy = 0; dy < 2 && 2 * y + dy < fine.height; dy++)
        for (let dx = 0; dx < 2 && 2 * x + dx < fine.width; dx++) {
          const i = (2 * y + dy) * fine.width + 2 * x + dx;
          all++;
          if (fine.unknown[i]) continue;
          known++;
          for (let c = 0; c < 4; c++) sum[c]! += fine.features[i * 4 + c]!;
        }
      unknown[o] = known * 2 >= all ? 0 : 1;
      if (known) for (let c = 0; c < 4; c++) features[o * 4 + c] = sum[c]! / known + 0.5;
    }
  }
  return { width, height, features, unknown };
}
