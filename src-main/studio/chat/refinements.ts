/** The masks that a slider leaves behind: each of its steps makes one, and only where it comes to rest is one needed. */
import { isDeepStrictEqual } from 'node:util';
import type { Hash, Selection } from '../../contract/index.ts';
import type { Session } from '../session/session.ts';

export class Refinements {
  readonly #session: Session;
  /** Masks of refined selections, with their project and the newest entry of its history when they were made. */
  readonly #made = new Map<Hash, { project: string; since: number }>();
  /** Nobody was told of these. */
  readonly #unseen = new Set<Hash>();
  /** The page may be loading these: they stay until something else is selected. */
  readonly #seen = new Set<Hash>();
  #over = false;

  constructor(session: Session) {
    this.#session = session;
  }

  /** What was looked up (`null`: nothing is selected any more); `kept`: it is the present one, after `before`. */
  looked(selection: Selection | null, before: Selection | null, kept: boolean): void {
    const mask = selection?.mask;
    const { id: project, newest: since } = this.#session.store;
    if (selection?.region.refine && mask && !this.#made.has(mask)) this.#made.set(mask, { project, since });
    if (!kept) {
      if (mask && !this.#seen.has(mask) && mask !== before?.mask) this.#unseen.add(mask);
      return;
    }
    if (!before || !selection || !sameBut(before, selection)) this.#over = true;
    else if (before.mask && before.mask !== mask) this.#seen.add(before.mask);
    if (mask) for (const left of [this.#unseen, this.#seen]) left.delete(mask);
  }

  /** Removes what is left behind and nothing needs. Only while nothing is looked up: it might make the same mask anew. */
  sweep(): void {
    this.#drop(this.#unseen);
    if (this.#over) this.#drop(this.#seen);
    this.#over = false;
  }

  #drop(left: Set<Hash>): void {
    for (const mask of this.#session.current ? left : []) {
      const { store } = this.#session;
      const made = this.#made.get(mask);
      if (made?.project === store.id && store.dropMask(mask, made.since)) this.#session.forgetFound(mask);
      this.#made.delete(mask);
    }
    left.clear();
  }
}

/** Whether both are the same thing, refined differently. */
const sameBut = (a: Selection, b: Selection): boolean =>
  a.region.refine !== undefined &&
  isDeepStrictEqual({ ...a.region, refine: null }, { ...b.region, refine: null });
