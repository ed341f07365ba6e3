/** Fingers and a pen on the canvas. */
import type { CDPSession, Page } from 'playwright/test';
import { sample } from './server.ts';
import { expect, pixels, test } from './studio.ts';

declare global {
  interface Window {
    /** The finger that came last. */
    second: { pointerId: number; pointerType: string };
  }
}

type Point = { x: number; y: number };

/** Fingers by their number; each step is a new state of all of them. */
async function touch(cdp: CDPSession, type: 'touchStart' | 'touchMove' | 'touchEnd', ...fingers: Point[]) {
  const touchPoints = fingers.map(({ x, y }, id) => ({ x, y, id }));
  await cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
}

async function between(cdp: CDPSession, from: Point[], to: Point[], steps = 8) {
  for (let i = 1; i <= steps; i++)
    await touch(
      cdp,
      'touchMove',
      ...from.map((p, n) => ({
        x: p.x + ((to[n]!.x - p.x) * i) / steps,
        y: p.y + ((to[n]!.y - p.y) * i) / steps,
      })),
    );
}

const percent = async (page: Page) =>
  Number(/\d+/.exec((await page.getByRole('button', { name: /^Actual size/ }).textContent())!)![0]);

/** What is on screen around a place. */
const patch = async (page: Page, { x, y }: Point, half = 24) =>
  pixels(await page.screenshot({ clip: { x: x - half, y: y - half, width: 2 * half, height: 2 * half } }));

const meanOf = ({ data }: { data: Buffer }) => data.reduce((sum, v) => sum + v, 0) / data.length;

test.use({ hasTouch: true });

test('two fingers zoom and pan, one draws; a pen presses', async ({ studio, page }) => {
  await studio.choose(sample('coffee.jpg'));
  await expect(studio.stage).toBeVisible();
  const cdp = await page.context().newCDPSession(page);
  const box = (await studio.stage.boundingBox())!;
  const middle = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
  const by = (x: number, y = 0) => ({ x: middle.x + x, y: middle.y + y });
  await page.getByRole('button', { name: 'Brush', exact: true }).click();
  await page.getByRole('button', { name: 'Fit to window' }).click();

  await test.step('apart, the picture grows under them; what lies between them stays', async () => {
    const before = await percent(page);
    await touch(cdp, 'touchStart', by(-60));
    await touch(cdp, 'touchStart', by(-60), by(60));
    await between(cdp, [by(-60), by(60)], [by(-120), by(120)]);
    await expect.poll(async () => Math.abs((await percent(page)) / before - 2)).toBeLessThan(0.03);
    await touch(cdp, 'touchEnd');
    await expect(studio.selection).toHaveCount(0); // the first finger has painted nothing
  });

  await test.step('together, they move it, and so does the one that is left', async () => {
    const scale = await percent(page);
    const here = await patch(page, middle);
    await studio.stage.evaluate((stage) =>
      stage.addEventListener('pointerdown', (event) => {
        const { pointerId, pointerType } = event as PointerEvent;
        window.second = { pointerId, pointerType };
      }),
    );
    await touch(cdp, 'touchStart', by(-60), by(60));
    await between(cdp, [by(-60), by(60)], [by(-60, 50), by(60, 50)]);
    await expect
      .poll(async () => Math.abs(meanOf(await patch(page, by(0, 50))) - meanOf(here)))
      .toBeLessThan(1.5);
    expect(await percent(page)).toBe(scale);
    // A browser's own fingers can only be lifted all at once.
    await studio.stage.evaluate((stage) => stage.dispatchEvent(new PointerEvent('pointerup', window.second)));
    await between(cdp, [by(-60, 50), by(60, 50)], [by(-60, 0), by(60, 90)]);
    await expect
      .poll(async () => Math.abs(meanOf(await patch(page, middle)) - meanOf(here)))
      .toBeLessThan(1.5);
    await touch(cdp, 'touchEnd');
    expect(await percent(page)).toBe(scale);
    await expect(studio.selection).toHaveCount(0);
  });

  const area = async () => {
    await expect(studio.selection.getByText(/% of the picture/)).toBeVisible();
    const { data } = await pixels((await studio.export('Mask as PNG')).bytes);
    await expect(page.getByRole('menu')).toHaveCount(0);
    let sum = 0;
    for (let i = 0; i < data.length; i += 4) sum += data[i]! / 255;
    await studio.stage.focus();
    await page.keyboard.press('Escape');
    await expect(studio.selection).toHaveCount(0);
    return sum;
  };

  await test.step('one finger is the tool', async () => {
    await page.getByRole('button', { name: 'Fit to window' }).click();
    await touch(cdp, 'touchStart', by(-80));
    await between(cdp, [by(-80)], [by(80)]);
    await touch(cdp, 'touchEnd');
    expect(await area()).toBeGreaterThan(1000);
  });

  await test.step('a pen that is pressed less draws a thinner line', async () => {
    const stroke = async (force: number) => {
      const pen = { button: 'left', pointerType: 'pen', force } as const;
      await cdp.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...by(-80), clickCount: 1, ...pen });
      for (let x = -70; x <= 80; x += 10)
        await cdp.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...by(x), buttons: 1, ...pen });
      await cdp.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...by(80), clickCount: 1, ...pen });
      return area();
    };
    const [faint, firm] = [await stroke(0.25), await stroke(1)];
    expect(faint).toBeGreaterThan(50);
    expect(faint).toBeLessThan(0.5 * firm);
  });
});
