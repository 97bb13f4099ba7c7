import type { Address } from '../address.ts';
import type { Finding, Requirement } from '../assessment.ts';
import type { Reason } from '../errors.ts';
import type { Sha256 } from '../json.ts';
import type { RunReason } from '../ledger/bodies.ts';

/** GitHub's numeric user id; logins can be renamed and are only for people to read. */
export type Person = {
  readonly id: number;
  readonly login: string;
  readonly type: 'User' | 'Bot' | 'Organization' | 'Mannequin';
};

/** One uninterrupted stretch of (pull request, base branch, digest), as the trusted ledger entries tell it. */
export type PublicationRun = {
  readonly id: string;
  readonly digest: Sha256;
  readonly baseBranch: string;
  /** Eight characters, two groups of four. */
  readonly code: string;
  /** GitHub's `created_at` of the run's comment: RFC 3339, whole seconds. Null while the comment is not yet entered. */
  readonly publishedAt: string | null;
  readonly commentId: number | null;
  /** Of the comment's raw UTF-8 bytes; the ledger keeps those bytes under this hash. */
  readonly bodyHash: Sha256;
  readonly assessmentHash: Sha256;
  /** Heads on which the run stood, oldest first. */
  readonly heads: readonly string[];
  /** The run stands on a head that had an earlier run: reviews must quote the code. */
  readonly mustQuote: boolean;
  readonly ended: { readonly reason: RunReason } | null;
};

export type ReviewFact = {
  readonly id: number;
  readonly reviewer: Person;
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';
  readonly commitId: string | null;
  readonly submittedAt: string;
  readonly body: string;
  readonly bodyEdited: boolean;
  /** Present when somebody dismissed it; `wasState` is what it was before. */
  readonly dismissal: { readonly by: Person | null; readonly wasState: 'APPROVED' | 'CHANGES_REQUESTED' | null } | null;
};

/** Someone who put content into the pull request. `through` says how, e.g. `author of 3f2a91c`. `id` null: could not be resolved to an account. */
export type Contributor = { readonly person: Person | null; readonly name: string; readonly through: string };

export type ContributorFacts = {
  readonly contributors: readonly Contributor[];
  /** Why the list cannot be complete; null when it is. */ readonly incomplete: Reason | null;
};

export type PermissionFact = {
  readonly id: number;
  readonly permission: 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none';
};

/**
 * The moment that is decided: the gate (before the merge) or the apply (after it). `head` is the pull request's.
 * `begun`: the ledger's trusted `approved` entry of this very apply, when a step has an intent, a receipt or its result already;
 * null before the first write. What has begun is finished under that entry; nothing is judged again.
 */
export type Moment =
  | {
      readonly kind: 'gate';
      readonly digest: Sha256;
      readonly head: string;
      readonly baseBranch: string;
      readonly defaultBranch: string;
      readonly complete: boolean;
      readonly applyable: boolean;
    }
  | {
      readonly kind: 'apply';
      readonly digest: Sha256;
      readonly head: string;
      readonly landedAt: string;
      readonly begun: { readonly digest: Sha256 } | null;
      readonly defaultBranch: string;
      readonly baseBranch: string;
    };

export type ApprovalFacts = {
  readonly moment: Moment;
  /** The current run at the gate; the one that stood at the landing at the apply. */
  readonly run: PublicationRun | null;
  /** The run's comment as it is now: null when gone. `hash` is of its body. */
  readonly comment: { readonly hash: Sha256; readonly edited: boolean } | null;
  /** When the pull request's base was changed, RFC 3339 in whole seconds, in any order. */
  readonly baseChanges: readonly string[];
  readonly reviews: readonly ReviewFact[];
  readonly author: Person | null;
  readonly contributors: ContributorFacts;
  /** At least of every reviewer and of everyone who dismissed a review; who is not listed has none. */
  readonly permissions: readonly PermissionFact[];
  /** Everyone with write permission, when that list could be read whole: lets the gate fail at once when nobody eligible remains. */
  readonly candidates: readonly Person[] | null;
  /** The user id of our own App's bot account, whose commits make nobody a contributor; null: its contributions are somebody's. */
  readonly ourselves: number | null;
  /** Excluded because they contributed to the last unapplied pull request of an address in this plan. */
  readonly excluded: readonly { readonly id: number; readonly login: string; readonly address: Address }[];
  readonly requirements: readonly Requirement[];
  readonly findings: readonly Finding[];
  /** Lower-cased logins of the base configuration. */
  readonly machineUsers: readonly string[];
  readonly bots: readonly string[];
};

export type CountedReview = { readonly reviewId: number; readonly reviewer: Person };

/** A review that does not count, and why. */
export type DiscountedReview = { readonly reviewId: number; readonly reviewer: Person; readonly reason: Reason };

export type RequirementState = {
  readonly requirement: Requirement;
  readonly satisfiedBy: readonly Person[];
  readonly missing: number;
  /** Another option of its choice is met, so nothing is missing here. */
  readonly spared?: true;
};

/** `reasons` is never empty: every outcome has a stable code. */
export type Decision = {
  readonly kind: 'approved' | 'waiting' | 'refused';
  readonly reasons: readonly Reason[];
  readonly counted: readonly CountedReview[];
  readonly discounted: readonly DiscountedReview[];
  readonly requirements: readonly RequirementState[];
};
