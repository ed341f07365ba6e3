/** The masks that a slider leaves behind: each of its steps makes one, and only where it comes to rest is one needed. */
import { isDeepStrictEqual } from 'node:util';
import type { Hash, Selection } from '../../contract/index.ts';
import type { Session } from '../session/session.ts';

export class Refinements {
  readonly #session: Session;
  /** Masks of refined selections, with their project and the newest entry of its history when they were made. */
  readonly #made = new Map<Hash, { project: string; since: number }>();
  readonly #left = new Set<Hash>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** A selection that was looked up; `kept`: it is the present one, after `before`. */
  looked(selection: Selection, before: Selection | null, kept: boolean): void {
    const { mask, region } = selection;
    const { id: project, newest: since } = this.#session.store;
    if (region.refine && mask && !this.#made.has(mask)) this.#made.set(mask, { project, since });
    if (!kept && mask) this.#left.add(mask);
    else if (before?.mask && before.mask !== mask && sameBut(before, selection)) this.#left.add(before.mask);
    if (kept && mask) this.#left.delete(mask);
  }

  /** Removes what is left behind and nothing needs. Only while nothing is looked up: it might make the same mask anew. */
  sweep(): void {
    for (const mask of this.#session.current ? this.#left : []) {
      const { store } = this.#session;
      const made = this.#made.get(mask);
      if (made?.project === store.id && store.dropMask(mask, made.since)) this.#session.forgetFound(mask);
      this.#made.delete(mask);
    }
    this.#left.clear();
  }
}

/** Whether both are the same thing, refined differently. */
const sameBut = (a: Selection, b: Selection): boolean =>
  a.region.refine !== undefined &&
  isDeepStrictEqual({ ...a.region, refine: null }, { ...b.region, refine: null });
