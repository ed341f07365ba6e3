/**
 * Rewrites a checkpoint with its matrices in 4 or 8 bits, a scale and a zero for every 32 values: streaming, in less
 * than 300 MB of memory whatever the model, and able to go on where it was stopped.
 */
import { open, rename, type FileHandle } from 'node:fs/promises';
import type { Work } from '../work.ts';
import type { StoredTensor } from '../graph/graph.ts';
import { bytesOf, type DType } from '../graph/types.ts';
import { reader } from '../sessions/convert.ts';
import { blockSize, packedNames, packedShapes, type Bits } from './layout.ts';
import { headerOf, type Entry } from './safetensors.ts';
import { damaged, type Checkpoint } from './tensors.ts';

/** Read at a time. */
const chunkBytes = 32 * 2 ** 20;

interface Job {
  tensor: StoredTensor;
  /** A matrix of few bits becomes three tensors, anything else stays as it is. */
  packed: boolean;
}

export interface QuantiseOptions {
  bits: Bits;
  /** Names of the matrices, as in the checkpoint: `Graph.matrices` of a build. */
  matrices: ReadonlySet<string>;
  out: string;
}

/** Progress in bytes read. What a stopped run has written stays in `<out>.partial` and is taken up by the next. */
export async function quantise(
  checkpoint: Checkpoint,
  { bits, matrices, out }: QuantiseOptions,
  work: Work,
): Promise<void> {
  const jobs = [...checkpoint.tensors.values()]
    .map((tensor): Job => ({ tensor, packed: matrices.has(tensor.name) && tensor.shape.length === 2 }))
    .sort((a, b) => (a.tensor.name < b.tensor.name ? -1 : 1));
  const header = headerOf(entriesOf(jobs, bits), { bits: String(bits), block: String(blockSize) });
  const total = jobs.reduce((sum, { tensor }) => sum + tensor.bytes, 0);

  const partial = `${out}.partial`;
  const inputs = await Promise.all(checkpoint.files.map((file) => open(file, 'r')));
  const output = await open(partial, 'a+');
  try {
    let at = await begin(output, header);
    let end = header.length;
    let read = 0;
    for (const { tensor, packed } of jobs) {
      const bytes = packed ? packedBytes(tensor, bits) : tensor.bytes;
      // Whole tensors that are there already stay; one that was cut off is written again.
      if (at >= end + bytes) {
        end += bytes;
        read += tensor.bytes;
        continue;
      }
      if (at > end) await output.truncate((at = end));
      const tell = (done: number): void => work.progress(read + done, total);
      const input = inputs[tensor.file]!;
      if (packed) await writePacked(input, output, tensor, checkpoint.files[tensor.file]!, bits, work, tell);
      else await copy(input, output, tensor, work, tell);
      at = end += bytes;
      read += tensor.bytes;
    }
    await output.sync();
  } finally {
    await Promise.all([output, ...inputs].map((handle) => handle.close()));
  }
  await rename(partial, out);
}

function entriesOf(jobs: readonly Job[], bits: Bits): Entry[] {
  return jobs.flatMap(({ tensor, packed }): Entry[] => {
    if (!packed) return [{ name: tensor.name, type: tensor.type, shape: tensor.shape }];
    const [rows, columns] = tensor.shape as [number, number];
    const shapes = packedShapes(rows, columns, bits);
    const names = packedNames(tensor.name, bits);
    return [
      { name: names.values, type: 'uint8', shape: shapes.values },
      { name: names.scales, type: 'float32', shape: shapes.scales },
      { name: names.zeros, type: 'uint8', shape: shapes.zeros },
    ];
  });
}

function packedBytes({ shape }: StoredTensor, bits: Bits): number {
  const { values, scales, zeros } = packedShapes(shape[0]!, shape[1]!, bits);
  const count = (s: readonly number[]): number => s.reduce((a, b) => a * b, 1);
  return count(values) + 4 * count(scales) + count(zeros);
}

/** Writes the header, unless the file begins with this very one. @returns the file's length */
async function begin(output: FileHandle, header: Buffer): Promise<number> {
  const { size } = await output.stat();
  const there = Buffer.alloc(header.length);
  if (size >= header.length) await output.read(there, 0, header.length, 0);
  if (there.equals(header)) return size;
  await output.truncate(0);
  await output.write(header);
  return header.length;
}

