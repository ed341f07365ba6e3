/** What every checkpoint format comes down to: named tensors that lie somewhere in files. */
import { StudioError } from '../../contract/index.ts';
import type { StoredTensor, Weights } from '../graph/graph.ts';
import { bytesOf } from '../graph/types.ts';

export interface Checkpoint extends Weights {
  /** Absolute paths; tensors name their file by its place here. */
  readonly files: readonly string[];
  readonly tensors: ReadonlyMap<string, StoredTensor>;
  /** What the authors wrote beside the tensors. */
  readonly metadata: Readonly<Record<string, string>>;
}

export const damaged = (path: string, why: string): StudioError =>
  new StudioError('damaged', `The checkpoint ${path} can't be used: ${why}.`, 'Download it again.');

/**
 * One checkpoint of one or more files, checked: no name twice, nothing past a file's end, sizes that fit their shapes.
 * @param sizes of the files in bytes
 * @throws StudioError 'damaged'
 */
export function assemble(
  files: readonly string[],
  sizes: readonly number[],
  tensors: readonly StoredTensor[],
  metadata: Readonly<Record<string, string>> = {},
): Checkpoint {
  const table = new Map<string, StoredTensor>();
  for (const tensor of tensors) {
    const path = files[tensor.file]!;
    if (table.has(tensor.name)) throw damaged(path, `it has two tensors called ${tensor.name}`);
    const count = tensor.shape.reduce((a, b) => a * b, 1);
    if (!Number.isSafeInteger(count) || tensor.bytes !== count * bytesOf[tensor.type])
      throw damaged(path, `${tensor.name} has ${tensor.bytes} bytes for ${tensor.shape.join(' × ')} values`);
    if (!(tensor.offset >= 0) || tensor.offset + tensor.bytes > sizes[tensor.file]!)
      throw damaged(path, `${tensor.name} lies past the end of the file`);
    table.set(tensor.name, tensor);
  }
  return { files, tensors: table, metadata, get: (name) => table.get(name), names: () => table.keys() };
}
