/** What a change to a project is written against: the tables as they will be if the transaction succeeds. */
import type {
  Canvas,
  Layer,
  Media,
  Message,
  NamedRegion,
  NewCanvas,
  NewLayer,
  NewMessage,
  NewVersion,
  Version,
} from '../../contract/index.ts';

/** Rows in the order in which they first appeared. Rows read are frozen: change a copy and `put` it. */
export interface Table<T, New = T> {
  get(id: string): T | undefined;
  all(): T[];
  /** Adds a row or replaces the one of the same id. @throws ZodError for a row that breaks the contract (a bug) */
  put(row: New): void;
  /** Takes a row away, and what hangs on it: a canvas' layers and regions, a layer's versions. Unknown ids are fine. */
  delete(id: string): void;
}

/**
 * Undo covers canvases (without their selection and their view), layers, versions and named regions; only `act` may change these.
 * The rest (selections, views, media, messages, the active canvas, the draft, the project's name) is never undone,
 * whichever way it was changed.
 */
export interface Draft {
  canvases: Table<Canvas, NewCanvas>;
  layers: Table<Layer, NewLayer>;
  versions: Table<Version, NewVersion>;
  regions: Table<NamedRegion>;
  /** By hash. */
  media: Table<Media>;
  messages: Table<Message, NewMessage>;
  /** Reads as the last canvas when the one chosen is gone. */
  active: string | null;
  draft: string;
  name: string;
}