async function copy(
  input: FileHandle,
  output: FileHandle,
  { offset, bytes }: StoredTensor,
  work: Work,
  tell: (done: number) => void,
): Promise<void> {
  const buffer = Buffer.alloc(Math.min(bytes, chunkBytes));
  for (let done = 0; done < bytes;) {
    const { bytesRead } = await input.read(buffer, 0, Math.min(buffer.length, bytes - done), offset + done);
    await output.write(buffer, 0, bytesRead);
    tell((done += bytesRead));
    await work.breathe();
  }
}

async function writePacked(
  input: FileHandle,
  output: FileHandle,
  { name, shape, offset, type }: StoredTensor,
  path: string,
  bits: Bits,
  work: Work,
  tell: (done: number) => void,
): Promise<void> {
  const [rows, columns] = shape as [number, number];
  const { values, scales, zeros } = packedShapes(rows, columns, bits);
  const rowBytes = columns * bytesOf[type];
  const atOnce = Math.max(1, Math.min(rows, Math.floor(chunkBytes / rowBytes)));
  const buffer = Buffer.alloc(atOnce * rowBytes);
  const allScales = new Float32Array(rows * scales[1]);
  const allZeros = new Uint8Array(rows * zeros[1]);
  for (let first = 0; first < rows; first += atOnce) {
    const count = Math.min(atOnce, rows - first);
    await input.read(buffer, 0, count * rowBytes, offset + first * rowBytes);
    const packed = new Uint8Array(count * values[1] * values[2]);
    const row = new Float32Array(columns);
    for (let r = 0; r < count; r++) {
      readRow(buffer.subarray(r * rowBytes, (r + 1) * rowBytes), type, row);
      const sound = packRow(row, bits, {
        values: packed.subarray(r * values[1] * values[2]),
        scales: allScales.subarray((first + r) * scales[1]),
        zeros: allZeros.subarray((first + r) * zeros[1]),
      });
      if (!sound) throw damaged(path, `${name} holds something that is no number`);
      await work.breathe();
    }
    await output.write(packed);
    tell((first + count) * rowBytes);
  }
  await output.write(new Uint8Array(allScales.buffer));
  await output.write(allZeros);
}

/** Every half and every bfloat16 as a number: quicker to look up than to work out. */
const tables = new Map<DType, Float32Array>();
function tableOf(type: 'float16' | 'bfloat16'): Float32Array {
  const known = tables.get(type);
  if (known) return known;
  const read = reader(type, new Uint8Array(Uint16Array.from({ length: 65_536 }, (_, i) => i).buffer));
  const made = Float32Array.from({ length: 65_536 }, (_, i) => read(i));
  tables.set(type, made);
  return made;
}

function readRow(bytes: Buffer, type: DType, row: Float32Array): void {
  if (type === 'float16' || type === 'bfloat16') {
    const table = tableOf(type);
    for (let i = 0; i < row.length; i++) row[i] = table[bytes[2 * i]! | (bytes[2 * i + 1]! << 8)]!;
  } else {
    const read = reader(type, bytes);
    for (let i = 0; i < row.length; i++) row[i] = read(i);
  }
}

/**
 * Rounds each block between its least and its largest value, with 0 exactly on a step.
 * @returns whether all values are numbers
 */
export function packRow(
  row: Float32Array,
  bits: Bits,
  out: { values: Uint8Array; scales: Float32Array; zeros: Uint8Array },
): boolean {
  const most = 2 ** bits - 1;
  const perByte = 8 / bits;
  let odd = 0; // NaN once there is a NaN or an infinity
  for (let from = 0, block = 0; from < row.length; from += blockSize, block++) {
    const to = Math.min(row.length, from + blockSize);
    let least = 0;
    let largest = 0;
    for (let i = from; i < to; i++) {
      const v = row[i]!;
      odd += v - v;
      if (v < least) least = v;
      else if (v > largest) largest = v;
    }
    const scale = (largest - least) / most || 1;
    const zero = Math.round(-least / scale);
    out.scales[block] = scale;
    out.zeros[Math.floor(block / perByte)]! |= zero << ((block % perByte) * bits);
    const base = (block * blockSize) / perByte;
    for (let i = from; i < from + blockSize; i++) {
      const v = i < to ? Math.round(row[i]! / scale) + zero : zero;
      const place = i - from;
      out.values[base + Math.floor(place / perByte)]! |=
        Math.min(most, Math.max(0, v)) << ((place % perByte) * bits);
    }
  }
  return odd === 0;
}
