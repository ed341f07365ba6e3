import { createHmac } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { mediaKey } from '../../../src-main/server/secret.ts';
import {
  backoff,
  keepLinked,
  REFUSED,
  type LinkState,
  type PageConnection,
} from '../../../src-renderer/transport/link.ts';
import { sign, signedMediaUrl } from '../../../src-renderer/transport/media-url.ts';
import { takeSecret } from '../../../src-renderer/transport/secret.ts';

const hash = 'ab'.repeat(32);

describe('media addresses', () => {
  it('sign as Node does', () => {
    for (const text of ['', 'media:x', 'media:é – 写真'])
      expect(sign('sécret', text)).toBe(createHmac('sha256', 'sécret').update(text).digest('hex'));
  });
  it('are what the server checks, with and without a name', () => {
    expect(signedMediaUrl('s', hash)).toBe(`/media/${hash}?k=${mediaKey('s', hash)}`);
    const url = new URL(signedMediaUrl('s', hash, 'my photo & co.png'), 'http://x');
    expect(url.searchParams.get('name')).toBe('my photo & co.png');
    expect(url.searchParams.get('k')).toBe(mediaKey('s', hash, 'my photo & co.png'));
  });
});

describe('the secret', () => {
  const place = (hash: string) => ({ hash, pathname: '/', search: '' });
  const storage = () => {
    const map = new Map<string, string>();
    return {
      getItem: (k: string) => map.get(k) ?? null,
      setItem: (k: string, v: string) => void map.set(k, v),
    };
  };
  it('leaves the address and stays in the tab', () => {
    const history = { replaceState: vi.fn() };
    const kept = storage();
    expect(takeSecret(place('#s=abc_-9'), history, kept)).toBe('abc_-9');
    expect(history.replaceState).toHaveBeenCalledWith(null, '', '/');
    expect(takeSecret(place(''), history, kept)).toBe('abc_-9');
  });
  it('is missed', () => {
    expect(takeSecret(place('#other'), { replaceState: vi.fn() }, storage())).toBeNull();
  });
});

/** A WebSocket that the test plays the server of. */
class FakeSocket extends EventTarget {
  sent: unknown[] = [];
  send(text: string) {
    this.sent.push(JSON.parse(text));
  }
  close() {
    this.end(1000);
  }
  opened() {
    this.dispatchEvent(new Event('open'));
  }
  hears(message: unknown) {
    this.dispatchEvent(Object.assign(new Event('message'), { data: JSON.stringify(message) }));
  }
  end(code: number) {
    this.dispatchEvent(Object.assign(new Event('close'), { code }));
  }
}

function link() {
  const sockets: FakeSocket[] = [];
  const states: LinkState[] = [];
  const connections: PageConnection[] = [];
  const stop = keepLinked({
    url: 'ws://x/studio',
    secret: 'secret',
    onState: (s) => states.push(s),
    onConnection: (c) => connections.push(c),
    open: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
  });
  return { sockets, states, connections, stop };
}

describe('the link', () => {
  it('says the secret first and asks only after the welcome', async () => {
    const { sockets, states, connections } = link();
    sockets[0]!.opened();
    expect(sockets[0]!.sent).toEqual([{ type: 'hello', secret: 'secret' }]);
    expect(connections).toHaveLength(0);
    sockets[0]!.hears({ type: 'welcome' });
    expect(states).toEqual(['open']);
    const answer = connections[0]!.client.project.current();
    expect(sockets[0]!.sent[1]).toMatchObject({ type: 'call', channel: 'project.current' });
    sockets[0]!.hears({ type: 'reply', id: 0, result: { ok: true, value: null } });
    expect(await answer).toEqual({ ok: true, value: null });
  });
  it('comes back after a loss, and answers what was open', async () => {
    vi.useFakeTimers();
    const { sockets, states, connections } = link();
    sockets[0]!.opened();
    sockets[0]!.hears({ type: 'welcome' });
    const open = connections[0]!.client.app.state();
    sockets[0]!.end(1006);
    expect((await open).ok).toBe(false);
    expect(states).toEqual(['open', 'lost']);
    vi.runOnlyPendingTimers();
    expect(sockets).toHaveLength(2);
    sockets[1]!.opened();
    sockets[1]!.hears({ type: 'welcome' });
    expect(states).toEqual(['open', 'lost', 'open']);
    expect(connections).toHaveLength(2);
    vi.useRealTimers();
  });
  it('gives up on a wrong secret', () => {
    vi.useFakeTimers();
    const { sockets, states } = link();
    sockets[0]!.opened();
    sockets[0]!.end(REFUSED);
    vi.runAllTimers();
    expect(states).toEqual(['refused']);
    expect(sockets).toHaveLength(1);
    vi.useRealTimers();
  });
  it('waits longer each time, but not for ever', () => {
    expect([0, 1, 2, 3, 4, 9].map(backoff)).toEqual([500, 1000, 2000, 4000, 8000, 8000]);
  });
});
