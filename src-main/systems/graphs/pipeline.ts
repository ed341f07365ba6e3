/** Builds, checks, runs and exports graphs of single models. */
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { StudioError, type GraphSource, type LoraFit, type TaskInput } from '../../contract/index.ts';
import { isPacked, type Bits } from '../../runtime/checkpoint/layout.ts';
import { plainFile } from '../../runtime/checkpoint/file.ts';
import { readLoras } from '../../runtime/checkpoint/lora.ts';
import { openCheckpoint } from '../../runtime/checkpoint/open.ts';
import { quantised } from '../../runtime/checkpoint/quantised.ts';
import { readTensors, safetensorsOf } from '../../runtime/checkpoint/safetensors.ts';
import type { Checkpoint } from '../../runtime/checkpoint/tensors.ts';
import { collect } from '../../runtime/collect.ts';
import { advice, build, inspect, type Architecture, type Target } from '../../runtime/graph/index.ts';
import { fill, rulesOf } from '../../runtime/sessions/fill.ts';
import { useModel, type Model } from '../../runtime/sessions/models.ts';
import { openSession, type Session, type Values } from '../../runtime/sessions/session.ts';
import { prepareModel } from '../../runtime/sessions/store.ts';
import { refuseUnsound } from '../../runtime/sessions/sound.ts';
import type { Work } from '../../runtime/work.ts';
import { architectures } from '../architectures.ts';
import * as declared from './index.ts';
import { fitsOf } from './loras.ts';
import { checkPlace, writeWhole } from './out.ts';

function architectureOf(name: string): Architecture {
  const found = architectures.find((a) => a.name === name);
  if (!found)
    throw new StudioError(
      'wrong-use',
      `There is no architecture ${name}.`,
      `There are: ${architectures.map((a) => a.name).join(', ')}.`,
    );
  return found;
}

async function readConfig(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(await plainFile(path), 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new StudioError(
      'bad-input',
      `${basename(path)} is no JSON.`,
      'Use the config.json beside the weights.',
    );
  }
}

async function openAll({ architecture, config, weights, loras }: GraphSource) {
  return {
    architecture: architectureOf(architecture),
    config: await readConfig(config),
    checkpoint: await openCheckpoint(weights),
    loras: await Promise.all(loras.map((lora) => openCheckpoint([lora]))),
  };
}

const filesOf = ({ checkpoint, loras }: Pick<Opened, 'checkpoint' | 'loras'>): string[] =>
  [checkpoint, ...loras].flatMap(({ files }) => files);

type Opened = Awaited<ReturnType<typeof openAll>>;

const bits: Readonly<Record<string, Bits>> = { int8: 8, int4: 4 };

/** The checkpoint itself, or its rewrite in few bits. */
async function inPrecision(
  { architecture, config, checkpoint }: Opened,
  target: Target,
  { precision, cache }: TaskInput<typeof declared.run>,
  work: Work,
): Promise<Checkpoint> {
  const few = bits[precision];
  if (!few) return checkpoint;
  const { matrices, parameters } = inspect(architecture, config, checkpoint, target);
  const packed = parameters.some(({ location }) => isPacked(location.name));
  if (packed) return checkpoint;
  return quantised(join(cache, 'quantised'), checkpoint, { bits: few, matrices }, work);
}

async function runGraph(input: TaskInput<typeof declared.run>, work: Work) {
  const opened = await openAll(input);
  const read = [input.config, input.inputs, ...filesOf(opened)];
  await checkPlace(input.out, read);
  const given = await readTensors(input.inputs);
  const target: Target = {
    provider: input.provider,
    type: input.precision === 'fp16' ? 'float16' : 'float32',
  };
  const instead = Object.entries(opened.architecture.instead ?? {}).find(([name]) => name in given)?.[1];
  const architecture = instead ?? opened.architecture;
  const checkpoint = await inPrecision({ ...opened, architecture }, target, input, work);
  work.signal.throwIfAborted();
  const model: Model = {
    architecture,
    config: opened.config,
    checkpoint,
    target,
    copy: input.copy,
    loras: opened.loras,
    known: architectures,
    ...(input.outputs && { outputs: input.outputs }),
    ...(input.threads && { threads: input.threads }),
  };
  const loras = opened.loras.length ? await lorasIn(opened, model) : undefined;
  return withSession(join(input.cache, 'graphs'), model, input.repeat > 0, async (session, loadMs) => {
    const feeds = fill(session.inputs, given, rulesOf(architecture, opened.config));
    const { outputs, runMs } = await timed(session, feeds, input.repeat, work);
    refuseUnsound(outputs, architecture.pictures);
    await writeWhole(input.out, safetensorsOf(outputs));
    const shapes = Object.fromEntries(Object.entries(outputs).map(([name, { shape }]) => [name, [...shape]]));
    return {
      loadMs,
      runMs,
      peakMb: process.resourceUsage().maxRSS / 1024,
      outputs: shapes,
      ...(loras && { loras }),
    };
  });
}

