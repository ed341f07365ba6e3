/** Opens a checkpoint of any of the formats that authors publish. Only headers are read. */
import { open, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import * as z from 'zod';
import { StudioError } from '../../contract/index.ts';
import type { StoredTensor } from '../graph/graph.ts';
import { plainFile } from './file.ts';
import { readSafetensors } from './safetensors.ts';
import { assemble, damaged, type Checkpoint } from './tensors.ts';
import { readTorchZip } from './torch-zip.ts';

const index = z.looseObject({ weight_map: z.record(z.string(), z.string()) });

/**
 * @param paths one file, all shards, or an index (`*.index.json`) that names its shards
 * @throws StudioError 'damaged', 'bad-input' for what is no file or no checkpoint; ENOENT
 */
export async function openCheckpoint(paths: readonly string[]): Promise<Checkpoint> {
  const files = (await Promise.all(paths.map(shardsOf))).flat();
  const tensors: StoredTensor[] = [];
  const sizes: number[] = [];
  const metadata: Record<string, string> = {};
  for (const [file, path] of files.entries()) {
    sizes.push((await stat(path)).size);
    const read = await readOne(path, file);
    tensors.push(...read.tensors);
    Object.assign(metadata, read.metadata);
  }
  return assemble(files, sizes, tensors, metadata);
}

async function shardsOf(path: string): Promise<string[]> {
  const real = await plainFile(path);
  if (!path.endsWith('.index.json')) return [real];
  let named: string[];
  try {
    named = [...new Set(Object.values(index.parse(JSON.parse(await readFile(path, 'utf8'))).weight_map))];
  } catch {
    throw damaged(path, 'it is no index of shards');
  }
  for (const name of named)
    if (name !== basename(name) || name.startsWith('.'))
      throw damaged(path, `it names ${name.slice(0, 80)}, which lies in another folder`);
  return Promise.all(named.sort().map((name) => plainFile(join(dirname(path), name))));
}

/** By what is inside, not by the name: a pickle may be called .safetensors. */
async function readOne(
  path: string,
  file: number,
): Promise<{ tensors: StoredTensor[]; metadata: Record<string, string> }> {
  const handle = await open(path, 'r');
  const head = Buffer.alloc(16);
  try {
    await handle.read(head, 0, 16, 0);
  } finally {
    await handle.close();
  }
  if (head.readUInt32LE(0) === 0x04034b50) return { tensors: await readTorchZip(path, file), metadata: {} };
  if (head[8] === 0x7b) return readSafetensors(path, file);
  const pickled = head[0] === 0x80 && head[1]! <= 5;
  throw new StudioError(
    'bad-input',
    pickled
      ? `${basename(path)} is a bare pickle, as torch wrote before version 1.6.`
      : `${basename(path)} is no checkpoint that is known here.`,
    'Use the .safetensors file of the same model.',
  );
}
