/** How a project gets from its folder into memory: locked and checked, or from a copy that is only looked at. */
import { randomUUID } from 'node:crypto';
import { constants, existsSync, realpathSync } from 'node:fs';
import { access, chmod, copyFile, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StudioError, type Failure } from '../../contract/index.ts';
import { moveIntoPlace, syncFolder } from '../media/disk.ts';
import { MediaStore } from '../media/store.ts';
import { checkStructure, connect, load, salvage, transaction, write, type Entry } from './database.ts';
import { failures, isUnwritable, raise, savingError } from './failures.ts';
import { currentFormat, migrate, projectFile, readHeader, steps, type Step } from './format.ts';
import { Lock } from './lock.ts';
import { dangling } from './references.ts';
import type { Change, Rows } from './rows.ts';

/** A project in memory, with what it takes to change it; `database` and `lock` are `null` when it is read-only. */
export interface Opened {
  folder: string;
  rows: Rows;
  entries: Entry[];
  media: MediaStore;
  database: DatabaseSync | null;
  lock: Lock | null;
  /** Why it can't be changed. */
  refusal: Failure | null;
  /** A folder to remove at the end. */
  scratch: string | null;
}

/** Makes a project in a folder, which may exist. The file gets its name when it is complete. */
export async function createProject(path: string, name: string): Promise<Opened> {
  await mkdir(path, { recursive: true });
  const folder = realpathSync.native(path);
  const lock = takeLock(folder);
  try {
    const file = join(folder, projectFile);
    if (existsSync(file)) return raise(failures.taken());
    const fresh = join(folder, `.${projectFile}.new`);
    await rm(fresh, { force: true });
    const database = new DatabaseSync(fresh);
    try {
      migrate(database);
      const fields: Record<string, string | null> = { id: randomUUID(), name, active: null, draft: '' };
      const rows = Object.entries(fields).map(([id, value]): Change => ({
        table: 'fields',
        id,
        before: null,
        after: { value },
      }));
      transaction(database, () => write(database, rows));
    } finally {
      database.close();
    }
    await moveIntoPlace(fresh, file);
    await syncFolder(dirname(folder));
    return await openLocked(folder, lock);
  } catch (error) {
    lock.release();
    throw savingError(error);
  }
}

/** @throws StudioError `not-found`, `bad-input`, `locked`, `newer-format`, `damaged` … */
export async function openProject(path: string): Promise<Opened> {
  const folder = await findFolder(path);
  Lock.refuseIfHeld(folder);
  const header = await readHeader(join(folder, projectFile));
  if (header.kind === 'foreign') return raise(failures.notOurs());
  if (header.kind === 'broken') return raise(failures.damaged('its beginning is not that of a project'));
  if (header.format > currentFormat) return openCopy(folder, failures.newerView());
  if (!(await isWritable(folder))) return openCopy(folder, failures.unwritable());

  const lock = takeLock(folder);
  try {
    return await openLocked(folder, lock);
  } catch (error) {
    lock.release();
    if (!(error instanceof StudioError) || error.failure.code !== 'damaged') throw savingError(error);
    return await openCopy(folder, failures.damagedView(), error);
  }
}

async function openLocked(folder: string, lock: Lock): Promise<Opened> {
  const file = join(folder, projectFile);
  // SQLite merges the log into the file as soon as it opens it, so the file is first seen to be sound in a copy.
  const { rows, entries } = await inCopy(folder, async (copy) => {
    const database = connect(copy);
    try {
      checkStructure(database);
      migrate(database);
      const loaded = load(database);
      const [first] = dangling(loaded.rows);
      if (first) raise(failures.damaged(`in ${first.table}, ${first.what}`));
      if (!loaded.rows.get('fields', 'id')?.value) raise(failures.damaged('it has no name of its own'));
      return loaded;
    } finally {
      database.close();
    }
  });
  const header = await readHeader(file);
  if (header.kind !== 'project') return raise(failures.damaged('its beginning changed while it was opened'));
  if (header.format < currentFormat) await upgrade(file);
  const media = await MediaStore.open(join(folder, 'media'));
  const database = connect(file);
  return { folder, rows, entries, media, database, lock, refusal: null, scratch: null };
}

