/**
 * The engine as every shell sees it: one stable client over a process that may have to be restarted.
 * Runs in Electron's main as well, so no API that Node 16 lacks.
 */
import type { ChildProcess } from 'node:child_process';
import {
  connect,
  engineRequests,
  fail,
  makeClient,
  makeFailure,
  studioEvents,
  type Connection,
  type EngineRequests,
  type Payload,
  type StudioEvents,
} from '../../contract/index.ts';
import { childPort, ended, endedWithin, spawnChild, type Ended } from './child.ts';
import { engineEntry, type EngineConfig } from './config.ts';
import { createCrashTracker, type CrashTracker } from './crashes.ts';

export type EngineState = Payload<StudioEvents, 'engine'>['state'];

/** `client`, `call` and `on` stay valid across restarts; calls under way in a crash answer `crashed`. */
export interface EngineHandle extends Connection<EngineRequests, StudioEvents> {
  /** `restarting` until it first answers, too. Changes arrive as the event `engine`. */
  readonly state: EngineState;
  readonly pid: number | undefined;
  /** After `failed`: the user asks to try again. */
  retry(): void;
  /** Closes the project cleanly and ends the process; kills it if it doesn't answer. */
  close(): Promise<void>;
}

export interface EngineOptions {
  /** Each time that the process ends without having been asked to. */
  onExit?: (how: Ended) => void;
  /** Another program in the engine's place, and where it writes what it prints. */
  entry?: string;
  log?: number;
  crashes?: CrashTracker;
  /** How long it may take to close its project, and then to end, in ms. */
  patience?: { close: number; end: number };
}

const closed = makeFailure(
  'crashed',
  'The studio had to be restarted while it did this.',
  'Nothing that was done before is lost. Try again.',
);

export function startEngine(config: EngineConfig, options: EngineOptions = {}): EngineHandle {
  const { crashes = createCrashTracker(), patience = { close: 10_000, end: 2_000 } } = options;
  const listeners = new Map<string, Set<(payload: never) => void>>();
  let state: EngineState = 'restarting';
  let child: ChildProcess | undefined;
  let connection: Connection<EngineRequests, StudioEvents> | undefined;
  let closing: Promise<void> | undefined;

  const emit = (name: string, payload: unknown) =>
    listeners.get(name)?.forEach((listener) => listener(payload as never));

  function become(next: EngineState) {
    if (state === next || closing) return;
    state = next;
    emit('engine', { state });
  }

  function start() {
    const process = spawnChild({
      node: config.node,
      entry: options.entry ?? engineEntry(config),
      args: [JSON.stringify(config)],
      serialization: 'json',
      ...(options.log !== undefined && { log: options.log }),
    });
    const mine = connect(childPort(process), engineRequests, studioEvents, closed);
    child = process;
    connection = mine;
    for (const name of Object.keys(studioEvents) as (keyof StudioEvents)[])
      mine.on(name, (payload) => emit(name, payload));
    // Any answer at all says that it has come up.
    void mine.call('app.state', {}).then((answer) => {
      if (connection === mine && (answer.ok || answer.error !== closed)) become('ready');
    });
    void ended(process).then((how) => {
      if (closing) return;
      connection = undefined;
      crashes.record();
      options.onExit?.(how);
      restart();
    });
  }

  function restart() {
    if (!crashes.allowed()) return become('failed');
    become('restarting');
    start();
  }

  const call: EngineHandle['call'] = async (channel, input, signal) => {
    if (connection) return connection.call(channel, input, signal);
    return fail(
      'crashed',
      'The studio stopped several times in a row and was not started again.',
      'Choose “Try again”. If it keeps happening, restart Vitrail: your project is safe on disk.',
    );
  };

  async function end() {
    if (!child || !connection) return;
    const timer = setTimeout(() => child?.kill('SIGKILL'), patience.close);
    await connection.call('engine.shutDown', {});
    clearTimeout(timer);
    if (child.connected) child.disconnect();
    await endedWithin(child, patience.end);
  }

  start();
  return {
    client: makeClient(engineRequests, call),
    call,
    on: (name, listener) => {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener as (payload: never) => void));
      return () => void set.delete(listener as (payload: never) => void);
    },
    get state() {
      return state;
    },
    get pid() {
      return child?.pid;
    },
    retry: () => {
      if (state !== 'failed' || closing) return;
      crashes.reset();
      restart();
    },
    close: () => (closing ??= end()),
  };
}
