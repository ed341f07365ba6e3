import { spawnSync } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Download } from 'playwright/test';
import sharp from 'sharp';
import { fit } from '../../src-renderer/canvas/view.ts';
import { difference, expect, pixels, test, type StudioPage } from './studio.ts';
import { sample } from './server.ts';

const coffee = { width: 600, height: 400 };

test('a plan card is changed, compared and gone on from', async ({ studio, page }) => {
  const versions = page.getByRole('button', { name: /^Version \d+/ });
  await studio.drop(sample('coffee.jpg'));
  await studio.stage.waitFor();

  await test.step('a slash lists what there is, and puts a sentence into the box', async () => {
    await studio.message.fill('/warm');
    await expect(page.getByRole('listbox', { name: 'Commands' })).toContainText('No command of that name');
    await studio.message.fill('/adj');
    await expect(page.getByRole('option', { selected: true })).toContainText('Adjust');
    await studio.message.press('Enter');
    await expect(studio.message).toHaveValue('make it a bit brighter');
    await studio.message.press('Enter');
  });

  const adjust = studio.plan('Adjust');
  await expect(adjust.getByText('Done')).toBeVisible();
  await expect(versions).toHaveCount(2);

  await test.step('what a slider would do is seen while it is moved, and nothing is kept of it', async () => {
    const seen = async () => pixels(await studio.stage.screenshot());
    await adjust.getByRole('button', { name: 'Change' }).click();
    const warmth = adjust.getByRole('slider', { name: 'warmth' });
    await warmth.focus();
    await page.mouse.move(2, 2); // nothing lights up under it
    const before = await seen();
    await page.keyboard.press('End');
    await expect.poll(async () => difference(before, await seen())).toBeGreaterThan(0.1);
    await expect(versions).toHaveCount(2);
    await expect(page.getByRole('button', { name: 'Undo: Adjust' })).toBeVisible();
    await adjust.getByRole('button', { name: 'Reset' }).click();
    await page.mouse.move(2, 2);
    await expect.poll(async () => difference(before, await seen())).toBeLessThan(0.01);
    await adjust.getByRole('button', { name: 'Change' }).click();
  });

  await test.step('a slider changes the plan, and Run again makes a version beside the first', async () => {
    await adjust.getByRole('button', { name: 'Change' }).click();
    const warmth = adjust.getByRole('slider', { name: 'warmth' });
    await warmth.focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
    await expect(warmth).toHaveAttribute('aria-valuetext', '3 %');
    await expect(versions).toHaveCount(2);
    await adjust.getByRole('button', { name: 'Run again' }).click();
    await expect(versions).toHaveCount(3);
    await expect(adjust.getByText('Done')).toBeVisible();
    await adjust.getByRole('button', { name: 'Change' }).click();
    await expect(adjust).toContainText('+3 %');
  });

  await test.step('four seeds stand beside each other, and one is taken', async () => {
    await studio.point(coffee, 0.605, 0.7);
    await expect(studio.selection.getByText(/% of the picture/)).toBeVisible();
    await studio.say('remove this');
    const card = studio.plan('Remove');
    await expect(card.getByText('Done')).toBeVisible();
    await card.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Compare 4 seeds' }).click();
    const tries = card.getByRole('group', { name: 'Tries' }).getByRole('button');
    await expect(tries).toHaveCount(4);
    await tries.nth(2).click();
    await expect(tries.nth(2)).toHaveAttribute('aria-pressed', 'true');
  });

  await test.step('the arrow brings back what was said, and a message what it saw', async () => {
    await studio.message.focus();
    await page.keyboard.press('ArrowUp');
    await expect(studio.message).toHaveValue('remove this');
    await page.keyboard.press('ArrowUp');
    await expect(studio.message).toHaveValue('make it a bit brighter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(studio.message).toHaveValue('');
    await adjust.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Go on from here' }).click();
    await expect(page.getByText('Going on from “Adjust”.')).toBeVisible();
  });

  await test.step('a pasted picture joins the project and is named, while the first stays open', async () => {
    const bytes = (await readFile(sample('chelsea.jpg'))).toString('base64');
    await studio.message.fill('replace the background with');
    await studio.message.evaluate((box, data) => {
      const file = new File([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))], 'cat.jpg', {
        type: 'image/jpeg',
      });
      const clipboardData = new DataTransfer();
      clipboardData.items.add(file);
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, bytes);
    await expect(studio.message).toHaveValue('replace the background with the photo cat');
    await expect(page.getByRole('application', { name: 'Canvas: coffee' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Leave out cat' })).toBeVisible();
    await studio.message.press('Enter');
    await expect(studio.plan('Replace background').getByText('Done')).toBeVisible();
  });

  await test.step('a photo dropped into the chat is named there, and can be left out', async () => {
    const box = (await page.getByRole('log', { name: 'Messages' }).boundingBox())!;
    await studio.dropAt({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, sample('chelsea.jpg'));
    await expect(studio.message).toHaveValue('the photo chelsea');
    await expect(page.getByRole('application', { name: 'Canvas: coffee' })).toBeVisible();
    await page.getByRole('button', { name: 'Leave out chelsea' }).click();
    await expect(studio.message).toHaveValue('');
  });

  await test.step('words are found in messages and plans, newest first', async () => {
    await page.keyboard.press('Control+f');
    const find = page.getByRole('search', { name: 'Find in the messages' });
    await find.getByRole('textbox').fill('bit brighter');
    await expect(find.getByRole('status')).toHaveText('1 of 1');
    await expect(page.getByText('make it a bit brighter', { exact: true })).toBeInViewport();
    // What is marked, as the browser paints it: words in a bubble, and over several elements of a card's chip.
    const marked = () =>
      page.evaluate(() =>
        ['v-found', 'v-found-here'].map((n) => [...(CSS.highlights.get(n) ?? [])].map(String)),
      );
    await expect.poll(marked).toEqual([[], ['bit brighter']]);
    await find.getByRole('textbox').fill('EXPOSURE +');
    await expect.poll(async () => [...new Set((await marked()).flat())]).toEqual(['exposure +']);
    await expect.poll(async () => (await marked())[1]).toHaveLength(1); // the newest is shown
    await find.getByRole('textbox').fill('no such words');
    await expect(find.getByRole('status')).toHaveText('nothing found');
    await page.keyboard.press('Escape');
    await expect(find).toBeHidden();
    expect(await marked()).toEqual([[], []]);
    await expect(studio.message).toBeFocused();
  });
});

/** Copies the command of the newest card of this title, runs it beside the photo, and compares what comes out. */
async function runsAsCopied(studio: StudioPage, title: string, needs: readonly string[]) {
  const { page } = studio;
  const card = studio.plan(title).last();
  await expect(card.getByText('Done')).toHaveCount(title.split(',').length);
  const folder = await mkdtemp(join(tmpdir(), 'vitrail-line-'));
  try {
    const saved: Download[] = [];
    const keep = (download: Download) => void saved.push(download);
    page.on('download', keep);
    await card.getByRole('button', { name: 'More', exact: true }).first().click();
    await page.getByRole('menuitem', { name: 'Terminal command' }).click();
    await expect(page.getByText('Copied.').last()).toBeAttached();
    await expect.poll(() => saved.map((file) => file.suggestedFilename())).toEqual(needs);
    page.off('download', keep);
    for (const file of saved) await file.saveAs(join(folder, file.suggestedFilename()));
    if (needs.length) await page.getByRole('button', { name: 'Dismiss' }).click();
    const line = await page.evaluate(() => navigator.clipboard.readText());
    expect(line).toMatch(/^vitrail run photo\.jpg .* --out out\.png$/s);
    await copyFile(sample('coffee.jpg'), join(folder, 'photo.jpg'));
    const cli = join(process.cwd(), 'src-main/cli/bin.mjs');
    const { stderr, status } = spawnSync(
      'sh',
      ['-c', `vitrail() { "${process.execPath}" "${cli}" "$@"; }; ${line}`],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, VITRAIL_DATA: join(folder, 'data') } },
    );
    expect(status, stderr).toBe(0);
    const { bytes } = await studio.export(/^PNG/);
    expect(difference(await pixels(bytes), await pixels(join(folder, 'out.png')))).toBe(0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test('a copied command does in the terminal what the card did', async ({ studio, page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await studio.drop(sample('coffee.jpg'));
  const undone = async () => {
    await studio.undo();
    await expect(page.getByRole('banner').getByRole('button', { name: /^Undo/ })).toHaveAccessibleName(
      'Undo: Import coffee',
    );
    await studio.stage.focus();
    await page.keyboard.press('Escape');
    await expect(studio.selection).toHaveCount(0);
  };
  const drag = async (...places: [number, number][]) => {
    const box = (await studio.stage.boundingBox())!;
    const view = fit(coffee, box);
    const at = ([x, y]: [number, number]) =>
      [
        box.x + view.x + x * coffee.width * view.scale,
        box.y + view.y + y * coffee.height * view.scale,
      ] as const;
    await page.mouse.move(...at(places[0]!));
    await page.mouse.down();
    for (const place of places.slice(1)) await page.mouse.move(...at(place), { steps: 5 });
    await page.mouse.up();
  };
  const selected = () => expect(studio.selection.getByText(/% of the picture/)).toBeVisible();

  await test.step('pointed at', async () => {
    await studio.point(coffee, 0.605, 0.7);
    await selected();
    await studio.say('blur the background a lot, then make this warmer');
    await runsAsCopied(studio, 'Blur background, Adjust', []);
    await undone();
  });

  await test.step('brushed, soft, in two strokes', async () => {
    await page.keyboard.press('b');
    for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+{');
    await drag([0.2, 0.3], [0.5, 0.35]);
    await selected();
    await drag([0.3, 0.6], [0.55, 0.5]);
    await selected();
    await studio.say('blur this');
    await runsAsCopied(studio, 'Blur', []);
    await undone();
  });

  await test.step('drawn around, cut to what lies in both, which is kept as a mask', async () => {
    await page.keyboard.press('l');
    await drag([0.2, 0.2], [0.7, 0.2], [0.7, 0.7], [0.2, 0.7]);
    await selected();
    await page.keyboard.down('Shift');
    await page.keyboard.down('Alt');
    await drag([0.4, 0.1], [0.9, 0.1], [0.9, 0.6], [0.4, 0.6]);
    await page.keyboard.up('Alt');
    await page.keyboard.up('Shift');
    await selected();
    await studio.say('make this black and white');
    await runsAsCopied(studio, 'Black and white', ['mask.png']);
    await undone();
  });

  await test.step('loaded from a file, with a soft edge', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vitrail-mask-'));
    const file = join(folder, 'soft.png');
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><rect width="600" height="400"/><circle cx="300" cy="200" r="120" fill="#fff"/></svg>';
    await sharp(Buffer.from(svg)).blur(20).png().toFile(file);
    await page.keyboard.press('Shift+R');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Masks', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Load a mask…' }).click();
    await (await chooser).setFiles(file);
    await selected();
    await rm(folder, { recursive: true });
    await studio.say('make this warmer');
    await runsAsCopied(studio, 'Adjust', ['mask.png']);
  });
});

test('what needs a place can take the main subject at a click', async ({ studio, page }) => {
  await studio.drop(sample('coffee.jpg'));
  await studio.stage.waitFor();
  await studio.say('remove this');
  await page.getByRole('button', { name: 'Take the main subject' }).click();
  await expect(studio.plan('Remove').last().getByText('Done')).toBeVisible();
});

test('a long thread keeps only what is near the window', async ({ studio, page }) => {
  await studio.drop(sample('coffee.jpg'));
  await studio.stage.waitFor();
  for (let i = 0; i < 14; i++) {
    await studio.say(`what can you do ${i}`);
    await expect(studio.message).toHaveValue('');
  }
  const thread = page.getByRole('log', { name: 'Messages' });
  await expect(thread.getByText('what can you do 13', { exact: true })).toBeInViewport();
  await thread.evaluate((box) => (box.scrollTop = 0));
  await expect(thread.getByText('what can you do 0', { exact: true })).toBeInViewport();
  await expect(thread.getByText('what can you do 13', { exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Jump to the newest message' }).click();
  await expect(thread.getByText('what can you do 13', { exact: true })).toBeInViewport();
});

test('a photo is seen turned before it is turned, and as before when it isn’t', async ({ studio, page }) => {
  await studio.drop(sample('coffee.jpg'));
  await studio.stage.waitFor();
  await studio.say('rotate by 10 degrees');
  const card = studio.plan('Rotate');
  await expect(card.getByText('Done')).toBeVisible();
  const seen = async () => {
    await page.mouse.move(2, 2); // nothing lights up under it
    return pixels(await studio.stage.screenshot());
  };
  await card.getByRole('button', { name: 'Change' }).click();
  // Nearer than fitted: what is tried is seen whole, and then the same as before.
  await page.getByRole('button', { name: 'Zoom in' }).click();
  const before = await seen();
  const turn = card.getByRole('slider');
  await turn.focus();
  await page.keyboard.press('End');
  await expect.poll(async () => difference(before, await seen())).toBeGreaterThan(0.2);
  await expect(page.getByRole('button', { name: /^Version \d+/ })).toHaveCount(2);
  await card.getByRole('button', { name: 'Reset' }).click();
  await expect.poll(async () => difference(before, await seen())).toBeLessThan(0.01);
});
