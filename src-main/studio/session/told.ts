/** What the pages have been told of the open project, and what they haven't yet. */
import { changeBetween, type Project, type ProjectChange } from '../../contract/index.ts';
import type { ProjectStore } from '../project/store.ts';

export class Told {
  readonly #store: ProjectStore;
  #last: Project;

  constructor(store: ProjectStore) {
    this.#store = store;
    this.#last = store.snapshot();
  }

  /** What leads from what was told last to what the project holds now. To be called once after each transaction. */
  next(): ProjectChange {
    const now = this.#store.snapshot();
    const change = changeBetween(this.#last, now);
    this.#last = now;
    return change;
  }
}
