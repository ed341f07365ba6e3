/** End-to-end tests: `chromium` drives the browser shell (test/e2e), `electron` the desktop one (test/electron). */
import { defineConfig } from 'playwright/test';

/** The project asked for; its results are counted by test/run.mjs. */
const words = process.argv.join(' ');
const project = /--project[ =](\w+)/.exec(words)?.[1] ?? 'all';
/** Which shell test/e2e/studio.ts opens: what people do most is tried in both. */
process.env.VITRAIL_TEST_SHELL = project === 'electron' ? 'desktop' : 'browser';
const everyday = project === 'electron' ? ['e2e/{regions,layers,cards}.spec.ts'] : [];

export default defineConfig({
  outputDir: `../test-results/${project}`,
  globalSetup: './setup/display.ts',
  // Windows and engines are heavy, and the tests are meant for two cores.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  // Bounds for what hangs, not expectations: a busy machine takes ten times as long as an idle one.
  timeout: 300_000,
  expect: { timeout: 90_000 },
  reporter: [['list'], ['json', { outputFile: `../test-results/${project}.json` }]],
  projects: [
    { name: 'chromium', testDir: 'e2e' },
    { name: 'electron', testDir: '.', testMatch: ['electron/**/*.test.ts', ...everyday] },
  ],
});
