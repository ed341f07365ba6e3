/** One process at a time. */
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';

/** SQLITE_BUSY */
const busy = 5;

/**
 * Does something that no other process does at the same time; waits until it may. The lock is an open transaction on a
 * file of its own, so that a process that is killed leaves none.
 * @throws an `AbortError` once cancelled
 */
export async function alone<T>(file: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    for (;;) {
      signal.throwIfAborted();
      try {
        // The journal in memory, so that a killed process leaves no file beside this one.
        database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
        break;
      } catch (error) {
        if ((error as { errcode?: unknown }).errcode !== busy) throw error;
        await wait(100, undefined, { signal });
      }
    }
    return await work();
  } finally {
    database.close();
  }
}
