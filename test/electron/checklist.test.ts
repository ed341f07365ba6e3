/** Electron's security checklist (electronjs.org, "Security"), item by item. Item 19, fuses: package.test.ts. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { root } from '../setup/tools.mjs';
import { expect, test, type Desktop } from './fixture.ts';

/** What Electron says of the page's preferences. */
const preferences = ({ app }: Desktop) =>
  app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    return contents.getLastWebPreferences();
  });

test('1, 18: the page is secure content, and no file of the machine', async ({ studio }) => {
  expect(new URL(studio.page.url()).protocol).toBe('vitrail:');
  const read = (address: string) =>
    studio.page.evaluate(async (url) => {
      try {
        await fetch(url);
        return 'read';
      } catch {
        return 'refused';
      }
    }, address);
  expect(await read('vitrail://studio/')).toBe('read');
  expect(await read(`file://${join(root, 'package.json')}`)).toBe('refused');
  expect(await read('vitrail://other/')).toBe('refused');
});

test('2, 3, 6, 8, 9, 10: no Node, a world of its own, and none of the switches that weaken a page', async ({
  studio,
}) => {
  expect(await preferences(studio)).toMatchObject({
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    contextIsolation: true,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
  });
  expect((await preferences(studio)).enableBlinkFeatures ?? '').toBe('');
});

test('4: the page’s process is sandboxed', async ({ studio }) => {
  expect(await preferences(studio)).toMatchObject({ sandbox: true });
});

test('4: the system says so too', async ({ studio }) => {
  const { pid, sandboxed } = await studio.app.evaluate(({ app, BrowserWindow }) => {
    const of = BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId();
    return { pid: of, sandboxed: app.getAppMetrics().find((metric) => metric.pid === of)?.sandboxed };
  });
  if (process.platform !== 'linux') return expect(sandboxed).toBe(true); // which Electron doesn't tell on Linux
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).toContain('--type=renderer');
  expect(/^Seccomp:\s+(\d)$/m.exec(status)?.[1]).toBe('2');
  expect(/^NoNewPrivs:\s+(\d)$/m.exec(status)?.[1]).toBe('1');
});

test('5: the page gets no permission but full screen and copying', async ({ studio }) => {
  const states = await studio.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'];
    const found = await Promise.all(
      names.map((name) => navigator.permissions.query({ name: name as PermissionName })),
    );
    return found.map((status) => status.state);
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
  const asked = await studio.page.evaluate(async () => ({
    media: await navigator.mediaDevices.getUserMedia({ audio: true, video: true }).then(
      () => 'granted',
      (error: Error) => error.name,
    ),
    place: await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        (error) => resolve(error.code),
      ),
    ),
    notices: await Notification.requestPermission(),
  }));
  // A machine without a camera says so first.
  expect(['NotAllowedError', 'NotFoundError']).toContain(asked.media);
  expect(asked).toMatchObject({ place: 1, notices: 'denied' });
});

test('the machine’s addresses are not told through WebRTC', async ({ studio }) => {
  const policy = await studio.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.getWebRTCIPHandlingPolicy(),
  );
  expect(policy).toBe('disable_non_proxied_udp');
});

test('7: the page has a policy without unsafe words', async ({ studio }) => {
  const policy = await studio.page.evaluate(
    async () => (await fetch(location.href)).headers.get('content-security-policy') ?? '',
  );
  expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
});

