/** Every system this host can run: what it declares, and where its pipelines are, loaded when first needed. */
import type * as z from 'zod';
import type { Task, TaskInput } from '../contract/index.ts';
import type { Work } from '../runtime/work.ts';
import * as classic from '../systems/classic/index.ts';
import * as codecs from '../systems/codecs/index.ts';
import * as compose from '../systems/compose/index.ts';
import * as doctor from '../systems/doctor/index.ts';
import * as graphs from '../systems/graphs/index.ts';

/** What every task is implemented by. */
export type Pipeline<T extends Task> = (input: TaskInput<T>, work: Work) => Promise<z.input<T['output']>>;

/** Implementations by task name. */
export type Pipelines = Record<string, (input: never, work: Work) => Promise<unknown>>;

export interface System {
  tasks: readonly Task[];
  load(): Promise<Pipelines>;
}

export const systems: readonly System[] = [
  {
    tasks: [
      codecs.probe,
      codecs.encodeImage,
      codecs.readMask,
      codecs.writeMask,
      codecs.colourAt,
      codecs.fitMask,
      codecs.colours,
    ],
    load: async () => (await import('../systems/codecs/pipeline.ts')).codecsPipelines,
  },
  {
    tasks: [classic.prepare, classic.preview, classic.segment, classic.edit, classic.carry, classic.movement],
    load: async () => (await import('../systems/classic/pipeline.ts')).classicPipelines,
  },
  {
    tasks: [compose.flatten, compose.ontoLayer],
    load: async () => (await import('../systems/compose/pipeline.ts')).composePipelines,
  },
  {
    tasks: [doctor.providers, doctor.tryProvider],
    load: async () => (await import('../systems/doctor/pipeline.ts')).doctorPipelines,
  },
  {
    tasks: [graphs.list, graphs.run, graphs.check, graphs.exportModel],
    load: async () => (await import('../systems/graphs/pipeline.ts')).graphsPipelines,
  },
];
