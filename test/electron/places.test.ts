/** Masks dropped on a real window, and a data folder chosen with the system's dialog. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright/test';
import sharp from 'sharp';
import { root } from '../setup/tools.mjs';
import { expect, launch, openFolder, test, type Desktop } from './fixture.ts';

/** Drops a file of the machine on a part of the page, as a file manager does. */
async function dropOn({ page }: Desktop, target: Locator, file: string) {
  const session = await page.context().newCDPSession(page);
  const box = (await target.boundingBox())!;
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  await session.detach();
}

async function square(file: string, width: number, height: number) {
  const white = await sharp({ create: { width: width / 2, height, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  await sharp({ create: { width, height, channels: 3, background: '#000' } })
    .composite([{ input: white, left: 0, top: 0 }])
    .png()
    .toFile(file);
  return file;
}

test('a mask dropped on the list of regions is selected; elsewhere it is a photo', async ({
  fresh,
  folder,
}) => {
  const { page } = fresh;
  await page.getByRole('button', { name: /Coffee/ }).click();
  await expect(page.getByRole('application', { name: 'Canvas: coffee' })).toBeVisible();
  await page.getByRole('button', { name: 'Regions', exact: true }).click();
  const panel = page.getByText('Select something', { exact: false }).first();
  await expect(panel).toBeVisible();
  const selection = page.getByRole('toolbar', { name: 'Selection', exact: true });

  await dropOn(fresh, panel, await square(join(folder, 'half.png'), 600, 400));
  await expect(selection.getByText('50 % of the picture')).toBeVisible();
  await dropOn(fresh, panel, await square(join(folder, 'other.png'), 100, 100));
  await expect(page.getByRole('alert').first()).toContainText('100 × 100 pixels, the picture 600 × 400');
  await expect(selection.getByText('50 % of the picture')).toBeVisible();

  const strip = page.getByRole('button', { name: /^Show / });
  await expect(strip).toHaveCount(1);
  await dropOn(fresh, page.getByRole('application'), join(folder, 'other.png'));
  await expect(page.getByRole('button', { name: 'Show other' })).toBeVisible();
});

test('a data folder is chosen with the system’s dialog, and used from the next start on', async () => {
  const [home, other] = [openFolder(), openFolder()];
  const desktop = await launch({ data: home });
  const answer = (filePaths: string[]) =>
    desktop.app.evaluate(({ dialog }, paths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: !paths.length, filePaths: paths });
    }, filePaths);
  const { page } = desktop;
  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Data folder', { exact: true }).click();
  const change = dialog.getByRole('button', { name: 'Choose another folder…' });

  await answer([]);
  await change.click();
  await expect(change).toBeEnabled();
  await answer([join(root, 'no', 'rights')]);
  await change.click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(dialog.getByText(/From the next start/)).toHaveCount(0);

  await answer([other]);
  await change.click();
  await expect(dialog.getByText(`From the next start: ${other}`)).toBeVisible();
  await desktop.close();

  const again = await launch({ data: home });
  await again.page.getByRole('button', { name: /Coffee/ }).click();
  await expect(again.page.getByRole('application', { name: 'Canvas: coffee' })).toBeVisible();
  await again.page.keyboard.press('Control+,');
  await again.page.getByRole('dialog').getByText('Data folder', { exact: true }).click();
  await expect(again.page.getByRole('dialog').getByText(other, { exact: true })).toBeVisible();
  expect(existsSync(join(other, 'library.json'))).toBe(true);
  expect(readFileSync(join(other, 'library.json'), 'utf8')).toContain('coffee');
  await again.close();
  for (const path of [home, other]) rmSync(path, { recursive: true, force: true });
});
