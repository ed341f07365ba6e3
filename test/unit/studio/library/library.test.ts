import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { app, settingsChange } from '../../../../src-main/contract/index.ts';
import { Library } from '../../../../src-main/studio/library/library.ts';
import { ProjectStore } from '../../../../src-main/studio/project/store.ts';
import { importInto, store, temporary } from '../project/support.ts';

async function makeProject(library: Library, name: string): Promise<ProjectStore> {
  const project = await ProjectStore.create(library.newProjectFolder(name), name);
  onTestFinished(() => project.close());
  return project;
}

const shape = app.pick({ settings: true, recents: true });

test('a new data folder has the settings that come with the studio and no projects', async () => {
  const library = await Library.open(join(temporary(), 'data'));
  expect(shape.parse(library.state())).toEqual({
    settings: {
      appearance: 'system',
      language: 'system',
      motion: 'system',
      confirmPlans: false,
      shortcuts: {},
      lastCommands: [],
    },
    recents: [],
  });
  expect(library.openProject).toBeNull();
  expect(library.takeNotices()).toEqual([]);
});

test('settings stay, one at a time, and undefined changes nothing', async () => {
  const data = temporary();
  const library = await Library.open(data);
  library.setSettings({ appearance: 'dark' });
  library.setSettings({ confirmPlans: true, appearance: undefined });
  // As a request arrives: what it leaves out must not come in as what it was at first.
  library.setSettings(settingsChange.parse({ language: 'de', shortcuts: { undo: ['mod+u'] } }));
  expect(() => library.setSettings({ appearance: 'pink' as 'dark' })).toThrow();
  expect((await Library.open(data)).state().settings).toMatchObject({
    appearance: 'dark',
    confirmPlans: true,
    language: 'de',
    shortcuts: { undo: ['mod+u'] },
  });
});

test('recent projects: the latest first, once each, with name and picture, and never a path', async () => {
  const data = temporary();
  const library = await Library.open(data);
  const [one, two] = [await makeProject(library, 'One'), await makeProject(library, 'Two')];
  const picture = await store(one, 'picture');
  const preview = await store(one, 'preview');
  one.act('Import', (doc) => {
    doc.media.put({ ...preview, type: 'image/webp' });
    importInto(doc, { ...picture, preview: preview.hash });
  });
  for (const project of [one, two, one]) library.remember(project);
  const again = await Library.open(data);
  const { recents } = shape.parse(again.state());
  expect(recents.map((r) => [r.id, r.name, r.preview])).toEqual([
    [one.id, 'One', preview.hash],
    [two.id, 'Two', null],
  ]);
  expect(again.openProject).toBe(one.id);
  expect(again.pathOf(two.id)).toBe(two.folder);
  expect(again.locatePreview(preview.hash)).toEqual({
    path: one.media.path(preview.hash),
    type: 'image/webp',
    bytes: preview.bytes,
  });
  expect(again.locatePreview(picture.hash)).toBeNull();
  again.forget(one.id);
  expect(again.state().recents.map((r) => r.id)).toEqual([two.id]);
  expect(again.openProject).toBeNull();
  expect(existsSync(one.folder)).toBe(true);
});

test('a copied project and its original are both on the list, each at its own place', async () => {
  const data = temporary();
  const library = await Library.open(data);
  const original = await makeProject(library, 'One');
  library.remember(original);
  await original.close();
  const folder = join(data, 'copy');
  cpSync(original.folder, folder, { recursive: true });
  const copy = await ProjectStore.open(folder);
  onTestFinished(() => copy.close());
  expect(copy.id).toBe(original.id);
  for (let i = 0; i < 2; i++) {
    library.remember(copy);
    const [first, second, ...rest] = shape.parse(library.state()).recents;
    expect([library.pathOf(first!.id), library.pathOf(second!.id)]).toEqual([copy.folder, original.folder]);
    expect([library.openProject, rest]).toEqual([first!.id, []]);
  }
  const again = await ProjectStore.open(original.folder);
  onTestFinished(() => again.close());
  library.remember(again);
  expect(library.state().recents.map(({ id }) => library.pathOf(id))).toEqual([again.folder, copy.folder]);
  expect(library.openProject).toBe(original.id);
});

test('a project that was moved is on the list once, at its new place', async () => {
  const library = await Library.open(temporary());
  const project = await makeProject(library, 'One');
  library.remember(project);
  await project.close();
  renameSync(project.folder, `${project.folder} moved`);
  const moved = await ProjectStore.open(`${project.folder} moved`);
  onTestFinished(() => moved.close());
  library.remember(moved);
  expect(library.state().recents.map(({ id }) => [id, library.pathOf(id)])).toEqual([
    [project.id, moved.folder],
  ]);
});

test('projects that are gone drop off the list', async () => {
  const library = await Library.open(temporary());
  const [one, two, three] = await Promise.all(['1', '2', '3'].map((name) => makeProject(library, name)));
  for (const project of [one!, two!, three!]) library.remember(project);
  await one!.close();
  rmSync(one!.folder, { recursive: true });
  expect(library.state().recents.map((r) => r.name)).toEqual(['3', '2']);
  await two!.close();
  renameSync(two!.folder, `${two!.folder} moved`);
  expect(() => library.pathOf(two!.id)).toThrow(/no longer/);
  expect(() => library.pathOf('unknown')).toThrow(/no longer/);
  expect(library.state().recents.map((r) => r.name)).toEqual(['3']);
});

test.each(['', 'null', '{"settings": {"appearance": "pink"}}', '\u0000\u0000', '{"recents": [{}]}'])(
  'a list that can’t be read (%j) is set aside with a notice',
  async (text) => {
    const data = temporary();
    writeFileSync(join(data, 'library.json'), text);
    const library = await Library.open(data);
    expect(library.state().recents).toEqual([]);
    expect(library.takeNotices()).toMatchObject([
      { code: 'damaged', hint: expect.stringContaining('library.json.') },
    ]);
    expect(library.takeNotices()).toEqual([]);
    const aside = readdirSync(data).find((name) => name.endsWith('.damaged'))!;
    expect(readFileSync(join(data, aside), 'utf8')).toBe(text);
    library.setSettings({ appearance: 'dark' });
    expect((await Library.open(data)).state().settings.appearance).toBe('dark');
  },
);

test('two processes add to one list', async () => {
  const data = temporary();
  const [a, b] = [await Library.open(data), await Library.open(data)];
  a.remember(await makeProject(a, 'A'));
  b.remember(await makeProject(b, 'B'));
  a.setSettings({ confirmPlans: true });
  expect(b.state()).toMatchObject({
    settings: { confirmPlans: true },
    recents: [{ name: 'B' }, { name: 'A' }],
  });
});

test('scratch folders: one a process, and those of dead processes are cleared away', async () => {
  const data = temporary();
  const dead = join(data, 'scratch', '4194999'); // above Linux' largest process id
  mkdirSync(dead, { recursive: true });
  mkdirSync(join(data, 'scratch', String(process.ppid)));
  const library = await Library.open(data);
  expect(existsSync(library.scratch)).toBe(true);
  expect(existsSync(dead)).toBe(false);
  expect(existsSync(join(data, 'scratch', String(process.ppid)))).toBe(true);
  await library.close();
  expect(existsSync(library.scratch)).toBe(false);
});
