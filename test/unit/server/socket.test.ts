import { afterEach, beforeEach, expect, test } from 'vitest';
import { channels, privateRequests } from '../../../src-main/contract/index.ts';
import { openPage, Page, startServer, type Running } from './fixture.ts';

let server: Running;
beforeEach(async () => {
  server = await startServer({ patience: 600_000 });
});
afterEach(() => server.stop());

test('a page with the secret is welcome and asks the engine', async () => {
  const page = await openPage(server);
  expect(await page.call(1, 'project.current')).toEqual({ ok: true, value: null });
  expect(await page.call(2, 'chat.send', { text: 'hello', canvas: null })).toMatchObject({
    ok: false,
    error: { code: 'not-found', message: 'no chat.send here' },
  });
});

test.each([
  ['a wrong secret', { type: 'hello', secret: 'x'.repeat(43) }],
  ['no secret', { type: 'hello' }],
  ['a list for a secret', { type: 'hello', secret: ['x'] }],
  ['a call before the secret', { type: 'call', id: 1, channel: 'project.current', input: {} }],
  ['no JSON', 'hello'],
  ['bytes', Buffer.from('{"type":"hello"}')],
])('%s is closed with 4401', async (_what, message) => {
  const page = new Page(server);
  await page.say(message);
  expect(await page.closed).toBe(4401);
  expect(page.received).toEqual([]);
});

test('the secret in the address or a cookie counts for nothing', async () => {
  const page = new Page(server, { headers: { cookie: `secret=${server.secret}` } });
  await page.say({ type: 'call', id: 1, channel: 'project.current', input: {} });
  expect(await page.closed).toBe(4401);
  const other = new Page(server, { path: `/studio?secret=${server.secret}` });
  expect(await other.closed).toBe(-1);
});

test('a page that stays silent is closed, and may try again: it may just be slow', async () => {
  const hasty = await startServer({ patience: 100 });
  try {
    expect(await new Page(hasty).closed).toBe(4408);
  } finally {
    await hasty.stop();
  }
});

test('only some sockets may wait to prove themselves, and a page gets in again afterwards', async () => {
  const silent = Array.from({ length: 8 }, () => new Page(server));
  await Promise.all(silent.map((page) => new Promise((resolve) => page.socket.once('open', resolve))));
  expect(await new Page(server).closed).toBe(-1);
  silent.forEach((page) => page.socket.close());
  await Promise.all(silent.map((page) => page.closed));
  expect(await (await openPage(server)).call(1, 'project.current')).toEqual({ ok: true, value: null });
});

test.each([
  ['another site', { origin: 'http://evil.example' }],
  ['a file', { origin: 'null' }],
  ['another host', { headers: { host: 'localhost' } }],
  ['another path', { path: '/studio/x' }],
])('a WebSocket from %s is refused', async (_what, options) => {
  expect(await new Page(server, options).closed).toBe(-1);
});

test('a WebSocket without an Origin is refused', async () => {
  const { WebSocket } = await import('ws');
  const socket = new WebSocket(`ws://${server.host}/studio`);
  const status = await new Promise((resolve) => {
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
    socket.on('open', () => resolve('open'));
  });
  expect(status).toBe(403);
});

test('private requests don’t exist for a page', async () => {
  const page = await openPage(server);
  for (const [id, channel] of channels(privateRequests).entries())
    expect(await page.call(id, channel), channel).toMatchObject({ ok: false, error: { code: 'wrong-use' } });
  for (const [id, channel] of ['__proto__.x', 'shell.constructor', 'toString', 'project', 'a.b.c'].entries())
    expect(await page.call(100 + id, channel), channel).toMatchObject({
      ok: false,
      error: { code: 'wrong-use' },
    });
});

test('the shell answers for the browser', async () => {
  const page = await openPage(server);
  expect(await page.call(1, 'shell.info')).toEqual({
    ok: true,
    value: { kind: 'browser', platform: process.platform, version: '1.2.3' },
  });
  const file = { hash: 'a'.repeat(64), name: 'out.png' };
  expect(await page.call(2, 'shell.save', file)).toEqual({
    ok: true,
    value: { saved: false, download: 'out.png' },
  });
  for (const [id, channel, input] of [
    [3, 'shell.openFiles', {}],
    [4, 'shell.openProject', {}],
    [5, 'shell.dragOut', file],
  ] as const)
    expect(await page.call(id, channel, input)).toMatchObject({ ok: false, error: { code: 'wrong-use' } });
});

test('input outside the contract is refused before the engine hears it', async () => {
  const page = await openPage(server);
  expect(await page.call(1, 'chat.setDraft', { text: 5 })).toMatchObject({
    ok: false,
    error: { code: 'wrong-use' },
  });
  expect(await page.call(2, 'chat.setDraft', { text: '', extra: 1 })).toMatchObject({ ok: false });
});

test('events reach every page that is in, and no other', async () => {
  const [one, two, outside] = [await openPage(server), await openPage(server), new Page(server)];
  await one.call(1, 'chat.setDraft', { text: 'a' });
  await two.hear((message) => message.type === 'event' && message.name === 'project');
  expect(outside.received).toEqual([]);
  outside.socket.close();
});

test('an oversized message ends that page’s connection only', async () => {
  const [page, other] = [await openPage(server), await openPage(server)];
  await page.say(
    `{"type":"call","id":1,"channel":"chat.setDraft","input":{"text":"${'x'.repeat(9 * 2 ** 20)}"}}`,
  );
  expect(await page.closed).toBe(1009);
  expect(await other.call(1, 'project.current')).toEqual({ ok: true, value: null });
});

test('an answer or an event that is too large is said to be', async () => {
  const small = await startServer({ maxSent: 500 });
  try {
    const page = await openPage(small);
    const plan = {
      steps: [
        { input: { from: 'focus' }, invocation: { module: 'image-editing', command: 'sharpen', args: {} } },
      ],
    };
    expect(await page.call(1, 'chat.format', { plan, form: 'json' })).toMatchObject({
      ok: false,
      error: { code: 'too-large' },
    });
    await page.call(2, 'jobs.list');
    const notice = await page.hear((message) => message.type === 'event' && message.name === 'notice');
    expect(notice.payload).toMatchObject({ failure: { code: 'too-large' } });
    expect(await page.call(3, 'project.current')).toEqual({ ok: true, value: null });
  } finally {
    await small.stop();
  }
});

test('a message that is no JSON closes the connection', async () => {
  const page = await openPage(server);
  await page.say('{');
  expect(await page.closed).toBe(1007);
});
