/** Where things are: in a checkout, and in a package. */
import { app } from 'electron';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { homedir } from 'node:os';
import { locateData } from '../studio/library/location.ts';
import type { EngineConfig } from '../studio/processes/config.ts';

export interface Places {
  engine: EngineConfig;
  /** Folder of the built page. */
  renderer: string;
  preload: string;
  /** A picture of the app, for windows and drags. */
  icon: string;
  /** Vite's development server. */
  devUrl?: string | undefined;
}

const windows = process.platform === 'win32';

/** The pinned Node of a checkout: installed as a package for each system. */
function checkoutNode(root: string): string {
  const system = windows ? 'win' : process.platform;
  const binary = windows ? 'bin/node.exe' : 'bin/node';
  const found = [`node-${system}-${process.arch}`, `node-bin-${system}-${process.arch}`]
    .map((name) => join(root, 'node_modules', name, binary))
    .find(existsSync);
  if (!found)
    throw new Error(`Vitrail's own Node is missing for ${system} ${process.arch}: run npm install again.`);
  return found;
}

/**
 * In a package, what is loaded and started is fixed: no variable of ours is read. Plain Node can't read an archive,
 * so what it loads lies beside it, unpacked.
 */
function packaged(): Places {
  const resources = process.resourcesPath;
  const archive = join(resources, 'app.asar');
  const unpacked = join(resources, 'app.asar.unpacked');
  return {
    engine: {
      node: join(resources, windows ? 'node.exe' : 'node'),
      dist: join(unpacked, 'dist'),
      models: join(unpacked, 'models'),
      assets: join(unpacked, 'assets'),
      data: locateData(app.getPath('userData')),
      home: app.getPath('userData'),
      version: app.getVersion(),
      reopen: true,
    },
    renderer: join(archive, 'dist', 'renderer'),
    preload: join(archive, 'dist', 'preload.cjs'),
    icon: join(unpacked, 'assets', 'icons', '256x256.png'),
  };
}

function checkout(): Places {
  const root = app.getAppPath();
  const { VITRAIL_NODE, VITRAIL_DATA, VITRAIL_DEV_URL } = process.env;
  return {
    engine: {
      node: VITRAIL_NODE ? resolve(VITRAIL_NODE) : checkoutNode(root),
      dist: join(root, 'dist'),
      models: join(root, 'models'),
      assets: join(root, 'assets'),
      ...(VITRAIL_DATA
        ? { data: resolve(VITRAIL_DATA) }
        : { data: locateData(app.getPath('userData')), home: app.getPath('userData') }),
      version: app.getVersion(),
      reopen: true,
    },
    renderer: join(root, 'dist', 'renderer'),
    preload: join(root, 'dist', 'preload.cjs'),
    icon: join(root, 'assets', 'icons', '256x256.png'),
    devUrl: VITRAIL_DEV_URL,
  };
}

/**
 * Before anything else is asked of the app. On Linux a desktop app's data belongs where the terminal and the browser
 * keep it too; on the other systems Electron's choice is that place already.
 */
export function choosePlaces(): Places {
  if (process.platform === 'linux' && !app.commandLine.hasSwitch('user-data-dir'))
    app.setPath(
      'userData',
      join(process.env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'vitrail'),
    );
  return app.isPackaged ? packaged() : checkout();
}
