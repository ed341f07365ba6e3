/** Writing files so that they are whole or absent after a crash, and reading what they hold. */
import { createHash } from 'node:crypto';
import { createReadStream, constants } from 'node:fs';
import { chmod, copyFile, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Flushes a file's bytes to the disk (libuv uses F_FULLFSYNC on macOS). */
async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+'); // Windows flushes only what is open for writing
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder's list of names durable. Windows has no such call and needs none. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Renames within one volume, durably: the file's bytes first, then its name. */
export async function moveIntoPlace(from: string, to: string): Promise<void> {
  await syncFile(from);
  await rename(from, to);
  await syncFolder(dirname(to));
}

/** SHA-256 (hex) and size of a file. @throws AbortError */
export async function digest(path: string, signal?: AbortSignal): Promise<{ hash: string; bytes: number }> {
  const sha = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, ...(signal && { signal }) })) {
    sha.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { hash: sha.digest('hex'), bytes };
}

/**
 * Copies a file and answers with the digest of what was written, so that a file that changes meanwhile can't get a
 * wrong name. Shares the blocks where the file system can (btrfs, XFS, APFS, ReFS). @throws AbortError
 */
export async function copyWithDigest(
  from: string,
  to: string,
  signal?: AbortSignal,
): Promise<{ hash: string; bytes: number }> {
  if (await clone(from, to)) return digest(to, signal);
  const sha = createHash('sha256');
  let bytes = 0;
  const target = await open(to, 'w');
  try {
    for await (const chunk of createReadStream(from, { highWaterMark: 1 << 20, ...(signal && { signal }) })) {
      sha.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
      await target.writeFile(chunk as Buffer); // goes on at the current position, and writes all of it
    }
  } finally {
    await target.close();
  }
  return { hash: sha.digest('hex'), bytes };
}

const cannotClone = new Set(['ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV', 'EINVAL', 'ENOTTY', 'EPERM']);

async function clone(from: string, to: string): Promise<boolean> {
  try {
    await copyFile(from, to, constants.COPYFILE_FICLONE_FORCE);
    await chmod(to, 0o644); // a clone of a write-protected file is write-protected too
    return true;
  } catch (error) {
    if (cannotClone.has((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}
