/** The SQLite file of a project: how it is opened, read and written. No undo, no rules: see `store.ts`. */
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { said, StudioError, type Said } from '../../contract/index.ts';
import { failures, isTrouble, raise, savingError, sqliteCode } from './failures.ts';
import { parseRow, Rows, tableNames, undoable, type Change } from './rows.ts';

/** An action as the history lists it. `abandoned`: undone, and then something else was done instead. */
const entrySchema = z.strictObject({
  id: z.int(),
  parent: z.int().nullable(),
  label: said,
  at: z.int(),
  state: z.enum(['done', 'undone', 'abandoned']),
});
export type Entry = z.infer<typeof entrySchema>;

const changesSchema = z.array(
  z.strictObject({ table: z.enum(undoable), id: z.string(), before: z.unknown(), after: z.unknown() }),
);

/**
 * Opens with every guarantee on: FULL flushes the log at each commit, `fullfsync` makes macOS really do so. Exclusive
 * locking keeps the log's index in memory, so there is no `-shm` (and no shared memory on a network drive).
 */
export function connect(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 250, allowExtension: false });
  try {
    database.enableDefensive(true); // the file may come from somebody else
    database.exec(
      'PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA locking_mode = EXCLUSIVE',
    );
    database.exec('PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON; PRAGMA synchronous = FULL');
    const { journal_mode: mode } = database.prepare('PRAGMA journal_mode = WAL').get() as {
      journal_mode: string;
    };
    if (mode !== 'wal') throw new Error(`journal mode ${mode} instead of WAL`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** @throws StudioError `damaged` when the file's structure isn't sound or holds what we never wrote */
export function checkStructure(database: DatabaseSync): void {
  asDamage(() => {
    const report = database.prepare('PRAGMA quick_check(1)').get() as { quick_check: string };
    if (report.quick_check !== 'ok') raise(failures.damaged(report.quick_check.split('\n').at(-1)!));
    const objects = database
      .prepare("SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'")
      .all();
    const known = new Set<unknown>([...tableNames, 'actions']);
    const stray = objects.find(({ type, name }) => type !== 'table' || !known.has(name));
    if (stray) raise(failures.damaged(`it holds a ${String(stray['type'])} that Vitrail never made`));
  });
}

/** Reads and checks everything, the images of the history included. @throws StudioError `damaged` */
export function load(database: DatabaseSync): { rows: Rows; entries: Entry[] } {
  return asDamage(() => {
    const rows = new Rows();
    for (const table of tableNames)
      for (const { id, body } of database.prepare(`SELECT id, body FROM ${table} ORDER BY seq`).all())
        rows.set(
          table,
          String(id),
          body === null ? null : parseRow(table, String(id), JSON.parse(String(body))),
        );
    const list = database.prepare('SELECT id, parent, label, at, state FROM actions ORDER BY id').all();
    const entries = z
      .array(entrySchema)
      .parse(list.map((row) => ({ ...row, label: readLabel(row['label']) })));
    for (const { id } of entries) changesOf(database, id);
    return { rows, entries };
  });
}

/** A label is a text, or a key with arguments as JSON; no text of older versions begins with a brace. */
const readLabel = (text: unknown): unknown => {
  if (typeof text !== 'string' || !text.startsWith('{')) return text;
  try {
    return said.parse(JSON.parse(text));
  } catch {
    return text;
  }
};
export const writeLabel = (label: Said): string =>
  typeof label === 'string' ? label : JSON.stringify(label);

/** What can still be read of a damaged file: rows that don't make sense are left out, and there is no history. */
export function salvage(database: DatabaseSync): Rows {
  const rows = new Rows();
  for (const table of tableNames) {
    try {
      const statement = database.prepare(`SELECT id, body FROM ${table} ORDER BY seq`);
      for (const { id, body } of statement.iterate()) {
        const row = readable(table, String(id), body);
        if (row) rows.set(table, String(id), row);
      }
    } catch (error) {
      // The rest of this table is lost; what was read before the damage counts.
      if (sqliteCode(error) === undefined || isTrouble(error)) throw error;
    }
  }
  return rows;
}

function readable(table: (typeof tableNames)[number], id: string, body: unknown): unknown {
  try {
    return body === null ? null : parseRow(table, id, JSON.parse(String(body)));
  } catch {
    return null; // this row is part of the damage
  }
}

/** What one action changed. @throws StudioError `damaged` */
export function changesOf(database: DatabaseSync, action: number): Change[] {
  return asDamage(() => {
    const row = database.prepare('SELECT changes FROM actions WHERE id = ?').get(action);
    return changesSchema.parse(JSON.parse(String(row?.['changes']))).map(({ table, id, before, after }) => ({
      table,
      id,
      before: before === null ? null : parseRow(table, id, before),
      after: after === null ? null : parseRow(table, id, after),
    }));
  });
}

/** Writes what changed; to be called inside a transaction. */
export function write(database: DatabaseSync, changes: readonly Change[]): void {
  for (const { table, id, after } of changes)
    database
      .prepare(
        `INSERT INTO ${table} (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body`,
      )
      .run(id, after === null ? null : JSON.stringify(after));
}

/** All or nothing, and on the disk when it returns. */
export function transaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function asDamage<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof StudioError) throw error;
    if (isTrouble(error)) throw savingError(error); // the disk's fault, not the file's
    const detail = error instanceof z.ZodError ? 'a row breaks the format' : String((error as Error).message);
    throw StudioError.from(failures.damaged(detail));
  }
}
