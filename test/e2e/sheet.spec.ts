/** The sheet of all photos: found, sorted, moved, renamed, removed, changed together. */
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
    await page.getByRole('button', { name: 'Find by colour' }).click();
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

test('a plan on several photos: one job, a part for each, undone photo by photo', async ({
  studio,
  page,
}) => {
  const photos = await open(studio);
  await photos.getByRole('option').first().click();
  await page.keyboard.press('Control+a');
  await expect(page.getByText('3 selected')).toBeVisible();
  const say = page.getByRole('textbox', { name: /these 3 photos/ });
  await say.fill('gibberish of the third kind');
  await say.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await say.fill('make it warmer');
  await say.press('Enter');
  await expect(page.getByText('Adjust: 3 of 3 photos done.')).toBeVisible();
  await page.getByRole('button', { name: /^Activity/ }).click();
  await expect(page.getByText(/^Done · 3 of 3 · /)).toBeVisible();
  await page.keyboard.press('Escape');

  // From a plan's card: what was pointed at in one photo isn't known in the others, and they say so.
  await photos.getByRole('option', { name: /^coffee/ }).dblclick();
  await studio.point({ width: 600, height: 400 }, 0.605, 0.7);
  await expect(studio.selection.getByText(/% of the picture/)).toBeVisible();
  await studio.say('remove this');
  await expect(studio.plan('Remove').getByText('Done')).toBeVisible();
  await studio.plan('Remove').getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Apply to other photos…' }).click();
  await expect(page.getByText('Choose the photos for “Remove”')).toBeVisible();
  await photos.getByRole('option', { name: /^chelsea/ }).click();
  await page.getByRole('button', { name: 'Apply to 1 photo' }).click();
  await expect(page.getByText(/chelsea: This needs to know where/).first()).toBeVisible();

  const versions = async () =>
    (await page.getByRole('banner').getByRole('button', { name: /^Undo/ }).getAttribute('aria-label'))!;
  expect(await versions()).toBe('Undo: Remove');
  await studio.undo();
  await expect.poll(versions).toBe('Undo: Adjust');
});
