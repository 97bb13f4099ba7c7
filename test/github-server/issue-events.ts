import type { Account, Team } from './accounts.ts';
import type { Repository } from './repository.ts';

/** What happened to an issue or pull request besides comments and reviews. */
export type IssueEventDetail =
  | { readonly kind: 'closed' | 'reopened' | 'ready_for_review' | 'convert_to_draft' | 'head_ref_deleted' }
  | { readonly kind: 'merged'; readonly commitId: string }
  | { readonly kind: 'head_ref_force_pushed'; readonly commitId: string }
  | { readonly kind: 'base_ref_changed' | 'automatic_base_change_succeeded' }
  | { readonly kind: 'renamed'; readonly from: string; readonly to: string }
  | { readonly kind: 'review_requested' | 'review_request_removed'; readonly reviewer: Account }
  /** GitHub's \`review_requested\` with a team in the reviewer's place. */
  | { readonly kind: 'team_review_requested'; readonly team: Team }
  | { readonly kind: 'comment_deleted' }
  | {
      readonly kind: 'review_dismissed';
      readonly reviewId: number;
      /** State before the dismissal, in lower case as GitHub writes it here. */
      readonly state: string;
      readonly message: string;
    };

/** An issue event: who did what to which issue, and when. */
export interface IssueEvent {
  readonly id: number;
  readonly number: number;
  readonly actor: Account;
  readonly createdAt: string;
  readonly detail: IssueEventDetail;
}

/** Notes an issue event. */
export function recordIssueEvent(
  repository: Repository,
  event: { number: number; actor: Account; detail: IssueEventDetail },
): void {
  const { ids, clock } = repository.world;
  repository.issueEvents.push({ id: ids.next(), createdAt: clock.iso(), ...event });
}
