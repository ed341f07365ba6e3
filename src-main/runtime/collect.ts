/** Giving memory back in time. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { buffersOf } from './threads/kernel.ts';

let gc: (() => void) | undefined;

/** Below this much in typed arrays a collection isn't worth its 20 ms. */
const worthwhile = 48 * 1024 * 1024;

/**
 * Frees what nothing refers to any more. Pictures lie outside of JavaScript's heap, which sees no reason to collect when
 * it is itself small: without this, the planes of one stage are still there in the next. Not where less than `least`
 * (bytes in typed arrays) may be gained.
 */
export function collect(least = worthwhile): void {
  if (process.memoryUsage().arrayBuffers < least) return;
  if (!gc) {
    setFlagsFromString('--expose-gc');
    gc = runInNewContext('gc') as () => void;
  }
  gc();
}

/**
 * Frees typed arrays at once, which are empty from then on: those of an array, or that lie directly in an object. As
 * garbage they would stay until the collector sees a reason to come, several generations of them in each thread.
 */
export function letGo(of: object): void {
  for (const buffer of buffersOf(of)) if (!buffer.detached) buffer.transfer(0);
}
