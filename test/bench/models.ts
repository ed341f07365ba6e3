/**
 * `node test/bench/models.ts [unet|clip-vision|llama …] [packed]`, the last part of `npm run bench`: whole models at
 * full size, with random weights, beside PyTorch on the same processor, two threads each, medians of nine interleaved
 * runs; of a small language model, sixteen tokens after a prompt of 128. It takes minutes and some 8 GB.
 * Needs a Python with torch, transformers, diffusers and safetensors: VITRAIL_BENCH_PYTHON, or `python3`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { tokens } from './decoding.ts';
import { readTensors } from '../../src-main/runtime/checkpoint/safetensors.ts';

const runs = Number(process.env['VITRAIL_BENCH_RUNS'] ?? 9);
const threads = process.env['VITRAIL_BENCH_THREADS'] ?? '2';
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const here = import.meta.dirname;

const python = [process.env['VITRAIL_BENCH_PYTHON'], 'python3'].find(
  (each) =>
    each && spawnSync(each, ['-c', 'import torch, transformers, diffusers, safetensors']).status === 0,
);
if (!python) {
  console.error(
    'Whole models were not compared. No Python with torch, transformers, diffusers and safetensors was found to compare with: name one in VITRAIL_BENCH_PYTHON.',
  );
  process.exit(0);
}

type Answer = Record<string, number>;

/** A program that answers every line with one line of JSON; its first answer comes by itself. */
async function peer(command: string, args: string[]) {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const next = async (): Promise<Answer> => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${command} ${args[0]} ended`);
    return JSON.parse(value) as Answer;
  };
  return {
    begun: await next(),
    run: () => (child.stdin.write('run\n'), next()),
    close: () => child.stdin.end(),
  };
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;
const floatsOf = ({ data }: { data: Uint8Array }) => new Float32Array(data.slice().buffer);
const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(2)} GB`;

async function compare(name: string, output: string): Promise<void> {
  const folder = join(process.env['VITRAIL_BENCH_FOLDER'] ?? join(root, '.cache', 'bench-models'), name);
  await mkdir(folder, { recursive: true });
  const torch = await peer(python!, [join(here, 'models.py'), name, folder, threads]);
  const ours = await peer(process.execPath, [join(here, 'model.ts'), name, folder, output, threads, ...lean]);
  const [mine, theirs]: [number[], number[]] = [[], []];
  const cpu: [number[], number[]] = [[], []];
  let peak = 0;
  let activations = 0;
  for (let i = 0; i <= runs; i++) {
    const [a, b] = [await ours.run(), await torch.run()];
    peak = Math.max(peak, a['peak']!);
    activations = Math.max(activations, b['activations']!);
    if (i === 0) continue; // warms up
    mine.push(a['seconds']!);
    theirs.push(b['seconds']!);
    cpu[0].push(a['cpu']!);
    cpu[1].push(b['cpu']!);
  }
  ours.close();
  torch.close();
  const [a, b] = await Promise.all(
    ['ours', 'torch'].map((who) => readTensors(join(folder, `${who}.safetensors`))),
  );
  const [u, v] = [floatsOf(a![output]!), floatsOf(b![output]!)];
  const scale = v.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const worst = u.reduce((most, value, i) => Math.max(most, Math.abs(value - v[i]!)), 0);
  const weights = torch.begun['bytes']!;
  console.log(
    [
      `${name}: ${median(mine).toFixed(2)} s, PyTorch ${median(theirs).toFixed(2)} s, ratio ${(median(mine) / median(theirs)).toFixed(2)}`,
      ...(name === 'llama'
        ? [
            `  ${(tokens / median(mine)).toFixed(1)} tokens/s, PyTorch ${(tokens / median(theirs)).toFixed(1)} tokens/s`,
          ]
        : []),
      `  processor time: ${median(cpu[0]).toFixed(2)} s, PyTorch ${median(cpu[1]).toFixed(2)} s, ratio ${(median(cpu[0]) / median(cpu[1])).toFixed(2)}`,
      `  apart by ${(worst / scale).toExponential(1)} of the scale; loaded in ${ours.begun['load']!.toFixed(2)} s (${gigabytes(weights)}), prepared in ${ours.begun['emit']!.toFixed(2)} s`,
      `  peak ${gigabytes(peak)}, ${(peak / (weights + activations)).toFixed(2)} of weights and PyTorch's activations (${gigabytes(activations)})`,
      `  each run: ${mine.map((s, i) => (s / theirs[i]!).toFixed(2)).join(' ')}`,
    ].join('\n'),
  );
}

const models: Readonly<Record<string, string>> = {
  'clip-vision': 'last_hidden_state',
  unet: 'sample',
  llama: 'logits',
};
const lean = process.argv.filter((arg) => arg === 'lean' || arg === 'packed');
const chosen = process.argv.slice(2).filter((name) => Object.hasOwn(models, name));
for (const [name, output] of Object.entries(models))
  if (!chosen.length || chosen.includes(name)) await compare(name, output);
