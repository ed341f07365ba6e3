import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createCrashTracker } from '../../src-main/studio/processes/crashes.ts';
import { createHosts, type Hosts, type HostsOptions } from '../../src-main/studio/processes/hosts.ts';
import { config, folder, gone, program, until } from './help.ts';
import * as tasks from './programs/tasks.ts';

let hosts: Hosts;
afterEach(() => hosts.close());

const start = (options: HostsOptions = {}) =>
  (hosts = createHosts(config, { entry: program('host'), ...options }));
const failure = (code: string) => expect.objectContaining({ failure: expect.objectContaining({ code }) });
const batch = () => hosts.status().find(({ lane }) => lane === 'batch')!;
let files = 0;
const fresh = () => join(folder, `file-${files++}`);

/** Starts a call of ten minutes in the batch lane and waits until its main thread is in it. */
async function startBlocked(signal?: AbortSignal) {
  const mark = fresh();
  const ending = hosts
    .run(tasks.block, { ms: 600_000, mark }, { ...(signal && { signal }) })
    .catch((e: unknown) => e);
  await until('it has begun', () => existsSync(mark) && readFileSync(mark, 'utf8') !== '');
  return { ending, pid: Number(readFileSync(mark, 'utf8')) };
}

/** The same for one that lets messages in and doesn't care. */
async function startDeaf(signal: AbortSignal) {
  let begun = false;
  const onProgress = () => void (begun = true);
  const ending = hosts.run(tasks.deaf, {}, { signal, onProgress }).catch((e: unknown) => e);
  await until('it has begun', () => begun);
  return { ending };
}

describe('hosts', () => {
  it('start when needed, one a lane, and stay', async () => {
    start();
    expect(hosts.status().map(({ pid, state }) => [pid, state])).toEqual([
      [null, 'idle'],
      [null, 'idle'],
    ]);
    const [one, two] = [await hosts.run(tasks.echo, {}), await hosts.run(tasks.echo, {})];
    const three = await hosts.run(tasks.echo, {}, { lane: 'interactive' });
    expect(two.pid).toBe(one.pid);
    expect(three.pid).not.toBe(one.pid);
    expect(await hosts.free()).toBe(6);
    await hosts.close();
    await gone([one.pid, three.pid]);
  });

  it('do not make a click wait for a long edit', async () => {
    start();
    await startBlocked();
    expect(batch()).toMatchObject({ state: 'running', running: ['test.block'] });
    expect(await hosts.run(tasks.echo, {}, { lane: 'interactive' })).toEqual({ pid: expect.any(Number) });
  });

  it('pass on a task’s own failure whole', async () => {
    start();
    await expect(hosts.run(tasks.refuse, {})).rejects.toMatchObject({
      failure: { code: 'bad-input', message: 'Not this.', hint: 'Try that.', packs: ['a-pack'] },
    });
    await expect(hosts.run(tasks.echo, { more: 1 } as never)).rejects.toEqual(failure('wrong-use'));
    await expect(hosts.run(tasks.lie, {})).rejects.toEqual(failure('internal'));
    await expect(hosts.run({ ...tasks.echo, name: 'test.none' }, {})).rejects.toEqual(failure('wrong-use'));
  });

  it('say how far a task is, only forward', async () => {
    start();
    const seen: number[] = [];
    await hosts.run(tasks.steps, { steps: 40 }, { onProgress: (done, total) => seen.push(done / total) });
    expect(seen.at(-1)).toBe(1);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
  });

  it('run one heavy task at a time, in order', async () => {
    start();
    const order: number[] = [];
    const run = (steps: number) => hosts.run(tasks.steps, { steps }).then(() => order.push(steps));
    await Promise.all([run(20), run(1), run(2)]);
    expect(order).toEqual([20, 1, 2]);
  });

  it('look at one file beside a task; whatever else holds whole pictures waits', async () => {
    start();
    const controller = new AbortController();
    const { ending } = await startDeaf(controller.signal);
    const [log, go] = [fresh(), fresh()];
    const first = hosts.run(tasks.look, { log, go });
    await until('it has begun', () => existsSync(log));
    const second = hosts.run(tasks.look, { log: fresh(), go });
    const written = hosts.run(tasks.encode, {});
    expect(batch()).toMatchObject({ running: ['test.deaf', 'codecs.probe'], waiting: 2 });
    writeFileSync(go, '');
    await Promise.all([first, second]);
    expect(batch()).toMatchObject({ running: ['test.deaf'], waiting: 1 });
    controller.abort();
    await ending;
    await expect(written).resolves.toBeDefined();
  });

  it('end when they have nothing to do, and start again', async () => {
    start({ idleMs: 50 });
    const { pid } = await hosts.run(tasks.echo, {});
    await gone([pid]);
    expect((await hosts.run(tasks.echo, {})).pid).not.toBe(pid);
  });

  it('give a task a process of its own', async () => {
    start();
    const { pid } = await hosts.run(tasks.echo, {}, { lane: 'alone' });
    await gone([pid]);
    expect(hosts.status()).toHaveLength(2);
  });
});

