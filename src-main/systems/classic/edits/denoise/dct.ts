/** The orthonormal discrete cosine transform of 8 × 8 numbers, in place, rows of 8; and planes of such blocks. */
import { denoise as compiled } from '../../simd/compiled.ts';
import { reach, start, type Exports } from '../../simd/module.ts';

/** `../../simd/assembly/denoise.ts`, which says what each does. It takes a third of the time that JavaScript took. */
interface Program extends Exports {
  block: { value: number };
  lay(width: number): number;
  begin(): void;
  first(y: number, least: number): void;
  second(y: number, noise: number): void;
  keep(result: 0 | 1, y: number, rows: number): void;
  guessMore(y: number): void;
  toFrequencies(at: number): void;
  fromFrequencies(at: number): void;
}

/** One a thread. */
export const program = start<Program>(compiled);
// For a block by itself.
reach(program, 65_536);

const transform =
  (run: (at: number) => void) =>
  (block: Float64Array): void => {
    const there = new Float64Array(program.memory.buffer, program.block.value, 64);
    there.set(block);
    run(program.block.value);
    block.set(there);
  };

export const toFrequencies = transform(program.toFrequencies);

export const fromFrequencies = transform(program.fromFrequencies);
