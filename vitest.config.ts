import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,parity,fault}/**/*.test.{ts,tsx}'],
    // Two cores are the least that the tests are meant for; each file has its own process, as models have.
    pool: 'forks',
    maxWorkers: 2,
    // Bounds for what hangs, not expectations: a busy machine takes ten times as long as an idle one.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    teardownTimeout: 60_000,
  },
});
