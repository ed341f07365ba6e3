/** `window.studio`, the page's one door. */
import { channels, pageRequests } from '../../src-main/contract/index.ts';
import { expect, test } from './fixture.ts';

test('is complete, frozen, and the only thing added', async ({ studio }) => {
  const found = await studio.page.evaluate(() =>
    Object.entries(window.studio).flatMap(([name, value]) =>
      typeof value === 'function' ? [name] : Object.keys(value).map((method) => `${name}.${method}`),
    ),
  );
  expect(found.sort()).toEqual([...channels(pageRequests), 'importFiles', 'mediaUrl', 'on'].sort());
  const changed = await studio.page.evaluate(() => {
    const before = window.studio;
    try {
      (window as { studio: unknown }).studio = {};
      (before.app as { state: unknown }).state = null;
    } catch {
      return false; // refused aloud
    }
    return window.studio !== before || window.studio.app.state === null;
  });
  expect(changed).toBe(false);
});

test('refuses what is shaped wrongly, and what is too large', async ({ studio }) => {
  const codes = await studio.page.evaluate(async () => {
    const { studio: door } = window;
    const wrong = door as unknown as {
      project: { openRecent(input?: unknown): Promise<{ ok: boolean; error?: { code: string } }> };
      chat: { setDraft(input?: unknown): Promise<{ ok: boolean; error?: { code: string } }> };
      selection: { set(input?: unknown): Promise<{ ok: boolean; error?: { code: string } }> };
    };
    const points = Array.from({ length: 20_000 }, () => ({ x: 0.123456789, y: 0.987654321 }));
    const stroke = { kind: 'stroke', points, radius: 0.1, sign: '+' };
    const answers = await Promise.all([
      wrong.project.openRecent(),
      wrong.project.openRecent({ id: '../../etc' }),
      wrong.project.openRecent({ id: 'a', path: '/etc/passwd' }),
      wrong.chat.setDraft({ text: 'x'.repeat(20_001) }),
      wrong.chat.setDraft('text'),
      wrong.selection.set({ canvas: 'a', region: { parts: Array.from({ length: 30 }, () => stroke) } }),
    ]);
    return answers.map((answer) => (answer.ok ? 'ok' : answer.error!.code));
  });
  expect(codes).toEqual(['wrong-use', 'wrong-use', 'wrong-use', 'wrong-use', 'wrong-use', 'too-large']);
});

test('tells events of the contract only', async ({ studio }) => {
  const outcome = await studio.page.evaluate(() => {
    try {
      window.studio.on('nothing' as 'app', () => undefined);
      return 'listening';
    } catch (error) {
      return (error as Error).message;
    }
  });
  expect(outcome).toMatch(/no event named nothing/);
  const heard = await studio.page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        const off = window.studio.on('app', (app) => {
          off();
          resolve(app.settings.confirmPlans);
        });
        void window.studio.app.setSettings({ confirmPlans: true });
      }),
  );
  expect(heard).toBe(true);
  await studio.page.evaluate(() => window.studio.app.setSettings({ confirmPlans: false }));
});

test('takes files, and nothing that only looks like one', async ({ studio }) => {
  const refused = await studio.page.evaluate(async () => {
    const forged = { name: 'passwd', size: 1, path: '/etc/passwd' };
    return window.studio.importFiles([forged]);
  });
  expect(refused).toMatchObject({ ok: false });
});
