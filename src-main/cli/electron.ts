/** Electron, where it can be had. From version 42 on its package brings no binary: the first start fetches it. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DONE, exitCode } from './exit.ts';

/** The binary in `node_modules`, or `null` while it has not been fetched. */
export function findElectron(root: string): string | null {
  const folder = join(root, 'node_modules', 'electron');
  const name = join(folder, 'path.txt');
  if (!existsSync(name)) return null;
  const binary = join(folder, 'dist', readFileSync(name, 'utf8'));
  return existsSync(binary) ? binary : null;
}

/** Why a window can't be opened here whatever Electron does, or `null`. */
export function noWindow(
  env = process.env,
  platform = process.platform,
  uid = process.getuid?.(),
): string | null {
  if (platform !== 'linux') return null;
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return 'there is no screen to open a window on';
  if (uid === 0) return 'Electron’s sandbox doesn’t run as root';
  return null;
}

/** Lets Electron's package fetch its binary. @returns the binary, or `null` when it can't be had */
export async function fetchElectron(root: string): Promise<string | null> {
  const install = join(root, 'node_modules', 'electron', 'install.js');
  if (!existsSync(install)) return null;
  const child = spawn(process.execPath, [install], { stdio: 'ignore' });
  await new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
  return findElectron(root);
}

/** How a window's process ended. `started`: it lived long enough to have shown something. */
export interface WindowEnd {
  code: number | null;
  started: boolean;
}

/** An Electron that lacks a library or its sandbox ends within this time; nobody closes a window as fast. */
const soon = 4_000;

/** The exit code of a window's end, `null` where there was none. `stopped`: it was asked to end, by Ctrl-C. */
export function exitOf({ code, started }: WindowEnd, stopped: boolean): number | null {
  if (stopped || code === 0) return DONE;
  return started ? exitCode('crashed') : null;
}

/** Runs the studio's window until it is closed. */
export function runElectron(
  binary: string,
  root: string,
  paths: readonly string[],
  options: { signal: AbortSignal; env?: Record<string, string> },
): Promise<WindowEnd> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(NODE|ELECTRON)_/.test(name)),
  );
  const began = Date.now();
  const child = spawn(binary, [root, ...paths], { stdio: 'inherit', env: { ...env, ...options.env } });
  const stop = () => child.kill();
  options.signal.addEventListener('abort', stop, { once: true });
  return new Promise((resolve) => {
    const end = (code: number | null) => {
      options.signal.removeEventListener('abort', stop);
      resolve({ code, started: code === 0 || options.signal.aborted || Date.now() - began > soon });
    };
    child.once('exit', end);
    child.once('error', () => end(null));
  });
}
