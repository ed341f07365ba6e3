/**
 * Where graphs lie: a folder each, named by what they were made from, with a hard link to every file of the checkpoint.
 * ONNX Runtime reads weights only from the model's own folder, and follows no symbolic links.
 */
import { createHash } from 'node:crypto';
import { copyFile, link, mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StudioError } from '../../contract/index.ts';
import { readLoras } from '../checkpoint/lora.ts';
import { copyMark, forgetOrphans } from './orphans.ts';
import { build, type Adapter, type Architecture, type Target } from '../graph/index.ts';
import { builderVersion } from '../graph/emit.ts';
import type { Checkpoint } from '../checkpoint/tensors.ts';

export interface Prepared {
  /** The model's file. */
  path: string;
  /** Whether it was there already. */
  known: boolean;
}

export interface StoreOptions {
  /** Where a hard link can't be made (another volume, no right to), copy the weights. */
  copy?: boolean;
  /** LoRAs, applied beside the weights; each gets an input `adapter_scale.N`. */
  loras?: readonly Checkpoint[];
  /** Names of the outputs that are wanted; all when not given. */
  outputs?: readonly string[];
  /** Architectures that weights which don't fit may be of. */
  known?: readonly Architecture[];
}

/** The name of a checkpoint's n-th file beside the model. */
const beside = (n: number): string => `weights-${n}`;

/**
 * The model of an architecture over a checkpoint, made if it isn't there.
 * @throws StudioError 'bad-input' when they don't fit, 'no-space' when a copy would be needed and isn't allowed
 */
export async function prepareModel(
  cache: string,
  architecture: Architecture,
  config: unknown,
  checkpoint: Checkpoint,
  target: Target,
  { copy = false, loras = [], outputs, known }: StoreOptions = {},
): Promise<Prepared> {
  const all = [checkpoint, ...loras];
  const adapters = await readLoras(checkpoint, loras);
  const folder = join(cache, await keyOf(architecture, config, all, adapters, target, outputs));
  const path = join(folder, 'model.onnx');
  if (await exists(path)) return { path, known: true };
  const sources = all.flatMap((each) => each.files);
  const files = sources.map((_, n) => beside(n));
  const { model } = build(architecture, config, checkpoint, target, {
    files,
    adapters,
    ...(outputs && { outputs }),
    ...(known && { known }),
  });
  await mkdir(cache, { recursive: true });
  await forgetOrphans(cache);
  const making = await mkdtemp(join(cache, 'making-'));
  try {
    let copied = false;
    for (const [n, file] of sources.entries())
      copied = (await bring(file, join(making, beside(n)), copy)) || copied;
    if (copied) await writeFile(join(making, copyMark), '');
    await writeFile(join(making, 'model.onnx'), model);
    await rename(making, folder);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    // Another process was faster: the same key is the same model.
    if (!(await exists(path))) throw error;
  }
  return { path, known: false };
}

/** Changes when anything does that the graph depends on: a file that was written again has another time. */
async function keyOf(
  { name, version }: Architecture,
  config: unknown,
  checkpoints: readonly Checkpoint[],
  adapters: readonly Adapter[],
  target: Target,
  outputs: readonly string[] | undefined,
): Promise<string> {
  const files = checkpoints.flatMap((checkpoint) => checkpoint.files);
  const stats = await Promise.all(files.map((file) => stat(file)));
  const parts = [
    builderVersion,
    name,
    version,
    config,
    target,
    outputs,
    files,
    stats.map(({ size, mtimeMs, ino }) => [size, mtimeMs, ino]),
    checkpoints.map(({ tensors }) => [...tensors.values()]),
    // Their strength may stand in a file beside theirs.
    adapters.map(({ names, find }) => names.map((name) => find(name)?.factor)),
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** @returns whether it had to be copied */
async function bring(from: string, to: string, copy: boolean): Promise<boolean> {
  try {
    await link(from, to);
    return false;
  } catch (error) {
    if (copy) {
      await copyFile(from, to);
      return true;
    }
    const { size } = await stat(from);
    throw new StudioError(
      'no-space',
      `The weights lie on another volume than Vitrail's cache, or may not be linked (${(error as Error).message}).`,
      `Allow a copy (${(size / 1e9).toFixed(1)} GB) with --copy, or move the data folder to the same volume.`,
    );
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
