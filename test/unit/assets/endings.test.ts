/** Which files Vitrail is offered for: the same in its dialog, in Windows' installer and for Linux. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { allEndings, allTypes } from '../../../src-main/shell/endings.ts';

const read = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1]!);

it('Windows: each ending, once', () => {
  expect(all(read('assets/installer.nsh'), /!insertmacro \$\{MACRO\} "(\w+)"/g)).toEqual(allEndings);
});

it('Linux: each type, once', () => {
  const types = /^ {2}mimeTypes:\n((?: {4}- .*\n)+)/m.exec(read('electron-builder.yml'))![1]!;
  expect(all(types, /^ {4}- (.*)$/gm)).toEqual(allTypes);
});

it('the dialog offers them all, and has no list of its own', () => {
  const dialog = read('src-main/shell/dialogs.ts');
  expect(dialog).toContain('[...allEndings]');
  for (const ending of allEndings) expect(dialog).not.toMatch(new RegExp(`'${ending}'`));
});

it('macOS: signed ad hoc with a hardened runtime, it may load libraries signed by others', () => {
  const config = read('electron-builder.yml');
  expect(config).toMatch(/^ {2}identity: '-'/m);
  expect(config).toMatch(/^ {2}hardenedRuntime: true/m);
  expect(read('assets/entitlements.mac.plist')).toMatch(
    /<key>com\.apple\.security\.cs\.disable-library-validation<\/key>\s*<true\/>/,
  );
});
