/** A small JSON file that is always whole: the old state or the new one. */
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type * as z from 'zod';

/**
 * Reads a file through its schema; a missing file reads as `{}`. One that can't be understood is renamed out of the
 * way, never overwritten, and `setAside` is told its new path.
 */
export function readJson<T extends z.ZodType>(
  path: string,
  schema: T,
  setAside: (path: string) => void,
): z.output<T> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return schema.parse({});
  }
  const parsed = schema.safeParse(parse(text));
  if (parsed.success) return parsed.data;
  const aside = `${path}.${Date.now()}.damaged`;
  renameSync(path, aside);
  setAside(aside);
  return schema.parse({});
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // fits no schema: set aside like any other nonsense
  }
}

/** Writes beside the file, flushes, renames; readable by this user only. */
export function writeJson(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  const fresh = `${path}.${process.pid}.new`;
  try {
    const file = openSync(fresh, 'w', 0o600);
    try {
      writeFileSync(file, JSON.stringify(value, null, 2) + '\n');
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(fresh, path);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
