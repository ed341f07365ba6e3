/** What says that a file is one of our projects, and of which format, before SQLite gets to touch it. */
import { open } from 'node:fs/promises';
import type { DatabaseSync } from 'node:sqlite';

export const projectFile = 'project.vitrail';

/** `Vtrl` in ASCII, in SQLite's application id. */
export const applicationId = 0x5674726c;

/** Brings a database from one format to the next; runs inside a transaction. */
export type Step = (database: DatabaseSync) => void;

/** `steps[n]` makes format n + 1 out of format n; format 0 is an empty database. */
export const steps: readonly Step[] = [
  (database) => {
    for (const table of ['canvases', 'layers', 'versions', 'media', 'messages', 'selections', 'fields'])
      // `seq` is a row's place; `body` its JSON, NULL once deleted, so that a row that comes back has its old place.
      database.exec(
        `CREATE TABLE ${table} (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT) STRICT`,
      );
    // `parent` is the action that this one followed: where a branch grows from. Abandoned actions are kept for that.
    database.exec(`CREATE TABLE actions (
      id INTEGER PRIMARY KEY,
      parent INTEGER REFERENCES actions (id),
      label TEXT NOT NULL,
      at INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'abandoned')),
      changes TEXT NOT NULL
    ) STRICT`);
  },
  (database) => {
    database.exec(
      'CREATE TABLE regions (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT) STRICT',
    );
  },
  // Labels are keys with arguments from here on: what came before reads them, but can't be read by it.
  () => {},
];

/** The format that this version writes. */
export const currentFormat = steps.length;

/** Brings a database to the newest format in one transaction. */
export function migrate(database: DatabaseSync, to: readonly Step[] = steps): void {
  const { user_version: from } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  database.exec('BEGIN IMMEDIATE');
  try {
    for (const step of to.slice(from)) step(database);
    database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${to.length}; COMMIT`);
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

export type Header =
  | { kind: 'project'; format: number }
  /** A sound SQLite header of some other program. */
  | { kind: 'foreign' }
  /** Not a database: cut off or overwritten. */
  | { kind: 'broken' };

/** Reads the file's first 100 bytes (https://sqlite.org/fileformat.html, 1.3): no lock, no `-shm`, no recovery. */
export async function readHeader(path: string): Promise<Header> {
  const header = Buffer.alloc(100);
  const file = await open(path, 'r');
  try {
    const { bytesRead } = await file.read(header, 0, 100, 0);
    if (bytesRead < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0')
      return { kind: 'broken' };
  } finally {
    await file.close();
  }
  if (header.readUInt32BE(68) !== applicationId) return { kind: 'foreign' };
  const format = header.readUInt32BE(60);
  return format > 0 ? { kind: 'project', format } : { kind: 'broken' };
}