/** Of the pool, which may have it already; or opened for this and freed after it, where loading is to be timed. */
async function withSession<T>(
  cache: string,
  model: Model,
  fresh: boolean,
  work: (session: Session, loadMs: number) => Promise<T>,
): Promise<T> {
  if (!fresh) {
    const started = performance.now();
    return useModel(cache, model, (session) => work(session, performance.now() - started));
  }
  const { architecture, config, checkpoint, target, threads, ...options } = model;
  const started = performance.now();
  const { path } = await prepareModel(cache, architecture, config, checkpoint, target, options);
  const session = await openSession(path, { provider: target.provider, ...(threads && { threads }) });
  try {
    return await work(session, performance.now() - started);
  } finally {
    await session.free();
  }
}

async function timed(session: Session, feeds: Record<string, Values>, repeat: number, work: Work) {
  const times: number[] = [];
  let outputs: Record<string, Values> = {};
  // A function of its own, so that nothing but `outputs` holds an answer when the next is made.
  const once = async (): Promise<void> => {
    const started = performance.now();
    outputs = await session.run(feeds);
    times.push(performance.now() - started);
  };
  for (let i = 0; i <= repeat; i++) {
    outputs = {};
    collect();
    await once();
    work.progress(i + 1, repeat + 1);
    work.signal.throwIfAborted();
  }
  const counted = (repeat ? times.slice(1) : times).sort((a, b) => a - b);
  return { outputs, runMs: counted[Math.floor(counted.length / 2)]! };
}

/** How much of the LoRAs finds its place. */
async function lorasIn(opened: Opened, { architecture, checkpoint, target }: Model): Promise<LoraFit[]> {
  const adapters = await readLoras(checkpoint, opened.loras);
  return fitsOf(inspect(architecture, opened.config, checkpoint, target, adapters), opened.loras);
}

async function check(input: TaskInput<typeof declared.check>) {
  const { architecture, config, checkpoint, loras } = await openAll(input);
  const adapters = await readLoras(checkpoint, loras);
  const target = { provider: 'cpu', type: 'float32' } as const;
  const graph = inspect(architecture, config, checkpoint, target, adapters);
  const { mismatches, parameters } = graph;
  const used = new Set([
    ...parameters.map(({ location }) => location.name),
    ...mismatches.map(({ name }) => name),
  ]);
  const told = mismatches.length
    ? advice(architecture, architecture.config.parse(config), checkpoint, architectures)
    : { looksLike: null, hint: null };
  return {
    parameters: parameters.length,
    unused: [...checkpoint.tensors.keys()].filter((name) => !used.has(name)),
    mismatches: [...mismatches],
    loras: fitsOf(graph, loras),
    ...told,
  };
}

async function exportModel(input: TaskInput<typeof declared.exportModel>) {
  const opened = await openAll(input);
  const { architecture, config, checkpoint, loras } = opened;
  const target: Target = {
    provider: input.provider,
    type: input.precision === 'fp16' ? 'float16' : 'float32',
  };
  const weights = filesOf(opened);
  const folder = dirname(checkpoint.files[0]!);
  const out = input.out ? resolve(input.out) : join(folder, `${architecture.name}.onnx`);
  for (const file of weights)
    if (dirname(file) !== dirname(out))
      throw new StudioError(
        'wrong-use',
        `A model must lie in the folder of its weights, ${dirname(file)}.`,
        'Leave --out away, or name a file in that folder.',
      );
  await checkPlace(out, [input.config, ...weights]);
  const { model, graph } = build(architecture, config, checkpoint, target, {
    files: weights.map((file) => basename(file)),
    adapters: await readLoras(checkpoint, loras),
    known: architectures,
  });
  await writeWhole(out, model);
  return { out, bytes: model.length, loras: fitsOf(graph, loras) };
}

export const graphsPipelines = {
  [declared.list.name]: async () => ({
    architectures: architectures.map(({ name, summary }) => ({ name, summary })),
  }),
  [declared.run.name]: runGraph,
  [declared.check.name]: check,
  [declared.exportModel.name]: exportModel,
};
