/** The language model with its matrices in 8 and 4 bits: what it answers, and how the rewrite goes on. */
import { readFile, stat, truncate, copyFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openCheckpoint } from '../../src-main/runtime/checkpoint/open.ts';
import type { Bits } from '../../src-main/runtime/checkpoint/layout.ts';
import { quantise } from '../../src-main/runtime/checkpoint/quantise.ts';
import { build } from '../../src-main/runtime/graph/index.ts';
import { makeWork } from '../../src-main/runtime/work.ts';
import { llama } from '../../src-main/systems/vicuna/graph.ts';
import { compare, fixtures, onCpu, place, weightsOf } from './case.ts';

const here = place();
afterAll(here.remove);

async function rewrite(bits: Bits, out: string, signal = new AbortController().signal, seen: number[] = []) {
  const checkpoint = await openCheckpoint([await weightsOf('llama', here.folder)]);
  const config: unknown = JSON.parse(await readFile(join(fixtures, 'llama', 'config.json'), 'utf8'));
  const { graph } = build(llama, config, checkpoint, onCpu, { files: ['weights'] });
  const work = makeWork(signal, (done, total) => seen.push(done / total));
  await quantise(checkpoint, { bits, matrices: graph.matrices, out }, work);
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

  it('stops when told to', async () => {
    await expect(rewrite(bits, join(here.folder, 'never'), AbortSignal.abort())).rejects.toThrow();
  });
});
