import { createHmac } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, picture, startServer, type Running } from './fixture.ts';

let server: Running;
beforeAll(async () => {
  server = await startServer({ maxUpload: 1000 });
});
afterAll(() => server.stop());

const hmac = (text: string, secret = server.secret) =>
  createHmac('sha256', secret).update(text).digest('hex');
const mediaPath = (key: string) => `/media/${picture.hash}?k=${key}`;

/** Bytes straight into the socket, for what Node's client refuses to send. */
const raw = (text: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = createConnection(server.port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });

test('listens on 127.0.0.1 on a port of the system’s choice', () => {
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
});

test('the redirect file is the user’s alone and is the only place with the secret', async () => {
  expect(server.secret).toMatch(/^[\w-]{43}$/);
  expect((await stat(server.file)).mode & 0o777).toBe(0o600);
  expect((await stat(dirname(server.file))).mode & 0o777).toBe(0o700);
  expect(server.url).not.toContain(server.secret);
});

test('the page is served with its policy and without a cookie', async () => {
  const { status, headers, body } = await ask(server, '/');
  expect(status).toBe(200);
  expect(body).toContain('<title>page</title>');
  expect(headers['content-security-policy']).toContain("script-src 'self'");
  expect(headers['content-security-policy']).toContain(`connect-src 'self' ws://${server.host}`);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['set-cookie']).toBeUndefined();
  expect(body).not.toContain(server.secret);
});

test.each([
  ['a name', () => 'localhost:' + server.port],
  ['another site that points here', () => 'evil.example:' + server.port],
  ['no port', () => '127.0.0.1'],
  ['another port', () => '127.0.0.1:1'],
  ['a dot after it', () => `127.0.0.1.:${server.port}`],
  ['another way to write it', () => `127.1:${server.port}`],
  ['a user before it', () => `x@127.0.0.1:${server.port}`],
])('a Host that is %s is refused', async (_what, host) => {
  expect((await ask(server, '/', { headers: { host: host() } })).status).toBe(403);
  expect(
    (await ask(server, mediaPath(hmac(`media:${picture.hash}`)), { headers: { host: host() } })).status,
  ).toBe(403);
});

test('two Hosts, an absolute address and a scheme-relative one are refused', async () => {
  const good = `Host: ${server.host}\r\n`;
  const end = 'Connection: close\r\n\r\n';
  const status = async (text: string) => (await raw(text)).slice(9, 12);
  expect(await status(`GET / HTTP/1.1\r\n${good}${end}`)).toBe('200');
  expect(await status(`GET / HTTP/1.1\r\n${good}Host: evil.example\r\n${end}`)).toMatch(/40[03]/);
  expect(await status(`GET http://evil.example/ HTTP/1.1\r\n${good}${end}`)).toBe('403');
  expect(await status(`GET //evil.example/ HTTP/1.1\r\n${good}${end}`)).toBe('403');
});

test.each(['null', 'http://evil.example', 'http://localhost:1'])(
  'an Origin %s is refused',
  async (origin) => {
    expect((await ask(server, '/', { headers: { origin } })).status).toBe(403);
  },
);

test('media open with their key only', async () => {
  const good = hmac(`media:${picture.hash}`);
  const opened = await ask(server, mediaPath(good));
  expect(opened.status).toBe(200);
  expect(opened.body).toBe(picture.bytes.toString());
  expect(opened.headers['content-type']).toBe('image/png');

  const none = `/media/${picture.hash}`;
  expect((await ask(server, none)).status).toBe(403);
  expect((await ask(server, mediaPath(''))).status).toBe(403);
  expect((await ask(server, mediaPath(good.slice(0, -1) + (good.endsWith('0') ? '1' : '0')))).status).toBe(
    403,
  );
  expect((await ask(server, mediaPath(hmac(`media:${picture.hash}`, 'another secret')))).status).toBe(403);
  expect((await ask(server, mediaPath(hmac(`media:${'b'.repeat(64)}`)))).status).toBe(403);
  expect((await ask(server, mediaPath(server.secret))).status).toBe(403);
  const cookie = { cookie: `secret=${server.secret}; k=${good}; vitrail=${server.secret}` };
  expect((await ask(server, none, { headers: cookie })).status).toBe(403);
});

