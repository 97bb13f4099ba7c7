import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { schemaFiles } from '../src/core/desired/schema-files.ts';
import { loadProviders } from '../src/providers/registry.ts';

const FOLDER = 'schemas';

const providers = [...(await loadProviders()).values()];
const files = schemaFiles(providers);
await mkdir(FOLDER, { recursive: true });
for (const stale of await readdir(FOLDER)) {
  if (stale.endsWith('.json') && !files.has(stale)) await rm(join(FOLDER, stale));
}
for (const [name, text] of files) await writeFile(join(FOLDER, name), text);
console.log(`${files.size} schemas written to ${FOLDER}/`);
