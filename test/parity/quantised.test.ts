/** The language model with its matrices in 8 and 4 bits: what it answers, and how the rewrite goes on. */
import {
  copyFile,
  mkdir,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openCheckpoint } from '../../src-main/runtime/checkpoint/open.ts';
import type { Bits } from '../../src-main/runtime/checkpoint/layout.ts';
import { quantised } from '../../src-main/runtime/checkpoint/quantised.ts';
import { quantise } from '../../src-main/runtime/checkpoint/quantise.ts';
import { forgetRewrites } from '../../src-main/runtime/checkpoint/sources.ts';
import { readTensors, writeSafetensors } from '../../src-main/runtime/checkpoint/safetensors.ts';
import { build } from '../../src-main/runtime/graph/index.ts';
import type { Values } from '../../src-main/runtime/sessions/session.ts';
import { makeWork, type Work } from '../../src-main/runtime/work.ts';
import { llama } from '../../src-main/systems/vicuna/graph.ts';
import { answer, compare, differences, fixtures, onCpu, place, weightsOf } from './case.ts';

const here = place();
afterAll(here.remove);

async function rewrite(bits: Bits, out: string, signal = new AbortController().signal, seen: number[] = []) {
  const checkpoint = await openCheckpoint([await weightsOf('llama', here.folder)]);
  const config: unknown = JSON.parse(await readFile(join(fixtures, 'llama', 'config.json'), 'utf8'));
  const { graph } = build(llama, config, checkpoint, onCpu, { files: ['weights'] });
  const work = makeWork(signal, (done, total) => seen.push(done / total));
  await quantise(checkpoint, { bits, matrices: graph.matrices, out }, work);
}

/** A checkpoint in few bits as one of whole numbers: (value - zero) · scale. */
async function widened(
  path: string,
  bits: Bits,
  out: string,
  shapes: Record<string, Values>,
): Promise<string> {
  const few = await readTensors(path);
  const at = (bytes: Uint8Array, row: number, width: number, i: number): number =>
    bits === 8 ? bytes[row * width + i]! : (bytes[row * width + (i >> 1)]! >> (4 * (i & 1))) & 15;
  const whole = Object.entries(shapes).map(([name, values]) => {
    const packed = few[`${name}.q${bits}`];
    if (!packed) return [name, few[name]!] as const;
    const [rows, columns] = values.shape as [number, number];
    const [, blocks, width] = packed.shape as [number, number, number];
    const scales = new Float32Array(few[`${name}.scale`]!.data.slice().buffer);
    const zeros = few[`${name}.zero`]!;
    const made = new Float32Array(rows * columns);
    for (let i = 0; i < made.length; i++) {
      const [row, column] = [Math.floor(i / columns), i % columns];
      const block = Math.floor(column / 32);
      const zero = at(zeros.data, row, zeros.shape[1]!, block);
      made[i] = (at(packed.data, row, blocks * width, column) - zero) * scales[row * blocks + block]!;
    }
    return [name, { ...values, data: new Uint8Array(made.buffer) }] as const;
  });
  await writeFile(out, writeSafetensors(Object.fromEntries(whole)));
  return out;
}

