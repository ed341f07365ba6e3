/** One host process, from its start to its end. */
import type { ChildProcess } from 'node:child_process';
import { constants, getPriority, setPriority } from 'node:os';
import {
  connect,
  hostEvents,
  hostRequests,
  makeFailure,
  type Failure,
  type ModelMemory,
  type Result,
} from '../../contract/index.ts';
import { childPort, ended, endedWithin, spawnChild } from './child.ts';
import { deathOf, kernelKills } from './death.ts';

export interface HostOptions {
  node: string;
  entry: string;
  execArgv?: readonly string[];
  /** Keeps what it prints to itself. */
  quiet?: boolean;
  /** Gives way to the engine, the windows and other programs: it computes on every core for minutes. */
  givesWay?: boolean;
}

/** A task's own answer, or that the process went away under it; `death` is `null` when we ended it ourselves. */
export type Outcome = { kind: 'answer'; result: Result<unknown> } | { kind: 'gone'; death: Failure | null };

export interface HostCall {
  call: string;
  task: string;
  input: unknown;
  signal?: AbortSignal;
  onProgress(done: number, total: number): void;
}

export interface Host {
  readonly pid: number | undefined;
  run(call: HostCall): Promise<Outcome>;
  free(): Promise<number>;
  /** Sets what models may take, in bytes, where given, and says what they take; `null` from one that is gone. */
  models(budget?: number): Promise<ModelMemory | null>;
  /** At once, whatever it is doing. */
  kill(): void;
  /** Gently: it ends when it next looks at its messages, or is killed. */
  stop(): Promise<void>;
  /** Resolves when the process is gone; `null` when we ended it ourselves. */
  readonly death: Promise<Failure | null>;
}

const closed = makeFailure('crashed', 'The host is gone.');
const errorsKept = 8_192;

export function startHost(options: HostOptions): Host {
  const child = spawnChild({ ...options, serialization: 'advanced', readErrors: true });
  if (options.givesWay && child.pid !== undefined) giveWay(child.pid);
  const connection = connect(childPort(child), hostRequests, hostEvents, closed);
  const errors = keepEnd(child, options.quiet ?? false);
  const listeners = new Map<string, HostCall['onProgress']>();
  const killsBefore = kernelKills();
  let asked = false;

  connection.on('progress', ({ call, done, total }) => listeners.get(call)?.(done, total));
  // A process that lets go of us is of no use, even if it lives on.
  child.once('disconnect', () => void endedWithin(child, 1_000));
  const death = Promise.all([ended(child), errors.closed]).then(([how]) =>
    asked ? null : deathOf(how, errors.text(), killsBefore),
  );

  return {
    pid: child.pid,
    death,
    async run({ call, task, input, signal, onProgress }) {
      listeners.set(call, onProgress);
      const result = await connection.call('host.run', { call, task, input }, signal);
      listeners.delete(call);
      if (!result.ok && result.error === closed) return { kind: 'gone', death: await death };
      return { kind: 'answer', result };
    },
    async free() {
      const result = await connection.client.host.free();
      return result.ok ? result.value.freed : 0;
    },
    async models(budget) {
      const result = await connection.client.host.models({ ...(budget !== undefined && { budget }) });
      return result.ok ? result.value : null;
    },
    kill: () => {
      asked = true;
      child.kill('SIGKILL');
    },
    stop: async () => {
      asked = true;
      if (child.connected) child.disconnect();
      await endedWithin(child, 1_000);
    },
  };
}

/** Threads that the process starts later inherit it. */
function giveWay(pid: number): void {
  try {
    setPriority(pid, Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL)); // higher is lower
  } catch {
    // It is gone already, or may not be told: then it competes like any other.
  }
}

/** Keeps the end of a child's stderr, and passes it on to ours. */
function keepEnd(child: ChildProcess, quiet: boolean): { text(): string; closed: Promise<void> } {
  let end = '';
  const stream = child.stderr;
  stream?.setEncoding('utf8').on('data', (text: string) => {
    if (!quiet) process.stderr.write(text);
    end = (end + text).slice(-errorsKept);
  });
  const closed = new Promise<void>((resolve) => (stream ? stream.once('close', resolve) : resolve()));
  return { text: () => end, closed };
}
