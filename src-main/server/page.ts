/** What a page may ask: the studio's requests, passed on to the engine, and the shell's, answered here. */
import type { shellRequests } from '../contract/index.ts';
import {
  channels,
  pageRequests,
  serve,
  StudioError,
  studioEvents,
  type StudioEventName,
  studioRequests,
  unwrap,
  type Handlers,
  type PageRequests,
  type Port,
} from '../contract/index.ts';
import type { EngineHandle } from '../studio/processes/engine.ts';

type ShellHandlers = Handlers<typeof shellRequests>;
type StudioHandlers = Handlers<typeof studioRequests>;

/** A page in a browser has a file input, a download and a drop of its own. */
export function shellHandlers(version: string): ShellHandlers {
  const notHere = (what: string) => () => {
    throw new StudioError('wrong-use', what, 'Use the page’s own button, or drop the file on the page.');
  };
  return {
    shell: {
      info: () => ({ kind: 'browser', platform: process.platform, version }),
      openFiles: notHere('A browser chooses files by itself.'),
      openProject: notHere('A browser can’t open a project by its path.'),
      setMenu: () => ({}),
      chooseDataFolder: notHere('A browser can’t choose a folder of this machine.'),
      save: ({ name }) => ({ saved: false, download: name }),
      dragOut: notHere('A browser can’t drag a file out of its window.'),
    },
  };
}

/** Every request of the studio, as it stands, to the engine. */
export function studioHandlers(engine: EngineHandle): StudioHandlers {
  const table: Record<string, Record<string, unknown>> = {};
  for (const channel of channels(studioRequests)) {
    const [namespace, method] = channel.split('.') as [string, string];
    (table[namespace] ??= {})[method] = async (input: unknown, signal: AbortSignal) =>
      unwrap(await engine.call(channel, input, signal));
  }
  return table as unknown as StudioHandlers;
}

/** Serves a page until its port closes. The engine's private requests are not in the table, so they don't exist. */
export function servePage(port: Port, engine: EngineHandle, version: string): void {
  const handlers: Handlers<PageRequests> = { ...studioHandlers(engine), ...shellHandlers(version) };
  const { emit } = serve(port, pageRequests, studioEvents, handlers);
  const offs = (Object.keys(studioEvents) as StudioEventName[]).map((name) =>
    engine.on(name, (payload) => emit(name, payload as never)),
  );
  port.onClose(() => offs.forEach((off) => off()));
  emit('engine', { state: engine.state });
  // A page that comes (back) after the engine gave up is the user trying again.
  if (engine.state === 'failed') engine.retry();
}
