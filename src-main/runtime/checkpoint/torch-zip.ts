/** Checkpoints of torch.save since version 1.6: a zip with a pickle and each storage's bytes as they are. */
import { open } from 'node:fs/promises';
import type { StoredTensor } from '../graph/graph.ts';
import { bytesOf, type DType } from '../graph/types.ts';
import { PickleError, readPickle, tensorsIn, type PickledTensor } from './pickle.ts';
import { damaged } from './tensors.ts';
import { readZip } from './zip.ts';

const types: Readonly<Record<string, DType>> = {
  FloatStorage: 'float32',
  DoubleStorage: 'float64',
  HalfStorage: 'float16',
  BFloat16Storage: 'bfloat16',
  LongStorage: 'int64',
  IntStorage: 'int32',
  CharStorage: 'int8',
  ByteStorage: 'uint8',
  BoolStorage: 'bool',
};

const mostPickle = 256 * 2 ** 20;

/** Reads the directory and the pickle, no weights. @param file its place in the checkpoint's list of files */
export async function readTorchZip(path: string, file = 0): Promise<StoredTensor[]> {
  const handle = await open(path, 'r');
  try {
    const entries = await readZip(path, handle);
    const pickle = entries.find(({ name }) => /(^|\/)data\.pkl$/.test(name));
    if (!pickle || pickle.bytes > mostPickle) throw damaged(path, 'it has no dictionary of tensors');
    const root = pickle.name.slice(0, -'data.pkl'.length);
    const order = entries.find(({ name }) => name === `${root}byteorder`);
    const read = async ({ offset, bytes }: { offset: number; bytes: number }) => {
      const buffer = Buffer.alloc(bytes);
      await handle.read(buffer, 0, bytes, offset);
      return buffer;
    };
    if (order && (await read(order)).toString('latin1') !== 'little')
      throw damaged(path, 'its numbers are big-endian');
    const places = new Map(entries.map((entry) => [entry.name, entry]));
    const tensors = tensorsIn(readPickle(await read(pickle)));
    return [...tensors].map(([name, tensor]) => {
      const place = places.get(`${root}data/${tensor.storage.key}`);
      if (!place) throw damaged(path, `the values of ${name} are missing`);
      return { name, file, ...locate(path, name, tensor, place) };
    });
  } catch (error) {
    if (error instanceof PickleError) throw damaged(path, error.message);
    throw error;
  } finally {
    await handle.close();
  }
}

function locate(path: string, name: string, tensor: PickledTensor, place: { offset: number; bytes: number }) {
  const type = types[tensor.storage.type];
  if (!type) throw damaged(path, `${name} is of the type ${tensor.storage.type}, which isn't known here`);
  const { shape } = tensor;
  const bytes = shape.reduce((a, b) => a * b, 1) * bytesOf[type];
  const from = tensor.offset * bytesOf[type];
  if (!isContiguous(tensor)) throw damaged(path, `${name} doesn't lie in one piece`);
  if (from + bytes > place.bytes) throw damaged(path, `${name} lies past the end of its storage`);
  return { type, shape, offset: place.offset + from, bytes };
}

/** Whether the strides are those of rows one after the other; an axis of one value may have any. */
function isContiguous({ shape, stride }: PickledTensor): boolean {
  let step = 1;
  for (let i = shape.length - 1; i >= 0; i--) {
    if (shape[i] !== 1 && stride[i] !== step) return shape.includes(0);
    step *= shape[i]!;
  }
  return true;
}
