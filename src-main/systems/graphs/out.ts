/** Files that a graph leaves behind: whole or not at all, and never in the place of one that it was made from. */
import { randomUUID } from 'node:crypto';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StudioError } from '../../contract/index.ts';

/**
 * Whether a file can be written there, said before the work begins.
 * @param sources files that are read and must stay as they are
 * @throws StudioError 'wrong-use' for one of the sources or a folder, 'not-found' without a folder to put it in
 */
export async function checkPlace(out: string, sources: readonly string[]): Promise<void> {
  const folder = await stat(dirname(out)).catch(() => null);
  if (!folder?.isDirectory())
    throw new StudioError('not-found', `There is no folder ${dirname(out)}.`, 'Make it, or name another.');
  const there = await stat(out).catch(() => null);
  if (!there) return;
  if (there.isDirectory()) throw new StudioError('wrong-use', `${out} is a folder.`, 'Name a file in it.');
  for (const source of sources) {
    const { dev, ino } = await stat(source);
    if (there.dev === dev && there.ino === ino)
      throw new StudioError(
        'wrong-use',
        `${out} is what this is made from.`,
        'Name another file with --out.',
      );
  }
}

/** Beside its place first: a file that is there stays as it is until the new one is complete. */
export async function writeWhole(out: string, pieces: Uint8Array | readonly Uint8Array[]): Promise<void> {
  const partial = `${out}.${randomUUID().slice(0, 8)}.partial`;
  try {
    await writeFile(partial, pieces);
    await rename(partial, out);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}
