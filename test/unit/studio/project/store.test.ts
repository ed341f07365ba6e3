import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { StudioError, say, project as projectSchema } from '../../../../src-main/contract/index.ts';
import { ProjectStore, type ActionRun } from '../../../../src-main/studio/project/store.ts';
import { importInto, kept, layerOf, messageOf, selectionOf, store, temporary, versionOf } from './support.ts';

async function fresh(): Promise<ProjectStore> {
  const project = await ProjectStore.create(join(temporary(), 'Holiday'), 'Holiday');
  onTestFinished(() => project.close());
  return project;
}

async function reopen(project: ProjectStore): Promise<ProjectStore> {
  await project.close();
  const again = await ProjectStore.open(project.folder);
  onTestFinished(() => again.close());
  return again;
}

test('a new project is empty, named, and of the contract', async () => {
  const project = await fresh();
  const snapshot = projectSchema.parse(project.snapshot());
  expect(snapshot).toMatchObject({
    id: project.id,
    name: 'Holiday',
    readOnly: null,
    canvases: [],
    history: [],
  });
  expect(snapshot).toMatchObject({ active: null, draft: '', undo: null, redo: null });
});

test('everything is there again after closing and opening', async () => {
  const project = await fresh();
  const media = await store(project, 'a picture');
  project.act('Import', (doc) => importInto(doc, media));
  project.note((doc) => {
    doc.name = 'Summer';
    doc.draft = 'remove th';
    doc.messages.put(messageOf('z'));
    doc.messages.put(messageOf('a'));
    doc.canvases.put({ ...doc.canvases.get('c')!, selection: selectionOf(media.hash) });
  });
  const before = project.snapshot();
  expect(projectSchema.parse(before)).toEqual(before);
  expect(before.messages.map((m) => m.id)).toEqual(['z', 'a']); // as they were said, though at the same millisecond
  const again = await reopen(project);
  expect(kept(again.snapshot())).toEqual(kept(before));
  expect(again.id).toBe(project.id);
});

test('labels are keys with what they speak of, and texts of older versions stay what they are', async () => {
  const project = await fresh();
  const media = await store(project, 'a picture');
  const labels = [
    'Import boat',
    say('import', 'boat “1”'),
    say('showVersion', say('edit', 'blur')),
    '{not a key',
  ];
  project.act(labels[0]!, (doc) => importInto(doc, media));
  for (const [i, label] of labels.slice(1).entries())
    project.act(label, (doc) => doc.layers.put({ ...doc.layers.get('c-layer')!, name: `n${i}`, order: i }));
  const again = await reopen(project);
  expect(again.snapshot().history.map((entry) => entry.label)).toEqual(labels);
  expect(again.snapshot().undo).toBe('{not a key');
});

test('a clean close leaves the project, its media and nothing else to speak of', async () => {
  const project = await fresh();
  const media = await store(project, 'a picture');
  project.act('Import', (doc) => importInto(doc, media));
  expect(existsSync(join(project.folder, 'project.vitrail-wal'))).toBe(true);
  await project.media.staging();
  await project.close();
  await project.close(); // twice is fine
  expect(readdirSync(project.folder).sort()).toEqual(['.vitrail-lock', 'media', 'project.vitrail']);
  expect(readdirSync(join(project.folder, 'media'))).toEqual([media.hash.slice(0, 2)]);
});

test('undo and redo survive reopening, and a new action makes what was undone unreachable', async () => {
  let project = await fresh();
  const one = await store(project, 'one');
  const two = await store(project, 'two');
  project.act('Import', (doc) => importInto(doc, one));
  project.act('Blur', (doc) => {
    doc.media.put(two);
    doc.versions.put(versionOf('v2', 'c-layer', two.hash, { parent: 'c-version' }));
    doc.layers.put({ ...doc.layers.get('c-layer')!, version: 'v2' });
  });
  expect(project.undo()).toBe(true);
  project = await reopen(project);
  expect(project.snapshot()).toMatchObject({ undo: 'Import', redo: 'Blur' });
  expect(project.snapshot().layers[0]!.version).toBe('c-version');
  expect(project.redo()).toBe(true);
  expect(project.snapshot().layers[0]!.version).toBe('v2');
  expect(project.redo()).toBe(false);
  expect(project.undo() && project.undo()).toBe(true);
  expect(project.undo()).toBe(false);
  expect(project.snapshot()).toMatchObject({ canvases: [], layers: [], versions: [], active: null });
  expect(project.snapshot().history.map((h) => [h.label, h.undone])).toEqual([
    ['Import', true],
    ['Blur', true],
  ]);
  project.act('Import again', (doc) => importInto(doc, two, 'd'));
  expect(project.redo()).toBe(false);
  project = await reopen(project);
  expect(project.redo()).toBe(false);
  expect(project.snapshot().history.map((h) => h.label)).toEqual(['Import again']);
});

