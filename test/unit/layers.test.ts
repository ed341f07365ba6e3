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
  ['src-main/host/main.ts', 'node:sqlite'],
  ['src-main/shell/main.ts', 'systeminformation'],
  ['src-main/studio/main.ts', 'react-dom/client'],
  ['src-main/studio/main.ts', '@mantine/core'],
  ['src-main/server/serve.ts', 'zustand'],
  ['src-main/systems/codecs/clip.ts', 'wavesurfer.js'],
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
  ['src-main/studio/main.ts', 'node:sqlite'],
  ['src-renderer/app.tsx', '@mantine/core'],
])('%s may import %s', (from, specifier) => {
  expect(violation(from, specifier)).toBeNull();
});

it.each([
  "import { x } from '../studio/main.ts';\nconsole.log(x);\n",
  'await import(`../studio/${name}.ts`);\n',
  'await import(`../studio/main.ts`);\n',
  "import { createRequire } from 'node:module';\ncreateRequire(import.meta.url)('sharp');\n",
  "import * as module from 'node:module';\nmodule.createRequire(import.meta.url)('sharp');\n",
  "require('sharp');\n",
])('%j fails the lint', async (text) => {
  const [result] = await new ESLint().lintText(text, { filePath: 'src-main/host/main.ts' });
  expect(result!.messages.map((m) => m.ruleId)).toContain('vitrail/layers');
});

it('a promise that nobody waits for fails the lint', async () => {
  const text = 'const work = async () => 1;\nwork();\nsetTimeout(work);\nprocess.on("exit", work);\n';
  const [result] = await new ESLint().lintText(text, { filePath: 'src-main/host/main.ts' });
  expect(result!.messages.map((m) => m.ruleId?.split('/').at(-1))).toEqual([
    'no-floating-promises',
    'no-misused-promises',
    'no-misused-promises',
  ]);
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
