/** Pictures and masks at a size to look at: a pixel is the mean of a square of pixels, as a screen shows them. */
import type { FileRef } from '../../contract/index.ts';
import type { Work } from '../work.ts';
import { cachedImage, makeCache } from './cache.ts';
import { blankLike, type Mask, type Raster } from './raster.ts';

/** Of the picture that is being looked at, and one to compare. */
const small = makeCache<Raster>(64 * 1024 * 1024, (raster) => raster.data.byteLength);

/** As `cachedImage`, at a size whose pixel is the mean of `by` × `by`. Shared: never change its pixels. */
export async function cachedShrunk(file: FileRef, by: number, work: Work): Promise<Raster> {
  if (by === 1) return cachedImage(file, work);
  const key = file.key === undefined ? undefined : `${file.key} ${by}`;
  const known = key === undefined ? undefined : small.get(key);
  if (known) return known;
  const made = await shrink(await cachedImage(file, work), by, work);
  if (key !== undefined) small.set(key, made);
  return made;
}

/**
 * @param by how many pixels each way become one; the last row and column may be of fewer
 * @returns a picture of the same depth and profile; colours are weighed by their alpha
 */
export async function shrink(image: Raster, by: number, work: Work): Promise<Raster> {
  const { width, height, channels, data } = image;
  const out = blankLike(image, { width: Math.ceil(width / by), height: Math.ceil(height / by) });
  const sums = new Float64Array(out.width * (channels + 1));
  for (let oy = 0, o = 0; oy < out.height; oy++) {
    sums.fill(0);
    const last = Math.min(height, (oy + 1) * by);
    for (let y = oy * by; y < last; y++) addRow(data, y * width * channels, width, channels, by, sums);
    for (let ox = 0, s = 0; ox < out.width; ox++, s += channels + 1) {
      const count = sums[s + channels]!;
      const weight = channels === 4 ? sums[s + 3]! : count;
      for (let c = 0; c < 3; c++) out.data[o++] = weight ? Math.round(sums[s + c]! / weight) : 0;
      if (channels === 4) out.data[o++] = Math.round(sums[s + 3]! / count);
    }
    await work.breathe();
  }
  return out;
}

function addRow(
  data: Raster['data'],
  start: number,
  width: number,
  channels: number,
  by: number,
  sums: Float64Array,
): void {
  for (let x = 0, i = start; x < width; x++, i += channels) {
    const s = Math.floor(x / by) * (channels + 1);
    const weight = channels === 4 ? data[i + 3]! : 1;
    for (let c = 0; c < 3; c++) sums[s + c]! += data[i + c]! * weight;
    if (channels === 4) sums[s + 3]! += weight;
    sums[s + channels]! += 1;
  }
}

/** A mask at the size of its picture's small form. */
export async function shrinkMask(
  mask: Mask,
  size: { width: number; height: number },
  work: Work,
): Promise<Mask> {
  const by = Math.ceil(mask.width / size.width);
  if (by === 1) return mask;
  const out = new Uint8Array(size.width * size.height);
  const sums = new Float64Array(size.width);
  for (let oy = 0; oy < size.height; oy++) {
    sums.fill(0);
    const last = Math.min(mask.height, (oy + 1) * by);
    for (let y = oy * by, i = y * mask.width; y < last; y++)
      for (let x = 0; x < mask.width; x++) sums[Math.floor(x / by)]! += mask.data[i++]!;
    for (let ox = 0; ox < size.width; ox++) {
      const count = (Math.min(mask.width, (ox + 1) * by) - ox * by) * (last - oy * by);
      out[oy * size.width + ox] = Math.round(sums[ox]! / count);
    }
    await work.breathe();
  }
  return { ...size, data: out };
}
