import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MediaStore } from '../../../../src-main/studio/media/store.ts';
import { temporary } from '../project/support.ts';

const digestOf = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');

async function fresh() {
  const folder = temporary();
  const file = join(folder, 'cat.jpg');
  return { folder, file, store: await MediaStore.open(join(folder, 'media')) };
}

/** Everything in a store: files, and folders that aren't those of hashes. */
const names = (store: MediaStore) =>
  readdirSync(store.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();

test.each([0, 1, 1 << 20, (1 << 20) + 1, 5_000_001])(
  'a file of %i bytes comes in whole, under its hash',
  async (size) => {
    const { file, store } = await fresh();
    const data = Buffer.alloc(size, 'vitrail');
    writeFileSync(file, data);
    const { mtimeMs } = statSync(file);
    expect(await store.addFile(file)).toEqual({ hash: digestOf(data), bytes: size });
    expect(readFileSync(store.path(digestOf(data))!).equals(data)).toBe(true);
    expect(readFileSync(file).equals(data) && statSync(file).mtimeMs === mtimeMs).toBe(true);
    expect(names(store)).toEqual([digestOf(data)]);
  },
);

test('content that is there is not written again; content that was cut off is made good', async () => {
  const { file, store } = await fresh();
  writeFileSync(file, 'one');
  const { hash } = await store.addFile(file);
  const path = store.path(hash)!;
  utimesSync(path, 1, 1);
  await store.addFile(file);
  expect(statSync(path).mtimeMs).toBe(1000);
  truncateSync(path, 1);
  await store.addFile(file);
  expect(readFileSync(path, 'utf8')).toBe('one');
});

test('the same file added many times at once is one file', async () => {
  const { file, store } = await fresh();
  writeFileSync(file, 'one');
  const added = await Promise.all(Array.from({ length: 20 }, () => store.addFile(file)));
  expect(new Set(added.map(({ hash }) => hash))).toEqual(new Set([digestOf('one')]));
  expect(names(store)).toEqual([digestOf('one')]);
});

test('what is staged is taken over, the rest dropped; only staging folders can be dropped', async () => {
  const { store, folder } = await fresh();
  const staging = await store.staging();
  writeFileSync(join(staging, 'a'), 'one');
  writeFileSync(join(staging, 'b'), 'two');
  expect(await store.adopt(join(staging, 'a'))).toEqual({ hash: digestOf('one'), bytes: 3 });
  expect(readdirSync(staging)).toEqual(['b']);
  await store.dropStaging(staging);
  expect(existsSync(staging)).toBe(false);
  for (const wrong of [folder, store.folder, join(store.folder, '.staging'), join(staging, 'deep'), '/'])
    await expect(store.dropStaging(wrong)).rejects.toThrow(/not a staging folder/);
  await expect(store.adopt(join(staging, 'none'))).rejects.toMatchObject({ code: 'ENOENT' });
});

test('leftovers of a crash are gone at the next opening', async () => {
  const { store } = await fresh();
  writeFileSync(join(await store.staging(), 'half'), 'x');
  expect(names(await MediaStore.open(store.folder))).toEqual([]);
});

test('a cancelled copy leaves nothing', async () => {
  const { file, store } = await fresh();
  writeFileSync(file, Buffer.alloc(30_000_000));
  const controller = new AbortController();
  const adding = store.addFile(file, controller.signal);
  controller.abort();
  await expect(adding).rejects.toMatchObject({ name: 'AbortError' });
  expect(names(store)).toEqual([]);
  expect(store.added.size).toBe(0);
});

test('folders, links to folders and missing files are refused; a link to a file is the file', async () => {
  const { folder, file, store } = await fresh();
  await expect(store.addFile(folder)).rejects.toMatchObject({ failure: { code: 'bad-input' } });
  await expect(store.addFile(file)).rejects.toMatchObject({ code: 'ENOENT' });
  writeFileSync(file, 'one');
  symlinkSync(file, join(folder, 'link'));
  await store.addFile(join(folder, 'link'));
  expect(statSync(store.path(digestOf('one'))!).isFile()).toBe(true);
});

test('a write-protected file comes in, and its copy can be taken away again', async () => {
  const { file, store } = await fresh();
  writeFileSync(file, 'one', { mode: 0o444 });
  const { hash } = await store.addFile(file);
  expect(statSync(store.path(hash)!).mode & 0o600).toBe(0o600);
});

test('a hash is never a way out of the store', async () => {
  const { folder, file, store } = await fresh();
  writeFileSync(file, 'secret');
  for (const wrong of ['', '..', '../cat.jpg', 'a'.repeat(64).toUpperCase(), `${'a'.repeat(63)}/`])
    expect(store.path(wrong)).toBeNull();
  const planted = 'ab'.repeat(32);
  mkdirSync(join(store.folder, 'ab'));
  symlinkSync(file, join(store.folder, 'ab', planted));
  expect(store.path(planted)).toBeNull();
  expect(existsSync(folder)).toBe(true);
});

test('a collection spares what is kept and what came in during the session, new or seen again', async () => {
  const { file, store } = await fresh();
  const add = async (into: MediaStore, text: string) => {
    writeFileSync(file, text);
    return (await into.addFile(file)).hash;
  };
  const [kept, again, gone] = [await add(store, 'kept'), await add(store, 'again'), await add(store, 'gone')];
  expect(await store.collect(new Set())).toBe(0);
  const later = await MediaStore.open(store.folder);
  writeFileSync(join(store.folder, 'README'), 'not ours');
  const fresh2 = await add(later, 'fresh');
  await add(later, 'again');
  expect(await later.collect(new Set([kept]))).toBe(1);
  expect(names(later)).toEqual([kept, again, fresh2, 'README'].sort());
  expect(later.path(gone)).toBeNull();
});

test('links are never followed: not into a shard, not out of it, not by a collection', async () => {
  const { folder, file, store } = await fresh();
  const elsewhere = join(folder, 'elsewhere');
  mkdirSync(elsewhere);
  const hash = digestOf('one');
  const shard = hash.slice(0, 2);
  const stranger = join(elsewhere, hash);
  writeFileSync(stranger, 'one');
  symlinkSync(elsewhere, join(store.folder, shard), 'junction');
  expect(store.path(hash)).toBeNull();
  expect(await store.collect(new Set())).toBe(0);
  expect(readFileSync(stranger, 'utf8')).toBe('one');
  writeFileSync(file, 'one');
  await expect(store.addFile(file)).rejects.toMatchObject({ failure: { code: 'bad-input' } });
  expect(readdirSync(elsewhere)).toEqual([hash]);
});

test('a collection takes nothing that the store did not put there', async () => {
  const { file, store } = await fresh();
  writeFileSync(file, 'secret');
  const shard = join(store.folder, 'ab');
  mkdirSync(join(shard, 'ab'.repeat(32)), { recursive: true });
  writeFileSync(join(shard, 'cd'.repeat(32)), 'of another folder');
  symlinkSync(file, join(shard, 'ab' + 'cd'.repeat(31)));
  mkdirSync(join(store.folder, 'abc'));
  writeFileSync(join(store.folder, 'abc', 'ab'.repeat(32)), 'no folder of ours');
  writeFileSync(join(store.folder, 'cd'), 'a file');
  expect(await store.collect(new Set())).toBe(0);
  expect(readdirSync(shard)).toHaveLength(3);
  expect(readFileSync(file, 'utf8')).toBe('secret');
});

test('a media folder that is a link is neither opened nor read', async () => {
  const { folder, file, store } = await fresh();
  writeFileSync(file, 'one');
  const { hash } = await store.addFile(file);
  const link = join(folder, 'link');
  symlinkSync(store.folder, link, 'junction');
  await expect(MediaStore.open(link)).rejects.toMatchObject({ failure: { code: 'bad-input' } });
  expect(MediaStore.find(link, hash)).toBeNull();
  expect((await MediaStore.open(join(folder, 'upper'), link)).path(hash)).toBeNull();
  expect(store.path(hash)).not.toBeNull();
});

test('over a base that is only read, both are found and only the upper one changes', async () => {
  const { file, folder, store } = await fresh();
  writeFileSync(file, 'below');
  const { hash } = await store.addFile(file);
  const upper = await MediaStore.open(join(folder, 'upper'), store.folder);
  expect(upper.path(hash)).toBe(store.path(hash));
  expect(await upper.collect(new Set())).toBe(0);
  writeFileSync(file, 'above');
  const above = await upper.addFile(file);
  expect(store.path(above.hash)).toBeNull();
  expect(upper.path(above.hash)).toContain('upper');
});
