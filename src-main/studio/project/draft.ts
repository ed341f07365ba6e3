/** What a change to a project is written against: the tables as they will be if the transaction succeeds. */
import type { Canvas, Layer, Media, Message, NamedRegion, Version } from '../../contract/index.ts';

/** Rows in the order in which they first appeared. Rows read are frozen: change a copy and `put` it. */
export interface Table<T> {
  get(id: string): T | undefined;
  all(): T[];
  /** Adds a row or replaces the one of the same id. @throws ZodError for a row that breaks the contract (a bug) */
  put(row: T): void;
  /** Takes a row away, and what hangs on it: a canvas' layers and regions, a layer's versions. Unknown ids are fine. */
  delete(id: string): void;
}

/**
 * Undo covers canvases (without their selection), layers, versions and named regions; only `act` may change these.
 * The rest (selections, media, messages, the active canvas, the draft, the project's name) is never undone,
 * whichever way it was changed.
 */
export interface Draft {
  canvases: Table<Canvas>;
  layers: Table<Layer>;
  versions: Table<Version>;
  regions: Table<NamedRegion>;
  /** By hash. */
  media: Table<Media>;
  messages: Table<Message>;
  /** Reads as the last canvas when the one chosen is gone. */
  active: string | null;
  draft: string;
  name: string;
}
