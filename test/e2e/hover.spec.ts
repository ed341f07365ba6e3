import { fit } from '../../src-renderer/canvas/view.ts';
import { difference, expect, pixels, test, type StudioPage } from './studio.ts';
import { sample } from './server.ts';

const coffee = { width: 600, height: 400 };

/** Moves the pointer to a place of the picture (0..1) without pressing it. */
async function hover(studio: StudioPage, x: number, y: number) {
  const box = (await studio.stage.boundingBox())!;
  const view = fit(coffee, box);
  await studio.page.mouse.move(
    box.x + view.x + x * coffee.width * view.scale,
    box.y + view.y + y * coffee.height * view.scale,
  );
}

test('the pointer shows what a click would select, and only then', async ({ studio, page }) => {
  await studio.choose(sample('coffee.jpg'));
  await studio.stage.waitFor();
  await page.getByRole('button', { name: 'Fit to window' }).click();
  const seen = async () => pixels(await studio.stage.screenshot());
  await page.mouse.move(1, 1);
  let plain = await seen();
  // the preview is replaced by the full picture once
  await expect.poll(async () => difference(plain, (plain = await seen()))).toBe(0);
  const said = page.getByRole('status');
  const words = await said.allTextContents();

  await test.step('it appears under the pointer', async () => {
    await hover(studio, 0.45, 0.45);
    await expect.poll(async () => difference(plain, await seen())).toBeGreaterThan(0.005);
    await expect(studio.selection).toHaveCount(0);
    expect(await said.allTextContents()).toEqual(words);
  });

  await test.step('it goes with the pointer', async () => {
    await page.mouse.move(1, 1);
    await expect.poll(async () => difference(plain, await seen())).toBe(0);
  });

  await test.step('a click selects it, and the preview makes room', async () => {
    await studio.point(coffee, 0.45, 0.45);
    await expect(studio.selection.getByText(/% of the picture/)).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('other tools show none', async () => {
    await page.getByRole('button', { name: 'Box', exact: true }).click();
    await page.mouse.move(1, 1);
    const before = await seen();
    await hover(studio, 0.45, 0.45);
    await hover(studio, 0.3, 0.3);
    await page.waitForTimeout(400);
    expect(difference(before, await seen())).toBe(0);
  });
});
