/**
 * How long the page takes for a frame of a stroke, of a pan and of a moved layer: a photo of 24 megapixels with ten
 * layers, in Chromium without a GPU, once with the host idle and once with an edit running. By hand:
 * `node test/bench/stage.ts`. Figures are milliseconds of script and raster a frame.
 */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type CDPSession, type Page } from 'playwright';
import sharp from 'sharp';
import { forget, startServer } from '../e2e/server.ts';
import { testTools } from '../setup/tools.mjs';

const layers = 10;
const size = { width: 6000, height: 4000 };

interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  /** Time on the processor, where Chromium tells it: what other programs take doesn't count. */
  tdur?: number;
}

/** Script of the page; painting of its layers. */
const script = new Set(['EventDispatch', 'FireAnimationFrame', 'FunctionCall', 'TimerFire']);
const raster = new Set(['RasterTask', 'Paint', 'Layerize', 'Commit']);

/** Records while `work` goes on; the milliseconds of each frame in which something was drawn. */
async function frames(cdp: CDPSession, work: () => Promise<void>): Promise<number[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => void events.push(...(value as TraceEvent[]));
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'toplevel'] },
  });
  await work();
  const complete = new Promise<void>((resolve) => cdp.once('Tracing.tracingComplete', () => resolve()));
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', collect);
  const whole = events.filter((e) => e.ph === 'X' && e.dur !== undefined).sort((a, b) => a.ts - b.ts);
  // Several callbacks of one frame come within a moment of each other.
  const calls = whole.filter((e) => e.name === 'FireAnimationFrame').map((e) => e.ts);
  const starts = calls.filter((ts, i) => i === 0 || ts - calls[i - 1]! > 6_000);
  return starts.slice(0, -1).map((start, i) => {
    const end = starts[i + 1]!;
    let sum = 0;
    let until = 0;
    for (const { name, ts, dur, tdur } of whole) {
      if (ts < start || ts >= end) continue;
      if (raster.has(name)) sum += tdur ?? dur!;
      else if (script.has(name) && ts >= until) {
        sum += tdur ?? dur!; // what is called from there is part of it
        until = ts + dur!;
      }
    }
    return sum / 1000;
  });
}

const quantile = (values: readonly number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? NaN;

const say = (name: string, values: readonly number[]) =>
  console.log(
    `${name}: ${values.length} frames, median ${quantile(values, 0.5).toFixed(2)}, ` +
      `p95 ${quantile(values, 0.95).toFixed(2)}, worst ${Math.max(...values).toFixed(2)} ms`,
  );

/** A drag through `steps` places on a curve across the stage, one a frame. */
async function curve(page: Page, steps = 240, button: 'left' | 'middle' = 'left') {
  const box = (await page.getByRole('application').boundingBox())!;
  const at = (i: number) => ({
    x: box.x + box.width * (0.5 + 0.25 * Math.cos((i / steps) * 6.28)),
    y: box.y + box.height * (0.5 + 0.25 * Math.sin((i / steps) * 12.56)),
  });
  await page.mouse.move(at(0).x, at(0).y);
  await page.mouse.down({ button });
  for (let i = 1; i <= steps; i++) {
    await page.mouse.move(at(i).x, at(i).y);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  }
  await page.mouse.up({ button });
}

const folder = await mkdtemp(join(tmpdir(), 'vitrail-bench-'));
const photo = join(folder, 'photo.jpg');
const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
await sharp({ create: { ...size, channels: 3, background: '#888', noise } })
  .blur(3)
  .jpeg({ quality: 90 })
  .toFile(photo);

const { chromium: executablePath, chromiumArgs } = await testTools();
const served = await startServer();
const browser = await chromium.launch({ executablePath, args: chromiumArgs });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(120_000);
  await page.goto(served.file);
  await page.waitForURL(`${served.url}**`);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open photos…' }).first().click();
  await (await chooser).setFiles([photo]);
  await page.getByRole('application').waitFor({ timeout: 120_000 });
  await page.getByRole('button', { name: 'Layers', exact: true }).click();
  const rows = page.getByRole('list', { name: 'Layers' }).locator('button[aria-current]');
  for (let i = 1; i < layers; i++) {
    await page.getByRole('button', { name: 'Duplicate', exact: true }).click();
    await rows.nth(i).waitFor();
    await page
      .getByRole('combobox', { name: 'Blend mode' })
      .selectOption(['normal', 'multiply', 'screen', 'overlay'][i % 4]!);
  }
  await rows.nth(layers / 2).click();
  const cdp = await page.context().newCDPSession(page);

  const round = async (name: string) => {
    await page.getByRole('button', { name: 'Brush', exact: true }).click();
    say(`${name}, stroke`, await frames(cdp, () => curve(page)));
    await page.keyboard.press('Escape');
    say(`${name}, pan`, await frames(cdp, () => curve(page, 120, 'middle')));
    await page.getByRole('button', { name: 'Fit to window' }).click();
  };
  await round('idle');
  await page.getByRole('button', { name: 'Move and transform' }).click();
  say('idle, moving a layer', await frames(cdp, () => curve(page, 90)));
  await page.getByRole('application').press('Escape');
  await page.getByRole('textbox', { name: 'Message', exact: true }).fill('denoise');
  await page.keyboard.press('Enter');
  await round('busy');
} finally {
  await browser.close();
  await served.stop();
  await forget(served.data);
  await forget(folder);
}
