import { expect, test } from 'vitest';
import { minimumCut, type Grid } from '../../../../../src-main/systems/classic/segment/maxflow.ts';
import { randomOf, work } from './scenes.ts';

const around = {
  4: [
    [0, -1],
    [-1, 0],
    [1, 0],
    [0, 1],
  ],
  8: [
    [-1, -1],
    [0, -1],
    [1, -1],
    [-1, 0],
    [1, 0],
    [-1, 1],
    [0, 1],
    [1, 1],
  ],
} as const;

function gridOf(width: number, height: number, seed: number, degree: 4 | 8 = 8): Grid {
  const random = randomOf(seed);
  const nodes = width * height;
  const grid: Grid = {
    nodes,
    ...(degree === 4 && { degree }),
    neighbour: new Int32Array(nodes * degree).fill(-1),
    capacity: new Float32Array(nodes * degree),
    terminal: new Float32Array(nodes),
  };
  for (let i = 0; i < nodes; i++) {
    grid.terminal[i] = Math.round((random() - 0.5) * 8);
    for (let k = 0; k < degree; k++) {
      const [dx, dy] = around[degree][k]!;
      const x = (i % width) + dx;
      const y = Math.floor(i / width) + dy;
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      grid.neighbour[i * degree + k] = y * width + x;
      grid.capacity[i * degree + k] = Math.floor(random() * 4);
    }
  }
  return grid;
}

/** What a labelling costs. */
function energy(grid: Grid, side: (i: number) => boolean): number {
  const degree = grid.degree ?? 8;
  let sum = 0;
  for (let i = 0; i < grid.nodes; i++) {
    const t = grid.terminal[i]!;
    if (side(i) ? t < 0 : t > 0) sum += Math.abs(t);
    for (let k = 0; k < degree; k++) {
      const j = grid.neighbour[i * degree + k]!;
      if (j >= 0 && side(i) && !side(j)) sum += grid.capacity[i * degree + k]!;
    }
  }
  return sum;
}

test('no labelling of a small grid is cheaper than the cut', async () => {
  for (let seed = 1; seed <= 60; seed++) {
    const grid = gridOf(4, 3, seed, seed % 2 ? 8 : 4);
    const cut = await minimumCut(structuredClone(grid), work());
    let least = Infinity;
    for (let bits = 0; bits < 4096; bits++)
      least = Math.min(
        least,
        energy(grid, (i) => ((bits >> i) & 1) === 1),
      );
    expect(energy(grid, (i) => cut[i] === 1)).toBe(least);
  }
});

test('a cut of a larger grid costs what flows', async () => {
  const grid = gridOf(40, 30, 99);
  const left = structuredClone(grid);
  const cut = await minimumCut(left, work());
  // what each source gave away has arrived at the sinks, and equals the cut (max-flow min-cut)
  let sent = 0;
  let received = 0;
  for (let i = 0; i < grid.nodes; i++) {
    const spent = grid.terminal[i]! - left.terminal[i]!;
    if (spent > 0) sent += spent;
    else received -= spent;
  }
  expect(sent).toBe(received);
  expect(energy(grid, (i) => cut[i] === 1)).toBe(sent);
  expect(new Set(cut)).toEqual(new Set([0, 1]));
});
