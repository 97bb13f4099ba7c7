import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

const liveTests = ['test/live/**/*.test.ts', 'test/openapi/**/*.test.ts', 'test/**/*.live.test.ts'];

/** What both suites have in common. */
const shared = {
  // A worker waits for its programs and databases now and then, and has up to a gigabyte with them.
  maxWorkers: Math.min(availableParallelism() + 1, 6),
  sequence: { sequencer: LongestFirst },
  globalSetup: 'test/support/every-run.ts',
  setupFiles: 'test/support/every-file.ts',
};

export default defineConfig({
  test: {
    ...shared,
    include: ['test/**/*.test.ts'],
    exclude: liveTests,
    // An embedded PostgreSQL takes several seconds to start cold, more on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 30_000,
  },
});

export { liveTests, shared };
