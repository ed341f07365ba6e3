import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { connect, hostEvents, hostRequests, task, type Port } from '../../../src-main/contract/index.ts';
import { serveHost } from '../../../src-main/host/serve.ts';
import type { Pipelines } from '../../../src-main/host/systems.ts';

/** Two ends of a line in one process; messages are cloned, as between two. */
function line(): [Port, Port] {
  const ends = [0, 1].map(() => ({ message: [] as ((m: unknown) => void)[] }));
  const port = (mine: number): Port => ({
    post: (m) => setImmediate((copy) => ends[1 - mine]!.message.forEach((f) => f(copy)), structuredClone(m)),
    onMessage: (f) => void ends[mine]!.message.push(f),
    onClose: () => undefined,
  });
  return [port(0), port(1)];
}

function hostWith(pipelines: Pipelines) {
  const [here, there] = line();
  const tasks = Object.keys(pipelines).map((name) =>
    task(name, z.strictObject({ n: z.number().default(2) }), z.strictObject({ twice: z.number() })),
  );
  const memory = { budget: 0, used: 0, free: 0, held: [] };
  serveHost(there, {
    systems: [{ tasks, load: async () => pipelines }],
    free: () => 7,
    models: async (budget = 5) => ({ ...memory, budget }),
  });
  const connection = connect(here, hostRequests, hostEvents);
  const run = (name: string, input: unknown, signal?: AbortSignal) =>
    connection.call('host.run', { call: 'c1', task: name, input }, signal);
  return { ...connection, run };
}

const failure = (code: string, message?: RegExp) => ({
  ok: false,
  error: expect.objectContaining({ code, ...(message && { message: expect.stringMatching(message) }) }),
});

describe('a host', () => {
  it('runs a task with its defaults, and says how far it is', async () => {
    const { run, on } = hostWith({
      't.double': async ({ n }: { n: number }, { progress }) => {
        progress(1, 2);
        progress(9, 2); // nonsense is cut
        return { twice: n * 2 };
      },
    });
    const seen: unknown[] = [];
    on('progress', (p) => seen.push(p));
    expect(await run('t.double', {})).toEqual({ ok: true, value: { twice: 4 } });
    expect(seen).toEqual([
      { call: 'c1', done: 1, total: 2 },
      { call: 'c1', done: 2, total: 2 },
    ]);
  });

  it('checks what goes in and what comes out', async () => {
    const { run } = hostWith({ 't.wrong': async () => ({ thrice: 1 }) });
    expect(await run('t.other', {})).toEqual(failure('wrong-use', /no task named t\.other/));
    expect(await run('t.wrong', { n: 'two' })).toEqual(failure('wrong-use', /t\.wrong: n/));
    expect(await run('t.wrong', {})).toEqual(failure('internal', /outside its contract/));
  });

  it('says cancelled for one that was, and lets it stop by itself', async () => {
    const controller = new AbortController();
    const { run } = hostWith({
      't.loop': async (_, { breathe }) => {
        setImmediate(() => controller.abort()); // once it is under way
        for (;;) await breathe();
      },
    });
    expect(await run('t.loop', {}, controller.signal)).toEqual(failure('cancelled'));
  });

  it('knows a lack of memory when it is told of one', async () => {
    const { run } = hostWith({
      't.huge': async () => ({ twice: new ArrayBuffer(2 ** 52).byteLength }),
    });
    expect(await run('t.huge', {})).toEqual(failure('out-of-memory'));
  });

  it('forgets when asked to', async () => {
    expect(await hostWith({}).client.host.free()).toEqual({ ok: true, value: { freed: 7 } });
  });
});
