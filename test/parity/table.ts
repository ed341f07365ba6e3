/**
 * Every architecture against the official implementation (fixtures.py), in every precision. `npm run parity` prints the
 * largest differences, relative to the largest value that was expected.
 */
import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openCheckpoint } from '../../src-main/runtime/checkpoint/open.ts';
import type { Bits } from '../../src-main/runtime/checkpoint/layout.ts';
import { quantise } from '../../src-main/runtime/checkpoint/quantise.ts';
import { inspect, type Architecture, type Target } from '../../src-main/runtime/graph/index.ts';
import { makeWork } from '../../src-main/runtime/work.ts';
import { clipText, clipVideo, clipVision } from '../../src-main/systems/clip/graph.ts';
import { samEncoder } from '../../src-main/systems/sam/graph.ts';
import { controlnet } from '../../src-main/systems/stable-diffusion/controlnet.ts';
import { tinyVaeDecoder, tinyVaeEncoder } from '../../src-main/systems/stable-diffusion/tiny-vae.ts';
import { unet } from '../../src-main/systems/stable-diffusion/unet.ts';
import { vaeDecoder, vaeEncoder } from '../../src-main/systems/stable-diffusion/vae.ts';
import { llama } from '../../src-main/systems/vicuna/graph.ts';
import { casesOf, compare, fixtures, onCpu, place, weightsOf, type Difference } from './case.ts';

/** `cases` picks those of an architecture where two share a fixture. */
export interface Row {
  fixture: string;
  architecture: Architecture;
  cases?: RegExp;
}

export const rows: readonly Row[] = [
  ...['clip-text', 'clip-text-gelu'].map((fixture) => ({ fixture, architecture: clipText })),
  ...['clip-vision', 'clip-vision-b'].map((fixture) => ({ fixture, architecture: clipVision })),
  ...['clip-video', 'clip-video-b'].map((fixture) => ({ fixture, architecture: clipVideo })),
  ...['unet', 'unet-2', 'unet-gligen', 'unet-gligen-image'].map((fixture) => ({
    fixture,
    architecture: unet,
  })),
  ...['controlnet', 'controlnet-2'].map((fixture) => ({ fixture, architecture: controlnet })),
  ...['vae', 'vae-2'].flatMap((fixture) => [
    { fixture, architecture: vaeEncoder, cases: /^encoder/ },
    { fixture, architecture: vaeDecoder, cases: /^decoder/ },
  ]),
  ...['tiny-vae', 'tiny-vae-2'].flatMap((fixture) => [
    { fixture, architecture: tinyVaeEncoder, cases: /^encoder/ },
    { fixture, architecture: tinyVaeDecoder, cases: /^decoder/ },
  ]),
  ...['sam-encoder', 'sam-encoder-plain'].map((fixture) => ({ fixture, architecture: samEncoder })),
  ...['llama', 'llama-grouped'].map((fixture) => ({ fixture, architecture: llama })),
] as Row[];

export const casesIn = ({ fixture, cases = /./ }: Row): string[] =>
  casesOf(fixture).filter((name) => cases.test(name));

export interface Precision {
  name: string;
  target: Target;
  bits?: Bits;
  /** The most that an output may be off, relative to the largest value that was expected. */
  bound: number;
}

/** Matrices of a width of 32, as the fixtures have them, lose far more in few bits than those of a real network. */
export const precisions: readonly Precision[] = [
  { name: 'fp32', target: onCpu, bound: 1e-4 },
  { name: 'fp32, plain operators', target: { provider: 'webgpu', type: 'float32' }, bound: 1e-4 },
  { name: 'fp16', target: { provider: 'cpu', type: 'float16' }, bound: 2e-3 },
  { name: 'fp16, plain operators', target: { provider: 'webgpu', type: 'float16' }, bound: 2e-3 },
  { name: 'int8', target: onCpu, bits: 8, bound: 0.02 },
  { name: 'int4', target: onCpu, bits: 4, bound: 0.25 },
];

/** The fixture's checkpoint with its matrices in few bits, written once. */
export async function inBits({ fixture, architecture }: Row, bits: Bits, folder: string): Promise<string> {
  const out = join(folder, `${fixture}-${architecture.name}-${bits}.safetensors`);
  if (existsSync(out)) return out;
  const checkpoint = await openCheckpoint([await weightsOf(fixture, folder)]);
  const config: unknown = JSON.parse(await readFile(join(fixtures, fixture, 'config.json'), 'utf8'));
  const { matrices } = inspect(architecture, config, checkpoint, onCpu);
  await quantise(
    checkpoint,
    { bits, matrices, out },
    makeWork(new AbortController().signal, () => undefined),
  );
  return out;
}

export async function differencesOf(
  row: Row,
  name: string,
  { target, bits }: Precision,
  folder: string,
): Promise<Difference[]> {
  const weights = bits && (await inBits(row, bits, folder));
  return compare(row.architecture, row.fixture, name, folder, { target, ...(weights && { weights }) });
}

if (import.meta.main) {
  const here = place();
  const heads = ['architecture', 'configuration', ...precisions.map(({ name }) => name)];
  const width = (i: number): number => (i < 2 ? 18 : Math.max(8, heads[i]!.length));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, i) => (i < 2 ? cell.padEnd(width(i)) : cell.padStart(width(i)))).join('  ');
  console.log(line(heads));
  for (const row of rows) {
    const worst: string[] = [];
    for (const precision of precisions) {
      let most = 0;
      for (const name of casesIn(row))
        for (const { worst, scale } of await differencesOf(row, name, precision, here.folder))
          most = Math.max(most, worst / scale);
      worst.push(most.toExponential(1));
    }
    console.log(line([row.architecture.name, row.fixture, ...worst]));
  }
  here.remove();
}
