/** Denoising of one plane by its local frequencies. */
import type { Check } from '../../../../runtime/threads/kernel.ts';
import { reach } from '../../simd/module.ts';
import { program } from './dct.ts';

interface Size {
  width: number;
  height: number;
}

/** Frequencies below this many deviations of the noise are noise. */
const hard = 2.8;
/** How far apart the overlapping blocks lie. Sides of planes are multiples of it. */
const stride = 4;
const side = 8;

/**
 * Overlapping 8 × 8 blocks, their small frequencies removed (Yu, Sapiro, "DCT image denoising", 2011), each counted
 * the more the fewer are left; then once more with each frequency weighted by what the first result says of it, as in
 * the second step of BM3D (Dabov et al., 2007), where `twice`. `sigma`: the noise's deviation. In place: of what lies
 * between, no more than a few rows are kept.
 */
export function denoisePlane(
  plane: Float32Array,
  { width, height }: Size,
  sigma: number,
  twice: boolean,
  check: Check,
): void {
  if (sigma <= 0) return;
  const at = program.lay(width);
  reach(program, at + plane.byteLength);
  const there = new Float32Array(program.memory.buffer, at, plane.length);
  there.set(plane);
  program.begin();
  const least = hard * sigma;
  if (twice) {
    program.first(0, least);
    program.guessMore(0);
  }
  for (let y = 0; y + side <= height; y += stride) {
    check();
    const next = y + stride;
    const last = next + side > height;
    if (twice) {
      // Rows of the first result are done when no further block reaches them: those of the next row of blocks do.
      if (!last) program.first(next, least);
      program.guessMore(next);
      program.second(y, sigma * sigma);
    } else program.first(y, least);
    program.keep(twice ? 1 : 0, y, last ? side : stride);
  }
  plane.set(there);
}
