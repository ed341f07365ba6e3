/** Where things are in a checkout, for the engine that the terminal starts. */
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { locateData } from '../studio/library/location.ts';
import type { EngineConfig } from '../studio/processes/config.ts';

/** The folder of package.json above this file, whether it runs from `dist` or as source. */
export function checkoutRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('package.json was not found above the program');
    folder = parent;
  }
  return folder;
}

/** The user's data: `VITRAIL_DATA`, or the folder chosen in the settings, or where the system keeps such things. */
export function dataFolder(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  return env.VITRAIL_DATA ? resolve(env.VITRAIL_DATA) : locateData(usualFolder(env, platform));
}

/** Where each system keeps such things. */
export function usualFolder(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  if (platform === 'win32') return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Vitrail');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Vitrail');
  return join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'vitrail');
}

export function version(root = checkoutRoot()): string {
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
}

export function engineConfig(): EngineConfig {
  const root = checkoutRoot();
  return {
    node: process.execPath,
    dist: join(root, 'dist'),
    models: join(root, 'models'),
    assets: join(root, 'assets'),
    data: dataFolder(),
    ...(!process.env.VITRAIL_DATA && { home: usualFolder() }),
    version: version(root),
  };
}
