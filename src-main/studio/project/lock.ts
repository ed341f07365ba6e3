/**
 * One session a project: an open exclusive transaction on a database of its own. The system drops it with the
 * process, however that ends, so there is never a stale lock to ask about.
 */
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { failures, isBusy, isUnwritable, raise } from './failures.ts';

const lockFile = '.vitrail-lock';

/**
 * Folders locked by this very process. Asked before a file of the project is opened by other means than SQLite:
 * closing any descriptor of a file drops all POSIX locks that the process has on it (fcntl(2)).
 */
const held = new Set<string>();

export class Lock {
  readonly #folder: string;
  readonly #database: DatabaseSync;

  private constructor(folder: string, database: DatabaseSync) {
    this.#folder = folder;
    this.#database = database;
  }

  /** @throws StudioError `locked`; an error of SQLite where the folder can't be written to */
  static take(folder: string): Lock {
    const real = realpathSync.native(folder);
    if (held.has(real)) return raise(failures.locked());
    const database = new DatabaseSync(join(real, lockFile), { timeout: 250 });
    try {
      // The journal in memory, so that a killed process leaves no file beside this one.
      database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    } catch (error) {
      database.close();
      if (isBusy(error)) raise(failures.locked());
      throw error;
    }
    held.add(real);
    return new Lock(real, database);
  }

  /** For a project that will only be read: fails if somebody has it open, and writes nothing. */
  static refuseIfHeld(folder: string): void {
    if (held.has(realpathSync.native(folder))) raise(failures.locked());
    const path = join(folder, lockFile);
    if (!existsSync(path)) return;
    const database = new DatabaseSync(path, { readOnly: true });
    try {
      database.prepare('SELECT count(*) FROM sqlite_schema').get(); // needs a shared lock
    } catch (error) {
      if (isBusy(error)) raise(failures.locked());
      if (!isUnwritable(error)) throw error; // may not even be asked: then it isn't ours
    } finally {
      database.close();
    }
  }

  release(): void {
    held.delete(this.#folder);
    this.#database.close();
  }
}
