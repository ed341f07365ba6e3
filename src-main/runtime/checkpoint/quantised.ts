/** Rewrites in few bits that were made before, by what they were made from. */
import { createHash } from 'node:crypto';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Work } from '../work.ts';
import { alone } from './lock.ts';
import { openCheckpoint } from './open.ts';
import { quantise, type QuantiseOptions } from './quantise.ts';
import type { Checkpoint } from './tensors.ts';

/** The rewrite of a checkpoint, made if it isn't in the folder yet; by one process at a time, as it is built up there. */
export async function quantised(
  folder: string,
  checkpoint: Checkpoint,
  options: Omit<QuantiseOptions, 'out'>,
  work: Work,
): Promise<Checkpoint> {
  const stats = await Promise.all(checkpoint.files.map((file) => stat(file)));
  const made = [
    checkpoint.files,
    stats.map(({ size, mtimeMs, ino }) => [size, mtimeMs, ino]),
    options.bits,
    [...options.matrices].sort(),
  ];
  const key = createHash('sha256').update(JSON.stringify(made)).digest('hex').slice(0, 32);
  const out = join(folder, `${key}.safetensors`);
  const there = () => stat(out).catch(() => null);
  if (!(await there())) {
    await mkdir(folder, { recursive: true });
    await alone(join(folder, 'lock'), work.signal, async () => {
      if (!(await there())) await quantise(checkpoint, { ...options, out }, work);
    });
  }
  return openCheckpoint([out]);
}
