import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { serve, type ServeOptions, type StudioServer } from '../../../src-main/server/index.ts';

/** The one file that the fake engine's store has. */
export const picture = {
  hash: 'a'.repeat(64),
  bytes: Buffer.from('not really a picture, but 40 bytes long.'),
};

export interface Running extends StudioServer {
  port: number;
  host: string;
  origin: string;
  secret: string;
  data: string;
  stop(): Promise<void>;
}

/** The real server in front of a fake engine, in a folder of its own. */
export async function startServer(options: Partial<ServeOptions> = {}): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrail-test-'));
  const inside = (name: string) => join(folder, name);
  await Promise.all(
    ['dist/renderer', 'assets', 'data', 'models'].map((n) => mkdir(inside(n), { recursive: true })),
  );
  await copyFile(new URL('./fake-engine.mjs', import.meta.url), inside('dist/engine.mjs'));
  await writeFile(inside('dist/renderer/index.html'), '<!doctype html><title>page</title>');
  await writeFile(inside(`assets/${picture.hash}.png`), picture.bytes);
  await writeFile(inside('data/private.txt'), 'private');
  const server = await serve({
    ...options,
    config: {
      node: process.execPath,
      dist: inside('dist'),
      models: inside('models'),
      assets: inside('assets'),
      data: inside('data'),
      version: '1.2.3',
    },
  });
  const origin = server.url.replace(/\/$/, '');
  const secret = /#s=([\w-]+)/.exec(await readFile(server.file, 'utf8'))?.[1] ?? '';
  return {
    ...server,
    origin,
    host: new URL(origin).host,
    port: Number(new URL(origin).port),
    secret,
    data: inside('data'),
    stop: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** One raw HTTP request: headers go out exactly as given, `Host` included. */
export function ask(
  server: Running,
  path: string,
  options: { method?: string; headers?: OutgoingHttpHeaders; body?: string | Buffer } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: server.port,
        path,
        method: options.method ?? 'GET',
        headers: { host: server.host, ...options.headers },
        agent: false,
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(options.body);
  });
}

/** A page's WebSocket, seen from outside: what it received, and how it was closed. */
export class Page {
  readonly socket: WebSocket;
  readonly received: unknown[] = [];
  readonly closed: Promise<number>;
  #wake: () => void = () => undefined;

  constructor(
    server: Running,
    options: { origin?: string; headers?: Record<string, string>; path?: string } = {},
  ) {
    this.socket = new WebSocket(`ws://127.0.0.1:${server.port}${options.path ?? '/studio'}`, {
      origin: options.origin ?? server.origin,
      headers: { ...options.headers },
    });
    this.socket.on('message', (data: Buffer) => {
      this.received.push(JSON.parse(data.toString('utf8')));
      this.#wake();
    });
    this.closed = new Promise((resolve) => {
      this.socket.on('close', resolve);
      this.socket.on('error', () => resolve(-1)); // refused before it was a WebSocket
    });
  }

  /** Waits until it is open, then says something. */
  async say(message: unknown): Promise<void> {
    if (this.socket.readyState === WebSocket.CONNECTING)
      await new Promise((resolve, reject) => this.socket.once('open', resolve).once('error', reject));
    this.socket.send(
      typeof message === 'string' || Buffer.isBuffer(message) ? message : JSON.stringify(message),
    );
  }

  /** The first message received that fits, whenever it comes. */
  async hear(fits: (message: Record<string, unknown>) => boolean): Promise<Record<string, unknown>> {
    for (;;) {
      const found = this.received.find((message) => fits(message as Record<string, unknown>));
      if (found) return found as Record<string, unknown>;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  /** One request of the contract's protocol. */
  async call(id: number, channel: string, input: unknown = {}): Promise<unknown> {
    await this.say({ type: 'call', id, channel, input });
    return (await this.hear((m) => m.type === 'reply' && m.id === id)).result;
  }
}

/** A page that has proved itself. */
export async function openPage(server: Running): Promise<Page> {
  const page = new Page(server);
  await page.say({ type: 'hello', secret: server.secret });
  await page.hear((message) => message.type === 'welcome');
  return page;
}
