import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reviewsOf } from '../../src/github/reviews.ts';
import type { PullRequest } from '../github-server/index.ts';
import { pagesOf, startWorld, type World } from './world.ts';

let world: World;
let pull: PullRequest;
beforeEach(async () => {
  world = await startWorld();
  await world.repository.push({ as: world.ana, branch: 'change', files: { 'a.yaml': 'a: 1\n' } });
  pull = await world.repository.openPullRequest({ as: world.ana, head: 'change' });
});
afterEach(() => world.server.close());

describe('reviews', () => {
  it('are none before there is one', async () => {
    expect(await reviewsOf(world.readOnly, pull.number)).toEqual([]);
  });

  it('tell reviewer, state, commit, time and body', async () => {
    const review = await world.repository.review(pull, { as: world.ben, event: 'APPROVE', body: 'kt5m-w2qa' });
    expect(await reviewsOf(world.readOnly, pull.number)).toEqual([
      {
        id: review.id,
        reviewer: { id: world.ben.id, login: 'ben', type: 'User' },
        state: 'APPROVED',
        commitId: pull.head.sha,
        submittedAt: '2026-01-05T09:00:00Z',
        body: 'kt5m-w2qa',
        bodyEdited: false,
        dismissal: null,
      },
    ]);
  });

  it('tell that a body was edited, also when it was edited back', async () => {
    const once = await world.repository.review(pull, { as: world.ben, event: 'APPROVE', body: 'first' });
    const twice = await world.repository.review(pull, { as: world.rita, event: 'COMMENT', body: 'same' });
    await world.repository.review(pull, { as: world.olga, event: 'APPROVE', body: 'untouched' });
    await world.repository.editReview(once, { as: world.ben, body: 'kt5m-w2qa' });
    await world.repository.editReview(twice, { as: world.rita, body: 'other' });
    await world.repository.editReview(twice, { as: world.rita, body: 'same' });
    expect((await reviewsOf(world.readOnly, pull.number)).map(({ body, bodyEdited }) => [body, bodyEdited])).toEqual([
      ['kt5m-w2qa', true],
      ['same', true],
      ['untouched', false],
    ]);
  });

  it.each([
    ['APPROVE', 'APPROVED'],
    ['REQUEST_CHANGES', 'CHANGES_REQUESTED'],
  ] as const)('that were dismissed tell by whom, and that it was %s', async (event, wasState) => {
    const review = await world.repository.review(pull, { as: world.ben, event, body: 'why' });
    await world.repository.dismissReview(review, { as: world.ana });
    expect(await reviewsOf(world.readOnly, pull.number)).toMatchObject([
      { state: 'DISMISSED', dismissal: { by: { id: world.ana.id }, wasState } },
    ]);
  });

  it('that nobody has submitted are not reviews yet, not even to their author', async () => {
    await world.repository.review(pull, { as: world.ben, body: 'draft' });
    const ben = world.as(world.server.issueToken({ kind: 'user', user: world.ben }));
    expect(await reviewsOf(ben, pull.number)).toEqual([]);
  });

  it('are read over all pages', async () => {
    for (const body of ['1', '2', '3', '4', '5'])
      await world.repository.review(pull, { as: world.ben, event: 'COMMENT', body });
    const dismissed = await world.repository.review(pull, { as: world.ben, event: 'APPROVE' });
    await world.repository.dismissReview(dismissed, { as: world.olga });
    const small = world.reading(async (url, init) => {
      const body = typeof init?.body === 'string' ? init.body.replaceAll('first: 100', 'first: 2') : init?.body;
      return await pagesOf(2)(url, body === undefined ? init : { ...init, body });
    });
    const all = await reviewsOf(small, pull.number);
    expect(all.map(({ body, bodyEdited }) => [body, bodyEdited])).toEqual(
      ['1', '2', '3', '4', '5', ''].map((body) => [body, false]),
    );
    expect(all.at(-1)?.dismissal?.by?.id).toBe(world.olga.id);
  });

  it('count as edited where GitHub does not tell', async () => {
    await world.repository.review(pull, { as: world.ben, event: 'APPROVE' });
    const silent = world.reading(async (url, init) =>
      url.endsWith('/graphql')
        ? Response.json({ data: { repository: { pullRequest: { reviews: null } } } })
        : await fetch(url, init),
    );
    expect(await reviewsOf(silent, pull.number)).toMatchObject([{ bodyEdited: true }]);
  });

  it('are never guessed when a page is lost', async () => {
    await world.repository.review(pull, { as: world.ben, event: 'REQUEST_CHANGES', body: 'no' });
    world.server.fault({ kind: 'cut', times: 10, match: { path: /\/reviews$/ } });
    await expect(reviewsOf(world.readOnly, pull.number)).rejects.toMatchObject({ code: 'github-unreachable' });
  });

  it('change nothing by being read', async () => {
    const review = await world.repository.review(pull, { as: world.ben, event: 'APPROVE' });
    await world.repository.dismissReview(review, { as: world.ana });
    await reviewsOf(world.readOnly, pull.number);
    expect(world.server.log.filter(({ path }) => path !== '/graphql')).toEqual([]);
  });
});
