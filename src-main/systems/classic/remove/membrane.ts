/**
 * A discrete Poisson equation over the pixels of a hole of any shape: conjugate gradients, preconditioned by a
 * multigrid cycle over blocks of 2 × 2 (plain aggregation with Galerkin coarsening, Notay 2010), which works whatever
 * the hole's outline and needs no more rounds for large holes than for small ones.
 */
import type { Work } from '../../../runtime/work.ts';

/** A symmetric five-point system: `diagonal·x − right·x(right) − down·x(below) − … = b`; diagonal 0: not an unknown. */
export interface Grid {
  width: number;
  height: number;
  diagonal: Float32Array;
  /** The weight of the link to the pixel at the right, and to the one below; 0: no link. */
  right: Float32Array;
  down: Float32Array;
}

/** A Laplacian over the ones of `unknown`, its values beyond them fixed; the picture's borders are free. */
export function membraneGrid(unknown: Uint8Array, width: number): Grid {
  const n = unknown.length;
  const height = n / width;
  const grid = blank(width, height);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      if (!unknown[i]) continue;
      grid.diagonal[i] = Number(x > 0) + Number(x < width - 1) + Number(y > 0) + Number(y < height - 1);
      if (x < width - 1 && unknown[i + 1]) grid.right[i] = 1;
      if (y < height - 1 && unknown[i + width]) grid.down[i] = 1;
    }
  return grid;
}

const blank = (width: number, height: number): Grid => ({
  width,
  height,
  diagonal: new Float32Array(width * height),
  right: new Float32Array(width * height),
  down: new Float32Array(width * height),
});

/** The grid and its coarser forms, finest first, with the vectors that a cycle needs. */
export interface Solver {
  levels: { grid: Grid; x: Float32Array; b: Float32Array }[];
}

export function makeSolver(finest: Grid): Solver {
  const levels = [finest];
  for (let g = finest; g.width * g.height > 16;) {
    g = coarsen(g);
    levels.push(g);
  }
  return {
    levels: levels.map((grid) => ({
      grid,
      x: new Float32Array(grid.diagonal.length),
      b: new Float32Array(grid.diagonal.length),
    })),
  };
}

function coarsen(fine: Grid): Grid {
  const coarse = blank((fine.width + 1) >> 1, (fine.height + 1) >> 1);
  for (let y = 0, i = 0; y < fine.height; y++)
    for (let x = 0; x < fine.width; x++, i++) {
      const c = (y >> 1) * coarse.width + (x >> 1);
      coarse.diagonal[c]! += fine.diagonal[i]!;
      // A link inside a block disappears from both of its pixels.
      if (x & 1) coarse.right[c]! += fine.right[i]!;
      else coarse.diagonal[c]! -= 2 * fine.right[i]!;
      if (y & 1) coarse.down[c]! += fine.down[i]!;
      else coarse.diagonal[c]! -= 2 * fine.down[i]!;
    }
  return coarse;
}

/** One Gauss-Seidel sweep, in rows or backwards. */
function smooth(
  { width, diagonal, right, down }: Grid,
  x: Float32Array,
  b: Float32Array,
  backwards: boolean,
): void {
  const n = diagonal.length;
  for (let k = 0; k < n; k++) {
    const i = backwards ? n - 1 - k : k;
    const d = diagonal[i]!;
    if (d <= 1e-6) continue;
    let sum = b[i]!;
    if (right[i]) sum += right[i]! * x[i + 1]!;
    if (i > 0 && right[i - 1]) sum += right[i - 1]! * x[i - 1]!;
    if (down[i]) sum += down[i]! * x[i + width]!;
    if (i >= width && down[i - width]) sum += down[i - width]! * x[i - width]!;
    x[i] = sum / d;
  }
}

/** out = A·x */
function apply({ width, diagonal, right, down }: Grid, x: Float32Array, out: Float32Array): void {
  for (let i = 0; i < x.length; i++) {
    if (!diagonal[i]) {
      out[i] = 0;
      continue;
    }
    let sum = diagonal[i]! * x[i]!;
    if (right[i]) sum -= right[i]! * x[i + 1]!;
    if (i > 0 && right[i - 1]) sum -= right[i - 1]! * x[i - 1]!;
    if (down[i]) sum -= down[i]! * x[i + width]!;
    if (i >= width && down[i - width]) sum -= down[i - width]! * x[i - width]!;
    out[i] = sum;
  }
}

/** Improves `levels[l].x` for `levels[l].b`: down the levels and up again. Symmetric, as the outer method needs it. */
function cycle({ levels }: Solver, l: number): void {
  const { grid, x, b } = levels[l]!;
  x.fill(0);
  if (l === levels.length - 1) {
    for (let k = 0; k < 8; k++) {
      smooth(grid, x, b, false);
      smooth(grid, x, b, true);
    }
    return;
  }
  smooth(grid, x, b, false);
  smooth(grid, x, b, true);
  const below = levels[l + 1]!;
  const residual = new Float32Array(x.length);
  apply(grid, x, residual);
  below.b.fill(0);
  for (let y = 0, i = 0; y < grid.height; y++)
    for (let px = 0; px < grid.width; px++, i++)
      below.b[(y >> 1) * below.grid.width + (px >> 1)]! += b[i]! - residual[i]!;
  cycle({ levels }, l + 1);
  for (let y = 0, i = 0; y < grid.height; y++)
    for (let px = 0; px < grid.width; px++, i++)
      if (grid.diagonal[i]) x[i]! += below.x[(y >> 1) * below.grid.width + (px >> 1)]!;
  smooth(grid, x, b, false);
  smooth(grid, x, b, true);
}

/** Solves for `b` until the residual is a thousandth of the start, in at most 60 rounds. */
export async function solve(solver: Solver, b: Float32Array, work: Work): Promise<Float32Array> {
  const { grid, x: preconditioned, b: input } = solver.levels[0]!;
  const n = b.length;
  const x = new Float32Array(n);
  const residual = Float32Array.from(b, (v, i) => (grid.diagonal[i] ? v : 0));
  const direction = new Float32Array(n);
  const image = new Float32Array(n);
  const goal = dot(residual, residual) * 1e-6;
  if (goal === 0) return x;
  let energy = 0;
  for (let round = 0; round < 60; round++) {
    input.set(residual);
    cycle(solver, 0);
    await work.breathe();
    const next = dot(residual, preconditioned);
    const beta = round === 0 ? 0 : next / energy;
    energy = next;
    for (let i = 0; i < n; i++) direction[i] = preconditioned[i]! + beta * direction[i]!;
    apply(grid, direction, image);
    const curvature = dot(direction, image);
    if (!(curvature > 0)) break;
    const step = energy / curvature;
    for (let i = 0; i < n; i++) {
      x[i]! += step * direction[i]!;
      residual[i]! -= step * image[i]!;
    }
    await work.breathe();
    if (dot(residual, residual) <= goal) break;
  }
  return x;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
