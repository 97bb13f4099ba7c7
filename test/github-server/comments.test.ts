import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientFor, refusal, startFixture, type Fixture } from './fixture.ts';
import type { PullRequest } from './pull.ts';

let world: Fixture;
let pull: PullRequest;
beforeEach(async () => {
  world = await startFixture();
  await world.repository.push({ as: world.ana, branch: 'change', files: { 'a.yaml': 'a: 1\n' } });
  pull = await world.repository.openPullRequest({ as: world.ana, head: 'change' });
});
afterEach(() => world.server.close());

describe('a comment', () => {
  it('has the time of the server in whole seconds', async () => {
    const { data } = await clientFor(world.server, world.ana).issues.createComment({
      ...world.at,
      issue_number: pull.number,
      body: 'plan',
    });
    expect(data).toMatchObject({
      created_at: '2026-01-05T09:00:00Z',
      updated_at: '2026-01-05T09:00:00Z',
      body: 'plan',
    });
  });

  it('holds 65,536 characters and not one more', async () => {
    const ana = clientFor(world.server, world.ana);
    const post = (length: number): Promise<unknown> =>
      ana.issues.createComment({ ...world.at, issue_number: pull.number, body: 'é'.repeat(length) });
    await expect(post(65_536)).resolves.toBeDefined();
    expect(await refusal(post(65_537))).toMatchObject({
      status: 422,
      message: expect.stringContaining('Body is too long (maximum is 65536 characters)'),
    });
  });

  it('posted by a job names the app behind it', async () => {
    const token = world.server.issueToken({
      kind: 'actions-job',
      repository: world.repository,
      permissions: { 'pull-requests': 'write' },
    });
    const { data } = await clientFor(world.server, token).issues.createComment({
      ...world.at,
      issue_number: pull.number,
      body: 'plan',
    });
    expect(data).toMatchObject({ user: { login: 'github-actions[bot]' }, performed_via_github_app: { id: 15368 } });
  });

  it('can be edited by somebody else who may write, and remembers who did', async () => {
    const comment = await world.repository.comment(pull, { as: world.ana, body: 'plan' });
    world.server.advanceClock(5);
    await world.repository.editComment(comment, { as: world.ben, body: 'plan!' });
    const result: unknown = await clientFor(world.server, world.ana).graphql(
      `query ($id: ID!) { node(id: $id) { ... on IssueComment { body lastEditedAt editor { login }
        userContentEdits(first: 10) { nodes { editor { login } diff } } } } }`,
      { id: (await read(comment.id)).node_id },
    );
    expect(result).toEqual({
      node: {
        body: 'plan!',
        lastEditedAt: '2026-01-05T09:00:05Z',
        editor: { login: 'ben' },
        userContentEdits: {
          nodes: [
            { editor: { login: 'ben' }, diff: 'plan!' },
            { editor: { login: 'ana' }, diff: 'plan' },
          ],
        },
      },
    });
  });

  it('cannot be edited by somebody who may only read', async () => {
    const comment = await world.repository.comment(pull, { as: world.ana, body: 'plan' });
    const edit = clientFor(world.server, world.rita).issues.updateComment({
      ...world.at,
      comment_id: comment.id,
      body: 'forged',
    });
    expect(await refusal(edit)).toMatchObject({ status: 403 });
  });

  it('is gone once deleted', async () => {
    const comment = await world.repository.comment(pull, { as: world.ana, body: 'plan' });
    await world.repository.deleteComment(comment, { as: world.ben });
    expect(await refusal(read(comment.id))).toMatchObject({ status: 404 });
    expect(world.server.lastEvent('issue_comment', 'deleted').payload).toMatchObject({ sender: { login: 'ben' } });
  });

  it('can be hidden as outdated, without a trace in its times', async () => {
    const comment = await world.repository.comment(pull, { as: world.ana, body: 'plan' });
    world.server.advanceClock(9);
    const { node_id: id } = await read(comment.id);
    const result: unknown = await clientFor(world.server, world.ana).graphql(
      `mutation ($id: ID!) { minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) {
        minimizedComment { isMinimized minimizedReason } } }`,
      { id },
    );
    expect(result).toEqual({
      minimizeComment: { minimizedComment: { isMinimized: true, minimizedReason: 'outdated' } },
    });
    expect((await read(comment.id)).updated_at).toBe('2026-01-05T09:00:00Z');
  });
});

async function read(comment_id: number): Promise<{ node_id: string; updated_at: string }> {
  const { data } = await clientFor(world.server, world.ana).issues.getComment({ ...world.at, comment_id });
  return data;
}
