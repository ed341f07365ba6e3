/**
 * The sessions that a host holds: opened when first needed, kept while there is room, the one that was used longest ago
 * given up first, and all of them when nobody has asked for a while.
 */
import { StudioError, type ModelMemory } from '../../contract/index.ts';
import type { Session } from './session.ts';

export interface Wanted {
  /** The same key is the same session. */
  key: string;
  /** What a person calls it. */
  name: string;
  /** What it will take, in bytes. */
  bytes: number;
  open(): Promise<Session>;
}

export interface PoolOptions {
  budget: number;
  /** Sessions that nobody used for so long are freed, in ms. */
  idleMs: number;
  now?: () => number;
}

interface Entry extends Omit<Wanted, 'open'> {
  session: Promise<Session>;
  users: number;
  usedAt: number;
}

export class SessionPool {
  readonly #entries = new Map<string, Entry>();
  readonly #idleMs: number;
  readonly #now: () => number;
  #budget: number;
  #timer: NodeJS.Timeout | undefined;
  /** Sessions are let in one after the other: two at once would both see the same room. */
  #door: Promise<unknown> = Promise.resolve();

  constructor({ budget, idleMs, now = () => performance.now() }: PoolOptions) {
    this.#budget = budget;
    this.#idleMs = idleMs;
    this.#now = now;
  }

  /**
   * Gives a session to `work`, which may use it until its promise settles.
   * @throws StudioError 'out-of-memory' when it can't fit, even alone or beside those in use
   */
  async use<T>(wanted: Wanted, work: (session: Session) => Promise<T>): Promise<T> {
    const entry = this.#enter(wanted.key) ?? (await this.#admit(wanted));
    try {
      return await work(await entry.session);
    } finally {
      entry.users--;
      entry.usedAt = this.#now();
      this.#watch();
    }
  }

  /** One user more, at once, so that it can't be given up before it is used. */
  #enter(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    if (entry) entry.users++;
    return entry;
  }

  #admit({ open, ...about }: Wanted): Promise<Entry> {
    const admitted = this.#door.then(async () => {
      const known = this.#enter(about.key); // opened while this one waited
      if (known) return known;
      await this.#makeRoom(about.bytes, about.name);
      const entry: Entry = { ...about, session: open(), users: 1, usedAt: this.#now() };
      this.#entries.set(about.key, entry);
      entry.session.catch(() => this.#entries.delete(about.key));
      return entry;
    });
    this.#door = admitted.catch(() => undefined);
    return admitted;
  }

  async #makeRoom(bytes: number, name: string): Promise<void> {
    const inUse = this.#sum((e) => e.users > 0);
    if (bytes + inUse > this.#budget)
      throw new StudioError(
        'out-of-memory',
        `${name} needs ${gigabytes(bytes)}, and ${gigabytes(Math.max(0, this.#budget - inUse))} of the memory for models is free.`,
        'Close other work, allow more memory for models in the settings, or use a smaller version of it.',
      );
    for (const entry of this.#idleFirst()) {
      if (bytes + this.#sum() <= this.#budget) return;
      await this.#giveUp(entry);
    }
  }

  /** Frees what nobody uses; how many. */
  async free(): Promise<number> {
    const unused = this.#idleFirst();
    for (const entry of unused) await this.#giveUp(entry);
    return unused.length;
  }

  /** Frees what no longer fits. */
  async setBudget(bytes: number): Promise<void> {
    this.#budget = bytes;
    for (const entry of this.#idleFirst()) if (this.#sum() > this.#budget) await this.#giveUp(entry);
  }

  status(): ModelMemory {
    const now = this.#now();
    const used = this.#sum();
    return {
      budget: this.#budget,
      used,
      free: Math.max(0, this.#budget - used),
      held: [...this.#entries.values()].map(({ name, bytes, users, usedAt }) => ({
        name,
        bytes,
        busy: users > 0,
        idle: users > 0 ? 0 : now - usedAt,
      })),
    };
  }

  #sum(which: (entry: Entry) => boolean = () => true): number {
    return [...this.#entries.values()].filter(which).reduce((sum, { bytes }) => sum + bytes, 0);
  }

  #idleFirst(): Entry[] {
    return [...this.#entries.values()].filter((e) => e.users === 0).sort((a, b) => a.usedAt - b.usedAt);
  }

  /** Only what still has no user: one may have come while another was freed. */
  async #giveUp(entry: Entry): Promise<void> {
    if (entry.users > 0 || !this.#entries.delete(entry.key)) return;
    await (await entry.session).free();
  }

  #watch(): void {
    clearTimeout(this.#timer);
    const next = this.#idleFirst()[0];
    if (!next) return;
    const wait = Math.max(0, next.usedAt + this.#idleMs - this.#now());
    this.#timer = setTimeout(() => void this.#freeIdle(), wait).unref();
  }

  async #freeIdle(): Promise<void> {
    const before = this.#now() - this.#idleMs;
    for (const entry of this.#idleFirst()) if (entry.usedAt <= before) await this.#giveUp(entry);
    this.#watch();
  }
}

const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;
