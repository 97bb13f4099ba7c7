import { nodeId } from '../ids.ts';
import type { IssueEvent } from '../issue-events.ts';
import type { Repository } from '../repository.ts';
import type { Schema } from '../schema.ts';
import { simpleUser, teamShape } from './accounts.ts';

/** The REST shape of an issue event. */
export function issueEventShape(repository: Repository, event: IssueEvent): Schema<'issue-event-for-issue'> {
  const { world } = repository;
  const base = {
    id: event.id,
    node_id: nodeId('issueEvent', event.id),
    url: `${repository.apiUrl}/issues/events/${event.id}`,
    actor: simpleUser(world, event.actor),
    event: event.detail.kind === 'team_review_requested' ? 'review_requested' : event.detail.kind,
    commit_id: null,
    commit_url: null,
    created_at: event.createdAt,
    performed_via_github_app: null,
  };
  const { detail } = event;
  switch (detail.kind) {
    case 'review_dismissed':
      return {
        ...base,
        dismissed_review: { state: detail.state, review_id: detail.reviewId, dismissal_message: detail.message },
      };
    case 'review_requested':
    case 'review_request_removed':
      return {
        ...base,
        review_requester: base.actor,
        requested_reviewer: simpleUser(world, detail.reviewer),
      };
    case 'team_review_requested':
      return { ...base, review_requester: base.actor, requested_team: teamShape(world, detail.team) };
    case 'renamed':
      return { ...base, rename: { from: detail.from, to: detail.to } };
    case 'merged':
    case 'head_ref_force_pushed':
      return { ...base, commit_id: detail.commitId, commit_url: `${repository.apiUrl}/commits/${detail.commitId}` };
    case 'closed':
    case 'reopened':
    case 'ready_for_review':
    case 'convert_to_draft':
    case 'head_ref_deleted':
    case 'base_ref_changed':
    case 'automatic_base_change_succeeded':
    case 'comment_deleted':
      return base;
  }
}
