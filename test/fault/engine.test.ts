import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createCrashTracker } from '../../src-main/studio/processes/crashes.ts';
import { startEngine, type EngineHandle } from '../../src-main/studio/processes/engine.ts';
import { config, folder, gone, program, until } from './help.ts';

let engine: EngineHandle | undefined;
afterEach(() => engine?.close());

const start = (options: Parameters<typeof startEngine>[1] = {}) =>
  (engine = startEngine(config, { entry: program('engine'), ...options }));

const crashed = expect.objectContaining({ code: 'crashed', hint: expect.any(String) });

describe('the engine, supervised', () => {
  it('comes back after a crash: calls under way say so, later ones work, listeners stay', async () => {
    const exits: unknown[] = [];
    const handle = start({ onExit: (how) => exits.push(how) });
    const states: string[] = [];
    const actions: string[] = [];
    handle.on('engine', ({ state }) => states.push(state));
    handle.on('command', ({ action }) => actions.push(action));
    await until('it is ready', () => handle.state === 'ready');
    const first = handle.pid;
    const waiting = handle.client.project.current();
    expect(await handle.client.project.create()).toEqual({ ok: false, error: crashed });
    expect(await waiting).toEqual({ ok: false, error: crashed });
    await until('it is ready again', () => states.at(-1) === 'ready' && states.length === 3);
    expect(states).toEqual(['ready', 'restarting', 'ready']);
    expect(exits).toEqual([{ code: null, signal: 'SIGKILL' }]);
    expect(handle.pid).not.toBe(first);
    expect((await handle.client.engine.doctor()).ok).toBe(true);
    expect(actions).toEqual(['hosts-are-busy']);
  });

  it('is not restarted for ever, until the user asks', async () => {
    const handle = start({ crashes: createCrashTracker({ limit: 2 }) });
    const states: string[] = [];
    handle.on('engine', ({ state }) => states.push(state));
    await until('it is ready', () => handle.state === 'ready');
    await handle.client.project.create();
    await until('it is back', () => states.length === 3);
    await handle.client.project.create();
    await until('it has failed', () => handle.state === 'failed');
    expect(await handle.client.project.current()).toEqual({ ok: false, error: crashed });
    handle.retry();
    await until('it is back again', () => handle.state === 'ready');
    expect(states).toEqual(['ready', 'restarting', 'ready', 'failed', 'restarting', 'ready']);
  });

  it.each([
    ['is not there', () => program('nowhere')],
    [
      'ends at once',
      () => {
        const path = join(folder, 'broken.mjs');
        writeFileSync(path, 'throw new Error("on purpose")');
        return path;
      },
    ],
  ])('says failed when its program %s', async (_, entry) => {
    const handle = start({ entry: entry() });
    await until('it has failed', () => handle.state === 'failed');
    expect(await handle.client.app.state()).toEqual({ ok: false, error: crashed });
  });

  it('says failed when there is no Node', async () => {
    const handle = startEngine({ ...config, node: join(folder, 'no-node') });
    await until('it has failed', () => handle.state === 'failed');
    await handle.close();
  });

  it('is killed when it does not end by itself', async () => {
    const path = join(folder, 'stubborn.mjs');
    writeFileSync(
      path,
      'process.on("message", () => {}); process.on("disconnect", () => {}); setInterval(() => {}, 1e3)',
    );
    const handle = startEngine(config, { entry: path, patience: { close: 100, end: 100 } });
    const pid = handle.pid!;
    await handle.close();
    await gone([pid]);
    expect(handle.state).not.toBe('failed');
  });
});