test('a range of a medium is answered with 206', async () => {
  const part = await ask(server, mediaPath(hmac(`media:${picture.hash}`)), {
    headers: { range: 'bytes=4-9' },
  });
  expect(part.status).toBe(206);
  expect(part.body).toBe(picture.bytes.toString().slice(4, 10));
});

test('a download’s name is part of its key', async () => {
  const name = 'my photo; "é".png';
  const key = hmac(`media:${picture.hash}:${name}`);
  const good = await ask(server, `${mediaPath(key)}&name=${encodeURIComponent(name)}`);
  expect(good.status).toBe(200);
  expect(good.headers['content-disposition']).toMatch(/^attachment/);
  expect((await ask(server, `${mediaPath(key)}&name=evil.exe`)).status).toBe(403);
  expect((await ask(server, `${mediaPath(hmac(`media:${picture.hash}`))}&name=evil.exe`)).status).toBe(403);
});

test('an unknown medium with a right key doesn’t exist', async () => {
  const hash = 'c'.repeat(64);
  expect((await ask(server, `/media/${hash}?k=${hmac(`media:${hash}`)}`)).status).toBe(404);
});

test.each([
  '/../data/private.txt',
  '/..%2fdata%2fprivate.txt',
  '/%2e%2e/data/private.txt',
  '/assets/../../data/private.txt',
  '/..\\data\\private.txt',
  '/engine.mjs',
  '/../engine.mjs',
  '/media/../../data/private.txt',
  '/media/..%2f..%2fdata%2fprivate.txt',
  '/media/%00',
])('nothing outside the page is served: %s', async (path) => {
  const { status, body } = await ask(server, path);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(body).not.toContain('private');
});

test('a medium’s address that holds a path doesn’t exist, even with a key for it', async () => {
  const key = hmac('media:..%2fdata%2fprivate.txt');
  const { status, body } = await ask(server, `/media/..%2fdata%2fprivate.txt?k=${key}`);
  expect(status).toBe(404);
  expect(body).toBe('');
});

const upload = (headers: Record<string, string | undefined>, body: string | Buffer = 'hello') =>
  ask(server, '/import', {
    method: 'POST',
    headers: Object.fromEntries(
      Object.entries({
        origin: server.origin,
        'x-vitrail-secret': server.secret,
        'x-vitrail-name': 'photo.png',
        ...headers,
      }).filter(([, value]) => value !== undefined),
    ),
    body,
  });

const leftovers = () => readdir(`${server.data}/incoming`).catch(() => []);

test('a file is imported under its own name, and nothing is left behind', async () => {
  const { status, body } = await upload({ 'x-vitrail-name': encodeURIComponent('../../Café ☕.png') });
  expect(status).toBe(200);
  expect(JSON.parse(body)).toEqual({ ok: true, value: { canvases: ['Caf____png-5'] } });
  expect(await leftovers()).toEqual([]);
});

test('an upload needs the secret, our Origin and POST', async () => {
  expect((await upload({ 'x-vitrail-secret': undefined })).status).toBe(401);
  expect((await upload({ 'x-vitrail-secret': 'wrong' })).status).toBe(401);
  expect((await upload({ 'x-vitrail-secret': undefined, cookie: `secret=${server.secret}` })).status).toBe(
    401,
  );
  expect((await upload({ origin: undefined })).status).toBe(403);
  expect((await upload({ origin: 'http://evil.example' })).status).toBe(403);
  expect((await ask(server, '/import')).status).toBe(405);
  expect(await leftovers()).toEqual([]);
});

test('a file that is too large is refused with a reason, announced or not', async () => {
  for (const headers of [{ 'content-length': '1001' }, { 'transfer-encoding': 'chunked' }]) {
    const { status, body } = await upload(headers, Buffer.alloc(1001));
    expect(status).toBe(413);
    expect(JSON.parse(body)).toMatchObject({ ok: false, error: { code: 'too-large' } });
  }
  expect((await upload({}, Buffer.alloc(1000))).status).toBe(200);
  expect(await leftovers()).toEqual([]);
});

test('a name that can’t be read is a failure, not a crash', async () => {
  const { status, body } = await upload({ 'x-vitrail-name': '%E0%A4%A' });
  expect(status).toBe(200);
  expect(JSON.parse(body)).toMatchObject({ ok: false, error: { code: 'wrong-use' } });
});
