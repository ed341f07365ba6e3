import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  faultLibrary,
  isRoot,
  leaveOut,
  makeProject,
  run,
  smallDisk,
  temporary,
  type Report,
} from './support.ts';

const oldState = { canvases: ['c0'], draft: 'after 0', history: 1, readOnly: null, sound: true };
const newState = { canvases: ['c0', 'c1'], draft: 'after 1', history: 2, readOnly: null, sound: true };

interface Life {
  n: number;
  reached: boolean;
  outcome: 'done' | { code: string; message: string };
  after: Report;
}

test.for([
  ['once', 'one write or flush fails'],
  ['on', 'from some write on every one fails'],
  ['full', 'from some write on the disk is full'],
])('%s: %s: the old state or the new, and never another', ([mode], context) => {
  const folder = temporary();
  const project = makeProject(join(folder, 'p'));
  const lives = run([mode!, project], faultLibrary(context, folder, project)).said as Life[];
  expect(lives.length).toBeGreaterThan(20);
  for (const { n, reached, outcome, after } of lives) {
    expect(reached).toBe(n < lives.length);
    if (outcome === 'done') expect(after, `life ${n}`).toEqual(newState);
    else {
      expect([oldState, newState], `life ${n}`).toContainEqual(after);
      expect(['no-space', 'internal'], outcome.message).toContain(outcome.code);
    }
  }
  expect(lives.filter(({ outcome }) => outcome === 'done').length).toBeGreaterThan(0);
  // SQLite tells a full disk from a broken one when it writes, not when it flushes.
  const codes = lives.map(({ outcome }) => (outcome === 'done' ? 'done' : outcome.code));
  expect(codes.filter((code) => code === (mode === 'full' ? 'no-space' : 'internal')).length).toBeGreaterThan(
    5,
  );
});

test('a full disk: said as such, nothing lost, and the same session goes on when there is room', (context) => {
  const disk = smallDisk(context, 3);
  const project = makeProject(join(disk, 'p'));
  writeFileSync(join(disk, 'filler'), Buffer.alloc(2 << 20));
  const [full, later] = run(['fill', project, join(disk, 'filler')]).said as [
    { error: { code: string; hint: string }; canvases: number; draft: string },
    string,
  ];
  expect(full.error).toMatchObject({ code: 'no-space', hint: expect.stringContaining('Nothing was lost') });
  expect(full.canvases).toBeGreaterThan(1);
  expect(full.draft).toBe(`after ${full.canvases - 1}`);
  expect(later).toBe('done');
  const [after] = run(['report', project]).said as [Report];
  expect(after).toMatchObject({
    draft: 'after 10000',
    history: full.canvases + 1,
    readOnly: null,
    sound: true,
  });
  expect(after.canvases).toHaveLength(full.canvases + 1);
});

test('a disk that can’t be written to: the project is shown, and says why it can’t be changed', (context) => {
  const disk = smallDisk(context, 8);
  const project = makeProject(join(disk, 'p'));
  expect(spawnSync('mount', ['-o', 'remount,ro', disk]).status).toBe(0);
  expect(run(['report', project]).said).toEqual([
    { ...oldState, readOnly: expect.stringMatching(/written to/) },
  ]);
  expect(run(['try', project]).said).toMatchObject([
    { code: 'no-permission', hint: expect.stringMatching(/Copy/) },
  ]);
});

test('a folder of somebody else: the same', (context) => {
  if (process.platform === 'win32') leaveOut(context, 'Windows has other permissions');
  const project = makeProject(join(temporary(), 'p'));
  const listed = () =>
    readdirSync(project, { recursive: true })
      .map((name) => [name, statSync(join(project, String(name))).mtimeMs] as const)
      .sort();
  const paths = [
    project,
    ...readdirSync(project, { recursive: true }).map((name) => join(project, String(name))),
  ];
  for (const path of paths) chmodSync(path, statSync(path).isDirectory() ? 0o555 : 0o444);
  const before = listed();
  const user = isRoot ? { FAULT_USER: '65534' } : {};
  const [report] = run(['report', project], user).said;
  const [tried] = run(['try', project], user).said;
  for (const path of paths) chmodSync(path, statSync(path).isDirectory() ? 0o755 : 0o644);
  expect(report).toEqual({ ...oldState, readOnly: expect.stringMatching(/written to/) });
  expect(tried).toMatchObject({ code: 'no-permission' });
  expect(listed()).toEqual(before);
});
