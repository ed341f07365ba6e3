/** Runs a graph: load, run, free. This one in the same process; nothing above knows where it runs. */
import * as ort from 'onnxruntime-node';
import { outputSuffix } from '../graph/emit.ts';
import type { Target } from '../graph/graph.ts';
import type { DType } from '../graph/types.ts';
import { refused } from './fill.ts';

/** A tensor in memory: little-endian, row-major. */
export interface Values {
  type: DType;
  shape: readonly number[];
  data: Uint8Array;
}

export interface InputShape {
  name: string;
  type: DType;
  /** A name stands for a size that is known only when it runs; the same name is the same size. */
  shape: readonly (number | string)[];
}

export interface Session {
  readonly inputs: readonly InputShape[];
  readonly outputs: readonly string[];
  /** One call at a time; it can't be stopped once it has begun. */
  run(inputs: Readonly<Record<string, Values>>): Promise<Record<string, Values>>;
  free(): Promise<void>;
}

export interface SessionOptions {
  provider: Target['provider'];
  /** Threads; as many as there are cores when not given. */
  threads?: number;
  /**
   * Weights stay in the file and are read when they are needed, so that they can be dropped again: loads at once and
   * takes little memory. Without it they are repacked for speed, some 5 % of it, into memory of the process's own.
   */
  lean?: boolean;
}

/** @param path of a model whose external data lie beside it */
export async function openSession(
  path: string,
  { provider, threads, lean = true }: SessionOptions,
): Promise<Session> {
  const session = await ort.InferenceSession.create(path, {
    executionProviders: [provider],
    // Above 'extended' the weights of convolutions are laid out anew: 5 % quicker, but read, turned and kept in memory.
    graphOptimizationLevel: lean ? 'extended' : 'all',
    logSeverityLevel: 4, // it throws what it would log
    // A plan of the second run's memory would lie beside what the first took: a tenth more, and no quicker.
    enableMemPattern: false,
    ...(threads && { intraOpNumThreads: threads }),
    ...(lean && provider === 'cpu' && { extra: { session: { disable_prepacking: '1' } } }),
  });
  const shapes: readonly InputShape[] = session.inputMetadata
    .filter((i) => i.isTensor)
    .map(({ name, type, shape }) => ({ name, type: type as DType, shape }));
  return {
    inputs: shapes,
    outputs: session.outputNames.map(plain),
    async run(inputs) {
      const feeds = Object.fromEntries(Object.entries(inputs).map(([name, values]) => [name, toOrt(values)]));
      const known = sizesOf(shapes, inputs);
      const fetches = Object.fromEntries(
        session.outputMetadata.map((output) => [output.name, place(output, known)]),
      );
      const results = await session.run(feeds, fetches).catch(refused);
      return Object.fromEntries(
        Object.entries(results).map(([name, tensor]) => [plain(name), fromOrt(tensor)]),
      );
    },
    free: () => session.release(),
  };
}

/** What the names of sizes stand for in these inputs. */
function sizesOf(
  shapes: readonly InputShape[],
  inputs: Readonly<Record<string, Values>>,
): Map<string, number> {
  const known = new Map<string, number>();
  for (const { name, shape } of shapes)
    for (const [i, d] of shape.entries())
      if (typeof d === 'string' && d) known.set(d, inputs[name]?.shape[i] ?? NaN);
  return known;
}

/**
 * Room for an output, where its size follows from the inputs'. It is JavaScript's memory, so that the collector knows
 * of it: what ONNX Runtime allocates itself (for a language model, the whole cache with each token) would pile up.
 * `null` leaves it to ONNX Runtime.
 */
function place(
  output: ort.InferenceSession.ValueMetadata,
  known: ReadonlyMap<string, number>,
): ort.Tensor | null {
  if (!output.isTensor || output.type !== 'float32') return null;
  const shape = output.shape.map((d) => (typeof d === 'number' ? d : (known.get(d) ?? NaN)));
  const count = shape.reduce((a, b) => a * b, 1);
  return count > 0 ? new ort.Tensor('float32', new Float32Array(count), shape) : null;
}

const plain = (name: string): string =>
  name.endsWith(outputSuffix) ? name.slice(0, -outputSuffix.length) : name;

type TypedArray = Exclude<ort.Tensor['data'], string[]>;
type TypedArrayMaker = new (buffer: ArrayBufferLike, offset: number, length: number) => TypedArray;

const arrays: Partial<Record<DType, TypedArrayMaker>> = {
  float32: Float32Array,
  float64: Float64Array,
  int64: BigInt64Array,
  int32: Int32Array,
  int8: Int8Array,
  uint8: Uint8Array,
  bool: Uint8Array as never,
};

function toOrt({ type, shape, data }: Values): ort.Tensor {
  const Maker = arrays[type] as (TypedArrayMaker & { BYTES_PER_ELEMENT: number }) | undefined;
  if (!Maker) throw new TypeError(`${type} can't be given to a session`);
  const width = Maker.BYTES_PER_ELEMENT;
  // Views must begin at a multiple of their width; a copy always does.
  const bytes = data.byteOffset % width ? data.slice() : data;
  const view = new Maker(bytes.buffer, bytes.byteOffset, bytes.byteLength / width);
  return new ort.Tensor(type as 'float32', view as Float32Array, shape);
}

function fromOrt(tensor: ort.Tensor): Values {
  const data = tensor.data as TypedArray;
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return { type: tensor.type as DType, shape: tensor.dims, data: bytes };
}
