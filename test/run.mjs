/**
 * The one test command: sets up what the tests need, then lint, types, unit, parity, fault and end-to-end tests.
 * Ends with `N passed, N failed`, added up over all of them; before it, what was skipped. `node test/run.mjs unit` runs one part.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const results = join(root, 'test-results');
const env = { ...process.env, PATH: join(root, 'node_modules', '.bin') + delimiter + process.env.PATH };

/** The Node that package-lock.json pins for this system; what runs this where there is none. */
const { platform, arch } = process;
const node =
  [`node-${platform}-${arch}`, `node-bin-${platform}-${arch}`, `node-win-${arch}`]
    .map((name) => join(root, 'node_modules', name, 'bin', platform === 'win32' ? 'node.exe' : 'node'))
    .find((path) => existsSync(path)) ?? process.execPath;

/** The script behind a command of a package: no shell in between, whose quoting differs from system to system. */
function scriptOf(command, name = command) {
  const folder = join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

let passed = 0;
let failed = 0;
let skipped = 0;
const remarks = [];

function run(name, script, args = []) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 70 - name.length))}`);
  const started = Date.now();
  const { status, error } = spawnSync(node, [script, ...args], { cwd: root, env, stdio: 'inherit' });
  console.log(`(${name}: ${((Date.now() - started) / 1000).toFixed(0)} s)`);
  if (error) console.error(error.message);
  return status === 0;
}

function count(name, good, bad, left = 0, which = []) {
  passed += good;
  failed += bad;
  skipped += left;
  if (left) console.log(`${name}: ${left} skipped`);
  if (bad) remarks.push(`FAILED ${name}: ${bad} failed`, ...which.map((line) => `  ${line}`));
}

/** A runner that only says yes or no counts as one. */
const check = (name, script, args) => {
  const fine = run(name, script, args);
  count(name, fine ? 1 : 0, fine ? 0 : 1);
};

/** What failed, by its full name with the first line of why: the end of a long log is what is read. */
const failedUnits = (found) =>
  (found?.testResults ?? []).flatMap(({ name, message, assertionResults = [] }) => {
    const bad = assertionResults.filter((test) => test.status === 'failed');
    if (!bad.length && message) return [`${name}: ${firstLine(message)}`];
    return bad.map((test) => `${test.fullName}: ${firstLine(test.failureMessages?.[0])}`);
  });

function endsOf(suites, status) {
  return (suites ?? []).flatMap((suite) => [
    ...endsOf(suite.suites, status),
    ...(suite.specs ?? [])
      .filter((spec) => spec.tests.some((test) => test.status === status))
      .map((spec) => {
        const errors = spec.tests.flatMap((test) => test.results.map((result) => result.error?.message));
        return `${spec.file} › ${spec.title}: ${firstLine(errors.find(Boolean))}`;
      }),
  ]);
}

const firstLine = (text = '') =>
  text
    .replace(/\x1b\[[0-9;]*m/g, '')
    .split('\n')[0]
    .slice(0, 300);

function report(file) {
  try {
    return JSON.parse(readFileSync(join(results, file), 'utf8'));
  } catch {
    return null; // the runner died before it could write; its exit status says so
  }
}

function vitest(name, folder) {
  const file = `${name}.json`;
  const fine = run(name, scriptOf('vitest'), [
    'run',
    folder,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${join(results, file)}`,
  ]);
  const found = report(file);
  const bad = found?.numFailedTests ?? 0;
  const left = (found?.numPendingTests ?? 0) + (found?.numTodoTests ?? 0);
  // A file that could not even be loaded has no test to count, but it is a failure.
  count(name, found?.numPassedTests ?? 0, fine ? bad : Math.max(1, bad), left, failedUnits(found));
}

function playwright(name) {
  const options = ['test', '--config', 'test/playwright.config.ts', '--project', name];
  const fine = run(name, scriptOf('playwright'), options);
  const found = report(`${name}.json`);
  const { expected = 0, unexpected = 0, flaky = 0, skipped: left = 0 } = found?.stats ?? {};
  // One that passes only when it is tried again has failed.
  const bad = fine && found ? unexpected + flaky : Math.max(1, unexpected + flaky);
  const which = ['unexpected', 'flaky'].flatMap((status) => endsOf(found?.suites, status));
  count(name, expected, bad, left, which);
}

const parts = {
  lint() {
    check('eslint', scriptOf('eslint'), ['.']);
    check('prettier', scriptOf('prettier'), ['--check', '.']);
  },
  types() {
    for (const layer of ['src-main/contract', 'src-main/shell', 'src-main', 'src-renderer', 'test'])
      check(`types ${layer}`, scriptOf('tsc', 'typescript'), ['-p', layer]);
  },
  unit: () => vitest('unit', 'test/unit'),
  parity: () => vitest('parity', 'test/parity'),
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

if (!run('set-up', join(root, 'test', 'setup', 'setup.mjs'))) count('set-up', 0, 1);
if (!run('build', join(root, 'build.mjs'))) count('build', 0, 1);
for (const [name, part] of Object.entries(parts)) if (!chosen.length || chosen.includes(name)) part();

for (const line of remarks) console.log(line);
if (skipped) console.log(`${skipped} skipped`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
