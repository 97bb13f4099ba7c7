import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeLoose } from './loose.ts';
import { scratch, type Scratch } from './scratch.ts';

let repo: Scratch;
beforeAll(async () => {
  repo = await scratch();
});
afterAll(() => repo.close());

describe('a loose object', () => {
  it('has the name and bytes that git gives it', async () => {
    for (const text of ['', 'höher\n', 'a\0b', 'x'.repeat(100_000)]) {
      const sha = await writeLoose(repo.git.directory, 'blob', Buffer.from(text));
      expect(sha).toBe(await repo.git.text(['hash-object', '--stdin'], { input: text }));
      expect((await repo.git.run(['cat-file', 'blob', sha])).toString('utf8')).toBe(text);
    }
  });

  it('that is there already is left as it is, with nothing half-written beside it', async () => {
    const write = () => writeLoose(repo.git.directory, 'blob', Buffer.from('same'));
    const [sha] = await Promise.all([write(), write(), write()]);
    const folder = join(repo.git.directory, 'objects', sha.slice(0, 2));
    const before = await stat(join(folder, sha.slice(2)), { bigint: true });
    expect(await write()).toBe(sha);
    expect((await stat(join(folder, sha.slice(2)), { bigint: true })).mtimeNs).toBe(before.mtimeNs);
    expect((await readdir(folder)).filter((name) => name.startsWith('tmp-'))).toEqual([]);
  });
});
