/**
 * A discrete Poisson equation over the pixels of a hole of any shape: conjugate gradients, preconditioned by a
 * multigrid cycle over blocks of 2 × 2 (plain aggregation with Galerkin coarsening, as in Notay 2010), which works
 * whatever the hole's outline and needs few rounds for large holes too. Only the unknown pixels are stored.
 */
import type { Work } from '../../../runtime/work.ts';

/**
 * A symmetric five-point system `diagonal·x − Σ weight·x(neighbour) = b` over nodes in rows, from left to right: a node's
 * neighbours to the sides are the one before and the one after it, if there is a weight between them.
 */
interface Grid {
  diagonal: Float32Array;
  /** The nodes above and below each node; -1: none. */
  above: Int32Array;
  below: Int32Array;
  /** The weight of the links to the next node, and to `below`. */
  toRight: Float32Array;
  toBelow: Float32Array;
}

interface Level {
  grid: Grid;
  /** Each node's node on the next level, if there is one. */
  parent: Int32Array;
  solution: Float32Array;
  input: Float32Array;
}

/** Ready to solve for any right-hand side; one value a node, nodes being the unknown pixels in rows. */
export interface Membrane {
  levels: Level[];
}

/** Where the nodes of a level are; needed only until the next level is made. */
interface Places {
  width: number;
  x: Uint16Array;
  y: Uint16Array; // never falls from node to node
}

const blank = (count: number): Grid => ({
  diagonal: new Float32Array(count),
  above: new Int32Array(count).fill(-1),
  below: new Int32Array(count).fill(-1),
  toRight: new Float32Array(count),
  toBelow: new Float32Array(count),
});

/**
 * A Laplacian over the ones of `unknown`: values beyond them are given, the picture's borders are free. `anchors` (one
 * for all nodes, or one a node) pull nodes towards values of their own, which the right-hand side then holds times the
 * anchor's strength.
 */
export async function makeMembrane(
  unknown: Uint8Array,
  width: number,
  work: Work,
  anchors?: Float32Array | number,
): Promise<Membrane> {
  const levels: Level[] = [];
  let { grid, places } = laplacian(unknown, width);
  if (anchors !== undefined)
    for (let k = 0; k < grid.diagonal.length; k++)
      grid.diagonal[k]! += typeof anchors === 'number' ? anchors : anchors[k]!;
  for (;;) {
    await work.breathe();
    const nodes = grid.diagonal.length;
    const next = coarsen(grid, places);
    const vectors = { solution: new Float32Array(nodes), input: new Float32Array(nodes) };
    levels.push({ grid, parent: next.parent, ...vectors });
    if (nodes <= 16 || next.grid.diagonal.length === nodes) return { levels };
    ({ grid, places } = next);
  }
}

function laplacian(unknown: Uint8Array, width: number): { grid: Grid; places: Places } {
  const height = unknown.length / width;
  const nodes = count(unknown);
  const grid = blank(nodes);
  const places = { width, x: new Uint16Array(nodes), y: new Uint16Array(nodes) };
  const row = new Int32Array(width).fill(-1); // the node last seen in each column, if it is in the row above
  for (let y = 0, i = 0, k = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const above = row[x]!;
      row[x] = -1;
      if (!unknown[i]) continue;
      row[x] = k;
      places.x[k] = x;
      places.y[k] = y;
      grid.diagonal[k] = Number(x > 0) + Number(x < width - 1) + Number(y > 0) + Number(y < height - 1);
      if (x > 0 && unknown[i - 1]) grid.toRight[k - 1] = 1;
      if (above >= 0) hang(grid, above, k, 1);
      k++;
    }
  return { grid, places };
}

function hang(grid: Grid, above: number, below: number, weight: number): void {
  grid.below[above] = below;
  grid.above[below] = above;
  grid.toBelow[above]! += weight;
}

/** The same over blocks of 2 × 2, which are nodes in rows again. */
function coarsen(fine: Grid, places: Places): { grid: Grid; places: Places; parent: Int32Array } {
  const count = fine.diagonal.length;
  const width = (places.width + 1) >> 1;
  const parent = new Int32Array(count);
  const blocks = new Int32Array(width);
  const x = new Uint16Array(count);
  const y = new Uint16Array(count);
  let nodes = 0;
  for (let start = 0, end = 0; start < count; start = end) {
    const row = places.y[start]! >> 1;
    blocks.fill(-1);
    for (end = start; end < count && places.y[end]! >> 1 === row; end++) blocks[places.x[end]! >> 1] = 0;
    for (let column = 0; column < width; column++) {
      if (blocks[column]! < 0) continue;
      x[nodes] = column;
      y[nodes] = row;
      blocks[column] = nodes++;
    }
    for (let k = start; k < end; k++) parent[k] = blocks[places.x[k]! >> 1]!;
  }
  const grid = blank(nodes);
  for (let k = 0; k < count; k++) {
    const p = parent[k]!;
    grid.diagonal[p]! += fine.diagonal[k]!;
    const right = fine.toRight[k]!;
    const below = fine.below[k]!;
    // A link inside a block disappears from both of its ends.
    if (right && parent[k + 1] === p) grid.diagonal[p]! -= 2 * right;
    else if (right) grid.toRight[p]! += right;
    if (below >= 0 && parent[below] === p) grid.diagonal[p]! -= 2 * fine.toBelow[k]!;
    else if (below >= 0) hang(grid, p, parent[below]!, fine.toBelow[k]!);
  }
  return { grid, places: { width, x: x.slice(0, nodes), y: y.slice(0, nodes) }, parent };
}

