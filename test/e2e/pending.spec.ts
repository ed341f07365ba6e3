import { difference, expect, pixels, test } from './studio.ts';
import { sample } from './server.ts';

test('the picture stays on screen at any zoom; what a tool has under way is kept or taken back', async ({
  studio,
  page,
}) => {
  await studio.drop(sample('coffee.jpg'));
  await studio.stage.waitFor();
  const box = (await studio.stage.boundingBox())!;
  const middle = { x: box.x + box.width / 2 - 8, y: box.y + box.height / 2 - 60, width: 16, height: 16 };
  const spread = async () => {
    const { data } = await pixels(await page.screenshot({ clip: middle }));
    return new Set(Array.from({ length: data.length / 4 }, (_, i) => data.readUInt32LE(4 * i))).size;
  };

  for (const at of [1, 2, 3, 4]) {
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await expect.poll(spread, `zoomed in ${at} times`).toBeGreaterThan(20);
  }
  await page.getByRole('button', { name: 'Fit to window' }).click();

  const before = await pixels((await studio.export(/^PNG/)).bytes);
  await page.getByRole('button', { name: 'Move and transform' }).click();
  const left = page.getByRole('textbox', { name: 'Left' });
  await expect(left).toHaveValue('0');
  const nudge = async () => {
    await studio.stage.focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowRight');
    await expect(left).toHaveValue('30');
  };
  await nudge();
  await studio.undo();
  await expect(left).toHaveValue('0');
  await nudge();
  expect(difference(before, await pixels((await studio.export(/^PNG/)).bytes))).toBeGreaterThan(0.5);

  // A menu that was closed is closed: the very next key is for the page.
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByRole('menuitem', { name: /^PNG/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(left).toHaveValue('0');
});
