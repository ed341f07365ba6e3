/** The shadow of a thing on the ground that it stands on, under soft light from above. */
import { boundsOf, type Mask } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { gaussianBlur } from '../box-blur.ts';
import { blankCells, sampler } from './pull-push.ts';

/** How dark, 0 (none) to 1 (black), the ground is at a pixel. */
export type Shadow = (x: number, y: number) => number;

const none: Shadow = () => 0;
/** Cells of the longer side: a shadow is soft. */
const longest = 1000;

interface Stand {
  width: number;
  height: number;
  cover: Float32Array;
  top: number;
  foot: number;
  size: number;
}

/**
 * Two parts: the silhouette, laid down before and a little behind the line on which the subject stands, squashed and
 * blurred; and a dark rim where it touches the ground. Where the border of the picture cuts the subject off below, no
 * ground can be seen and there is none.
 * @param strength 0..1
 */
export async function contactShadow(mask: Mask, strength: number, work: Work): Promise<Shadow> {
  const bounds = boundsOf(mask, 128);
  if (!strength || !bounds || bounds.y2 >= mask.height - 1) return none;
  const factor = Math.max(1, Math.ceil(Math.max(mask.width, mask.height) / longest));
  const size = (bounds.x2 - bounds.x1 + bounds.y2 - bounds.y1) / 2 / factor;
  const stand = {
    width: Math.ceil(mask.width / factor),
    height: Math.ceil(mask.height / factor),
    cover: await coverOf(mask, factor, work),
    top: bounds.y1 / factor,
    foot: bounds.y2 / factor,
    size,
  };
  const lying = lieDown(stand);
  const near = await gaussianBlur(lying, stand, Math.max(0.5, 0.02 * size), work);
  const far = await gaussianBlur(lying, stand, Math.max(1, 0.06 * size), work);
  const touch = await gaussianBlur(touching(stand), stand, Math.max(0.5, 0.009 * size), work);
  const cells = blankCells(stand.width, stand.height, 1);
  for (let p = 0; p < near.length; p++) {
    const soft = 0.45 * near[p]! + 0.45 * far[p]!;
    cells.data[2 * p] = strength * (1 - (1 - Math.min(1, soft)) * (1 - 0.8 * Math.min(1, 1.6 * touch[p]!)));
  }
  const read = sampler(cells, factor);
  const out = new Float64Array(1);
  return (x, y) => {
    read(x, y, out);
    return out[0]!;
  };
}

async function coverOf({ width, height, data }: Mask, factor: number, work: Work): Promise<Float32Array> {
  const across = Math.ceil(width / factor);
  const cover = new Float32Array(across * Math.ceil(height / factor));
  const share = 1 / (255 * factor * factor);
  for (let y = 0, p = 0; y < height; y++) {
    const row = Math.floor(y / factor) * across;
    for (let x = 0; x < width; x++, p++)
      if (data[p]) cover[row + Math.floor(x / factor)]! += data[p]! * share;
    await work.breathe();
  }
  return cover;
}

/**
 * The silhouette on the ground, fainter the farther from the foot line. A part of the ground is darkened by all that
 * stands over it up to a height in proportion to its distance: means of the silhouette's columns, from the foot up.
 */
function lieDown({ width, height, cover, top, foot, size }: Stand): Float32Array {
  const out = new Float32Array(cover.length);
  const reach = 0.14 * size;
  const floor = Math.min(height, Math.ceil(foot));
  const sums = new Float32Array(width);
  let counted = 0;
  // From the foot line outwards, so that the sums only grow. Behind it the ground is seen half as tall.
  for (let step = 0; step < reach; step++) {
    const tall = (0.2 + (0.8 * step) / reach) * (foot - top);
    for (; counted < Math.min(Math.ceil(tall), floor); counted++)
      for (let x = 0, i = (floor - 1 - counted) * width; x < width; x++, i++) sums[x]! += cover[i]!;
    const share = (1 - step / reach) / Math.max(1, counted);
    const rows = [floor + step, ...(step % 2 ? [] : [floor - 1 - step / 2])];
    for (const y of rows)
      if (y >= 0 && y < height) for (let x = 0; x < width; x++) out[y * width + x] = sums[x]! * share;
  }
  return out;
}

/** A line along the lower edge, where that is level and near the foot line: there it stands on the ground. */
function touching({ width, height, cover, top, foot, size }: Stand): Float32Array {
  const out = new Float32Array(cover.length);
  const lowest = new Float32Array(width).fill(-1);
  for (let x = 0; x < width; x++)
    for (let y = Math.min(height, Math.ceil(foot)) - 1; y >= 0 && lowest[x]! < 0; y--)
      if (cover[y * width + x]! >= 0.5) lowest[x] = y + 1;
  const thick = Math.max(1, 0.01 * size);
  const step = Math.max(1, Math.round(0.02 * size));
  for (let x = 0; x < width; x++) {
    const edge = lowest[x]!;
    if (edge < 0) continue;
    const [left, right] = [lowest[Math.max(0, x - step)]!, lowest[Math.min(width - 1, x + step)]!];
    const slope =
      Math.min(left < 0 ? 9 : Math.abs(edge - left), right < 0 ? 9 : Math.abs(right - edge)) / step;
    const weight = Math.max(0, 1 - (foot - edge) / (0.12 * (foot - top))) * Math.exp(-((slope / 0.4) ** 2));
    for (let y = Math.max(0, Math.floor(edge - thick)); y < Math.min(height, edge + thick); y++)
      out[y * width + x] = weight;
  }
  return out;
}
