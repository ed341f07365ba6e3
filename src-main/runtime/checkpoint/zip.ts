/**
 * The directory of a zip archive, as far as torch writes one: entries that are stored, not compressed, with the
 * 64-bit extensions. PKWARE, APPNOTE.TXT 6.3.
 */
import type { FileHandle } from 'node:fs/promises';
import { damaged } from './tensors.ts';

export interface ZipEntry {
  name: string;
  /** Where its bytes begin in the file, and how many they are. */
  offset: number;
  bytes: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const mostEntries = 1_000_000;
const mostDirectory = 256 * 2 ** 20;

/** What there is of it: nothing beyond the file's end, nor beyond what a number can say. */
const read = async (handle: FileHandle, offset: number, bytes: number): Promise<Buffer> => {
  if (!Number.isSafeInteger(offset)) return Buffer.alloc(0);
  const buffer = Buffer.alloc(bytes);
  const { bytesRead } = await handle.read(buffer, 0, bytes, offset);
  return buffer.subarray(0, bytesRead);
};

/** Reads the directory and each entry's own header. @throws StudioError 'damaged' */
export async function readZip(path: string, handle: FileHandle): Promise<ZipEntry[]> {
  const { size } = await handle.stat();
  const { at, bytes, count } = await findDirectory(path, handle, size);
  if (count > mostEntries || bytes > mostDirectory || at + bytes > size)
    throw damaged(path, 'its directory is out of bounds');
  const directory = await read(handle, at, bytes);
  const entries: ZipEntry[] = [];
  for (let i = 0, p = 0; i < count; i++) {
    if (p + 46 > directory.length || directory.readUInt32LE(p) !== CENTRAL)
      throw damaged(path, 'its directory ends early');
    const nameLength = directory.readUInt16LE(p + 28);
    const extraLength = directory.readUInt16LE(p + 30);
    const next = p + 46 + nameLength + extraLength + directory.readUInt16LE(p + 32);
    if (next > directory.length) throw damaged(path, 'its directory ends early');
    const name = directory.toString('utf8', p + 46, p + 46 + nameLength);
    if (directory.readUInt16LE(p + 10) !== 0) throw damaged(path, `${name} is compressed`);
    const extra = directory.subarray(p + 46 + nameLength, p + 46 + nameLength + extraLength);
    const [length, , header] = widened(extra, [
      directory.readUInt32LE(p + 24),
      directory.readUInt32LE(p + 20),
      directory.readUInt32LE(p + 42),
    ]);
    entries.push({ name, offset: await dataOf(path, handle, header!, name), bytes: length! });
    p = next;
  }
  for (const { name, offset, bytes: length } of entries)
    if (offset + length > size) throw damaged(path, `${name} lies past the end of the file`);
  return entries;
}

async function findDirectory(path: string, handle: FileHandle, size: number) {
  const tailAt = Math.max(0, size - 66_000);
  const tail = await read(handle, tailAt, size - tailAt);
  let end = -1;
  for (let i = tail.length - 22; i >= 0 && end < 0; i--) if (tail.readUInt32LE(i) === END) end = i;
  if (end < 0) throw damaged(path, 'it is no torch archive, or it was cut off');
  const small = {
    count: tail.readUInt16LE(end + 10),
    bytes: tail.readUInt32LE(end + 12),
    at: tail.readUInt32LE(end + 16),
  };
  if (small.count !== 0xffff && small.bytes !== 0xffffffff && small.at !== 0xffffffff) return small;
  const locator = end - 20;
  if (locator < 0 || tail.readUInt32LE(locator) !== END_64_LOCATOR) return small;
  const record = await read(handle, Number(tail.readBigUInt64LE(locator + 8)), 56);
  if (record.length < 56 || record.readUInt32LE(0) !== END_64)
    throw damaged(path, 'its directory is missing');
  return {
    count: Number(record.readBigUInt64LE(32)),
    bytes: Number(record.readBigUInt64LE(40)),
    at: Number(record.readBigUInt64LE(48)),
  };
}

/** Sizes and offsets of 32 ones are found in the 64-bit extra field (header id 1), in their order. */
function widened(extra: Buffer, values: number[]): number[] {
  let wide: Buffer | undefined;
  for (let p = 0; p + 4 <= extra.length; p += 4 + extra.readUInt16LE(p + 2))
    if (extra.readUInt16LE(p) === 1) wide = extra.subarray(p + 4, p + 4 + extra.readUInt16LE(p + 2));
  let at = 0;
  return values.map((value) => {
    if (value !== 0xffffffff || !wide || at + 8 > wide.length) return value;
    at += 8;
    return Number(wide.readBigUInt64LE(at - 8));
  });
}

/** An entry's own header has a name and an extra field of its own, which torch uses to align the data. */
async function dataOf(path: string, handle: FileHandle, header: number, name: string): Promise<number> {
  const local = await read(handle, header, 30);
  if (local.length < 30 || local.readUInt32LE(0) !== LOCAL) throw damaged(path, `${name} has no header`);
  return header + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
}
