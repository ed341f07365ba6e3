import { execFileSync } from 'node:child_process';
import { ESLint } from 'eslint';
import { expect, it } from 'vitest';
import { violation } from '../../layers.mjs';

it.each([
  ['src-renderer/app.tsx', '../src-main/studio/main.ts'],
  ['src-renderer/app.tsx', 'electron'],
  ['src-main/contract/region.ts', '../studio/main.ts'],
  ['src-main/studio/main.ts', '../systems/classic/pipeline.ts'],
  ['src-main/studio/main.ts', '../runtime/work.ts'],
  ['src-main/studio/main.ts', 'onnxruntime-node'],
  ['src-main/studio/main.ts', 'sharp'],
  ['src-main/host/main.ts', '../studio/main.ts'],
  ['src-main/systems/classic/index.ts', './pipeline.ts'],
  ['src-main/systems/classic/index.ts', '../../runtime/work.ts'],
  ['src-main/shell/main.ts', '../host/main.ts'],
  ['src-main/server/serve.ts', 'electron'],
])('%s must not import %s', (from, specifier) => {
  expect(violation(from, specifier)).toMatch(/may (not|only) import/);
});

it.each([
  ['src-renderer/app.tsx', '../src-main/contract/index.ts'],
  ['src-main/studio/main.ts', '../systems/classic/index.ts'],
  ['src-main/host/main.ts', '../systems/classic/pipeline.ts'],
  ['src-main/systems/classic/pipeline.ts', './index.ts'],
  ['src-main/systems/classic/pipeline.ts', '../../runtime/work.ts'],
  ['src-main/shell/main.ts', 'electron'],
])('%s may import %s', (from, specifier) => {
  expect(violation(from, specifier)).toBeNull();
});

it('a wrong import fails the lint', async () => {
  const eslint = new ESLint({ cwd: process.cwd() });
  const [result] = await eslint.lintText("import { x } from '../studio/main.ts';\nconsole.log(x);\n", {
    filePath: 'src-main/host/wrong.ts',
  });
  expect(result!.messages.map((m) => m.ruleId)).toContain('vitrail/layers');
});

it('raw ipcMain and ipcRenderer are used in one file a side', () => {
  const files = (name: string) =>
    execFileSync('git', ['grep', '-l', '--untracked', '-w', name, '--', 'src-main/**/*.ts', 'src-renderer'], {
      encoding: 'utf8',
    })
      .trim()
      .split('\n');
  expect(files('ipcMain')).toEqual(['src-main/shell/ipc.ts']);
  expect(files('ipcRenderer')).toEqual(['src-main/shell/preload.ts']);
});
