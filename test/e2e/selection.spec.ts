/** A selection is refined, saved and loaded, and kept as regions: with a pointer and keys, as a person has them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { accessible } from './axe.ts';
import { difference, expect, pixels, test } from './studio.ts';
import { W, drawing, Hand, at, area } from './shapes.ts';

let folder: string;
let file: string;
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vitrail-selection-'));
  file = join(folder, 'shapes.png');
  await sharp(Buffer.from(drawing)).png().toFile(file);
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a selection is refined, saved and loaded, and kept as regions that can be spoken of', async ({
  studio,
  page,
}) => {
  const hand = new Hand(studio);
  await page.emulateMedia({ reducedMotion: 'reduce' }); // the ants stand still, and nothing fades
  await studio.choose(file);
  await studio.stage.waitFor();
  const square: [number, number][] = [[100, 100], [300, 100], [300, 300], [100, 300]]; // prettier-ignore
  await hand.tool('Lasso');
  await hand.drag(...square);
  const before = await hand.mask();

  await test.step('grown by the slider, live, and as it was again', async () => {
    await page.getByRole('button', { name: 'Refine the edge' }).click();
    const slider = page.getByRole('slider', { name: 'Grow or shrink' });
    await slider.focus();
    for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowRight');
    await expect(page.getByText('8 px')).toBeVisible();
    await accessible(page, 'refining');
    await page.keyboard.press('Escape');
    const grown = await hand.mask();
    expect(at(grown, [94, 200], [306, 200], [200, 94], [89, 200])).toEqual([true, true, true, false]);
    await page.getByRole('button', { name: 'Refine the edge' }).click();
    await page.getByRole('button', { name: 'As it was' }).click();
    await page.keyboard.press('Escape');
    expect(area(await hand.mask())).toBeCloseTo(area(before), 0);
  });

  await test.step('saved as COCO JSON, cleared, and loaded by a drop on the panel', async () => {
    const { bytes } = await studio.export('Mask as COCO JSON');
    const saved = join(folder, 'saved.json');
    writeFileSync(saved, bytes);
    await hand.clear();
    await page.keyboard.press('Shift+R');
    const panel = page.getByRole('tabpanel', { name: 'Regions' });
    await expect(panel.getByText('No regions yet')).toBeVisible();
    const { x, y, width, height } = (await panel.boundingBox())!;
    const cdp = await page.context().newCDPSession(page);
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await cdp.send('Input.dispatchDragEvent', {
        type,
        x: x + width / 2,
        y: y + height / 2,
        data: { items: [], files: [saved], dragOperationsMask: 1 },
      });
    await cdp.detach();
    const loaded = await hand.mask();
    expect(Math.abs(area(loaded) - area(before))).toBeLessThan(300);
    expect(at(loaded, [110, 110], [310, 200])).toEqual([true, false]);
    expect(await page.getByRole('navigation').or(page.getByRole('list')).count()).toBeGreaterThan(0);
  });

  await test.step('a PNG of another scale is fitted, one of another shape refused', async () => {
    const half = join(folder, 'half.png');
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240"><rect width="320" height="240"/><rect x="200" y="120" width="70" height="70" fill="#fff"/></svg>`;
    await sharp(Buffer.from(svg)).png().toFile(half);
    const square = join(folder, 'square.png');
    await sharp({ create: { width: 50, height: 50, channels: 3, background: '#fff' } })
      .png()
      .toFile(square);
    for (const path of [half, square]) {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Masks', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Load a mask…' }).click();
      await (await chooser).setFiles(path);
      if (path === square)
        await expect(page.getByText(/50 × 50 pixels, the picture 640 × 480/)).toBeVisible();
      await expect.poll(async () => at(await hand.mask(), [470, 310], [150, 150])).toEqual([true, false]);
    }
  });

  const row = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  await test.step('kept, renamed, hidden, locked, put in order, and undone', async () => {
    await page.keyboard.press('Control+Shift+D');
    await expect(row('Region 1')).toBeVisible();
    await hand.tool('Lasso');
    await hand.drag([110, 90], [250, 90], [250, 230], [110, 230]);
    await hand.mask();
    await page.keyboard.press('Control+Shift+D');
    await accessible(page, 'two regions');
    await page.getByRole('button', { name: /^Region 2 @2/ }).focus();
    await page.keyboard.press('F2');
    await page.getByRole('textbox', { name: 'Name of Region 2' }).fill('disc');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^disc @2/ }).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect(page.getByRole('listitem').first()).toContainText('disc');
    await row('disc').hover();
    await row('disc').getByRole('button', { name: 'Lock disc' }).click();
    await row('disc').getByRole('button', { name: 'More for disc' }).click();
    await expect(page.getByRole('menuitem', { name: 'Delete' })).toBeDisabled();
    await accessible(page, 'the menu of a region');
    await page.keyboard.press('Escape');
    await row('disc').getByRole('button', { name: 'Hide disc' }).click();
    await expect(row('disc').getByRole('button', { name: 'Show disc' })).toBeVisible();
    await studio.undo();
    await row('disc').hover();
    await expect(row('disc').getByRole('button', { name: 'Hide disc' })).toBeVisible();
  });

  await test.step('a click makes one the selection', async () => {
    await hand.clear();
    await page.getByRole('button', { name: /^Region 1 @1/ }).click();
    expect(at(await hand.mask(), [470, 310], [180, 160])).toEqual([true, false]);
    await hand.clear();
  });

  await test.step('they are mentioned, light up, and are what the plan works on', async () => {
    const seen = async () => pixels(await studio.stage.screenshot());
    await studio.message.click();
    await page.keyboard.type('make @di');
    await expect(page.getByRole('option')).toHaveText(['@2disc']);
    await accessible(page, 'a mention that is being typed');
    await page.keyboard.press('Enter');
    await page.keyboard.type('black and white');
    const chip = page.getByRole('button', { name: 'Region @2 disc' });
    await page.mouse.move(2, 2);
    const dark = await seen();
    await chip.hover();
    await expect.poll(async () => difference(dark, await seen())).toBeGreaterThan(0.02);
    await studio.message.press('Enter');
    await expect(studio.plan('Black and white').getByText('Done')).toBeVisible();
    await expect(page.getByRole('log').getByRole('button', { name: 'Region @2 disc' })).toBeVisible();
    const made = await pixels((await studio.export(/^PNG/)).bytes);
    const rgb = (x: number, y: number) => [...made.data.subarray(4 * (y * W + x), 4 * (y * W + x) + 3)];
    expect(new Set(rgb(180, 160)).size).toBe(1);
    expect(rgb(470, 310)).toEqual([0x1e, 0x50, 0xc8]);
  });

  await test.step('a crop takes them along, and undo brings them back', async () => {
    await studio.say('crop to @1');
    await expect(studio.plan('Crop').getByText('Done')).toBeVisible();
    await expect(row('disc').getByText('not in this version')).toBeVisible();
    await expect(row('Region 1').getByText(/[5-9]\d %/)).toBeVisible(); // a crop leaves some air
    await studio.undo();
    await expect(row('disc').getByText('not in this version')).toHaveCount(0);
  });

  await test.step('one that was deleted is still told in what was said of it, as gone', async () => {
    const log = page.getByRole('log');
    await row('disc').getByRole('button', { name: 'Unlock disc' }).click();
    await expect(page.getByRole('button', { name: 'Undo: Unlock region disc' })).toBeVisible();
    await page.getByRole('button', { name: /^disc @2/ }).focus();
    await page.keyboard.press('Delete');
    await expect(row('disc')).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^Region 1 @1/ })).toBeFocused(); // the keyboard stays in the list
    const gone = log.getByText('@2', { exact: true });
    await expect(gone).toHaveCSS('text-decoration-line', 'line-through');
    await gone.hover();
    await expect(page.getByRole('tooltip')).toHaveText('This region was deleted. Undo brings it back.');
    await accessible(page, 'a message about a region that is gone');
    await studio.undo();
    await expect(log.getByRole('button', { name: 'Region @2 disc' })).toBeVisible();
    await expect(gone).toHaveCount(0);
  });
});
