/** Small graphs over weights that are drawn, built and run. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openCheckpoint } from '../../../../src-main/runtime/checkpoint/open.ts';
import { writeSafetensors } from '../../../../src-main/runtime/checkpoint/safetensors.ts';
import { emit } from '../../../../src-main/runtime/graph/emit.ts';
import {
  Graph,
  Scope,
  type StoredTensor,
  type Target,
  type Weights,
} from '../../../../src-main/runtime/graph/index.ts';
import { openSession, type Values } from '../../../../src-main/runtime/sessions/session.ts';
import { drawn } from '../../../parity/weights.ts';

export const cpu: Target = { provider: 'cpu', type: 'float32' };
export const plain: Target = { provider: 'webgpu', type: 'float32' };
export const half: Target = { provider: 'webgpu', type: 'float16' };

export const noWeights: Weights = { get: () => undefined };
export const emptyGraph = (target = cpu, weights = noWeights): Graph => new Graph(weights, target);

/** Weights of these shapes that lie nowhere: for builds that never run. */
export const shaped = (shapes: Readonly<Record<string, readonly number[]>>): Weights => ({
  get: (name) => {
    const shape = shapes[name];
    return shape && ({ name, type: 'float32', shape, file: 0, offset: 0, bytes: 0 } satisfies StoredTensor);
  },
  names: () => Object.keys(shapes),
});

export const folder = mkdtempSync(join(tmpdir(), 'vitrail-graph-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

export const floats = (values: readonly number[] | Float32Array, shape: readonly number[]): Values => ({
  type: 'float32',
  shape,
  data: new Uint8Array(Float32Array.from(values).buffer),
});
export const count = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);
/** Numbers that look random and are always the same. */
export const some = (name: string, shape: readonly number[], spread = 1): Values =>
  floats(drawn(name, count(shape), spread, 0), shape);
export const numbers = ({ data }: Values): number[] => [...new Float32Array(data.slice().buffer)];

let files = 0;

/** Builds over a checkpoint of these values, and runs it. */
export async function run(
  build: (graph: Graph, p: Scope) => void,
  inputs: Readonly<Record<string, Values>>,
  weights: Readonly<Record<string, Values>> = {},
  target = cpu,
): Promise<{ outputs: Record<string, Values>; graph: Graph }> {
  const name = `weights-${files++}`;
  writeFileSync(join(folder, name), writeSafetensors({ none: floats([0], [1]), ...weights }));
  const checkpoint = await openCheckpoint([join(folder, name)]);
  const graph = new Graph(checkpoint, target);
  build(graph, new Scope(graph));
  const path = join(folder, `${name}.onnx`);
  writeFileSync(path, emit(graph, { files: [name] }));
  const session = await openSession(path, { provider: 'cpu' });
  try {
    return { outputs: await session.run(inputs), graph };
  } finally {
    await session.free();
  }
}
