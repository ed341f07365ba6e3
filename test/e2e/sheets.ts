/** Layers and places on the canvas, for tests that work with them. */
import type { Locator, Page } from 'playwright/test';
import { fit } from '../../src-renderer/canvas/view.ts';
import { expect, pixels, type Pixels, type StudioPage } from './studio.ts';

export const coffee = { width: 600, height: 400 };
export const cat = { width: 451, height: 300 };

/** Where a pixel of the fitted canvas lies on the page. */
export async function placeOf({ stage }: StudioPage, x: number, y: number, picture = coffee) {
  const box = (await stage.boundingBox())!;
  const view = fit(picture, box);
  return { x: box.x + view.x + x * view.scale, y: box.y + view.y + y * view.scale, scale: view.scale };
}

export async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

export const at = ({ width, data }: Pixels, x: number, y: number) => [
  ...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3),
];
export const png = async (studio: StudioPage) => pixels((await studio.export(/^PNG/)).bytes);
export const row = (page: Page, name: string): Locator =>
  page.getByRole('list', { name: 'Layers' }).getByRole('button', { name, exact: true });
export const undoLabel = (page: Page, label: string) =>
  expect(page.getByRole('button', { name: `Undo: ${label}` })).toBeVisible();

export async function addLayer(page: Page, file: string) {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add a layer' }).click();
  await page.getByRole('menuitem', { name: 'Open photos as layers…' }).click();
  await (await chooser).setFiles([file]);
}
