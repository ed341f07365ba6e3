/** What lies around canvas and chat: palette, keys, languages, settings, activity. */
import { expect, test } from './studio.ts';
import { sample } from './server.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('the palette finds anything, keeps what was used on top, and gives the focus back', async ({
  studio,
  page,
}) => {
  const palette = page.getByRole('combobox', { name: 'Command palette' });
  const options = page.getByRole('option');
  await studio.choose(sample('coffee.jpg'), sample('chelsea.jpg'));
  await expect(page.getByRole('application', { name: 'Canvas: chelsea' })).toBeVisible();

  await test.step('a photo', async () => {
    await studio.stage.focus();
    await page.keyboard.press('Control+k');
    await expect(palette).toBeFocused();
    await palette.fill('coffee');
    await expect(options.first()).toContainText('coffee');
    await page.keyboard.press('Enter');
    await expect(palette).toBeHidden();
    await expect(page.getByRole('application', { name: 'Canvas: coffee' })).toBeVisible();
  });

  await test.step('an edit that says enough runs, and is first the next time', async () => {
    await page.keyboard.press('Control+k');
    await palette.fill('blackwhite');
    await expect(options.first()).toContainText('Black and white');
    await page.keyboard.press('Enter');
    await expect(studio.plan('Black and white').getByText('Done')).toBeVisible();
    await page.keyboard.press('Control+k');
    await expect(options.first()).toContainText('Black and white');
    await page.keyboard.press('Escape');
  });

  await test.step('one that needs more is written into the chat', async () => {
    await page.keyboard.press('Control+k');
    await palette.fill('recolour');
    await page.keyboard.press('Enter');
    await expect(studio.message).toBeFocused();
    await expect(studio.message).toHaveValue('make this blue');
    await studio.message.fill('');
  });

  await test.step('a version', async () => {
    await page.keyboard.press('Control+k');
    await palette.fill('original');
    await page.getByRole('option', { name: /Version 1: Original/ }).click();
    await expect(page.getByRole('button', { name: /^Version 1/ })).toHaveAttribute('aria-pressed', 'true');
  });

  await test.step('Escape closes it and the focus is where it was; the arrows go round', async () => {
    await studio.stage.focus();
    await page.keyboard.press('Control+k');
    await page.keyboard.press('ArrowUp');
    await expect(options.last()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowDown');
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Escape');
    await expect(studio.stage).toBeFocused();
  });
});

