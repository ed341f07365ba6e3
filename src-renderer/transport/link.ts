/**
 * A WebSocket to the browser shell that comes back by itself. The secret is its first message; the server answers
 * `welcome`, or closes with 4401 when the secret is wrong. Waits between tries grow from 0.5 s to 8 s.
 */
import { connect, type Connection, type Port } from '../../src-main/contract/rpc.ts';
import {
  pageRequests,
  studioEvents,
  type PageRequests,
  type StudioEvents,
} from '../../src-main/contract/studio.ts';

export type LinkState = 'starting' | 'open' | 'lost' | 'refused' | 'no-key';
export type PageConnection = Connection<PageRequests, StudioEvents>;

export const REFUSED = 4401;

/** The wait before try number `attempt` (from 0), in milliseconds. */
export const backoff = (attempt: number): number => Math.min(8_000, 500 * 2 ** attempt);

interface LinkOptions {
  url: string;
  secret: string;
  onState(state: LinkState): void;
  onConnection(connection: PageConnection): void;
  open?(url: string): WebSocket;
}

/** A socket past its greeting, as the contract's port. */
function portOf(socket: WebSocket): Port {
  return {
    post: (message) => socket.send(JSON.stringify(message)),
    onMessage: (listener) =>
      socket.addEventListener('message', (event: MessageEvent<string>) => listener(JSON.parse(event.data))),
    onClose: (listener) => socket.addEventListener('close', () => listener()),
  };
}

/** Starts linking; the function it returns stops. */
export function keepLinked(options: LinkOptions): () => void {
  const open = options.open ?? ((url: string) => new WebSocket(url));
  let attempt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let socket: WebSocket | undefined;
  let stopped = false;

  const start = () => {
    const current = open(options.url);
    socket = current;
    current.addEventListener('open', () =>
      current.send(JSON.stringify({ type: 'hello', secret: options.secret })),
    );
    current.addEventListener(
      'message',
      (event: MessageEvent<string>) => {
        if ((JSON.parse(event.data) as { type?: unknown }).type !== 'welcome') return current.close();
        attempt = 0;
        options.onConnection(connect(portOf(current), pageRequests, studioEvents));
        options.onState('open');
      },
      { once: true },
    );
    current.addEventListener('close', (event) => {
      if (stopped) return;
      if (event.code === REFUSED) return options.onState('refused');
      options.onState('lost');
      timer = setTimeout(start, backoff(attempt++));
    });
  };
  start();
  return () => {
    stopped = true;
    clearTimeout(timer);
    socket?.close();
  };
}
