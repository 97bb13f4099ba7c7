import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

/** Writes a loose object where git keeps them, and returns its name. Writing what is there already changes nothing. */
export async function writeLoose(directory: string, type: 'blob' | 'tree' | 'commit', bytes: Buffer): Promise<string> {
  const whole = Buffer.concat([Buffer.from(`${type} ${bytes.length}\0`), bytes]);
  const sha = createHash('sha1').update(whole).digest('hex');
  const folder = join(directory, 'objects', sha.slice(0, 2));
  const path = join(folder, sha.slice(2));
  if (await exists(path)) return sha;
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `tmp-${randomUUID()}`);
  await writeFile(temporary, deflateSync(whole, { level: 1 }));
  await rename(temporary, path);
  return sha;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
