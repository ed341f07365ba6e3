/**
 * A discrete Poisson equation over the pixels of a hole of any shape: conjugate gradients, preconditioned by a
 * multigrid cycle over blocks of 2 × 2 (plain aggregation with Galerkin coarsening, as in Notay 2010), which works
 * whatever the hole's outline and needs few rounds for large holes too. Only the unknown pixels are stored.
 */
import type { Work } from '../../../runtime/work.ts';

/** A symmetric five-point system `diagonal·x − Σ weight·x(neighbour) = b` over nodes at whole coordinates. */
interface Grid {
  width: number;
  x: Uint16Array;
  y: Uint16Array; // never falls from node to node
  diagonal: Float32Array;
  /** The nodes beside each node; -1: none. */
  left: Int32Array;
  right: Int32Array;
  above: Int32Array;
  below: Int32Array;
  /** The weight of the links to `right` and `below`. */
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

function blank(count: number, width: number): Grid {
  const none = (): Int32Array => new Int32Array(count).fill(-1);
  return {
    width,
    x: new Uint16Array(count),
    y: new Uint16Array(count),
    diagonal: new Float32Array(count),
    left: none(),
    right: none(),
    above: none(),
    below: none(),
    toRight: new Float32Array(count),
    toBelow: new Float32Array(count),
  };
}

/**
 * A Laplacian over the ones of `unknown`: values beyond them are given, the picture's borders are free. `anchors` (one
 * a node) pull nodes towards values of their own, which the right-hand side then holds times the anchor's strength.
 */
export async function makeMembrane(
  unknown: Uint8Array,
  width: number,
  work: Work,
  anchors?: Float32Array,
): Promise<Membrane> {
  const levels: Level[] = [];
  let grid = laplacian(unknown, width);
  anchors?.forEach((strength, k) => (grid.diagonal[k]! += strength));
  for (;;) {
    await work.breathe();
    const nodes = grid.diagonal.length;
    const vectors = { solution: new Float32Array(nodes), input: new Float32Array(nodes) };
    const { coarse, parent } = coarsen(grid);
    if (nodes <= 16 || coarse.diagonal.length === nodes) {
      levels.push({ grid, parent, ...vectors });
      return { levels };
    }
    levels.push({ grid, parent, ...vectors });
    grid = coarse;
  }
}

function laplacian(unknown: Uint8Array, width: number): Grid {
  const height = unknown.length / width;
  const grid = blank(count(unknown), width);
  const row = new Int32Array(width).fill(-1); // the node last seen in each column, if it is in the row above
  for (let y = 0, i = 0, k = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const above = row[x]!;
      row[x] = -1;
      if (!unknown[i]) continue;
      row[x] = k;
      grid.x[k] = x;
      grid.y[k] = y;
      grid.diagonal[k] = Number(x > 0) + Number(x < width - 1) + Number(y > 0) + Number(y < height - 1);
      if (x > 0 && unknown[i - 1]) link(grid, k - 1, k, 1);
      if (above >= 0) hang(grid, above, k, 1);
      k++;
    }
  return grid;
}

function link(grid: Grid, left: number, right: number, weight: number): void {
  grid.right[left] = right;
  grid.left[right] = left;
  grid.toRight[left]! += weight;
}

function hang(grid: Grid, above: number, below: number, weight: number): void {
  grid.below[above] = below;
  grid.above[below] = above;
  grid.toBelow[above]! += weight;
}

function coarsen(fine: Grid): { coarse: Grid; parent: Int32Array } {
  const count = fine.diagonal.length;
  const width = (fine.width + 1) >> 1;
  const parent = new Int32Array(count);
  const blocks = new Int32Array(width).fill(-1);
  const firsts: number[] = []; // the first node of each block
  for (let k = 0, y = -1; k < count; k++) {
    if (fine.y[k]! >> 1 !== y) {
      y = fine.y[k]! >> 1;
      blocks.fill(-1);
    }
    const x = fine.x[k]! >> 1;
    if (blocks[x]! < 0) blocks[x] = firsts.push(k) - 1;
    parent[k] = blocks[x]!;
  }
  const coarse = blank(firsts.length, width);
  firsts.forEach((k, p) => {
    coarse.x[p] = fine.x[k]! >> 1;
    coarse.y[p] = fine.y[k]! >> 1;
  });
  for (let k = 0; k < count; k++) {
    const p = parent[k]!;
    coarse.diagonal[p]! += fine.diagonal[k]!;
    const right = fine.right[k]!;
    const below = fine.below[k]!;
    // A link inside a block disappears from both of its ends.
    if (right >= 0) {
      if (parent[right] === p) coarse.diagonal[p]! -= 2 * fine.toRight[k]!;
      else link(coarse, p, parent[right]!, fine.toRight[k]!);
    }
    if (below >= 0) {
      if (parent[below] === p) coarse.diagonal[p]! -= 2 * fine.toBelow[k]!;
      else hang(coarse, p, parent[below]!, fine.toBelow[k]!);
    }
  }
  return { coarse, parent };
}

/** The sum of the neighbours of node `k`, by weight. */
function pull(g: Grid, v: Float32Array, k: number): number {
  const right = g.right[k]!;
  const left = g.left[k]!;
  const below = g.below[k]!;
  const above = g.above[k]!;
  let sum = 0;
  if (right >= 0) sum += g.toRight[k]! * v[right]!;
  if (left >= 0) sum += g.toRight[left]! * v[left]!;
  if (below >= 0) sum += g.toBelow[k]! * v[below]!;
  if (above >= 0) sum += g.toBelow[above]! * v[above]!;
  return sum;
}

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

/** A Gauss-Seidel sweep forth and one back. */
async function smooth(grid: Grid, v: Float32Array, b: Float32Array, work: Work): Promise<void> {
  const { diagonal } = grid;
  const visit = (k: number): void => {
    if (diagonal[k]! > 1e-6) v[k] = (b[k]! + pull(grid, v, k)) / diagonal[k]!;
  };
  await each(v.length, work, (from, to) => {
    for (let k = from; k < to; k++) visit(k);
  });
  await each(
    v.length,
    work,
    (from, to) => {
      for (let k = to - 1; k >= from; k--) visit(k);
    },
    true,
  );
}

/** Finds `solution` for `input` on a level, roughly: down the levels and up again, symmetric as the outer method needs. */
async function cycle(levels: Level[], l: number, work: Work): Promise<void> {
  const { grid, parent, solution, input } = levels[l]!;
  solution.fill(0);
  const next = levels[l + 1];
  if (!next) {
    for (let k = 0; k < 8; k++) await smooth(grid, solution, input, work);
    return;
  }
  await smooth(grid, solution, input, work);
  next.input.fill(0);
  await each(input.length, work, (from, to) => {
    for (let k = from; k < to; k++) {
      const applied = grid.diagonal[k]! * solution[k]! - pull(grid, solution, k);
      next.input[parent[k]!]! += input[k]! - applied;
    }
  });
  await cycle(levels, l + 1, work);
  for (let k = 0; k < input.length; k++) solution[k]! += next.solution[parent[k]!]!;
  await smooth(grid, solution, input, work);
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
