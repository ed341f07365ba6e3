/** What rewrites were made from: those of a checkpoint that was deleted or written again are never asked for any more. */
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';

const source = z.strictObject({ file: z.string(), made: z.array(z.number()) });
const record = z.strictObject({ sources: z.array(source) });
type Source = z.infer<typeof source>;

/** Beside the folder of rewrites, so that this holds nothing but them. */
const notesOf = (folder: string): string => `${folder}-from`;

/** What tells a file from one that was written again in its place: size, time, number. */
export const marksOf = (files: readonly string[]): Promise<number[][]> =>
  Promise.all(
    files.map(async (file) => {
      const { size, mtimeMs, ino } = await stat(file);
      return [size, mtimeMs, ino];
    }),
  );

/** Remembers what the rewrite of a key is made from. */
export async function noteSources(
  folder: string,
  key: string,
  files: readonly string[],
  marks: readonly number[][],
): Promise<void> {
  const sources = files.map((file, i): Source => ({ file, made: marks[i]! }));
  await mkdir(notesOf(folder), { recursive: true });
  await writeFile(join(notesOf(folder), `${key}.json`), JSON.stringify({ sources }));
}

/**
 * Deletes the rewrites whose checkpoint is gone, or another one by now. One on a drive that isn't there may come back:
 * only a folder that is there lacks a file for good.
 */
export async function forgetRewrites(folder: string): Promise<void> {
  const notes = await readdir(notesOf(folder)).catch((): string[] => []);
  for (const note of notes) {
    const path = join(notesOf(folder), note);
    const found = record.safeParse(await readJson(path));
    if (!found.success || !(await Promise.all(found.data.sources.map(isGone))).includes(true)) continue;
    const key = note.replace(/\.json$/, '');
    // One that is open can't be deleted everywhere; it is the next time.
    await rm(join(folder, `${key}.safetensors`), { force: true }).then(
      () => rm(path, { force: true }),
      () => undefined,
    );
  }
}

const readJson = async (path: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return null;
  }
};

async function isGone({ file, made }: Source): Promise<boolean> {
  try {
    const [now] = await marksOf([file]);
    return now!.some((mark, i) => mark !== made[i]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return false;
    return stat(dirname(file)).then(
      () => true,
      () => false,
    );
  }
}
