/** Text, crop, versions and history: with a pointer and keys, as a person has them. */
import { accessible } from './axe.ts';
import { sample } from './server.ts';
import { placeOf, drag, at, png, row, undoLabel } from './sheets.ts';
import { difference, expect, pixels, test, type Pixels } from './studio.ts';

test('text, crop, versions, history', async ({ studio, page }) => {
  const original = await pixels(sample('coffee.jpg'));
  await studio.choose(sample('coffee.jpg'));
  await expect(studio.stage).toBeVisible();
  await page.getByRole('button', { name: 'Layers', exact: true }).click();

  await test.step('a text is typed on the canvas and becomes a layer', async () => {
    await page.getByRole('button', { name: 'Text', exact: true }).click();
    const place = await placeOf(studio, 60, 120);
    await page.mouse.click(place.x, place.y);
    await page.keyboard.type('Hello');
    await accessible(page, 'a text that is being written');
    await page.keyboard.press('Control+Enter');
    await expect(row(page, 'Hello')).toHaveAttribute('aria-current', 'true');
    const written = await png(studio);
    expect([written.width, written.height]).toEqual([600, 400]);
    const share = difference(original, written);
    expect(share).toBeGreaterThan(0.005);
    expect(share).toBeLessThan(0.2);
  });

  await test.step('a click on it opens it again: the words change, the layer stays', async () => {
    const place = await placeOf(studio, 90, 125);
    await page.mouse.click(place.x, place.y);
    const box = page.getByRole('textbox', { name: 'Text on the canvas' });
    await expect(box).toHaveValue('Hello');
    await box.fill('Hi');
    await box.press('Control+Enter');
    await expect(row(page, 'Hi')).toBeVisible();
    await expect(row(page, 'Hello')).toBeHidden();
    await page.getByRole('button', { name: 'Point at things' }).click();
  });

  await test.step('blurred, the letters fade beyond the frame that they had, without an edge', async () => {
    const sharp = await png(studio);
    await studio.say('blur');
    await expect(studio.plan('Blur').getByText('Done')).toBeVisible();
    const soft = await png(studio);
    const boxOf = (picture: Pixels) => {
      const box = { x1: Infinity, y1: Infinity, x2: 0, y2: 0 };
      for (let y = 0; y < 400; y++)
        for (let x = 0; x < 600; x++) {
          const [a, b] = [at(picture, x, y), at(original, x, y)];
          if (!a.some((v, c) => v !== b[c])) continue;
          box.x1 = Math.min(box.x1, x);
          box.y1 = Math.min(box.y1, y);
          box.x2 = Math.max(box.x2, x);
          box.y2 = Math.max(box.y2, y);
        }
      return box;
    };
    const [small, large] = [boxOf(sharp), boxOf(soft)];
    expect(large.x2 - large.x1).toBeGreaterThan(small.x2 - small.x1 + 10);
    expect(large.y2 - large.y1).toBeGreaterThan(small.y2 - small.y1 + 10);
    for (let x = large.x1; x <= large.x2; x++)
      for (const y of [large.y1, large.y2])
        for (const c of [0, 1, 2])
          expect(Math.abs(at(soft, x, y)[c]! - at(original, x, y)[c]!)).toBeLessThan(12);
    await studio.undo();
    expect(difference(sharp, await png(studio))).toBe(0);
  });

  await test.step('blurred, they are a picture: the text tool says why, and how to write them again', async () => {
    await page.getByRole('banner').getByRole('button', { name: /^Redo/ }).click();
    await undoLabel(page, 'Blur');
    await page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name: 'Text' }).click();
    const place = await placeOf(studio, 75, 125);
    await page.mouse.click(place.x, place.y);
    const said = page.getByRole('status').filter({ hasText: 'made a picture of the letters' });
    await expect(said).toContainText('The words of Hi can’t be changed any more: “Blur”');
    await expect(said).toContainText('show “Text” under Versions in the layers panel');
    const box = page.getByRole('textbox', { name: 'Text on the canvas' });
    await expect(box).toBeHidden();
    // With another tool a double click asks for the same.
    await said.getByRole('button').last().click();
    await expect(said).toBeHidden();
    await page.getByRole('button', { name: 'Move and transform' }).click();
    await page.mouse.dblclick(place.x, place.y);
    await expect(said).toContainText('The words of Hi can’t be changed any more: “Blur”');
    const versions = page.getByRole('region', { name: 'Versions of Hi' });
    await versions.getByRole('button', { name: 'Text', exact: true }).first().click();
    await expect(said).toBeHidden();
    await page.mouse.dblclick(place.x, place.y);
    await expect(box).toHaveValue('Hi');
    await box.press('Escape');
    await studio.undo();
    await undoLabel(page, 'Blur');
    await studio.undo();
    await page.getByRole('button', { name: 'Point at things' }).click();
  });

  await test.step('versions: the earlier one beside the present one, then shown, then as a layer', async () => {
    await page.getByRole('button', { name: 'coffee', exact: true }).first().click();
    await row(page, 'coffee').click();
    await studio.say('black and white');
    await expect(studio.plan('Black and white').getByText('Done')).toBeVisible();
    const versions = page.getByRole('region', { name: 'Versions of coffee' });
    await versions.getByRole('button', { name: 'Before and after: Original' }).click();
    const split = page.getByRole('slider', { name: 'Left of this: Original' });
    await expect(split).toHaveAttribute('aria-valuenow', '50');
    await accessible(page, 'a version beside the present one');
    await split.press('Home');
    await expect(split).toHaveAttribute('aria-valuenow', '0');
    const handle = (await split.boundingBox())!;
    const to = await placeOf(studio, 300, 200);
    await drag(page, { x: handle.x + 12, y: to.y }, to);
    await expect(split).toHaveAttribute('aria-valuenow', '50');
    await page.getByRole('button', { name: 'End the comparison' }).click();
    await expect(split).toBeHidden();
    await versions.getByRole('button', { name: 'As new layer: Black and white' }).click();
    await expect(row(page, 'Black and white')).toHaveAttribute('aria-current', 'true');
    await row(page, 'coffee').click();
  });

  await test.step('the crop frame makes a plan; all layers go along', async () => {
    await page.getByRole('button', { name: 'Crop', exact: true }).click();
    await drag(page, await placeOf(studio, 600, 400), await placeOf(studio, 400, 300));
    await expect(page.getByRole('toolbar', { name: 'Tool options' }).getByText('400 × 300')).toBeVisible();
    await accessible(page, 'the crop frame');
    await studio.stage.press('Enter');
    await expect(studio.plan('Crop').getByText('Done')).toBeVisible();
    const cropped = await png(studio);
    expect([cropped.width, cropped.height]).toEqual([400, 300]);
    await studio.undo();
    expect((await png(studio)).width).toBe(600);
  });

  await test.step('the history jumps to any state and back', async () => {
    await page.getByRole('tab', { name: 'History' }).click();
    const list = page.getByRole('list', { name: 'History' });
    await accessible(page, 'the history');
    // Each state as the canvas showed it: with the text, and before there was one.
    const thumb = (name: RegExp) => list.getByRole('button', { name }).first().locator('img');
    await expect(thumb(/^Add Hello/)).toHaveAttribute('src', /^blob:/);
    await expect(thumb(/^Import coffee/)).toHaveAttribute('src', /^blob:/);
    const drawn = (name: RegExp) =>
      thumb(name).evaluate((image: HTMLImageElement) => {
        const sheet = document.createElement('canvas');
        sheet.width = image.naturalWidth;
        sheet.height = image.naturalHeight;
        const context = sheet.getContext('2d')!;
        context.drawImage(image, 0, 0);
        return { width: sheet.width, height: sheet.height, url: sheet.toDataURL() };
      });
    const [before, after] = [await drawn(/^Import coffee/), await drawn(/^Add Hello/)];
    expect(before).toMatchObject({ width: 96, height: 64 });
    expect(after).toMatchObject({ width: 96, height: 64 }); // the photo under the text, not the text's own box
    expect(after.url).not.toBe(before.url);
    await list.getByRole('button', { name: /^Import coffee/ }).click();
    await expect(list.getByRole('button', { name: /^Import coffee/ })).toHaveAttribute(
      'aria-current',
      'step',
    );
    expect(difference(original, await png(studio))).toBe(0);
    await list.getByRole('button', { name: /^Import coffee/ }).press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(list.getByRole('button', { name: /^Add Hello/ })).toHaveAttribute('aria-current', 'step');
    await list.getByRole('button', { name: /^Beginning/ }).click();
    await page.getByRole('heading', { name: /^Bring a photo/ }).waitFor();
  });

  await test.step('before the first photo the history is still there, and leads back', async () => {
    const list = page.getByRole('list', { name: 'History' });
    await expect(list.getByRole('button', { name: /^Beginning/ })).toHaveAttribute('aria-current', 'step');
    await expect(page.getByRole('tab')).toHaveText(['History']);
    await page.getByRole('button', { name: 'Close the panel' }).click();
    await page.keyboard.press('Shift+H');
    await list.getByRole('button', { name: /^Import coffee/ }).click();
    await studio.stage.waitFor();
    expect(difference(original, await png(studio))).toBe(0);
    await studio.undo();
    await page.getByRole('heading', { name: /^Bring a photo/ }).waitFor();
    await accessible(page, 'the history without a photo');
    await page.getByRole('button', { name: /^Redo/ }).click();
    await studio.stage.waitFor();
  });
});
