/** What a host died of, as far as it can be told. */
import { readFileSync } from 'node:fs';
import { makeFailure, type Failure } from '../../contract/index.ts';
import type { Ended } from './child.ts';

/** V8, libstdc++, libvips and ONNX Runtime each say it in their own words. */
const outOfMemory =
  /heap out of memory|allocation failed|bad_alloc|failed to allocate|cannot allocate memory|ERR_WORKER_OUT_OF_MEMORY/i;

/** How many processes Linux has killed for want of memory since it started; 0 where it doesn't say. */
export function kernelKills(read: (path: string) => string = (path) => readFileSync(path, 'utf8')): number {
  try {
    return Number(/^oom_kill (\d+)$/m.exec(read('/proc/vmstat'))?.[1] ?? 0);
  } catch {
    return 0; // not Linux, or /proc is closed to us
  }
}

/** `killsBefore`: what `kernelKills()` said when the work began; `errors`: the end of its stderr. */
export function deathOf(how: Ended, errors: string, killsBefore: number): Failure {
  const starved = outOfMemory.test(errors) || (how.signal === 'SIGKILL' && kernelKills() > killsBefore);
  return starved
    ? makeFailure(
        'out-of-memory',
        'There was not enough memory for this.',
        'Close other programs, or try a smaller picture. Nothing else was lost.',
      )
    : makeFailure(
        'crashed',
        'The process that did this stopped unexpectedly.',
        'It starts again by itself and nothing else was lost. Try again.',
      );
}
