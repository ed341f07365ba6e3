import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { startEngine } from '../../src-main/studio/processes/engine.ts';
import { config, folder, gone, program, runs } from './help.ts';

interface Pids {
  engine: number;
  hosts: number[];
}

let shell: ChildProcess | undefined;
afterEach(() => void shell?.kill('SIGKILL'));

/** A shell whose engine has two hosts, both with their main thread in one call of ten minutes. */
async function startShell(): Promise<Pids> {
  const args = [program('shell'), JSON.stringify(config)];
  const child = spawn(config.node, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  shell = child;
  for await (const line of createInterface({ input: child.stdout })) {
    const pids = JSON.parse(line) as Pids;
    expect([pids.engine, ...pids.hosts].every(runs)).toBe(true);
    expect(new Set([child.pid, pids.engine, ...pids.hosts]).size).toBe(4);
    return pids;
  }
  throw new Error('the shell ended early');
}

describe('nobody is left behind', () => {
  it('when the shell is killed; the engine has time to close its project', async () => {
    const { engine, hosts } = await startShell();
    shell!.kill('SIGKILL');
    await gone([engine, ...hosts]);
    expect(existsSync(join(folder, `closed-${engine}`))).toBe(true);
  });

  it('when the engine is killed: its hosts are gone, and the shell starts another', async () => {
    const handle = startEngine(config, { entry: program('engine') });
    try {
      const answer = await handle.client.engine.doctor();
      if (!answer.ok) throw new Error(answer.error.message);
      const hosts = answer.value.lines[0]!.detail.map(Number);
      const engine = handle.pid!;
      process.kill(engine, 'SIGKILL');
      await gone([engine, ...hosts]);
    } finally {
      await handle.close();
    }
  });

  it('when the shell closes the engine, though its hosts are in a long call', async () => {
    const handle = startEngine(config, { entry: program('engine') });
    const answer = await handle.client.engine.doctor();
    if (!answer.ok) throw new Error(answer.error.message);
    const pids = [handle.pid!, ...answer.value.lines[0]!.detail.map(Number)];
    await handle.close();
    await gone(pids);
  });
});
