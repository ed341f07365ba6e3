/** Giving memory back in time. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let gc: (() => void) | undefined;

/** Below this much in typed arrays a collection isn't worth its 20 ms. */
const worthwhile = 48 * 1024 * 1024;

/**
 * Frees what nothing refers to any more. Pictures lie outside of JavaScript's heap, which sees no reason to collect when
 * it is itself small: without this, the planes of one stage are still there in the next.
 */
export function collect(): void {
  if (process.memoryUsage().arrayBuffers < worthwhile) return;
  if (!gc) {
    setFlagsFromString('--expose-gc');
    gc = runInNewContext('gc') as () => void;
  }
  gc();
}

let spent = 0;

/** To be told of buffers that nobody needs any more, so that they don't pile up while more are made. */
export function spend(bytes: number): void {
  spent += bytes;
  if (spent < worthwhile) return;
  spent = 0;
  collect();
}
