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
  // The toolkit loads a second HTTP client for its OIDC tokens, which nothing here asks it for: half of the action's bytes.
  treeshake: {
    moduleSideEffects: [{ test: /node_modules\/(@actions\/(core|http-client)|undici|tunnel)\//u, sideEffects: false }],
  },
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
