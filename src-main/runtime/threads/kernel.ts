/** Work that falls into parts which know nothing of each other, so that any thread can do any of them. */

/**
 * `make` gets ready once, from `params`; what it answers with does one part, in 50 ms at the most. `params`, inputs and
 * outputs are what `structuredClone` can copy. Typed arrays that lie directly in an input or an output are handed over:
 * they must own their buffers, and are empty afterwards. What `params` hold is shared: kernels only read it.
 */
export interface Kernel<P, I extends object, O extends object> {
  name: string;
  make(params: P): (input: I, check: Check) => O;
}

/** Throws once nobody waits for the part any more: to be called in the loops of parts that may take longer than 50 ms. */
export type Check = () => void;

export type AnyKernel = Kernel<never, never, object>;

export interface Parts<I, O> {
  count: number;
  /** One may take longer than 50 ms: never to be done in the thread that hears of a cancel. */
  slow?: boolean;
  /** What a part needs, 0 ≤ `part` < `count`. */
  input(part: number): I;
  /**
   * Takes what came of a part. They come in any order. Typed arrays that lie directly in it are only lent: they are
   * empty once this returns.
   */
  output(part: number, output: O): void;
}

/**
 * Main thread to worker: a job begins, has a part to do, ends. `stop` lies where both see it: its only number is no longer
 * 0 when what is still to be done of the job isn't wanted.
 */
export type Order =
  | { job: number; kernel: string; params: unknown; stop: Int32Array }
  | { job: number; part: number; input: object }
  | { job: number; over: true };

export type Report = { job: number; part: number } & ({ output: object } | { error: unknown });

/** The buffers that an input or an output hands over. */
export const buffersOf = (value: object): ArrayBuffer[] =>
  Object.values(value).flatMap((v) =>
    ArrayBuffer.isView(v) && v.buffer instanceof ArrayBuffer ? [v.buffer] : [],
  );
