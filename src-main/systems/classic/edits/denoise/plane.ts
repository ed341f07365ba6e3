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
  const first = overBlocks(width, (block, x, y) => {
    load(plane, y * width + x, width, block);
    return removeSmall(block, hard * sigma);
  });
  if (!twice) {
    for (let y = 0; y + side <= height; y += stride) {
      check();
      first.go(y);
      first.give(y, rowsLeft(y, height), plane, y * width);
    }
    return;
  }
  // The first result's rows that the second looks at, the upper ones first.
  const guesses = new Float32Array(side * width);
  const guess = new Float64Array(64);
  const second = overBlocks(width, (block, x, y) => {
    load(guesses, x, width, guess);
    load(plane, y * width + x, width, block);
    return weigh(block, guess, sigma * sigma);
  });
  first.go(0);
  for (let y = 0; y + side <= height; y += stride) {
    check();
    // Rows of the first result are done when no further block reaches them: those of the next row of blocks do.
    const next = y + stride;
    const last = next + side > height;
    if (y > 0) guesses.copyWithin(0, stride * width);
    else first.give(0, stride, guesses, 0);
    if (!last) first.go(next);
    first.give(next, stride, guesses, stride * width);
    second.go(y);
    second.give(y, rowsLeft(y, height), plane, y * width);
  }
}

/** How many rows from `y` on are done with the blocks that begin there. */
const rowsLeft = (y: number, height: number): number => (y + stride + side > height ? side : stride);

/** Takes out what is below `least`; answers with the block's weight. */
function removeSmall(block: Float64Array, least: number): number {
  toFrequencies(block);
  let left = 1;
  for (let k = 1; k < 64; k++)
    if (Math.abs(block[k]!) < least) block[k] = 0;
    else left++;
  fromFrequencies(block);
  return 1 / left;
}

/** Weighs the block by what the guess has of each frequency; answers with its weight. */
function weigh(block: Float64Array, guess: Float64Array, noise: number): number {
  toFrequencies(guess);
  toFrequencies(block);
  let power = 1;
  for (let k = 1; k < 64; k++) {
    const energy = guess[k]! * guess[k]!;
    const gain = energy / (energy + noise);
    block[k]! *= gain;
    power += gain * gain;
  }
  fromFrequencies(block);
  return 1 / power;
}

function load(plane: Float32Array, at: number, width: number, block: Float64Array): void {
  for (let j = 0, k = 0; j < side; j++, at += width)
    for (let i = 0; i < side; i++) block[k++] = plane[at + i]!;
}

interface Blocks {
  /** Does the blocks that begin in row `y`: rows must come in turn, `stride` apart. */
  go(y: number): void;
  /** Puts the weighted means of `count` rows from `y` on to `at`; they are forgotten here. */
  give(y: number, count: number, out: Float32Array, at: number): void;
}

/** The weighted means of what `change` puts into the block at each place; it answers with the block's weight. */
function overBlocks(width: number, change: (block: Float64Array, x: number, y: number) => number): Blocks {
  const sums = new Float32Array(side * width);
  const weights = new Float32Array(side * width);
  const block = new Float64Array(64);
  return {
    go(y) {
      for (let x = 0; x + side <= width; x += stride) {
        const weight = change(block, x, y);
        for (let j = 0, k = 0; j < side; j++) {
          const at = ((y + j) % side) * width + x;
          for (let i = 0; i < side; i++) {
            sums[at + i]! += weight * block[k++]!;
            weights[at + i]! += weight;
          }
        }
      }
    },
    give(y, count, out, at) {
      for (let j = 0; j < count; j++) {
        const from = ((y + j) % side) * width;
        for (let x = from; x < from + width; x++) {
          out[at++] = sums[x]! / weights[x]!;
          sums[x] = weights[x] = 0;
        }
      }
    },
  };
}
