/**
 * How the main states look, against pictures of them a quarter as large (`visual/`): what moved, vanished or changed its
 * colour is found; how one machine draws its letters is not. `npm run pictures` takes them anew.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, pixels, test, type Pixels } from './studio.ts';
import { root, sample } from './server.ts';

const folder = join(root, 'test', 'e2e', 'visual');
const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
];
const schemes = ['light', 'dark'] as const;
const smaller = 4;
/** A colour that is further off than this (of 255) is another one; this share of all pixels may be. */
const tolerance = 36;
const share = 0.012;

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** The share of pixels with a clearly different colour, 0..1. */
function changed(a: Pixels, b: Pixels): number {
  let differ = 0;
  for (let i = 0; i < a.data.length; i += 4)
    if ([0, 1, 2].some((c) => Math.abs(a.data[i + c]! - b.data[i + c]!) > tolerance)) differ++;
  return differ / (a.width * a.height);
}

test('the main states look as they did', async ({ studio, page }, info) => {
  const renew = ['all', 'changed'].includes(info.config.updateSnapshots);
  if (renew) mkdirSync(folder, { recursive: true });

  /** Every size and scheme of what is on screen. */
  const look = async (state: string) => {
    for (const size of sizes)
      for (const colorScheme of schemes) {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
        const fit = page.getByRole('button', { name: 'Fit to window' });
        if ((await fit.count()) && (await page.getByRole('dialog').count()) === 0) await fit.click();
        await page.mouse.move(0, 0);
        const name = `${state}-${size.width}-${colorScheme}.webp`;
        const take = async () =>
          sharp(await page.screenshot({ animations: 'disabled', caret: 'hide' }))
            .resize(size.width / smaller, size.height / smaller, { kernel: 'cubic' })
            .webp({ quality: 90, effort: 6 })
            .toBuffer();
        if (renew) {
          let last = await take();
          await expect
            .poll(async () => {
              const before = last;
              last = await take();
              return before.equals(last);
            })
            .toBe(true); // pictures have come and nothing moves
          await sharp(last).toFile(join(folder, name));
          continue;
        }
        expect(existsSync(join(folder, name)), `${name} is there (npm run pictures)`).toBe(true);
        const wanted = await pixels(join(folder, name));
        let shot: Buffer = Buffer.alloc(0);
        await expect
          .soft(async () => {
            shot = await take();
            expect(changed(await pixels(shot), wanted)).toBeLessThan(share);
          }, name)
          .toPass({ timeout: 10_000 });
        await info.attach(name, { body: shot, contentType: 'image/webp' });
      }
  };

  await look('empty');
  await studio.choose(sample('coffee.jpg'), sample('chelsea.jpg'));
  await expect(page.getByRole('button', { name: 'Show chelsea' })).toBeVisible();
  await page.getByRole('button', { name: 'Show coffee' }).click();
  await expect(page.getByRole('application', { name: 'Canvas: coffee' })).toBeVisible();
  await look('photo');
  await page.setViewportSize(sizes[0]!);
  await studio.point({ width: 600, height: 400 }, 0.605, 0.7);
  await expect(studio.selection.getByText(/% of the picture/)).toBeVisible();
  await look('selection');
  await studio.say('make it black and white');
  await expect(studio.plan('Black and white').getByText('Done')).toBeVisible();
  await look('card');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Command palette' })).toBeFocused();
  await look('palette');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+,');
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await look('settings');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeHidden();
  await page.getByRole('banner').getByRole('button', { name: 'All photos' }).click();
  await expect(page.getByRole('listbox', { name: 'All photos' })).toBeVisible();
  await look('sheet');
});