test('11, 12: no other page can be put inside', async ({ studio }) => {
  expect(await preferences(studio)).toMatchObject({ webviewTag: false });
  const before = await studio.app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
  await studio.page.evaluate(() => {
    const view = document.createElement('webview');
    view.setAttribute('src', 'data:text/html,hello');
    document.body.append(view);
  });
  await studio.page.waitForTimeout(300);
  expect(await studio.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(before);
  await studio.page.evaluate(() => document.querySelector('webview')!.remove());
});

test('13, 14, 15: the window goes nowhere, opens nothing, and hands no address of its choice to the system', async ({
  studio,
}) => {
  const { app, page } = studio;
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    (globalThis as unknown as { opened: string[] }).opened = opened;
    shell.openExternal = (address) => {
      opened.push(address);
      return Promise.resolve();
    };
  });
  const elsewhere = ['https://example.org/', 'data:text/html,x', 'vitrail://other/', 'smb://x/y'];
  const opened = await page.evaluate(
    (addresses) => addresses.map((url) => window.open(url) === null),
    [...elsewhere, 'about:blank'],
  );
  expect(opened).toEqual([true, true, true, true, true]);
  for (const address of elsewhere) {
    // In a timer, as the page is not to be asked anything while it may be leaving.
    await page.evaluate((url) => {
      setTimeout(() => {
        const link = document.createElement('a');
        link.href = url;
        document.body.append(link);
        link.click();
        link.remove();
      }, 0);
    }, address);
    await page.waitForTimeout(150);
  }
  expect(page.url()).toBe('vitrail://studio/');
  expect(app.windows()).toHaveLength(1);
  expect(await app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)).toEqual([]);
});

test('13: a blank page, which Chromium asks nobody about, gives way to ours', async ({
  studio: { page },
}) => {
  const visited: string[] = [];
  page.on('framenavigated', (frame) => visited.push(frame.url()));
  await page.evaluate(() => setTimeout(() => (location.href = 'about:blank'), 0));
  await expect.poll(() => visited).toEqual(['about:blank', 'vitrail://studio/']);
  await expect(page.getByRole('button', { name: /Open photos/ })).toBeVisible();
});

test('15: a link that the studio names itself opens in the browser', async ({ studio }) => {
  const { app, page } = studio;
  const licence = await page.evaluate(async () => {
    const state = await window.studio.app.state();
    return state.ok ? state.value.packs.map((pack) => pack.licence.url).find((url) => url) : undefined;
  });
  expect(licence).toMatch(/^https:/);
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    (globalThis as unknown as { opened: string[] }).opened = opened;
    shell.openExternal = (address) => {
      opened.push(address);
      return Promise.resolve();
    };
  });
  await page.evaluate((url) => window.open(url), licence!);
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened))
    .toEqual([licence]);
});

test('16: the Electron that is shipped is a current one', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  expect(Number(manifest.devDependencies['electron']!.split('.')[0])).toBeGreaterThanOrEqual(45);
});

test('17: a request from anything but our page in our window is refused', async ({ studio }) => {
  const { app } = studio;
  const answers = await app.evaluate(
    async ({ BrowserWindow }, preload) => {
      const ask = async (address: string) => {
        const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
        await window.loadURL(address);
        const answer: unknown = await window.webContents.executeJavaScript('window.studio.app.state()');
        window.destroy();
        return answer;
      };
      return [await ask('data:text/html,hello'), await ask('vitrail://studio/')];
    },
    join(root, 'dist', 'preload.cjs'),
  );
  for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'no-permission' } });
});

test('20: the page is given the studio and nothing of Electron or Node', async ({ studio }) => {
  const found = await studio.page.evaluate(() => {
    const names = [
      'require',
      'process',
      'module',
      'Buffer',
      'global',
      'electron',
      'ipcRenderer',
      '__dirname',
    ];
    return names.filter((name) => name in window);
  });
  expect(found).toEqual([]);
});

test('nothing reaches the network, policy or not', async ({ studio }) => {
  let requests = 0;
  const server = createServer((_request, response) => {
    requests++;
    response.end('hello');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const outcome = await studio.app.evaluate(async ({ BrowserWindow }, address) => {
    const window = new BrowserWindow({ show: false });
    await window.loadURL('data:text/html,a page without a policy');
    const fetched: unknown = await window.webContents.executeJavaScript(
      `fetch(${JSON.stringify(address)}, { mode: 'no-cors' }).then(() => 'sent', () => 'refused')`,
    );
    window.destroy();
    return fetched;
  }, `http://127.0.0.1:${port}/`);
  server.close();
  expect(outcome).toBe('refused');
  expect(requests).toBe(0);
});
