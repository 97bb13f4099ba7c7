import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/** Full names of a repository's refs, sorted as git sorts them; read from disk, since starting git for each question takes long. */
export async function refNames(directory: string): Promise<readonly string[]> {
  const found = await readdir(join(directory, 'refs'), { recursive: true, withFileTypes: true });
  const loose = found
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.lock'))
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)));
  return [...new Set([...loose, ...(await packedNames(directory))])].sort();
}

/** Points a ref at an object, under the lock that git itself takes. */
export async function writeRef(directory: string, name: string, sha: string): Promise<void> {
  const path = join(directory, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.lock`, `${sha}\n`, { flag: 'wx' });
  await rename(`${path}.lock`, path);
}

/** Deletes a ref, and the folders that hold nothing without it. False, and nothing done, when the ref is packed: only git rewrites those. */
export async function deleteLooseRef(directory: string, name: string): Promise<boolean> {
  if ((await packedNames(directory)).includes(name)) return false;
  const path = join(directory, name);
  await rm(path, { force: true });
  for (let folder = dirname(name); folder.split('/').length > 2; folder = dirname(folder)) {
    const isGone = await rmdir(join(directory, folder)).then(
      () => true,
      () => false,
    );
    if (!isGone) break;
  }
  return true;
}

async function packedNames(directory: string): Promise<readonly string[]> {
  const packed = await readFile(join(directory, 'packed-refs'), 'utf8').catch(() => '');
  return [...packed.matchAll(/^[0-9a-f]{40} (?<name>\S+)$/gmu)].map(({ groups }) => groups?.['name'] ?? '');
}
