import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  createWebHandler,
  type WebHandler,
  type WebResponse,
} from '../../../../src-main/studio/web/handler.ts';

const photo = 'a'.repeat(64);
const page = 'b'.repeat(64);
const blank = 'c'.repeat(64);
const lost = 'd'.repeat(64);
const bytes = Buffer.from(Array.from({ length: 1000 }, (_, i) => i % 251));

let folder: string;
let handler: WebHandler;
const asked: string[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vitrail-web-'));
  const renderer = join(folder, 'renderer');
  mkdirSync(join(renderer, 'assets'), { recursive: true });
  writeFileSync(
    join(renderer, 'index.html'),
    '<meta property="csp-nonce" nonce="__CSP_NONCE__"><script src="./assets/i-1.js"></script>',
  );
  writeFileSync(join(renderer, 'assets', 'i-1.js'), 'export {}');
  writeFileSync(join(renderer, 'assets', 'i-1.js.map'), '{}');
  writeFileSync(join(renderer, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(folder, 'secret.js'), 'secret');
  symlinkSync(join(folder, 'secret.js'), join(renderer, 'linked.js'));
  writeFileSync(join(folder, 'photo'), bytes);
  writeFileSync(join(folder, 'blank'), '');
  handler = createWebHandler({
    renderer,
    connect: ['ws://127.0.0.1:1234'],
    locate: (hash) => {
      asked.push(hash);
      const file = (name: string, type: string, size: number) => ({
        path: join(folder, name),
        type,
        bytes: size,
      });
      if (hash === photo) return Promise.resolve(file('photo', 'image/png', 1000));
      if (hash === page) return Promise.resolve(file('photo', 'text/html', 1000));
      if (hash === blank) return Promise.resolve(file('blank', 'image/png', 0));
      if (hash === lost) return Promise.resolve(file('gone', 'image/png', 5));
      return Promise.resolve(null);
    },
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open: WebResponse[] = [];
/** What a test leaves unread is closed here, not some day by the garbage collection. */
afterEach(async () => {
  for (const { body } of open.splice(0))
    if (body instanceof Readable && !body.destroyed)
      await new Promise((end) => body.once('close', end).destroy());
});

const get = async (url: string, headers: Record<string, string> = {}, method = 'GET') => {
  const response = await handler({ url, method, headers });
  open.push(response);
  return response;
};

async function read({ body }: WebResponse): Promise<Buffer> {
  if (body === null) return Buffer.alloc(0);
  if (Buffer.isBuffer(body)) return body;
  const parts: Buffer[] = [];
  for await (const part of body) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

describe('the page', () => {
  it('comes with a policy whose nonce is fresh and is the one in the page', async () => {
    const nonces = new Set<string>();
    for (const url of ['vitrail://studio/', 'vitrail://studio/index.html', '/', '/?a=b']) {
      const response = await get(url);
      expect(response.status).toBe(200);
      const policy = response.headers['content-security-policy']!;
      const nonce = /'nonce-([^']+)'/.exec(policy)![1]!;
      expect((await read(response)).toString()).toContain(`nonce="${nonce}"`);
      expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
      nonces.add(nonce);
      expect(response.headers['cache-control']).toBe('no-store');
    }
    expect(nonces.size).toBe(4);
  });

  it('allows nothing inline, nothing evaluated, nothing foreign', async () => {
    const policy = (await get('/')).headers['content-security-policy']!;
    const directives = new Map(policy.split('; ').map((d) => [d.split(' ')[0], d.split(' ').slice(1)]));
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(directives.get('script-src')).toEqual(["'self'"]);
    expect(directives.get('connect-src')).toEqual(["'self'", 'ws://127.0.0.1:1234']);
    for (const name of ['base-uri', 'form-action', 'frame-ancestors', 'object-src'])
      expect(directives.get(name)).toEqual(["'none'"]);
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:/);
  });

  it('isolates itself', async () => {
    const { headers } = await get('/');
    expect(headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });

  it('serves the files of the folder and no others', async () => {
    const script = await get('/assets/i-1.js');
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(script.headers['cache-control']).toContain('immutable');
    expect((await read(script)).toString()).toBe('export {}');
    expect((await get('/icon.svg')).headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'cache-control': 'no-store',
    });
    for (const path of [
      '/assets/i-1.js.map',
      '/../secret.js',
      '/assets/..%2f..%2fsecret.js',
      '/%2e%2e/secret.js',
      '/..\\secret.js',
      '/linked.js',
      '//secret.js',
      '/assets',
      '/constructor',
    ])
      expect((await get(path)).status, path).toBe(404);
  });

  it('refuses an address that is none', async () => {
    for (const url of ['', 'index.html', 'http://[', 'http://'])
      expect((await get(url)).status, url).toBe(400);
  });

  it('answers GET and HEAD only', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'get'])
      expect(await get('/', {}, method)).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    const head = await get('/assets/i-1.js', {}, 'HEAD');
    expect(head).toMatchObject({ status: 200, body: null, headers: { 'content-length': '9' } });
  });

  it('says what is wrong when it was not built', () => {
    const options = { renderer: join(folder, 'renderer', 'assets'), locate: () => Promise.resolve(null) };
    expect(() => createWebHandler(options)).toThrow(/not been built/);
  });
});

