/**
 * Takes its old ground off a thing that was cut out loosely, where it comes onto another one: new light can't make
 * orange cloth of a grey wall. What hangs together with the loose outline by pixels that are like the ground there
 * (fuzzy connectedness: Udupa, Samarasekera, "Fuzzy connectedness and object definition", 1996) fades, and what is half
 * ground gets the thing's own colour.
 */
import { blankMask, cloneRaster, fullScale, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { foregroundColours } from '../matte/colours.ts';
import { unit } from '../remove/hole.ts';
import { blankRim, smoothStep, type Fit } from './seam.ts';

/** A pixel is half of the ground when it differs by about this much in brightness or colour (the full scale is 1). */
const likeLight = 0.16;
const likeColour = 0.08;
/** Sweeps down and up over the piece: enough for all but a maze. */
const sweeps = 3;
/** Ground goes wholly up to the first depth, and none beyond the second, as shares of the piece's shorter side. */
const shallow = 0.14;
const deep = 0.22;

/**
 * @param piece RGBA; it isn't changed
 * @param depth of each of its pixels, as `depths` counts it
 * @returns the piece itself where there is nothing to take off
 */
export async function shed(piece: Raster, fitting: Fit, depth: Uint16Array, work: Work): Promise<Raster> {
  const { width, height } = piece;
  const { kin, joined, any } = await kinship(piece, fitting, depth, work);
  if (!any) return piece;
  for (let k = 0; k < sweeps; k++) {
    await sweep(kin, joined, width, 1, work);
    await sweep(kin, joined, width, -1, work);
  }
  const kept = blankMask(width, height);
  const rim = blankRim();
  const side = Math.min(width, height) * unit;
  const out = cloneRaster(piece);
  for (let y = 0, p = 0; y < height; y++) {
    for (let x = 0; x < width; x++, p++) {
      kept.data[p] = 255;
      if (!joined[p]) continue;
      fitting.at(x, y, rim);
      const shallowness = 1 - smoothStep((depth[p]! / side - shallow) / (deep - shallow));
      const gone = (joined[p]! / 255) * fitting.strength * rim.strangeness * shallowness;
      kept.data[p] = 255 * (1 - gone) + 0.5;
    }
    await work.breathe();
  }
  const coloured = await foregroundColours(out, kept, work);
  for (let p = 0; p < kept.data.length; p++)
    coloured.data[p * 4 + 3] = (piece.data[p * 4 + 3]! * kept.data[p]!) / 255 + 0.5;
  return coloured;
}

/** How much each pixel is like the old ground (0..255), and which of them lie on the loose outline. */
async function kinship(
  piece: Raster,
  fitting: Fit,
  depth: Uint16Array,
  work: Work,
): Promise<{ kin: Uint8Array; joined: Uint8Array; any: boolean }> {
  const { width, height, data } = piece;
  const most = fullScale(piece);
  const kin = new Uint8Array(width * height);
  const joined = new Uint8Array(width * height);
  const rim = blankRim();
  const old = rim.old;
  const far = deep * Math.min(width, height) * unit;
  let any = false;
  for (let y = 0, p = 0; y < height; y++) {
    for (let x = 0; x < width; x++, p++) {
      if (!data[p * 4 + 3] || depth[p]! > far) continue;
      fitting.at(x, y, rim);
      if (rim.strangeness === 0) continue;
      const [r, g, b] = [data[p * 4]!, data[p * 4 + 1]!, data[p * 4 + 2]!];
      const light = (r + g + b - old[0]! - old[1]! - old[2]!) / 3;
      const colour = Math.hypot(r - old[0]! - light, g - old[1]! - light, b - old[2]! - light);
      kin[p] =
        255 * Math.exp(-((light / (likeLight * most)) ** 2) - (colour / (likeColour * most)) ** 2) + 0.5;
      if (depth[p]! > 2 * unit) continue;
      joined[p] = kin[p]! * rim.looseness;
      any ||= joined[p]! > 0;
    }
    await work.breathe();
  }
  return { kin, joined, any };
}

/** Hands on how well pixels hang together, from the top left or, with sign -1, from the bottom right. */
async function sweep(
  kin: Uint8Array,
  joined: Uint8Array,
  width: number,
  sign: 1 | -1,
  work: Work,
): Promise<void> {
  const count = kin.length;
  const start = sign > 0 ? 0 : count - 1;
  for (let k = 0; k < count; k++) {
    const p = start + sign * k;
    const x = p % width;
    const beside = sign > 0 ? (x > 0 ? joined[p - 1]! : 0) : x < width - 1 ? joined[p + 1]! : 0;
    const before = k >= width ? joined[p - sign * width]! : 0;
    const best = Math.min(kin[p]!, Math.max(beside, before));
    if (best > joined[p]!) joined[p] = best;
    if (k % 65_536 === 0) await work.breathe();
  }
}
