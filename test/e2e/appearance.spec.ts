import sharp from 'sharp';
import { expect, test } from './studio.ts';
import { sample } from './server.ts';

/** Mean brightness of what is on screen, 0..255. */
const brightness = async (picture: Buffer) => {
  const { channels } = await sharp(picture).greyscale().stats();
  return channels[0]!.mean;
};

test('light and dark follow the system', async ({ studio, page }, info) => {
  await studio.choose(sample('coffee.jpg'));
  await expect(studio.stage).toBeVisible();
  const shots: Record<string, Buffer> = {};
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const heading = page.getByText('What should happen?');
    await expect(heading).toBeVisible();
    // Every word must stand out from what is behind it: the text is dark in light, and light in dark.
    const dark = () =>
      heading.evaluate((element) => {
        const [red = 0] = getComputedStyle(element).color.match(/\d+/g)!.map(Number);
        return red < 128;
      });
    await expect.poll(dark).toBe(colorScheme === 'light');
    shots[colorScheme] = await page.screenshot({ path: info.outputPath(`${colorScheme}.png`) });
  }
  const [light, dark] = [await brightness(shots.light!), await brightness(shots.dark!)];
  expect(light).toBeGreaterThan(dark + 60);
});

test('a choice in the page outlasts the system’s and a reload', async ({ studio, page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByRole('button', { name: 'Switch light and dark' }).click();
  const scheme = () => page.locator('html').getAttribute('data-mantine-color-scheme');
  await expect.poll(scheme).toBe('dark');
  await page.reload();
  await expect.poll(scheme).toBe('dark');
  await expect(studio.page.getByRole('heading', { level: 1 })).toBeVisible();
});
