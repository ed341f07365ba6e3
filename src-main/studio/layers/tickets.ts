/** Files that are on their way in to become layers. */
import { randomUUID } from 'node:crypto';
import { basename, extname } from 'node:path';
import type { LayerText, Placement } from '../../contract/index.ts';

export interface Expected {
  canvas: string;
  name: string;
  layer?: string | undefined;
  placement?: Placement | null | undefined;
  text: LayerText | null;
}

/** A file that never came is forgotten after this many others. */
const most = 100;

export class Tickets {
  readonly #expected = new Map<string, Expected>();

  issue(expected: Expected): string {
    const ticket = randomUUID();
    this.#expected.set(ticket, expected);
    if (this.#expected.size > most) this.#expected.delete(this.#expected.keys().next().value!);
    return ticket;
  }

  /** What the file of this name is to become; each ticket counts once. */
  take(path: string): Expected | undefined {
    const ticket = basename(path, extname(path));
    const expected = this.#expected.get(ticket);
    this.#expected.delete(ticket);
    return expected;
  }
}