describe('a host that dies', () => {
  it('by a kill in a long call: crashed, and the next call works', async () => {
    start();
    const { ending, pid } = await startBlocked();
    process.kill(pid, 'SIGKILL');
    expect(await ending).toEqual(failure('crashed'));
    expect((await hosts.run(tasks.echo, {})).pid).not.toBe(pid);
  });

  it.each(['exit', 'abort', 'throw'] as const)('by %s: crashed', async (how) => {
    start();
    await expect(hosts.run(tasks.die, { how })).rejects.toEqual(failure('crashed'));
    await expect(hosts.run(tasks.echo, {})).resolves.toBeDefined();
  });

  it('of a lack of memory: out of memory', async () => {
    start({ execArgv: ['--max-old-space-size=40'] });
    await expect(hosts.run(tasks.die, { how: 'heap' })).rejects.toEqual(failure('out-of-memory'));
  });

  it('does not take the tasks that wait with it', async () => {
    start();
    const { ending, pid } = await startBlocked();
    const waiting = hosts.run(tasks.echo, {});
    process.kill(pid, 'SIGKILL');
    expect(await ending).toEqual(failure('crashed'));
    await expect(waiting).resolves.toBeDefined();
  });

  it('too often is not restarted until the user asks', async () => {
    const notices: string[] = [];
    start({ crashes: createCrashTracker({ limit: 2 }), onFailed: ({ code }) => notices.push(code) });
    const die = () => hosts.run(tasks.die, { how: 'exit' });
    await expect(die()).rejects.toEqual(failure('crashed'));
    await expect(hosts.run(tasks.echo, {})).resolves.toBeDefined();
    expect(notices).toEqual([]);
    await expect(die()).rejects.toEqual(failure('crashed'));
    expect(notices).toEqual(['crashed']);
    expect(batch()).toMatchObject({ pid: null, state: 'failed' });
    await expect(hosts.run(tasks.echo, {})).rejects.toMatchObject({
      failure: { code: 'crashed', message: expect.stringContaining('several times') },
    });
    hosts.reset();
    await expect(hosts.run(tasks.echo, {})).resolves.toBeDefined();
  });

  it('before it has begun: crashed', async () => {
    start({ entry: join(folder, 'nowhere.mjs') });
    await expect(hosts.run(tasks.echo, {})).rejects.toEqual(failure('crashed'));
    await hosts.close();
    hosts = createHosts({ ...config, node: join(folder, 'no-node') }, { entry: program('host') });
    await expect(hosts.run(tasks.echo, {})).rejects.toEqual(failure('crashed'));
  });
});

describe('cancelling', () => {
  it('lets a task that listens end by itself, and keeps its host', async () => {
    start({ cancelMs: 20_000 });
    const { pid } = await hosts.run(tasks.echo, {});
    const controller = new AbortController();
    const running = hosts.run(
      tasks.steps,
      { steps: 1_000_000 },
      { signal: controller.signal, onProgress: () => controller.abort() },
    );
    await expect(running).rejects.toEqual(failure('cancelled'));
    expect((await hosts.run(tasks.echo, {})).pid).toBe(pid);
  });

  it.each(['block', 'deaf'] as const)(
    'ends the process of one that does not (%s), and is no crash',
    async (how) => {
      start({ crashes: createCrashTracker({ limit: 1 }), cancelMs: 50 });
      const { pid } = await hosts.run(tasks.echo, {});
      const controller = new AbortController();
      const { ending } = await (how === 'block' ? startBlocked : startDeaf)(controller.signal);
      controller.abort();
      expect(await ending).toEqual(failure('cancelled'));
      await gone([pid]);
      expect((await hosts.run(tasks.echo, {})).pid).not.toBe(pid);
    },
  );

  it('takes one that waits out of the queue, and leaves the one that runs alone', async () => {
    start();
    const { pid } = await startBlocked();
    const controller = new AbortController();
    const waiting = hosts.run(tasks.echo, {}, { signal: controller.signal });
    controller.abort();
    await expect(waiting).rejects.toEqual(failure('cancelled'));
    expect(batch()).toMatchObject({ pid, running: ['test.block'], waiting: 0 });
    await expect(hosts.run(tasks.echo, {}, { signal: AbortSignal.abort() })).rejects.toEqual(
      failure('cancelled'),
    );
  });

  it('runs the others again that were in the process that had to be ended', async () => {
    start({ cancelMs: 20 });
    const [log, go] = [fresh(), fresh()];
    const other = hosts.run(tasks.look, { log, go });
    await until('it has begun', () => existsSync(log));
    const controller = new AbortController();
    const { ending } = await startDeaf(controller.signal);
    controller.abort();
    expect(await ending).toEqual(failure('cancelled'));
    writeFileSync(go, '');
    const { pid } = await other;
    const pids = readFileSync(log, 'utf8').trim().split('\n').map(Number);
    expect(pids).toHaveLength(2);
    expect(pids[1]).toBe(pid);
    expect(pids[0]).not.toBe(pid);
  });

  it('everything, by closing', async () => {
    start();
    const { ending, pid } = await startBlocked();
    const waiting = hosts.run(tasks.echo, {}).catch((error: unknown) => error);
    await hosts.close();
    expect(await ending).toEqual(failure('cancelled'));
    expect(await waiting).toEqual(failure('cancelled'));
    await gone([pid]);
    await expect(hosts.run(tasks.echo, {})).rejects.toEqual(failure('cancelled'));
  });
});
