import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/core/digest.ts';
import {
  COMMENT_CHARACTERS,
  findOwnComment,
  foldComments,
  postComment,
  readComment,
} from '../../src/github/comment.ts';
import type { PullRequest } from '../github-server/index.ts';
import { pagesOf, startWorld, type World } from './world.ts';

const BODY = '### Countersign\n\nplan 4f2a · code `kt5m-w2qa`\n';

let world: World;
let pull: PullRequest;
beforeEach(async () => {
  world = await startWorld();
  await world.repository.push({ as: world.ana, branch: 'change', files: { 'a.yaml': 'a: 1\n' } });
  pull = await world.repository.openPullRequest({ as: world.ana, head: 'change' });
});
afterEach(() => world.server.close());

const post = (body = BODY) => postComment(world.ours, { pullRequest: pull.number, body, authorId: world.app.bot.id });
const comments = () => [...world.repository.repository.comments.values()];

describe('posting', () => {
  it("tells the comment's id and GitHub's time for it", async () => {
    expect(await post()).toMatchObject({ id: comments()[0]?.id, createdAt: '2026-01-05T09:00:00Z' });
    expect(comments().map(({ body }) => body)).toEqual([BODY]);
  });

  it.each(['5xx', '5xx-after', 'cut', 'cut-after', 'secondary-limit'] as const)(
    'posts once, whatever happens to the answer: %s',
    async (kind) => {
      world.server.fault(
        kind === 'secondary-limit'
          ? { kind, retryAfterSeconds: 1, match: { method: 'POST' } }
          : { kind, match: { method: 'POST' } },
      );
      const posted = await post();
      expect(comments().map(({ id }) => id)).toEqual([posted.id]);
    },
  );

  it('gives up when GitHub stays unreachable', async () => {
    world.server.fault({ kind: 'cut', times: 100, match: { method: 'POST' } });
    await expect(post()).rejects.toMatchObject({ code: 'github-unreachable' });
    expect(comments()).toEqual([]);
  });

  it('refuses what GitHub would refuse, without asking', async () => {
    await expect(post('x'.repeat(COMMENT_CHARACTERS + 1))).rejects.toMatchObject({ code: 'comment-too-long' });
    expect(world.server.log).toEqual([]);
    await post('x'.repeat(COMMENT_CHARACTERS));
  });

  it('says that a token may not', async () => {
    const draft = { pullRequest: pull.number, body: BODY, authorId: 1 };
    await expect(postComment(world.readOnly, draft)).rejects.toMatchObject({ code: 'github-forbidden' });
  });
});

describe('a comment as it is now', () => {
  it('tells the hash of its body, and whose it is', async () => {
    const { id, createdAt } = await post();
    expect(await readComment(world.readOnly, id)).toMatchObject({
      id,
      createdAt,
      hash: sha256(BODY),
      edited: false,
      authorId: world.app.bot.id,
    });
  });

  it('tells that it was edited, also when it was edited back', async () => {
    const { id } = await post();
    const [comment] = comments();
    if (comment === undefined) throw new Error('no comment');
    await world.repository.editComment(comment, { as: world.olga, body: 'forged' });
    expect(await readComment(world.readOnly, id)).toMatchObject({ hash: sha256('forged'), edited: true });
    await world.repository.editComment(comment, { as: world.olga, body: BODY });
    expect(await readComment(world.readOnly, id)).toMatchObject({ hash: sha256(BODY), edited: true });
  });

  it('is null when it was deleted', async () => {
    const { id } = await post();
    const [comment] = comments();
    if (comment === undefined) throw new Error('no comment');
    await world.repository.deleteComment(comment, { as: world.olga });
    expect(await readComment(world.readOnly, id)).toBeNull();
  });

  it('is not said to be gone by somebody who cannot see it', async () => {
    const { id } = await post();
    const stranger = world.as(world.server.issueToken({ kind: 'user', user: world.zoe }));
    await expect(readComment(stranger, id)).rejects.toMatchObject({ code: 'github-not-found' });
  });

  it('is not edited by being folded', async () => {
    const { id } = await post();
    await foldComments(world.ours, pull.number, new Set([id]));
    expect(comments()[0]?.minimized).toBe('OUTDATED');
    expect(await readComment(world.readOnly, id)).toMatchObject({ edited: false, hash: sha256(BODY) });
  });

  it('is folded once, and neither one that is gone nor any other with it', async () => {
    const { id } = await post();
    await post('another');
    await foldComments(world.ours, pull.number, new Set([id, 987_654]));
    expect(comments().map(({ minimized }) => minimized)).toEqual(['OUTDATED', undefined]);
    // Reading alone: a token that may write nothing is enough.
    await foldComments(world.readOnly, pull.number, new Set([id]));
  });
});

describe('finding a comment after a crash', () => {
  const find = (since?: string) =>
    findOwnComment(world.readOnly, {
      pullRequest: pull.number,
      authorId: world.app.bot.id,
      hash: sha256(BODY),
      ...(since === undefined ? {} : { since }),
    });

  it('takes our own with exactly this body', async () => {
    await post('another');
    const posted = await post();
    expect(await find()).toEqual(posted);
  });

  it('never takes one of somebody else, whatever it says', async () => {
    await world.repository.comment(pull, { as: world.ben, body: BODY });
    expect(await find()).toBeNull();
  });

  it('takes the oldest not before the given time', async () => {
    await post();
    world.server.advanceClock(60);
    const second = await post();
    expect(await find('2026-01-05T09:00:30Z')).toEqual(second);
  });

  it('looks through all pages', async () => {
    for (const body of ['1', '2', '3', '4', '5']) await post(body);
    const posted = await post();
    const query = { pullRequest: pull.number, authorId: world.app.bot.id, hash: sha256(BODY) };
    expect(await findOwnComment(world.reading(pagesOf(2)), query)).toEqual(posted);
  });
});

describe('reading', () => {
  it('changes nothing', async () => {
    const { id } = await post();
    const before = world.server.log.length;
    await readComment(world.readOnly, id);
    await findOwnComment(world.readOnly, { pullRequest: pull.number, authorId: 1, hash: sha256('') });
    expect(world.server.log.slice(before).filter(({ path }) => path !== '/graphql')).toEqual([]);
  });
});
