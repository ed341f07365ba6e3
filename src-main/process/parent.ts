/** What every child process of ours needs: a port to its parent, and the habit of ending with it. */
import { Worker } from 'node:worker_threads';
import type { Port } from '../contract/index.ts';
import { channelPort } from './port.ts';

/** The port to the process that spawned this one with an IPC channel. */
export function parentPort(): Port {
  if (!process.send) throw new Error('This program is started by Vitrail, not by itself.');
  return channelPort(process);
}

/**
 * A thread of its own, so that it runs while the main thread is deep in one long call. The parent holds the other
 * end of stdin and never writes to it: when it ends, the parent is gone. `SIGKILL`, because nothing gentler ends a
 * native call that has begun.
 */
const guard = `
  const { Socket } = require('node:net');
  const { workerData } = require('node:worker_threads');
  const end = () => setTimeout(() => process.kill(process.pid, 'SIGKILL'), workerData.grace);
  new Socket({ fd: 0 }).on('error', end).on('close', end).resume();
`;

/**
 * Ends this process when its parent is gone, however that ended and whatever this one is doing.
 * `before` may tidy up (close a database); after `grace` milliseconds the process is killed all the same.
 */
export function endWithParent(options: { before?: () => unknown; grace?: number } = {}): void {
  const worker = new Worker(guard, {
    eval: true,
    workerData: { grace: options.grace ?? 100 },
    execArgv: [],
    env: {},
  });
  worker.unref();
  // A terminal sends Ctrl-C to every process of its group; what it means is the parent's to decide.
  process.on('SIGINT', () => undefined);
  process.once('disconnect', () => {
    void Promise.resolve(options.before?.()).finally(() => process.exit(0));
  });
}
