import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Full names of a repository's refs, sorted as git sorts them; read from disk, since starting git for each question takes long. */
export async function refNames(directory: string): Promise<readonly string[]> {
  const found = await readdir(join(directory, 'refs'), { recursive: true, withFileTypes: true });
  const loose = found
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.lock'))
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)));
  const packed = await readFile(join(directory, 'packed-refs'), 'utf8').catch(() => '');
  const named = [...packed.matchAll(/^[0-9a-f]{40} (?<name>\S+)$/gmu)].map(({ groups }) => groups?.['name'] ?? '');
  return [...new Set([...loose, ...named])].sort();
}
