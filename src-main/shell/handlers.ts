/** What the shell answers itself: what only a window can do. */
import { app, type BrowserWindow } from 'electron';
import {
  StudioError,
  unwrap,
  type Handlers,
  type MenuSection,
  type shellRequests,
} from '../contract/index.ts';
import type { EngineHandle } from '../studio/processes/engine.ts';
import { askForFiles, askForFolder, askForProject, askWhereToSave, sayInDialogs } from './dialogs.ts';
import { dragOut } from './drag.ts';
import { openPaths } from './files.ts';

export interface ShellOptions {
  engine: EngineHandle;
  window(): BrowserWindow | null;
  /** A folder for copies, and a picture for drags. */
  temporary: string;
  icon: string;
  setMenu(menu: readonly MenuSection[]): void;
}

export function shellHandlers({
  engine,
  window,
  temporary,
  icon,
  setMenu,
}: ShellOptions): Handlers<typeof shellRequests> {
  const open = (): BrowserWindow => {
    const found = window();
    if (!found) throw new StudioError('cancelled', 'The window was closed.');
    return found;
  };
  return {
    shell: {
      info: () => ({ kind: 'electron', platform: process.platform, version: app.getVersion() }),
      openFiles: async () => {
        const paths = await askForFiles(open());
        return paths.length ? unwrap(await openPaths(engine, paths)) : { canvases: [] };
      },
      openProject: async () => {
        const path = await askForProject(open());
        return path ? unwrap(await engine.client.engine.openProjectPath({ path })) : null;
      },
      save: async ({ hash, name }) => {
        const path = await askWhereToSave(open(), name);
        if (!path) return { saved: false };
        unwrap(await engine.client.engine.copyTo({ hash, path }));
        return { saved: true };
      },
      setMenu: ({ menu, dialogs }) => {
        sayInDialogs(dialogs);
        setMenu(menu);
        return {};
      },
      chooseDataFolder: async () => {
        const path = await askForFolder(open());
        if (path) unwrap(await engine.client.engine.setDataFolder({ path }));
        return {};
      },
      dragOut: async (file) => {
        await dragOut(engine, open().webContents, file, { temporary, icon });
        return {};
      },
    },
  };
}
