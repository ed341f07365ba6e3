/** Starting programs and seeing them gone. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll } from 'vitest';
import type { EngineConfig } from '../../src-main/studio/processes/config.ts';

export const program = (name: string): string => join(import.meta.dirname, 'programs', `${name}.ts`);

export const folder = mkdtempSync(join(tmpdir(), 'fault-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

export const config: EngineConfig = {
  node: process.execPath,
  dist: folder,
  models: folder,
  assets: folder,
  data: folder,
  version: '0.0.0',
};

/** Whether a process still runs. One that is dead and not yet collected by its parent doesn't. */
export function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !/^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2));
  } catch {
    return false;
  }
}

/** Resolves when the condition holds; gives up, loudly, after two minutes. */
export async function until(what: string, condition: () => boolean): Promise<void> {
  const end = Date.now() + 120_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await wait(20);
  }
}

export const gone = (pids: readonly number[]): Promise<void> =>
  until(`${pids.join(', ')} are gone`, () => !pids.some(runs));
