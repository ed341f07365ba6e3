import { expect, it, vi } from 'vitest';
import * as z from 'zod';
import {
  StudioError,
  connect,
  ok,
  request,
  serve,
  type Handlers,
  type Port,
} from '../../../src-main/contract/index.ts';

const table = {
  sum: {
    add: request(z.strictObject({ a: z.number(), b: z.number() }), z.strictObject({ sum: z.number() })),
  },
  slow: {
    wait: request(z.strictObject({}), z.strictObject({})),
    lie: request(z.strictObject({}), z.strictObject({})),
  },
};
const events = { tick: z.strictObject({ n: z.number() }) };

/** Two ends that pass JSON to each other, as a wire would. */
function wire() {
  const ends = [0, 1].map(() => ({ message: [] as ((m: unknown) => void)[], close: [] as (() => void)[] }));
  const sent: unknown[] = [];
  const port = (mine: number): Port => ({
    post: (message) => {
      sent.push(message);
      queueMicrotask(() => ends[1 - mine]!.message.forEach((f) => f(JSON.parse(JSON.stringify(message)))));
    },
    onMessage: (f) => void ends[mine]!.message.push(f),
    onClose: (f) => void ends[mine]!.close.push(f),
  });
  return {
    server: port(0),
    caller: port(1),
    sent,
    /** Once all that was posted has arrived, and so has what the other end said to that: no timer is in between. */
    quiet: () => new Promise<void>((resolve) => setImmediate(resolve)),
    close: () => ends.forEach((e) => e.close.forEach((f) => f())),
  };
}

const handlers = (overrides: Partial<Handlers<typeof table>['slow']> = {}): Handlers<typeof table> => ({
  sum: { add: ({ a, b }) => ({ sum: a + b }) },
  slow: {
    wait: (_, signal) =>
      new Promise((_resolve, reject) =>
        signal.addEventListener('abort', () => reject(new StudioError('cancelled', 'Stopped.'))),
      ),
    lie: () => ({ not: 'promised' }) as never,
    ...overrides,
  },
});

it('answers a request', async () => {
  const w = wire();
  serve(w.server, table, events, handlers());
  const { client } = connect(w.caller, table, events);
  expect(await client.sum.add({ a: 2, b: 3 })).toEqual(ok({ sum: 5 }));
});

it('refuses a bad input before it is sent, and again where it arrives', async () => {
  const w = wire();
  const add = vi.fn();
  serve(w.server, table, events, { ...handlers(), sum: { add } });
  const { client } = connect(w.caller, table, events);
  const answer = await client.sum.add({ a: 2, b: 'three' } as never);
  expect(answer).toMatchObject({
    ok: false,
    error: { code: 'wrong-use', message: expect.stringContaining('b') },
  });
  expect(w.sent).toEqual([]);
  const replies: unknown[] = [];
  w.caller.onMessage((m) => replies.push(m));
  for (const input of [{ a: 1 }, { a: 1, b: 2, c: 3 }, null, 'x'])
    w.caller.post({ type: 'call', id: 90, channel: 'sum.add', input });
  for (const channel of [
    'sum.nothing',
    'nothing.add',
    'sum',
    '__proto__.toString',
    'sum.constructor',
    'sum.add.x',
  ])
    w.caller.post({ type: 'call', id: 91, channel, input: { a: 1, b: 2 } });
  await w.quiet();
  expect(add).not.toHaveBeenCalled();
  expect(replies).toHaveLength(10);
  expect(replies).toEqual(
    replies.map(() =>
      expect.objectContaining({
        result: { ok: false, error: expect.objectContaining({ code: 'wrong-use' }) },
      }),
    ),
  );
});

it('never lets an answer through that breaks the contract', async () => {
  const w = wire();
  serve(w.server, table, events, handlers());
  const { client } = connect(w.caller, table, events);
  expect(await client.slow.lie()).toMatchObject({ ok: false, error: { code: 'internal' } });
});

it('turns what a handler throws into a failure', async () => {
  const w = wire();
  const full = Object.assign(new Error('write'), { code: 'ENOSPC' });
  serve(
    w.server,
    table,
    events,
    handlers({ wait: () => Promise.reject(full), lie: () => Promise.reject(new Error('bug')) }),
  );
  const { client } = connect(w.caller, table, events);
  expect(await client.slow.wait()).toMatchObject({
    ok: false,
    error: { code: 'no-space', hint: expect.any(String) },
  });
  expect(await client.slow.lie()).toMatchObject({ ok: false, error: { code: 'internal', message: 'bug' } });
});

it('carries a cancellation to the handler', async () => {
  const w = wire();
  serve(w.server, table, events, handlers());
  const { call } = connect(w.caller, table, events);
  const controller = new AbortController();
  const answer = call('slow.wait', {}, controller.signal);
  await Promise.resolve();
  controller.abort();
  expect(await answer).toMatchObject({ ok: false, error: { code: 'cancelled', message: 'Stopped.' } });
});

it('answers every open call when the other end goes away, and cancels them there', async () => {
  const w = wire();
  const aborted = vi.fn();
  serve(
    w.server,
    table,
    events,
    handlers({ wait: (_, signal) => new Promise(() => signal.addEventListener('abort', aborted)) }),
  );
  const { client } = connect(w.caller, table, events);
  const answers = [client.slow.wait(), client.slow.wait()];
  await w.quiet();
  w.close();
  for (const answer of answers) expect(await answer).toMatchObject({ ok: false, error: { code: 'crashed' } });
  expect(aborted).toHaveBeenCalledTimes(2);
  expect(await client.slow.wait()).toMatchObject({ ok: false, error: { code: 'crashed' } });
});

it('tells events to whoever listens, checked', async () => {
  const w = wire();
  const server = serve(w.server, table, events, handlers());
  const { on } = connect(w.caller, table, events);
  const heard: number[] = [];
  const stop = on('tick', ({ n }) => heard.push(n));
  server.emit('tick', { n: 1 });
  w.server.post({ type: 'event', name: 'tick', payload: { n: 'two' } });
  w.server.post({ type: 'event', name: 'toString', payload: {} });
  await w.quiet();
  stop();
  server.emit('tick', { n: 3 });
  await w.quiet();
  expect(heard).toEqual([1]);
  expect(() => server.emit('tick', { n: 'x' } as never)).toThrow();
});

it('ignores what is not of its protocol', async () => {
  const w = wire();
  serve(w.server, table, events, handlers());
  const { client } = connect(w.caller, table, events);
  for (const junk of [
    null,
    1,
    'x',
    {},
    { type: 'call' },
    { type: 'cancel', id: -1 },
    { type: 'reply', id: 0 },
  ]) {
    w.caller.post(junk);
    w.server.post(junk);
  }
  expect(await client.sum.add({ a: 1, b: 1 })).toEqual(ok({ sum: 2 }));
});
