import { defineConfig } from 'vitest/config';
import { liveTests } from './vitest.config.ts';

export default defineConfig({
  test: {
    include: liveTests,
    // Every file has servers of its own, on ports of their own.
    maxWorkers: 2,
    globalSetup: 'test/support/every-run.ts',
    setupFiles: 'test/support/every-file.ts',
    testTimeout: 600_000,
    hookTimeout: 300_000,
    teardownTimeout: 60_000,
  },
});
