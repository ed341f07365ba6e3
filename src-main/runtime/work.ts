/** What a long computation gets: a way to be stopped, to say how far it is, and to let messages in. */
export interface Work {
  signal: AbortSignal;
  /** How far: `done` of `total`, in units of the work's own. Never goes back. */
  progress(done: number, total: number): void;
  /**
   * To be awaited in every loop at least each 50 ms of computing: lets a cancellation arrive, then throws if it did.
   * Cheap to call often: it only yields when 20 ms have passed since it last did.
   * @throws an `AbortError` once cancelled
   */
  breathe(): Promise<void>;
}

export function makeWork(signal: AbortSignal, progress: Work['progress'] = () => {}): Work {
  let last = performance.now();
  return {
    signal,
    progress,
    async breathe() {
      const now = performance.now();
      if (now - last >= 20) {
        await new Promise<void>((resolve) => setImmediate(resolve));
        last = performance.now();
      }
      signal.throwIfAborted();
    },
  };
}

/** A part of some work: its progress is reported as `from` to `to` of 1. */
export const partOf = (work: Work, from: number, to: number): Work => ({
  ...work,
  progress: (done, total) => work.progress(from + (to - from) * (done / total), 1),
});
