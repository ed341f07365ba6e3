/** Threads that do the parts of long work, as many as the machine has cores. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { letGo } from '../collect.ts';
import type { Work } from '../work.ts';
import { buffersOf, type Kernel, type Order, type Parts, type Report } from './kernel.ts';

/** A thread holds a part while it does another, so that it never waits. */
const held = 2;
/** Beyond this memory is what everything waits for. */
const most = 8;
/**
 * A thread costs some 20 MiB and as long to start as so many parts take, or so many slow ones: a small photo isn't worth
 * another one.
 */
const fewest = 16;
const fewestSlow = 2;
/** Fewer parts aren't worth handing over to threads that are there. */
const fewestShared = 4;

interface Job {
  give(worker: Worker): void;
  take(worker: Worker, report: Report): void;
  fail(error: unknown): void;
}

/** @param entry the module of the threads, which calls `serveParts` @param size how many there may be */
export class Crew {
  readonly #entry: URL;
  readonly #size: number;
  readonly #workers = new Set<Worker>();
  readonly #jobs = new Map<number, Job>();
  #next = 0;

  constructor(entry: URL, size = Math.min(most, availableParallelism())) {
    this.#entry = entry;
    this.#size = size;
  }

  /** How many threads there are by now. */
  get threads(): number {
    return this.#workers.size;
  }

  /**
   * Does all parts, whose results don't depend on how many threads there are. While it waits this thread is free.
   * @throws an `AbortError` at once when `work` is cancelled; what a kernel throws
   */
  async run<P, I extends object, O extends object>(
    kernel: Kernel<P, I, O>,
    params: P,
    parts: Parts<I, O>,
    work: Work,
  ): Promise<void> {
    await work.breathe();
    const alone = this.#size < 2 || parts.count < (this.#workers.size ? fewestShared : fewest);
    if (!parts.slow && alone) await here(kernel, params, parts, work);
    else await this.#there(kernel, params, parts, work);
    work.progress(1, 1);
  }

  async #there<P, I extends object, O extends object>(
    kernel: Kernel<P, I, O>,
    params: P,
    parts: Parts<I, O>,
    work: Work,
  ): Promise<void> {
    const id = this.#next++;
    const stop = new Int32Array(new SharedArrayBuffer(4));
    const begin: Order = { job: id, kernel: kernel.name, params: shared(params), stop };
    for (const worker of this.#started(parts)) {
      worker.ref();
      worker.postMessage(begin);
    }
    let given = 0;
    let done = 0;
    const listening = new AbortController();
    try {
      await new Promise<void>((resolve, reject) => {
        const job: Job = {
          give(worker) {
            if (given === parts.count) return;
            const part = given++;
            const input = parts.input(part);
            const order: Order = { job: id, part, input };
            worker.postMessage(order, buffersOf(input));
          },
          take(worker, report) {
            if ('error' in report) return reject(report.error as Error);
            try {
              parts.output(report.part, report.output as O);
              letGo(report.output);
              work.progress(++done, parts.count);
              if (done === parts.count) resolve();
              else job.give(worker);
            } catch (error) {
              reject(error as Error);
            }
          },
          fail: reject,
        };
        this.#jobs.set(id, job);
        const { signal } = work;
        signal.addEventListener('abort', () => reject(signal.reason as Error), { signal: listening.signal });
        for (let k = 0; k < held; k++) for (const worker of this.#workers) job.give(worker);
      });
    } finally {
      listening.abort();
      Atomics.store(stop, 0, 1);
      this.#jobs.delete(id);
      const end: Order = { job: id, over: true };
      for (const worker of this.#workers) {
        worker.postMessage(end);
        if (!this.#jobs.size) worker.unref(); // a process may end while its threads wait
      }
    }
  }

  /** The threads there are, and as many more as pay for these parts. */
  #started({ count, slow }: Pick<Parts<never, never>, 'count' | 'slow'>): Set<Worker> {
    const wanted = Math.min(this.#size, Math.ceil(count / (slow ? fewestSlow : fewest)));
    while (this.#workers.size < wanted) {
      const worker = new Worker(this.#entry, { resourceLimits: { maxYoungGenerationSizeMb: 8 } });
      worker.on('message', (report: Report) => this.#jobs.get(report.job)?.take(worker, report));
      worker.on('error', (error) => {
        this.#workers.delete(worker);
        for (const job of this.#jobs.values()) job.fail(error);
      });
      this.#workers.add(worker);
    }
    return this.#workers;
  }
}

/** All parts in this thread. */
export async function here<P, I extends object, O extends object>(
  kernel: Kernel<P, I, O>,
  params: P,
  parts: Parts<I, O>,
  work: Work,
): Promise<void> {
  const run = kernel.make(params);
  for (let part = 0; part < parts.count; part++) {
    const input = parts.input(part);
    const output = run(input, () => {});
    parts.output(part, output);
    letGo(output);
    letGo(input);
    await work.breathe();
    work.progress(part + 1, parts.count);
  }
}

/** The same with its planes and pixels where all threads see them. */
function shared<T>(value: T): T {
  if (value instanceof Float32Array) return new Float32Array(inCommon(value)) as T;
  if (value instanceof Uint16Array) return new Uint16Array(inCommon(value)) as T;
  if (value instanceof Uint8Array) return new Uint8Array(inCommon(value)) as T;
  if (Array.isArray(value)) return value.map(shared) as T;
  if (value && Object.getPrototypeOf(value) === Object.prototype)
    return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, shared(of)])) as T;
  return value;
}

function inCommon({ buffer, byteOffset, byteLength }: ArrayBufferView): SharedArrayBuffer {
  const copy = new SharedArrayBuffer(byteLength);
  new Uint8Array(copy).set(new Uint8Array(buffer, byteOffset, byteLength));
  return copy;
}
