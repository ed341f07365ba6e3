import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fail, ok } from '../../../src-main/contract/index.ts';
import { importGiven, openPaths, pathsOf } from '../../../src-main/shell/files.ts';
import type { EngineHandle } from '../../../src-main/studio/processes/engine.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vitrail-files-'));
  writeFileSync(join(folder, 'a.jpg'), 'a');
  mkdirSync(join(folder, 'app'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An engine that only remembers what it was asked. */
function fakeEngine(answers: { opens?: boolean } = {}) {
  const asked: { open: string[]; imported: { name: string; content: string }[][] } = {
    open: [],
    imported: [],
  };
  const engine = {
    client: {
      engine: {
        openProjectPath: ({ path }: { path: string }) => {
          asked.open.push(path);
          return Promise.resolve(answers.opens === false ? fail('damaged', 'Broken.') : ok({}));
        },
        importPaths: ({ paths }: { paths: string[] }) => {
          asked.imported.push(
            paths.map((path) => ({
              name: basename(path),
              content: existsSync(path) ? readFileSync(path, 'utf8') : '',
            })),
          );
          return Promise.resolve(ok({ canvases: paths.map((_, i) => `c${i}`) }));
        },
      },
    },
  } as unknown as EngineHandle;
  return { engine, asked };
}

it('finds the files among the words of a command line', () => {
  const argv = ['electron', '--inspect=0', 'app', '--flag', 'a.jpg', 'missing.jpg', ''];
  expect(pathsOf(argv, folder, 2)).toEqual([join(folder, 'a.jpg')]);
  expect(pathsOf(['vitrail', '--no-sandbox', join(folder, 'a.jpg')], '/', 1)).toEqual([
    join(folder, 'a.jpg'),
  ]);
  expect(pathsOf(['vitrail'], folder, 1)).toEqual([]);
});

it('has nothing to open for words that can’t be looked up', () => {
  symlinkSync('circle', join(folder, 'circle'));
  expect(
    pathsOf(['x'.repeat(5_000), `a/${'x'.repeat(300)}`, 'circle', 'a\u0000b', 'a.jpg'], folder, 0),
  ).toEqual([join(folder, 'a.jpg')]);
  rmSync(join(folder, 'circle'));
});

it('opens a project first, then imports the rest', async () => {
  const { engine, asked } = fakeEngine();
  const answer = await openPaths(engine, ['/x/photo.jpg', '/p/project.vitrail', '/x/sound.wav']);
  expect(asked.open).toEqual(['/p/project.vitrail']);
  expect(asked.imported.map((files) => files.map((file) => file.name))).toEqual([['photo.jpg', 'sound.wav']]);
  expect(answer).toEqual(ok({ canvases: ['c0', 'c1'] }));
});

it('imports nothing into a project that could not be opened', async () => {
  const { engine, asked } = fakeEngine({ opens: false });
  expect((await openPaths(engine, ['/p/project.vitrail', '/x/photo.jpg'])).ok).toBe(false);
  expect(asked.imported).toEqual([]);
});

it('writes pasted bytes to files of their own, and leaves none behind', async () => {
  const { engine, asked } = fakeEngine();
  const bytes = new TextEncoder().encode('pixels');
  const before = readdirSync(folder);
  const answer = await importGiven(
    engine,
    [{ name: 'image.png', bytes }, { path: join(folder, 'a.jpg') }, { name: '../image.png', bytes }],
    folder,
  );
  expect(asked.imported).toEqual([
    [
      { name: 'image.png', content: 'pixels' },
      { name: 'a.jpg', content: 'a' },
      { name: 'image.png', content: 'pixels' },
    ],
  ]);
  expect(answer.ok).toBe(true);
  expect(readdirSync(folder)).toEqual(before);
});

it('refuses an empty file', async () => {
  const { engine, asked } = fakeEngine();
  const answer = await importGiven(engine, [{ name: 'empty.png', bytes: new Uint8Array() }], folder);
  expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  expect(asked.imported).toEqual([]);
});
