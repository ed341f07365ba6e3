import {
  closeSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import {
  applicationId,
  currentFormat,
  migrate,
  readHeader,
  steps,
} from '../../../../src-main/studio/project/format.ts';
import { upgrade } from '../../../../src-main/studio/project/opening.ts';
import { ProjectStore } from '../../../../src-main/studio/project/store.ts';
import { importInto, messageOf, selectionOf, store, temporary } from './support.ts';

/** A closed project with a canvas and `messages` messages. */
async function closed(messages = 1): Promise<string> {
  const project = await ProjectStore.create(join(temporary(), 'p'), 'Holiday');
  const media = await store(project, 'a picture');
  project.act('Import', (doc) => importInto(doc, media));
  project.note((doc) => {
    for (let i = 0; i < messages; i++) doc.messages.put(messageOf(`m${i}`, { text: `${i} `.repeat(200) }));
  });
  await project.close();
  return project.folder;
}

async function open(path: string): Promise<ProjectStore> {
  const project = await ProjectStore.open(path);
  onTestFinished(() => project.close());
  return project;
}

const failure = (code: string) => ({
  failure: { code, message: expect.any(String), hint: expect.any(String) },
});

/** Every file of a folder with the digest of what it holds. */
function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path, createHash('sha256').update(readFileSync(path)).digest('hex')];
    }),
  );
}

function edit(folder: string, change: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(join(folder, 'project.vitrail'));
  database.exec('PRAGMA journal_mode = DELETE');
  change(database);
  database.close();
}

function overwrite(path: string, at: number, bytes: Buffer): void {
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, at);
  closeSync(file);
}

test('the header says what a file is', async () => {
  const folder = await closed();
  expect(await readHeader(join(folder, 'project.vitrail'))).toEqual({
    kind: 'project',
    format: currentFormat,
  });
  const path = join(folder, 'x');
  writeFileSync(path, '');
  expect(await readHeader(path)).toEqual({ kind: 'broken' });
  writeFileSync(path, 'x'.repeat(5000));
  expect(await readHeader(path)).toEqual({ kind: 'broken' });
  rmSync(path);
  const other = new DatabaseSync(path);
  other.exec('CREATE TABLE notes (x)');
  other.close();
  expect(await readHeader(path)).toEqual({ kind: 'foreign' });
});

test('places without a project, and files that are none', async () => {
  const folder = temporary();
  await expect(ProjectStore.open(folder)).rejects.toMatchObject(failure('not-found'));
  await expect(ProjectStore.open(join(folder, 'project.vitrail'))).rejects.toMatchObject(
    failure('not-found'),
  );
  writeFileSync(join(folder, 'cat.jpg'), 'x');
  await expect(ProjectStore.open(join(folder, 'cat.jpg'))).rejects.toMatchObject(failure('bad-input'));
  const foreign = new DatabaseSync(join(folder, 'project.vitrail'));
  foreign.exec('CREATE TABLE notes (x)');
  foreign.close();
  await expect(ProjectStore.open(folder)).rejects.toMatchObject(failure('bad-input'));
});

test('a project made by a newer version is opened from a copy and left as it is', async () => {
  const folder = await closed();
  edit(folder, (database) => database.exec(`PRAGMA user_version = ${currentFormat + 1}`));
  const before = contents(folder);
  const project = await open(folder);
  expect(project.readOnly).toMatch(/newer version/);
  expect(project.snapshot()).toMatchObject({
    name: 'Holiday',
    readOnly: project.readOnly,
    canvases: [{ id: 'c' }],
  });
  expect(() => project.act('x', (doc) => doc.canvases.delete('c'))).toThrow(/newer version/);
  expect(() => project.undo()).toThrow(/newer version/);
  expect(await project.collectGarbage()).toBe(0);
  await project.close();
  expect(contents(folder)).toEqual(before);
});

test('a newer project that can’t be understood says so, and is left as it is', async () => {
  const folder = await closed();
  edit(folder, (database) =>
    database.exec(`PRAGMA user_version = ${currentFormat + 1}; ALTER TABLE canvases RENAME TO boards`),
  );
  const before = contents(folder);
  await expect(ProjectStore.open(folder)).rejects.toMatchObject(failure('newer-format'));
  expect(contents(folder)).toEqual(before);
});

