/** What a worker thread does: parts, as they come. */
import { parentPort } from 'node:worker_threads';
import { collect, letGo } from '../collect.ts';
import { buffersOf, type AnyKernel, type Check, type Order, type Report } from './kernel.ts';

/** A thread's heap is small: a collection takes a few milliseconds. In bytes of typed arrays. */
const few = 4 * 1024 * 1024;

/** Thrown through a kernel whose job has ended. */
const unwanted = new Error('Nobody waits for this part any more.');

export function serveParts(kernels: readonly AnyKernel[]): void {
  const port = parentPort!;
  const known = new Map(kernels.map((kernel) => [kernel.name, kernel]));
  const jobs = new Map<number, { run: (input: object, check: Check) => object; check: Check }>();
  /** `null` when nobody waits for it any more. */
  const doPart = (job: number, part: number, input: object): Report | null => {
    const { run, check } = jobs.get(job)!;
    try {
      check();
      return { job, part, output: run(input, check) };
    } catch (error) {
      return error === unwanted ? null : { job, part, error };
    }
  };
  port.on('message', (order: Order) => {
    if ('kernel' in order) {
      const kernel = known.get(order.kernel);
      if (!kernel) throw new Error(`There is no kernel named ${order.kernel}.`);
      const { stop } = order;
      const check = (): void => {
        if (Atomics.load(stop, 0) !== 0) throw unwanted;
      };
      jobs.set(order.job, { run: kernel.make(order.params as never) as never, check });
    } else if ('part' in order) {
      const report = doPart(order.job, order.part, order.input);
      if (report) port.postMessage(report, 'output' in report ? buffersOf(report.output) : []);
      letGo(order.input);
    } else {
      jobs.delete(order.job);
      collect(few);
    }
  });
}
