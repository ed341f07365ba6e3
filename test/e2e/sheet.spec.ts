/** The sheet of all photos: found, sorted, moved, renamed, removed, changed together. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { accessible } from './axe.ts';
import { expect, test, type StudioPage } from './studio.ts';
import { sample } from './server.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const open = async (studio: StudioPage) => {
  const { page } = studio;
  await studio.choose(...['coffee.jpg', 'astronaut.jpg', 'chelsea.jpg'].map(sample));
  await expect(page.getByRole('button', { name: 'Show chelsea' })).toBeVisible();
  await studio.stage.focus();
  await page.keyboard.press('g');
  const photos = page.getByRole('listbox', { name: 'All photos' });
  await expect(photos).toBeFocused();
  return photos;
};

test('photos are found by name, day and colour, sorted, moved, renamed and removed', async ({
  studio,
  page,
}) => {
  const photos = await open(studio);
  const names = () =>
    photos
      .getByRole('option')
      .evaluateAll((all) => all.map((o) => o.querySelector('[data-name]')!.textContent));
  const expectNames = (...wanted: string[]) => expect.poll(names).toEqual(wanted);
  const search = page.getByRole('textbox', { name: 'Search by name, date or colour' });
  await expectNames('coffee', 'astronaut', 'chelsea');

  await test.step('search', async () => {
    await search.fill('chel');
    await expectNames('chelsea');
    await search.fill('today');
    await expectNames('coffee', 'astronaut', 'chelsea');
    await search.fill('orange'); // her suit
    await expect.poll(names).toContain('astronaut');
    await search.fill('1999');
    await expect(page.getByText('No photo fits.')).toBeVisible();
    await page.getByRole('button', { name: 'Clear the search' }).click();
    const byColour = page.getByRole('button', { name: 'Find by colour' });
    await byColour.click();
    await page.keyboard.press('Escape'); // before the focus has moved into it
    await expect(page.getByRole('button', { name: 'teal' })).toBeHidden();
    await expectNames('coffee', 'astronaut', 'chelsea');
    await byColour.click();
    await page.getByRole('button', { name: 'teal' }).click();
    await expect(page.getByText('No photo fits.')).toBeVisible();
    await page.getByRole('button', { name: 'Clear the search' }).click();
    await expectNames('coffee', 'astronaut', 'chelsea');
  });

  await test.step('sort', async () => {
    await page.getByRole('combobox', { name: 'Sort by' }).selectOption({ label: 'Name' });
    await expectNames('astronaut', 'chelsea', 'coffee');
    await page.getByRole('combobox', { name: 'Sort by' }).selectOption({ label: 'My order' });
  });

  await test.step('by drag and by keyboard', async () => {
    const tile = (name: string) => photos.getByRole('option', { name: new RegExp(`^${name}`) });
    await tile('chelsea').dragTo(tile('coffee'), { targetPosition: { x: 8, y: 40 } });
    await expectNames('chelsea', 'coffee', 'astronaut');
    await studio.undo();
    await expectNames('coffee', 'astronaut', 'chelsea');
    await tile('coffee').click();
    await page.keyboard.press('Alt+ArrowRight');
    await expectNames('astronaut', 'coffee', 'chelsea');
    await studio.undo();
  });

  await test.step('a photo dragged into the chat is written there by its name', async () => {
    await photos.getByRole('option', { name: /^chelsea/ }).dragTo(studio.message);
    await expect(studio.message).toHaveValue(/chelsea/);
    await studio.message.fill('');
  });

  await test.step('rename', async () => {
    await photos.getByRole('option', { name: /^astronaut/ }).click();
    await page.keyboard.press('F2');
    await page.getByRole('textbox', { name: 'New name of astronaut' }).fill('Eileen');
    await page.keyboard.press('Enter');
    await expectNames('coffee', 'Eileen', 'chelsea');
    await expect(photos).toBeFocused();
  });

  await test.step('remove two, and have them back', async () => {
    await photos.getByRole('option', { name: /^coffee/ }).click();
    await photos.getByRole('option', { name: /^Eileen/ }).click({ modifiers: ['Shift'] });
    await expect(page.getByText('2 selected')).toBeVisible();
    await page.keyboard.press('Delete');
    await expectNames('chelsea');
    await studio.undo();
    await expectNames('coffee', 'Eileen', 'chelsea');
  });

  await test.step('Enter opens', async () => {
    await photos.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('application', { name: 'Canvas: coffee' })).toBeVisible();
  });
});

test('what is said while the sheet shows is for the photos that the message box names', async ({
  studio,
  page,
}) => {
  const photos = await open(studio);
  const composer = studio.message.locator('xpath=ancestor::*[@data-composer]');
  const named = (text: string) => expect(composer.locator('[data-target]')).toHaveText(text);
  const undoes = (label: string) =>
    expect(page.getByRole('banner').getByRole('button', { name: /^Undo/ })).toHaveAccessibleName(label);
  const tile = (name: string) => photos.getByRole('option', { name: new RegExp(`^${name}`) });
  const card = (title: string) => studio.plan(title);
  const rows = (title: string) =>
    card(title).getByRole('list', { name: 'Photos of this plan' }).getByRole('listitem');

  await test.step('without a choice it is the open one, and says so', async () => {
    await named('For chelsea');
    await tile('coffee').click();
    await named('For coffee');
    await page.keyboard.press('Escape');
    await named('For chelsea');
  });

  await test.step('several: a card with a row for each, one step of the history', async () => {
    await photos.focus();
    await page.keyboard.press('Control+a');
    await named('For 3 photos');
    await studio.say('gibberish of the third kind');
    await expect(page.getByText(/I don.t understand “gibberish/)).toBeVisible();
    await page.getByRole('button', { name: 'Say what should happen…' }).click();
    await expect(studio.message).toBeFocused();
    await studio.say('make it warmer');
    await expect(rows('Adjust for 3 photos')).toHaveText([
      /coffee.*Done/,
      /astronaut.*Done/,
      /chelsea.*Done/,
    ]);
    await expect(
      page.getByRole('article').filter({ hasText: 'make it warmer' }).getByText('3 photos'),
    ).toBeVisible();
    await undoes('Undo: Adjust: 3 photos');
    await accessible(page, 'a card for several photos');
    await page.getByRole('button', { name: /^Activity/ }).click();
    await expect(page.getByText(/^Done · 3 of 3 · /)).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('one that isn’t open is changed alone', async () => {
    await tile('coffee').click();
    await named('For coffee');
    await studio.say('black and white');
    await expect(studio.plan('Black and white').getByText('Done')).toBeVisible();
    await tile('coffee').dblclick();
    await expect(page.getByRole('button', { name: /^Version \d/ })).toHaveCount(3);
    await page.getByRole('button', { name: 'Show chelsea', exact: true }).click();
    await expect(page.getByRole('button', { name: /^Version \d/ })).toHaveCount(2);
    await studio.undo();
    await undoes('Undo: Adjust: 3 photos');
    await studio.undo();
    await undoes('Undo: Import chelsea');
    await expect(rows('Adjust for 3 photos')).toHaveText([/Taken back/, /Taken back/, /Taken back/]);
    await page.getByRole('button', { name: /^Redo/ }).click();
    await expect(rows('Adjust for 3 photos')).toHaveText([/Done/, /Done/, /Done/]);
  });

  await test.step('what failed says why, and is tried again where it can work by now', async () => {
    await page.getByRole('button', { name: 'Show coffee', exact: true }).click();
    await studio.point({ width: 600, height: 400 }, 0.605, 0.7);
    await expect(studio.selection.getByText(/% of the picture/)).toBeVisible();
    await page.keyboard.press('g');
    await expect(photos).toBeFocused();
    await page.keyboard.press('Control+a');
    await expect(composer.getByText('this: selected in 1 of 3')).toBeVisible();
    await studio.say('remove this');
    const removed = rows('Remove for 3 photos');
    await expect(removed).toHaveText([/coffee.*Done/, /astronaut.*Did not work/, /chelsea.*Did not work/]);
    await card('Remove for 3 photos').getByRole('button', { name: 'Open chelsea' }).click();
    await studio.point({ width: 451, height: 300 }, 0.5, 0.4);
    await expect(studio.selection.getByText(/% of the picture/)).toBeVisible();
    await card('Remove for 3 photos').getByRole('button', { name: 'Try again on 2 photos' }).click();
    await expect(removed).toHaveText([/coffee.*Done/, /astronaut.*Did not work/, /chelsea.*Done/]);
    await undoes('Undo: Remove: chelsea');
    await card('Remove for 3 photos').getByRole('button', { name: 'Show chelsea as it was before' }).click();
    await undoes('Undo: Show Adjust');
  });

  await test.step('a plan from a card goes to other photos', async () => {
    await card('Remove for 3 photos').getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Apply to other photos…' }).click();
    await expect(page.getByText('Choose the photos for “Remove”')).toBeVisible();
    await tile('astronaut').click();
    await page.getByRole('button', { name: 'Apply to 1 photo' }).click();
    await expect(page.getByText(/This needs to know where/)).toBeVisible();
  });

  await test.step('its arguments are changed as on any card, and it runs again on all of them', async () => {
    const warmer = card('Adjust for 3 photos');
    await warmer.getByRole('button', { name: 'Change', exact: true }).click();
    const warmth = warmer.getByRole('slider', { name: 'Warmth' });
    const was = await warmth.getAttribute('aria-valuenow');
    await warmth.press('End');
    await expect(warmth).not.toHaveAttribute('aria-valuenow', was!);
    await warmer.getByRole('button', { name: 'Reset' }).click();
    await expect(warmth).toHaveAttribute('aria-valuenow', was!);
    await warmth.press('End');
    await accessible(page, 'a card for several photos that is changed');
    await warmer.getByRole('button', { name: 'Run again' }).click();
    await expect(warmer.getByRole('button', { name: 'Run again' })).toBeHidden();
    await expect(rows('Adjust for 3 photos')).toHaveText([/Done/, /Done/, /Done/]);
    await expect(warmth).toHaveAttribute('aria-valuenow', '1');
    await undoes('Undo: Adjust: 3 photos');
  });
});

test('of many photos only those near the window are there; keys, choice and dates reach all of them', async ({
  studio,
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'vitrail-sheet-'));
  const COUNT = 60;
  const files = await Promise.all(
    Array.from({ length: COUNT }, async (_, i) => {
      const background = { r: (i * 37) % 256, g: (i * 91) % 256, b: (i * 53) % 256 };
      const picture = sharp({ create: { width: 12, height: 9, channels: 3, background } }).jpeg();
      if (i === 41) picture.withExif({ IFD2: { DateTimeOriginal: '1999:07:04 12:00:00' } });
      const file = join(folder, `p${String(i).padStart(2, '0')}.jpg`);
      await picture.toFile(file);
      return file;
    }),
  );
  await studio.choose(...files);
  await expect(page.getByRole('button', { name: 'Show p59' })).toBeVisible();
  rmSync(folder, { recursive: true });
  await studio.stage.focus();
  await page.keyboard.press('g');
  const photos = page.getByRole('listbox', { name: 'All photos' });
  await expect(photos).toBeFocused();
  const current = () =>
    photos.evaluate(
      (box) =>
        document.getElementById(box.getAttribute('aria-activedescendant')!)?.querySelector('[data-name]')
          ?.textContent,
    );
  const there = () => photos.getByRole('option').count();

  await expect(photos.getByRole('option').first()).toHaveAttribute('aria-setsize', String(COUNT));
  expect(await there()).toBeLessThan(COUNT);
  await page.keyboard.press('End');
  await expect.poll(current).toBe('p59');
  await expect(photos.getByRole('option', { name: /^p59/ })).toBeInViewport();
  await expect(photos.getByRole('option', { name: /^p00/ })).toHaveCount(0);
  await expect(photos.getByRole('option', { name: /^p59/ })).toHaveAttribute('aria-posinset', String(COUNT));
  await page.keyboard.press('Shift+Home');
  await expect(page.getByText(`${COUNT} selected`)).toBeVisible();
  await expect(photos.getByRole('option', { name: /^p00/ })).toBeInViewport();
  expect(await there()).toBeLessThan(COUNT);
  await accessible(page, 'the sheet of many photos');

  // What the keyboard is on stays, however far one scrolls.
  await page.keyboard.press('Home');
  await photos.hover();
  await page.mouse.wheel(0, 100_000);
  await expect(photos.getByRole('option', { name: /^p59/ })).toBeInViewport();
  expect(await current()).toBe('p00');
  await page.keyboard.press('ArrowRight');
  await expect(photos.getByRole('option', { name: /^p01/ })).toBeInViewport();

  // By the day it was taken, not the day it came.
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption({ label: 'Oldest first' });
  await expect(photos.getByRole('option').first()).toHaveText(/p41.*1999/);
  await page.getByRole('textbox', { name: 'Search by name, date or colour' }).fill('july 1999');
  await expect(photos.getByRole('option')).toHaveText([/p41/]);
});
