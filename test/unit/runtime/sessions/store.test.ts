/** Where graphs lie: beside links to their weights, kept by what they were made from. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { openCheckpoint } from '../../../../src-main/runtime/checkpoint/open.ts';
import { writeSafetensors } from '../../../../src-main/runtime/checkpoint/safetensors.ts';
import {
  sin,
  architecture,
  floatInput,
  linear,
  type Architecture,
  type Graph,
  type Scope,
} from '../../../../src-main/runtime/graph/index.ts';
import { held, memoryFor, useModel } from '../../../../src-main/runtime/sessions/models.ts';
import { openSession } from '../../../../src-main/runtime/sessions/session.ts';
import { prepareModel, type StoreOptions } from '../../../../src-main/runtime/sessions/store.ts';
import { cpu, floats, half, numbers } from '../graph/help.ts';

const root = mkdtempSync(join(tmpdir(), 'vitrail-store-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const layer = architecture({
  name: 'layer',
  version: 1,
  summary: 'one layer',
  config: z.object({ width: z.int() }),
  signs: ['weight'],
  published: [],
  build: (graph, p, { width }) => graph.output('y', linear(p, floatInput(graph, 'x', ['n', width]), width)),
});
const config = { width: 2 };
const weights = (...values: number[]) =>
  writeSafetensors({ weight: floats(values, [2, 2]), bias: floats([10, 20], [2]) });

let n = 0;
let folder: string;
let file: string;
let cache: string;
beforeEach(() => {
  folder = join(root, `${n++}`);
  mkdirSync(folder);
  file = join(folder, 'model.safetensors');
  cache = join(folder, 'cache');
  writeFileSync(file, weights(1, 2, 3, 4));
});

const prepare = async (
  of: Architecture = layer,
  options: StoreOptions = {},
  target = cpu,
  given: object = config,
) => prepareModel(cache, of, given, await openCheckpoint([file]), target, options);

async function answer(path: string): Promise<number[]> {
  const session = await openSession(path, { provider: 'cpu' });
  try {
    return numbers((await session.run({ x: floats([1, 1], [1, 2]) }))['y']!);
  } finally {
    await session.free();
  }
}

describe('a graph', () => {
  it('lies beside a hard link, not a copy, and runs', async () => {
    const { path, known } = await prepare();
    expect(known).toBe(false);
    expect(statSync(join(dirname(path), 'weights-0')).ino).toBe(statSync(file).ino);
    expect(await answer(path)).toEqual([13, 27]);
    expect(readdirSync(cache)).toHaveLength(1);
  });

  it('is there the second time', async () => {
    const first = await prepare();
    expect(await prepare()).toEqual({ path: first.path, known: true });
  });

  it('is another for another version, configuration, target or checkpoint', async () => {
    const paths = [(await prepare()).path, (await prepare({ ...layer, version: 2 } as Architecture)).path];
    paths.push(
      (await prepare(layer, {}, half)).path,
      (await prepare(layer, {}, cpu, { width: 2, more: 1 })).path,
    );
    // The same size and header, other values, written later.
    writeFileSync(file, weights(5, 6, 7, 8));
    utimesSync(file, new Date(), new Date(Date.now() + 5_000));
    const changed = (await prepare()).path;
    expect(await answer(changed)).toEqual([21, 35]);
    expect(new Set([...paths, changed]).size).toBe(5);
  });

  it('may have fewer outputs, and is another then', async () => {
    const two = {
      ...layer,
      build: (graph: Graph, p: Scope, c: { width: number }) => {
        const x = floatInput(graph, 'x', ['n', c.width]);
        graph.output('wave', sin(x));
        graph.output('y', linear(p, x, c.width));
      },
    } as Architecture;
    const [all, one] = [await prepare(two), await prepare(two, { outputs: ['y'] })];
    expect(one.path).not.toBe(all.path);
    // What only the others need isn't worked out.
    expect([all, one].map(({ path }) => readFileSync(path).includes('Sin'))).toEqual([true, false]);
    const session = await openSession(one.path, { provider: 'cpu' });
    expect(session.outputs).toEqual(['y']);
    await session.free();
    expect(await answer(one.path)).toEqual([13, 27]);
  });

  it('is made once when two ask at the same time', async () => {
    const [a, b] = await Promise.all([prepare(), prepare()]);
    expect(a.path).toBe(b.path);
    expect(readdirSync(cache)).toHaveLength(1);
  });

  it('follows a link of a hub’s cache to the file itself', async () => {
    const blob = file;
    file = join(folder, 'snapshot.safetensors');
    symlinkSync(blob, file);
    expect(await answer((await prepare()).path)).toEqual([13, 27]);
  });

  it('gives its room back when the checkpoint was deleted, and only then', async () => {
    const [kept] = [await prepare(), await prepare({ ...layer, version: 2 } as Architecture)];
    const gone = file;
    file = join(folder, 'other.safetensors');
    writeFileSync(file, weights(5, 6, 7, 8));
    const other = await prepare();
    expect(existsSync(kept.path)).toBe(true);
    rmSync(gone);
    const third = await prepare({ ...layer, version: 3 } as Architecture);
    const left = readdirSync(cache).map((name) => join(cache, name, 'model.onnx'));
    expect(left.sort()).toEqual([other.path, third.path].sort());
  });

  it('that can’t be made leaves nothing behind', async () => {
    writeFileSync(file, writeSafetensors({ weight: floats([1], [1, 1]) }));
    await expect(prepare()).rejects.toThrow(/don't fit layer/);
    expect(existsSync(cache) ? readdirSync(cache) : []).toEqual([]);
  });
});

/** Another volume, where this process may make one. */
const volume = join(root, 'volume');
const mounted = (() => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  mkdirSync(volume);
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', volume]).status === 0;
})();
afterAll(() => void (mounted && spawnSync('umount', [volume])));

describe.skipIf(!mounted)('weights on another volume (needs the right to mount one)', () => {
  beforeEach(() => {
    file = join(volume, `${n}.safetensors`);
    writeFileSync(file, weights(1, 2, 3, 4));
  });

  it('are not copied unasked: the size is said', async () => {
    await expect(prepare()).rejects.toMatchObject({
      failure: { code: 'no-space', message: /another volume/, hint: /copy \(0\.0 GB\) with --copy/ },
    });
    expect(readdirSync(cache)).toEqual([]);
  });

  it('are copied when allowed', async () => {
    const { path } = await prepare(layer, { copy: true });
    expect(readFileSync(join(dirname(path), 'weights-0')).equals(readFileSync(file))).toBe(true);
    expect(await answer(path)).toEqual([13, 27]);
    // A copy is nobody's but ours from the start, and stays.
    await prepare({ ...layer, version: 2 } as Architecture, { copy: true });
    expect(existsSync(path)).toBe(true);
  });
});

describe('a model in this process', () => {
  it('is opened once and counted with its weights', async () => {
    const checkpoint = await openCheckpoint([file]);
    const model = { architecture: layer as Architecture, config, checkpoint, target: cpu };
    const sessions = [1, 2].map(() => useModel(cache, model, async (session) => session));
    expect(new Set(await Promise.all(sessions)).size).toBe(1);
    expect(held.status()).toMatchObject({
      used: 24,
      held: [{ name: 'layer (model.safetensors)', bytes: 24 }],
    });
    expect(await held.free()).toBe(1);
    // In another type they are there twice.
    expect(memoryFor(checkpoint, half)).toBe(24 + 12);
  });
});
