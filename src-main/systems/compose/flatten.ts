/** Layers as one picture. One layer is in memory at a time, beside the 16-bit ground that they are laid on. */
import type { BlendMode, GroupBlend } from '../../contract/index.ts';
import type { Affine } from '../../contract/placing.ts';
import { collect } from '../../runtime/collect.ts';
import { inProfile } from '../../runtime/raster/profile.ts';
import { blankLike, fullScale, type Mask, type Raster } from '../../runtime/raster/raster.ts';
import { resizeRaster } from '../../runtime/raster/resize.ts';
import { partOf, type Work } from '../../runtime/work.ts';
import { boxAround, cornersOf, inverse, project, type Projective } from '../classic/shape/projective.ts';
import { warpMask, warpRaster } from '../classic/shape/warp.ts';
import { blankGround, fade, lay, type Ground } from './lay.ts';

export interface FlatLayer {
  /** Read when it is its turn, and let go of after it. */
  read(): Promise<Raster>;
  readMask: (() => Promise<Mask>) | null;
  opacity: number;
  blend: BlendMode;
  map: Affine | null;
}

export interface FlatBundle {
  opacity: number;
  blend: GroupBlend;
  layers: readonly FlatLayer[];
}

interface Size {
  width: number;
  height: number;
}

export const projective = ([a, b, c, d, e, f]: Affine): Projective => [a, c, e, b, d, f, 0, 0, 1];

/**
 * All layers from the lowest to the topmost on a canvas of `size`: 16 bits where a layer has them, in the profile of
 * the lowest layer, RGB where all of it is opaque.
 */
export async function flattenLayers(bundles: readonly FlatBundle[], size: Size, work: Work): Promise<Raster> {
  const count = bundles.reduce((sum, { layers }) => sum + layers.length, 0);
  let ground: Ground = blankGround(size);
  let first: Raster | null = null;
  let sixteen = false;
  let done = 0;
  for (const bundle of bundles) {
    const through = bundle.blend === 'pass-through';
    const below = ground;
    const before = through && bundle.opacity < 1 ? ground.data.slice() : null;
    if (!through) ground = blankGround(size);
    for (const layer of bundle.layers) {
      const part = partOf(work, (0.9 * done) / count, (0.9 * (done + 1)) / count);
      const raster = await layer.read();
      sixteen ||= raster.data instanceof Uint16Array;
      first ??= blankLike(raster, { width: 0, height: 0 });
      await layOne(ground, await inProfile(raster, first.icc), layer, part);
      collect();
      done++;
    }
    if (before) await fade(ground, before, bundle.opacity, work);
    if (bundle.blend === 'pass-through') continue;
    const { opacity, blend } = bundle;
    const quiet = { ...work, progress: () => {} };
    await lay(below, { ...ground, channels: 4 }, { x: 0, y: 0, opacity, blend }, quiet);
    ground = below;
  }
  const out = await finished(ground, first ?? nothing, sixteen, partOf(work, 0.9, 1));
  ground = blankGround({ width: 0, height: 0 });
  return out;
}

const nothing: Raster = { width: 0, height: 0, channels: 4, data: new Uint8Array() };

async function layOne(ground: Ground, raster: Raster, layer: FlatLayer, work: Work): Promise<void> {
  const { opacity, blend, map } = layer;
  const seen = layer.readMask ? await masked(raster, await layer.readMask(), work) : raster;
  if (!map) {
    const same = seen.width === ground.width && seen.height === ground.height;
    const fitted = same ? seen : await resizeRaster(seen, { width: ground.width, height: ground.height });
    return lay(ground, fitted, { x: 0, y: 0, opacity, blend }, work);
  }
  const forth = projective(map);
  const around = boxAround(
    cornersOf({ x1: 0, y1: 0, x2: seen.width, y2: seen.height }).map((p) => project(forth, p)),
  );
  const box = {
    x1: Math.max(0, around.x1),
    y1: Math.max(0, around.y1),
    x2: Math.min(ground.width, around.x2),
    y2: Math.min(ground.height, around.y2),
  };
  if (box.x1 >= box.x2 || box.y1 >= box.y2) return;
  const placed = await warpRaster(seen, inverse(forth), box, partOf(work, 0, 0.8));
  await lay(ground, placed, { x: box.x1, y: box.y1, opacity, blend }, partOf(work, 0.8, 1));
}

/** A copy whose alpha is multiplied by the mask, stretched to the picture where it is of another size. */
export async function masked(raster: Raster, mask: Mask, work: Work): Promise<Raster> {
  const { width, height, channels } = raster;
  const back: Projective = [mask.width / width, 0, 0, 0, mask.height / height, 0, 0, 0, 1];
  const same = mask.width === width && mask.height === height;
  const quiet = { ...work, progress: () => {} };
  const fitted = same ? mask : await warpMask(mask, back, { x1: 0, y1: 0, x2: width, y2: height }, quiet);
  const out = blankLike({ ...raster, channels: 4 });
  const most = fullScale(raster);
  for (let y = 0; y < height; y++) {
    for (let x = 0, p = y * width; x < width; x++, p++) {
      const i = p * channels;
      for (let c = 0; c < 3; c++) out.data[p * 4 + c] = raster.data[i + c]!;
      const alpha = channels === 4 ? raster.data[i + 3]! : most;
      out.data[p * 4 + 3] = (alpha * fitted.data[p]!) / 255 + 0.5;
    }
    await work.breathe();
  }
  return out;
}

/** The ground at the depth of its layers, without an alpha that says nothing. */
async function finished(ground: Ground, like: Raster, sixteen: boolean, work: Work): Promise<Raster> {
  const { width, height, data } = ground;
  let opaque = true;
  for (let i = 3; i < data.length && opaque; i += 4) opaque = data[i] === 65_535;
  const channels = opaque ? 3 : 4;
  const length = width * height * channels;
  const out: Raster = {
    ...like,
    width,
    height,
    channels,
    data: sixteen ? new Uint16Array(length) : new Uint8Array(length),
  };
  for (let y = 0; y < height; y++) {
    for (let p = y * width; p < (y + 1) * width; p++)
      for (let c = 0; c < channels; c++) {
        const v = data[p * 4 + c]!;
        out.data[p * channels + c] = sixteen ? v : (v + 128) / 257;
      }
    await work.breathe();
  }
  work.progress(1, 1);
  return out;
}
