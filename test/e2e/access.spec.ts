/** Every main state of the page, read by axe-core, in both schemes. */
import { accessible } from './axe.ts';
import { expect, test } from './studio.ts';
import { sample } from './server.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const colorScheme of ['light', 'dark'] as const)
  test(`no state shuts anybody out (${colorScheme})`, async ({ studio, page }) => {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    const check = (state: string) => accessible(page, state);
    await check('empty');

    await studio.choose(sample('coffee.jpg'), sample('chelsea.jpg'));
    await expect(page.getByRole('button', { name: 'Show chelsea' })).toBeVisible();
    await page.getByRole('button', { name: 'Show coffee' }).click();
    await expect(page.getByRole('application', { name: 'Canvas: coffee' })).toBeVisible();
    await check('photo');

    await studio.point({ width: 600, height: 400 }, 0.605, 0.7);
    await expect(studio.selection.getByText(/% of the picture/)).toBeVisible();
    await check('selection');

    await studio.say('remove this');
    await expect(studio.plan('Remove').getByText('Done')).toBeVisible();
    await studio.say('put a lighthouse here');
    await expect(page.getByText('These packs could do it')).toBeVisible();
    await check('plan cards');

    for (const panel of ['Layers', 'Regions', 'History']) {
      await page.getByRole('banner').getByRole('button', { name: panel, exact: true }).click();
      await expect(page.getByRole('tabpanel', { name: panel })).toBeVisible();
      await check(`panel ${panel}`);
    }
    await page.getByRole('button', { name: 'Close the panel' }).click();

    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await check('export menu');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /project menu/ }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await check('project menu');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: /^Activity/ }).click();
    await expect(page.getByRole('heading', { name: 'Activity' })).toBeVisible();
    await check('activity');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Settings', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Settings' });
    for (const tab of await dialog.getByRole('tab').all()) {
      await tab.click();
      await expect(dialog.getByRole('tabpanel')).toBeVisible();
      await check(`settings, ${await tab.textContent()}`);
    }
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();

    await studio.stage.focus();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await check('shortcuts');
    await page.keyboard.press('Escape');

    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: 'Command palette' })).toBeFocused();
    await check('palette');
    await page.keyboard.type('blur');
    await check('palette with results');
    await page.keyboard.press('Escape');

    await page.getByRole('banner').getByRole('button', { name: 'All photos' }).click();
    const photos = page.getByRole('listbox', { name: 'All photos' });
    await expect(photos).toBeVisible();
    await check('sheet');
    await photos.getByRole('option').first().click();
    await expect(page.getByRole('region', { name: 'For the selected photos' })).toBeVisible();
    await check('sheet with a choice');
    await page.getByRole('button', { name: 'Find by colour' }).click();
    await expect(page.getByRole('button', { name: 'teal' })).toBeVisible();
    await check('sheet, colours');
  });
