/** The engine's hosts: which process does which work, one lane each. */
import { totalmem } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type * as z from 'zod';
import {
  StudioError,
  type Failure,
  type ModelMemory,
  type Provider,
  type Task,
  type TaskOutput,
} from '../../contract/index.ts';
import { hostEntry, type EngineConfig } from './config.ts';
import { createLane, type Lane, type LaneOptions, type LaneStatus } from './lane.ts';

/**
 * `interactive`: what a person waits for with the pointer in hand (a click, a preview). `batch`: what may take long.
 * `alone`: a process of its own that ends with the task, for work that might take its process down.
 * `models-…`: the process that holds the models of one device, started when first needed.
 */
export type LaneName = 'interactive' | 'batch' | 'alone' | `models-${Provider}`;

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

export interface HeldModels {
  lane: LaneName;
  /** `null` from a host that is deep in a model and doesn't answer. */
  memory: ModelMemory | null;
}

export interface Hosts {
  /**
   * Runs one task of a system in a host.
   * @throws {StudioError} the task's own failure, or `cancelled`, `crashed`, `out-of-memory`
   */
  run<T extends Task>(task: T, input: z.input<T['input']>, options?: RunOptions): Promise<TaskOutput<T>>;
  /** Asks the hosts to forget what can be had again; how many things they forgot. */
  free(): Promise<number>;
  /** How much memory models may take on each device, in bytes, and what each device's host holds. */
  models(): Promise<{ budget: number; held: HeldModels[] }>;
  /** The budget has changed: tells the hosts that run, which free what no longer fits. */
  budgetChanged(): void;
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

/** How long a host may take to say what it holds. */
const statusMs = 500;

export function createHosts(config: EngineConfig, options: HostsOptions = {}): Hosts {
  const budget = options.budget ?? (() => Math.floor(totalmem() / 2));
  const laneOptions: LaneOptions = { node: config.node, entry: hostEntry(config), ...options, budget };
  const kept = new Map<LaneName, Lane>();
  const alone = new Set<Lane>();
  const keptLane = (name: LaneName): Lane => {
    const lane = kept.get(name) ?? createLane({ ...laneOptions, givesWay: name.startsWith('models-') });
    kept.set(name, lane);
    return lane;
  };
  for (const name of ['interactive', 'batch'] as const) keptLane(name);
  const modelLanes = () => [...kept].filter(([name]) => name.startsWith('models-'));

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
      if (name !== 'alone') return runIn(keptLane(name), task, input, run) as never;
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
      (await Promise.all([...kept.values()].map((lane) => lane.free()))).reduce((a, b) => a + b, 0),
    models: async () => ({
      budget: budget(),
      held: await Promise.all(
        modelLanes().map(async ([name, lane]) => ({
          lane: name,
          memory: await Promise.race([lane.models(), wait(statusMs, null, { ref: false })]),
        })),
      ),
    }),
    budgetChanged: () => modelLanes().forEach(([, lane]) => void lane.models()),
    reset: () => kept.forEach((lane) => lane.reset()),
    status: () => [
      ...[...kept].map(([name, lane]) => ({ lane: name, ...lane.status() })),
      ...[...alone].map((lane) => ({ lane: 'alone' as const, ...lane.status() })),
    ],
    close: async () => {
      await Promise.all([...kept.values(), ...alone].map((lane) => lane.close()));
    },
  };
}
