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
 * One checkpoint of one or more files, checked: no name twice, nothing past a file's end, no two tensors over each
 * other (torch may tie weights: the very same bytes under two names are allowed), sizes that fit their shapes.
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
  refuseOverlaps(files, tensors);
  return { files, tensors: table, metadata, get: (name) => table.get(name) };
}

function refuseOverlaps(files: readonly string[], tensors: readonly StoredTensor[]): void {
  const sorted = tensors
    .filter((t) => t.bytes > 0)
    .sort((a, b) => a.file - b.file || a.offset - b.offset || a.bytes - b.bytes);
  for (let i = 1; i < sorted.length; i++) {
    const [a, b] = [sorted[i - 1]!, sorted[i]!];
    const tied = a.offset === b.offset && a.bytes === b.bytes;
    if (a.file === b.file && b.offset < a.offset + a.bytes && !tied)
      throw damaged(files[a.file]!, `${a.name} and ${b.name} overlap`);
  }
}
