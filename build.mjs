/**
 * Builds what runs: `dist/{engine,host,cli}.mjs` for the pinned Node, `dist/{main,preload}.cjs` for Electron,
 * `dist/renderer/` for the page. `node build.mjs` builds all; the launcher calls `ensureBuilt`, which is quick when
 * nothing changed.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, 'dist');
const sources = [
  'src-main',
  'src-renderer',
  'build.mjs',
  'vite.config.ts',
  'package-lock.json',
  'package.json',
];

/** What `dist` was built from: names, sizes and times of all sources. */
function fingerprint() {
  const hash = createHash('sha256');
  const visit = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isDirectory())
      readdirSync(path)
        .sort()
        .forEach((name) => visit(join(path, name)));
    else hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`);
  };
  sources.forEach((name) => visit(join(root, name)));
  return hash.digest('hex');
}

const stampFile = join(dist, 'stamp');
const isFresh = (stamp) => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;

/** Bundles the processes. Packages with native parts stay outside and are loaded from `node_modules`. */
export async function buildMain(out = dist) {
  const { rolldown } = await import('rolldown');
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const external = [/^node:/, 'electron', 'vite', ...Object.keys(dependencies)];
  const resolve = { conditionNames: ['node', 'import', 'default'] };
  const write = async (options, output) => {
    const bundle = await rolldown({ cwd: root, external, platform: 'node', logLevel: 'warn', ...options });
    await bundle.write({ dir: out, sourcemap: true, ...output });
    await bundle.close();
  };
  await write(
    {
      input: {
        engine: 'src-main/studio/main.ts',
        host: 'src-main/host/main.ts',
        cli: 'src-main/cli/main.ts',
      },
      resolve,
    },
    { format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' },
  );
  for (const name of ['main', 'preload']) {
    await write(
      { input: { [name]: `src-main/shell/${name}.ts` }, transform: { target: 'node16' } },
      { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    );
  }
}

export async function buildRenderer(out = dist) {
  const vite = await import('vite');
  // Said outright, because Vite reads a relative root from wherever the terminal happens to be.
  await vite.build({
    configFile: join(root, 'vite.config.ts'),
    root: join(root, 'src-renderer'),
    logLevel: 'warn',
    build: { outDir: join(out, 'renderer') },
  });
}

/** Only one process builds; the others wait for it. A lock left by a killed build is taken over. */
async function withLock(work) {
  const lock = join(root, '.cache', 'build.lock');
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      writeFileSync(join(lock, 'pid'), String(process.pid));
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!isHeld(lock)) rmSync(lock, { recursive: true, force: true });
      else await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function isHeld(lock) {
  const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  const file = join(lock, 'pid');
  if (!existsSync(file)) return age < 2_000;
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Builds when a source changed since the last build. @returns whether it built */
export async function ensureBuilt({ log = () => {} } = {}) {
  if (isFresh(fingerprint())) return false;
  return withLock(async () => {
    const stamp = fingerprint();
    if (isFresh(stamp)) return false;
    log('Building Vitrail (a few seconds) …');
    // Built beside and put in place whole: what runs from `dist` meanwhile never finds half of it.
    const [next, old] = [join(root, '.cache', 'dist.next'), join(root, '.cache', 'dist.old')];
    for (const folder of [next, old]) rmSync(folder, { recursive: true, force: true });
    await buildMain(next);
    await buildRenderer(next);
    writeFileSync(join(next, 'stamp'), stamp);
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(next, dist);
    rmSync(old, { recursive: true, force: true });
    return true;
  });
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
  rmSync(stampFile, { force: true });
  await ensureBuilt({ log: console.error });
}
