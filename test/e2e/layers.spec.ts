/** Layers over each other, and what is moved on them: with a pointer and keys, as a person has them. */
import { accessible } from './axe.ts';
import { sample } from './server.ts';
import { coffee, cat, placeOf, drag, at, png, row, undoLabel, addLayer } from './sheets.ts';
import { difference, expect, pixels, test } from './studio.ts';

test('layers over each other: added, moved, blended, ordered, masked, merged', async ({ studio, page }) => {
  const below = await pixels(sample('coffee.jpg'));
  const above = await pixels(sample('chelsea.jpg'));
  await studio.choose(sample('coffee.jpg'));
  await expect(studio.stage).toBeVisible();
  await page.getByRole('button', { name: 'Layers', exact: true }).click();
  await expect(row(page, 'coffee')).toHaveAttribute('aria-current', 'true');

  await test.step('a photo becomes the topmost layer, in the middle', async () => {
    await addLayer(page, sample('chelsea.jpg'));
    await expect(row(page, 'chelsea')).toHaveAttribute('aria-current', 'true');
    const both = await png(studio);
    expect([both.width, both.height]).toEqual([600, 400]);
    expect(at(both, 20, 20)).toEqual(at(below, 20, 20));
    // Pixel on pixel, although its width is odd and the canvas' even.
    for (const [x, y] of [
      [0, 0],
      [226, 150],
      [450, 299],
    ] as const)
      expect(at(both, 74 + x, 50 + y)).toEqual(at(above, x, y));
  });

  await test.step('the small picture of the photo shows what the canvas shows', async () => {
    const both = await png(studio);
    const frame = page.getByRole('button', { name: 'Show coffee', exact: true }).getByRole('presentation');
    const colours = () =>
      frame.evaluate(async (image: HTMLImageElement) => {
        await image.decode();
        const context = document.createElement('canvas').getContext('2d')!;
        [context.canvas.width, context.canvas.height] = [60, 40];
        context.drawImage(image, 0, 0, 60, 40);
        return [20, 15, 30, 20, 2, 2].reduce<number[]>(
          (all, x, i, list) =>
            i % 2 ? all : [...all, ...context.getImageData(x, list[i + 1]!, 1, 1).data.slice(0, 3)],
          [],
        );
      });
    const meanAt = (x: number, y: number) =>
      [0, 1, 2].map((c) => {
        let sum = 0;
        for (let i = 0; i < 100; i++) sum += at(both, x + (i % 10), y + Math.floor(i / 10))[c]!;
        return sum / 100;
      });
    const wanted = [...meanAt(200, 150), ...meanAt(300, 200), ...meanAt(20, 20)];
    await expect
      .poll(async () => {
        const found = await colours().catch(() => [999]); // it is being drawn
        return Math.max(...wanted.map((value, i) => Math.abs(value - (found[i] ?? 999))));
      })
      .toBeLessThan(24);
  });

  await test.step('dragged near the corner it snaps to it; Enter keeps it, pixel on pixel', async () => {
    await page.getByRole('button', { name: 'Move and transform' }).click();
    const middle = await placeOf(studio, 300, 200);
    const to = await placeOf(studio, 300 - 74.5 + 3, 200 - 50 - 2);
    await drag(page, middle, to);
    await expect(page.getByRole('textbox', { name: 'Left' })).toHaveValue('0');
    await expect(page.getByRole('textbox', { name: 'Top' })).toHaveValue('0');
    await accessible(page, 'a layer that is being moved');
    await studio.stage.press('Enter');
    await undoLabel(page, 'Move chelsea');
    const moved = await png(studio);
    for (const [x, y] of [
      [0, 0],
      [450, 299],
      [123, 45],
    ] as const)
      expect(at(moved, x, y)).toEqual(at(above, x, y));
    expect(at(moved, 451, 10)).toEqual(at(below, 451, 10));
  });

  await test.step('a corner scales it, Escape gives the old size back, arrows nudge it', async () => {
    const corner = await placeOf(studio, cat.width, cat.height);
    await drag(page, corner, await placeOf(studio, cat.width / 2, cat.height / 2));
    const width = page.getByRole('textbox', { name: 'Width' });
    expect(Number(await width.inputValue())).toBeLessThan(300);
    await studio.stage.press('Escape');
    await expect(width).toHaveValue('451');
    await studio.stage.press('Shift+ArrowRight');
    await studio.stage.press('ArrowDown');
    await expect(page.getByRole('textbox', { name: 'Left' })).toHaveValue('10');
    await studio.stage.press('Enter');
    await undoLabel(page, 'Move chelsea');
    expect(at(await png(studio), 10, 1)).toEqual(at(above, 0, 0));
    await studio.undo();
    await page.getByRole('button', { name: 'Point at things' }).click();
  });

  await test.step('locked, it has no handles, and says so with the way to unlock it', async () => {
    await page.getByRole('button', { name: 'Move and transform' }).click();
    await expect(page.getByRole('textbox', { name: 'Width' })).toHaveValue('451');
    const place = await placeOf(studio, cat.width, cat.height);
    const corner = { x: place.x - 4, y: place.y - 4, width: 8, height: 8 };
    const seen = async () => (await page.screenshot({ clip: corner })).toString('base64');
    const handle = await seen();
    await page.getByRole('button', { name: 'What to do with chelsea' }).click();
    await page.getByRole('menuitem', { name: 'Lock', exact: true }).click();
    const options = page.getByRole('toolbar', { name: 'Tool options' });
    await expect(options).toContainText('chelsea is locked. Unlock it to move it.');
    await expect(page.getByRole('textbox', { name: 'Width' })).toBeHidden();
    await expect.poll(seen).not.toBe(handle);
    await drag(page, await placeOf(studio, 200, 100), await placeOf(studio, 300, 200));
    await options.getByRole('button', { name: 'Unlock' }).click();
    await expect(page.getByRole('textbox', { name: 'Left' })).toHaveValue('0');
    await expect.poll(seen).toBe(handle);
    await undoLabel(page, 'Unlock chelsea');
    await page.getByRole('button', { name: 'Point at things' }).click();
  });

  await test.step('a blend mode, an opacity and the eye are seen in the export', async () => {
    await page.getByRole('combobox', { name: 'Blend mode' }).selectOption('multiply');
    await undoLabel(page, 'Blend mode of chelsea');
    const multiplied = await png(studio);
    for (const [x, y] of [
      [200, 150],
      [77, 250],
    ] as const)
      for (const c of [0, 1, 2]) {
        const wanted = (at(above, x, y)[c]! * at(below, x, y)[c]!) / 255;
        expect(Math.abs(at(multiplied, x, y)[c]! - wanted)).toBeLessThanOrEqual(1);
      }
    // Seen on the canvas while it is dragged, kept once it is let go: one step to undo.
    const opacity = page.getByRole('slider', { name: 'Opacity', exact: true });
    const place = await placeOf(studio, 300, 200);
    const patch = { x: place.x - 20, y: place.y - 20, width: 40, height: 40 };
    const seen = async () => (await page.screenshot({ clip: patch })).toString('base64');
    const full = await seen();
    const knob = (await opacity.boundingBox())!;
    const from = { x: knob.x + knob.width / 2, y: knob.y + knob.height / 2 };
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x - 30, from.y, { steps: 5 });
    await expect.poll(seen).not.toBe(full);
    await undoLabel(page, 'Blend mode of chelsea');
    await page.mouse.move(from.x - 400, from.y, { steps: 5 });
    await page.mouse.up();
    await undoLabel(page, 'Opacity of chelsea');
    expect(difference(below, await png(studio))).toBe(0);
    await studio.undo();
    await undoLabel(page, 'Blend mode of chelsea');
    await opacity.press('Home');
    await undoLabel(page, 'Opacity of chelsea');
    expect(difference(below, await png(studio))).toBe(0);
    await studio.undo();
    // Keys, too, however often they are pressed.
    await undoLabel(page, 'Blend mode of chelsea');
    for (const left of [99, 98, 97]) {
      await opacity.press('ArrowLeft');
      await expect(page.getByText(`${left} %`, { exact: true })).toBeVisible();
      await undoLabel(page, 'Opacity of chelsea');
    }
    await studio.undo();
    await undoLabel(page, 'Blend mode of chelsea');
    await expect(opacity).toHaveAttribute('aria-valuenow', '100');
    await studio.undo();
    await page.getByRole('button', { name: 'chelsea is shown' }).click();
    await undoLabel(page, 'Hide chelsea');
    expect(difference(below, await png(studio))).toBe(0);
    await studio.undo();
  });

  await test.step('the order changes by keys and by dragging', async () => {
    const names = page
      .getByRole('list', { name: 'Layers' })
      .getByRole('button', { name: /^(chelsea|coffee)$/ });
    await row(page, 'chelsea').press('Alt+ArrowDown');
    await expect(names).toHaveText(['coffee', 'chelsea']);
    expect(difference(below, await png(studio))).toBe(0);
    await row(page, 'chelsea').dragTo(row(page, 'coffee'), { targetPosition: { x: 40, y: 4 } });
    await expect(names).toHaveText(['chelsea', 'coffee']);
    expect(at(await png(studio), 100, 100)).toEqual(at(above, 100, 100));
  });

  await test.step('a name is changed in place, a group hides all that is in it', async () => {
    await row(page, 'chelsea').press('F2');
    await page.getByRole('textbox', { name: 'Name of chelsea' }).fill('Cat');
    await page.keyboard.press('Enter');
    await expect(row(page, 'Cat')).toBeVisible();
    await page.getByRole('button', { name: 'Group', exact: true }).click();
    await page.getByRole('button', { name: 'Group 1 is shown' }).click();
    await undoLabel(page, 'Hide Group 1');
    expect(difference(below, await png(studio))).toBe(0);
    await accessible(page, 'the list of layers with a group');
    await page.getByRole('button', { name: 'Group 1 is shown' }).click();

    // The group's own look: a mode takes its layers together, a lock keeps them as they are.
    await page.getByRole('button', { name: 'Group 1', exact: true }).click();
    const mode = page.getByRole('combobox', { name: 'Blend mode' });
    await expect(mode).toHaveValue('pass-through');
    await mode.selectOption('difference');
    await undoLabel(page, 'Blend mode of Group 1');
    const differing = await png(studio);
    for (const c of [0, 1, 2])
      expect(
        Math.abs(at(differing, 100, 100)[c]! - Math.abs(at(above, 100, 100)[c]! - at(below, 100, 100)[c]!)),
      ).toBeLessThanOrEqual(1);
    await page.getByRole('button', { name: 'What to do with Group 1' }).click();
    await page.getByRole('menuitem', { name: 'Lock', exact: true }).click();
    await expect(mode).toBeDisabled();
    await row(page, 'Cat').click();
    await expect(page.getByRole('button', { name: 'Delete', exact: true })).toBeDisabled();
    await expect(mode).toHaveValue('normal'); // the layer's own, although it was active all along
    await page.getByRole('button', { name: 'Group 1 is locked: unlock' }).click();
    for (let i = 0; i < 3; i++) await studio.undo();
    await expect(page.getByRole('button', { name: 'Delete', exact: true })).toBeEnabled();
    await page.getByRole('button', { name: 'Fold Group 1' }).click();
    await expect(row(page, 'Cat')).toBeHidden();
    await page.getByRole('button', { name: 'Unfold Group 1' }).click();
    await page.getByRole('button', { name: 'What to do with Group 1' }).click();
    await page.getByRole('menuitem', { name: 'Ungroup' }).click();
    await expect(page.getByRole('button', { name: 'Group 1', exact: true })).toBeHidden();
  });

  await test.step('a mask shows only what is selected, and can be switched off', async () => {
    await page.getByRole('button', { name: 'Box', exact: true }).click();
    await drag(page, await placeOf(studio, 60, 60), await placeOf(studio, 380, 260));
    await expect(studio.selection.getByText(/% of the picture/)).toBeVisible();
    await page.getByRole('button', { name: 'Mask by the selection' }).click();
    const mask = page.getByRole('button', { name: 'Mask of Cat', exact: true });
    await expect(mask).toHaveAttribute('aria-pressed', 'true');
    expect(at(await png(studio), 3, 3)).toEqual(at(below, 3, 3));
    await mask.click();
    await expect(mask).toHaveAttribute('aria-pressed', 'false');
    expect(at(await png(studio), 3, 3)).toEqual(at(above, 3, 3));
  });

  await test.step('merged down, what is seen stays the same', async () => {
    const before = await png(studio);
    await page.getByRole('button', { name: 'What to do with Cat' }).click();
    await page.getByRole('menuitem', { name: 'Merge down' }).click();
    await expect(row(page, 'Cat')).toBeHidden();
    expect(difference(before, await png(studio))).toBe(0);
  });
});

test('what is selected moves by its handles, and the place it left is filled', async ({ studio, page }) => {
  await studio.choose(sample('coffee.jpg'));
  await expect(studio.stage).toBeVisible();
  await studio.point(coffee, 0.605, 0.7);
  await expect(studio.selection.getByText(/% of the picture/)).toBeVisible();
  await page.getByRole('button', { name: 'Move and transform' }).click();
  const spoon = await placeOf(studio, 0.605 * 600, 0.7 * 400);
  await drag(page, spoon, { x: spoon.x - 60, y: spoon.y });
  await studio.stage.press('Enter');
  const card = studio.plan('Move');
  await expect(card.getByText('Done')).toBeVisible();
  await expect(card.getByText('sideways')).toBeVisible();
  expect(difference(await pixels(sample('coffee.jpg')), await png(studio))).toBeGreaterThan(0.002);
});
