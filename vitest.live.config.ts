import { defineConfig } from 'vitest/config';
import { liveTests } from './vitest.config.ts';

export default defineConfig({
  test: {
    include: liveTests,
    // Live suites own real servers and ports: one file at a time.
    fileParallelism: false,
    maxWorkers: 1,
    testTimeout: 600_000,
    hookTimeout: 300_000,
    teardownTimeout: 60_000,
  },
});
