/** What a worker thread does: parts, as they come. */
import { parentPort } from 'node:worker_threads';
import { collect, spend } from '../collect.ts';
import { buffersOf, bytesOf, type AnyKernel, type Order, type Report } from './kernel.ts';

export function serveParts(kernels: readonly AnyKernel[]): void {
  const port = parentPort!;
  const known = new Map(kernels.map((kernel) => [kernel.name, kernel]));
  const jobs = new Map<number, (input: object) => object>();
  const doPart = (job: number, part: number, input: object): Report => {
    try {
      return { job, part, output: jobs.get(job)!(input) };
    } catch (error) {
      return { job, part, error };
    }
  };
  port.on('message', (order: Order) => {
    if ('kernel' in order) {
      const kernel = known.get(order.kernel);
      if (!kernel) throw new Error(`There is no kernel named ${order.kernel}.`);
      jobs.set(order.job, kernel.make(order.params as never) as (input: object) => object);
    } else if ('part' in order) {
      const size = bytesOf(order.input);
      const report = doPart(order.job, order.part, order.input);
      port.postMessage(report, 'output' in report ? buffersOf(report.output) : []);
      spend(size);
    } else {
      jobs.delete(order.job);
      collect();
    }
  });
}
