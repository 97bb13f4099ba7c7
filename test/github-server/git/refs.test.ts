import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratch, type Scratch } from './scratch.ts';

let repo: Scratch;
beforeAll(async () => {
  repo = await scratch();
});
afterAll(() => repo.close());

describe('a ref', () => {
  it('is for git what it is for the server, packed or not', async () => {
    const [first, second] = [await repo.commit({ a: '1' }), await repo.commit({ a: '2' })];
    const theirs = (name: string) => repo.git.text(['rev-parse', '--verify', '--quiet', name]).catch(() => undefined);
    for (const name of ['refs/heads/some/where', 'refs/heads/packed']) {
      await repo.git.setRef(name, first);
      expect([await theirs(name), await repo.git.ref(name)]).toEqual([first, first]);
      if (name.endsWith('packed')) await repo.git.run(['pack-refs', '--all']);
      await repo.git.setRef(name, second);
      expect([await theirs(name), await repo.git.ref(name)]).toEqual([second, second]);
      await repo.git.setRef(name, undefined);
      expect([await theirs(name), await repo.git.ref(name)]).toEqual([undefined, undefined]);
    }
    await repo.git.setRef('refs/heads/some', first);
    expect(await theirs('refs/heads/some')).toBe(first);
    await expect(repo.git.setRef('refs/heads/none', '2'.repeat(40))).rejects.toThrow('does not exist');
  });

  it('is not moved while somebody else holds its lock', async () => {
    const sha = await repo.commit({ a: '1' });
    await writeFile(join(repo.git.directory, 'refs/heads/held.lock'), '');
    await expect(repo.git.setRef('refs/heads/held', sha)).rejects.toThrow('EEXIST');
    await rm(join(repo.git.directory, 'refs/heads/held.lock'));
    await repo.git.setRef('refs/heads/held', sha);
    expect(await repo.git.ref('refs/heads/held')).toBe(sha);
  });

  it('is listed by its prefix in order, packed and loose alike and once', async () => {
    const [first, second] = [await repo.commit({ a: '1' }), await repo.commit({ a: '2' })];
    for (const name of ['refs/tags/b', 'refs/tags/a/x', 'refs/tags/c']) await repo.git.setRef(name, first);
    await repo.git.run(['pack-refs', '--all']);
    await repo.git.setRef('refs/tags/b', second);
    await repo.git.setRef('refs/tags/a.b', first);
    await writeFile(join(repo.git.directory, 'refs/tags/d.lock'), '');
    const listed = await repo.git.refs('refs/tags/');
    await rm(join(repo.git.directory, 'refs/tags/d.lock'));
    expect(listed.map(({ name, sha, type }) => [name, sha, type])).toEqual([
      ['refs/tags/a.b', first, 'commit'],
      ['refs/tags/a/x', first, 'commit'],
      ['refs/tags/b', second, 'commit'],
      ['refs/tags/c', first, 'commit'],
    ]);
    expect(listed.map(({ name }) => name)).toEqual(
      (await repo.git.text(['for-each-ref', '--format=%(refname)', 'refs/tags'])).split('\n'),
    );
  });

  it('is no expression, pattern or short name', async () => {
    await repo.git.setRef('refs/heads/main', await repo.commit({ a: '1' }));
    for (const name of [
      'main',
      'refs/heads/main~0',
      'refs/heads/main^{tree}',
      'refs/heads/main@{0}',
      'refs/heads/*',
      'HEAD',
    ])
      expect(await repo.git.ref(name)).toBeUndefined();
  });
});
