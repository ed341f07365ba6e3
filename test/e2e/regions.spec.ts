/** Every tool that selects, with real pointer events, and what came of it in the mask itself. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { fit } from '../../src-renderer/canvas/view.ts';
import { accessible } from './axe.ts';
import { expect, test } from './studio.ts';
import { W, H, RED, drawing, Hand, value, at, area } from './shapes.ts';

let folder: string;
let file: string;
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vitrail-regions-'));
  file = join(folder, 'shapes.png');
  await sharp(Buffer.from(drawing)).png().toFile(file);
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every tool selects what it is drawn around, pointed at or told', async ({ studio, page }) => {
  const hand = new Hand(studio);
  await studio.choose(file);
  await studio.stage.waitFor();

  await test.step('a rectangle and an ellipse: exactly what was drawn', async () => {
    await hand.tool('Box');
    await hand.mode('Rectangle, exactly as drawn');
    await hand.drag([100, 100], [220, 180]);
    const square = await hand.mask();
    expect(area(square)).toBe(120 * 80);
    expect(at(square, [100, 100], [219, 179], [99, 100], [220, 179])).toEqual([true, true, false, false]);
    await hand.mode('Ellipse, exactly as drawn');
    await hand.drag([100, 100], [220, 180]);
    const round = await hand.mask();
    expect(Math.abs(area(round) / ((Math.PI / 4) * 120 * 80) - 1)).toBeLessThan(0.01);
    expect(at(round, [102, 102], [160, 140])).toEqual([false, true]);
    await hand.mode('The thing in the box');
    await hand.clear();
  });

  await test.step('what named no region when it was said names none later', async () => {
    await studio.say('blur @1');
    await expect(page.getByText('There is no region “@1” on this picture.')).toBeVisible();
    await hand.tool('Lasso');
    await hand.drag([20, 20], [60, 20], [60, 60], [20, 60]);
    await hand.mask();
    await page.getByRole('button', { name: 'Keep the selection as a region' }).click();
    await studio.say('blur @1');
    const log = page.getByRole('log');
    await expect(log.getByRole('button', { name: 'Region @1 Region 1', exact: true })).toHaveCount(1);
    await expect(studio.plan('Blur').getByText('Done')).toBeVisible();
    await studio.undo();
    await studio.undo();
    await hand.clear();
  });

  await test.step('lasso: the outline as it was drawn', async () => {
    await hand.tool('Lasso');
    await hand.drag([100, 100], [300, 100], [300, 300], [100, 300]);
    const mask = await hand.mask();
    expect(at(mask, [110, 110], [290, 290], [90, 200], [310, 200])).toEqual([true, true, false, false]);
    expect(Math.abs(area(mask) - 200 * 200)).toBeLessThan(900);
  });

  await test.step('polygon, with Shift: joined to it, corner by corner, closed by Enter', async () => {
    await hand.tool('Polygon');
    await hand.held(['Shift'], () => hand.click(400, 100));
    await hand.click(600, 100);
    await hand.click(620, 20);
    await page.keyboard.press('Backspace');
    await hand.click(600, 300);
    await page.keyboard.press('Enter');
    const mask = await hand.mask();
    expect(at(mask, [590, 110], [420, 290], [110, 110], [610, 60])).toEqual([true, false, true, false]);
  });

  await test.step('box, with Alt: taken away', async () => {
    await hand.tool('Box');
    await hand.held(['Alt'], () => hand.drag([50, 50], [200, 200]));
    expect(at(await hand.mask(), [150, 150], [250, 150], [150, 250])).toEqual([false, true, true]);
  });

  await test.step('lasso, with Shift and Alt: only what lies in both', async () => {
    await hand.tool('Lasso');
    await hand.held(['Shift', 'Alt'], () => hand.drag([220, 50], [630, 50], [630, 400], [220, 400]));
    expect(at(await hand.mask(), [250, 150], [590, 110], [150, 250])).toEqual([true, true, false]);
  });

  await test.step('the modes by button', async () => {
    await hand.mode('Take away from the selection');
    await hand.drag([380, 50], [630, 50], [630, 400], [380, 400]);
    expect(at(await hand.mask(), [250, 150], [590, 110])).toEqual([true, false]);
    await hand.mode('Add to the selection');
    await hand.drag([400, 400], [500, 400], [500, 460], [400, 460]);
    expect(at(await hand.mask(), [250, 150], [450, 440])).toEqual([true, true]);
    await hand.mode('Keep what lies in both');
    await hand.drag([300, 350], [630, 350], [630, 470], [300, 470]);
    expect(at(await hand.mask(), [250, 150], [450, 440])).toEqual([false, true]);
    await hand.mode('New selection');
  });

  await test.step('back and forward through the selections', async () => {
    await page.keyboard.press('Control+[');
    await expect.poll(async () => at(await hand.mask(), [250, 150], [450, 440])).toEqual([true, true]);
    await page.keyboard.press('Control+]');
    await expect.poll(async () => at(await hand.mask(), [250, 150], [450, 440])).toEqual([false, true]);
    await hand.clear();
  });

  await test.step('brush: soft as it is set, then erased', async () => {
    await page.keyboard.press('b');
    const line = page.getByRole('toolbar', { name: 'Tool options' });
    for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+{');
    await accessible(page, 'the brush’s options');
    await expect(line.getByText('0 %')).toBeVisible();
    await hand.drag([100, 420], [300, 420]);
    const soft = await hand.mask();
    const column = Array.from({ length: 60 }, (_, i) => value(soft, 200, 390 + i));
    expect(column[30]).toBeGreaterThan(250);
    const radius = column.findLastIndex((v) => v > 4) - 30;
    expect(radius).toBeGreaterThan(8);
    // Half-way to the edge a cosine is at its half.
    expect(Math.abs(column[30 + Math.round(radius / 2)]! - 127)).toBeLessThan(60);
    expect(new Set(column).size).toBeGreaterThan(10);
    for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+}');
    await page.keyboard.press('e');
    await hand.drag([200, 400], [200, 440]);
    expect(at(await hand.mask(), [120, 420], [200, 420])).toEqual([true, false]);
    await hand.clear();
  });

  await test.step('a pen: as wide as it is pressed', async () => {
    await page.keyboard.press('b');
    const cdp = await page.context().newCDPSession(page);
    const pen = async (type: string, x: number, y: number, force: number) => {
      const [left, top] = await hand.at(x, y);
      await cdp.send('Input.dispatchMouseEvent', {
        type: type as 'mouseMoved',
        ...{ x: left, y: top, button: 'left', buttons: 1, pointerType: 'pen', force, clickCount: 1 },
      });
    };
    await pen('mousePressed', 100, 420, 0.2);
    for (let i = 1; i <= 20; i++) await pen('mouseMoved', 100 + 20 * i, 420, 0.2 + (0.8 * i) / 20);
    await pen('mouseReleased', 500, 420, 0);
    await cdp.detach();
    const mask = await hand.mask();
    const tall = (x: number) =>
      Array.from({ length: H }, (_, y) => value(mask, x, y) > 127).filter(Boolean).length;
    expect(tall(480)).toBeGreaterThan(2 * tall(140));
    expect(tall(140)).toBeGreaterThan(1);
    await hand.clear();
  });

  await test.step('a click, and by words: the thing itself', async () => {
    await page.keyboard.press('v');
    await hand.click(180, 160);
    expect(at(await hand.mask(), [180, 160], [180, 100], [300, 300], [470, 310])).toEqual([
      true,
      true,
      false,
      false,
    ]);
    await page.keyboard.press('w');
    await expect(page.getByRole('textbox', { name: 'What should be selected' })).toBeFocused();
    await accessible(page, 'words to select by');
    await page.keyboard.type('the blue one');
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => at(await hand.mask(), [470, 310], [180, 160], [300, 300]))
      .toEqual([true, false, false]);
  });

  await test.step('colour picker: the picture’s own colour, into the message, and to select by', async () => {
    await hand.tool('Colour picker');
    await hand.click(180, 160);
    const line = page.getByRole('toolbar', { name: 'Tool options' });
    await expect(line.getByText(RED)).toBeVisible();
    await accessible(page, 'a picked colour');
    await line.getByRole('button', { name: 'Put the colour into the message' }).click();
    await expect(studio.message).toHaveValue(`${RED} `);
    await studio.message.fill('');
    await line.getByRole('button', { name: 'Select everything of this colour' }).click();
    await expect.poll(async () => at(await hand.mask(), [180, 160], [470, 310])).toEqual([true, false]);
    await hand.held(['Shift'], () => hand.click(470, 310));
    await expect.poll(async () => at(await hand.mask(), [180, 160], [470, 310])).toEqual([true, true]);
  });

  await test.step('all, inverted, none', async () => {
    await studio.stage.focus();
    await page.keyboard.press('Control+a');
    await expect.poll(async () => at(await hand.mask(), [5, 5], [630, 470])).toEqual([true, true]);
    await page.keyboard.press('Control+Shift+I');
    await expect(studio.selection.getByText('Nothing found here')).toBeVisible();
    await hand.clear();
  });

  await test.step('a polygon by keyboard alone', async () => {
    await page.keyboard.press('p');
    await studio.stage.focus();
    const press = async (key: string, times: number) => {
      for (let i = 0; i < times; i++) await page.keyboard.press(key);
    };
    await press('ArrowLeft', 1); // from the middle of the stage
    await press('Enter', 1);
    await press('ArrowRight', 8);
    await press('Enter', 1);
    await press('ArrowDown', 8);
    await press('Enter', 2); // the second one, at the same place, closes
    const mask = await hand.mask();
    const box = (await studio.stage.boundingBox())!;
    const { scale } = fit({ width: W, height: H }, box);
    expect(Math.abs(area(mask) - (96 * 96) / 2 / scale ** 2)).toBeLessThan(0.1 * area(mask));
  });
});
