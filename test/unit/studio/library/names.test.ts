import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { makeNewFolder, safeFileName, safeName } from '../../../../src-main/studio/library/names.ts';
import { temporary } from '../project/support.ts';

test.each([
  ['Holiday', 'Holiday'],
  ['  Été à Zürich 🏖 ', 'Été à Zürich 🏖'],
  ['a/b\\c:d*e?"<f>|g', 'a b c d e f g'],
  ['..', 'Untitled'],
  ['.hidden', 'hidden'],
  ['dots...', 'dots'],
  ['CON', 'CON project'],
  ['com1.txt', 'com1 project'],
  ['console', 'console'],
  ['line\nbreak\u0000 and\u202etrick', 'linebreak andtrick'],
  ['', 'Untitled'],
  ['\ud800', 'Untitled'],
])('%j becomes %j', (name, safe) => {
  expect(safeName(name)).toBe(safe);
});

test('any name becomes one that Windows accepts, and is then left alone', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
      const safe = safeName(name);
      expect(safe).not.toMatch(/[<>:"/\\|?*\p{Cc}]|^[. ]|[. ]$/u);
      expect(Buffer.byteLength(safe)).toBeGreaterThan(0);
      expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(88);
      expect(safeName(safe)).toBe(safe);
    }),
  );
});

test.each([
  ['photo.jpg', 'photo.jpg'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\me\\photo.JPG', 'photo.JPG'],
  ['a\u0000b<c>.png', 'ab c.png'],
  ['..', 'file'],
  ['', 'file'],
  ['.hidden.png', 'hidden.png'],
  ['con.png', 'con file.png'],
  ['com1.tar.gz', 'com1 file.gz'],
  ['name. ', 'name'],
  ['Grüße 写真.png', 'Grüße 写真.png'],
  ['Ж'.repeat(200) + '.jpeg', 'Ж'.repeat(40) + '.jpeg'],
])('the file %j becomes %j', (name, safe) => {
  expect(safeFileName(name)).toBe(safe);
});

test('any file’s name becomes one that every system accepts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
      const safe = safeFileName(name);
      expect(safe).not.toMatch(/[<>:"/\\|?*\p{Cc}]|^[. ]|[. ]$/u);
      expect(Buffer.byteLength(safe)).toBeGreaterThan(0);
      expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(150);
      expect(safeFileName(safe)).toBe(safe);
    }),
  );
});

test('a new folder never is an old one', () => {
  const parent = temporary();
  const made = [1, 2, 3].map(() => basename(makeNewFolder(parent, 'Trip?')));
  expect(made).toEqual(['Trip', 'Trip 2', 'Trip 3']);
  expect(readdirSync(parent)).toHaveLength(3);
});
