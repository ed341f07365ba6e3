/** `/media/<hash>`: files of the store, whole or a range of their bytes. */
import { open } from 'node:fs/promises';
import { servedType } from '../../contract/index.ts';
import { attachment, fileHeaders } from './headers.ts';
import { empty, type WebRequest, type WebResponse } from './message.ts';
import { readRange } from './range.ts';

export interface Located {
  path: string;
  type: string;
  bytes: number;
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/** @param download a name to save under, or `null` to show the file */
export async function serveMedia(
  request: WebRequest,
  hash: string,
  file: Located,
  download: string | null,
): Promise<WebResponse> {
  const tag = `"${hash}"`;
  const shown = servedType.safeParse(file.type).success;
  const headers: Record<string, string> = {
    ...fileHeaders(shown ? file.type : 'application/octet-stream', true),
    'accept-ranges': 'bytes',
    etag: tag,
    // A type that isn't on the list is never shown, whatever a browser makes of its bytes.
    ...(download !== null || !shown ? { 'content-disposition': attachment(download || hash) } : {}),
  };
  const condition = one(request.headers['if-range']);
  const asked = condition === undefined || condition === tag ? one(request.headers['range']) : undefined;
  const range = readRange(asked, file.bytes);
  if (range === 'unsatisfiable') return empty(416, { 'content-range': `bytes */${file.bytes}` });

  const start = range ? range.start : 0;
  const length = range ? range.end - range.start + 1 : file.bytes;
  headers['content-length'] = String(length);
  if (range) headers['content-range'] = `bytes ${range.start}-${range.end}/${file.bytes}`;
  const status = range ? 206 : 200;
  if (request.method === 'HEAD') return { status, headers, body: null };
  if (length === 0) return { status, headers, body: Buffer.alloc(0) };
  try {
    const handle = await open(file.path, 'r'); // before the headers go out, so that a lost file is still a 404
    return { status, headers, body: handle.createReadStream({ start, end: start + length - 1 }) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return empty(404);
    throw error;
  }
}
