/**
 * Supervised child processes. Every one runs the pinned Node, talks over IPC, and has a stdin that only its parent
 * holds, so that it can tell when the parent is gone (`endWithParent`).
 * Shells use this too: no API that Node 16 lacks.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import type { Port } from '../../contract/index.ts';
import { channelPort } from '../../process/port.ts';

export { endWithParent, parentPort } from '../../process/parent.ts';

export interface ChildOptions {
  node: string;
  /** The program, and its arguments. */
  entry: string;
  args?: readonly string[];
  /** For Node itself; never from outside. */
  execArgv?: readonly string[];
  /** `json` where the two may run different versions of Node. */
  serialization: 'json' | 'advanced';
  /** A file descriptor for what the child prints; by default our stderr, as stdout is for the terminal's answers. */
  log?: number;
  /** Leaves the child's stderr to be read, for signs of what it died of. */
  readErrors?: boolean;
}

/** Variables that change what Node or Electron load or spawn stay behind. */
export const childEnvironment = (env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !/^(NODE|ELECTRON)_/i.test(name)));

export function spawnChild(options: ChildOptions): ChildProcess {
  const { node, entry, args = [], execArgv = [], serialization, log = 2, readErrors = false } = options;
  const child = spawn(node, [...execArgv, entry, ...args], {
    stdio: ['pipe', log, readErrors ? 'pipe' : log, 'ipc'],
    serialization,
    env: childEnvironment(),
    windowsHide: true,
  });
  // Nothing is ever written to it: an error only says that the child is gone, and `ended` says that too.
  child.stdin?.on('error', () => undefined);
  return child;
}

export const childPort = (child: ChildProcess): Port => channelPort(child);

/** How a child ended; `code` is -1 for one that could not be started. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** Resolves when the process is gone (also when it never came to be). */
export function ended(child: ChildProcess): Promise<Ended> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null)
      return resolve({ code: child.exitCode, signal: child.signalCode });
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.on('error', () => {
      if (child.pid === undefined) resolve({ code: -1, signal: null });
    });
  });
}

/** Waits for a child to end by itself, at most `ms`, then kills it. */
export async function endedWithin(child: ChildProcess, ms: number): Promise<Ended> {
  const timer = setTimeout(() => child.kill('SIGKILL'), ms);
  try {
    return await ended(child);
  } finally {
    clearTimeout(timer);
  }
}
