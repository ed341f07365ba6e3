/**
 * AssemblyScript: overlapping 8 × 8 blocks of a plane, by their frequencies, two numbers at a time.
 * `../../edits/denoise/plane.ts` says what for, and calls row by row.
 */

/** cos(k π / 16) / 2 */
const c1: f64 = 0.4903926402016152;
const c2: f64 = 0.46193976625564337;
const c3: f64 = 0.4157348061512726;
const c4: f64 = 0.3535533905932738;
const c5: f64 = 0.27778511650980114;
const c6: f64 = 0.19134171618254492;
const c7: f64 = 0.09754516100806417;

/** Blocks of 64 eight-byte floats, rows of eight. */
export const block: usize = 0;
const guess: usize = 512;
const turned: usize = 1024;

/** Rows of four-byte floats, one after the other: eight each of sums and weights, of the first guess; then the plane. */
let width: usize = 0;
let sums: usize = 0;
let weights: usize = 0;
let guesses: usize = 0;
let plane: usize = 0;

/** Lays the memory out for planes of this width; answers with where the plane begins, its rows without gaps. */
export function lay(columns: i32): usize {
  width = usize(columns);
  const ring = width << 5;
  sums = 2048;
  weights = sums + 2 * ring;
  guesses = weights + 2 * ring;
  plane = guesses + ring;
  return plane;
}

/** To be called before a plane's first row, once there is memory for all of it. */
export function begin(): void {
  memory.fill(sums, 0, guesses - sums);
}

/** Makes the columns at `at` and beside it, rows 64 bytes apart, frequencies. */
function forward(at: usize): void {
  const v0 = v128.load(at);
  const v1 = v128.load(at, 64);
  const v2 = v128.load(at, 128);
  const v3 = v128.load(at, 192);
  const v4 = v128.load(at, 256);
  const v5 = v128.load(at, 320);
  const v6 = v128.load(at, 384);
  const v7 = v128.load(at, 448);
  const s0 = f64x2.add(v0, v7);
  const d0 = f64x2.sub(v0, v7);
  const s1 = f64x2.add(v1, v6);
  const d1 = f64x2.sub(v1, v6);
  const s2 = f64x2.add(v2, v5);
  const d2 = f64x2.sub(v2, v5);
  const s3 = f64x2.add(v3, v4);
  const d3 = f64x2.sub(v3, v4);
  const e0 = f64x2.add(s0, s3);
  const e1 = f64x2.add(s1, s2);
  const o0 = f64x2.sub(s0, s3);
  const o1 = f64x2.sub(s1, s2);
  v128.store(at, f64x2.mul(f64x2.splat(c4), f64x2.add(e0, e1)));
  v128.store(at, f64x2.mul(f64x2.splat(c4), f64x2.sub(e0, e1)), 256);
  v128.store(at, add2(c2, o0, c6, o1), 128);
  v128.store(at, sub2(c6, o0, c2, o1), 384);
  v128.store(at, f64x2.add(f64x2.add(add2(c1, d0, c3, d1), times(c5, d2)), times(c7, d3)), 64);
  v128.store(at, f64x2.sub(f64x2.sub(sub2(c3, d0, c7, d1), times(c1, d2)), times(c5, d3)), 192);
  v128.store(at, f64x2.add(f64x2.add(sub2(c5, d0, c1, d1), times(c7, d2)), times(c3, d3)), 320);
  v128.store(at, f64x2.sub(f64x2.add(sub2(c7, d0, c5, d1), times(c3, d2)), times(c1, d3)), 448);
}