describe.each([
  [8, 0.02],
  [4, 0.3],
] as const)('%i bits', (bits, bound) => {
  const out = join(here.folder, `llama-${bits}.safetensors`);

  it('answers nearly the same', async () => {
    const seen: number[] = [];
    await rewrite(bits, out, undefined, seen);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
    const before = (await stat(await weightsOf('llama', here.folder))).size;
    expect((await stat(out)).size).toBeLessThan(before * (bits === 4 ? 0.55 : 0.7));
    for (const name of ['0', '1', 'cached-1']) {
      const differences = await compare(llama, 'llama', name, here.folder, { weights: out });
      const logits = differences.find(({ output }) => output === 'logits')!;
      expect(logits.worst / logits.scale).toBeLessThan(bound);
      // Were nothing rounded, the matrices would not be read from the new file at all.
      expect(logits.worst / logits.scale).toBeGreaterThan(1e-5);
    }
  });

  it('answers as the network of the rounded weights, and each is rounded by half a step at most', async () => {
    const original = await readTensors(await weightsOf('llama', here.folder));
    const whole = await widened(out, bits, join(here.folder, `widened-${bits}.safetensors`), original);
    const [mine, other] = await Promise.all(
      [out, whole].map((weights) => answer(llama, 'llama', '1', here.folder, { weights })),
    );
    for (const { output, worst, scale } of differences(mine!.found, other!.found)) {
      expect(scale, output).toBeGreaterThan(0.05);
      expect(worst / scale, output).toBeLessThan(1e-5);
    }
    const rounded = await readTensors(whole);
    for (const [name, { data }] of Object.entries(original)) {
      const [a, b] = [data, rounded[name]!.data].map((d) => new Float32Array(d.slice().buffer));
      // A step is the block's span in so many parts; no weight is farther from 0 than all of them are spread.
      const span = 2 * a!.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
      const worst = a!.reduce((most, v, i) => Math.max(most, Math.abs(v - b![i]!)), 0);
      // Rounding the zero to a step of its own can add another half.
      expect(worst, name).toBeLessThanOrEqual((span / (2 ** bits - 1)) * 1.001);
    }
  });

  it('goes on where it was stopped', async () => {
    const whole = await readFile(out);
    const again = join(here.folder, `again-${bits}.safetensors`);
    for (const share of [0.01, 0.3, 0.71, 1]) {
      await copyFile(out, `${again}.partial`);
      await truncate(`${again}.partial`, Math.floor(whole.length * share));
      await rewrite(bits, again);
      expect((await readFile(again)).equals(whole), `after ${share}`).toBe(true);
    }
    // The beginning of another rewrite is not taken for this one's.
    await rename(again, `${again}.partial`);
    const other: Bits = bits === 4 ? 8 : 4;
    await rewrite(other, again);
    expect((await openCheckpoint([again])).metadata['bits']).toBe(String(other));
  });

  it('is whole when two ask for it at once, and nothing is left of a stopped one', async () => {
    const folder = join(here.folder, `both-${bits}`);
    const config: unknown = JSON.parse(await readFile(join(fixtures, 'llama', 'config.json'), 'utf8'));
    const checkpoint = await openCheckpoint([await weightsOf('llama', here.folder)]);
    const { matrices } = build(llama, config, checkpoint, onCpu, { files: ['weights'] }).graph;
    const stop = new AbortController();
    const work = (signal: AbortSignal, seen: number[]): Work => ({
      signal,
      progress: (done, total) => void seen.push(done / total),
      breathe: async () => {
        await new Promise<void>((resolve) => setImmediate(resolve)); // the other may always come between
        signal.throwIfAborted();
      },
    });
    const seen: number[] = [];
    const stopped = work(stop.signal, seen);
    stopped.progress = (done, total) => void (seen.push(done / total) > 5 && stop.abort());
    await expect(quantised(folder, checkpoint, { bits, matrices }, stopped)).rejects.toThrow();
    expect((await readdir(folder)).map((name) => name.replace(/.*\./, ''))).toEqual(['partial']);

    const runs = [1, 2, 3].map((): number[] => []);
    const signal = new AbortController().signal;
    const all = await Promise.all(
      runs.map((done) => quantised(folder, checkpoint, { bits, matrices }, work(signal, done))),
    );
    for (const { files } of all) expect((await readFile(files[0]!)).equals(await readFile(out))).toBe(true);
    expect(await readdir(folder)).toHaveLength(1);
    // One of them went on where the stopped one had been.
    expect(Math.max(...runs.map((done) => done[0]!))).toBeGreaterThan(
      Math.min(...runs.map((done) => done[0]!)),
    );
  });

  it('goes with its checkpoint: when that is deleted or written again, but not with a drive that is away', async () => {
    const folder = join(here.folder, `gone-${bits}`, 'few');
    const config: unknown = JSON.parse(await readFile(join(fixtures, 'llama', 'config.json'), 'utf8'));
    const work = makeWork(new AbortController().signal);
    const places = ['deleted', 'changed', 'away', 'kept'].map((name) => join(here.folder, `${name}-${bits}`));
    const made: string[] = [];
    for (const place of places) {
      await mkdir(place);
      await copyFile(await weightsOf('llama', here.folder), join(place, 'model.safetensors'));
      const checkpoint = await openCheckpoint([join(place, 'model.safetensors')]);
      const { matrices } = build(llama, config, checkpoint, onCpu, { files: ['weights'] }).graph;
      const { files } = await quantised(folder, checkpoint, { bits, matrices }, work);
      made.push(basename(files[0]!));
    }
    expect(await readdir(folder)).toHaveLength(4);
    await rm(join(places[0]!, 'model.safetensors'));
    await utimes(join(places[1]!, 'model.safetensors'), 1, 1);
    await rm(places[2]!, { recursive: true });
    await forgetRewrites(folder);
    expect((await readdir(folder)).sort()).toEqual(made.slice(2).sort());
    await forgetRewrites(folder);
    expect(await readdir(folder)).toHaveLength(2);
  });

  it('says which matrix holds what is no number', async () => {
    const tensors = await readTensors(await weightsOf('llama', here.folder));
    const name = 'model.layers.1.mlp.down_proj.weight';
    const values = new Float32Array(tensors[name]!.data.slice().buffer);
    values[7] = NaN;
    tensors[name] = { ...tensors[name]!, data: new Uint8Array(values.buffer) };
    const path = join(here.folder, 'odd.safetensors');
    await writeFile(path, writeSafetensors(tensors));
    const checkpoint = await openCheckpoint([path]);
    const work = makeWork(new AbortController().signal);
    const options = { bits, matrices: new Set([name]), out: join(here.folder, 'odd-out') };
    await expect(quantise(checkpoint, options, work)).rejects.toThrow(
      `${name} holds something that is no number`,
    );
  });

  it('stops when told to', async () => {
    await expect(rewrite(bits, join(here.folder, 'never'), AbortSignal.abort())).rejects.toThrow();
  });
});
