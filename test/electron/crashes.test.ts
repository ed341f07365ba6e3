/** Processes that die in the middle of an edit, and the studio that goes on. */
import type { Page } from 'playwright/test';
import { current, openAndPoint, say, shown } from './edit.ts';
import { expect, launch, ready, test } from './fixture.ts';
import { isRunning, processesOf } from './processes.ts';

/** Stops processes where they are, so that what they do takes as long as the test needs. */
const freeze = (pids: number[]) => {
  if (process.platform !== 'win32') pids.forEach((pid) => process.kill(pid, 'SIGSTOP'));
};
const thaw = (pids: number[]) => {
  if (process.platform !== 'win32') pids.filter(isRunning).forEach((pid) => process.kill(pid, 'SIGCONT'));
};
const kill = (pids: number[]) => pids.forEach((pid) => process.kill(pid, 'SIGKILL'));

const lastStep = async (page: Page) => (await current(page)).messages.at(-1)?.steps[0]?.state;

/** Asks for an edit and waits until it runs; its hosts stand still. */
async function beginEdit(page: Page, hosts: number[]) {
  freeze(hosts);
  await say(page, 'remove this');
  await expect.poll(() => lastStep(page)).toBe('running');
}

test('a host is killed: the plan says so, and runs again when asked', async ({ fresh: { page, data } }) => {
  await openAndPoint(page);
  const before = await shown(page);
  const { hosts } = processesOf(data);
  expect(hosts.length).toBeGreaterThan(0);
  await beginEdit(page, hosts);
  kill(hosts);

  const plan = page.getByRole('region', { name: 'Plan: Remove' });
  await expect(plan).toContainText('Did not work');
  expect(await lastStep(page)).toBe('failed');
  expect(await shown(page)).toBe(before);
  await plan.getByRole('button', { name: 'Run again' }).click();
  await expect(plan.last()).toContainText('Done');
  expect(await shown(page)).not.toBe(before);
});

test('the engine is killed: it comes back with the project, and nothing is left behind', async ({
  fresh: { page, data },
}) => {
  await openAndPoint(page);
  const before = await current(page);
  const { engine, hosts } = processesOf(data);
  expect(engine).toHaveLength(1);
  await page.evaluate(() => {
    const states: string[] = [];
    (window as unknown as { states: string[] }).states = states;
    window.studio.on('engine', ({ state }) => states.push(state));
  });
  await beginEdit(page, hosts);
  kill(engine);
  thaw(hosts);

  await expect
    .poll(() => page.evaluate(() => (window as unknown as { states: string[] }).states))
    .toEqual(['restarting', 'ready']);
  await ready(page);
  await expect.poll(() => hosts.filter(isRunning)).toEqual([]);
  expect(processesOf(data).engine).not.toEqual(engine);

  // The same project is open, with its picture and what was pointed at.
  await expect(page.getByRole('application', { name: 'Canvas: coffee' })).toBeVisible();
  const after = await current(page);
  expect(after.id).toBe(before.id);
  expect(after.layers).toEqual(before.layers);
  expect(after.canvases[0]!.selection?.area).toBe(before.canvases[0]!.selection!.area);

  await say(page, 'remove this');
  await expect(page.getByRole('region', { name: 'Plan: Remove' }).last()).toContainText('Done');
  expect(await shown(page)).not.toBe(before.layers[0]!.version);
});

test('the page’s process is killed: it is shown anew', async ({ fresh: { app, page } }) => {
  await page.getByRole('button', { name: /Coffee/ }).click();
  await expect(page.getByRole('application', { name: 'Canvas: coffee' })).toBeVisible();
  const pageProcess = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId());
  const before = await pageProcess();
  kill([before]);
  await expect.poll(pageProcess).not.toBe(before);
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) =>
        // Asked while the new page takes the old one's place, this is never answered.
        Promise.race([
          BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript(
            'document.querySelector("[role=application]")?.getAttribute("aria-label") ?? null',
          ),
          new Promise((resolve) => setTimeout(resolve, 2_000, 'no answer')),
        ]),
      ),
    )
    .toBe('Canvas: coffee');
});

test('an engine that keeps dying is given up until the person says “try again”', async ({ fresh }) => {
  const { app, page, data } = fresh;
  await page.getByRole('button', { name: /Coffee/ }).click();
  await expect(page.getByRole('application', { name: 'Canvas: coffee' })).toBeVisible();
  await app.evaluate(({ dialog }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    dialog.showMessageBox = ((_window: unknown, options: { message: string }) => {
      asked.push(options.message);
      return Promise.resolve({ response: 0, checkboxChecked: false });
    }) as typeof dialog.showMessageBox;
  });
  const asked = () => app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked.length);
  const killed = new Set<number>();
  await expect
    .poll(async () => {
      const fresher = processesOf(data).engine.filter((pid) => !killed.has(pid));
      if (!(await asked())) kill(fresher);
      fresher.forEach((pid) => killed.add(pid));
      return asked();
    })
    .toBe(1);
  expect(killed.size).toBeGreaterThanOrEqual(3);
  await ready(page);
  await expect(page.getByRole('application', { name: 'Canvas: coffee' })).toBeVisible();
});

test('main is killed: nothing of ours lives on, and the work is there when it starts again', async ({
  folder,
}) => {
  const desktop = await launch({ data: folder });
  await openAndPoint(desktop.page);
  const before = await current(desktop.page);
  const { engine, hosts } = processesOf(folder);
  await beginEdit(desktop.page, hosts);
  const ended = new Promise((resolve) => desktop.app.process().once('exit', resolve));
  kill([desktop.app.process().pid!]);
  await ended;
  thaw(hosts);
  await expect.poll(() => [...engine, ...hosts].filter(isRunning)).toEqual([]);

  const again = await launch({ data: folder });
  await again.page.evaluate(async () => {
    const state = await window.studio.app.state();
    const open = await window.studio.project.current();
    if (open.ok && !open.value && state.ok)
      await window.studio.project.openRecent({ id: state.value.recents[0]!.id });
  });
  await expect(again.page.getByRole('application', { name: 'Canvas: coffee' })).toBeVisible();
  const after = await current(again.page);
  expect(after.id).toBe(before.id);
  expect(after.layers).toEqual(before.layers);
  await again.close();
});

test('quitting ends every process of ours', async ({ folder }) => {
  const desktop = await launch({ data: folder });
  await openAndPoint(desktop.page);
  const { engine, hosts } = processesOf(folder);
  await desktop.close();
  await expect.poll(() => [...engine, ...hosts].filter(isRunning)).toEqual([]);
});

test('a second wish to quit is not lost', async ({ folder }) => {
  const desktop = await launch({ data: folder });
  const ended = new Promise((resolve) => desktop.app.process().once('exit', resolve));
  await desktop.app.evaluate(({ app }) => {
    app.quit();
    app.quit();
    setTimeout(() => app.quit(), 1);
  });
  await ended;
  await expect.poll(() => processesOf(folder).engine).toEqual([]);
});
