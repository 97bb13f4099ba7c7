import { defineConfig } from 'vitest/config';

const liveTests = ['test/live/**/*.test.ts', 'test/openapi/**/*.test.ts', 'test/**/*.live.test.ts'];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: liveTests,
    maxWorkers: 2,
    globalSetup: 'test/support/every-run.ts',
    setupFiles: 'test/support/every-file.ts',
    // An embedded PostgreSQL takes several seconds to start cold, more on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 30_000,
  },
});

export { liveTests };
