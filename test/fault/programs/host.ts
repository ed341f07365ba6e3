/** A host like the studio's, with tasks that misbehave. */
import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { StudioError, type TaskInput } from '../../../src-main/contract/index.ts';
import { serveHost } from '../../../src-main/host/serve.ts';
import type { Pipelines } from '../../../src-main/host/systems.ts';
import { endWithParent, parentPort } from '../../../src-main/process/parent.ts';
import { held } from '../../../src-main/runtime/sessions/models.ts';
import * as doctor from '../../../src-main/systems/doctor/index.ts';
import { modelPipelines } from './models.ts';
import * as tasks from './tasks.ts';

const me = { pid: process.pid };
const sleepHard = (ms: number) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

const deaths = {
  exit: () => process.exit(7),
  abort: () => process.abort(),
  throw: () => void setImmediate(() => JSON.parse('not JSON')),
  heap: () => {
    const held: number[][] = [];
    for (;;) held.push(new Array<number>(100_000).fill(held.length));
  },
};

const pipelines: Pipelines = {
  'test.echo': async () => me,
  'test.block': async ({ ms, mark }: TaskInput<typeof tasks.block>) => {
    if (mark) writeFileSync(mark, String(process.pid));
    sleepHard(ms);
    return me;
  },
  'test.steps': async ({ steps }: TaskInput<typeof tasks.steps>, work) => {
    for (let i = 1; i <= steps; i++) {
      work.progress(i, steps);
      await wait(5);
      await work.breathe();
    }
    return me;
  },
  'test.deaf': (_, work) => {
    work.progress(1, 2);
    return new Promise<never>(() => setInterval(() => undefined, 1_000));
  },
  'codecs.probe': async ({ log, go }: TaskInput<typeof tasks.look>) => {
    appendFileSync(log, `${process.pid}\n`);
    while (!existsSync(go)) await wait(20);
    return me;
  },
  'codecs.encodeImage': async () => me,
  'test.die': ({ how }: TaskInput<typeof tasks.die>) => {
    deaths[how]();
    return new Promise<never>(() => undefined);
  },
  ...modelPipelines,
  'test.refuse': async () => {
    throw new StudioError('bad-input', 'Not this.', 'Try that.', ['a-pack']);
  },
  'test.lie': async () => ({ pid: 'a secret' }),
  'doctor.providers': async () => ({ version: '1.2.3', providers: ['good', 'bad', 'good'] }),
  'doctor.tryProvider': async ({ provider }: TaskInput<typeof doctor.tryProvider>) => {
    if (provider === 'bad') process.abort();
    return { works: true, detail: 'fine' };
  },
};

endWithParent();
serveHost(parentPort(), {
  systems: [{ tasks: [...Object.values(tasks), ...Object.values(doctor)], load: async () => pipelines }],
  free: () => 3,
  models: async (budget) => {
    if (budget !== undefined) await held.setBudget(budget);
    return held.status();
  },
});