/** The sum of the neighbours of node `k`, by weight. */
function pull({ toRight, toBelow, above, below }: Grid, v: Float32Array, k: number): number {
  let sum = 0;
  const right = toRight[k]!;
  if (right !== 0) sum += right * v[k + 1]!;
  const left = k > 0 ? toRight[k - 1]! : 0;
  if (left !== 0) sum += left * v[k - 1]!;
  const down = below[k]!;
  if (down >= 0) sum += toBelow[k]! * v[down]!;
  const up = above[k]!;
  if (up >= 0) sum += toBelow[up]! * v[up]!;
  return sum;
}

/** Blocks of one value each are too stiff: what they find is too small (Braess, "Towards algebraic multigrid", 1995). */
const overcorrection = 1.5;

/** Nodes between two breaths: a few milliseconds. */
const batch = 65_536;

/** Hands all of `count` nodes to `visit`, some at a time, the last ones first when `backwards`. */
async function each(
  count: number,
  work: Work,
  visit: (from: number, to: number) => void,
  backwards = false,
): Promise<void> {
  for (let start = 0; start < count; start += batch) {
    const end = Math.min(count, start + batch);
    if (backwards) visit(count - end, count - start);
    else visit(start, end);
    if (count > batch) await work.breathe();
  }
}

/** A Gauss-Seidel sweep from the first node to the last. */
const sweep = ({ solution, input, grid }: Level, work: Work): Promise<void> =>
  each(input.length, work, (from, to) => {
    for (let k = from; k < to; k++)
      if (grid.diagonal[k]! > 1e-6) solution[k] = (input[k]! + pull(grid, solution, k)) / grid.diagonal[k]!;
  });

/** The same from the last to the first: what it does is the transpose of `sweep`. */
const sweepBack = ({ solution, input, grid }: Level, work: Work): Promise<void> =>
  each(
    input.length,
    work,
    (from, to) => {
      for (let k = to - 1; k >= from; k--)
        if (grid.diagonal[k]! > 1e-6) solution[k] = (input[k]! + pull(grid, solution, k)) / grid.diagonal[k]!;
    },
    true,
  );

/** Finds `solution` for `input` on a level, roughly: down the levels and up again, symmetric as the outer method needs. */
async function cycle(levels: Level[], l: number, work: Work): Promise<void> {
  const level = levels[l]!;
  const { grid, parent, solution, input } = level;
  solution.fill(0);
  const next = levels[l + 1];
  if (!next) {
    for (let k = 0; k < 8; k++) await sweep(level, work);
    for (let k = 0; k < 8; k++) await sweepBack(level, work);
    return;
  }
  await sweep(level, work);
  next.input.fill(0);
  await each(input.length, work, (from, to) => {
    for (let k = from; k < to; k++) {
      const applied = grid.diagonal[k]! * solution[k]! - pull(grid, solution, k);
      next.input[parent[k]!]! += input[k]! - applied;
    }
  });
  await cycle(levels, l + 1, work);
  for (let k = 0; k < input.length; k++) solution[k]! += overcorrection * next.solution[parent[k]!]!;
  await sweepBack(level, work);
}

/** Solves for `b`, one value a node, until the residual is a thousandth of the start; at most 60 rounds. */
export async function solve({ levels }: Membrane, b: Float32Array, work: Work): Promise<Float32Array> {
  const { grid, solution, input } = levels[0]!;
  const n = b.length;
  const x = new Float32Array(n);
  const residual = b.slice();
  const direction = new Float32Array(n);
  const applied = new Float32Array(n);
  const goal = dot(residual, residual) * 1e-6;
  if (goal === 0) return x;
  let energy = 0;
  for (let round = 0; round < 60; round++) {
    input.set(residual);
    await cycle(levels, 0, work);
    await work.breathe();
    const next = dot(residual, solution);
    const beta = round === 0 ? 0 : next / energy;
    energy = next;
    for (let k = 0; k < n; k++) direction[k] = solution[k]! + beta * direction[k]!;
    await each(n, work, (from, to) => {
      for (let k = from; k < to; k++)
        applied[k] = grid.diagonal[k]! * direction[k]! - pull(grid, direction, k);
    });
    const curvature = dot(direction, applied);
    if (!(curvature > 0)) break;
    const step = energy / curvature;
    for (let k = 0; k < n; k++) {
      x[k]! += step * direction[k]!;
      residual[k]! -= step * applied[k]!;
    }
    await work.breathe();
    if (dot(residual, residual) <= goal) break;
  }
  return x;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}

/** The right-hand side that continues the known values around the unknown; `valueOf` is asked for known pixels only. */
export function surroundings(
  unknown: Uint8Array,
  width: number,
  valueOf: (pixel: number) => number,
): Float32Array {
  const sums = new Float32Array(count(unknown));
  for (let i = 0, k = 0; i < unknown.length; i++) {
    if (!unknown[i]) continue;
    const x = i % width;
    let sum = 0;
    if (x > 0 && !unknown[i - 1]) sum += valueOf(i - 1);
    if (x < width - 1 && !unknown[i + 1]) sum += valueOf(i + 1);
    if (i >= width && !unknown[i - width]) sum += valueOf(i - width);
    if (i + width < unknown.length && !unknown[i + width]) sum += valueOf(i + width);
    sums[k++] = sum;
  }
  return sums;
}

/** How many ones there are. */
export function count(ones: Uint8Array): number {
  let sum = 0;
  for (const one of ones) sum += one;
  return sum;
}
