/** The server's requests: the page and its media by GET, files by POST. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { fail, type FailureCode, type Result } from '../contract/index.ts';
import type { WebHandler, WebResponse } from '../studio/web/handler.ts';
import { refusal, type Guard } from './guard.ts';
import { opensMedia, same } from './secret.ts';
import { receiveFile, type UploadOptions } from './upload.ts';

export interface HttpOptions {
  secret: string;
  guard: Guard;
  page: WebHandler;
  upload: UploadOptions;
}

/** On answers of our own; the page's and the media's headers come with them. */
const plain = {
  'content-type': 'text/plain; charset=utf-8',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

export async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: HttpOptions,
): Promise<void> {
  const refused = refusal(request, options.guard);
  if (refused) return deny(response, 403, refused);
  const url = new URL(request.url!, options.guard.origin);
  if (url.pathname === '/import') return receive(request, response, options);
  const media = /^\/media\/([^/]*)$/.exec(url.pathname);
  if (media && !opensMedia(options.secret, media[1]!, url.searchParams))
    return deny(response, 403, 'wrong key');
  const name = media ? url.searchParams.get('name') : null;
  // The handler knows a download by its own word, and never sees the key.
  const address = media
    ? `${url.pathname}${name === null ? '' : `?download=${encodeURIComponent(name)}`}`
    : url.pathname + url.search;
  const method = request.method ?? 'GET';
  send(response, await options.page({ url: address, method, headers: request.headers }));
}

async function receive(
  request: IncomingMessage,
  response: ServerResponse,
  options: HttpOptions,
): Promise<void> {
  if (request.method !== 'POST') return deny(response, 405, 'POST only');
  const given = request.headers['x-vitrail-secret'];
  if (typeof given !== 'string' || !same(given, options.secret)) return deny(response, 401, 'wrong key');
  respond(response, await receiveFile(request, options.upload));
}

/**
 * A result as JSON. A file that can't be used is an answer like any other; one that is too large may still be on its
 * way, and the connection ends with the answer.
 */
export function respond(response: ServerResponse, result: Result<unknown>): void {
  const statuses: Partial<Record<FailureCode, number>> = { 'too-large': 413, internal: 500 };
  const status = result.ok ? 200 : (statuses[result.error.code] ?? 200);
  const body = JSON.stringify(result);
  response.writeHead(status, {
    ...plain,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    ...(!response.req.complete && { connection: 'close' }),
  });
  response.end(body);
}

/** Says no, and hears no more of what the other end still sends. */
function deny(response: ServerResponse, status: number, why: string): void {
  response.writeHead(status, { ...plain, connection: 'close', 'content-length': Buffer.byteLength(why) });
  response.end(why);
}

function send(response: ServerResponse, { status, headers, body }: WebResponse): void {
  // The page went on while the answer was made (a clip was sought): nobody reads it, and its file is let go.
  if (response.destroyed) return void (body && !Buffer.isBuffer(body) && body.destroy());
  response.writeHead(status, headers);
  if (body === null || Buffer.isBuffer(body)) response.end(body ?? undefined);
  // When either end breaks off, the other is destroyed: the browser sees a cut answer, never a complete wrong one.
  else pipeline(body, response, () => undefined);
}

/** For a bug in a handler: the page gets an answer, and the log the reason. */
export function broken(response: ServerResponse, error: unknown): void {
  console.error(error);
  if (response.headersSent) response.destroy();
  else respond(response, fail('internal', 'The studio could not answer.', 'Reload the page.'));
}
