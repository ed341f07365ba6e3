/** Denoising of one plane by its local frequencies. */
import type { Check } from '../../../../runtime/threads/kernel.ts';
import { fromFrequencies, toFrequencies } from './dct.ts';

interface Size {
  width: number;
  height: number;
}

/** Frequencies below this many deviations of the noise are noise. */
const hard = 2.8;
/** How far apart the overlapping blocks lie. Sides of planes are multiples of it. */
const stride = 4;

/**
 * Overlapping 8 × 8 blocks, their small frequencies removed (Yu, Sapiro, "DCT image denoising", 2011), each counted
 * the more the fewer are left; then once more with each frequency weighted by what the first result says of it, as in
 * the second step of BM3D (Dabov et al., 2007), where `twice`. `sigma`: the noise's deviation.
 */
export function denoisePlane(
  plane: Float32Array,
  size: Size,
  sigma: number,
  twice: boolean,
  check: Check,
): Float32Array {
  if (sigma <= 0) return plane.slice();
  const first = overBlocks(size, check, (block, at) => {
    load(plane, size.width, at, block);
    toFrequencies(block);
    let left = 1;
    for (let k = 1; k < 64; k++)
      if (Math.abs(block[k]!) < hard * sigma) block[k] = 0;
      else left++;
    fromFrequencies(block);
    return 1 / left;
  });
  if (!twice) return first;
  const guess = new Float64Array(64);
  return overBlocks(size, check, (block, at) => {
    load(first, size.width, at, guess);
    load(plane, size.width, at, block);
    toFrequencies(guess);
    toFrequencies(block);
    let power = 1;
    for (let k = 1; k < 64; k++) {
      const energy = guess[k]! * guess[k]!;
      const gain = energy / (energy + sigma * sigma);
      block[k]! *= gain;
      power += gain * gain;
    }
    fromFrequencies(block);
    return 1 / power;
  });
}

function load(plane: Float32Array, width: number, at: number, block: Float64Array): void {
  for (let j = 0, k = 0; j < 8; j++, at += width) for (let i = 0; i < 8; i++) block[k++] = plane[at + i]!;
}

/** The weighted mean of what `change` leaves in the block at each place; it answers with the block's weight. */
function overBlocks(
  { width, height }: Size,
  check: Check,
  change: (block: Float64Array, at: number) => number,
): Float32Array {
  const sums = new Float32Array(width * height);
  const weights = new Float32Array(width * height);
  const block = new Float64Array(64);
  for (let y = 0; y + 8 <= height; y += stride) {
    check();
    for (let x = 0; x + 8 <= width; x += stride) {
      let at = y * width + x;
      const weight = change(block, at);
      for (let j = 0, k = 0; j < 8; j++, at += width)
        for (let i = 0; i < 8; i++) {
          sums[at + i]! += weight * block[k++]!;
          weights[at + i]! += weight;
        }
    }
  }
  for (let i = 0; i < sums.length; i++) sums[i]! /= weights[i]!;
  return sums;
}
