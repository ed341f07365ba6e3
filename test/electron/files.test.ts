/** Files from outside: dropped, pasted, given as arguments, handed over by a second start, dragged out. */
import { spawn } from 'node:child_process';
import { copyFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { root, testTools } from '../setup/tools.mjs';
import { environment, expect, launch, launcherFor, openFolder, switches, test } from './fixture.ts';

const sample = (name: string) => join(root, 'assets', 'samples', name);
const canvas = (page: Page, name: string) => page.getByRole('application', { name: `Canvas: ${name}` });

/** Drops files of the machine on the middle of the page, as a file manager does. */
async function drop(page: Page, files: string[]) {
  const session = await page.context().newCDPSession(page);
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const data = { items: [], files, dragOperationsMask: 1 };
  const at = { x: width / 3, y: height / 2, data };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at });
}

test('a dropped photo is read where it lies', async ({ fresh: { page }, folder }) => {
  const photo = join(folder, 'my cat.jpg');
  copyFileSync(sample('chelsea.jpg'), photo);
  await drop(page, [photo]);
  await expect(canvas(page, 'my cat')).toBeVisible();
  // The same bytes are in the store, and the page reads them by their hash.
  const shown = await page.evaluate(async () => {
    const answer = await window.studio.project.current();
    if (!answer.ok || !answer.value) return null;
    const response = await fetch(window.studio.mediaUrl(answer.value.canvases[0]!.source));
    return {
      type: response.headers.get('content-type'),
      bytes: [...new Uint8Array(await response.arrayBuffer())],
    };
  });
  expect(shown?.type).toBe('image/jpeg');
  expect(Buffer.from(shown!.bytes)).toEqual(readFileSync(photo));
});

test('several files at once, a broken one among them', async ({ fresh: { page }, folder }) => {
  const broken = join(folder, 'broken.jpg');
  writeFileSync(broken, 'not a picture');
  await drop(page, [sample('coffee.jpg'), broken, sample('astronaut.jpg')]);
  await expect(page.getByRole('button', { name: 'Show coffee' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Show astronaut' })).toBeVisible();
  await expect(page.getByRole('alert').first()).toContainText('broken.jpg');
});

test('a pasted picture has no path, so its bytes are taken', async ({ fresh: { page } }) => {
  const bytes = [...readFileSync(sample('chelsea.jpg'))];
  const answer = await page.evaluate(
    (data) =>
      window.studio.importFiles([new File([new Uint8Array(data)], 'pasted.jpg', { type: 'image/jpeg' })]),
    bytes,
  );
  expect(answer).toMatchObject({ ok: true });
  await expect(canvas(page, 'pasted')).toBeVisible();
});

test('a file given as an argument is opened, and one of a second start in the same window', async ({
  folder,
}) => {
  const desktop = await launch({ data: folder, files: [sample('coffee.jpg')] });
  const { page, app } = desktop;
  await expect(canvas(page, 'coffee')).toBeVisible();

  const { electron } = await testTools();
  const home = openFolder();
  const second = spawn(
    await launcherFor(electron, home),
    [...switches, `--user-data-dir=${folder}`, root, 'assets/samples/chelsea.jpg'],
    { cwd: root, env: environment(home), stdio: 'ignore' },
  );
  const code = await new Promise((resolve) => second.once('exit', resolve));
  expect(code).toBe(0);
  await expect(canvas(page, 'chelsea')).toBeVisible();
  expect(app.windows()).toHaveLength(1);
  await desktop.close();
});

test('a project file given as an argument is opened', async ({ folder }) => {
  const first = await launch({ data: folder, files: [sample('coffee.jpg')] });
  await expect(canvas(first.page, 'coffee')).toBeVisible();
  await first.close();

  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /project\.vitrail$/.test(name),
  );
  expect(found).toHaveLength(1);
  const project = join(folder, found[0]!);
  const second = await launch({ data: folder, files: [project] });
  await expect(canvas(second.page, 'coffee')).toBeVisible();
  await second.close();
});

test('a file is dragged out under the name it should have', async ({ fresh: { app, page } }) => {
  await page.getByRole('button', { name: /Coffee/ }).click();
  await expect(canvas(page, 'coffee')).toBeVisible();
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]!.webContents.startDrag = (item) => {
      const size = typeof item.icon === 'string' ? null : item.icon.getSize();
      (globalThis as unknown as { dragged: unknown }).dragged = { file: item.file, size };
    };
  });
  const answer = await page.evaluate(async () => {
    const current = await window.studio.project.current();
    if (!current.ok || !current.value) throw new Error('no project');
    return window.studio.shell.dragOut({ hash: current.value.canvases[0]!.source, name: '../My coffee.jpg' });
  });
  expect(answer).toMatchObject({ ok: true });
  const dragged = await app.evaluate(
    () => (globalThis as unknown as { dragged: { file: string; size: unknown } }).dragged,
  );
  expect(dragged.size).toEqual({ width: 64, height: 64 });
  expect(dragged.file).toMatch(/My coffee\.jpg$/);
  expect(readFileSync(dragged.file)).toEqual(readFileSync(sample('coffee.jpg')));
});
