import type { Address } from '../core/address.ts';
import type { Decision, PublicationRun } from '../core/approval/facts.ts';
import type { Finishing } from '../core/apply/execute.ts';
import type { RecordedApply } from '../core/apply/history.ts';
import type { Configuration } from '../core/configuration.ts';
import type { Reason } from '../core/errors.ts';
import type { Sha256 } from '../core/json.ts';
import type { Plan } from '../core/plan.ts';
import type { PullRequest } from '../github/pull-requests.ts';
import type { PlannedInputs } from './clean-merge.ts';
import type { Landing } from './landings.ts';

/** What may be executed for a landing, and on whose word. */
export type Approved = {
  readonly pull: PullRequest;
  readonly landing: Landing;
  readonly applyId: Sha256;
  readonly plan: Plan;
  readonly digest: Sha256;
  readonly run: PublicationRun;
  readonly history: RecordedApply;
  readonly decision: Decision;
  /** Null: everything is allowed. Otherwise only what was begun under the ledger's approval. */
  readonly finishing: Finishing | null;
  /** The rules before the landing, by which it was planned. */
  readonly configuration: Configuration;
  readonly inputs: PlannedInputs;
};

type Ended = {
  readonly applyId: Sha256;
  /** What earlier runs of this apply did; null where it cannot have begun. */
  readonly history: RecordedApply | null;
  readonly digest: Sha256 | null;
  readonly reasons: readonly Reason[];
  /** What the landing was planned from; null where that is not known. */
  readonly inputs: PlannedInputs | null;
};

export type Refused = Ended & { readonly kind: 'refused'; readonly plan: Plan | null };

/** `undone`: what nobody approved, and what nobody does any more, see `leftUndone`. `takenOver`: what later landings decide about. */
export type Superseded = Ended & {
  readonly kind: 'superseded';
  readonly plan: Plan;
  readonly undone: readonly Address[];
  readonly takenOver: ReadonlySet<Address>;
};

/** Nobody can tell now whether it was approved, or by which pull request it landed; the next run judges again. `plan` null: nor what was planned. */
export type Unread = {
  readonly kind: 'unread';
  readonly digest: Sha256 | null;
  readonly plan: Plan | null;
  readonly reasons: readonly Reason[];
};

export type Judgement =
  | { readonly kind: 'finished'; readonly applyId: Sha256 }
  | Refused
  | Superseded
  | Unread
  | ({ readonly kind: 'approved' } & Approved);
