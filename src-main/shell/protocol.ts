/** `vitrail://studio/`: the page and its media, through the handler that the browser's server uses as well. */
import { protocol, type Session } from 'electron';
import { Readable } from 'node:stream';
import type { WebHandler, WebResponse } from '../studio/web/handler.ts';
import { isOurPage, scheme } from './origin.ts';

/** Must run before the app is ready. `secure` and `standard` give it an origin, isolation and relative addresses. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

const failed: WebResponse = { status: 500, headers: { 'content-type': 'text/plain' }, body: null };

/** The handler for one origin; a bug in it is logged and answered with 500. */
const guarded =
  (handler: WebHandler): WebHandler =>
  async (request) => {
    if (!isOurPage(request.url)) return { ...failed, status: 404 };
    try {
      return await handler(request);
    } catch (error) {
      console.error(`${request.method} ${request.url}:`, error);
      return failed;
    }
  };

export function serveScheme(session: Session, handler: WebHandler): void {
  // Electron before 25 has only the older of the two.
  if (typeof session.protocol.handle === 'function') useHandle(session, guarded(handler));
  else useStreams(session, guarded(handler));
}

function useHandle(session: Session, handler: WebHandler) {
  session.protocol.handle(scheme, async ({ url, method, headers }) => {
    const response = await handler({ url, method, headers: Object.fromEntries(headers) });
    const { body, status } = response;
    const content = body instanceof Readable ? Readable.toWeb(body) : body;
    return new Response(content as ConstructorParameters<typeof Response>[0], {
      status,
      headers: response.headers,
    });
  });
}

function useStreams(session: Session, handler: WebHandler) {
  session.protocol.registerStreamProtocol(scheme, (request, callback) => {
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    void handler({ url: request.url, method: request.method, headers }).then(({ status, headers, body }) => {
      const data = body instanceof Readable ? body : Readable.from(body ? [body] : []);
      callback({ statusCode: status, headers, data });
    });
  });
}
