/** Makes the README's picture, by hand: `node test/screenshot.ts`. A real edit in the studio, nothing painted in. */
import { join } from 'node:path';
import { chromium } from 'playwright';
import sharp from 'sharp';
import { forget, root, sample, startServer } from './e2e/server.ts';
import { StudioPage } from './e2e/studio.ts';
import { testTools } from './setup/tools.mjs';

const astronaut = { width: 512, height: 512 };
const tools = await testTools();
const served = await startServer();
const browser = await chromium.launch({ executablePath: tools.chromium, args: tools.chromiumArgs });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'dark' });
  await page.goto(served.file);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const studio = new StudioPage(page);
  await studio.choose(sample('astronaut.jpg'));
  await studio.stage.waitFor();
  await studio.say('blur the background with bokeh');
  await studio.plan('Blur background').getByText('Done').waitFor();
  await studio.point(astronaut, 0.33, 0.76);
  await studio.selection.getByText(/%/).waitFor();
  await studio.message.fill('remove the badge');
  const picture = sharp(await page.screenshot()).png({ palette: true, quality: 95, effort: 10 });
  await picture.toFile(join(root, 'assets', 'screenshot.png'));
} finally {
  await browser.close();
  await served.stop();
  await forget(served.data);
}
