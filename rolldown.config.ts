import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
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
  // npx and a shell run the command line by its first line.
  plugins: [
    thirdPartyNotices(),
    { name: 'executable', writeBundle: ({ dir = 'dist' }) => chmodSync(join(dir, 'cli.js'), 0o755) },
  ],
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
