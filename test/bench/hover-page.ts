/**
 * `node test/bench/hover-page.ts [--megapixels 12] [--hovers 100]`, after `node build.mjs`: how long a person waits from
 * a move of the pointer to the frame that shows what a click there would select, in Chromium without a GPU, once the
 * photo has been prepared.
 */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { forget, startServer } from '../e2e/server.ts';
import { StudioPage } from '../e2e/studio.ts';
import { testTools } from '../setup/tools.mjs';
import { picture } from './pictures.ts';

const { values: wanted } = parseArgs({
  options: { megapixels: { type: 'string', default: '12' }, hovers: { type: 'string', default: '100' } },
});
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Waits until a hover is drawn after the next move; milliseconds from the move to the frame after it. */
function watchHover(): void {
  const page = globalThis as unknown as { hovered: Promise<number>; watch(): void };
  let moved = 0;
  let drawn: (() => void) | null = null;
  addEventListener('pointermove', () => (moved = performance.now()), true);
  // Only the tint of a mask is put as pixels.
  const put = CanvasRenderingContext2D.prototype.putImageData;
  CanvasRenderingContext2D.prototype.putImageData = function (
    this: CanvasRenderingContext2D,
    ...args: unknown[]
  ) {
    put.apply(this, args as Parameters<typeof put>);
    drawn?.();
  } as typeof put;
  page.watch = () => {
    page.hovered = new Promise((resolve) => {
      drawn = () => {
        drawn = null;
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - moved)));
      };
    });
  };
}

const tools = await testTools();
const folder = await mkdtemp(join(tmpdir(), 'vitrail-hover-'));
const served = await startServer();
const browser = await chromium.launch({ executablePath: tools.chromium, args: tools.chromiumArgs });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(served.file);
  const studio = new StudioPage(page);
  await studio.choose(await picture(root, folder, Number(wanted.megapixels)));
  await studio.stage.waitFor();
  await page.evaluate(watchHover);
  const box = (await studio.stage.boundingBox())!;
  const waited: number[] = [];
  for (let i = -3; i < Number(wanted.hovers); i++) {
    await page.evaluate(() => (globalThis as unknown as { watch(): void }).watch());
    const [x, y] = [0.3 + 0.4 * ((i * 0.618 + 3) % 1), 0.3 + 0.4 * ((i * 0.755 + 3) % 1)];
    await page.mouse.move(box.x + x * box.width, box.y + y * box.height);
    const ms = await page.evaluate(() => (globalThis as unknown as { hovered: Promise<number> }).hovered);
    if (i >= 0) waited.push(ms); // the first ones wait for the preparing
    await page.waitForTimeout(400);
  }
  waited.sort((a, b) => a - b);
  const at = (q: number) => waited[Math.min(waited.length - 1, Math.floor(q * waited.length))]!.toFixed(1);
  console.log(
    `from the pointer's move to the frame: least ${at(0)}, median ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)} ms`,
  );
} finally {
  await browser.close();
  await served.stop();
  await forget(served.data);
  await forget(folder);
}
