import { defineConfig } from 'vitest/config';
import { liveTests, shared } from './vitest.config.ts';

export default defineConfig({
  test: {
    // Every file has servers of its own, on ports of their own.
    ...shared,
    include: liveTests,
    testTimeout: 600_000,
    hookTimeout: 300_000,
    teardownTimeout: 60_000,
  },
});
