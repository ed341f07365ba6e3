#!/usr/bin/env node
/**
 * `npx vitrail`, `npm start`: finds this checkout, makes sure that the pinned Node 24 runs and that `dist` is built,
 * then hands over to the bundled terminal. Plain JavaScript that Node 20 can read.
 */
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const PINNED = 24;
const root = dirname(dirname(dirname(realpathSync(fileURLToPath(import.meta.url)))));

/** The Node that package-lock.json pins for this system, or `null`. */
function pinnedNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const packages = [
    `node-${process.platform}-${process.arch}`,
    `node-bin-${process.platform}-${process.arch}`,
  ];
  if (process.platform === 'win32') packages.push(`node-win-${process.arch}`);
  return packages.map((p) => join(root, 'node_modules', p, 'bin', name)).find((p) => existsSync(p)) ?? null;
}

/** Runs this again on the pinned Node. The IPC channel tells the child when this process is gone, however it ended. */
function runAgain(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, VITRAIL_RELAUNCHED: '1' },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      // On Windows the console tells both of Ctrl-C, and \`kill\` would end the child at once.
      if (process.platform !== 'win32') child.kill(signal);
    });
  child.on('error', (error) => {
    console.error(`vitrail: Node ${PINNED} could not be started: ${error.message}`);
    process.exit(5);
  });
  child.on('exit', (code) => process.exit(code ?? 5));
}

async function start() {
  const build = join(root, 'build.mjs');
  if (existsSync(build)) {
    const { ensureBuilt } = await import(pathToFileURL(build).href);
    await ensureBuilt({ log: (line) => console.error(line) });
  }
  await import(pathToFileURL(join(root, 'dist', 'cli.mjs')).href);
}

const isPinned = Number(process.versions.node.split('.')[0]) === PINNED;
const node = isPinned || process.env.VITRAIL_RELAUNCHED ? null : pinnedNode();
if (node) runAgain(node);
else if (isPinned)
  start().catch((error) => {
    const why = error?.expected ? error.message : `Vitrail could not be started: ${error?.stack ?? error}`;
    console.error(`vitrail: ${why}`);
    process.exit(5);
  });
else {
  console.error(`vitrail: Vitrail needs Node ${PINNED}, and this is ${process.version}.`);
  console.error(`Run npm install here: ${root} (it brings the right Node along), then try again.`);
  process.exit(5);
}
