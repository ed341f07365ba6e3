import { once } from 'node:events';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { ProjectStore } from '../../../src-main/studio/project/store.ts';
import { isSound } from './sound.ts';
import { faultLibrary, makeProject, run, start, temporary } from './support.ts';

test('a process killed in the middle of it all loses nothing that it said it had done', async () => {
  const folder = makeProject(join(temporary(), 'p'));
  const said = new Set([0]);
  for (const [round, after] of [1, 9, 30].entries()) {
    const child = start(['add', folder, String(100 * (round + 1))]);
    const ended = once(child, 'exit');
    for await (const line of createInterface(child.stdout!)) {
      said.add(Number(line));
      if (said.size > after) child.kill('SIGKILL'); // what it says until it is dead still counts
    }
    expect(await ended).toEqual([null, 'SIGKILL']);

    const project = await ProjectStore.open(folder); // and nobody holds its lock any more
    const { canvases, layers, versions, media, history, readOnly } = project.snapshot();
    expect(readOnly).toBeNull();
    const found = canvases.map((canvas) => Number(canvas.id.slice(1)));
    expect(found).toEqual(expect.arrayContaining([...said]));
    expect(found.length).toBeLessThanOrEqual(said.size + 1);
    found.forEach((n) => said.add(n)); // the one that was done and not yet said
    expect([layers.length, versions.length]).toEqual([found.length, found.length]);
    expect(history.filter((entry) => !entry.undone)).toHaveLength(found.length);
    for (const { hash } of media) expect(await isSound(project.media, hash)).toBe(true);
    await project.close();
    expect(readdirSync(folder).sort()).toEqual(['.vitrail-lock', 'media', 'project.vitrail']);
  }
});

test('a process killed in any write, with half of it done, leaves the old state or the new', async (context) => {
  const folder = temporary();
  const project = makeProject(join(folder, 'p'));
  const env = faultLibrary(context, folder, join(folder, 'killed'));
  const states = new Set<number>();
  for (let n = 1; ; n++) {
    const killed = join(folder, `killed-${n}`);
    cpSync(project, killed, { recursive: true });
    const { signal } = run(['kill', killed, String(n)], env);
    const store = await ProjectStore.open(killed);
    const { canvases, draft, history, media, readOnly } = store.snapshot();
    const state = canvases.length;
    expect({ canvases: canvases.map((c) => c.id), draft, history: history.length, readOnly }).toEqual(
      state === 1
        ? { canvases: ['c0'], draft: 'after 0', history: 1, readOnly: null }
        : { canvases: ['c0', 'c1'], draft: 'after 1', history: 2, readOnly: null },
    );
    expect(media).toHaveLength(state);
    for (const { hash } of media) expect(await isSound(store.media, hash)).toBe(true);
    await store.close();
    states.add(state);
    if (signal === null) {
      expect(n).toBeGreaterThan(20); // it did reach the writes
      expect(state).toBe(2);
      break;
    }
    expect(signal).toBe('SIGKILL');
  }
  expect(states).toEqual(new Set([1, 2]));
});

test('a project is locked for other processes as long as one has it open, and no longer', async () => {
  const folder = makeProject(join(temporary(), 'p'));
  const project = await ProjectStore.open(folder);
  expect(run(['try', folder]).said).toMatchObject([{ code: 'locked', hint: expect.any(String) }]);
  await project.close();
  expect(run(['try', folder]).said).toEqual(['done']);
});
