/** Output pixels from the source pixels around the points that they come from. */
import type { Box } from '../edits/apply.ts';
import { gather as program } from '../simd/compiled.ts';
import { reach, start, type Exports } from '../simd/module.ts';
import { lobes, weights } from './kernel.ts';
import { cornersOf, project, type Projective } from './projective.ts';
import type { Tile } from './tile.ts';

/** The most that the kernel is widened: a map that shrinks more lets something alias. */
const widest = 64;

/** How wide an output pixel is in the source, along each of the source's axes: at least 1. */
const wide = { across: 1, down: 1 };

/** Sets `wide` for the pixel at (x, y), which comes from (u, v): the lengths of the Jacobian's rows. */
function widen([a, b, , d, e, , g, h, i]: Projective, x: number, y: number, u: number, v: number): void {
  const w = g * x + h * y + i;
  const across = Math.sqrt((a - g * u) ** 2 + (b - h * u) ** 2) / w;
  const down = Math.sqrt((d - g * v) ** 2 + (e - h * v) ** 2) / w;
  wide.across = Math.min(widest, Math.max(1, across));
  wide.down = Math.min(widest, Math.max(1, down));
}

/** The source pixels that a box of the output may need; `null` where the map folds within it (beyond a horizon). */
export function sourceOf(part: Box, back: Projective): Box | null {
  const [, , , , , , g, h, i] = back;
  const box = { x1: Infinity, y1: Infinity, x2: -Infinity, y2: -Infinity };
  for (const [x, y] of cornersOf(part)) {
    if (g * x + h * y + i <= 1e-9) return null;
    const [u, v] = project(back, [x, y]);
    widen(back, x, y, u, v);
    box.x1 = Math.min(box.x1, u - lobes * wide.across);
    box.x2 = Math.max(box.x2, u + lobes * wide.across);
    box.y1 = Math.min(box.y1, v - lobes * wide.down);
    box.y2 = Math.max(box.y2, v + lobes * wide.down);
  }
  return {
    x1: Math.floor(box.x1) - 1,
    y1: Math.floor(box.y1) - 1,
    x2: Math.ceil(box.x2) + 1,
    y2: Math.ceil(box.y2) + 1,
  };
}

interface Program extends Exports {
  source: { value: number };
  result: { value: number };
  gather(...of: [...part: Corners, ...tile: Corners, solid: boolean, ...back: Projective]): void;
}

type Corners = [x1: number, y1: number, x2: number, y2: number];
const cornersIn = ({ x1, y1, x2, y2 }: Box): Corners => [x1, y1, x2, y2];

/** Does the weighing: `../simd/assembly/gather.ts`, which takes 80 ns a pixel where JavaScript took 180. */
export class Gatherer {
  readonly #program = start<Program>(program);

  constructor() {
    this.room(0);
    new Float32Array(this.#program.memory.buffer, 0, weights.length).set(weights);
  }

  /** Where a tile's pixels are put: good until it is asked for again. */
  room(length: number): Float32Array {
    const { source, memory } = this.#program;
    reach(this.#program, source.value + 4 * length);
    return new Float32Array(memory.buffer, source.value, length);
  }

  /**
   * Red, green, blue (straight; may overshoot 0..1) and alpha (0..1; 0: there is nothing) of each pixel of a part, of
   * at most 32 × 32, from the tile that was read last. Alpha stays between the values of the nearest pixels.
   */
  gather(tile: Tile, part: Box, back: Projective): Float64Array {
    const { result, memory } = this.#program;
    this.#program.gather(...cornersIn(part), ...cornersIn(tile), tile.solid, ...back);
    return new Float64Array(memory.buffer, result.value, 4 * (part.x2 - part.x1) * (part.y2 - part.y1));
  }
}
