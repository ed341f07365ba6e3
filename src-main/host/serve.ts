/** Serves tasks on a port: looks them up, checks what goes in and out, and says how far they are. */
import {
  explain,
  hostEvents,
  hostRequests,
  serve,
  StudioError,
  type ModelMemory,
  type Port,
  type Task,
} from '../contract/index.ts';
import { collect } from '../runtime/collect.ts';
import { makeWork } from '../runtime/work.ts';
import { outOfMemory } from './memory.ts';
import type { System } from './systems.ts';
import { throttle } from './throttle.ts';

export interface HostParts {
  systems: readonly System[];
  /** Forgets what can be had again; how many things. */
  free(): number | Promise<number>;
  /** What models take here; `budget`, in bytes, is what they may from now on. */
  models(budget?: number): Promise<ModelMemory>;
}

/** At most 20 messages a second about one task. */
const progressEveryMs = 50;

export function serveHost(port: Port, { systems, free, models }: HostParts): void {
  const table = new Map<string, { task: Task; system: System }>();
  for (const system of systems) for (const task of system.tasks) table.set(task.name, { task, system });

  const server = serve(port, hostRequests, hostEvents, {
    host: {
      run: async ({ call, task: name, input }, signal) => {
        const entry = table.get(name);
        if (!entry) throw new StudioError('wrong-use', `There is no task named ${name}.`);
        const checked = entry.task.input.safeParse(input);
        if (!checked.success) throw new StudioError('wrong-use', `${name}: ${explain(checked.error)}`);
        const pipeline = (await entry.system.load())[name];
        if (!pipeline) throw new Error(`${name} is declared, but nothing implements it.`);
        signal.throwIfAborted();
        const tell = throttle(progressEveryMs, (done, total) =>
          server.emit('progress', { call, done: Math.min(done, total), total }),
        );
        try {
          const output = entry.task.output.safeParse(
            await pipeline(checked.data as never, makeWork(signal, tell)),
          );
          if (!output.success)
            throw new Error(`${name} answered outside its contract: ${explain(output.error)}`);
          return output.data;
        } catch (error) {
          throw outOfMemory(error) ?? error;
        } finally {
          collect();
        }
      },
      free: async () => ({ freed: await free() }),
      models: ({ budget }) => models(budget),
    },
  });
}
