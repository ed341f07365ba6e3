/** The pieces of the shell put together: engine, protocol, requests, events, window, menu. */
import { once } from 'node:events';
import { app, Menu, nativeTheme, session, type BrowserWindow } from 'electron';
import {
  studioEvents,
  unwrap,
  type App,
  type MenuSection,
  type Result,
  type StudioEventName,
} from '../contract/index.ts';
import { startEngine } from '../studio/processes/engine.ts';
import { createWebHandler } from '../studio/web/handler.ts';
import { askToRetry } from './dialogs.ts';
import { importGiven, openPaths } from './files.ts';
import { shellHandlers } from './handlers.ts';
import { listenToPage, tellPage } from './ipc.ts';
import { menuTemplate } from './menu.ts';
import { denyNetwork, denyPermissions } from './permissions.ts';
import type { Places } from './places.ts';
import { serveScheme } from './protocol.ts';
import { quitAfter } from './quit.ts';
import { temporaryFolder } from './temporary.ts';
import { openWindow } from './window.ts';

export interface Shell {
  /** Brings the window to the front; opens one where there is none. */
  show(): void;
  /** Opens projects and imports files; a failure is told to the page. */
  openPaths(paths: readonly string[]): void;
  /** Whether the studio names this address itself. */
  knows(address: string): boolean;
}

/** To be called once, when the app is ready. */
export function createShell(places: Places): Shell {
  let window: BrowserWindow | null = null;
  let state: App | undefined;
  let menu: readonly MenuSection[] = [];
  const temporary = temporaryFolder();
  const current = () => window;

  const { defaultSession } = session;
  denyPermissions(defaultSession);
  denyNetwork(defaultSession, places.devUrl);

  const engine = startEngine(places.engine, {
    onExit: ({ code, signal }) => console.error(`The engine ended: ${signal ?? code}`),
  });
  quitAfter(() => engine.close());
  serveScheme(
    defaultSession,
    createWebHandler({
      renderer: places.renderer,
      locate: async (hash) => unwrap(await engine.client.engine.locate({ hash })),
      devUrl: places.devUrl,
    }),
  );
  listenToPage({
    window: current,
    relay: (channel, input) => engine.call(channel, input),
    shell: shellHandlers({
      engine,
      window: current,
      temporary,
      icon: places.icon,
      setMenu: (next) => {
        menu = next;
        drawMenu();
      },
    }),
    importFiles: (files, maskFor) => importGiven(engine, files, temporary, maskFor),
  });

  /** Tells the page of a failure, once there is a page that listens. */
  const report = async (answer: Promise<Result<unknown>>) => {
    const result = await answer;
    if (result.ok || result.error.code === 'cancelled') return;
    if (window?.webContents.isLoading()) await once(window.webContents, 'did-finish-load');
    tellPage(window, 'notice', { level: 'error', failure: result.error });
  };

  function drawMenu() {
    const template = menuTemplate({
      menu,
      mac: process.platform === 'darwin',
      development: !app.isPackaged,
      recents: state?.recents ?? [],
      command: (action) => tellPage(window, 'command', { action }),
      openRecent: (id) => void report(engine.client.project.openRecent({ id })),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }

  function learn(next: App) {
    const menuChanged = JSON.stringify(next.recents) !== JSON.stringify(state?.recents);
    state = next;
    if (nativeTheme.themeSource !== next.settings.appearance)
      nativeTheme.themeSource = next.settings.appearance;
    if (menuChanged) drawMenu();
  }

  for (const name of Object.keys(studioEvents) as StudioEventName[])
    engine.on(name, (payload) => tellPage(window, name, payload as never));
  engine.on('app', learn);
  engine.on('engine', ({ state: engineState }) => {
    if (engineState === 'ready')
      void engine.client.app.state().then((answer) => answer.ok && learn(answer.value));
    if (engineState === 'failed' && window) void askToRetry(window).then((again) => again && engine.retry());
  });
  drawMenu();

  return {
    show() {
      if (window) {
        if (window.isMinimized()) window.restore();
        window.focus();
        return;
      }
      window = openWindow(places);
      window.on('closed', () => (window = null));
    },
    openPaths: (paths) => void report(openPaths(engine, paths)),
    knows: (address) => state?.packs.some(({ licence }) => licence.url === address) ?? false,
  };
}
