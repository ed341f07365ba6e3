import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openerFor } from '../../../src-main/server/opener.ts';
import { sweepUploads } from '../../../src-main/server/upload.ts';
import { openPage, startServer } from './fixture.ts';

const path = process.env.PATH;
const folders: string[] = [];
afterEach(async () => {
  process.env.PATH = path;
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});
const folder = async () => {
  const made = await mkdtemp(join(tmpdir(), 'vitrail-test-'));
  folders.push(made);
  return made;
};

test('closing ends pages and the port, and removes the redirect file', async () => {
  const server = await startServer();
  const page = await openPage(server);
  await server.stop();
  await page.closed;
  expect(existsSync(server.file)).toBe(false);
  await expect(fetch(server.url)).rejects.toThrow();
});

test('a port of the user’s choice that is taken is an error', async () => {
  const server = await startServer();
  await expect(startServer({ port: server.port })).rejects.toThrow(/EADDRINUSE/);
  await server.stop();
});

test('the browser is opened on the file, never with the secret', async () => {
  const bin = await folder();
  const said = join(bin, 'said');
  await writeFile(
    join(bin, 'xdg-open'),
    `#!/bin/sh\necho "$@" > "${said}.part" && mv "${said}.part" "${said}"\n`,
  );
  await chmod(join(bin, 'xdg-open'), 0o755);
  process.env.PATH = bin + delimiter + path;
  const server = await startServer({ open: true });
  expect(server.opened).toBe(true);
  while (!existsSync(said)) await new Promise((resolve) => setTimeout(resolve, 20));
  const args = await readFile(said, 'utf8');
  expect(args.trim()).toBe(server.file);
  expect(args).not.toContain(server.secret);
  await server.stop();
});

test('where no browser can be opened the server says so and runs', async () => {
  process.env.PATH = await folder();
  const server = await startServer({ open: true });
  expect(server.opened).toBe(false);
  expect((await fetch(server.url)).status).toBe(200);
  await server.stop();
});

test('each system has its opener, and none gets more than the path', () => {
  for (const platform of ['linux', 'darwin', 'win32'] as const)
    expect(openerFor(platform, '/tmp/x/open.html')[1]).toContain('/tmp/x/open.html');
});

test('uploads of a killed server are removed after a day', async () => {
  const incoming = await folder();
  for (const name of ['upload-old', 'upload-new', 'other']) await mkdir(join(incoming, name));
  const old = Date.now() / 1000 - 90_000;
  for (const name of ['upload-old', 'other']) await utimes(join(incoming, name), old, old);
  await sweepUploads(incoming);
  expect(['upload-old', 'upload-new', 'other'].map((name) => existsSync(join(incoming, name)))).toEqual([
    false,
    true,
    true,
  ]);
});