test('keys are changed in the sheet, a conflict is said, and they outlast a reload', async ({
  studio,
  page,
}) => {
  await studio.choose(sample('coffee.jpg'));
  await expect(studio.stage).toBeVisible();
  const pressed = (name: string) =>
    expect(page.getByRole('button', { name, exact: true })).toHaveAttribute('aria-pressed', 'true');
  const open = async () => {
    await studio.stage.focus();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  };
  await open();
  await page.getByRole('textbox', { name: 'Search for an action or a key' }).fill('brush');
  const brush = page.getByRole('button', { name: /^Change the keys of Brush:/ });
  await brush.click();
  await page.keyboard.press('j');
  await expect(brush).toHaveAccessibleName('Change the keys of Brush: J');

  await test.step('a key of another action is only taken on purpose', async () => {
    await brush.click();
    await page.keyboard.press('v');
    await expect(page.getByRole('alert')).toContainText('V belongs to “Point at things”.');
    await page.getByRole('button', { name: 'Leave it there' }).click();
    await expect(brush).toHaveAccessibleName('Change the keys of Brush: J');
    await brush.click();
    await page.keyboard.press('v');
    await page.getByRole('button', { name: 'Use it here' }).click();
    await expect(brush).toHaveAccessibleName('Change the keys of Brush: V');
  });
  await test.step('keys of the system can’t be taken', async () => {
    await brush.click();
    await page.keyboard.press('Control+c');
    await expect(page.getByText('Ctrl+C belongs to the system or to writing.')).toBeVisible();
    await page.keyboard.press('Escape');
  });
  await page.keyboard.press('Escape');
  await studio.stage.focus();
  await page.keyboard.press('h');
  await pressed('Move the view');
  await page.keyboard.press('v');
  await pressed('Brush');

  await page.reload();
  await expect(studio.stage).toBeVisible();
  await studio.stage.focus();
  await page.keyboard.press('v');
  await pressed('Brush');
  await open();
  await page.getByRole('button', { name: 'Reset all' }).click();
  await expect(page.getByRole('button', { name: 'Reset all' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await studio.stage.focus();
  await page.keyboard.press('v');
  await pressed('Point at things');
});

test('settings: each one alone, another language at once, focus back at the end', async ({
  studio,
  page,
}) => {
  await studio.choose(sample('coffee.jpg'));
  await expect(studio.stage).toBeVisible();
  const button = page.getByRole('banner').getByRole('button', { name: 'Settings', exact: true });
  await button.click();
  const section = (name: string) => page.getByRole('tab', { name, exact: true }).click();

  await section('Plans');
  const confirms = page.getByRole('switch', { name: /Ask before running/ });
  await confirms.click({ force: true }); // its track lies over it
  await expect(confirms).toBeChecked();
  await section('Appearance');
  await page.getByText('Dark', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.getByText('Always reduced').click();
  await expect(page.locator('html')).toHaveAttribute('data-motion', 'reduced');
  await section('Plans'); // what was changed before is as it was
  await expect(confirms).toBeChecked();
  await section('Memory');
  await expect(page.getByText('No model is in memory now.')).toBeVisible();
  const slider = page.getByRole('slider', { name: 'The most memory for models' });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(page.getByText(/, 6 % of this machine/)).toBeVisible();
  await section('Data folder');
  await expect(page.getByText(/VITRAIL_DATA/)).toBeVisible();

  await section('Language');
  await page.getByText('Deutsch').click();
  await expect(page.getByRole('dialog', { name: 'Einstellungen' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('tabpanel', { name: 'Sprache' })).toBeVisible(); // where one was
  await page.keyboard.press('Escape');
  await expect(
    page.getByRole('banner').getByRole('button', { name: 'Einstellungen', exact: true }),
  ).toBeFocused();
  await expect(
    page
      .getByRole('button', { name: 'Exportieren' })
      .or(page.getByRole('button', { name: 'Export' }))
      .first(),
  ).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Nachricht' })).toBeVisible();
  await expect(page).toHaveTitle(/Vitrail/);

  await test.step('also to the menu that they were opened from', async () => {
    const menu = page.getByRole('banner').getByRole('button', { name: 'Vitrail: Projektmenü', exact: true });
    await menu.click();
    await page.getByRole('menuitem', { name: /^Einstellungen/ }).click();
    await expect(page.getByRole('dialog', { name: 'Einstellungen' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(menu).toBeFocused();
  });
  await page.reload();
  await expect(page.getByRole('application', { name: 'Leinwand: coffee' })).toBeVisible();
  await page.keyboard.press('Control+,');
  await page.getByRole('tab', { name: 'Sprache' }).click();
  await page.getByText('English').click();
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await button.click();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
});

test('the activity lists what ran and what went wrong, also after it was dismissed', async ({
  studio,
  page,
}) => {
  await studio.choose(sample('README.md'));
  await expect(page.getByRole('alert')).toContainText('README.md');
  await studio.choose(sample('coffee.jpg'));
  await expect(studio.stage).toBeVisible();
  // What works does not hide what didn't.
  await expect(page.getByRole('alert')).toContainText('README.md');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByRole('alert')).toBeHidden();

  const button = page.getByRole('button', { name: /^Activity/ });
  await expect(button).toHaveAccessibleName(/problem/);
  await button.click();
  const list = page.getByRole('dialog', { name: 'Activity' });
  await expect(list.getByText(/README\.md/).first()).toBeVisible();
  await expect(list.getByText('Import coffee.jpg')).toBeVisible();
  await expect(list.getByText(/^Done · .* s$/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  await expect(button).toHaveAccessibleName('Activity: Nothing is going on');
  await button.click();
  await list.getByRole('button', { name: 'Clear the list' }).click();
  await expect(list.getByText('What the studio works on is shown here')).toBeVisible();
});

test('in a low window with notices every tool can be reached, and none lies under anything', async ({
  studio,
  page,
}) => {
  await page.setViewportSize({ width: 900, height: 450 });
  await studio.choose(sample('README.md'));
  await studio.choose(sample('coffee.jpg'));
  await expect(page.getByRole('alert')).toContainText('README.md');
  await expect(studio.stage).toBeVisible();
  const tools = page.getByRole('toolbar', { name: 'Tools', exact: true });
  await tools.getByRole('button', { name: 'Brush' }).click(); // the tool with the most options
  const covered = () =>
    tools.getByRole('button').evaluateAll((buttons) =>
      buttons.flatMap((button) => {
        const { x, y, width, height } = button.getBoundingClientRect();
        const places = [0.1, 0.5, 0.9].map((share) => [x + share * width, y + share * height] as const);
        return places.every((place) => button.contains(document.elementFromPoint(...place)))
          ? []
          : [button.getAttribute('aria-label')];
      }),
    );
  await page.mouse.move(600, 20); // no tooltip
  await expect.poll(covered).toEqual([]);
  for (const height of [420, 360, 300]) {
    await page.setViewportSize({ width: 900, height });
    for (const tool of await tools.getByRole('button').all()) {
      await tool.scrollIntoViewIfNeeded();
      await tool.click();
    }
  }
});
