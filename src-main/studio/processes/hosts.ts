/** The engine's hosts: which process does which work, one lane each. */
import type * as z from 'zod';
import { StudioError, type Failure, type Task, type TaskOutput } from '../../contract/index.ts';
import { hostEntry, type EngineConfig } from './config.ts';
import { createLane, type Lane, type LaneOptions, type LaneStatus } from './lane.ts';

/**
 * `interactive`: what a person waits for with the pointer in hand (a click, a preview). `batch`: what may take long.
 * `alone`: a process of its own that ends with the task, for work that might take its process down.
 */
export type LaneName = 'interactive' | 'batch' | 'alone';

export interface RunOptions {
  signal?: AbortSignal;
  /** Never goes back, never over `total`. */
  onProgress?: (done: number, total: number) => void;
  /** `batch` when not given. */
  lane?: LaneName;
}

export interface HostStatus extends LaneStatus {
  lane: LaneName;
}

export interface Hosts {
  /**
   * Runs one task of a system in a host.
   * @throws {StudioError} the task's own failure, or `cancelled`, `crashed`, `out-of-memory`
   */
  run<T extends Task>(task: T, input: z.input<T['input']>, options?: RunOptions): Promise<TaskOutput<T>>;
  /** Asks the hosts to forget what can be had again; how many things they forgot. */
  free(): Promise<number>;
  /** Forgets past crashes: the user asks to try again. */
  reset(): void;
  status(): HostStatus[];
  /** Cancels what runs and ends the hosts. */
  close(): Promise<void>;
}

export interface HostsOptions extends Partial<LaneOptions> {
  /** A lane has crashed so often that it isn't restarted before `reset()` or a few minutes: for a notice. */
  onFailed?: (failure: Failure) => void;
}

export function createHosts(config: EngineConfig, options: HostsOptions = {}): Hosts {
  const laneOptions: LaneOptions = { node: config.node, entry: hostEntry(config), ...options };
  const kept = { interactive: createLane(laneOptions), batch: createLane(laneOptions) };
  const alone = new Set<Lane>();

  async function runIn(lane: Lane, task: Task, input: unknown, run: RunOptions): Promise<unknown> {
    const result = await lane.run(task, input, run);
    if (!result.ok) throw StudioError.from(result.error);
    const output = task.output.safeParse(result.value);
    if (!output.success) throw new StudioError('internal', `${task.name} answered outside its contract.`);
    return output.data;
  }

  return {
    async run(task, input, run = {}) {
      const name = run.lane ?? 'batch';
      if (name !== 'alone') return runIn(kept[name], task, input, run) as never;
      const lane = createLane({ ...laneOptions, quiet: true });
      alone.add(lane);
      try {
        return (await runIn(lane, task, input, run)) as never;
      } finally {
        alone.delete(lane);
        await lane.close();
      }
    },
    free: async () =>
      (await Promise.all(Object.values(kept).map((lane) => lane.free()))).reduce((a, b) => a + b, 0),
    reset: () => Object.values(kept).forEach((lane) => lane.reset()),
    status: () => [
      { lane: 'interactive', ...kept.interactive.status() },
      { lane: 'batch', ...kept.batch.status() },
      ...[...alone].map((lane) => ({ lane: 'alone' as const, ...lane.status() })),
    ],
    close: async () => {
      await Promise.all([...Object.values(kept), ...alone].map((lane) => lane.close()));
    },
  };
}
