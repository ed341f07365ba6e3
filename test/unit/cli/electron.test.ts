/** How a window's end becomes the terminal's. Node stands for Electron: both run the folder that they are given. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exitOf, noWindow, runElectron } from '../../../src-main/cli/electron.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrail-window-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const program = (text: string) => writeFile(join(folder, 'index.js'), text);

test.each([
  [{ code: 0, started: true }, false, 0],
  [{ code: 7, started: true }, false, 5],
  [{ code: null, started: true }, false, 5],
  [{ code: 7, started: false }, false, null],
  [{ code: null, started: true }, true, 0],
])('%j, asked to end: %j, is %j', (end, stopped, code) => {
  expect(exitOf(end, stopped)).toBe(code);
});

test('an Electron that ends badly at once had no window; one that ends well had', async () => {
  const { signal } = new AbortController();
  await program('process.exit(7)');
  expect(await runElectron(process.execPath, folder, [], { signal })).toEqual({ code: 7, started: false });
  await program('');
  expect(await runElectron(process.execPath, folder, [], { signal })).toEqual({ code: 0, started: true });
  expect(await runElectron(join(folder, 'none'), folder, [], { signal })).toEqual({
    code: null,
    started: false,
  });
});

test('Ctrl-C ends the window', async () => {
  const controller = new AbortController();
  await program('setInterval(() => {}, 1000)');
  const end = runElectron(process.execPath, folder, [], { signal: controller.signal });
  controller.abort();
  expect(exitOf(await end, true)).toBe(0);
});

test('no window without a screen, or as root', () => {
  expect(noWindow({}, 'linux', 1000)).toMatch(/screen/);
  expect(noWindow({ DISPLAY: ':0' }, 'linux', 0)).toMatch(/root/);
  expect(noWindow({ DISPLAY: ':0' }, 'linux', 1000)).toBeNull();
  expect(noWindow({}, 'darwin', 501)).toBeNull();
});
