/** Runs a fixture and compares it with what the official implementation answered. */
import { readFile } from 'node:fs/promises';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCheckpoint } from '../../src-main/runtime/checkpoint/open.ts';
import { readSafetensors } from '../../src-main/runtime/checkpoint/safetensors.ts';
import type { Architecture, Target } from '../../src-main/runtime/graph/index.ts';
import { bytesOf } from '../../src-main/runtime/graph/types.ts';
import { reader } from '../../src-main/runtime/sessions/convert.ts';
import { fill, rulesOf } from '../../src-main/runtime/sessions/fill.ts';
import { openSession, type Values } from '../../src-main/runtime/sessions/session.ts';
import { prepareModel } from '../../src-main/runtime/sessions/store.ts';
import { writeWeights } from './weights.ts';

export const fixtures = join(import.meta.dirname, 'fixtures');

export const casesOf = (folder: string): string[] =>
  readdirSync(join(fixtures, folder))
    .filter((name) => name.startsWith('case-'))
    .map((name) => name.slice('case-'.length, -'.safetensors'.length));

export async function readValues(path: string): Promise<Record<string, Values>> {
  const file = await readFile(path);
  const { tensors } = await readSafetensors(path);
  return Object.fromEntries(
    tensors.map(({ name, type, shape, offset, bytes }) => [
      name,
      { type, shape, data: new Uint8Array(file.buffer, file.byteOffset + offset, bytes).slice() },
    ]),
  );
}

export interface Difference {
  output: string;
  /** The largest difference, and the largest value that was expected. */
  worst: number;
  scale: number;
}

/** A place for checkpoints and graphs, to be removed. */
export function place(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'vitrail-parity-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export const onCpu: Target = { provider: 'cpu', type: 'float32' };

export interface CompareOptions {
  target?: Target;
  /** A checkpoint; the fixture's own when not given. */
  weights?: string;
  /** The fixture whose config.json and weights are meant. */
  network?: string;
  loras?: readonly string[];
}

/** The checkpoint of a fixture, written once. */
export async function weightsOf(fixture: string, folder: string): Promise<string> {
  const path = join(folder, `${fixture}.safetensors`);
  if (!existsSync(path)) await writeWeights(join(fixtures, fixture, 'weights.json'), path);
  return path;
}

/** What a network answers to a case, and what the official one answered. */
export async function answer(
  architecture: Architecture,
  fixture: string,
  name: string,
  folder: string,
  { target = onCpu, weights, network = fixture, loras = [] }: CompareOptions = {},
): Promise<{ found: Record<string, Values>; wanted: Record<string, Values> }> {
  const config: unknown = JSON.parse(await readFile(join(fixtures, network, 'config.json'), 'utf8'));
  const values = await readValues(join(fixtures, fixture, `case-${name}.safetensors`));
  const part = (prefix: string): Record<string, Values> =>
    Object.fromEntries(
      Object.entries(values)
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, value]) => [key.slice(prefix.length), value]),
    );
  const given = part('in.');
  const chosen =
    Object.entries(architecture.instead ?? {}).find(([input]) => input in given)?.[1] ?? architecture;
  const checkpoint = await openCheckpoint([weights ?? (await weightsOf(fixture, folder))]);
  const adapters = await Promise.all(loras.map((lora) => openCheckpoint([lora])));
  const { path } = await prepareModel(join(folder, 'graphs'), chosen, config, checkpoint, target, {
    loras: adapters,
  });
  // The operators are the target's; they are run here, wherever that is.
  const session = await openSession(path, { provider: 'cpu' });
  try {
    return {
      found: await session.run(fill(session.inputs, given, rulesOf(chosen, config))),
      wanted: part('out.'),
    };
  } finally {
    await session.free();
  }
}

export async function compare(...how: Parameters<typeof answer>): Promise<Difference[]> {
  const { found, wanted } = await answer(...how);
  return differences(found, wanted);
}

/** Of every output that is wanted. */
export const differences = (
  found: Readonly<Record<string, Values>>,
  wanted: Readonly<Record<string, Values>>,
): Difference[] =>
  Object.entries(wanted).map(([output, values]) => {
    const mine = found[output];
    if (!mine || String(mine.shape) !== String(values.shape))
      throw new Error(`${output} is [${String(mine?.shape)}], not [${String(values.shape)}]`);
    return { output, ...difference(mine, values) };
  });

/** An exact zero marks what padding sees, which is nobody's business; it must still be a number. */
function difference(found: Values, wanted: Values): Pick<Difference, 'worst' | 'scale'> {
  const a = reader(found.type, found.data);
  const b = reader(wanted.type, wanted.data);
  let worst = 0;
  let scale = 0;
  for (let i = 0; i < wanted.data.byteLength / bytesOf[wanted.type]; i++) {
    const off = Math.abs(a(i) - b(i));
    if (!Number.isFinite(off)) return { worst: NaN, scale: NaN };
    scale = Math.max(scale, Math.abs(b(i)));
    if (b(i) !== 0) worst = Math.max(worst, off);
  }
  return { worst, scale };
}
