/** Alpha of the unknown pixels by preconditioned conjugate gradients (Hestenes and Stiefel 1952; Jacobi's diagonal). */
import type { Work } from '../../../runtime/work.ts';
import { STENCIL, type Laplacian } from './laplacian.ts';

const CENTRE = 12;
const ROUNDS = 120;
/** Stops when the residual has shrunk to this share. */
const ENOUGH = 2e-3;

/**
 * Minimises alphaᵀ L alpha + Σ weight (alpha − prior)² over the unknown pixels; the others keep their alpha.
 * @param alpha 0..1 a pixel; what the unknown ones hold is where it starts. Changed
 * @param prior what colours alone say, a number an unknown pixel, and how much each counts
 */
export async function solveAlpha(
  { pixels, rows, offsets }: Laplacian,
  alpha: Float32Array,
  prior: Float32Array,
  weights: Float32Array,
  work: Work,
): Promise<void> {
  const n = pixels.length;
  // vectors over the picture, zero but at unknown pixels, so that a neighbour is found by its offset
  const direction = new Float32Array(alpha.length);
  const product = new Float64Array(n);
  const residual = new Float64Array(n);
  const times = async (x: Float32Array, out: Float64Array): Promise<void> => {
    for (let k = 0; k < n; k++) {
      const p = pixels[k]!;
      const row = k * STENCIL;
      let sum = weights[k]! * x[p]!;
      for (let s = 0; s < STENCIL; s++) sum += rows[row + s]! * x[p + offsets[s]!]!;
      out[k] = sum;
      if ((k & 16383) === 0) await work.breathe();
    }
  };
  const inverse = Float64Array.from(
    { length: n },
    (_, k) => 1 / (rows[k * STENCIL + CENTRE]! + weights[k]! + 1e-9),
  );
  await times(alpha, product);
  let size = 0;
  let goal = 0;
  for (let k = 0; k < n; k++) {
    const r = (residual[k] = weights[k]! * prior[k]! - product[k]!);
    direction[pixels[k]!] = inverse[k]! * r;
    size += r * r * inverse[k]!;
  }
  goal = size * ENOUGH * ENOUGH;
  for (let round = 0; round < ROUNDS && size > goal; round++) {
    await times(direction, product);
    let along = 0;
    for (let k = 0; k < n; k++) along += direction[pixels[k]!]! * product[k]!;
    if (!(along > 0)) return;
    const step = size / along;
    let next = 0;
    for (let k = 0; k < n; k++) {
      const p = pixels[k]!;
      alpha[p]! += step * direction[p]!;
      const r = (residual[k]! -= step * product[k]!);
      next += r * r * inverse[k]!;
    }
    const turn = next / size;
    size = next;
    for (let k = 0; k < n; k++) {
      const p = pixels[k]!;
      direction[p] = inverse[k]! * residual[k]! + turn * direction[p]!;
    }
  }
}
