import { link, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { batchNames, expandInputs, formatOf, outPath, readText } from '../../../src-main/cli/files.ts';
import { readOptions } from '../../../src-main/cli/options.ts';

let folder: string;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'vitrail-test-')));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const inside = (name: string) => join(folder, name);
const put = async (...names: string[]) => {
  for (const name of names) {
    await mkdir(join(inside(name), '..'), { recursive: true });
    await writeFile(inside(name), name);
  }
};
const args = (...argv: string[]) => readOptions(argv, { out: { type: 'string', about: '' } });
const failure = (code: string) =>
  expect.objectContaining({ failure: expect.objectContaining({ code }) }) as unknown as Error;

test('--out must be a file in a folder that is there', async () => {
  await put('in.png');
  expect(await outPath(args('--out', inside('out.png')), [inside('in.png')])).toBe(inside('out.png'));
  await expect(outPath(args(), [])).rejects.toThrow(failure('wrong-use'));
  await expect(outPath(args('--out', folder), [])).rejects.toThrow(failure('wrong-use'));
  await expect(outPath(args('--out', inside('no/out.png')), [])).rejects.toThrow(failure('wrong-use'));
});

test('an original is never overwritten, by whatever name', async () => {
  await put('in.png');
  await symlink(inside('in.png'), inside('symlink.png'));
  await link(inside('in.png'), inside('hardlink.png'));
  for (const name of ['in.png', 'symlink.png', 'hardlink.png'])
    await expect(outPath(args('--out', inside(name)), [inside('in.png')]), name).rejects.toThrow(
      failure('wrong-use'),
    );
});

test('a folder stands for its pictures, in order; what else is in it is named', async () => {
  await put('p/b.JPG', 'p/a.png', 'p/notes.txt', 'p/.hidden.png', 'p/sub/c.png', 'bad.txt');
  expect(await expandInputs([inside('bad.txt'), inside('p'), inside('missing.jpg')])).toEqual({
    files: ['bad.txt', 'p/a.png', 'p/b.JPG', 'missing.jpg'].map(inside),
    skipped: [inside('p/notes.txt')],
  });
});

test('results of a batch have names of their own', async () => {
  await put('one/x.jpg', 'two/x.jpg', 'two/X.png', 'two/y.heic');
  await mkdir(inside('out'));
  const inputs = ['one/x.jpg', 'two/x.jpg', 'two/X.png', 'two/y.heic'].map(inside);
  const names = async (format?: 'png' | 'jpeg', seeThrough = false) =>
    (await batchNames(inputs, inside('out'), { format, seeThrough })).map((n) => basename(n));
  expect(await names()).toEqual(['x.jpg', 'x-2.jpg', 'X.png', 'y.png']);
  expect(await names('png')).toEqual(['x.png', 'x-2.png', 'X-3.png', 'y.png']);
  expect(await names('jpeg')).toEqual(['x.jpg', 'x-2.jpg', 'X-3.jpg', 'y.jpg']);
  // What JPEG can't hold is not lost, unless it is asked for.
  expect(await names(undefined, true)).toEqual(['x.png', 'x-2.png', 'X-3.png', 'y.png']);
  expect(await names('jpeg', true)).toEqual(['x.jpg', 'x-2.jpg', 'X-3.jpg', 'y.jpg']);
});

test('a batch doesn’t write where an original lies', async () => {
  await put('one/x.jpg');
  await symlink(inside('one'), inside('link'));
  for (const out of ['one', 'link'])
    await expect(
      batchNames([inside('one/x.jpg')], inside(out), { format: 'png', seeThrough: false }),
    ).rejects.toThrow(failure('wrong-use'));
});

test('formats by their names and endings', () => {
  expect(
    ['.PNG', 'jpg', '.jpeg', 'webp', '.avif', 'tif', '.tiff', '.bmp', '', 'constructor'].map(formatOf),
  ).toEqual(['png', 'jpeg', 'jpeg', 'webp', 'avif', 'tiff', 'tiff', undefined, undefined, undefined]);
});

test('a file that is missing or a folder is bad input', async () => {
  await expect(readText(inside('missing'))).rejects.toThrow(failure('not-found'));
  await expect(readText(folder)).rejects.toThrow(failure('bad-input'));
});
