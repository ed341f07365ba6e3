/** The window and its page: what is shown, and what the page's policy stops. */
import { readFileSync, rmSync } from 'node:fs';
import { expect, launch, test } from './fixture.ts';

test('opens one window with an empty canvas, the chat and samples', async ({ studio }) => {
  const { app, page } = studio;
  expect(page.url()).toBe('vitrail://studio/');
  await expect(page).toHaveTitle('Vitrail');
  await expect(page.getByRole('button', { name: /Open photos/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /Coffee/ })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible();
  expect(app.windows()).toHaveLength(1);
});

test('shows the samples by their addresses', async ({ studio }) => {
  const shown = await studio.page.evaluate(async () => {
    const pictures = [...document.querySelectorAll('img')];
    await Promise.all(pictures.map((picture) => picture.decode()));
    return pictures.map((picture) => picture.naturalWidth);
  });
  expect(shown.length).toBeGreaterThanOrEqual(3);
  expect(shown.every((width) => width > 0)).toBe(true);
});

test('is isolated, so that it may share memory', async ({ studio }) => {
  const found = await studio.page.evaluate(() => ({
    isolated: crossOriginIsolated,
    secure: isSecureContext,
    shared: new SharedArrayBuffer(8).byteLength,
  }));
  expect(found).toEqual({ isolated: true, secure: true, shared: 8 });
});

test('breaks none of its own rules', async ({ fresh: { page } }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`broken: ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  await page.reload();
  await page.getByRole('button', { name: /Coffee/ }).click();
  await expect(page.getByRole('application', { name: 'Canvas: coffee' })).toBeVisible();
  await page.getByRole('button', { name: 'Switch light and dark' }).click();
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('runs nothing that is inline or made from text', async ({ studio: { page } }) => {
  const evaluated = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const blocked: string[] = [];
        Object.assign(window, { blocked });
        document.addEventListener('securitypolicyviolation', (event) =>
          blocked.push(event.effectiveDirective),
        );
        // In a timer, because code that a debugger runs may evaluate text.
        setTimeout(() => {
          const script = document.createElement('script');
          script.textContent = 'document.body.dataset.inline = "script"';
          const frame = document.createElement('iframe');
          frame.src = 'data:text/html,x';
          const button = document.createElement('button');
          button.setAttribute('onclick', 'document.body.dataset.inline = "handler"');
          [script, frame, button].forEach((element) => element.classList.add('intruder'));
          document.body.append(script, frame, button);
          button.click();
          try {
            new Function('return 1')();
            resolve('ran');
          } catch (error) {
            resolve((error as Error).name);
          }
        });
      }),
  );
  expect(evaluated).toBe('EvalError');
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { blocked: string[] }).blocked))
    .toEqual(expect.arrayContaining(['script-src-elem', 'script-src-attr', 'frame-src']));
  expect(await page.evaluate(() => Object.keys(document.body.dataset))).not.toContain('inline');
  await page.evaluate(() => document.querySelectorAll('.intruder').forEach((element) => element.remove()));
});

test('keeps where the window was', async ({ folder }) => {
  const first = await launch({ data: folder });
  const bounds = { x: 40, y: 60, width: 1010, height: 710 };
  await first.app.evaluate(
    ({ BrowserWindow }, rect) => BrowserWindow.getAllWindows()[0]!.setBounds(rect),
    bounds,
  );
  await expect
    .poll(() =>
      first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getBounds().width),
    )
    .toBe(1010);
  await first.close();
  expect(JSON.parse(readFileSync(`${folder}/window.json`, 'utf8'))).toMatchObject({
    bounds: { width: 1010, height: 710 },
  });

  const second = await launch({ data: folder });
  const found = await second.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]!;
    return { size: window.getSize(), least: window.getMinimumSize() };
  });
  expect(found).toEqual({ size: [1010, 710], least: [900, 600] });
  await second.close();
  rmSync(`${folder}/window.json`);
});
