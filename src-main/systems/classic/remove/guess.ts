import type { Work } from '../../../runtime/work.ts';
import { makeSolver, membraneGrid, solve } from './membrane.ts';
import type { Level } from './pyramid.ts';

/** A first guess at the coarsest level: the smoothest surface through what is known, in all four features. */
export async function smoothGuess({ features, unknown, width, height }: Level, work: Work): Promise<void> {
  const solver = makeSolver(membraneGrid(unknown, width));
  for (let c = 0; c < 4; c++) {
    const known = (x: number, y: number): number => {
      if (x < 0 || x >= width || y < 0 || y >= height || unknown[y * width + x]) return 0;
      return features[(y * width + x) * 4 + c]!;
    };
    const b = Float32Array.from(unknown, (u, i) => {
      const x = i % width;
      const y = (i - x) / width;
      return u ? known(x - 1, y) + known(x + 1, y) + known(x, y - 1) + known(x, y + 1) : 0;
    });
    const surface = await solve(solver, b, work);
    for (let i = 0; i < unknown.length; i++)
      if (unknown[i]) features[i * 4 + c] = Math.min(255, Math.max(0, surface[i]! + 0.5));
  }
}
