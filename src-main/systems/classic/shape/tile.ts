/** Parts of a source as floats, ready to be weighed. */
import { fullScale, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Box } from '../edits/apply.ts';
import { linearTable } from '../edits/light.ts';

export interface Tile extends Box {
  /** Every pixel that was asked for is there and solid: alpha needn't be looked at. */
  solid: boolean;
}

/**
 * Reads a box of the source; of one that reaches beyond it what there is, `null` where there is nothing. Red, green,
 * blue (0..1, times alpha) and alpha (0..1) of each pixel are put where `room` says there is room for as many numbers.
 */
export type Reader = (box: Box, room: Room) => Tile | null;

type Room = (length: number) => Float32Array;

/** A tile within the source. */
function tilesOf(size: { width: number; height: number }): (box: Box) => Tile | null {
  return (box) => {
    const x1 = Math.max(0, box.x1);
    const y1 = Math.max(0, box.y1);
    const x2 = Math.min(size.width, box.x2);
    const y2 = Math.min(size.height, box.y2);
    if (x1 >= x2 || y1 >= y2) return null;
    const solid = x1 === box.x1 && y1 === box.y1 && x2 === box.x2 && y2 === box.y2;
    return { x1, y1, x2, y2, solid };
  };
}

/** `light`: linear light instead of coded values. */
export function rasterReader(source: Raster, light: boolean): Reader {
  const tiles = tilesOf(source);
  const { width, channels, data } = source;
  const most = fullScale(source);
  const values = light ? linearTable(source) : Float32Array.from({ length: most + 1 }, (_, v) => v / most);
  return (box, room) => {
    const tile = tiles(box);
    if (!tile) return null;
    const out = room((tile.x2 - tile.x1) * (tile.y2 - tile.y1) * 4);
    let solid = tile.solid;
    for (let y = tile.y1, o = 0; y < tile.y2; y++)
      for (let x = tile.x1, i = (y * width + x) * channels; x < tile.x2; x++, i += channels, o += 4) {
        const alpha = channels === 4 ? data[i + 3]! / most : 1;
        if (alpha !== 1) solid = false;
        out[o] = values[data[i]!]! * alpha;
        out[o + 1] = values[data[i + 1]!]! * alpha;
        out[o + 2] = values[data[i + 2]!]! * alpha;
        out[o + 3] = alpha;
      }
    tile.solid = solid;
    return tile;
  };
}

/** A mask as the alpha of something black. */
export function maskReader({ width, height, data }: Mask): Reader {
  const tiles = tilesOf({ width, height });
  return (box, room) => {
    const tile = tiles(box);
    if (!tile) return null;
    const out = room((tile.x2 - tile.x1) * (tile.y2 - tile.y1) * 4);
    tile.solid = false;
    for (let y = tile.y1, o = 0; y < tile.y2; y++)
      for (let x = tile.x1, i = y * width + x; x < tile.x2; x++, i++, o += 4) {
        out[o] = out[o + 1] = out[o + 2] = 0;
        out[o + 3] = data[i]! / 255;
      }
    return tile;
  };
}