test('in a read-only project one can still point, look and export; none of it outlives the session', async () => {
  const folder = await closed();
  edit(folder, (database) => database.exec(`PRAGMA user_version = ${currentFormat + 1}`));
  const project = await open(folder);
  const picture = project.snapshot().media[0]!;
  expect(readFileSync(project.media.path(picture.hash)!, 'utf8')).toBe('a picture');
  const exported = await store(project, 'an export');
  project.note((doc) => {
    doc.media.put(exported);
    doc.canvases.put({ ...doc.canvases.get('c')!, selection: selectionOf(exported.hash) });
  });
  expect(project.snapshot().canvases[0]!.selection?.mask).toBe(exported.hash);
  const path = project.media.path(exported.hash)!;
  expect(path.startsWith(folder)).toBe(false);
  await project.close();
  expect(existsSync(path)).toBe(false);
});

const damages: [name: string, damage: (file: string) => void][] = [
  ['a flipped page type', (file) => overwrite(file, 4096 * 3, Buffer.alloc(64, 0xff))],
  [
    'zeros over the last third',
    (file) => {
      const { size } = statSync(file);
      overwrite(file, Math.floor((size * 2) / 3), Buffer.alloc(Math.floor(size / 3)));
    },
  ],
  ['cut in half', (file) => truncateSync(file, Math.floor(statSync(file).size / 8192) * 4096)],
  [
    'a row that breaks the format',
    (file) => {
      const database = new DatabaseSync(file);
      database.exec(`PRAGMA journal_mode = DELETE; UPDATE messages SET body = '{"id":"m0"}' WHERE id = 'm0'`);
      database.close();
    },
  ],
  [
    'a row under another’s name',
    (file) => {
      const database = new DatabaseSync(file);
      database.exec("PRAGMA journal_mode = DELETE; UPDATE messages SET id = 'other' WHERE id = 'm0'");
      database.close();
    },
  ],
  [
    'a layer without its canvas',
    (file) => {
      const database = new DatabaseSync(file);
      database.exec('PRAGMA journal_mode = DELETE; DELETE FROM canvases');
      database.close();
    },
  ],
  [
    'a history that isn’t JSON',
    (file) => {
      const database = new DatabaseSync(file);
      database.exec("PRAGMA journal_mode = DELETE; UPDATE actions SET changes = 'oops'");
      database.close();
    },
  ],
  [
    'a trigger that somebody put there',
    (file) => {
      const database = new DatabaseSync(file);
      database.exec(
        'PRAGMA journal_mode = DELETE; CREATE TRIGGER t AFTER INSERT ON messages BEGIN DELETE FROM canvases; END',
      );
      database.close();
    },
  ],
];

let opened = 0;
test.each(damages)(
  'damage (%s): shown as far as it can be read, or refused; never changed',
  async (_, damage) => {
    const folder = await closed(60);
    damage(join(folder, 'project.vitrail'));
    const before = contents(folder);
    const outcome = await ProjectStore.open(folder).catch((error: unknown) => error);
    if (outcome instanceof ProjectStore) {
      onTestFinished(() => outcome.close());
      expect(outcome.readOnly).toMatch(/damaged/);
      expect(outcome.snapshot().history).toEqual([]);
      expect(() => outcome.act('x', (doc) => doc.canvases.delete('c'))).toThrow(/damaged/);
      await outcome.close();
      opened++;
    } else expect(outcome).toMatchObject(failure('damaged'));
    expect(contents(folder)).toEqual(before);
  },
);

test('most damage still leaves something to show', () => {
  expect(opened).toBeGreaterThanOrEqual(5);
});

test('what a damaged row leaves sound is shown', async () => {
  const folder = await closed(3);
  edit(folder, (database) =>
    database.exec("UPDATE messages SET body = 'x' WHERE id = 'm1'; DELETE FROM versions"),
  );
  const project = await open(folder);
  expect(project.snapshot()).toMatchObject({ layers: [], canvases: [{ id: 'c' }], media: [{}] });
  expect(project.snapshot().messages.map((m) => m.id)).toEqual(['m0', 'm2']);
});

test('a file that isn’t a database any more is refused and left as it is', async () => {
  const folder = await closed();
  overwrite(join(folder, 'project.vitrail'), 0, Buffer.alloc(4096));
  const before = contents(folder);
  await expect(ProjectStore.open(folder)).rejects.toMatchObject(failure('damaged'));
  expect(contents(folder)).toEqual(before);
});

