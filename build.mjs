/**
 * Builds what runs: `dist/{engine,host,threads,cli}.mjs` for the pinned Node, `dist/{main,preload}.cjs` for Electron,
 * `dist/renderer/` for the page. `node build.mjs` builds all; the launcher calls `ensureBuilt`, which is quick when
 * nothing changed.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
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
        threads: 'src-main/systems/classic/threads.ts',
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

/** What a rename says, by system, when something is there already, or not there any more. */
const beaten = ['ENOTEMPTY', 'EEXIST', 'ENOENT', 'EPERM', 'EACCES'];

/** @returns whether it moved; not when another process was quicker */
function moved(from, to) {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (beaten.includes(error.code)) return false;
    throw error;
  }
}

/**
 * Only one process builds; the others wait for it. The lock is a folder that appears with its holder's number in it:
 * nothing can be renamed onto it. One left by a killed build is renamed to a name that only it can have, so that of
 * several who find it one takes it away, and none takes away the lock made after it.
 */
export async function withLock(work, lock = join(root, '.cache', 'build.lock')) {
  mkdirSync(dirname(lock), { recursive: true });
  const own = `${lock}.${process.pid}`;
  for (;;) {
    rmSync(own, { recursive: true, force: true });
    mkdirSync(own);
    writeFileSync(join(own, 'pid'), String(process.pid));
    if (moved(own, lock)) break;
    const dead = deadHolder(lock);
    if (!dead || !moved(lock, `${lock}.dead-${dead}`))
      await new Promise((resolve) => setTimeout(resolve, 100));
  }
  try {
    return await work();
  } finally {
    const left = readdirSync(dirname(lock)).filter((name) => name.startsWith(`${basename(lock)}.dead-`));
    for (const name of left) rmSync(join(dirname(lock), name), { recursive: true, force: true });
    renameSync(lock, own); // at once, as it appeared
    rmSync(own, { recursive: true, force: true });
  }
}

/** The number of the process that left the lock behind, and when it took it; `null` while the lock is held, or gone. */
function deadHolder(lock) {
  const file = join(lock, 'pid');
  const made = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  if (made === undefined) return null;
  let pid;
  try {
    pid = Number(readFileSync(file, 'utf8'));
    if (pid > 0) process.kill(pid, 0);
    else return `${made}`; // the machine went off in the middle of writing it
    return null;
  } catch (error) {
    return error.code === 'ESRCH' ? `${pid}-${made}` : null;
  }
}

/** @throws an error in plain words where files of `dist` are in use, which Windows doesn't let go of */
function putInPlace(next, old) {
  try {
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(next, dist);
  } catch (error) {
    if (!['EPERM', 'EBUSY', 'EACCES', 'ENOTEMPTY'].includes(error.code)) throw error;
    if (!existsSync(dist) && existsSync(old)) renameSync(old, dist);
    throw Object.assign(new Error('A studio is running. Close Vitrail, then build again.'), {
      expected: true,
      cause: error,
    });
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
    putInPlace(next, old);
    rmSync(old, { recursive: true, force: true });
    return true;
  });
}

// A folder may have several names, through a link; Node gives this file its real one.
if (process.argv[1] && fileURLToPath(import.meta.url) === realpathSync(process.argv[1])) {
  rmSync(stampFile, { force: true });
  try {
    await ensureBuilt({ log: console.error });
  } catch (error) {
    console.error(error.expected ? error.message : error);
    process.exitCode = 1;
  }
}
