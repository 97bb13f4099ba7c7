import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatCommit, parseCommit } from './commit.ts';
import { person, scratch, type Scratch } from './scratch.ts';

let repo: Scratch;
beforeAll(async () => {
  repo = await scratch();
});
afterAll(() => repo.close());

describe('a commit', () => {
  it('has the name that git gives it', async () => {
    const draft = {
      tree: await repo.tree({ a: '1' }),
      parents: [],
      author: person,
      committer: person,
      message: 'höher\n\nbody\n',
    };
    const sha = await repo.git.writeCommit(draft);
    expect(await repo.git.text(['hash-object', '-t', 'commit', '--stdin'], { input: formatCommit(draft) })).toBe(sha);
    expect(await repo.git.commit(sha)).toMatchObject({ sha, message: draft.message, author: person, signed: false });
  });

  it('keeps its message and parents when it is signed', () => {
    const draft = {
      tree: '1'.repeat(40),
      parents: ['2'.repeat(40)],
      author: person,
      committer: person,
      message: 'm\n\nn',
      signed: true,
    };
    expect(parseCommit('3'.repeat(40), formatCommit(draft))).toMatchObject({
      parents: draft.parents,
      message: 'm\n\nn',
      signed: true,
    });
  });

  it('that is signed is one for git, too', async () => {
    const tree = await repo.tree({ a: '1' });
    const draft = { tree, parents: [], author: person, committer: person, message: 'm\n', signed: true };
    const sha = await repo.git.writeCommit(draft);
    expect(await repo.git.text(['log', '--format=%T %an <%ae> %at %s', sha])).toBe(
      `${tree} Ana Ruiz <ana@example.com> ${person.seconds} m`,
    );
    await expect(repo.git.run(['fsck', '--strict', '--no-dangling'])).resolves.toBeDefined();
  });

  it('is told from its message: header lines in it change nothing', () => {
    const message = `subject\n\nparent ${'4'.repeat(40)}\ngpgsig no\ntree x\n`;
    const draft = { tree: '1'.repeat(40), parents: [], author: person, committer: person, message };
    expect(parseCommit('3'.repeat(40), formatCommit(draft))).toMatchObject({ parents: [], message, signed: false });
    expect(() => parseCommit('3'.repeat(40), Buffer.from('tree 1\n\nm'))).toThrow('not a commit');
  });
});
