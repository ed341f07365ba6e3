/**
 * Serves the page and the media that it shows: the same code behind Electron's protocol and behind the browser's
 * server. It knows neither, and runs on Node 16 too (the oldest Electron that it is tested with).
 */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { hash as hashSchema } from '../../contract/index.ts';
import { listAssets } from './assets.ts';
import { checkDevUrl, forwardTo } from './dev.ts';
import { fileHeaders, pageHeaders, pagePolicy } from './headers.ts';
import { serveMedia, type Located } from './media.ts';
import { empty, type WebRequest, type WebResponse } from './message.ts';

export type { Located, WebRequest, WebResponse };

export interface WebOptions {
  /** Folder of the built page; its files are listed once, at the start. */
  renderer: string;
  /** Where a file of the store lies. */
  locate(hash: string): Promise<Located | null>;
  /** Origins besides its own that the page may connect to (a WebSocket's). */
  connect?: readonly string[];
  /** Serve the page from Vite's development server on this machine instead of from `renderer`. */
  devUrl?: string | undefined;
}

export type WebHandler = (request: WebRequest) => Promise<WebResponse>;

/** @throws when the page has not been built, or `devUrl` is not on this machine */
export function createWebHandler(options: WebOptions): WebHandler {
  const page = options.devUrl ? developing(options.devUrl) : built(options.renderer, options.connect);
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return empty(405, { allow: 'GET, HEAD' });
    const address = parse(request.url);
    if (!address) return empty(400);
    const { pathname, search, searchParams } = address;
    const media = /^\/media\/(.*)$/.exec(pathname);
    if (!media) return page(request, pathname, search);
    const hash = hashSchema.safeParse(media[1]);
    if (!hash.success) return empty(404);
    const file = await options.locate(hash.data);
    return file ? serveMedia(request, hash.data, file, searchParams.get('download')) : empty(404);
  };
}

/** `//name/path` is a path here, never another host's. */
function parse(url: string): URL | null {
  try {
    return new URL(url.startsWith('/') ? `http://studio${url}` : url);
  } catch {
    return null; // the one thing that the constructor throws for
  }
}

type Page = (request: WebRequest, pathname: string, search: string) => Promise<WebResponse>;

function built(folder: string, connect: readonly string[] = []): Page {
  const assets = listAssets(folder);
  if (!assets.has('/index.html')) throw new Error(`The page has not been built: no index.html in ${folder}.`);
  return async ({ method }, pathname) => {
    const isPage = pathname === '/' || pathname === '/index.html';
    const asset = assets.get(isPage ? '/index.html' : pathname);
    if (!asset) return empty(404);
    let body = await readFile(asset.path);
    let headers = fileHeaders(asset.type, pathname.startsWith('/assets/'));
    if (isPage) {
      const nonce = randomBytes(16).toString('base64');
      body = Buffer.from(body.toString('utf8').replaceAll('__CSP_NONCE__', nonce));
      headers = pageHeaders(pagePolicy(nonce, connect));
    }
    headers['content-length'] = String(body.length);
    return { status: 200, headers, body: method === 'HEAD' ? null : body };
  };
}

function developing(devUrl: string): Page {
  const forward = forwardTo(checkDevUrl(devUrl));
  return async (request, pathname, search) => {
    const response = await forward(request, pathname + search);
    const isolation = fileHeaders(response.headers['content-type'] ?? 'text/plain', false);
    delete isolation['content-security-policy']; // hot reload is made of inline scripts
    return { ...response, headers: { ...response.headers, ...isolation } };
  };
}
