/** The studio's page in the desktop's own window: files come and go by native dialogs, which are answered here. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test as base } from 'playwright/test';
import { complaintsOf, StudioPage } from '../e2e/page.ts';
import { launch, type Desktop } from './fixture.ts';

class DesktopStudio extends StudioPage {
  readonly #desktop: Desktop;
  #saved = 0;

  constructor(desktop: Desktop) {
    super(desktop.page);
    this.#desktop = desktop;
  }

  override async choose(...files: string[]) {
    await this.#desktop.app.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
    }, files);
    await this.page.getByRole('button', { name: 'Open photos…' }).first().click();
  }

  override async export(item: string | RegExp) {
    const folder = join(this.#desktop.data, `saved-${(this.#saved += 1)}`);
    const answered = this.#desktop.app.evaluate(
      ({ dialog }, into) =>
        new Promise<string>((resolve) => {
          dialog.showSaveDialog = (...given: unknown[]) => {
            const { defaultPath } = given.at(-1) as { defaultPath: string };
            const filePath = `${into}-${defaultPath.split('/').at(-1)}`;
            resolve(filePath);
            return Promise.resolve({ canceled: false, filePath });
          };
        }),
      folder,
    );
    await this.page.getByRole('button', { name: 'Export', exact: true }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
    const path = await answered;
    await expect.poll(() => existsSync(path)).toBe(true);
    return { name: basename(path).slice(`${basename(folder)}-`.length), bytes: readFileSync(path) };
  }
}

/** Each test has a window and data of its own. A page that complains fails. */
export const desktopTest = base.extend<{ desktop: Desktop; studio: StudioPage }>({
  desktop: async ({}, use) => {
    const desktop = await launch();
    await use(desktop);
    await desktop.close();
    rmSync(desktop.data, { recursive: true, force: true });
  },
  page: ({ desktop }, use) => use(desktop.page),
  studio: async ({ desktop }, use) => {
    const complaints = complaintsOf(desktop.page);
    await use(new DesktopStudio(desktop));
    expect(complaints).toEqual([]);
  },
});
