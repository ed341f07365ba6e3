/** The hosts that hold models: one a device, with a budget, and what becomes of a run that goes wrong. */
import { constants, getPriority } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { Devices } from '../../src-main/studio/processes/devices.ts';
import { createHosts, type Hosts, type HostsOptions } from '../../src-main/studio/processes/hosts.ts';
import { config, gone, program } from './help.ts';
import * as tasks from './programs/tasks.ts';

let hosts: Hosts;
afterEach(() => hosts.close());
const start = (options: HostsOptions = {}) =>
  (hosts = createHosts(config, { entry: program('host'), ...options }));
const failure = (code: string) => expect.objectContaining({ failure: expect.objectContaining({ code }) });
const lane = 'models-cpu';
const pidOf = async () => (await hosts.run(tasks.echo, {}, { lane })).pid;

describe('the host of a device', () => {
  it('starts when first needed, one a device', async () => {
    start();
    expect(hosts.status()).toHaveLength(2);
    const cpu = await pidOf();
    const { pid } = await hosts.run(tasks.echo, {}, { lane: 'models-webgpu' });
    expect(pid).not.toBe(cpu);
    expect(await pidOf()).toBe(cpu);
    expect(hosts.status().map((status) => status.lane)).toEqual([
      'interactive',
      'batch',
      'models-cpu',
      'models-webgpu',
    ]);
  });

  it('gives way to the engine', async () => {
    start();
    const { PRIORITY_BELOW_NORMAL } = constants.priority;
    expect(getPriority(await pidOf())).toBe(Math.max(getPriority(), PRIORITY_BELOW_NORMAL));
  });

  it('holds models within the budget of the engine, which can be changed', async () => {
    let budget = 100;
    start({ budget: () => budget });
    expect(await hosts.models()).toEqual({ budget: 100, held: [] });
    await hosts.run(tasks.hold, { name: 'a', bytes: 60 }, { lane });
    await hosts.run(tasks.hold, { name: 'b', bytes: 30 }, { lane });
    const held = async () => (await hosts.models()).held;
    expect(await held()).toMatchObject([
      {
        lane,
        memory: { budget: 100, used: 90, free: 10, held: [{ name: 'a' }, { name: 'b', busy: false }] },
      },
    ]);
    await expect(hosts.run(tasks.hold, { name: 'c', bytes: 101 }, { lane })).rejects.toEqual(
      failure('out-of-memory'),
    );
    budget = 40;
    hosts.budgetChanged();
    expect(await held()).toMatchObject([{ memory: { budget: 40, used: 30, held: [{ name: 'b' }] } }]);
  });

  it('has its budget again after it died', async () => {
    start({ budget: () => 77 });
    await expect(hosts.run(tasks.die, { how: 'abort' }, { lane })).rejects.toEqual(failure('crashed'));
    await pidOf();
    expect((await hosts.models()).held).toMatchObject([{ memory: { budget: 77, used: 0 } }]);
  });

  it('says that it computes when it can’t say what it holds', async () => {
    start();
    const controller = new AbortController();
    const { signal } = controller;
    const ending = new Promise<void>((resolve) => {
      const onProgress = () => resolve();
      hosts.run(tasks.matmuls, long, { lane, signal, onProgress }).catch(() => undefined);
    });
    await ending;
    const held = async () => (await hosts.models()).held;
    await expect.poll(held, { timeout: 20_000 }).toEqual([{ lane, memory: null }]);
    controller.abort();
  });
});

/** Minutes of computing on any machine. */
const long = { count: 4_000, size: 2_000 };

describe('a run of a graph', () => {
  it('that was cancelled ends with its process, at once, and the next one works', async () => {
    start();
    const before = await pidOf();
    const controller = new AbortController();
    const running = hosts.run(tasks.matmuls, long, {
      lane,
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(running).rejects.toEqual(failure('cancelled'));
    await gone([before]);
    expect(hosts.status().find((s) => s.lane === lane)).toMatchObject({ state: 'idle', waiting: 0 });
    await expect(hosts.run(tasks.matmuls, { count: 2, size: 8 }, { lane })).resolves.toBeDefined();
  });

  it('that wants more memory than there is says so, and its process lives', async () => {
    start();
    const before = await pidOf();
    const huge = hosts.run(tasks.huge, { size: 2 ** 46 }, { lane });
    await expect(huge).rejects.toEqual(failure('out-of-memory'));
    expect(await pidOf()).toBe(before);
  });
});

describe('the choice of a device', () => {
  it('that doesn’t work is an error that says why, and what does', async () => {
    start();
    const devices = new Devices(hosts);
    expect(await devices.choose('cpu')).toEqual({ provider: 'cpu' });
    await expect(devices.choose('coreml')).rejects.toMatchObject({
      failure: {
        code: 'wrong-use',
        message: expect.stringContaining('coreml'),
        hint: expect.stringContaining('good'),
      },
    });
  });
});
