/** `POST /import`: a file's bytes from the page, into a file of ours, then into the project. */
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { failureOf, StudioError, type Result } from '../contract/index.ts';
import { safeFileName } from '../studio/library/names.ts';

export interface UploadOptions {
  /** Where uploads wait; made when needed. On the same volume as the store, which may then take them over. */
  folder: string;
  /** Bytes of the largest file. */
  limit: number;
  /** `maskFor`: the file is a mask for this canvas. */
  importPath(path: string, signal: AbortSignal, maskFor?: string): Promise<Result<unknown>>;
}

const tooLarge = (limit: number) =>
  new StudioError(
    'too-large',
    `This file is larger than ${Math.round(limit / 2 ** 20).toLocaleString('en')} MiB.`,
    'Use the desktop app for it: that reads files where they are.',
  );

/** Lets `limit` bytes through, then fails. */
function meter(limit: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > limit) done(tooLarge(limit));
      else done(null, chunk);
    },
  });
}

/** Receives one file and imports it. Never throws; leaves nothing behind. */
export async function receiveFile(
  request: IncomingMessage,
  options: UploadOptions,
): Promise<Result<unknown>> {
  const stop = new AbortController();
  request.once('close', () => {
    if (!request.complete) stop.abort();
  });
  let folder: string | undefined;
  try {
    if (Number(request.headers['content-length'] ?? 0) > options.limit) throw tooLarge(options.limit);
    const name = safeFileName(readName(request));
    await mkdir(options.folder, { recursive: true, mode: 0o700 });
    folder = await mkdtemp(join(options.folder, 'upload-'));
    const path = join(folder, name);
    await pipeline(request, meter(options.limit), createWriteStream(path, { mode: 0o600 }), {
      signal: stop.signal,
    });
    const maskFor = request.headers['x-vitrail-mask'];
    return await options.importPath(path, stop.signal, typeof maskFor === 'string' ? maskFor : undefined);
  } catch (error) {
    return { ok: false, error: failureOf(error) };
  } finally {
    if (folder) await rm(folder, { recursive: true, force: true });
  }
}

function readName(request: IncomingMessage): string {
  const name = request.headers['x-vitrail-name'];
  try {
    return decodeURIComponent(String(name ?? ''));
  } catch {
    throw new StudioError('wrong-use', 'The file’s name could not be read.');
  }
}

/** Removes uploads that a killed server left behind more than a day ago. */
export async function sweepUploads(folder: string, now = Date.now()): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (name.startsWith('upload-') && found && now - found.mtimeMs > 86_400_000)
      await rm(path, { recursive: true, force: true });
  }
}
