/** Runs the program that is to be mistreated, and what it takes to mistreat it. */
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, onTestFinished, type TestContext } from 'vitest';

const child = fileURLToPath(new URL('child.ts', import.meta.url));
/** The children's temporary files, and what Node has compiled: many short runs start in half the time. */
const shared = mkdtempSync(join(tmpdir(), 'vitrail-fault-'));
chmodSync(shared, 0o1777);
afterAll(() => rmSync(shared, { recursive: true, force: true }));

export const isRoot = process.getuid?.() === 0;

export interface Report {
  canvases: string[];
  draft: string;
  history: number;
  readOnly: string | null;
  sound: boolean;
}

/** A folder that goes away with the test; others may look into it. */
export function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vitrail-fault-'));
  chmodSync(folder, 0o755);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a command of `child.ts` to its end; answers with the objects it said, and the signal that ended it. */
export function run(args: string[], env: Record<string, string> = {}) {
  const { stdout, stderr, status, signal } = spawnSync(process.execPath, [child, ...args], {
    env: { ...process.env, NODE_COMPILE_CACHE: shared, TMPDIR: shared, ...env },
    encoding: 'utf8',
  });
  if (status !== 0 && signal === null) throw new Error(`${args.join(' ')} failed: ${stderr}`);
  const said = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);
  return { said, signal };
}

export function start(args: string[]): ChildProcess {
  return spawn(process.execPath, [child, ...args], {
    env: { ...process.env, TMPDIR: shared },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** A project with one canvas, made by a process of its own. */
export function makeProject(folder: string): string {
  run(['create', folder]);
  return folder;
}

/** Leaves a test out because this machine can't do it: counted by the runner, and said aloud. */
export function leaveOut(context: TestContext, why: string): never {
  console.warn(`LEFT OUT: ${context.task.name}: ${why}`);
  return context.skip(why);
}

/** Compiles the library that makes writes fail; answers with the variables that load it. */
export function faultLibrary(context: TestContext, folder: string, part: string): Record<string, string> {
  if (process.platform !== 'linux') leaveOut(context, 'LD_PRELOAD is a thing of Linux');
  if (spawnSync('gcc', ['--version']).status !== 0)
    leaveOut(context, 'there is no gcc (Debian: apt-get install gcc libc6-dev)');
  const library = join(folder, 'fault.so');
  const source = fileURLToPath(new URL('fault.c', import.meta.url));
  execFileSync('gcc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl']);
  return { LD_PRELOAD: library, FAULT_PATH: part };
}

/** A small disk of its own in memory. */
export function smallDisk(context: TestContext, mebibytes: number): string {
  const folder = join(temporary(), 'disk');
  mkdirSync(folder);
  const mounted = spawnSync('mount', [
    '-t',
    'tmpfs',
    '-o',
    `size=${mebibytes}m,mode=755`,
    'vitrail-test',
    folder,
  ]);
  if (mounted.status !== 0)
    leaveOut(context, `no disk can be mounted here: ${mounted.stderr ?? mounted.error}`);
  onTestFinished(() => void spawnSync('umount', ['--lazy', folder]));
  return folder;
}
