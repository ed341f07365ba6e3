/** The studio for a browser: HTTP and a WebSocket on 127.0.0.1, for the page that knows the secret. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { unwrap } from '../contract/index.ts';
import type { EngineConfig } from '../studio/processes/config.ts';
import { startEngine } from '../studio/processes/engine.ts';
import { createWebHandler } from '../studio/web/handler.ts';
import { guardFor, refusal } from './guard.ts';
import { answer, broken } from './http.ts';
import { openInBrowser, writeRedirect } from './opener.ts';
import { servePage } from './page.ts';
import { makeSecret } from './secret.ts';
import { createSockets } from './socket.ts';
import { sweepUploads } from './upload.ts';

export interface ServeOptions {
  config: EngineConfig;
  /** 0 or absent: any free port. */
  port?: number;
  /** Open the user's browser. */
  open?: boolean;
  /** Files or a project to open first. */
  paths?: readonly string[];
  /** The page from Vite's development server. */
  devUrl?: string | undefined;
  /** Bytes of the largest file that a page may send. */
  maxUpload?: number;
  /** Bytes of the largest answer or event that a page is sent. */
  maxSent?: number;
  /** Milliseconds that a socket has to prove itself. */
  patience?: number;
}

export interface StudioServer {
  /** `http://127.0.0.1:<port>/`, without the secret. */
  url: string;
  /** The file to open in a browser; it leads to `url` with the secret. Gone after `close`. */
  file: string;
  /** Whether a browser could be opened; `false` when none was asked for. */
  opened: boolean;
  close(): Promise<void>;
}

/** @throws when the port is taken, or the page has not been built */
export async function serve(options: ServeOptions): Promise<StudioServer> {
  const { config } = options;
  const secret = makeSecret();
  const server = createServer({ requestTimeout: 0, headersTimeout: 10_000 }); // a long upload is no attack
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const guard = guardFor(port);
  const incoming = join(config.data, 'incoming');
  await sweepUploads(incoming);

  const engine = startEngine({ ...config, reopen: true });
  const sockets = createSockets({
    secret,
    onPage: (pagePort) => servePage(pagePort, engine, config.version),
    ...(options.patience !== undefined && { patience: options.patience }),
    ...(options.maxSent !== undefined && { maxSent: options.maxSent }),
  });
  let redirect: Awaited<ReturnType<typeof writeRedirect>> | undefined;
  const close = async () => {
    sockets.close();
    server.close();
    server.closeAllConnections();
    await redirect?.remove();
    await engine.close();
  };

  try {
    const http = {
      secret,
      guard,
      page: createWebHandler({
        renderer: join(config.dist, 'renderer'),
        locate: async (hash) => unwrap(await engine.client.engine.locate({ hash })),
        connect: [`ws://${guard.host}`],
        devUrl: options.devUrl,
      }),
      upload: {
        folder: incoming,
        limit: options.maxUpload ?? 16 * 2 ** 30,
        importPath: (path: string, signal: AbortSignal, maskFor?: string) =>
          maskFor === undefined
            ? engine.call('engine.importPaths', { paths: [path] }, signal)
            : engine.call('engine.loadMask', { path, canvas: maskFor }, signal),
      },
    };
    server.on('request', (request, response) => {
      answer(request, response, http).catch((error: unknown) => broken(response, error));
    });
    server.on('upgrade', (request, socket, head) => {
      const refused = request.url === '/studio' ? refusal(request, guard, true) : 'wrong address';
      socket.on('error', () => socket.destroy());
      if (refused) socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
      else sockets.accept(request, socket, head);
    });
    for (const path of options.paths ?? []) await openPath(engine, path);
    redirect = await writeRedirect(`${guard.origin}/#s=${secret}`);
    const opened = options.open ? await openInBrowser(redirect.path) : false;
    return { url: `${guard.origin}/`, file: redirect.path, opened, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A project file is opened; anything else is imported. @throws StudioError */
async function openPath(engine: ReturnType<typeof startEngine>, path: string): Promise<void> {
  const channel = path.endsWith('.vitrail') ? 'engine.openProjectPath' : 'engine.importPaths';
  unwrap(await engine.call(channel, path.endsWith('.vitrail') ? { path } : { paths: [path] }));
}
