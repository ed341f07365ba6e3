/** One thing after the other, for what must never overlap. */
import { StudioError } from '../../contract/index.ts';

/** Waits for something to end, well or badly; or stops waiting when the signal aborts. @throws StudioError 'cancelled' */
export function endOf(work: Promise<unknown>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new StudioError('cancelled', 'Cancelled.'));
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    const done = () => {
      signal.removeEventListener('abort', stop);
      resolve();
    };
    work.then(done, done);
  });
}

export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Does the work when everything that came before has ended, however it ended. */
  take<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work);
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  /** When everything that has been asked for so far is done. */
  get settled(): Promise<unknown> {
    return this.#last;
  }
}