test('a crashed session’s log is part of the project: for us, and for a copy that is only read', async () => {
  const project = await ProjectStore.create(join(temporary(), 'p'), 'Holiday');
  project.note((doc) => void (doc.draft = 'only in the log'));
  const crashed = join(temporary(), 'crashed');
  cpSync(project.folder, crashed, { recursive: true }); // what a killed process would leave
  const newer = join(temporary(), 'newer');
  cpSync(crashed, newer, { recursive: true });
  await project.close();
  expect(existsSync(join(crashed, 'project.vitrail-wal'))).toBe(true);
  expect((await open(crashed)).snapshot().draft).toBe('only in the log');

  const version = Buffer.alloc(4);
  version.writeUInt32BE(currentFormat + 1);
  overwrite(join(newer, 'project.vitrail'), 60, version);
  const before = contents(newer);
  expect((await open(newer)).readOnly).toMatch(/newer/);
  expect(contents(newer)).toEqual(before);
});

test('a creation that was interrupted leaves no project, and can be repeated', async () => {
  const folder = temporary();
  writeFileSync(join(folder, '.project.vitrail.new'), 'half');
  const project = await ProjectStore.create(folder, 'x');
  await project.close();
  expect(readdirSync(folder).sort()).toEqual(['.vitrail-lock', 'media', 'project.vitrail']);
});

test('a project is found through a link, and locked under its one real name', async () => {
  const folder = await closed();
  const link = join(temporary(), 'link');
  symlinkSync(folder, link);
  const project = await open(link);
  expect(project.folder).toBe(folder);
  await expect(ProjectStore.open(folder)).rejects.toMatchObject(failure('locked'));
});

test('a moved project opens from its new place', async () => {
  const folder = await closed();
  const moved = join(temporary(), 'elsewhere');
  renameSync(folder, moved);
  expect((await open(moved)).snapshot().canvases).toHaveLength(1);
});

test('migrations run in order, each once, all or none', () => {
  const log: string[] = [];
  const database = new DatabaseSync(':memory:');
  migrate(database);
  const version = () => database.prepare('PRAGMA user_version').get()!['user_version'];
  expect(version()).toBe(steps.length);
  const more = [
    ...steps,
    () => log.push('first'),
    (db: DatabaseSync) => {
      log.push('second');
      db.exec('ALTER TABLE canvases ADD COLUMN colour TEXT');
    },
  ];
  const broken = [
    ...more,
    (db: DatabaseSync) => {
      db.exec('DROP TABLE canvases');
      throw new Error('no');
    },
  ];
  expect(() => migrate(database, broken)).toThrow('no');
  expect(version()).toBe(steps.length);
  log.length = 0;
  migrate(database, more);
  migrate(database, more);
  expect(log).toEqual(['first', 'second']);
  expect(version()).toBe(steps.length + 2);
  expect(database.prepare('PRAGMA application_id').get()!['application_id']).toBe(applicationId);
  expect(() => database.prepare('SELECT colour FROM canvases').all()).not.toThrow();
  database.close();
});

test('an upgrade takes the file’s place when it is complete; one that fails leaves the old file', async () => {
  const folder = await closed();
  const file = join(folder, 'project.vitrail');
  copyFileSync(file, join(folder, 'before'));
  const fails = [...steps, () => raiseError()];
  await expect(upgrade(file, fails)).rejects.toThrow('step');
  expect(readFileSync(file).equals(readFileSync(join(folder, 'before')))).toBe(true);
  expect((await open(folder)).snapshot().canvases).toHaveLength(1);

  const other = await closed();
  const grown = [
    ...steps,
    (db: DatabaseSync) => db.exec('UPDATE fields SET body = \'{"value":"Later"}\' WHERE id = \'name\''),
  ];
  await upgrade(join(other, 'project.vitrail'), grown);
  expect(await readHeader(join(other, 'project.vitrail'))).toEqual({
    kind: 'project',
    format: steps.length + 1,
  });
  expect(readdirSync(other).sort()).toEqual(['.vitrail-lock', 'media', 'project.vitrail']);
  const project = await open(other); // newer than this version, so read-only
  expect(project.snapshot()).toMatchObject({ name: 'Later', canvases: [{ id: 'c' }] });
});

test('a folder where media should be is no surprise', async () => {
  const folder = await closed();
  rmSync(join(folder, 'media'), { recursive: true });
  mkdirSync(join(folder, 'media'));
  expect((await open(folder)).snapshot().warning).toMatch(/missing/);
});

function raiseError(): never {
  throw new Error('step');
}
