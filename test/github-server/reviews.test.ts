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

const on = (): { owner: string; repo: string; pull_number: number } => ({ ...world.at, pull_number: pull.number });

describe('a review', () => {
  it('records state, commit and the second of its submission', async () => {
    world.server.advanceClock(61);
    await world.repository.review(pull, { as: world.ben, event: 'APPROVE' });
    const { data } = await clientFor(world.server, world.ana).pulls.listReviews(on());
    expect(data).toMatchObject([
      { user: { login: 'ben' }, state: 'APPROVED', commit_id: pull.head.sha, submitted_at: '2026-01-05T09:01:01Z' },
    ]);
  });

  it('of their own pull request lets nobody approve or request changes', async () => {
    const ana = clientFor(world.server, world.ana);
    const approve = ana.pulls.createReview({ ...on(), event: 'APPROVE' });
    expect(await refusal(approve)).toMatchObject({
      status: 422,
      message: expect.stringContaining('Can not approve your own pull request'),
    });
    const reject = ana.pulls.createReview({ ...on(), event: 'REQUEST_CHANGES', body: 'no' });
    expect(await refusal(reject)).toMatchObject({ status: 422 });
    await expect(ana.pulls.createReview({ ...on(), event: 'COMMENT', body: 'look' })).resolves.toBeDefined();
  });

  it('by a job is refused as an approval unless the repository allows it', async () => {
    const token = world.server.issueToken({
      kind: 'actions-job',
      repository: world.repository,
      permissions: { 'pull-requests': 'write' },
    });
    const job = clientFor(world.server, token);
    const approve = job.pulls.createReview({ ...on(), event: 'APPROVE' });
    expect(await refusal(approve)).toMatchObject({
      status: 422,
      message: expect.stringContaining('GitHub Actions is not permitted to approve pull requests.'),
    });
    world.repository.allowActionsToCreateAndApprove();
    const { data } = await job.pulls.createReview({ ...on(), event: 'APPROVE' });
    expect(data.user).toMatchObject({ login: 'github-actions[bot]', type: 'Bot' });
  });

  it('by somebody who may only read is accepted, and says nothing of their role', async () => {
    const review = await world.repository.review(pull, { as: world.rita, event: 'APPROVE' });
    expect(review.state).toBe('APPROVED');
  });

  it('that is pending is seen by its author alone, and has no time', async () => {
    const ben = clientFor(world.server, world.ben);
    const { data } = await ben.pulls.createReview({ ...on(), body: 'draft' });
    expect(data).toMatchObject({ state: 'PENDING' });
    expect(data).not.toHaveProperty('submitted_at');
    expect((await clientFor(world.server, world.ana).pulls.listReviews(on())).data).toEqual([]);
    expect((await ben.pulls.listReviews(on())).data).toHaveLength(1);
  });

  it('that asks for changes needs words', async () => {
    const empty = clientFor(world.server, world.ben).pulls.createReview({ ...on(), event: 'REQUEST_CHANGES' });
    expect(await refusal(empty)).toMatchObject({ status: 422 });
  });

  it('is dismissed once', async () => {
    const review = await world.repository.review(pull, { as: world.ben, event: 'REQUEST_CHANGES', body: 'no' });
    await world.repository.dismissReview(review, { as: world.ana });
    const dismissal = { ...on(), review_id: review.id, message: 'sorted out' };
    expect(await refusal(clientFor(world.server, world.ben).pulls.dismissReview(dismissal))).toMatchObject({
      status: 422,
    });
  });

  it('when dismissed changes state; who dismissed it stands in the events', async () => {
    const review = await world.repository.review(pull, { as: world.ben, event: 'REQUEST_CHANGES', body: 'no' });
    await world.repository.dismissReview(review, { as: world.ana, message: 'sorted out' });
    const ana = clientFor(world.server, world.ana);
    const { data } = await ana.pulls.getReview({ ...on(), review_id: review.id });
    expect(data.state).toBe('DISMISSED');
    const events = await ana.issues.listEvents({ ...world.at, issue_number: pull.number });
    expect(events.data).toMatchObject([
      {
        event: 'review_dismissed',
        actor: { login: 'ana' },
        dismissed_review: { state: 'changes_requested', review_id: review.id, dismissal_message: 'sorted out' },
      },
    ]);
  });
});

describe("a review's commit", () => {
  it('stays when somebody pushes content', async () => {
    const review = await world.repository.review(pull, { as: world.ben, event: 'APPROVE' });
    const reviewed = pull.head.sha;
    await world.repository.push({ as: world.ana, branch: 'change', files: { 'b.yaml': 'b: 1\n' } });
    expect(review.commitId).toBe(reviewed);
  });

  it('moves along, with its time unchanged, when the branch is updated from the base', async () => {
    const review = await world.repository.review(pull, { as: world.ben, event: 'APPROVE' });
    const { submittedAt } = review;
    await world.repository.push({ as: world.ben, branch: 'main', files: { 'other.yaml': 'o: 1\n' } });
    world.server.advanceClock(3600);
    const head = await world.repository.updateBranch(pull, { as: world.ana });
    expect(review).toMatchObject({ commitId: head, submittedAt });
  });

  it('stays when a merge from the base carries something of its own', async () => {
    const review = await world.repository.review(pull, { as: world.ben, event: 'APPROVE' });
    const reviewed = pull.head.sha;
    await world.repository.push({ as: world.ben, branch: 'main', files: { 'other.yaml': 'o: 1\n' } });
    const { git } = world.repository.repository;
    const tree = await git.writeTree(reviewed, [
      { kind: 'put', path: 'evil.yaml', mode: '100644', sha: await git.writeBlob('evil') },
    ]);
    const person = { name: 'Ana', email: 'ana@example.com', seconds: 1_767_600_000 };
    const parents = [reviewed, await world.repository.head()];
    const sha = await git.writeCommit({ tree, parents, author: person, committer: person, message: 'Merge main' });
    await world.repository.pushCommit({ as: world.ana, branch: 'change', sha });
    expect(review.commitId).toBe(reviewed);
  });
});