/** The other way round. */
function backward(at: usize): void {
  const v0 = v128.load(at);
  const v2 = v128.load(at, 128);
  const v4 = v128.load(at, 256);
  const v6 = v128.load(at, 384);
  const f1 = v128.load(at, 64);
  const f3 = v128.load(at, 192);
  const f5 = v128.load(at, 320);
  const f7 = v128.load(at, 448);
  const e0 = f64x2.mul(f64x2.splat(c4), f64x2.add(v0, v4));
  const e1 = f64x2.mul(f64x2.splat(c4), f64x2.sub(v0, v4));
  const o0 = add2(c2, v2, c6, v6);
  const o1 = sub2(c6, v2, c2, v6);
  const s0 = f64x2.add(e0, o0);
  const s3 = f64x2.sub(e0, o0);
  const s1 = f64x2.add(e1, o1);
  const s2 = f64x2.sub(e1, o1);
  const d0 = f64x2.add(f64x2.add(add2(c1, f1, c3, f3), times(c5, f5)), times(c7, f7));
  const d1 = f64x2.sub(f64x2.sub(sub2(c3, f1, c7, f3), times(c1, f5)), times(c5, f7));
  const d2 = f64x2.add(f64x2.add(sub2(c5, f1, c1, f3), times(c7, f5)), times(c3, f7));
  const d3 = f64x2.sub(f64x2.add(sub2(c7, f1, c5, f3), times(c3, f5)), times(c1, f7));
  v128.store(at, f64x2.add(s0, d0));
  v128.store(at, f64x2.sub(s0, d0), 448);
  v128.store(at, f64x2.add(s1, d1), 64);
  v128.store(at, f64x2.sub(s1, d1), 384);
  v128.store(at, f64x2.add(s2, d2), 128);
  v128.store(at, f64x2.sub(s2, d2), 320);
  v128.store(at, f64x2.add(s3, d3), 192);
  v128.store(at, f64x2.sub(s3, d3), 256);
}

function times(a: f64, x: v128): v128 {
  return f64x2.mul(f64x2.splat(a), x);
}

function add2(a: f64, x: v128, b: f64, y: v128): v128 {
  return f64x2.add(times(a, x), times(b, y));
}

function sub2(a: f64, x: v128, b: f64, y: v128): v128 {
  return f64x2.sub(times(a, x), times(b, y));
}

/** Writes a block's rows as columns. */
function turn(from: usize, to: usize): void {
  for (let j: usize = 0; j < 4; j++)
    for (let i: usize = 0; i < 4; i++) {
      const above = v128.load(from + (j << 7) + (i << 4));
      const below = v128.load(from + (j << 7) + (i << 4), 64);
      const at = to + (i << 7) + (j << 4);
      v128.store(at, v128.shuffle<f64>(above, below, 0, 2));
      v128.store(at, v128.shuffle<f64>(above, below, 1, 3), 64);
    }
}

/** The block at `at` becomes its frequencies: rows first, then columns. */
export function toFrequencies(at: usize): void {
  turn(at, turned);
  for (let k: usize = 0; k < 64; k += 16) forward(turned + k);
  turn(turned, at);
  for (let k: usize = 0; k < 64; k += 16) forward(at + k);
}

/** The other way round. */
export function fromFrequencies(at: usize): void {
  for (let k: usize = 0; k < 64; k += 16) backward(at + k);
  turn(at, turned);
  for (let k: usize = 0; k < 64; k += 16) backward(turned + k);
  turn(turned, at);
}

/** Eight rows of eight, `width` apart, as a block. */
function pick(from: usize, to: usize): void {
  for (let j = 0; j < 8; j++, from += width << 2, to += 64)
    for (let i: usize = 0; i < 4; i++)
      v128.store(to + (i << 4), f64x2.promote_low_f32x4(v128.load64_zero(from + (i << 3))));
}

