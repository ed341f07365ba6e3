/**
 * What colour the foreground has where the background shines through: Germer, Uelwer, Conrad and Harmeling, "Fast
 * multi-level foreground estimation" (ICPR 2020). The picture as a whole is solved at a reduced size; from there up,
 * only tiles through which the outline runs are.
 */
import { cloneRaster, fullScale, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { solve, solveFromNothing, twice, type Colours } from './levels.ts';
import { readLayer, type Area } from './layer.ts';

/** Pixels at which the picture as a whole is solved. */
const WHOLE = 1_000_000;
/** A tile's side, and how far around it pixels can change its result (two a round and one a level, in all levels). */
const TILE = 512;
const MARGIN = 64;

/**
 * The picture with its foreground's own colours wherever `alpha` is neither 0 nor 255; all other pixels, and the
 * picture's own transparency, stay bit-identical. Lay the result over another background by `alpha` and nothing of
 * the old one shines through. For the background's own colours give the inverse of `alpha`.
 * @param alpha as large as the picture
 * @throws an `AbortError` once cancelled
 */
export async function foregroundColours(image: Raster, alpha: Mask, work: Work): Promise<Raster> {
  const out = cloneRaster(image);
  const tiles = await tilesOf(image, alpha, work);
  if (tiles.length === 0) return out;
  let factor = 1;
  while (Math.ceil(image.width / factor) * Math.ceil(image.height / factor) > WHOLE) factor *= 2;
  const whole = {
    x: 0,
    y: 0,
    width: Math.ceil(image.width / factor),
    height: Math.ceil(image.height / factor),
  };
  const colours = await solveFromNothing(await readLayer(image, alpha, factor, whole, work), work);
  if (factor === 1) {
    write(out, alpha, colours, whole, whole);
    return out;
  }
  for (const [done, tile] of tiles.entries()) {
    await refine(image, alpha, colours, { whole, factor }, tile, out, work);
    work.progress(done + 1, tiles.length);
  }
  return out;
}

/** The tiles that hold anything to estimate. */
async function tilesOf({ width, height }: Raster, { data }: Mask, work: Work): Promise<Area[]> {
  const tiles: Area[] = [];
  const columns = Math.ceil(width / TILE);
  for (let top = 0; top < height; top += TILE) {
    const found = new Uint8Array(columns);
    for (let y = top; y < Math.min(height, top + TILE); y++) {
      for (let x = 0, i = y * width; x < width; x++, i++)
        if (data[i] !== 0 && data[i] !== 255) found[Math.floor(x / TILE)] = 1;
      await work.breathe();
    }
    found.forEach((any, column) => {
      const x = column * TILE;
      if (any)
        tiles.push({ x, y: top, width: Math.min(TILE, width - x), height: Math.min(TILE, height - top) });
    });
  }
  return tiles;
}

/** From the reduced picture's colours to a tile's own, a level at a time. */
async function refine(
  image: Raster,
  alpha: Mask,
  reduced: Colours,
  { whole, factor: from }: { whole: Area; factor: number },
  tile: Area,
  out: Raster,
  work: Work,
): Promise<void> {
  const x = Math.max(0, tile.x - MARGIN);
  const y = Math.max(0, tile.y - MARGIN);
  const right = Math.min(image.width, tile.x + tile.width + MARGIN);
  const bottom = Math.min(image.height, tile.y + tile.height + MARGIN);
  // the margin and the tile are whole numbers of blocks at every level
  const at = (factor: number): Area => ({
    x: x / factor,
    y: y / factor,
    width: Math.ceil(right / factor) - x / factor,
    height: Math.ceil(bottom / factor) - y / factor,
  });
  let colours = cut(reduced, whole, at(from));
  for (let factor = from / 2; factor >= 1; factor /= 2) {
    const area = at(factor);
    colours = twice(colours, at(factor * 2), area);
    await solve(await readLayer(image, alpha, factor, area, work), colours, 3, true, work);
  }
  write(out, alpha, colours, at(1), tile);
}

/** A part of the colours. */
function cut({ front, back }: Colours, whole: Area, part: Area): Colours {
  const pick = (plane: Float32Array): Float32Array => {
    const rows = new Float32Array(part.width * part.height * 3);
    for (let y = 0; y < part.height; y++) {
      const start = ((part.y + y) * whole.width + part.x) * 3;
      rows.set(plane.subarray(start, start + part.width * 3), y * part.width * 3);
    }
    return rows;
  };
  return { front: pick(front), back: pick(back) };
}

/** Puts the foreground's colours of `tile` (a part of `area`, which `colours` hold) into the picture. */
function write(out: Raster, alpha: Mask, { front }: Colours, area: Area, tile: Area): void {
  const scale = fullScale(out);
  for (let y = tile.y; y < tile.y + tile.height; y++)
    for (let x = tile.x, p = y * out.width + tile.x; x < tile.x + tile.width; x++, p++) {
      if (alpha.data[p] === 0 || alpha.data[p] === 255) continue;
      const i = ((y - area.y) * area.width + x - area.x) * 3;
      for (let c = 0; c < 3; c++) out.data[p * out.channels + c] = front[i + c]! * scale + 0.5;
    }
}
