/** What a person does in the studio's page; in a browser, unless a shell does it otherwise. */
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { expect, type Locator, type Page } from 'playwright/test';
import { fit } from '../../src-renderer/canvas/view.ts';

/** Pixels of a picture: RGBA, 8 bits. */
export interface Pixels {
  width: number;
  height: number;
  data: Buffer;
}

export async function pixels(file: string | Buffer): Promise<Pixels> {
  const { data, info } = await sharp(file).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** The share of pixels that differ, 0..1. */
export function difference(a: Pixels, b: Pixels): number {
  expect([a.width, a.height]).toEqual([b.width, b.height]);
  let differ = 0;
  for (let i = 0; i < a.data.length; i += 4) if (a.data.readUInt32LE(i) !== b.data.readUInt32LE(i)) differ++;
  return (differ * 4) / a.data.length;
}

/** What the page complains about from now on. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`.trim());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}

export class StudioPage {
  readonly page: Page;
  readonly stage: Locator;
  readonly message: Locator;
  readonly selection: Locator;

  constructor(page: Page) {
    this.page = page;
    this.stage = page.getByRole('application');
    this.message = page.getByRole('textbox', { name: 'Message', exact: true });
    this.selection = page.getByRole('toolbar', { name: 'Selection', exact: true });
  }

  /** Chooses files in the browser's own dialog. */
  async choose(...files: string[]) {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: 'Open photos…' }).first().click();
    await (await chooser).setFiles(files);
  }

  /** A real drop: files dragged in from outside the browser, let go at the middle of the page. */
  async drop(...files: string[]) {
    const { innerWidth: width, innerHeight: height } = await this.page.evaluate(() => ({
      innerWidth,
      innerHeight,
    }));
    await this.dropAt({ x: width / 2, y: height / 2 }, ...files);
  }

  /** Let go at a place of the page, in CSS pixels. */
  async dropAt({ x, y }: { x: number; y: number }, ...files: string[]) {
    const cdp = await this.page.context().newCDPSession(this.page);
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await cdp.send('Input.dispatchDragEvent', {
        type,
        x,
        y,
        data: { items: [], files, dragOperationsMask: 1 },
      });
    await cdp.detach();
  }

  /** Clicks a place of the picture, in shares of it. The picture must be fitted to the window. */
  async point(picture: { width: number; height: number }, x: number, y: number) {
    await this.stage.waitFor();
    await this.page.getByRole('button', { name: 'Fit to window' }).click();
    const box = (await this.stage.boundingBox())!;
    const view = fit(picture, box);
    await this.stage.click({
      position: { x: view.x + x * picture.width * view.scale, y: view.y + y * picture.height * view.scale },
    });
  }

  async say(text: string) {
    await this.message.fill(text);
    await this.message.press('Enter');
  }

  plan(title: string): Locator {
    return this.page.getByRole('region', { name: `Plan: ${title}`, exact: true });
  }

  /** Exports by the menu; the file's name and bytes. */
  async export(item: string | RegExp): Promise<{ name: string; bytes: Buffer }> {
    await this.page.getByRole('button', { name: 'Export', exact: true }).click();
    const download = this.page.waitForEvent('download');
    await this.page.getByRole('menuitem', { name: item }).click();
    const file = await download;
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  }

  undo = () => this.page.getByRole('banner').getByRole('button', { name: /^Undo/ }).click();
}
