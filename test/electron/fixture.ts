/** Real Electron, driven. Its renderer's sandbox is on: for root, Electron is started as nobody. */
import { test as base, _electron, type ElectronApplication, type Page } from 'playwright/test';
import { chmodSync, chownSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Studio } from '../../src-main/contract/index.ts';
import { isRoot, root, testTools } from '../setup/tools.mjs';

export { expect } from 'playwright/test';

declare global {
  interface Window {
    studio: Studio;
  }
}

export interface Desktop {
  app: ElectronApplication;
  page: Page;
  /** The data folder; kept when the app is started again with it. */
  data: string;
  /** Pids of the engine and of the hosts that it started, by what they run. */
  processes(): { engine: number[]; host: number[] };
  close(): Promise<void>;
}

/** A folder that the tested program may write to, whoever it runs as. */
export function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vitrail-electron-'));
  chmodSync(folder, 0o777);
  if (isRoot) chownSync(folder, 65_534, 65_534);
  return folder;
}

/** Variables of the tests that the program must not see. */
export function environment(home: string): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    ([name, value]) => value !== undefined && !/^(VITRAIL|ELECTRON|NODE|PLAYWRIGHT|DBUS)_/.test(name),
  ) as [string, string][];
  return {
    ...Object.fromEntries(kept),
    HOME: home,
    XDG_RUNTIME_DIR: home,
    XDG_CONFIG_HOME: join(home, 'config'),
  };
}

/** Playwright starts one file: this one hands the program over to whoever may have a sandbox. */
export async function launcherFor(binary: string, folder: string): Promise<string> {
  const { launcher } = await testTools();
  if (!launcher.length) return binary;
  const script = join(folder, 'launch.sh');
  const command = [...launcher, binary].map((word) => `'${word}'`).join(' ');
  writeFileSync(script, `#!/bin/sh\nexec ${command} "$@"\n`, { mode: 0o755 });
  return script;
}

/** Switches that a machine without a GPU needs. */
export const switches = ['--disable-gpu'];

export interface LaunchOptions {
  /** A folder used before. */
  data?: string;
  /** Files given as arguments. */
  files?: readonly string[];
}

export async function launch({ data = openFolder(), files = [] }: LaunchOptions = {}): Promise<Desktop> {
  const { electron } = await testTools();
  const app = await _electron.launch({
    executablePath: await launcherFor(electron, data),
    args: [...switches, `--user-data-dir=${data}`, root, ...files],
    chromiumSandbox: true,
    cwd: root,
    env: environment(data),
  });
  const page = await app.firstWindow();
  await page.waitForLoadState();
  await page.waitForFunction(async () => (await window.studio.app.state()).ok);
  return {
    app,
    page,
    data,
    processes: () => ({ engine: running(data, 'engine.mjs'), host: running(data, 'host.mjs') }),
    close: () => app.close(),
  };
}

/** Pids of our children that serve a data folder, as Linux lists them. */
function running(data: string, program: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return words.includes(program) && words.includes(data);
      } catch {
        return false; // it ended while we looked
      }
    })
    .map(Number);
}

/** `studio`: shared by the tests of one file that change nothing. `fresh`: one of its own. */
export const test = base.extend<{ fresh: Desktop; folder: string }, { studio: Desktop }>({
  studio: [
    async ({}, use) => {
      const desktop = await launch();
      await use(desktop);
      await desktop.close();
      rmSync(desktop.data, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  fresh: async ({}, use) => {
    const desktop = await launch();
    await use(desktop);
    await desktop.close();
    rmSync(desktop.data, { recursive: true, force: true });
  },
  folder: async ({}, use) => {
    const folder = openFolder();
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
});
