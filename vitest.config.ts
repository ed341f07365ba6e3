import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,parity,fault}/**/*.test.{ts,tsx}'],
    // Two cores are the least that the tests are meant for; each file has its own process, as models have.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
  },
});