describe('media', () => {
  it('serves a whole file', async () => {
    const response = await get(`vitrail://studio/media/${photo}`);
    expect(response.status).toBe(200);
    expect(response.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': '1000',
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
    });
    expect(response.headers['cache-control']).toContain('immutable');
    expect(response.headers).not.toHaveProperty('content-disposition');
    expect(await read(response)).toEqual(bytes);
  });

  it.each([
    ['bytes=0-0', 0, 0],
    ['bytes=10-19', 10, 19],
    ['bytes=990-', 990, 999],
    ['bytes=-10', 990, 999],
    ['bytes=-5000', 0, 999],
    ['bytes=5-99999', 5, 999],
  ])('serves %s', async (range, start, end) => {
    const response = await get(`/media/${photo}`, { range });
    expect(response.status).toBe(206);
    expect(response.headers['content-range']).toBe(`bytes ${start}-${end}/1000`);
    expect(response.headers['content-length']).toBe(String(end - start + 1));
    expect(await read(response)).toEqual(bytes.subarray(start, end + 1));
  });

  it.each(['bytes=1000-', 'bytes=5000-6000', 'bytes=-0'])('refuses %s', async (range) => {
    const response = await get(`/media/${photo}`, { range });
    expect(response.status).toBe(416);
    expect(response.headers['content-range']).toBe('bytes */1000');
    expect(await read(response)).toHaveLength(0);
  });

  it.each(['bytes=0-1,5-6', 'bytes=9-5', 'bytes=-', 'items=0-1', 'bytes=a-b', 'bytes=1e2-'])(
    'ignores %s',
    async (range) => {
      const response = await get(`/media/${photo}`, { range });
      expect(response.status).toBe(200);
      expect(await read(response)).toHaveLength(1000);
    },
  );

  it('sends a range of the same content only', async () => {
    const range = 'bytes=0-9';
    expect((await get(`/media/${photo}`, { range, 'if-range': `"${photo}"` })).status).toBe(206);
    expect((await get(`/media/${photo}`, { range, 'if-range': `"${page}"` })).status).toBe(200);
  });

  it('never shows a type that is not on the list', async () => {
    const { headers } = await get(`/media/${page}`);
    expect(headers['content-type']).toBe('application/octet-stream');
    expect(headers['content-disposition']).toMatch(/^attachment/);
    expect(headers['content-security-policy']).toContain('sandbox');
  });

  it('downloads under any name, and a name cannot break out of its header', async () => {
    const name = 'Glück "x"\r\nset-cookie: a=b 100%.png';
    const response = await get(`/media/${photo}?download=${encodeURIComponent(name)}`);
    const value = response.headers['content-disposition']!;
    expect(value).not.toMatch(/[\r\n]/);
    expect(decodeURIComponent(/filename\*=UTF-8''(.*)$/.exec(value)![1]!)).toBe(name);
    expect(/filename="([^"]*)"/.exec(value)![1]).toBe('Gl_ck _x___set-cookie: a=b 100_.png');
  });

  it('answers 404 for what is not there, and asks for hashes only', async () => {
    asked.length = 0;
    for (const path of [
      'x',
      `${photo}/..`,
      photo.toUpperCase(),
      photo.slice(1),
      '',
      `../media/${photo}x`,
      'e'.repeat(64),
    ])
      expect((await get(`/media/${path}`)).status, path).toBe(404);
    expect(asked).toEqual(['e'.repeat(64)]);
    expect((await get(`/media/${lost}`)).status).toBe(404);
  });

  it('serves an empty file', async () => {
    const response = await get(`/media/${blank}`);
    expect(response).toMatchObject({ status: 200, headers: { 'content-length': '0' } });
    expect(await read(response)).toHaveLength(0);
    expect((await get(`/media/${blank}`, { range: 'bytes=-1' })).status).toBe(416);
  });
});

describe('the development server', () => {
  let server: Server;
  let address: string;
  beforeAll(async () => {
    server = createServer((request, response) =>
      response.setHeader('content-type', 'text/javascript').end(`${request.url} ${request.headers.host}`),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  it('is passed on to, media apart', async () => {
    const developing = createWebHandler({
      renderer: '',
      devUrl: address,
      locate: () => Promise.resolve({ path: join(folder, 'photo'), type: 'image/png', bytes: 1000 }),
    });
    const script = await developing({ url: 'vitrail://studio/main.tsx?t=1', method: 'GET', headers: {} });
    expect((await read(script)).toString()).toBe(`/main.tsx?t=1 ${address.slice(7)}`);
    expect(script.headers).toMatchObject({
      'content-type': 'text/javascript',
      'x-content-type-options': 'nosniff',
    });
    const image = await developing({ url: `/media/${photo}`, method: 'GET', headers: {} });
    expect(await read(image)).toEqual(bytes);
  });

  it.each(['https://example.org', 'http://example.org', 'http://127.0.0.1.example.org', 'file:///etc'])(
    'is never %s',
    (devUrl) => {
      expect(() => createWebHandler({ renderer: '', devUrl, locate: () => Promise.resolve(null) })).toThrow(
        /this machine/,
      );
    },
  );
});
