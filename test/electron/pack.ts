/** The folder that electron-builder makes of this checkout, with the Electron that the tests have. */
import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { root, testTools } from '../setup/tools.mjs';

export interface Packed {
  /** The program to start. */
  binary: string;
  /** The folder `resources` of the package. */
  resources: string;
}

const release = join(root, '.cache', 'packed');

/** Where each system's package has them. */
function locate(): Packed {
  if (process.platform === 'darwin') {
    const contents = join(release, `mac-${process.arch}`, 'Vitrail.app', 'Contents');
    return { binary: join(contents, 'MacOS', 'Vitrail'), resources: join(contents, 'Resources') };
  }
  const windows = process.platform === 'win32';
  const folder = join(release, windows ? 'win-unpacked' : 'linux-unpacked');
  return { binary: join(folder, windows ? 'Vitrail.exe' : 'vitrail'), resources: join(folder, 'resources') };
}

/** Packs as `npm run package` does, but for the archives; nothing is fetched where Electron is there already. */
export async function pack(): Promise<Packed> {
  const { electron, electronVersion } = await testTools();
  let config = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
  // Electron before 29 lacks this fuse, and the tests' may be as old as that.
  if (Number(electronVersion.split('.')[0]) < 29)
    config = config.replace(/^ *grantFileProtocolExtraPrivileges:.*\n/m, '');
  config += `electronVersion: ${electronVersion}\n`;
  if (process.platform === 'linux') config += `electronDist: ${JSON.stringify(dirname(electron))}\n`;
  const file = join(root, '.cache', 'electron-builder.test.yml');
  writeFileSync(file, config.replace(/^( *output:).*$/m, `$1 ${JSON.stringify(release)}`));

  rmSync(release, { recursive: true, force: true });
  const builder = join(root, 'node_modules', 'electron-builder', 'cli.js');
  const system = { darwin: '--mac', win32: '--win' }[process.platform as string] ?? '--linux';
  const options = [builder, system, 'dir', '--config', file, '--projectDir', root];
  await promisify(execFile)(process.execPath, options, {
    cwd: root,
    env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' },
    maxBuffer: 64 * 2 ** 20,
  });
  return locate();
}

export const removePacked = () => rmSync(release, { recursive: true, force: true });