test('undo leaves selections, the thread, the draft and the name alone', async () => {
  const project = await fresh();
  const media = await store(project, 'one');
  project.act('Import', (doc) => importInto(doc, media));
  project.act('Rename', (doc) => {
    doc.canvases.put({ ...doc.canvases.get('c')!, name: 'Cat' });
    doc.messages.put(messageOf('m'));
  });
  const selection = selectionOf(null);
  project.note((doc) => {
    doc.canvases.put({ ...doc.canvases.get('c')!, selection });
    doc.draft = 'later';
    doc.name = 'Later';
  });
  project.undo();
  const after = project.snapshot();
  expect(after.canvases[0]).toMatchObject({ name: 'c', selection });
  expect(after).toMatchObject({ draft: 'later', name: 'Later', messages: [{ id: 'm' }] });
});

test('a canvas takes its layers and versions along, and comes back with its selection, in its place, in focus', async () => {
  const project = await fresh();
  const media = await store(project, 'one');
  for (const id of ['a', 'b', 'c']) project.act(`Import ${id}`, (doc) => importInto(doc, media, id));
  const selection = selectionOf(media.hash);
  project.note((doc) => {
    doc.canvases.put({ ...doc.canvases.get('b')!, selection });
    doc.active = 'b';
  });
  const before = project.snapshot();
  project.act('Remove', (doc) => doc.canvases.delete('b'));
  expect(project.snapshot().layers.map((l) => l.id)).toEqual(['a-layer', 'c-layer']);
  expect(project.snapshot().versions.map((v) => v.id)).toEqual(['a-version', 'c-version']);
  expect(project.snapshot().active).toBe('c');
  project.undo();
  expect(kept({ ...project.snapshot(), history: [], redo: null })).toEqual(
    kept({ ...before, history: [], redo: null }),
  );
});

test('what throws inside a transaction changes nothing, on the disk neither', async () => {
  const project = await fresh();
  const media = await store(project, 'one');
  const before = project.snapshot();
  const heard: number[] = [];
  project.onChange(() => heard.push(1));
  expect(() =>
    project.act('Import', (doc) => {
      importInto(doc, media);
      throw new StudioError('cancelled', 'No.');
    }),
  ).toThrow('No.');
  expect(project.snapshot()).toBe(before);
  expect(heard).toEqual([]);
  expect(kept((await reopen(project)).snapshot())).toEqual(kept(before));
});

test('bugs are refused: unstored media, dangling rows, undoable rows in a note, nesting, promises, bad rows', async () => {
  const project = await fresh();
  const media = await store(project, 'one');
  const missing = { ...media, hash: 'f'.repeat(64) };
  expect(() => project.act('x', (doc) => importInto(doc, missing))).toThrow(/before they are stored/);
  expect(() =>
    project.note((doc) => doc.messages.put(messageOf('m', { selection: selectionOf(missing.hash) }))),
  ).toThrow(/before they are stored/);
  expect(() => project.act('x', (doc) => doc.layers.put(layerOf('l', 'nowhere', 'v')))).toThrow(/missing/);
  expect(() => project.note((doc) => importInto(doc, media))).toThrow(/only act may change/);
  expect(() => project.note(() => project.note(() => 1))).toThrow(/inside a transaction/);
  expect(() => project.note(() => Promise.resolve())).toThrow(/synchronous/);
  expect(() =>
    project.note((doc) => doc.messages.put({ ...messageOf('m'), role: 'cat' as 'user' })),
  ).toThrow();
  project.act('Import', (doc) => importInto(doc, media));
  expect(() => project.act('x', (doc) => doc.versions.delete('c-version'))).toThrow(/missing/);
  expect(() => project.note((doc) => doc.media.delete(media.hash))).toThrow(/no media row/);
  expect(() => (project.snapshot().layers[0]!.version = 'x')).toThrow(TypeError);
  expect(project.snapshot().history).toHaveLength(1);
});

test('a text that looks like a hash names no media', async () => {
  const project = await fresh();
  project.note((doc) => doc.messages.put(messageOf('m', { text: 'e'.repeat(64) })));
  expect(project.snapshot().messages).toHaveLength(1);
});

test('nothing changed: no entry, no event; something changed: one event, after it is true', async () => {
  const project = await fresh();
  const media = await store(project, 'one');
  let events = 0;
  const stop = project.onChange(() => events++);
  project.act('Import', (doc) => importInto(doc, media));
  project.act('Nothing', (doc) => doc.canvases.put({ ...doc.canvases.get('c')! }));
  project.act('Only a draft', (doc) => void (doc.draft = 'x'));
  expect(events).toBe(2);
  expect(project.snapshot().history.map((h) => h.label)).toEqual(['Import']);
  expect(project.snapshot()).toBe(project.snapshot());
  stop();
  project.undo();
  expect(events).toBe(2);
});

