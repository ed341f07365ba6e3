/** Runs a graph: load, run, free. This one in the same process; nothing above knows where it runs. */
import * as ort from 'onnxruntime-node';
import { outputSuffix } from '../graph/emit.ts';
import type { Target } from '../graph/graph.ts';
import type { DType } from '../graph/types.ts';

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
   * takes little memory. Without it they are repacked for speed, which costs as much memory again.
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
    graphOptimizationLevel: 'all',
    logSeverityLevel: 3,
    ...(threads && { intraOpNumThreads: threads }),
    ...(lean && provider === 'cpu' && { extra: { session: { disable_prepacking: '1' } } }),
  });
  return {
    inputs: session.inputMetadata
      .filter((i) => i.isTensor)
      .map(({ name, type, shape }) => ({ name, type: type as DType, shape })),
    outputs: session.outputNames.map(plain),
    async run(inputs) {
      const feeds = Object.fromEntries(Object.entries(inputs).map(([name, values]) => [name, toOrt(values)]));
      const results = await session.run(feeds);
      return Object.fromEntries(
        Object.entries(results).map(([name, tensor]) => [plain(name), fromOrt(tensor)]),
      );
    },
    free: () => session.release(),
  };
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
