/**
 * The studio in a test: in a browser, or (where the configuration says so) in the desktop's own window. What is written
 * with `studio` and `page` alone holds for both.
 */
import { expect, test as base } from 'playwright/test';
import { desktopTest } from '../electron/studio.ts';
import { testTools } from '../setup/tools.mjs';
import { complaintsOf, StudioPage } from './page.ts';
import { forget, startServer, type Served } from './server.ts';

export { expect };
export * from './page.ts';

interface Fixtures {
  served: Served;
  studio: StudioPage;
}

/** Each test has a server and data of its own. A page that complains or asks the network for anything fails. */
const browserTest = base.extend<Fixtures>({
  launchOptions: [
    async ({}, use) => {
      const { chromium, chromiumArgs } = await testTools();
      await use({ executablePath: chromium, args: chromiumArgs });
    },
    { scope: 'worker' },
  ],
  served: async ({}, use) => {
    const served = await startServer();
    await use(served);
    const code = await served.stop();
    await forget(served.data);
    expect(code, 'exit code after Ctrl-C').toBe(0);
  },
  studio: async ({ page, served }, use) => {
    const complaints = complaintsOf(page);
    page.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      const ours = host === new URL(served.url).host || ['file:', 'blob:', 'data:'].includes(protocol);
      if (!ours) complaints.push(`asked for ${request.url()}`);
    });
    await page.goto(served.file);
    await page.waitForURL(`${served.url}**`);
    await page.getByRole('heading', { level: 1 }).waitFor(); // it is linked, and takes files
    await use(new StudioPage(page));
    expect(complaints).toEqual([]);
  },
});

export const test =
  process.env.VITRAIL_TEST_SHELL === 'desktop' ? (desktopTest as unknown as typeof browserTest) : browserTest;
