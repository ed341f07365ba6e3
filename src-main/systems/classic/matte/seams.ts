/**
 * Where a band ends in the middle of something, alpha may jump from what is known to what was found although the photo
 * shows no edge. There it is smoothed among pixels of like colour (Petschnig et al., "Digital photography with flash
 * and no-flash image pairs", SIGGRAPH 2004: the joint bilateral filter).
 */
import type { Work } from '../../../runtime/work.ts';
import { spread } from './enlarge.ts';

/** A jump of alpha that shows. */
const JUMP = 0.2;
/** Colours closer than this (0..1) are alike. */
const ALIKE = 0.04;
/** Half the side of the filter's window and half the width of the seam that it runs over, in pixels. */
export const SEAM_REACH = 4;
const WIDTH = 3;
const PASSES = 3;

/**
 * Changes `alpha`.
 * @param colour R, G, B in turn, 0..1, within `SEAM_REACH + WIDTH` pixels of `open`
 * @param unknown 1 where alpha was worked out
 * @param open 1 where that isn't for being next to the outline
 */
export async function softenSeams(
  alpha: Float32Array,
  colour: Float32Array,
  { width, height }: { width: number; height: number },
  unknown: Uint8Array,
  open: Uint8Array,
  work: Work,
): Promise<void> {
  const seam = new Uint8Array(alpha.length);
  for (let y = 0; y < height; y++)
    for (let x = 0, i = y * width; x < width; x++, i++) {
      if (x + 1 < width) mark(i, i + 1);
      if (y + 1 < height) mark(i, i + width);
    }
  const near = spread(seam, width, height, WIDTH);
  await work.breathe();
  for (let pass = 0; pass < PASSES; pass++) {
    const before = alpha.slice();
    for (let y = 0; y < height; y++) {
      for (let x = 0, i = y * width; x < width; x++, i++)
        if (near[i]) alpha[i] = filtered(before, colour, width, height, x, y);
      if ((y & 15) === 0) await work.breathe();
    }
  }

  function mark(i: number, j: number): void {
    if (unknown[i] === unknown[j] || !(open[i]! | open[j]!)) return;
    if (Math.abs(alpha[i]! - alpha[j]!) < JUMP || difference(colour, i, j) > ALIKE) return;
    seam[i] = seam[j] = 1;
  }
}

const difference = (colour: Float32Array, i: number, j: number): number =>
  Math.hypot(
    colour[3 * i]! - colour[3 * j]!,
    colour[3 * i + 1]! - colour[3 * j + 1]!,
    colour[3 * i + 2]! - colour[3 * j + 2]!,
  );

function filtered(
  alpha: Float32Array,
  colour: Float32Array,
  width: number,
  height: number,
  x: number,
  y: number,
): number {
  const i = y * width + x;
  let sum = 0;
  let total = 0;
  for (let v = Math.max(0, y - SEAM_REACH); v <= Math.min(height - 1, y + SEAM_REACH); v++)
    for (let u = Math.max(0, x - SEAM_REACH); u <= Math.min(width - 1, x + SEAM_REACH); u++) {
      const j = v * width + u;
      const d = difference(colour, i, j) / ALIKE;
      const r2 = ((u - x) ** 2 + (v - y) ** 2) / 6;
      const weight = Math.exp(-0.5 * d * d - 0.5 * r2);
      sum += weight * alpha[j]!;
      total += weight;
    }
  return sum / total;
}
