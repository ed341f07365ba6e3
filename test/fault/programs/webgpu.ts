/** Runs one graph of plain operators on WebGPU and on the CPU, and prints how far apart they are. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCheckpoint } from '../../../src-main/runtime/checkpoint/open.ts';
import { writeSafetensors } from '../../../src-main/runtime/checkpoint/safetensors.ts';
import { emit } from '../../../src-main/runtime/graph/emit.ts';
import {
  Graph,
  Scope,
  add,
  attention,
  conv,
  floatInput,
  groupNorm,
  layerNorm,
  linear,
  reshape,
  swish,
  transpose,
  gelu,
} from '../../../src-main/runtime/graph/index.ts';
import { openSession, type Values } from '../../../src-main/runtime/sessions/session.ts';
import { drawn } from '../../parity/weights.ts';

const values = (name: string, shape: number[]): Values => ({
  type: 'float32',
  shape,
  data: new Uint8Array(
    drawn(
      name,
      shape.reduce((a, b) => a * b, 1),
      0.4,
      0.1,
    ).buffer,
  ),
});
const shapes: Record<string, number[]> = {
  'conv.weight': [8, 3, 3, 3], 'conv.bias': [8], 'norm.weight': [8], 'norm.bias': [8],
  'q.weight': [8, 8], 'q.bias': [8], 'k.weight': [8, 8], 'k.bias': [8], 'v.weight': [8, 8], 'v.bias': [8],
}; // prettier-ignore

const folder = mkdtempSync(join(tmpdir(), 'vitrail-webgpu-'));
try {
  const weights = Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => [name, values(name, shape)]),
  );
  writeFileSync(join(folder, 'weights'), writeSafetensors(weights));
  const graph = new Graph(await openCheckpoint([join(folder, 'weights')]), {
    provider: 'webgpu',
    type: 'float32',
  });
  const p = new Scope(graph);
  const x = floatInput(graph, 'x', ['batch', 3, 'height', 'width']);
  const seen = swish(groupNorm(p.at('norm'), conv(p.at('conv'), x, 8, { kernel: 3, padding: 1 }), 2, 1e-5));
  const words = transpose(reshape(seen, ['same', 'same', { rest: 'pixels' }]), [0, 2, 1]);
  const [q, k, v] = ['q', 'k', 'v'].map((name) =>
    linear(p.at(name), layerNorm(p.at('norm'), words, 1e-5), 8),
  );
  graph.output('y', gelu(add(words, attention(q!, k!, v!, { heads: 2 }))));
  const path = join(folder, 'model.onnx');
  writeFileSync(path, emit(graph, { files: ['weights'] }));

  const answers: Float32Array[] = [];
  for (const provider of ['cpu', 'webgpu'] as const) {
    const session = await openSession(path, { provider });
    const { y } = await session.run({ x: values('x', [2, 3, 6, 5]) });
    answers.push(new Float32Array(y!.data.slice().buffer));
    await session.free();
  }
  const [a, b] = answers as [Float32Array, Float32Array];
  const worst = a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);
  const scale = a.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  console.log(JSON.stringify({ worst, scale, nodes: graph.nodes.length }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
