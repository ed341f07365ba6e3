import { readFile } from 'node:fs/promises';
import { WavOutputFormat, WebMOutputFormat } from 'mediabunny';
import type { Locator, TestInfo } from 'playwright/test';
import { makeClip } from '../unit/systems/codecs/media.ts';
import { forget, startServer } from './server.ts';
import { expect, StudioPage, test } from './studio.ts';

const clipFile = (info: TestInfo) =>
  makeClip(info.outputPath('holiday.webm'), {
    format: new WebMOutputFormat(),
    video: 'vp9',
    audio: 'opus',
    duration: 4,
  });
const soundFile = (info: TestInfo) =>
  makeClip(info.outputPath('birds.wav'), { format: new WavOutputFormat(), audio: 'pcm-s16', duration: 4 });

/** Drags along the ruler, in shares of its length. */
async function dragTime(ruler: Locator, from: number, to: number) {
  const { x, y, width, height } = (await ruler.boundingBox())!;
  const { mouse } = ruler.page();
  await mouse.move(x + from * width, y + height / 2);
  await mouse.down();
  await mouse.move(x + to * width, y + height / 2, { steps: 4 });
  await mouse.up();
}

const seconds = async (slider: Locator) => Number(await slider.getAttribute('aria-valuenow')) / 1e6;

for (const [kind, make, label] of [
  ['clip', clipFile, /^Clip: holiday/],
  ['sound', soundFile, /^Waveform of birds/],
] as const)
  test(`a ${kind} is shown, given a time, found again after a restart, and exported unchanged`, async ({
    browser,
  }, info) => {
    const file = await make(info);
    const original = await readFile(file);
    const first = await startServer();
    let second: Awaited<ReturnType<typeof startServer>> | undefined;
    try {
      const page = await browser.newPage();
      await page.goto(first.file);
      const studio = new StudioPage(page);
      await studio.choose(file);
      await expect(page.getByLabel(label)).toBeVisible();

      const ruler = page.getByRole('group', { name: 'Time', exact: true });
      const [start, end] = ['Start', 'End'].map((name) =>
        page.getByRole('slider', { name: `${name} of the selected time` }),
      );
      await dragTime(ruler, 0.25, 0.75);
      await expect(start!).toBeVisible();
      expect(await seconds(start!)).toBeCloseTo(1, 0);
      expect(await seconds(end!)).toBeCloseTo(3, 0);
      const chosen = [await seconds(start!), await seconds(end!)];

      await start!.press('ArrowRight'); // a tenth of a second
      await expect.poll(() => seconds(start!)).toBeCloseTo(chosen[0]! + 0.1, 3);
      chosen[0] = await seconds(start!);
      await expect(page.getByRole('status')).toContainText('1.1'); // it is said when it is kept
      await page.reload();
      await expect(start!).toBeVisible();
      await page.close();
      expect(await first.stop()).toBe(0);

      second = await startServer(first.data);
      const again = await browser.newPage();
      await again.goto(second.file);
      const restart = new StudioPage(again);
      await expect(again.getByLabel(label)).toBeVisible(); // the studio begins where it ended
      for (const [i, name] of ['Start', 'End'].entries())
        expect(await seconds(again.getByRole('slider', { name: `${name} of the selected time` }))).toBe(
          chosen[i],
        );

      const exported = await restart.export(/^Original file/);
      expect(exported.name).toBe(kind === 'clip' ? 'holiday.webm' : 'birds.wav');
      expect(exported.bytes.equals(original)).toBe(true);
      await again.close();
    } finally {
      await first.stop();
      await second?.stop();
      await forget(first.data);
    }
  });

test('a clip plays and can be sought', async ({ studio, page }, info) => {
  await studio.choose(await clipFile(info));
  const video = page.locator('video');
  await expect(video).toBeVisible();
  await expect.poll(() => video.evaluate((v: HTMLVideoElement) => v.readyState)).toBeGreaterThanOrEqual(1);
  const position = page.getByRole('slider', { name: 'Position' });
  await position.press('Shift+ArrowRight');
  await position.press('Shift+ArrowRight');
  await expect.poll(() => video.evaluate((v: HTMLVideoElement) => v.currentTime)).toBeCloseTo(2, 1);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect.poll(() => video.evaluate((v: HTMLVideoElement) => v.currentTime)).toBeGreaterThan(2.05);
});
