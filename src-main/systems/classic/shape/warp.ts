/**
 * Resampling under any map: Lanczos weights around the point that an output pixel comes from, widened where the map
 * shrinks, so that nothing aliases. Colours are weighted by alpha, and what lies beyond the source is transparent.
 * Works in tiles: beside source and result it takes a few megabytes.
 */
import { blankLike, blankMask, fullScale, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Kernel } from '../../../runtime/threads/kernel.ts';
import type { Work } from '../../../runtime/work.ts';
import { crew } from '../crew.ts';
import type { Box } from '../edits/apply.ts';
import { coded } from '../edits/light.ts';
import { Gatherer, sourceOf } from './gather.ts';
import { project, type Projective } from './projective.ts';
import { maskReader, rasterReader, type Reader, type Tile } from './tile.ts';

/** Pixels a side of an output tile, and the most source pixels that one is made from before it is split. */
const tileSide = 32;
const tileSource = 262_144;
/**
 * From this factor of shrinking on, light is averaged, as a lens would; below it the coded values are. Sharp edges
 * overshoot a little with this kernel, and in light that would draw black lines beside everything bright.
 */
export const shrinking = 1.2;

/**
 * The picture as seen through a map. `back` leads from the output's coordinates to the source's; `box` is the part of
 * the output that is wanted, and the result is as large as it: RGBA, or RGB for `opaque` (for an RGB source that holds
 * every point that is asked for). Depth and profile are the source's. A shift by whole pixels copies values exactly.
 */
export async function warpRaster(
  source: Raster,
  back: Projective,
  box: Box,
  work: Work,
  { opaque = false } = {},
): Promise<Raster> {
  const channels = opaque && source.channels === 3 ? 3 : 4;
  const out = blankLike({ ...source, channels }, { width: box.x2 - box.x1, height: box.y2 - box.y1 });
  const { width, height, data } = source;
  const light = shrinkage(back, box) >= shrinking;
  const from = { width, height, channels: source.channels, data };
  await warp({ source: from, back, box, light, channels }, out, work);
  return out;
}

/** The same for a mask. */
export async function warpMask(source: Mask, back: Projective, box: Box, work: Work): Promise<Mask> {
  const out = blankMask(box.x2 - box.x1, box.y2 - box.y1);
  await warp({ source: { ...source, channels: 1 }, back, box, light: false, channels: 1 }, out, work);
  return out;
}

/** How many source pixels lie on a line as long as an output pixel, in the middle of the box. */
function shrinkage(back: Projective, box: Box): number {
  const [x, y] = [(box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2];
  const [u, v] = project(back, [x, y]);
  const [a, b] = project(back, [x + 0.5, y]);
  const [c, d] = project(back, [x, y + 0.5]);
  return 2 * Math.sqrt(Math.abs((a - u) * (d - v) - (c - u) * (b - v)));
}

interface Warping {
  /** One channel: a mask. */
  source: Pick<Raster, 'width' | 'height' | 'data'> & { channels: 1 | 3 | 4 };
  back: Projective;
  box: Box;
  light: boolean;
  /** Of the result. */
  channels: 1 | 3 | 4;
}

interface Rows {
  data: Raster['data'];
}

/** One a thread. */
let gatherer: Gatherer | undefined;

/** A row of tiles. */
export const warping: Kernel<Warping, { row: number }, Rows> = {
  name: 'warp',
  make(params) {
    const { source, box, light } = params;
    const read =
      source.channels === 1
        ? maskReader(source as Mask)
        : rasterReader({ ...source, channels: source.channels }, light);
    return ({ row }) => {
      const y1 = box.y1 + row * tileSide;
      return { data: drawRows(params, read, y1, Math.min(box.y2, y1 + tileSide)) };
    };
  },
};

async function warp(params: Warping, out: { data: Raster['data'] }, work: Work): Promise<void> {
  const { box, channels } = params;
  await crew.run(
    warping,
    params,
    {
      count: Math.ceil((box.y2 - box.y1) / tileSide),
      input: (row) => ({ row }),
      output: (row, { data }) => out.data.set(data, row * tileSide * (box.x2 - box.x1) * channels),
    },
    work,
  );
}

function drawRows(
  { source, back, box, light, channels }: Warping,
  read: Reader,
  y1: number,
  y2: number,
): Raster['data'] {
  const width = box.x2 - box.x1;
  const length = width * (y2 - y1) * channels;
  const out = source.data instanceof Uint16Array ? new Uint16Array(length) : new Uint8Array(length);
  const most = fullScale(source);
  const weigher = (gatherer ??= new Gatherer());
  const room = weigher.room.bind(weigher);
  const colours = channels === 1 ? 0 : 3;
  const drawTile = (tile: Tile, part: Box): void => {
    const found = weigher.gather(tile, part, back);
    let i = 0;
    for (let y = part.y1; y < part.y2; y++)
      for (
        let x = part.x1, o = ((y - y1) * width + x - box.x1) * channels;
        x < part.x2;
        x++, o += channels, i += 4
      ) {
        const alpha = found[i + 3]!;
        if (!(alpha > 0)) continue;
        for (let c = 0; c < colours; c++) {
          const v = found[i + c]! > 0 ? Math.min(1, found[i + c]!) : 0;
          out[o + c] = (light ? coded(v) : v) * most + 0.5;
        }
        if (channels !== 3) out[o + channels - 1] = alpha * most + 0.5;
      }
  };
  const draw = (part: Box): void => {
    const needed = sourceOf(part, back);
    if (!needed) return;
    const [w, h] = [part.x2 - part.x1, part.y2 - part.y1];
    if ((needed.x2 - needed.x1) * (needed.y2 - needed.y1) > tileSource && w * h > 1) {
      const [x, y] = [part.x1 + Math.ceil(w / 2), part.y1 + Math.ceil(h / 2)];
      draw({ ...part, x2: x, y2: y });
      if (x < part.x2) draw({ ...part, x1: x, y2: y });
      if (y < part.y2) draw({ ...part, x2: x, y1: y });
      if (x < part.x2 && y < part.y2) draw({ ...part, x1: x, y1: y });
      return;
    }
    const tile = read(needed, room);
    if (tile) drawTile(tile, part);
  };
  for (let x = box.x1; x < box.x2; x += tileSide) draw({ x1: x, y1, x2: Math.min(box.x2, x + tileSide), y2 });
  return out;
}
