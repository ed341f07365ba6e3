/** Real Electron, driven. Its renderer's sandbox is on: for root, Electron is started as nobody. */
import { test as base, _electron, expect, type ElectronApplication, type Page } from 'playwright/test';
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Studio } from '../../src-main/contract/index.ts';
import { isRoot, root, testTools } from '../setup/tools.mjs';

export { expect };

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

/** Waits until the engine answers. */
export async function ready(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(async () => (await window.studio.app.state()).ok)).toBe(true);
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
    args: [
      '-r',
      join(root, 'test', 'electron', 'hold.cjs'),
      ...switches,
      `--user-data-dir=${data}`,
      root,
      ...files,
    ],
    chromiumSandbox: true,
    cwd: root,
    env: environment(data),
  });
  const page = await app.firstWindow();
  // Whatever a test waits for in vain then, this says why.
  page.on('pageerror', (error) => console.error(`page: ${error.stack ?? error.message}`));
  await page.waitForLoadState();
  await ready(page);
  await expect(page.getByRole('banner')).toBeVisible(); // what the page shows is what the engine has, and it listens
  return {
    app,
    page,
    data,
    close: () => app.close(),
  };
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
