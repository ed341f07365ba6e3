/**
 * The one test command: sets up what the tests need, then lint, types, unit, parity, fault and end-to-end tests.
 * Ends with `N passed, N failed`, added up over all of them. `node test/run.mjs unit` runs one part.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const results = join(root, 'test-results');
const env = { ...process.env, PATH: join(root, 'node_modules', '.bin') + delimiter + process.env.PATH };

let passed = 0;
let failed = 0;
const failures = [];

function run(name, command, args) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 70 - name.length))}`);
  const started = Date.now();
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  console.log(`(${name}: ${((Date.now() - started) / 1000).toFixed(0)} s)`);
  if (error) console.error(error.message);
  return status === 0;
}

function count(name, good, bad) {
  passed += good;
  failed += bad;
  if (bad) failures.push(`${name}: ${bad} failed`);
}

/** A runner that only says yes or no counts as one. */
const check = (name, command, args) => {
  const fine = run(name, command, args);
  count(name, fine ? 1 : 0, fine ? 0 : 1);
};

function report(file) {
  try {
    return JSON.parse(readFileSync(join(results, file), 'utf8'));
  } catch {
    return null; // the runner died before it could write; its exit status says so
  }
}

function vitest(name, folder) {
  const file = `${name}.json`;
  const fine = run(name, 'vitest', [
    'run',
    folder,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${join(results, file)}`,
  ]);
  const found = report(file);
  const bad = found?.numFailedTests ?? 0;
  // A file that could not even be loaded has no test to count, but it is a failure.
  const skipped = (found?.numPendingTests ?? 0) + (found?.numTodoTests ?? 0);
  if (skipped) console.log(`${name}: ${skipped} skipped`);
  count(name, found?.numPassedTests ?? 0, fine ? bad : Math.max(1, bad));
}

function playwright(name) {
  const fine = run(name, 'playwright', ['test', '--config', 'test/playwright.config.ts', '--project', name]);
  const stats = report(`${name}.json`)?.stats;
  count(name, (stats?.expected ?? 0) + (stats?.flaky ?? 0), fine ? 0 : Math.max(1, stats?.unexpected ?? 1));
}

const parts = {
  lint() {
    check('eslint', 'eslint', ['.']);
    check('prettier', 'prettier', ['--check', '.']);
  },
  types() {
    for (const layer of ['src-main/contract', 'src-main/shell', 'src-main', 'src-renderer', 'test'])
      check(`types ${layer}`, 'tsc', ['-p', layer]);
  },
  unit: () => vitest('unit', 'test/unit'),
  fault: () => vitest('fault', 'test/fault'),
  chromium: () => playwright('chromium'),
  electron: () => playwright('electron'),
};

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length) {
  console.error(`There is no part named ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}

if (!run('set-up', 'node', ['test/setup/setup.mjs'])) count('set-up', 0, 1);
if (!run('build', 'node', ['build.mjs'])) count('build', 0, 1);
for (const [name, part] of Object.entries(parts)) if (!chosen.length || chosen.includes(name)) part();

for (const line of failures) console.log(`FAILED ${line}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
