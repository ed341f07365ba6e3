/** Who may talk to this server at all: its own page, on its own address. Against DNS rebinding and other sites. */
import type { IncomingMessage } from 'node:http';

export interface Guard {
  host: string;
  origin: string;
}

export const guardFor = (port: number): Guard => ({
  host: `127.0.0.1:${port}`,
  origin: `http://127.0.0.1:${port}`,
});

/** Header lines of a name; Node would quietly keep only the first `Host`. */
function lines(request: IncomingMessage, name: string): string[] {
  const found: string[] = [];
  for (let i = 0; i < request.rawHeaders.length; i += 2)
    if (request.rawHeaders[i]!.toLowerCase() === name) found.push(request.rawHeaders[i + 1]!);
  return found;
}

/**
 * Why a request is refused, or `null`. `Host` must be exactly ours; so must `Origin` where it is sent, and it has
 * to be sent with anything but GET and HEAD and when a WebSocket is opened.
 */
export function refusal(request: IncomingMessage, guard: Guard, upgrade = false): string | null {
  const host = lines(request, 'host');
  if (host.length !== 1 || host[0] !== guard.host) return 'wrong host';
  const origin = lines(request, 'origin');
  if (origin.length > 1 || (origin.length === 1 && origin[0] !== guard.origin)) return 'wrong origin';
  const reading = request.method === 'GET' || request.method === 'HEAD';
  if (!origin.length && (upgrade || !reading)) return 'no origin';
  // An absolute or a scheme-relative address would be resolved against another host than ours.
  if (!request.url?.startsWith('/') || request.url.startsWith('//')) return 'wrong address';
  return null;
}
