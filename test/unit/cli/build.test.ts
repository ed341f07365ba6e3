/** The build: one at a time, also after one that was killed, and by whatever name its folder is called. */
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vitrail-build-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ended = (argv: string[]) =>
  new Promise<{ code: number | null; said: string }>((resolve) => {
    const child = spawn(process.execPath, argv);
    let said = '';
    child.stderr.on('data', (text) => (said += text));
    child.on('close', (code) => resolve({ code, said }));
  });

test('of many that find a killed build’s lock, one works at a time', async () => {
  const lock = join(folder, 'build.lock');
  const gone = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => gone.once('exit', resolve));
  mkdirSync(lock);
  writeFileSync(join(lock, 'pid'), String(gone.pid));
  const script = join(folder, 'worker.mjs');
  // Each makes a folder that must not be there, and appends a line.
  writeFileSync(
    script,
    `import { withLock } from ${JSON.stringify(pathToFileURL(join(root, 'build.mjs')).href)};
     import { appendFileSync, mkdirSync, rmdirSync } from 'node:fs';
     await withLock(async () => {
       mkdirSync(${JSON.stringify(join(folder, 'busy'))});
       await new Promise((resolve) => setTimeout(resolve, 20));
       appendFileSync(${JSON.stringify(join(folder, 'done'))}, 'x');
       rmdirSync(${JSON.stringify(join(folder, 'busy'))});
     }, ${JSON.stringify(lock)});`,
  );
  const all = await Promise.all(Array.from({ length: 8 }, () => ended([script])));
  expect(all).toEqual(all.map(() => ({ code: 0, said: '' })));
  expect(readFileSync(join(folder, 'done'), 'utf8')).toBe('x'.repeat(8));
  expect(readdirSync(folder).filter((name) => name.startsWith('build.lock'))).toEqual([]);
});

test('builds when it is called through a link', async () => {
  // A checkout without sources: that it tries to build, and fails, is enough.
  const checkout = join(folder, 'checkout');
  mkdirSync(checkout);
  writeFileSync(join(checkout, 'build.mjs'), readFileSync(join(root, 'build.mjs')));
  symlinkSync(checkout, join(folder, 'link'), process.platform === 'win32' ? 'junction' : 'dir');
  const { code, said } = await ended([join(folder, 'link', 'build.mjs')]);
  expect(said).toContain('Building Vitrail');
  expect(code).toBe(1);
  expect(existsSync(join(checkout, 'dist'))).toBe(false);
});
