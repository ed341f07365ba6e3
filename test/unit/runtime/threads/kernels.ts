import type { Kernel } from '../../../../src-main/runtime/threads/kernel.ts';

export const adding: Kernel<{ plane: Float32Array }, { values: Float32Array }, { values: Float32Array }> = {
  name: 'add',
  make:
    ({ plane }) =>
    ({ values }) => ({ values: values.map((v, i) => v + plane[i]!) }),
};

export const failing: Kernel<null, { part: number }, { part: number }> = {
  name: 'fail',
  make: () => (input) => {
    if (input.part === 3) throw new RangeError('the third');
    return input;
  },
};

/** Waits until the number that all threads see is no longer 0. */
export const waiting: Kernel<{ gate: Int32Array }, { part: number }, { part: number }> = {
  name: 'wait',
  make:
    ({ gate }) =>
    (input) => {
      Atomics.wait(gate, 0, 0);
      return input;
    },
};

/** Goes on until nobody waits for it any more; counts its rounds where all threads see it. */
export const endless: Kernel<{ rounds: Int32Array }, { part: number }, { part: number }> = {
  name: 'endless',
  make:
    ({ rounds }) =>
    (_, check) => {
      for (;;) {
        Atomics.add(rounds, 0, 1);
        check();
      }
    },
};
