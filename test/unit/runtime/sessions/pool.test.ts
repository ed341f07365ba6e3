import { afterEach, describe, expect, it, vi } from 'vitest';
import { SessionPool, type Wanted } from '../../../../src-main/runtime/sessions/pool.ts';
import type { Session } from '../../../../src-main/runtime/sessions/session.ts';

afterEach(() => vi.useRealTimers());

/** A session that only tells when it is opened and freed. */
function world() {
  const log: string[] = [];
  const want = (name: string, bytes: number, fails = false): Wanted => ({
    key: name,
    name,
    bytes,
    open: async () => {
      log.push(`open ${name}`);
      if (fails) throw new Error('no');
      const session: Session = {
        inputs: [],
        outputs: [],
        run: async () => ({}),
        free: async () => void log.push(`free ${name}`),
      };
      return session;
    },
  });
  return { log, want };
}
const nothing = async () => {};
const pool = (budget = 100, idleMs = 1e9) => {
  let time = 0;
  return new SessionPool({ budget, idleMs, now: () => ++time });
};

describe('a pool of sessions', () => {
  it('opens once and keeps what fits', async () => {
    const { log, want } = world();
    const p = pool();
    for (const name of ['a', 'b', 'a']) await p.use(want(name, 40), nothing);
    expect(log).toEqual(['open a', 'open b']);
    expect(p.status()).toMatchObject({ budget: 100, used: 80, free: 20 });
  });

  it('gives up what was used longest ago', async () => {
    const { log, want } = world();
    const p = pool();
    for (const name of ['a', 'b', 'a', 'c']) await p.use(want(name, 40), nothing);
    expect(log).toEqual(['open a', 'open b', 'free b', 'open c']);
  });

  it('never takes a session from under its user', async () => {
    const { log, want } = world();
    const p = pool();
    await p.use(want('a', 60), async () => {
      await expect(p.use(want('b', 60), nothing)).rejects.toThrow(/needs 0\.0 GB/);
      await p.use(want('c', 30), nothing);
      expect(await p.free()).toBe(1);
      expect(p.status().held).toMatchObject([{ name: 'a', busy: true, idle: 0 }]);
    });
    expect(log).toEqual(['open a', 'open c', 'free c']);
  });

  it('says when something can never fit', async () => {
    await expect(pool().use(world().want('giant', 101), nothing)).rejects.toMatchObject({
      failure: { code: 'out-of-memory' },
    });
  });

  it('forgets a session that could not be opened', async () => {
    const { log, want } = world();
    const p = pool();
    await expect(p.use(want('a', 50, true), nothing)).rejects.toThrow('no');
    await p.use(want('a', 50), nothing);
    expect(log).toEqual(['open a', 'open a']);
    expect(p.status().used).toBe(50);
  });

  it('opens once for two who ask at the same time', async () => {
    const { log, want } = world();
    const p = pool();
    await Promise.all([p.use(want('a', 50), nothing), p.use(want('a', 50), nothing)]);
    expect(log).toEqual(['open a']);
  });

  it('lets two different ones in one after the other, so that both don’t take the same room', async () => {
    const { log, want } = world();
    const p = pool();
    await Promise.all(['a', 'b'].map((name) => p.use(want(name, 60), nothing))).catch(() => undefined);
    expect(p.status().used).toBeLessThanOrEqual(100);
    expect(log[0]).toBe('open a');
  });

  it('frees what no longer fits into a smaller budget', async () => {
    const { log, want } = world();
    const p = pool();
    for (const name of ['a', 'b']) await p.use(want(name, 40), nothing);
    await p.setBudget(50);
    expect(log).toEqual(['open a', 'open b', 'free a']);
  });

  it('frees what nobody has used for a while', async () => {
    vi.useFakeTimers();
    const { log, want } = world();
    const p = new SessionPool({ budget: 100, idleMs: 1_000, now: () => Date.now() });
    await p.use(want('a', 10), nothing);
    await vi.advanceTimersByTimeAsync(600);
    await p.use(want('b', 10), nothing);
    await vi.advanceTimersByTimeAsync(500);
    expect(log).toEqual(['open a', 'open b', 'free a']);
    await vi.advanceTimersByTimeAsync(600);
    expect(log.at(-1)).toBe('free b');
    expect(p.status().held).toEqual([]);
  });
});
