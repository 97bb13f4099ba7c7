import { beforeEach, describe, expect, it } from 'vitest';
import { recordIssueEvent, type IssueEventDetail } from '../issue-events.ts';
import { quietWorld, type QuietWorld } from '../quiet-world.ts';
import { issueEventShape } from './issue-events.ts';

let quiet: QuietWorld;
beforeEach(() => {
  quiet = quietWorld();
});

function shown(detail: IssueEventDetail): Record<string, unknown> {
  const { repository, ana } = quiet;
  recordIssueEvent(repository, { number: 1, actor: ana, detail });
  const event = repository.issueEvents.at(-1);
  if (event === undefined) throw new Error('nothing was noted');
  return issueEventShape(repository, event);
}

describe('an issue event', () => {
  it('says what happened, who did it and when', () => {
    quiet.world.clock.advance(61);
    expect(shown({ kind: 'base_ref_changed' })).toMatchObject({
      event: 'base_ref_changed',
      actor: { login: 'ana' },
      created_at: '2026-01-05T09:01:01Z',
      commit_id: null,
      commit_url: null,
    });
  });

  it('of a merge or a forced push names the commit', () => {
    const commitId = 'c'.repeat(40);
    for (const kind of ['merged', 'head_ref_force_pushed'] as const) {
      expect(shown({ kind, commitId })).toMatchObject({
        event: kind,
        commit_id: commitId,
        commit_url: `${quiet.repository.apiUrl}/commits/${commitId}`,
      });
    }
  });

  it('of a dismissal names the review, its former state in lower case, and the reason', () => {
    expect(
      shown({ kind: 'review_dismissed', reviewId: 7, state: 'approved', message: 'outdated' })['dismissed_review'],
    ).toEqual({ review_id: 7, state: 'approved', dismissal_message: 'outdated' });
  });

  it('of a request for a review tells who asked from who was asked', () => {
    expect(shown({ kind: 'review_requested', reviewer: quiet.olga })).toMatchObject({
      actor: { login: 'ana' },
      review_requester: { login: 'ana' },
      requested_reviewer: { login: 'olga' },
    });
  });

  it('of a new title holds both', () => {
    expect(shown({ kind: 'renamed', from: 'a', to: 'b' })['rename']).toEqual({ from: 'a', to: 'b' });
  });
});
