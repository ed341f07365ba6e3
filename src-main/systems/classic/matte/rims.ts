/**
 * All rims of a mask: where they run to a fraction of a pixel, and along which stretches they are hard. Nothing
 * crosses a hard rim: what looks like the thing itself and lies beyond is another's, however thin it is.
 */
import type { Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { readBand } from './band.ts';
import { contoursOf, normalsOf, type Contour } from './contour.ts';
import { spread } from './enlarge.ts';
import { farthest, rimOf, type Rim } from './rim.ts';

interface Size {
  width: number;
  height: number;
}

/** A rim with the share of hard places on the stretch around each of its own, 0..1. */
export interface Stretch extends Rim {
  hardness: Float32Array;
}

/** A share of hard places from which on a stretch is hard; somewhat below it is in part. */
export const HARD = 0.5;
const PARTLY = 0.38;
/** Places to both sides whose evidence makes a stretch hard or not. */
const STRETCH = 40;
/** What is supposed before any evidence: so many places, of which this share is hard. */
const BEFORE = 10;
const SUPPOSED = 0.35;
/** Half the way over which a hard rim goes straight on, and how much its normals have in common there. */
const STRAIGHT = 10;
const ALIKE = 0.9;

/** Farthest that a rim may be from the mask's outline, in pixels, where a mask's pixel is so large. */
const reachOf = (pixel: number): number => Math.min(8, Math.ceil(1.3 * pixel));

/**
 * @param mask 1 inside
 * @param at the size, of the mask's shape, in whose pixels rims are given
 * @returns all rims, and how many pixels from the mask's outline they may be at most
 */
export async function rimsOf(
  mask: Uint8Array,
  size: Size,
  at: Size,
  image: Raster,
  work: Work,
): Promise<{ rims: Stretch[]; reach: number }> {
  const lines = contoursOf(mask, size, at);
  await work.breathe();
  const reach = reachOf(at.width / size.width);
  const colour = await coloursNear(lines, farthest(reach), image, at, work);
  const inside = (x: number, y: number): boolean => {
    const u = Math.floor((x * size.width) / at.width);
    const v = Math.floor((y * size.height) / at.height);
    return u >= 0 && v >= 0 && u < size.width && v < size.height && mask[v * size.width + u] === 1;
  };
  const found: Stretch[] = [];
  for (const line of lines) {
    const rim = await rimOf(line, colour, at, inside, reach, work);
    const hardness = hardnessOf(rim);
    // where it isn't hard the mask's own outline is as good as any
    const share = hardness.map((h) => Math.min(1, Math.max(0, (h - PARTLY) / (HARD - PARTLY))));
    const x = line.x.map((v, k) => v + share[k]! * (rim.x[k]! - v));
    const y = line.y.map((v, k) => v + share[k]! * (rim.y[k]! - v));
    found.push({ ...rim, x, y, ...normalsOf(x, y), hardness });
  }
  return { rims: found, reach };
}

async function coloursNear(
  lines: readonly Contour[],
  distance: number,
  image: Raster,
  at: Size,
  work: Work,
): Promise<Float32Array> {
  const on = new Uint8Array(at.width * at.height);
  for (const { x, y } of lines)
    for (let k = 0; k < x.length; k++) {
      const u = Math.min(at.width - 1, Math.floor(x[k]!));
      on[Math.min(at.height - 1, Math.floor(y[k]!)) * at.width + u] = 1;
    }
  return readBand(image, at, spread(on, at.width, at.height, distance), work);
}

/**
 * The share of hard places on the stretch around each: a hard rim is straight or bends gently, what is drawn around
 * hair goes to and fro. Places where both sides look the same say nothing.
 */
function hardnessOf({ hard, border, nx, ny }: Rim): Float32Array {
  const n = hard.length;
  const half = Math.min(STRAIGHT, (n - 1) >> 1);
  const evidence = hard.map((h, k) => {
    if (border[k]) return 0;
    if (h <= 0) return h;
    let x = 0;
    let y = 0;
    for (let d = -half; d <= half; d++) {
      x += nx[(k + d + n) % n]!;
      y += ny[(k + d + n) % n]!;
    }
    return Math.hypot(x, y) > ALIKE * (2 * half + 1) ? 1 : -1;
  });
  const reach = Math.min(STRETCH, (n - 1) >> 1);
  return evidence.map((_, k) => {
    let found = SUPPOSED * BEFORE;
    let total = BEFORE;
    for (let d = -reach; d <= reach; d++) {
      const e = evidence[(k + d + n) % n]!;
      found += Math.max(0, e);
      total += Math.abs(e);
    }
    return found / total;
  });
}
