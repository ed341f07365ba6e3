/** The packed folder: what is in it, its fuses, and that it starts and edits a photo, whatever the variables say. */
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright/test';
import { testTools } from '../setup/tools.mjs';
import { pngSize, removeAndUndo } from './edit.ts';
import { environment, expect, ready, switches, test } from './fixture.ts';
import { pack, removePacked, type Packed } from './pack.ts';
import { isRunning, processesOf } from './processes.ts';

/** How the wire in the binary says it, as characters. */
const off = '0'.charCodeAt(0);
const on = '1'.charCodeAt(0);

let packed: Packed;
test.beforeAll(async () => {
  test.setTimeout(900_000);
  packed = await pack();
});
test.afterAll(removePacked);

test('has what it runs on, and nothing for other systems', () => {
  const { resources } = packed;
  const unpacked = join(resources, 'app.asar.unpacked');
  const node = join(resources, process.platform === 'win32' ? 'node.exe' : 'node');
  for (const path of [
    node,
    join(resources, 'app.asar'),
    join(unpacked, 'dist', 'engine.mjs'),
    join(unpacked, 'dist', 'host.mjs'),
  ])
    expect(existsSync(path), path).toBe(true);

  const files = readdirSync(unpacked, { recursive: true, encoding: 'utf8' }).map((name) =>
    name.replaceAll('\\', '/'),
  );
  const runtimes = files.map(
    (name) => /^node_modules\/onnxruntime-node\/bin\/[^/]+\/(\w+\/\w+)$/.exec(name)?.[1],
  );
  expect([...new Set(runtimes.filter(Boolean))]).toEqual([`${process.platform}/${process.arch}`]);
  expect(files.filter((name) => /^node_modules\/node-(linux|win|bin)-/.test(name))).toEqual([]);
  expect(files.filter((name) => name.endsWith('.map'))).toEqual([]);
  const dist = files.filter((name) => /^dist\/.*\.mjs$/.test(name));
  expect(dist).not.toContain('dist/cli.mjs');
  for (const name of dist) {
    const text = readFileSync(join(unpacked, name), 'utf8');
    for (const [, path] of text.matchAll(/(?:from|import)\s*\(?["'](\.[^"']+\.mjs)["']/g))
      expect(existsSync(join(unpacked, name, '..', path!)), `${path} for ${name}`).toBe(true);
  }
  for (const name of ['electron', 'react', 'fabric', 'vite', 'typescript', 'playwright'])
    expect(existsSync(join(unpacked, 'node_modules', name)), name).toBe(false);
});

test('its fuses are blown', async () => {
  const wire = await getCurrentFuseWire(packed.binary);
  const state = (fuse: FuseV1Options) => wire[fuse] as number;
  for (const fuse of [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
  ])
    expect(state(fuse), FuseV1Options[fuse]).toBe(off);
  for (const fuse of [
    FuseV1Options.EnableCookieEncryption,
    FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    FuseV1Options.OnlyLoadAppFromAsar,
  ])
    expect(state(fuse), FuseV1Options[fuse]).toBe(on);
});

interface Started {
  browser: Browser;
  page: Page;
  process: ChildProcess;
  /** All that it has printed. */
  printed(): string;
}

let child: ChildProcess | undefined;
test.afterEach(() => {
  child?.kill('SIGKILL'); // none outlives a test that failed
  child = undefined;
});

/**
 * Our page, its document in place. Its address alone would not say so: while the window opens, the page has it
 * already, but still its first, empty document. Who attaches then is not told of the document that comes next, and
 * Playwright waits for that in vain.
 */
const shown = expect.objectContaining({
  type: 'page',
  url: 'vitrail://studio/',
  title: 'Vitrail',
}) as unknown;

/** What a debugger could attach to. Asking attaches to nothing. */
async function targets(address: string): Promise<unknown> {
  const response = await fetch(new URL('/json/list', address.replace(/^ws/, 'http')));
  return response.json();
}

/** Starts the program and attaches to its page: with the inspect fuse off, main itself can't be driven. */
async function start(data: string, variables: Record<string, string>, more: string[] = []): Promise<Started> {
  const { launcher } = await testTools();
  const words = [
    ...launcher,
    packed.binary,
    ...switches,
    '--remote-debugging-port=0',
    `--user-data-dir=${data}`,
    ...more,
  ];
  const started = spawn(words[0]!, words.slice(1), {
    env: { ...environment(data), ...variables },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child = started;
  let printed = '';
  started.stderr.on('data', (text: Buffer) => (printed += text.toString()));
  started.once('error', (error) => (printed += String(error)));
  started.once('exit', (code, signal) => (printed += `It ended with ${signal ?? code}.`));
  const listening = /DevTools listening on (ws:\S+)\n/;
  await expect.poll(() => printed).toMatch(listening);
  const address = listening.exec(printed)![1]!;
  await expect.poll(() => targets(address)).toContainEqual(shown);
  const browser = await chromium.connectOverCDP(address, { noDefaults: true });
  const pages = browser.contexts().flatMap((context) => context.pages());
  const page = pages.find((found) => found.url() === 'vitrail://studio/')!;
  await ready(page);
  return { browser, page, process: started, printed: () => printed };
}

test('starts, edits a photo in a sandbox, and follows no variable or switch of ours', async ({ folder }) => {
  // Each of these would bring other code in, were it followed.
  const trap = join(folder, 'trap.cjs');
  const caught = join(folder, 'caught');
  writeFileSync(trap, `require('fs').writeFileSync(${JSON.stringify(caught)}, 'ran')`);
  const started = await start(
    folder,
    {
      VITRAIL_DEV_URL: 'http://127.0.0.1:9/',
      VITRAIL_NODE: '/bin/false',
      VITRAIL_DATA: join(folder, 'elsewhere'),
      NODE_OPTIONS: `--require ${trap}`,
      ELECTRON_RUN_AS_NODE: '1',
    },
    ['--inspect=0', '-r', trap],
  );
  const { page } = started;
  if (process.platform === 'linux') {
    const renderer = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .find((pid) => {
        const file = `/proc/${pid}/cmdline`;
        const words = existsSync(file) ? readFileSync(file, 'utf8') : '';
        return words.startsWith(packed.binary) && words.includes('--type=renderer');
      });
    expect(readFileSync(`/proc/${renderer}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m);
  }
  await removeAndUndo(page);
  const picture = await page.evaluate(async () => {
    const project = await window.studio.project.current();
    if (!project.ok || !project.value) throw new Error('no project');
    const made = await window.studio.exports.image({ canvas: project.value.canvases[0]!.id, format: 'png' });
    if (!made.ok) throw new Error(made.error.message);
    const response = await fetch(window.studio.mediaUrl(made.value.hash));
    return [...new Uint8Array(await response.arrayBuffer())];
  });
  expect(pngSize(Buffer.from(picture))).toEqual({ width: 600, height: 400 });
  expect(existsSync(caught)).toBe(false);
  expect(existsSync(join(folder, 'elsewhere'))).toBe(false);
  expect(started.printed()).not.toContain('Debugger listening');

  const { engine, hosts } = processesOf(folder);
  expect(engine).toHaveLength(1);
  const ended = new Promise((resolve) => started.process.once('exit', resolve));
  started.process.kill('SIGTERM');
  await ended;
  await started.browser.close();
  await expect.poll(() => [...engine, ...hosts].filter(isRunning)).toEqual([]);
});