/** Opens without touching anything in the folder. `cause`: what to fail with when even that doesn't work. */
async function openCopy(folder: string, refusal: Failure, cause?: StudioError): Promise<Opened> {
  const scratch = await mkdtemp(join(tmpdir(), 'vitrail-'));
  try {
    const { rows, entries } = await inCopy(folder, (copy) => read(copy, refusal));
    const media = await MediaStore.open(join(scratch, 'media'), join(folder, 'media'));
    return { folder, rows, entries, media, database: null, lock: null, refusal, scratch };
  } catch (error) {
    await rm(scratch, { recursive: true, force: true });
    if (refusal.code === 'newer-format') return raise(failures.newer());
    throw cause ?? savingError(error);
  }
}

function read(copy: string, refusal: Failure): { rows: Rows; entries: Entry[] } {
  const database = connect(copy);
  try {
    if (refusal.code === 'newer-format') return load(database);
    if (refusal.code !== 'damaged') {
      checkStructure(database);
      migrate(database);
      return load(database);
    }
    const rows = salvage(database);
    // Until nothing refers to what is lost: a layer that goes takes its versions with it.
    for (let lost = dangling(rows); lost.length; lost = dangling(rows))
      for (const { table, id } of lost) rows.set(table, id, null);
    if (!rows.get('fields', 'id')?.value) raise(failures.damaged('nothing in it can be read'));
    return { rows, entries: [] };
  } finally {
    database.close();
  }
}

/** Works on a copy of the database with its log, in a folder for this user only, removed afterwards. */
async function inCopy<T>(folder: string, work: (copy: string) => T | Promise<T>): Promise<T> {
  const scratch = await mkdtemp(join(tmpdir(), 'vitrail-'));
  try {
    const copy = join(scratch, projectFile);
    for (const suffix of ['', '-wal', '-journal']) {
      const original = join(folder, projectFile + suffix);
      if (!existsSync(original)) continue;
      await copyFile(original, copy + suffix, constants.COPYFILE_FICLONE);
      await chmod(copy + suffix, 0o600); // the original may be write-protected
    }
    return await work(copy);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * Brings the file to the newest format. The work is done in a copy that takes the file's place when it is complete,
 * so that at every moment there is a whole project of the one format or the other.
 */
export async function upgrade(file: string, to: readonly Step[] = steps): Promise<void> {
  connect(file).close(); // merges the log of a crashed session
  const copy = join(dirname(file), `.${basename(file)}.new`);
  await rm(copy, { force: true });
  await copyFile(file, copy, constants.COPYFILE_FICLONE);
  const database = new DatabaseSync(copy);
  try {
    database.exec('PRAGMA journal_mode = DELETE'); // no log beside it: the copy must be whole by itself
    migrate(database, to);
  } finally {
    database.close();
  }
  await moveIntoPlace(copy, file);
}

async function findFolder(path: string): Promise<string> {
  const info = await stat(path).catch(() => raise(failures.notThere()));
  if (!info.isDirectory() && basename(path) !== projectFile) return raise(failures.notOurs());
  const folder = realpathSync.native(info.isDirectory() ? path : dirname(path));
  return existsSync(join(folder, projectFile)) ? folder : raise(failures.notThere());
}

async function isWritable(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK);
    await access(join(folder, projectFile), constants.W_OK);
    return true;
  } catch (error) {
    if (isUnwritable(error)) return false;
    throw error;
  }
}

function takeLock(folder: string): Lock {
  try {
    return Lock.take(folder);
  } catch (error) {
    throw savingError(error);
  }
}
