import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: [
    'src/{action,cli,bot}.ts!',
    'src/providers/*/index.ts!',
    'scripts/*.ts',
    'bench/*.ts',
    'test/github-server/index.ts',
    'test/live/postgres/*-child.ts',
    'test/live/systems/keeper.ts',
  ],
  project: ['src/**/*.ts!', 'test/**/*.ts', 'scripts/**/*.ts', 'demo/**/*.ts', 'bench/**/*.ts', 'fuzz/**/*.ts'],
  vitest: { config: ['vitest.config.ts', 'vitest.live.config.ts'], entry: ['test/**/*.test.ts'] },
  ignore: ['dist/**'],
  ignoreExportsUsedInFile: { interface: true, type: true },
};

export default config;
