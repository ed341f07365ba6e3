/** The page from Vite's development server, through our own origin, so that media and isolation work as built. */
import { request as send } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { WebRequest, WebResponse } from './message.ts';

/** Headers of the connection, not of the content. */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-encoding',
  'content-length',
]);

/** @throws for anything but an http address on this machine */
export function checkDevUrl(text: string): URL {
  const url = new URL(text);
  if (url.protocol !== 'http:' || !['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname))
    throw new Error(`The development server must be an http address on this machine, not ${text}.`);
  return url;
}

function flatten(headers: IncomingHttpHeaders): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined && !hopByHop.has(name))
      flat[name] = Array.isArray(value) ? value.join(', ') : value;
  return flat;
}

/** Passes requests on to `base`. Refused connections reject. */
export function forwardTo(base: URL): (request: WebRequest, path: string) => Promise<WebResponse> {
  return ({ method, headers }, path) =>
    new Promise((resolve, reject) => {
      const accept = headers['accept'];
      const outgoing = send(
        new URL(path, base),
        { method, headers: { host: base.host, ...(accept && { accept }) } },
        (incoming) =>
          resolve({ status: incoming.statusCode ?? 502, headers: flatten(incoming.headers), body: incoming }),
      );
      outgoing.on('error', reject);
      outgoing.end();
    });
}
