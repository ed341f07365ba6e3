/** The weights of the fixtures: drawn by the formula in fixtures.py, written as a checkpoint. */
import { readFile, writeFile } from 'node:fs/promises';
import { writeSafetensors } from '../../src-main/runtime/checkpoint/safetensors.ts';

/** Evenly between middle - spread and middle + spread; a hash of the name and the place. */
export function drawn(name: string, count: number, spread: number, middle: number): Float32Array {
  let seed = 0;
  for (const byte of new TextEncoder().encode(name)) seed = (Math.imul(seed, 31) + byte) >>> 0;
  return Float32Array.from({ length: count }, (_, i) => {
    let x = (Math.imul(i, 0x9e3779b9) + seed) >>> 0;
    x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
    x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
    x = (x ^ (x >>> 16)) >>> 0;
    return ((x >>> 8) / 2 ** 23 - 1) * spread + middle;
  });
}

type Described = Record<string, [shape: number[], spread: number, middle: number]>;

/** Writes a checkpoint as weights.json describes it. */
export async function writeWeights(description: string, out: string): Promise<void> {
  const described = JSON.parse(await readFile(description, 'utf8')) as Described;
  const tensors = Object.entries(described).map(([name, [shape, spread, middle]]) => {
    const values = drawn(
      name,
      shape.reduce((a, b) => a * b, 1),
      spread,
      middle,
    );
    return [name, { type: 'float32' as const, shape, data: new Uint8Array(values.buffer) }] as const;
  });
  await writeFile(out, writeSafetensors(Object.fromEntries(tensors)));
}
