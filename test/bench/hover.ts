/**
 * `node test/bench/hover.ts [--megapixels 12] [--hovers 300] [--runs 7]`, after `node build.mjs`: how long a photo takes
 * until clicks are quick on it, how long the engine doesn't answer meanwhile, and how long a hover takes from the request
 * to the mask. What other programs take from the processor counts in what is waited for: the least and the processor's
 * own time tell what is ours.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { unwrap } from '../../src-main/contract/index.ts';
import { decodeImage } from '../../src-main/runtime/raster/decode.ts';
import { makeWork } from '../../src-main/runtime/work.ts';
import { startEngine, type EngineHandle } from '../../src-main/studio/processes/engine.ts';
import { prepareSegmentation, previewClick } from '../../src-main/systems/classic/segment/index.ts';
import { picture } from './pictures.ts';

const { values: wanted } = parseArgs({
  options: {
    megapixels: { type: 'string', default: '12' },
    hovers: { type: 'string', default: '300' },
    runs: { type: 'string', default: '7' },
  },
});
const hovers = Number(wanted.hovers);
const runs = Number(wanted.runs);
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Places all over the photo (Halton's sequence in bases 2 and 3), none twice. */
const place = (i: number) => ({ x: halton(i + 1, 2), y: halton(i + 1, 3) });

function halton(i: number, base: number): number {
  let sum = 0;
  for (let share = 1 / base; i > 0; i = Math.floor(i / base), share /= base) sum += share * (i % base);
  return sum;
}

const quantile = (values: readonly number[], q: number): string =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))]!.toFixed(1);

const say = (name: string, values: readonly number[]) =>
  console.log(
    `${name.padEnd(44)} least ${quantile(values, 0)}, median ${quantile(values, 0.5)}, ` +
      `p95 ${quantile(values, 0.95)}, most ${quantile(values, 1)} ms (${values.length})`,
  );

async function waited(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** User time of this process, in ms. */
async function processor(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  return process.cpuUsage(before).user / 1000;
}

/** Asks the engine for something light over and over while `work` goes on: how long each answer took. */
async function answers(engine: EngineHandle, work: Promise<unknown>): Promise<number[]> {
  const found: number[] = [];
  let over = false;
  void work.finally(() => (over = true));
  while (!over) {
    found.push(await waited(() => engine.call('jobs.list', {})));
    await new Promise((done) => setTimeout(done, 5));
  }
  await work;
  return found;
}

/** As the page sees it: over the engine and its host. */
async function throughTheEngine(folder: string): Promise<void> {
  const ready: number[] = [];
  const stalls: number[] = [];
  const idle: number[] = [];
  const shown: number[] = [];
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const engine = startEngine({
    node: process.execPath,
    dist: join(root, 'dist'),
    models: join(root, 'models'),
    assets: join(root, 'assets'),
    data: folder,
    version,
  });
  const preview = async (canvas: string, at: { x: number; y: number }) =>
    unwrap(await engine.client.selection.preview({ canvas, at, settled: false }));
  try {
    await engine.call('app.state', {});
    idle.push(...(await answers(engine, new Promise((done) => setTimeout(done, 1000)))));
    for (let run = 0; run < runs; run++) {
      // another size each time, so that no photo is known already
      const path = await picture(root, folder, Number(wanted.megapixels) - run * 0.01);
      const { canvases } = unwrap(await engine.client.engine.importPaths({ paths: [path] }));
      const canvas = canvases[0]!;
      const preparing = waited(() => preview(canvas, place(0)));
      stalls.push(...(await answers(engine, preparing)));
      ready.push(await preparing);
      for (let i = 1; i <= Math.ceil(hovers / runs); i++)
        shown.push(await waited(() => preview(canvas, place(i))));
    }
  } finally {
    await engine.close();
  }
  say('decoded and prepared, first mask shown', ready);
  say('the engine answers, idle', idle);
  say('the engine answers, meanwhile', stalls);
  say('a hover, request to mask', shown);
}

/** The same work alone in this process: what the processor spends on it, and the longest turn of the event loop. */
async function alone(folder: string): Promise<void> {
  const image = await decodeImage(await picture(root, folder, Number(wanted.megapixels)));
  const work = makeWork(new AbortController().signal);
  const turns = { longest: 0, last: 0 };
  const watched = {
    ...work,
    async breathe() {
      const now = process.threadCpuUsage().user / 1000;
      turns.longest = Math.max(turns.longest, now - turns.last);
      await work.breathe();
      turns.last = process.threadCpuUsage().user / 1000;
    },
  };
  const spent: number[] = [];
  const longest: number[] = [];
  let prepared = await prepareSegmentation(image, work);
  for (let run = 0; run < runs; run++) {
    Object.assign(turns, { longest: 0, last: process.threadCpuUsage().user / 1000 });
    spent.push(await processor(async () => (prepared = await prepareSegmentation(image, watched))));
    longest.push(turns.longest);
  }
  const hover: number[] = [];
  for (let i = 0; i < hovers; i++)
    hover.push(await processor(() => previewClick(prepared, place(i), false, work)));
  say('preparing, processor', spent);
  say('preparing, longest between two breaths', longest);
  say('a hover, processor', hover);
}

const folder = await mkdtemp(join(tmpdir(), 'vitrail-bench-'));
try {
  await alone(folder);
  await throughTheEngine(folder);
} finally {
  await rm(folder, { recursive: true, force: true });
}