test('one session a project, and none after it is closed', async () => {
  const project = await fresh();
  await expect(ProjectStore.open(project.folder)).rejects.toMatchObject({ failure: { code: 'locked' } });
  await expect(ProjectStore.create(project.folder, 'x')).rejects.toMatchObject({
    failure: { code: 'locked' },
  });
  await project.close();
  expect(() => project.note(() => 1)).toThrow(/closed/);
  await expect(ProjectStore.create(project.folder, 'x')).rejects.toMatchObject({
    failure: { code: 'wrong-use' },
  });
  const again = await ProjectStore.open(join(project.folder, 'project.vitrail'));
  await again.close();
});

test('garbage: what the history, a selection or a message needs stays; the rest goes, but not in its own session', async () => {
  let project = await fresh();
  const names = [
    'import',
    'undone',
    'abandoned',
    'mask',
    'old mask',
    'said',
    'export',
    'preview',
    'stray preview',
  ];
  const media = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await store(project, name)] as const)),
  );
  const of = (name: string) => media[name]!;
  project.note((doc) => {
    for (const name of names) doc.media.put(of(name));
    doc.media.put({ ...of('undone'), preview: of('preview').hash });
    doc.media.put({ ...of('export'), preview: of('stray preview').hash });
  });
  project.act('Import', (doc) => importInto(doc, of('import')));
  const edit = (name: string) =>
    project.act(name, (doc) => {
      doc.versions.put(versionOf(`${name}-v`, 'c-layer', of(name).hash));
      doc.layers.put({ ...doc.layers.get('c-layer')!, version: `${name}-v` });
    });
  edit('abandoned');
  project.undo();
  edit('undone');
  project.undo();
  for (const mask of ['old mask', 'mask'])
    project.note((doc) =>
      doc.canvases.put({ ...doc.canvases.get('c')!, selection: selectionOf(of(mask).hash) }),
    );
  const region = { parts: [{ kind: 'mask' as const, hash: of('said').hash, sign: '+' as const }] };
  project.note((doc) => doc.messages.put(messageOf('m', { selection: { ...selectionOf(null), region } })));

  expect(await project.collectGarbage()).toBe(0);
  project = await reopen(project);
  expect(await project.collectGarbage()).toBe(3);
  const kept = names.filter((name) => project.media.path(of(name).hash));
  expect(kept).toEqual(['import', 'undone', 'abandoned', 'mask', 'said', 'preview']);
  expect(new Set(project.snapshot().media.map((m) => m.hash))).toEqual(new Set(kept.map((n) => of(n).hash)));
  expect(project.redo()).toBe(true);
});

test('missing media are said, and the project opens all the same', async () => {
  const project = await fresh();
  const media = await store(project, 'one');
  project.act('Import', (doc) => importInto(doc, media));
  const path = project.media.path(media.hash)!;
  await project.close();
  rmSync(path);
  const again = await reopen(project);
  expect(again.snapshot().warning).toMatch(/1 file is missing/);
});

test('actions of one run are one step of the history while nothing else is done, also after opening again', async () => {
  const project = await fresh();
  const media = await store(project, 'a picture');
  project.act('Import', (doc) => importInto(doc, media));
  const name = () => project.snapshot().canvases[0]!.name;
  const first = name();
  const rename = (to: string, run?: ActionRun) =>
    project.act(`Rename to ${to}`, (doc) => doc.canvases.put({ ...doc.canvases.get('c')!, name: to }), run);
  const run: ActionRun = { entry: null };
  expect(project.joins(run)).toBe(false);
  rename('one', run);
  expect(project.joins(run)).toBe(true);
  rename('two', run);
  expect(project.snapshot().history.map(({ label }) => label)).toEqual(['Import', 'Rename to two']);
  expect(project.isUndone(run)).toBe(false);
  project.undo();
  expect([name(), project.isUndone(run), project.joins(run)]).toEqual([first, true, false]);
  project.redo();
  rename('else');
  rename('three', run);
  rename('four', run);
  const again = await reopen(project);
  const labels = () => again.snapshot().history.map(({ label }) => label);
  expect(labels()).toEqual(['Import', 'Rename to two', 'Rename to else', 'Rename to four']);
  const names = [again.snapshot().canvases[0]!.name];
  for (let i = 0; i < 3; i++) {
    again.undo();
    names.push(again.snapshot().canvases[0]!.name);
  }
  expect(names).toEqual(['four', 'else', 'two', first]);
});
