import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pngSize, removeAndUndo, shown } from './edit.ts';
import { expect, launch, test, type Desktop } from './fixture.ts';

/** The native dialog, answered. */
const saveAs = ({ app }: Desktop, path: string) =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: !filePath, filePath });
  }, path);

async function exportPng({ page }: Desktop) {
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: /^PNG/ }).click();
}

test('a photo, a click, “remove this”, undo, redo, export; and all of it is there the next day', async ({
  folder,
}) => {
  const desktop = await launch({ data: folder });
  await removeAndUndo(desktop.page);

  const out = join(folder, 'without.png');
  await saveAs(desktop, out);
  await exportPng(desktop);
  await expect.poll(() => existsSync(out)).toBe(true);
  expect(pngSize(readFileSync(out))).toEqual({ width: 600, height: 400 });
  const version = await shown(desktop.page);
  await desktop.close();

  const nextDay = await launch({ data: folder });
  const { page } = nextDay;
  await expect(page.getByRole('application', { name: 'Canvas: coffee' })).toBeVisible();
  expect(await shown(page)).toBe(version);
  await page.getByRole('banner').getByRole('button', { name: /^Undo/ }).click();
  await expect.poll(() => shown(page)).not.toBe(version);
  await nextDay.close();
});

test('changing one’s mind in the dialog saves nothing', async ({ fresh }) => {
  const { page } = fresh;
  await page.getByRole('button', { name: /Coffee/ }).click();
  await expect(page.getByRole('application', { name: 'Canvas: coffee' })).toBeVisible();
  await saveAs(fresh, '');
  const answer = await page.evaluate(async () => {
    const project = await window.studio.project.current();
    if (!project.ok || !project.value) throw new Error('no project');
    const made = await window.studio.exports.image({ canvas: project.value.canvases[0]!.id, format: 'jpeg' });
    return made.ok ? window.studio.shell.save(made.value) : made;
  });
  expect(answer).toEqual({ ok: true, value: { saved: false } });
});