/** Adds the block, weighted, to the sums of result `k` (0 or 1) at column x of the rows from y on. */
function add(k: usize, x: usize, y: i32, weight: f64): void {
  const by = f64x2.splat(weight);
  const ring = k * (width << 5) + (x << 2);
  for (let j = 0; j < 8; j++) {
    const row = ring + usize((y + j) & 7) * (width << 2);
    for (let i: usize = 0; i < 4; i++) {
      const at = row + (i << 3);
      const value = f64x2.mul(by, v128.load(block + (usize(j) << 6) + (i << 4)));
      const sum = f64x2.add(f64x2.promote_low_f32x4(v128.load64_zero(sums + at)), value);
      v128.store64_lane(sums + at, f32x4.demote_f64x2_zero(sum), 0);
      const count = f64x2.add(f64x2.promote_low_f32x4(v128.load64_zero(weights + at)), by);
      v128.store64_lane(weights + at, f32x4.demote_f64x2_zero(count), 0);
    }
  }
}

/** Takes out what is smaller than `least`, but the mean; answers with how many are left, the mean among them. */
function removeSmall(least: f64): i32 {
  const mean = load<f64>(block);
  const limit = f64x2.splat(least);
  let small = i64x2.splat(0);
  for (let at = block; at < block + 512; at += 16) {
    const value = v128.load(at);
    const mask = f64x2.lt(f64x2.abs(value), limit);
    small = i64x2.sub(small, mask);
    v128.store(at, v128.andnot(value, mask));
  }
  store<f64>(block, mean);
  const removed = i32(i64x2.extract_lane(small, 0) + i64x2.extract_lane(small, 1));
  return 64 - removed + (abs(mean) < least ? 1 : 0);
}

/** Weighs all but the mean by what the guess has of it; answers with the sum of the squared weights, 1 for the mean. */
function weigh(noise: f64): f64 {
  const mean = load<f64>(block);
  const more = f64x2.splat(noise);
  let power: f64 = 1;
  for (let k: usize = 0; k < 512; k += 16) {
    const like = v128.load(guess + k);
    const energy = f64x2.mul(like, like);
    const gain = f64x2.div(energy, f64x2.add(energy, more));
    v128.store(block + k, f64x2.mul(v128.load(block + k), gain));
    const square = f64x2.mul(gain, gain);
    if (k) power += f64x2.extract_lane(square, 0);
    power += f64x2.extract_lane(square, 1);
  }
  store<f64>(block, mean);
  return power;
}

/** The blocks of the plane that begin in row y, their small frequencies removed, into result 0. */
export function first(y: i32, least: f64): void {
  for (let x: usize = 0; x + 8 <= width; x += 4) {
    pick(plane + ((usize(y) * width + x) << 2), block);
    toFrequencies(block);
    const left = removeSmall(least);
    fromFrequencies(block);
    add(0, x, y, 1 / f64(left));
  }
}

/** The same blocks weighed by those of the guess, into result 1. */
export function second(y: i32, noise: f64): void {
  for (let x: usize = 0; x + 8 <= width; x += 4) {
    pick(guesses + (x << 2), guess);
    pick(plane + ((usize(y) * width + x) << 2), block);
    toFrequencies(guess);
    toFrequencies(block);
    const power = weigh(noise);
    fromFrequencies(block);
    add(1, x, y, 1 / power);
  }
}

/** Moves the weighted means of `count` rows of result `k` from y on to `out`. */
function give(k: usize, y: i32, count: i32, out: usize): void {
  const ring = k * (width << 5);
  const zero = f32x4.splat(0);
  for (let j = 0; j < count; j++) {
    let at = ring + usize((y + j) & 7) * (width << 2);
    for (const end = at + (width << 2); at < end; at += 16, out += 16) {
      v128.store(out, f32x4.div(v128.load(sums + at), v128.load(weights + at)));
      v128.store(sums + at, zero);
      v128.store(weights + at, zero);
    }
  }
}

/** Puts `count` rows of result `k`, which no further block reaches, into the plane. */
export function keep(k: i32, y: i32, count: i32): void {
  give(usize(k), y, count, plane + ((usize(y) * width) << 2));
}

/** Adds four rows of result 0 to the eight of the guess: the upper four go. */
export function guessMore(y: i32): void {
  const half = width << 4;
  memory.copy(guesses, guesses + half, half);
  give(0, y, 4, guesses + half);
}
