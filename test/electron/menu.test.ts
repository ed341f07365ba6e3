/** The native menu: its items reach the page. */
import { expect, test, type Desktop } from './fixture.ts';

const choose = ({ app }: Desktop, id: string) =>
  app.evaluate(({ Menu, BrowserWindow }, item) => {
    const found = Menu.getApplicationMenu()!.getMenuItemById(item);
    if (!found) throw new Error(`no menu item ${item}`);
    found.click(undefined, BrowserWindow.getAllWindows()[0], undefined);
  }, id);

test('undo, redo and close the project', async ({ fresh }) => {
  const { page } = fresh;
  await page.getByRole('button', { name: /Coffee/ }).click();
  const canvas = page.getByRole('application', { name: 'Canvas: coffee' });
  await expect(canvas).toBeVisible();
  await choose(fresh, 'undo');
  await expect(canvas).toBeHidden();
  await choose(fresh, 'redo');
  await expect(canvas).toBeVisible();
  await choose(fresh, 'export');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await choose(fresh, 'close-project');
  await expect(page.getByRole('button', { name: /Open photos/ })).toBeVisible();

  // The project is a recent one now, in the menu as on the page.
  const recent = () =>
    fresh.app.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()!
        .getMenuItemById('recents')!
        .submenu!.items.map((item) => item.label),
    );
  await expect.poll(recent).toEqual(['coffee']);
  const id = await fresh.app.evaluate(
    ({ Menu }) => Menu.getApplicationMenu()!.getMenuItemById('recents')!.submenu!.items[0]!.id,
  );
  await choose(fresh, id);
  await expect(canvas).toBeVisible();
});

test('opens files with a native dialog', async ({ fresh }) => {
  await fresh.app.evaluate(({ dialog, app }) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: false, filePaths: [`${app.getAppPath()}/assets/samples/chelsea.jpg`] });
  });
  await choose(fresh, 'open');
  await expect(fresh.page.getByRole('application', { name: 'Canvas: chelsea' })).toBeVisible();
});

test('its dialogs speak the language of the settings', async ({ fresh }) => {
  const { app, page } = fresh;
  await app.evaluate(({ dialog }) => {
    Object.assign(globalThis, { said: null });
    dialog.showOpenDialog = (...given: unknown[]) => {
      Object.assign(globalThis, { said: given[1] });
      return Promise.resolve({ canceled: true, filePaths: [] });
    };
  });
  type Said = { title: string; filters: { name: string }[] } | null;
  const said = () =>
    app.evaluate(() => {
      const options = (globalThis as unknown as { said: Said }).said;
      return options && [options.title, ...options.filters.map(({ name }) => name)];
    });
  await choose(fresh, 'open');
  await expect.poll(said).toEqual(['Open photos, clips or sounds', 'Photos, clips and sounds', 'All files']);
  await page.evaluate(() => window.studio.app.setSettings({ language: 'de' }));
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect
    .poll(() => app.evaluate(({ Menu }) => Menu.getApplicationMenu()!.getMenuItemById('open')!.label))
    .toBe('Fotos öffnen…');
  await choose(fresh, 'open');
  await expect.poll(said).toEqual(['Fotos, Clips oder Töne öffnen', 'Fotos, Clips und Töne', 'Alle Dateien']);
  await choose(fresh, 'open-project');
  await expect.poll(said).toEqual(['Projekt öffnen', 'Vitrail-Projekt']);
});

test('follows the theme of the settings', async ({ fresh }) => {
  const isDark = () => fresh.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource);
  await fresh.page.evaluate(() => window.studio.app.setSettings({ appearance: 'dark' }));
  await expect.poll(isDark).toBe('dark');
  const colour = () =>
    fresh.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getBackgroundColor());
  await expect.poll(async () => (await colour()).toLowerCase()).toBe('#101417');
  await choose(fresh, 'toggle-theme');
  await expect.poll(isDark).toBe('light');
});
