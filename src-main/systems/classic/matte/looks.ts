/**
 * What the foreground and the background look like around each place of an outline: their mean colours and how much
 * they vary, from pixels that surely belong to one of them.
 */
import type { Work } from '../../../runtime/work.ts';
import { boxBlur } from '../box-blur.ts';

export interface Looks {
  /** Of the planes below; each cell stands for `CELL` × `CELL` pixels. */
  width: number;
  height: number;
  front: Float32Array[];
  back: Float32Array[];
}

/** Side of a cell in pixels. */
const CELL = 2;
/** Camera noise, as a variance in colours of 0..1. */
const NOISE = 1.5e-4;
/** Planes of either: three means, three variances. */
const MEAN = 0;
const VARIANCE = 3;

/** How a colour divides among the looks around it. */
export interface Share {
  /** The foreground's share, 0..1. */
  alpha: number;
  /** Usual error of `alpha` beside the background, and beside the foreground. */
  backError: number;
  frontError: number;
  /** Squared distance of the colour from the line between both, in usual distances. */
  off: number;
}

/**
 * @param colour R, G, B in turn, 0..1, wherever the distance is below `depth`
 * @param signed distance from the outline in pixels, positive inside
 * @param depth how deep on both sides pixels tell of the looks
 */
export async function looksOf(
  colour: Float32Array,
  signed: Float32Array,
  size: { width: number; height: number },
  depth: number,
  work: Work,
): Promise<Looks> {
  const first = await gather(colour, signed, size, depth, undefined, work);
  // again, without what the first look takes for the other side's: hair far from the outline, gaps in it
  return gather(colour, signed, size, depth, first, work);
}

async function gather(
  colour: Float32Array,
  signed: Float32Array,
  size: { width: number; height: number },
  depth: number,
  known: Looks | undefined,
  work: Work,
): Promise<Looks> {
  const width = Math.ceil(size.width / CELL);
  const height = Math.ceil(size.height / CELL);
  const sides = [0, 1].map(() => Array.from({ length: 7 }, () => new Float32Array(width * height)));
  const axes = new Float64Array(3);
  const share: Share = { alpha: 0, backError: 0, frontError: 0, off: 0 };
  for (let y = 0; y < size.height; y++) {
    for (let x = 0, i = y * size.width; x < size.width; x++, i++) {
      const d = Math.abs(signed[i]!);
      if (d < 1.5 || d > depth) continue;
      const inside = signed[i]! > 0;
      // what lies deeper is surer
      let weight = 0.001 + Math.min(1, (1.5 * d) / depth) ** 2;
      if (known) {
        shareOf(known, x, y, colour, i, share);
        const strange = inside ? 1 - share.alpha : share.alpha;
        if (strange > 0.35) weight *= 0.02;
      }
      const planes = sides[inside ? 0 : 1]!;
      const o = Math.floor(y / CELL) * width + Math.floor(x / CELL);
      toAxes(colour, i, axes);
      planes[6]![o]! += weight;
      for (let c = 0; c < 3; c++) {
        planes[MEAN + c]![o]! += weight * axes[c]!;
        planes[VARIANCE + c]![o]! += weight * axes[c]! * axes[c]!;
      }
    }
    if ((y & 15) === 0) await work.breathe();
  }
  const radius = Math.max(2, Math.round((0.6 * depth) / CELL));
  for (const planes of sides) {
    for (let c = 0; c < 7; c++) planes[c]!.set(await boxBlur(planes[c]!, { width, height }, radius, work));
    for (let i = 0; i < width * height; i++) {
      const weight = planes[6]![i]!;
      for (let c = 0; c < 3; c++) {
        const mean = weight > 1e-7 ? planes[MEAN + c]![i]! / weight : 0;
        const square = weight > 1e-7 ? planes[VARIANCE + c]![i]! / weight : 1;
        planes[MEAN + c]![i] = mean;
        planes[VARIANCE + c]![i] = Math.max(0, square - mean * mean) + NOISE;
      }
    }
  }
  return { width, height, front: sides[0]!, back: sides[1]! };
}

/** Lightness and two colour axes, orthonormal: photographs vary along them independently. */
export function toAxes(colour: Float32Array, i: number, out: Float64Array): void {
  const r = colour[3 * i]!;
  const g = colour[3 * i + 1]!;
  const b = colour[3 * i + 2]!;
  out[0] = (r + g + b) * 0.57735026919;
  out[1] = (r - b) * Math.SQRT1_2;
  out[2] = (r - 2 * g + b) * 0.40824829046;
}

const axes = new Float64Array(3);

/**
 * The share of the foreground in the colour of pixel `i` of `colour`, by projection onto the line between the looks
 * at (x, y), in pixels of the size that the looks were taken at.
 */
export function shareOf(
  looks: Looks,
  x: number,
  y: number,
  colour: Float32Array,
  i: number,
  out: Share,
): void {
  const u = Math.min(looks.width - 1, Math.max(0, Math.floor(x / CELL)));
  const v = Math.min(looks.height - 1, Math.max(0, Math.floor(y / CELL)));
  const o = v * looks.width + u;
  toAxes(colour, i, axes);
  let length = 0;
  let along = 0;
  let frontSpread = 0;
  let backSpread = 0;
  let away = 0;
  let spread = 0;
  for (let c = 0; c < 3; c++) {
    const b = looks.back[MEAN + c]![o]!;
    const d = looks.front[MEAN + c]![o]! - b;
    const fv = looks.front[VARIANCE + c]![o]!;
    const bv = looks.back[VARIANCE + c]![o]!;
    // distances count by how unusual they are
    const w = 1 / (fv + bv);
    length += w * d * d;
    along += w * d * (axes[c]! - b);
    frontSpread += w * w * d * d * fv;
    backSpread += w * w * d * d * bv;
    away += w * (axes[c]! - b) ** 2;
    spread += 1;
  }
  const known = looks.front[6]![o]! > 1e-7 && looks.back[6]![o]! > 1e-7 && length > 1e-9;
  const raw = known ? along / length : 0.5;
  out.alpha = Math.min(1, Math.max(0, raw));
  out.frontError = known ? Math.sqrt(frontSpread) / length : 1;
  out.backError = known ? Math.sqrt(backSpread) / length : 1;
  out.off = (away - 2 * out.alpha * along + out.alpha * out.alpha * length) / spread;
}
