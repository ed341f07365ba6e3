/** The first minute, as a person does it: the same in a checkout and in a package. */
import { expect, type Page } from 'playwright/test';
import type { Project } from '../../src-main/contract/index.ts';

export async function current(page: Page): Promise<Project> {
  const answer = await page.evaluate(() => window.studio.project.current());
  if (!answer.ok || !answer.value) throw new Error('no project is open');
  return answer.value;
}

/** Opens the first sample and clicks a thing in it. */
export async function openAndPoint(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Coffee/ }).click();
  const canvas = page.getByRole('application', { name: 'Canvas: coffee' });
  await expect(canvas).toBeVisible();
  await expect.poll(async () => (await current(page)).canvases.length).toBe(1);
  const { width, height } = (await canvas.boundingBox())!;
  await canvas.click({ position: { x: width * 0.62, y: height * 0.7 } });
  await expect.poll(async () => (await current(page)).canvases[0]!.selection?.area ?? 0).toBeGreaterThan(0);
}

export async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill(text);
  await page.getByRole('button', { name: 'Send' }).click();
}

/** The version that the only layer shows. */
export async function shown(page: Page): Promise<string> {
  return (await current(page)).layers[0]!.version;
}

/** Points, removes, takes it back, does it again. */
export async function removeAndUndo(page: Page): Promise<void> {
  await openAndPoint(page);
  const before = await shown(page);
  await say(page, 'remove this');
  await expect(page.getByRole('region', { name: 'Plan: Remove' })).toContainText('Done');
  const after = await shown(page);
  expect(after).not.toBe(before);
  await page.getByRole('banner').getByRole('button', { name: /^Undo/ }).click();
  await expect.poll(() => shown(page)).toBe(before);
  await page.getByRole('banner').getByRole('button', { name: /^Redo/ }).click();
  await expect.poll(() => shown(page)).toBe(after);
}

/** Width and height in a PNG's header. */
export function pngSize(file: Buffer): { width: number; height: number } {
  expect(file.subarray(1, 4).toString()).toBe('PNG');
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}
