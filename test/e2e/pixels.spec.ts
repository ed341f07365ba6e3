/** At 100 % and beyond, what is on screen is the picture's own pixels, whatever pixels the screen has. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright/test';
import sharp from 'sharp';
import { fit, zoomAt } from '../../src-renderer/canvas/view.ts';
import type { Served } from './server.ts';
import { expect, pixels, StudioPage, test, type Pixels } from './studio.ts';

/** Noise: each pixel is another than its neighbours. */
async function noise(file: string, width: number, height: number) {
  const data = Buffer.alloc(width * height * 3);
  let seed = 1;
  for (let i = 0; i < data.length; i++) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    data[i] = seed >>> 24;
  }
  await sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toFile(file);
  return file;
}

/** The share of a picture's pixels that a screenshot has at a place, each over `times`² of its own. */
function share(shot: Pixels, picture: Pixels, at: { x: number; y: number }, times = 1): number {
  let same = 0;
  for (let y = 0; y < picture.height; y++)
    for (let x = 0; x < picture.width; x++) {
      // The last pixel of each square: the grid lies on the first.
      const [u, v] = [at.x + (x + 1) * times - 1, at.y + (y + 1) * times - 1];
      if (u < 0 || v < 0 || u >= shot.width || v >= shot.height) continue;
      const [a, b] = [(v * shot.width + u) * 4, (y * picture.width + x) * 4];
      if (shot.data.readUIntBE(a, 3) === picture.data.readUIntBE(b, 3)) same++;
    }
  return same / (picture.width * picture.height);
}

/** Where the picture begins on the screenshot: what is found there at a place of which only about is known. */
function found(shot: Pixels, picture: Pixels, about: { x: number; y: number }, times = 1) {
  let best = { at: about, share: -1 };
  for (let y = -2; y <= 2; y++)
    for (let x = -2; x <= 2; x++) {
      const at = { x: Math.round(about.x) + x, y: Math.round(about.y) + y };
      const one = share(shot, picture, at, times);
      if (one > best.share) best = { at, share: one };
    }
  return best;
}

const part = async (file: string, left: number, top: number, width: number, height: number) =>
  pixels(await sharp(file).extract({ left, top, width, height }).png().toBuffer());

async function opened(browser: Browser, served: Served, ratio: number) {
  const context = await browser.newContext({
    viewport: { width: 1183, height: 789 },
    deviceScaleFactor: ratio,
    colorScheme: 'light',
  });
  const page = await context.newPage();
  await page.goto(served.file);
  await page.waitForURL(`${served.url}**`);
  return { context, page, studio: new StudioPage(page) };
}

/** The page in device pixels, and about where a fitted picture's corner is once it is `times` device pixels to one. */
async function shotOf(page: Page, size: { width: number; height: number }, ratio: number, times = 1) {
  const stage = page.getByRole('application');
  const box = (await stage.boundingBox())!;
  const shot = await pixels(await page.screenshot({ scale: 'device' }));
  const view = fit(size, box);
  const middle = { x: box.width / 2, y: box.height / 2 };
  const { x, y } = zoomAt(view, middle, times / ratio / view.scale, 0);
  return { shot, about: { x: (box.x + x) * ratio, y: (box.y + y) * ratio } };
}

test('100 % is pixel on pixel, larger is squares, on screens of any pixels', async ({
  browser,
  served,
}, info) => {
  const small = { width: 301, height: 203 };
  const large = { width: 2603, height: 1801 };
  const file = await noise(join(served.data, 'small.png'), small.width, small.height);
  const wide = await noise(join(served.data, 'large.png'), large.width, large.height);
  const picture = await pixels(file);

  for (const ratio of [1, 1.25, 1.5, 2]) {
    const { context, page, studio } = await opened(browser, served, ratio);
    if (ratio === 1) {
      await page.getByRole('heading', { level: 1 }).waitFor();
      await studio.choose(file);
    }
    await page.getByRole('button', { name: 'Move the view', exact: true }).click();
    const hundred = page.getByRole('button', { name: /^Actual size/ });
    await hundred.click();
    await expect(hundred).toHaveText('100 %');
    await expect
      .poll(
        async () => {
          const { shot, about } = await shotOf(page, small, ratio);
          return found(shot, picture, about).share;
        },
        { message: `100 % on a screen of ${ratio} pixels to one` },
      )
      .toBe(1);

    // To 800 % and a bit: lines between pixels, which are squares.
    for (let i = 0; i < 10; i++) await page.getByRole('button', { name: 'Zoom in' }).click();
    const times = 1.25 ** 10;
    const seen = await part(file, 140, 90, 20, 20);
    await expect
      .poll(
        async () => {
          const { shot, about } = await shotOf(page, small, ratio, times);
          // The place of each pixel's middle and of its left edge, of which a line is one device pixel.
          const at = (x: number, y: number) => shot.data.readUIntBE((y * shot.width + x) * 4, 3);
          const origin = { x: Math.round(about.x), y: Math.round(about.y) };
          let best = 0;
          for (const dx of [-1, 0, 1])
            for (const dy of [-1, 0, 1]) {
              let right = 0;
              for (let j = 0; j < seen.height; j++)
                for (let i = 0; i < seen.width; i++) {
                  const left = Math.ceil(origin.x + dx + (140 + i) * times - 0.5);
                  const top = Math.ceil(origin.y + dy + (90 + j) * times - 0.5);
                  const next = Math.ceil(origin.x + dx + (141 + i) * times - 0.5);
                  const own = seen.data.readUIntBE((j * seen.width + i) * 4, 3);
                  const row = Array.from({ length: next - left }, (_, k) => at(left + k, top + 4));
                  if (row[0] !== own && row.slice(1).every((v) => v === own)) right++;
                }
              best = Math.max(best, right / (seen.width * seen.height));
            }
          return best;
        },
        { message: `the grid on a screen of ${ratio} pixels to one` },
      )
      .toBeGreaterThan(0.99);
    await context.close();
  }

  // The second layer makes it a picture that is composed; a large one is shown by its preview until it rests.
  const { context, page, studio } = await opened(browser, served, 1.25);
  await page.getByRole('button', { name: 'Layers', exact: true }).click();
  await page.getByRole('button', { name: 'Duplicate', exact: true }).click();
  await page.getByRole('button', { name: 'Move the view', exact: true }).click();
  const shows = async (size: typeof small, what: Pixels, from: { x: number; y: number }) => {
    await page.getByRole('button', { name: /^Actual size/ }).click();
    await expect
      .poll(async () => {
        const { shot, about } = await shotOf(page, size, 1.25);
        return found(shot, what, { x: about.x + from.x, y: about.y + from.y }).share;
      })
      .toBe(1);
  };
  await shows(small, picture, { x: 0, y: 0 });
  await studio.drop(wide);
  await expect(page.getByRole('button', { name: 'large', exact: true }).first()).toBeVisible();
  await shows(large, await part(wide, 1200, 800, 200, 200), { x: 1200, y: 800 });
  await page.getByRole('button', { name: 'Duplicate', exact: true }).click();
  await shows(large, await part(wide, 1200, 800, 200, 200), { x: 1200, y: 800 });
  await context.close();
  expect(info.errors).toEqual([]);
});
