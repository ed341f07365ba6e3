/** Work that takes a while: seen, counted and stopped by its id. */
import { randomUUID } from 'node:crypto';
import { failureOf, type Job, type JobPart } from '../../contract/index.ts';
import type { Watch } from '../work/picture.ts';

/** Ended jobs that are still listed, newest last. */
const remembered = 50;
/** Steps of a job that doesn't say how many it has. */
const steps = 1000;

export class Jobs {
  readonly #jobs = new Map<string, Job>();
  readonly #controllers = new Map<string, AbortController>();
  readonly #running = new Map<string, Promise<unknown>>();
  readonly #changed: (job: Job) => void;

  constructor(changed: (job: Job) => void) {
    this.#changed = changed;
  }

  list(): Job[] {
    return [...this.#jobs.values()];
  }

  /**
   * Starts work as a job. The promise settles as the work does; the job's state has been told by then.
   * @param about `total`: how many steps it has; `parts`: what it works on one after the other
   * @param outer cancels the job too when it aborts
   */
  start<T>(
    about: Pick<Job, 'kind' | 'label'> & Partial<Pick<Job, 'message' | 'canvas' | 'total' | 'parts'>>,
    work: (watch: Watch, id: string) => Promise<T>,
    outer?: AbortSignal,
  ): { id: string; result: Promise<T> } {
    const id = randomUUID();
    const controller = new AbortController();
    const stop = () => controller.abort();
    outer?.addEventListener('abort', stop, { once: true });
    if (outer?.aborted) stop();
    this.#controllers.set(id, controller);
    this.#set({
      id,
      message: null,
      canvas: null,
      total: steps,
      parts: [],
      ...about,
      state: 'running',
      done: 0,
      error: null,
      startedAt: Date.now(),
      endedAt: null,
    });
    const watch: Watch = {
      signal: controller.signal,
      progress: (share) => {
        const job = this.#jobs.get(id)!;
        const done = Math.min(job.total, Math.floor(share * job.total));
        if (job.state === 'running' && done > job.done) this.#set({ ...job, done });
      },
    };
    const result = this.#run(id, watch, work).finally(() => {
      outer?.removeEventListener('abort', stop);
      this.#controllers.delete(id);
    });
    this.#running.set(id, result);
    const settled = () => void this.#running.delete(id);
    result.then(settled, settled);
    return { id, result };
  }

  async #run<T>(id: string, watch: Watch, work: (watch: Watch, id: string) => Promise<T>): Promise<T> {
    try {
      const value = await work(watch, id);
      const job = this.#jobs.get(id)!;
      this.#set({ ...job, state: 'done', done: job.total, endedAt: Date.now() });
      return value;
    } catch (error) {
      const failure = failureOf(error);
      const cancelled = failure.code === 'cancelled';
      this.#set({
        ...this.#jobs.get(id)!,
        state: cancelled ? 'cancelled' : 'failed',
        error: cancelled ? null : failure,
        endedAt: Date.now(),
      });
      throw error;
    }
  }

  /** Tells what came of one part of a job. */
  tellPart(id: string, index: number, change: Partial<JobPart>): void {
    const job = this.#jobs.get(id);
    if (!job) return;
    this.#set({ ...job, parts: job.parts.map((part, i) => (i === index ? { ...part, ...change } : part)) });
  }

  /** Does nothing for a job that has ended. */
  cancel(id: string): void {
    this.#controllers.get(id)?.abort();
  }

  /** Stops what runs (all of it, or what `about` says yes to) and waits until it has ended. */
  async stop(about: (job: Job) => boolean = () => true): Promise<void> {
    const running = [...this.#running].filter(([id]) => about(this.#jobs.get(id)!));
    for (const [id] of running) this.cancel(id);
    await Promise.allSettled(running.map(([, result]) => result));
  }

  #set(job: Job): void {
    this.#jobs.set(job.id, job);
    for (const old of this.#jobs.values()) {
      if (this.#jobs.size <= remembered) break;
      if (old.state !== 'running') this.#jobs.delete(old.id);
    }
    this.#changed(job);
  }
}
