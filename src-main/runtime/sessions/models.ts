/** Models in this process: prepared, opened in the pool, and given to whoever wants to run one. */
import { totalmem } from 'node:os';
import { basename } from 'node:path';
import type { Checkpoint } from '../checkpoint/tensors.ts';
import type { Architecture, Target } from '../graph/index.ts';
import { bytesOf, isFloat } from '../graph/types.ts';
import { SessionPool } from './pool.ts';
import { openSession, type Session } from './session.ts';
import { prepareModel, type StoreOptions } from './store.ts';

/** One for the process, as there is one memory; the engine sets its budget. */
export const held = new SessionPool({ budget: Math.floor(totalmem() / 2), idleMs: 5 * 60_000 });

export interface Model extends StoreOptions {
  architecture: Architecture;
  config: unknown;
  checkpoint: Checkpoint;
  target: Target;
  threads?: number;
}

/**
 * Gives the session of a model to `work`, which may use it until its promise settles.
 * @param cache where graphs lie
 * @throws StudioError as `prepareModel`, and 'out-of-memory' when the model doesn't fit beside those in use
 */
export async function useModel<T>(
  cache: string,
  { architecture, config, checkpoint, target, threads, ...options }: Model,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const { path } = await prepareModel(cache, architecture, config, checkpoint, target, options);
  const all = [checkpoint, ...(options.loras ?? [])];
  const wanted = {
    key: `${path} ${target.provider} ${threads ?? ''}`,
    name: `${architecture.name} (${basename(checkpoint.files[0]!)})`,
    bytes: all.reduce((sum, each) => sum + memoryFor(each, target), 0),
    open: () => openSession(path, { provider: target.provider, ...(threads && { threads }) }),
  };
  return held.use(wanted, work);
}

/** Bytes of a checkpoint's weights in memory. Those of another type are there twice: as they lie, and as they are used. */
export function memoryFor({ tensors }: Checkpoint, { type }: Target): number {
  let total = 0;
  for (const tensor of tensors.values()) {
    total += tensor.bytes;
    if (isFloat(tensor.type) && tensor.type !== type)
      total += (tensor.bytes / bytesOf[tensor.type]) * bytesOf[type];
  }
  return total;
}
