/** Graphs that take long, or take too much; real ones, in ONNX Runtime. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { TaskInput } from '../../../src-main/contract/index.ts';
import type { Pipelines } from '../../../src-main/host/systems.ts';
import { emit } from '../../../src-main/runtime/graph/emit.ts';
import { Graph, expand, matmul, type Tensor } from '../../../src-main/runtime/graph/index.ts';
import { held } from '../../../src-main/runtime/sessions/models.ts';
import { openSession, type Session, type Values } from '../../../src-main/runtime/sessions/session.ts';
import type * as tasks from './tasks.ts';

const me = { pid: process.pid };

async function open(build: (graph: Graph) => Tensor): Promise<Session> {
  const graph = new Graph({ get: () => undefined }, { provider: 'cpu', type: 'float32' });
  graph.output('y', build(graph));
  const folder = mkdtempSync(join(tmpdir(), 'vitrail-fault-'));
  const path = join(folder, 'model.onnx');
  writeFileSync(path, emit(graph, { files: [] }));
  try {
    return await openSession(path, { provider: 'cpu' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const products = (count: number) =>
  open((graph) => {
    const x = graph.input('x', 'float32', ['size', 'size']);
    let y = x;
    for (let i = 0; i < count; i++) y = matmul(y, x);
    return y;
  });

const square = (size: number): Values => ({
  type: 'float32',
  shape: [size, size],
  data: new Uint8Array(4 * size * size),
});

export const modelPipelines: Pipelines = {
  'test.matmuls': async ({ count, size }: TaskInput<typeof tasks.matmuls>, work) => {
    const session = await products(count);
    work.progress(1, 2);
    await wait(20); // lets the message out
    await session.run({ x: square(size) });
    return me;
  },
  'test.huge': async ({ size }: TaskInput<typeof tasks.huge>) => {
    const session = await open((graph) => {
      const x = graph.input('x', 'float32', [1]);
      return expand(x, graph.input('sizes', 'int64', [1]), ['size']);
    });
    const sizes = new Uint8Array(new BigInt64Array([BigInt(size / 4)]).buffer);
    await session.run({
      x: { type: 'float32', shape: [1], data: new Uint8Array(4) },
      sizes: { type: 'int64', shape: [1], data: sizes },
    });
    return me;
  },
  'test.hold': async ({ name, bytes }: TaskInput<typeof tasks.hold>) => {
    const session: Session = { inputs: [], outputs: [], run: async () => ({}), free: async () => {} };
    await held.use({ key: name, name, bytes, open: async () => session }, async () => {});
    return me;
  },
};
