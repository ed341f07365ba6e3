/** Every tool that selects, with real pointer events, and what came of it in the mask itself. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { fit } from '../../src-renderer/canvas/view.ts';
import { accessible } from './axe.ts';
import { difference, expect, pixels, test, type Pixels, type StudioPage } from './studio.ts';

const W = 640;
const H = 480;
const RED = '#c81e28';
const BLUE = '#1e50c8';
/** A red disc at the left, a blue square at the right, on grey. */
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${W}" height="${H}">
  <rect width="${W}" height="${H}" fill="#a0a098"/>
  <circle cx="180" cy="160" r="70" fill="${RED}"/>
  <rect x="400" y="240" width="140" height="140" fill="${BLUE}"/></svg>`;

let folder: string;
let file: string;
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vitrail-regions-'));
  file = join(folder, 'shapes.png');
  await sharp(Buffer.from(drawing)).png().toFile(file);
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A person at the picture: places are in its pixels. */
class Hand {
  readonly studio: StudioPage;
  constructor(studio: StudioPage) {
    this.studio = studio;
  }
  get page() {
    return this.studio.page;
  }
  async at(x: number, y: number): Promise<[number, number]> {
    const box = (await this.studio.stage.boundingBox())!;
    const view = fit({ width: W, height: H }, box);
    return [box.x + view.x + x * view.scale, box.y + view.y + y * view.scale];
  }
  async click(x: number, y: number) {
    await this.page.mouse.click(...(await this.at(x, y)));
  }
  async drag(...places: [number, number][]) {
    await this.page.mouse.move(...(await this.at(...places[0]!)));
    await this.page.mouse.down();
    for (const place of places.slice(1))
      await this.page.mouse.move(...(await this.at(...place)), { steps: 6 });
    await this.page.mouse.up();
  }
  async held(keys: string[], work: () => Promise<void>) {
    for (const key of keys) await this.page.keyboard.down(key);
    await work();
    for (const key of keys) await this.page.keyboard.up(key);
  }
  tool = (name: string) =>
    this.page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name, exact: true }).click();
  mode = (name: string) => this.page.getByRole('button', { name, exact: true }).click();
  /** The mask, once nothing is being looked up any more. */
  async mask(): Promise<Pixels> {
    await expect(this.studio.selection.getByText(/% of the picture|Nothing found/)).toBeVisible();
    const { bytes } = await this.studio.export('Mask as PNG');
    await expect(this.page.getByRole('menu')).toHaveCount(0); // shortcuts rest while a menu is open
    return pixels(bytes);
  }
  async clear() {
    await expect(this.page.getByRole('menu')).toHaveCount(0);
    await this.studio.stage.focus();
    await this.page.keyboard.press('Escape');
    await expect(this.studio.selection).toHaveCount(0);
  }
}

const value = ({ data, width }: Pixels, x: number, y: number) => data[4 * (y * width + x)]!;
/** Inside (`true`) or outside at each place. */
const at = (mask: Pixels, ...places: [number, number][]) => places.map(([x, y]) => value(mask, x, y) > 127);
const area = (mask: Pixels) => {
  let sum = 0;
  for (let i = 0; i < mask.data.length; i += 4) sum += mask.data[i]! / 255;
  return sum;
};

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
