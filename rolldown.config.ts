import { existsSync } from 'node:fs';
import { defineConfig } from 'rolldown';
import { thirdPartyNotices } from './scripts/third-party-notices.ts';

// The bot is a service that runs from node_modules, so it is not bundled.
const entries = ['action', 'cli'].filter((name) => existsSync(`src/${name}.ts`));

export default defineConfig({
  input: Object.fromEntries(entries.map((name) => [name, `src/${name}.ts`])),
  platform: 'node',
  tsconfig: 'tsconfig.json',
  // Optional accelerator that pg loads only on request; nobody has it.
  external: ['pg-native'],
  plugins: [thirdPartyNotices()],
  output: {
    dir: 'dist',
    cleanDir: true,
    format: 'esm',
    // Names without hashes: a change shows as a change of a file, not as another file.
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    minify: false,
    sourcemap: false,
  },
});
