/**
 * The safetensors format: 8 bytes with the header's length, the header as JSON, the data.
 * https://huggingface.co/docs/safetensors
 */
import { open, readFile, type FileHandle } from 'node:fs/promises';
import * as z from 'zod';
import type { StoredTensor } from '../graph/graph.ts';
import { bytesOf, type DType } from '../graph/types.ts';
import { plainFile } from './file.ts';
import { assemble, damaged } from './tensors.ts';

const types: Readonly<Record<string, DType>> = {
  F64: 'float64',
  F32: 'float32',
  F16: 'float16',
  BF16: 'bfloat16',
  I64: 'int64',
  I32: 'int32',
  I8: 'int8',
  U8: 'uint8',
  BOOL: 'bool',
};
const names = Object.fromEntries(Object.entries(types).map(([name, type]) => [type, name]));

/** As the reference implementation: a larger header is refused. */
const mostHeader = 100_000_000;

const whole = z.int().min(0);
const entry = z.strictObject({
  dtype: z.string(),
  shape: z.array(whole).max(32),
  data_offsets: z.tuple([whole, whole]),
});

export interface SafetensorsFile {
  tensors: StoredTensor[];
  metadata: Record<string, string>;
}

/** Reads only the header. @param file its place in the checkpoint's list of files */
export async function readSafetensors(path: string, file = 0): Promise<SafetensorsFile> {
  const handle = await open(path, 'r');
  try {
    return parseHeader(path, await readHeader(path, handle), file);
  } finally {
    await handle.close();
  }
}

async function readHeader(path: string, handle: FileHandle): Promise<{ text: string; start: number }> {
  const { size } = await handle.stat();
  const length = Buffer.alloc(8);
  await handle.read(length, 0, 8, 0);
  const bytes = Number(length.readBigUInt64LE());
  if (size < 8 || bytes > mostHeader || 8 + bytes > size)
    throw damaged(path, `its header claims ${bytes} bytes of a file of ${size}`);
  const header = Buffer.alloc(bytes);
  await handle.read(header, 0, bytes, 8);
  return { text: header.toString('utf8'), start: 8 + bytes };
}

function parseHeader(
  path: string,
  { text, start }: { text: string; start: number },
  file: number,
): SafetensorsFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw damaged(path, 'its header is no JSON');
  }
  refuseTwice(path, text);
  const { __metadata__: more = {}, ...entries } = z.record(z.string(), z.unknown()).parse(json);
  const metadata = z.record(z.string(), z.string()).safeParse(more);
  const tensors = Object.entries(entries).map(([name, value]): StoredTensor => {
    const parsed = entry.safeParse(value);
    if (!parsed.success) throw damaged(path, `the entry of ${name} is malformed`);
    const { dtype, shape, data_offsets: [from, to] } = parsed.data; // prettier-ignore
    const type = Object.hasOwn(types, dtype) ? types[dtype]! : undefined;
    if (!type) throw damaged(path, `${name} is of the type ${dtype.slice(0, 20)}, which isn't known here`);
    if (to < from) throw damaged(path, `${name} ends before it begins`);
    return { name, type, shape, file, offset: start + from, bytes: to - from };
  });
  refuseOverlaps(path, tensors);
  return { tensors, metadata: metadata.success ? metadata.data : {} };
}

/** Tied weights may be the very same bytes; anything else over each other is a forgery. */
function refuseOverlaps(path: string, tensors: readonly StoredTensor[]): void {
  const sorted = tensors.filter((t) => t.bytes > 0).sort((a, b) => a.offset - b.offset || a.bytes - b.bytes);
  for (let i = 1; i < sorted.length; i++) {
    const [a, b] = [sorted[i - 1]!, sorted[i]!];
    const tied = a.offset === b.offset && a.bytes === b.bytes;
    if (b.offset < a.offset + a.bytes && !tied) throw damaged(path, `${a.name} and ${b.name} overlap`);
  }
}

/** JSON.parse takes the last of two equal keys in silence. @param text valid JSON of an object */
function refuseTwice(path: string, text: string): void {
  const keys = new Set<string>();
  let depth = 0;
  let key = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '{' || c === '[') depth++;
    else if (c === '}' || c === ']') depth--;
    else if (c === '"') {
      const from = i++;
      while (text[i] !== '"') i += text[i] === '\\' ? 2 : 1;
      if (depth === 1) key = text.slice(from, i + 1);
    } else if (c === ':' && depth === 1) {
      const name = JSON.parse(key) as string; // the same name can be written with other escapes
      if (keys.has(name)) throw damaged(path, `it has two tensors called ${name.slice(0, 200)}`);
      keys.add(name);
    }
  }
}

export interface Entry {
  name: string;
  type: DType;
  shape: readonly number[];
}

/** What comes before the data of these tensors, which lie in their order. */
export function headerOf(entries: readonly Entry[], metadata?: Readonly<Record<string, string>>): Buffer {
  let end = 0;
  const header: Record<string, unknown> = metadata ? { __metadata__: metadata } : {};
  for (const { name, type, shape } of entries) {
    const bytes = shape.reduce((a, b) => a * b, 1) * bytesOf[type];
    header[name] = { dtype: names[type], shape, data_offsets: [end, end + bytes] };
    end += bytes;
  }
  const json = Buffer.from(JSON.stringify(header));
  const padding = Buffer.alloc((8 - (json.length % 8)) % 8, ' ');
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length + padding.length));
  return Buffer.concat([length, json, padding]);
}

type Tensors = Readonly<Record<string, { type: DType; shape: readonly number[]; data: Uint8Array }>>;

/** A file of these tensors, in their order, in pieces: what `writeFile` takes without another copy of them all. */
export function safetensorsOf(tensors: Tensors): Uint8Array[] {
  const entries = Object.entries(tensors).map(([name, { type, shape }]) => ({ name, type, shape }));
  return [headerOf(entries), ...Object.values(tensors).map(({ data }) => data)];
}

/** The same in one piece. */
export const writeSafetensors = (tensors: Tensors): Buffer => Buffer.concat(safetensorsOf(tensors));

/** All of a file's tensors, read into memory: for inputs and outputs, not for weights. @throws StudioError 'damaged' */
export async function readTensors(given: string): Promise<Record<string, Entry & { data: Uint8Array }>> {
  const path = await plainFile(given);
  const { tensors } = await readSafetensors(path);
  const file = await readFile(path);
  const checked = assemble([path], [file.length], tensors);
  return Object.fromEntries(
    [...checked.tensors.values()].map(({ name, type, shape, offset, bytes }) => [
      name,
      { name, type, shape, data: new Uint8Array(file.subarray(offset, offset + bytes)) },
    ]),
  );
}
