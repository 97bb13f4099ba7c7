import type { Address } from '../address.ts';
import type { Reason } from '../errors.ts';
import type { Json, JsonObject, Sha256 } from '../json.ts';

/** Somebody by id; the login is for people to read. */
export type Actor = { readonly id: number; readonly login: string };

export const RUN_REASONS = [
  'first',
  'digest-changed',
  'retargeted',
  'comment-changed',
  'access-widened',
  'excepted',
  'head-returned',
  'unconcerned',
] as const;

/** Why a publication run began: the first, or what ended the one before it. `excepted`: an exception lifts what the run before it showed. `head-returned`: the head is one of an earlier run's. `unconcerned`: the pull request touched neither an identity nor a rule for a while. */
export type RunReason = (typeof RUN_REASONS)[number];

export type GenesisBody = {
  readonly type: 'genesis';
  readonly ledgerId: string;
  /** Key ids that the base branch trusted; empty for an unsigned ledger. */
  readonly signers: readonly string[];
  /** Path of each rule file to its hash. */
  readonly governance: { readonly [path: string]: Sha256 };
  /** The default branch's tip: nothing earlier is examined. */
  readonly tip: string;
};

/** A publication run begins. `body` and `assessment` name blobs, as the entry's digest names the plan's. */
export type PlannedBody = {
  readonly type: 'planned';
  readonly run: string;
  /** Two groups of four characters. */
  readonly code: string;
  readonly head: string;
  readonly baseBranch: string;
  readonly body: Sha256;
  readonly assessment: Sha256;
  readonly mustQuote: boolean;
  readonly because: RunReason;
  /** Who is known to have pushed to this head when it was published. */
  readonly senders: readonly Actor[];
};

/** The run's comment stands, now on `head`. `createdAt` is GitHub's, RFC 3339 in whole seconds. */
export type PublishedBody = {
  readonly type: 'published';
  readonly run: string;
  readonly commentId: number;
  readonly createdAt: string;
  readonly head: string;
  readonly senders: readonly Actor[];
};

/**
 * By what of the pull request a run was judged at the gate, entered where it is not what was entered last: `pull` names a blob.
 * Only where a policy asks about the pull request.
 */
export type JudgedBody = {
  readonly type: 'judged';
  readonly run: string;
  readonly head: string;
  readonly pull: Sha256;
};

/** A publication run ended, and none took its place: the pull request was seen, open and on `head`, with nothing to plan. */
export type EndedBody = {
  readonly type: 'ended';
  readonly run: string;
  readonly because: 'unconcerned';
  readonly head: string;
};

export type ApprovedBody = {
  readonly type: 'approved';
  readonly applyId: Sha256;
  readonly landing: string;
  readonly run: string;
  readonly reviews: readonly { readonly id: number; readonly reviewer: Actor }[];
  /** Hashes of the rules before the landing and at the tip. */
  readonly rules: { readonly before: Sha256; readonly tip: Sha256 };
};

/** `incomplete`: the code of why others may have contributed, too; null: nobody else did, as far as GitHub tells. */
export type Involved = { readonly contributors: readonly Actor[]; readonly incomplete: string | null };

/**
 * A publication or an apply that was not allowed; a refused apply also gets its `apply-finished`. `bypassed`: who contributed to the
 * rule files that stand without an approval on the branch, then; null: none do.
 */
export type RefusedBody = {
  readonly type: 'refused';
  readonly applyId: Sha256 | null;
  readonly landing: string | null;
  readonly reasons: readonly Reason[];
  readonly bypassed: Involved | null;
};

/** Written again by every run that resumes the apply; `epoch` is that of its lease. */
export type ApplyStartedBody = {
  readonly type: 'apply-started';
  readonly applyId: Sha256;
  readonly landing: string;
  readonly epoch: number;
  readonly holder: string;
  readonly steps: readonly { readonly id: string; readonly repeat: 'idempotent' | 'intent' }[];
};

/** Written again by every run that tries the step. `commitment`: the hash of a mark that only this run knows and what it creates will bear. */
export type IntentBody = {
  readonly type: 'intent';
  readonly applyId: Sha256;
  readonly stepId: string;
  readonly commitment: Sha256;
};

export const TERMINAL_RECEIPTS = ['applied', 'already-applied', 'conflict', 'failed', 'not-attempted'] as const;

export type ReceiptKind = (typeof TERMINAL_RECEIPTS)[number] | 'ambiguous' | 'waiting';

/** What happened to one step. `found` is the secret-free state read back, or the values of a conflict. */
export type ReceiptBody = {
  readonly type: 'receipt';
  readonly applyId: Sha256;
  readonly stepId: string;
  readonly kind: ReceiptKind;
  readonly found: Json;
  readonly reasons: readonly Reason[];
  readonly remains: readonly string[];
};

/** A branch is about to begin with this commit, which asks again for what the apply leaves open. */
export type FollowUpBody = {
  readonly type: 'follow-up';
  readonly applyId: Sha256;
  readonly branch: string;
  readonly commit: string;
};

export type ApplyResult = 'applied' | 'partial' | 'refused' | 'superseded' | 'nothing';

export type UnappliedChange = Involved & { readonly address: Address };

export type ApplyFinishedBody = {
  readonly type: 'apply-finished';
  readonly applyId: Sha256;
  readonly landing: string;
  readonly result: ApplyResult;
  /** Addresses whose changes stand now; nobody is excluded for them any longer. */
  readonly applied: readonly Address[];
  /** Changes that did not happen, and who contributed: these may not approve what follows up. */
  readonly unapplied: readonly UnappliedChange[];
  /** The newest landing on the first-parent line with none unfinished before it; null: as before. */
  readonly settled: string | null;
};

/** The rule files as they stand at `commit`, approved by a pull request that was judged by the rules before it. */
export type RulesBody = {
  readonly type: 'rules';
  readonly commit: string;
  /** Path of each rule file to its hash. */
  readonly governance: { readonly [path: string]: Sha256 };
  /** Identities whose documents only these rules take in: nobody approved them, so they count as unapplied. */
  readonly takenIn: readonly Address[];
};

/** Types whose content belongs to features of their own; kept as they are. */
export type OtherBody = OtherOf<'drift'> | OtherOf<'exception'> | OtherOf<'emergency'>;

type OtherOf<Type extends string> = { readonly type: Type; readonly content: JsonObject };

export type EntryBody =
  | GenesisBody
  | PlannedBody
  | PublishedBody
  | JudgedBody
  | EndedBody
  | ApprovedBody
  | RefusedBody
  | ApplyStartedBody
  | IntentBody
  | ReceiptBody
  | FollowUpBody
  | ApplyFinishedBody
  | RulesBody
  | OtherBody;
