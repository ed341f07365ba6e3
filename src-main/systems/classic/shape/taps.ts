/** What the pixels of a scaled picture are made of, and making them: columns first, then rows. */
import { scale as compiled } from '../simd/compiled.ts';
import { reach, start, type Exports } from '../simd/module.ts';
import { lanczos, lobes, sharpLanczos, sharpReach } from './kernel.ts';
import type { ReadRow } from './read-row.ts';

export interface Kernel {
  weigh(distance: number): number;
  /** Beyond this distance it is 0. */
  reach: number;
}

export const plain: Kernel = { weigh: lanczos, reach: lobes };
export const sharp: Kernel = { weigh: sharpLanczos, reach: sharpReach };

/** For each output pixel, the source pixels that it is made of. */
export interface Taps {
  first: Int32Array;
  /** `count` weights an output pixel; they add up to 1. */
  weights: Float32Array;
  count: number;
}

export function tapsOf(from: number, to: number, { weigh, reach }: Kernel): Taps {
  const wide = Math.max(1, from / to);
  const count = Math.min(from, Math.floor(2 * reach * wide) + 1);
  const first = new Int32Array(to);
  const weights = new Float32Array(to * count);
  for (let k = 0; k < to; k++) {
    const middle = ((k + 0.5) * from) / to;
    const start = Math.min(from - count, Math.max(0, Math.ceil(middle - 0.5 - reach * wide)));
    first[k] = start;
    let sum = 0;
    for (let j = 0; j < count; j++) {
      const weight = weigh((start + j + 0.5 - middle) / wide);
      weights[k * count + j] = weight;
      sum += weight;
    }
    for (let j = 0; j < count; j++) weights[k * count + j]! /= sum;
  }
  return { first, weights, count };
}

/** Does the sums: `../simd/assembly/scale.ts`. */
interface Program extends Exports {
  across(
    line: number,
    first: number,
    weights: number,
    count: number,
    width: number,
    channels: number,
    out: number,
  ): void;
  down(sums: number, bytes: number, ...of: [...rows: Four, ...weights: Four]): void;
}

type Four = [number, number, number, number];

/** One a thread. */
let program: Program | undefined;

/**
 * Gives rows `from` to `to` of the result in turn; each may be changed, and is used again for the next.
 * @param width of the source @param channels 3 or 4
 */
export function scaleRows(
  { width, channels }: { width: number; channels: number },
  { columns, rows }: { columns: Taps; rows: Taps },
  readRow: ReadRow,
  from: number,
  to: number,
  give: (y: number, row: Float32Array) => void,
): void {
  const run = (program ??= start<Program>(compiled));
  const length = columns.first.length * channels;
  // Two numbers are summed at a time: rows are as long as an even number of them.
  const bytes = Math.ceil(length / 2) * 8;
  const lineAt = bytes;
  const firstAt = lineAt + (width * channels + 2) * 4;
  const weightsAt = firstAt + columns.first.byteLength;
  // The rows of the source that are needed at once, already scaled across.
  const ringAt = weightsAt + columns.weights.byteLength;
  reach(run, ringAt + rows.count * bytes);
  const { buffer } = run.memory;
  const sums = new Float32Array(buffer, 0, length);
  const line = new Float32Array(buffer, lineAt, width * channels);
  new Int32Array(buffer, firstAt, columns.first.length).set(columns.first);
  new Float32Array(buffer, weightsAt, columns.weights.length).set(columns.weights);
  const place = (y: number): number => ringAt + (y % rows.count) * bytes;
  let read = 0;
  for (let y = from; y < to; y++) {
    const first = rows.first[y]!;
    for (read = Math.max(read, first); read < first + rows.count; read++) {
      readRow(read, line);
      run.across(lineAt, firstAt, weightsAt, columns.count, columns.first.length, channels, place(read));
    }
    sums.fill(0);
    // Four at a time: most of the cost is in going over the sums.
    for (let j = 0; j < rows.count; j += 4) {
      const weight = (k: number): number => (j + k < rows.count ? rows.weights[y * rows.count + j + k]! : 0);
      const at = (k: number): number => place(first + j + k);
      run.down(0, bytes, at(0), at(1), at(2), at(3), weight(0), weight(1), weight(2), weight(3));
    }
    give(y, sums);
  }
}
