/** The page's WebSocket: nothing is served before the secret, which is its first message. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import * as z from 'zod';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { answerTooLarge, eventTooLarge, largestSent, type Port } from '../contract/index.ts';
import { same } from './secret.ts';

/** Close codes: the secret was wrong or missing, and the page should not ask again; it was late, and the page may. */
const REFUSED = 4401;
const SILENT = 4408;
const NOT_JSON = 1007;

export interface SocketOptions {
  secret: string;
  /** A page that has proved that it knows the secret. */
  onPage(port: Port): void;
  /** Milliseconds for the secret to arrive. */
  patience?: number;
  /** Sockets that may be waiting to prove themselves at a time. */
  waiting?: number;
  /** Bytes of the largest message. Regions are the largest thing that a page says. */
  maxMessage?: number;
  /** Bytes of the largest answer or event. */
  maxSent?: number;
}

export interface Sockets {
  /** Takes over a connection that asked for an upgrade and passed the guard. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

const hello = z.strictObject({ type: z.literal('hello'), secret: z.string().max(256) });

function json(data: RawData, binary: boolean): { value: unknown } | null {
  if (binary) return null;
  try {
    return { value: JSON.parse((data as Buffer).toString('utf8')) as unknown };
  } catch {
    return null;
  }
}

export function createSockets(options: SocketOptions): Sockets {
  const {
    secret,
    onPage,
    patience = 5_000,
    waiting = 8,
    maxMessage = 8 * 2 ** 20,
    maxSent = largestSent,
  } = options;
  const server = new WebSocketServer({ noServer: true, maxPayload: maxMessage, perMessageDeflate: false });
  let unproved = 0;

  function greet(socket: WebSocket) {
    unproved++;
    const refuse = () => socket.close(REFUSED, 'The key is wrong.');
    const timer = setTimeout(() => socket.close(SILENT, 'The key did not come in time.'), patience);
    let settled = false;
    const settle = () => {
      if (settled) return;
      settled = true;
      unproved--;
      clearTimeout(timer);
    };
    socket.on('error', () => socket.terminate()); // a broken or oversized frame; `close` follows
    socket.on('close', settle);
    socket.once('message', (data, binary) => {
      settle();
      const message = hello.safeParse(json(data, binary)?.value);
      if (!message.success || !same(message.data.secret, secret)) return refuse();
      socket.send(JSON.stringify({ type: 'welcome' }));
      onPage(portOf(socket, maxSent));
    });
  }

  return {
    accept: (request, socket, head) => {
      if (unproved >= waiting) {
        socket.end('HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, greet);
    },
    close: () => {
      server.clients.forEach((client) => client.terminate());
      server.close();
    },
  };
}

/** What goes out in the place of a message that is too large: that it is, to whoever waits for it. */
function insteadOf(message: unknown): unknown {
  const { type, id } = message as { type: string; id?: number };
  return type === 'reply'
    ? { type, id, result: answerTooLarge }
    : { type: 'event', name: 'notice', payload: eventTooLarge };
}

/** A proved socket as the contract's port. */
function portOf(socket: WebSocket, maxSent: number): Port {
  return {
    post: (message) => {
      if (socket.readyState !== socket.OPEN) return;
      const text = JSON.stringify(message);
      socket.send(Buffer.byteLength(text) > maxSent ? JSON.stringify(insteadOf(message)) : text);
    },
    onMessage: (listener) =>
      void socket.on('message', (data, binary) => {
        const message = json(data, binary);
        if (message) listener(message.value);
        else socket.close(NOT_JSON, 'Messages are JSON.');
      }),
    onClose: (listener) => void socket.once('close', () => listener()),
  };
}
