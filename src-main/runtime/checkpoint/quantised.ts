/** Rewrites in few bits that were made before, by what they were made from. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Work } from '../work.ts';
import { openCheckpoint } from './open.ts';
import { quantise, type QuantiseOptions } from './quantise.ts';
import { forgetRewrites, marksOf, noteSources } from './sources.ts';
import type { Checkpoint } from './tensors.ts';

/** The rewrite of a checkpoint, made if it isn't in the folder yet. */
export async function quantised(
  folder: string,
  checkpoint: Checkpoint,
  options: Omit<QuantiseOptions, 'out'>,
  work: Work,
): Promise<Checkpoint> {
  const marks = await marksOf(checkpoint.files);
  const made = [checkpoint.files, marks, options.bits, [...options.matrices].sort()];
  const key = createHash('sha256').update(JSON.stringify(made)).digest('hex').slice(0, 32);
  const out = join(folder, `${key}.safetensors`);
  if (!(await stat(out).catch(() => null))) {
    await mkdir(folder, { recursive: true });
    await forgetRewrites(folder);
    await noteSources(folder, key, checkpoint.files, marks);
    await make(folder, key, out, (to) => quantise(checkpoint, { ...options, out: to }, work));
  }
  return openCheckpoint([out]);
}

/** The beginnings that this process is at work on. */
const active = new Set<string>();

/**
 * Two processes may make the same at once, each in a file of its own; whoever is done last puts the same in its place.
 * What a process that was stopped has left is taken over by renaming it, which only one can do.
 */
async function make(folder: string, key: string, out: string, write: (to: string) => Promise<void>) {
  const mine = `${key}-${process.pid}-${randomUUID().slice(0, 8)}`;
  active.add(`${mine}.partial`);
  try {
    for (const left of await abandoned(folder, key))
      if (await renamed(join(folder, left), join(folder, `${mine}.partial`))) break;
    await write(join(folder, mine));
    await rename(join(folder, mine), out);
    for (const left of await abandoned(folder, key)) await rm(join(folder, left), { force: true });
  } finally {
    active.delete(`${mine}.partial`);
  }
}

/** What processes left behind that are gone, or this one itself. */
async function abandoned(folder: string, key: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => {
    const pid = name.startsWith(key) && /-(\d+)-\w+\.partial$/.exec(name)?.[1];
    return pid && !active.has(name) && (Number(pid) === process.pid || !lives(Number(pid)));
  });
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0); // asks only
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'; // somebody else's lives, too
  }
}

const renamed = (from: string, to: string): Promise<boolean> =>
  rename(from, to).then(
    () => true,
    () => false,
  );
