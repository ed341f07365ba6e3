/**
 * A lane: one host, started when first needed and again when it has died, and the tasks that wait for it.
 * One task runs at a time. Only a look at a file (one at a time, too) may run beside it, so that a photo dropped during
 * a long edit comes in at once: a host never holds more than one task's pictures and the one that is looked at.
 */
import {
  fail,
  makeFailure,
  type Failure,
  type ModelMemory,
  type Result,
  type Task,
} from '../../contract/index.ts';
import * as codecs from '../../systems/codecs/index.ts';
import { createCrashTracker, type CrashTracker } from './crashes.ts';
import { startHost, type Host, type HostOptions } from './host.ts';
import { forwardOnly } from './progress.ts';

export interface LaneOptions extends HostOptions {
  /** How long a cancelled task may take to end by itself before its process is killed, in ms. */
  cancelMs?: number;
  /** How long a host may do nothing before it is ended, in ms. */
  idleMs?: number;
  crashes?: CrashTracker;
  /** The most memory that models may take in it, in bytes, from when it starts. */
  budget?: () => number;
  onFailed?: (failure: Failure) => void;
}

export interface LaneStatus {
  pid: number | null;
  state: 'idle' | 'running' | 'failed';
  /** Names of the tasks that run, and how many wait. */
  running: string[];
  waiting: number;
}

export interface LaneRun {
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}

export interface Lane {
  run(task: Task, input: unknown, run: LaneRun): Promise<Result<unknown>>;
  free(): Promise<number>;
  /** Tells the host its budget again; what models take in it, `null` without a host. */
  models(): Promise<ModelMemory | null>;
  reset(): void;
  status(): LaneStatus;
  close(): Promise<void>;
}

interface Job extends LaneRun {
  task: string;
  input: unknown;
  isLook: boolean;
  answer(result: Result<unknown>): void;
}

const cancelled = fail('cancelled', 'Cancelled.');

const tooOften = makeFailure(
  'crashed',
  'The process that does this has stopped several times in a few minutes, so it is not started again for now.',
  'Your project is safe. Try again, or with a smaller picture.',
);

let calls = 0;

export function createLane(options: LaneOptions): Lane {
  const { cancelMs = 200, idleMs = 15 * 60_000, crashes = createCrashTracker() } = options;
  const waiting: Job[] = [];
  const running = new Set<Job>();
  let host: Host | undefined;
  let idle: NodeJS.Timeout | undefined;
  let closed = false;

  const hasRoom = (job: Job) => ![...running].some(({ isLook }) => isLook === job.isLook);

  function pump() {
    clearTimeout(idle);
    for (let next; (next = waiting.find(hasRoom));) {
      waiting.splice(waiting.indexOf(next), 1);
      const job = next;
      running.add(job);
      void attempt(job).then((result) => {
        running.delete(job);
        job.answer(result);
        pump();
      });
    }
    if (running.size || !host) return;
    const resting = host;
    idle = setTimeout(() => {
      if (host === resting) host = undefined;
      void resting.stop();
    }, idleMs).unref();
  }

  /** The host, started if need be; `null` when it has crashed too often. */
  function ready(): Host | null {
    if (host) return host;
    if (!crashes.allowed()) return null;
    const started = startHost(options);
    host = started;
    if (options.budget) void started.models(options.budget());
    void started.death.then((death) => {
      if (host === started) host = undefined;
      if (!death) return;
      crashes.record();
      if (!crashes.allowed()) options.onFailed?.(tooOften);
    });
    return started;
  }

  async function attempt(job: Job): Promise<Result<unknown>> {
    const onProgress = forwardOnly(job.onProgress);
    for (;;) {
      if (closed || job.signal?.aborted) return cancelled;
      const mine = ready();
      if (!mine) return { ok: false, error: tooOften };
      const stopWatching = watch(job, mine);
      const { task, input, signal } = job;
      const outcome = await mine.run({
        call: `${calls++}`,
        task,
        input,
        onProgress,
        ...(signal && { signal }),
      });
      stopWatching();
      if (job.signal?.aborted) return cancelled;
      if (outcome.kind === 'answer') return outcome.result;
      if (outcome.death) return { ok: false, error: outcome.death };
      // Its process was ended because of another task in it: this one begins again in the next.
    }
  }

  /** Kills the host when a cancelled task doesn't end by itself. */
  function watch(job: Job, mine: Host): () => void {
    let timer: NodeJS.Timeout | undefined;
    const onAbort = () => {
      timer = setTimeout(() => {
        if (host === mine) host = undefined;
        mine.kill();
      }, cancelMs);
    };
    job.signal?.addEventListener('abort', onAbort, { once: true });
    return () => {
      clearTimeout(timer);
      job.signal?.removeEventListener('abort', onAbort);
    };
  }

  return {
    run: (task, input, run) =>
      new Promise((resolve) => {
        const job: Job = {
          ...run,
          task: task.name,
          input,
          isLook: task.name === codecs.probe.name,
          answer: resolve,
        };
        if (closed || run.signal?.aborted) return resolve(cancelled);
        const leave = () => {
          const place = waiting.indexOf(job);
          if (place < 0) return;
          waiting.splice(place, 1);
          resolve(cancelled);
        };
        run.signal?.addEventListener('abort', leave, { once: true });
        job.answer = (result) => {
          run.signal?.removeEventListener('abort', leave);
          resolve(result);
        };
        waiting.push(job);
        pump();
      }),
    free: async () => (host ? host.free() : 0),
    models: async () => (host ? host.models(options.budget?.()) : null),
    reset: () => crashes.reset(),
    status: () => ({
      pid: host?.pid ?? null,
      state: !crashes.allowed() ? 'failed' : running.size ? 'running' : 'idle',
      running: [...running].map(({ task }) => task),
      waiting: waiting.length,
    }),
    close: async () => {
      closed = true;
      clearTimeout(idle);
      waiting.splice(0).forEach((job) => job.answer(cancelled));
      const last = host;
      host = undefined;
      if (running.size) last?.kill();
      await last?.stop();
    },
  };
}
