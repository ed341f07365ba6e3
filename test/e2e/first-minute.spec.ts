import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { difference, expect, pixels, test } from './studio.ts';
import { sample } from './server.ts';

const coffee = { width: 600, height: 400 };
const spoon = { x: 0.605, y: 0.7 };

test('drop, click, say, see the plan, undo, reload, export', async ({ studio, page }) => {
  const original = await pixels(sample('coffee.jpg'));

  await test.step('the address keeps no key', () => {
    expect(new URL(page.url()).hash).toBe('');
  });

  await test.step('a dropped photo is shown', async () => {
    await studio.drop(sample('coffee.jpg'));
    await expect(studio.stage).toBeVisible();
  });

  await test.step('a click selects a part', async () => {
    await studio.point(coffee, spoon.x, spoon.y);
    await expect(studio.selection.getByText(/% of the picture/)).toBeVisible();
  });

  const card = studio.plan('Remove');
  await test.step('what is said becomes a plan with its region, and a result', async () => {
    await studio.say('remove this');
    await expect(card).toContainText('Image editing');
    await expect(card.getByRole('img').or(card.locator('canvas')).first()).toBeVisible();
    await expect(card.getByText('Done')).toBeVisible();
  });

  await test.step('the exported picture has the full size, and only the part has changed', async () => {
    const file = await studio.export(/^PNG/);
    expect(file.name).toMatch(/\.png$/);
    const edited = await pixels(file.bytes);
    expect([edited.width, edited.height]).toEqual([600, 400]);
    const share = difference(original, edited);
    expect(share).toBeGreaterThan(0.002);
    expect(share).toBeLessThan(0.5);
  });

  await test.step('undo and redo', async () => {
    await studio.undo();
    expect(difference(original, await pixels((await studio.export(/^PNG/)).bytes))).toBe(0);
    await page.getByRole('banner').getByRole('button', { name: /^Redo/ }).click();
    expect(difference(original, await pixels((await studio.export(/^PNG/)).bytes))).toBeGreaterThan(0);
  });

  await test.step('after a reload everything is there, and undo still works', async () => {
    await page.reload();
    await expect(studio.stage).toBeVisible();
    await expect(card.getByText('Done')).toBeVisible();
    await studio.undo();
    expect(difference(original, await pixels((await studio.export(/^PNG/)).bytes))).toBe(0);
  });

  await test.step('as JPEG', async () => {
    const file = await studio.export(/^JPEG/);
    expect(file.name).toMatch(/\.jpe?g$/);
    expect(file.bytes.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    const { width, height } = await pixels(file.bytes);
    expect([width, height]).toEqual([600, 400]);
  });
});

test('a chosen photo, a box, the mask as PNG and as COCO JSON, and back by a drop', async ({
  studio,
  page,
}) => {
  await studio.choose(sample('coffee.jpg'));
  await expect(studio.stage).toBeVisible();
  await page.getByRole('button', { name: 'Fit to window' }).click();
  await page.getByRole('button', { name: 'Box', exact: true }).click();
  const area = (await studio.stage.boundingBox())!;
  await page.mouse.move(area.x + area.width * 0.3, area.y + area.height * 0.3);
  await page.mouse.down();
  await page.mouse.move(area.x + area.width * 0.7, area.y + area.height * 0.7, { steps: 5 });
  await page.mouse.up();
  await expect(studio.selection.getByText(/% of the picture/)).toBeVisible();

  const file = (await studio.export('Mask as PNG')).bytes;
  const png = await pixels(file);
  expect([png.width, png.height]).toEqual([600, 400]);
  const values = new Set(Array.from({ length: 600 * 400 }, (_, i) => png.data[i * 4]));
  expect(values.has(0) && values.has(255)).toBe(true);

  const json = (await studio.export('Mask as COCO JSON')).bytes;
  expect(JSON.stringify(JSON.parse(json.toString('utf8')))).toContain('"size":[400,600]');

  const folder = await mkdtemp(join(tmpdir(), 'vitrail-mask-'));
  const photos = page.getByRole('group', { name: 'In this project' }).getByRole('button', { name: /^Show / });
  const covered = studio.selection.getByText(/% of the picture/);
  const question = page.getByRole('status').filter({ hasText: 'mask.png looks like a mask of this photo.' });
  const deselect = async () => {
    await studio.stage.press('Escape');
    await expect(studio.selection).toBeHidden();
  };
  try {
    const files = { png: join(folder, 'mask.png'), json: join(folder, 'mask.json') };
    await writeFile(files.png, file);
    await writeFile(files.json, json);
    const share = await covered.textContent();

    await test.step('JSON can only be a mask', async () => {
      await deselect();
      await studio.drop(files.json);
      await expect(covered).toHaveText(share!);
      await expect(photos).toHaveCount(1);
    });
    await test.step('a black-and-white PNG of the photo’s size is asked about: a selection', async () => {
      await deselect();
      await studio.drop(files.png);
      await question.getByRole('button', { name: 'Use as selection' }).click();
      await expect(covered).toHaveText(share!);
      await expect(question).toBeHidden();
      await expect(photos).toHaveCount(1);
    });
    await test.step('or a photo; another photo comes without a question', async () => {
      await studio.drop(files.png, sample('chelsea.jpg'));
      await expect(photos).toHaveCount(2);
      await expect(question).toBeVisible();
      await question.getByRole('button', { name: 'Add as photo' }).click();
      await expect(photos).toHaveCount(3);
      await expect(page.getByRole('application', { name: 'Canvas: mask' })).toBeVisible();
      await expect(question).toBeHidden();
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('a wish that needs a model names the packs and changes nothing', async ({ studio, page }) => {
  await studio.choose(sample('chelsea.jpg'));
  await expect(studio.stage).toBeVisible();
  await studio.say('put a lighthouse here');
  await expect(page.getByText('These packs could do it')).toBeVisible();
});

test('the chat is there before a photo is; what is being written outlives its coming', async ({ studio }) => {
  await studio.message.fill('make it war');
  await studio.choose(sample('chelsea.jpg'));
  await expect(studio.stage).toBeVisible();
  await expect(studio.message).toHaveValue('make it war');
  await studio.say('make it warmer');
  await expect(studio.plan('Adjust').getByText('Done')).toBeVisible();
});

test('what is said before there is a photo is answered', async ({ studio, page }) => {
  await studio.say('generate a lighthouse');
  await expect(page.getByText('These packs could do it')).toBeVisible();
  await expect(studio.message).toBeFocused();
  await studio.say('remove this');
  await expect(page.getByText('Drop a photo first, then say it again.')).toBeVisible();
});

test('a question is answered, and an example in the answer is said at a click', async ({ studio, page }) => {
  await studio.choose(sample('chelsea.jpg'));
  await expect(studio.stage).toBeVisible();
  await studio.say('what can you do?');
  await page.getByRole('button', { name: 'make it warmer' }).click();
  await expect(studio.message).toHaveValue('make it warmer ');
  await expect(studio.message).toBeFocused();
  await studio.message.press('Enter');
  await expect(studio.plan('Adjust').getByText('Done')).toBeVisible();
  await studio.say('frobnicate it');
  await page.getByRole('button', { name: 'crop to a square' }).last().press('Enter');
  await expect(studio.message).toHaveValue('crop to a square ');
});

test('a file that is no picture is refused with a reason, and the page goes on', async ({ studio, page }) => {
  await studio.choose(sample('README.md'), sample('chelsea.jpg'));
  await expect(studio.stage).toBeVisible();
  await expect(page.getByText(/README\.md/).first()).toBeVisible();
});

test('a sample opens by its tile', async ({ studio, page }) => {
  await page.getByRole('button', { name: /^Coffee/ }).click();
  await expect(studio.stage).toBeVisible();
});
