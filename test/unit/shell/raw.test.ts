import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const shell = join(import.meta.dirname, '../../../src-main/shell');
const using = (word: RegExp) =>
  readdirSync(shell)
    .filter((name) => name.endsWith('.ts') && word.test(readFileSync(join(shell, name), 'utf8')))
    .sort();

it('touches Electron’s raw channels in one file a side', () => {
  expect(using(/\bipcMain\b/)).toEqual(['ipc.ts']);
  expect(using(/\bipcRenderer\b/)).toEqual(['preload.ts']);
  expect(using(/\bcontextBridge\b/)).toEqual(['preload.ts']);
  expect(using(/\.webContents\.send\(/)).toEqual(['ipc.ts']);
});
