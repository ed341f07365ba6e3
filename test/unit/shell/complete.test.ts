/**
 * Every request of the contract is answered somewhere, and nothing that isn't in it: by type (a handler's table that
 * lacks one or has one more doesn't compile here) and as it runs.
 */
import { expect, expectTypeOf, it, vi } from 'vitest';
import {
  channels,
  engineRequests,
  pageRequests,
  privateRequests,
  shellRequests,
  studioRequests,
  type ChannelOf,
  type EngineRequests,
  type PageRequests,
  type RequestTable,
  type Studio,
} from '../../../src-main/contract/index.ts';
import { shellHandlers as browserHandlers, studioHandlers } from '../../../src-main/server/page.ts';
import type { createHandlers } from '../../../src-main/studio/handlers.ts';
import { openDesk } from '../studio/session/desk.ts';

const exposed = new Map<string, object>();
vi.mock('electron', () => ({
  app: { getVersion: () => '1.0.0' },
  contextBridge: { exposeInMainWorld: (name: string, value: object) => exposed.set(name, value) },
  ipcRenderer: { on: () => undefined, invoke: () => undefined },
}));
const { shellHandlers } = await import('../../../src-main/shell/handlers.ts');
await import('../../../src-main/shell/preload.ts');

/** `project.undo` for every function of an object of objects. */
const named = (table: object) =>
  Object.entries(table)
    .flatMap(([namespace, methods]) => Object.keys(methods as object).map((name) => `${namespace}.${name}`))
    .sort();
const listed = (table: RequestTable) => channels(table).sort();

/** The same names, read off a type. */
type Named<T> = { [N in keyof T & string]: `${N}.${keyof T[N] & string}` }[keyof T & string];

it('the engine answers every request of its table', async () => {
  const desk = await openDesk();
  try {
    expect(named(desk.ask)).toEqual(listed(engineRequests));
  } finally {
    await desk.close();
  }
  expectTypeOf<Named<ReturnType<typeof createHandlers>>>().toEqualTypeOf<ChannelOf<EngineRequests>>();
});

it('the window’s shell and the browser’s answer every request of theirs', () => {
  const window = shellHandlers({
    engine: {} as never,
    window: () => null,
    temporary: '',
    icon: '',
    setMenu: () => undefined,
  });
  expect(named(window)).toEqual(listed(shellRequests));
  const browser = browserHandlers('1.0.0');
  expect(named(browser)).toEqual(listed(shellRequests));
  expectTypeOf<Named<typeof window>>().toEqualTypeOf<ChannelOf<typeof shellRequests>>();
  expectTypeOf<Named<typeof browser>>().toEqualTypeOf<ChannelOf<typeof shellRequests>>();
});

it('the server passes every request of the studio on, and none of the engine’s own', () => {
  const handlers = studioHandlers({} as never);
  expect(named(handlers)).toEqual(listed(studioRequests));
  expect(named(handlers).filter((channel) => listed(privateRequests).includes(channel as never))).toEqual([]);
  expectTypeOf<Named<typeof handlers>>().toEqualTypeOf<ChannelOf<typeof studioRequests>>();
});

it('the page is given every request of its table, and three things more', () => {
  expect([...exposed.keys()]).toEqual(['studio']);
  const { on, importFiles, mediaUrl, ...requests } = exposed.get('studio') as Studio;
  for (const more of [on, importFiles, mediaUrl]) expect(more).toBeTypeOf('function');
  expect(named(requests)).toEqual(listed(pageRequests));
  expectTypeOf<Named<typeof requests>>().toEqualTypeOf<ChannelOf<PageRequests>>();
});

it('a page’s table is the studio’s and the shell’s', () => {
  expect(listed(pageRequests)).toEqual([...listed(studioRequests), ...listed(shellRequests)].sort());
  expect(listed(engineRequests)).toEqual([...listed(studioRequests), ...listed(privateRequests)].sort());
});
