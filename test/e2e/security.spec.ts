import { expect, test } from './studio.ts';
import { sample } from './server.ts';

test('a page without the key sees nothing of the studio', async ({ served, studio, browser }) => {
  await studio.choose(sample('coffee.jpg'));
  await expect(studio.stage).toBeVisible();
  const context = await browser.newContext(); // another browser of the same user
  const stranger = await context.newPage();
  await stranger.goto(served.url);
  await expect(stranger.locator('body')).not.toBeEmpty();
  await expect(stranger.getByRole('application')).toHaveCount(0);
  await expect(stranger.getByRole('textbox', { name: 'Message', exact: true })).toHaveCount(0);
  await context.close();
});

test('no cookie is set, and the key is in this tab’s storage alone', async ({ studio, page }) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await page.context().cookies()).toEqual([]);
  expect(await page.evaluate(() => Object.keys(localStorage))).not.toContain('vitrail.secret');
  expect(await page.evaluate(() => sessionStorage.getItem('vitrail.secret'))).toMatch(/^[\w-]{43}$/);
  expect(studio.page.url()).not.toContain('#');
});

test('the page is isolated, and its policy stops foreign script and style', async ({ served, page }) => {
  const violations: string[] = [];
  await page.goto(served.file);
  await page.waitForURL(`${served.url}**`);
  await page.exposeFunction('reportViolation', (directive: string) => violations.push(directive));
  const injected = await page.evaluate(async () => {
    const report = (window as unknown as { reportViolation(directive: string): void }).reportViolation;
    document.addEventListener('securitypolicyviolation', (event) => report(event.effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.head.append(script);
    const style = document.createElement('style');
    style.textContent = 'body { outline: 7px solid red }';
    document.head.append(style);
    const foreign = await fetch('http://127.0.0.1:9/').then(
      () => 'allowed',
      () => 'refused',
    );
    return {
      script: 'injected' in window,
      style: getComputedStyle(document.body).outlineWidth === '7px',
      foreign,
      isolated: crossOriginIsolated,
    };
  });
  expect(injected).toEqual({ script: false, style: false, foreign: 'refused', isolated: true });
  await expect.poll(() => violations.length).toBeGreaterThanOrEqual(3);
});

test('another site on this machine can’t reach the studio', async ({ served, browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route('http://evil.test/', (route) => route.fulfill({ contentType: 'text/html', body: 'evil' }));
  await page.goto('http://evil.test/');
  const reached = await page.evaluate(async (url) => {
    const read = await fetch(url).then(
      () => 'read',
      () => 'refused',
    );
    const written = await fetch(`${url}import`, { method: 'POST', body: 'x' }).then(
      () => 'read',
      () => 'refused',
    );
    const socket = await new Promise((resolve) => {
      const made = new WebSocket(`${url.replace('http', 'ws')}studio`);
      made.onopen = () => resolve('open');
      made.onerror = () => resolve('refused');
    });
    return { read, written, socket };
  }, served.url);
  expect(reached).toEqual({ read: 'refused', written: 'refused', socket: 'refused' });
  await context.close();
});
