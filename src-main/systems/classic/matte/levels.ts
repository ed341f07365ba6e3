/** Foreground and background colours of one level from those of a coarser one: see `colours.ts` for the paper. */
import type { Work } from '../../../runtime/work.ts';
import { halve, type Layer } from './layer.ts';

/** R, G, B in turn, 0..1. */
export interface Colours {
  front: Float32Array;
  back: Float32Array;
}

/** How much neighbours are to be alike where alpha is constant, and more for each unit it differs by. */
const LIKE = 1e-5;
const LIKE_ACROSS = 1;
/** Levels up to this many pixels a side are cheap and settled well. */
const SMALL = 32;

/** All levels, from a single pixel up. */
export async function solveFromNothing(layer: Layer, work: Work): Promise<Colours> {
  const levels = [layer];
  while (levels.at(-1)!.width > 1 || levels.at(-1)!.height > 1) {
    levels.push(halve(levels.at(-1)!));
    await work.breathe();
  }
  const last = levels.at(-1)!;
  let colours: Colours = { front: last.colour.slice(), back: last.colour.slice() };
  for (let k = levels.length - 1; k >= 0; k--) {
    const level = levels[k]!;
    if (k < levels.length - 1) colours = twice(colours, levels[k + 1]!, level);
    const small = Math.max(level.width, level.height) <= SMALL;
    await solve(level, colours, small ? 10 : 3, false, work);
  }
  return colours;
}

/** Each pixel's colours to the up to four pixels it becomes. */
export function twice(
  { front, back }: Colours,
  from: { width: number },
  to: { width: number; height: number },
): Colours {
  const out = {
    front: new Float32Array(to.width * to.height * 3),
    back: new Float32Array(to.width * to.height * 3),
  };
  for (let y = 0; y < to.height; y++)
    for (let x = 0; x < to.width; x++) {
      const i = ((y >> 1) * from.width + (x >> 1)) * 3;
      const o = (y * to.width + x) * 3;
      for (let c = 0; c < 3; c++) {
        out.front[o + c] = front[i + c]!;
        out.back[o + c] = back[i + c]!;
      }
    }
  return out;
}

/**
 * Rounds of Gauss–Seidel over alternating (chequered) pixels, so that the result of a tile is that of the whole.
 * Changes `colours`.
 * @param narrow whether what is all foreground or all background may keep the other's colour as it came
 */
export async function solve(
  layer: Layer,
  colours: Colours,
  rounds: number,
  narrow: boolean,
  work: Work,
): Promise<void> {
  const { width, height, alpha } = layer;
  const open = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0, i = y * width; x < width; x++, i++) {
      const a = alpha[i]!;
      const settled =
        narrow &&
        (a === 0 || a === 1) &&
        (x === 0 || alpha[i - 1] === a) &&
        (x + 1 === width || alpha[i + 1] === a) &&
        (y === 0 || alpha[i - width] === a) &&
        (y + 1 === height || alpha[i + width] === a);
      if (!settled) open[i] = 1;
      const own = a === 1 ? colours.front : a === 0 ? colours.back : undefined;
      if (own && layer.weight[i]! > 0) for (let c = 0; c < 3; c++) own[3 * i + c] = layer.colour[3 * i + c]!;
    }
    if ((y & 31) === 0) await work.breathe();
  }
  for (let round = 0; round < 2 * rounds; round++)
    for (let y = 0; y < height; y++) {
      for (let x = (y + round) & 1; x < width; x += 2) if (open[y * width + x]) update(layer, colours, x, y);
      if ((y & 31) === 0) await work.breathe();
    }
}

/**
 * The colours F and B of one pixel that make (a F + (1 - a) B - I)² plus its weighted squared differences to its
 * neighbours' least: a linear system of two unknowns a channel (equation 9 of the paper).
 */
function update(
  { width, height, colour, alpha, weight }: Layer,
  { front, back }: Colours,
  x: number,
  y: number,
): void {
  const i = y * width + x;
  const a = alpha[i]!;
  let s = 0;
  let f0 = 0;
  let f1 = 0;
  let f2 = 0;
  let b0 = 0;
  let b1 = 0;
  let b2 = 0;
  for (let k = 0; k < 4; k++) {
    const j =
      k === 0
        ? x > 0
          ? i - 1
          : -1
        : k === 1
          ? x + 1 < width
            ? i + 1
            : -1
          : k === 2
            ? i - width
            : i + width;
    if (j < 0 || j >= width * height) continue;
    const w = LIKE + LIKE_ACROSS * Math.abs(a - alpha[j]!);
    s += w;
    f0 += w * front[3 * j]!;
    f1 += w * front[3 * j + 1]!;
    f2 += w * front[3 * j + 2]!;
    b0 += w * back[3 * j]!;
    b1 += w * back[3 * j + 1]!;
    b2 += w * back[3 * j + 2]!;
  }
  if (s === 0) return;
  const d = weight[i]!;
  const m00 = d * a * a + s;
  const m01 = d * a * (1 - a);
  const m11 = d * (1 - a) * (1 - a) + s;
  const scale = 1 / (m00 * m11 - m01 * m01);
  for (let c = 0; c < 3; c++) {
    const I = d * colour[3 * i + c]!;
    const f = (c === 0 ? f0 : c === 1 ? f1 : f2) + a * I;
    const b = (c === 0 ? b0 : c === 1 ? b1 : b2) + (1 - a) * I;
    front[3 * i + c] = Math.min(1, Math.max(0, scale * (m11 * f - m01 * b)));
    back[3 * i + c] = Math.min(1, Math.max(0, scale * (m00 * b - m01 * f)));
  }
}
