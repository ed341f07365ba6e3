/** Graphs whose checkpoint was deleted: our links to it are the last, and would keep its room on the disk. */
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** In the folder of a graph whose weights are a copy, which nobody else has a link to. */
export const copyMark = 'copied';

/** Deletes the folders of graphs over weights that only lie in this cache any more. @param cache where graphs lie */
export async function forgetOrphans(cache: string): Promise<void> {
  const links: { folder: string; file: string; all: number }[] = [];
  for (const name of await readdir(cache)) {
    const folder = join(cache, name);
    const inside = await readdir(folder).catch((): string[] => []);
    if (inside.includes(copyMark) || !inside.includes('model.onnx')) continue; // the latter is still being made
    for (const weights of inside.filter((each) => each.startsWith('weights-'))) {
      const found = await stat(join(folder, weights)).catch(() => null);
      if (found) links.push({ folder, file: `${found.dev}:${found.ino}`, all: found.nlink });
    }
  }
  const ours = new Map<string, number>();
  for (const { file } of links) ours.set(file, (ours.get(file) ?? 0) + 1);
  const gone = links.filter(({ file, all }) => all === ours.get(file)).map(({ folder }) => folder);
  // One that is open can't be deleted everywhere; it is when the next graph is made.
  for (const folder of new Set(gone))
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
}
