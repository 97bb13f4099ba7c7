import type { Sha256 } from '../json.ts';
import type { PlannedBody, PublishedBody, RunReason } from '../ledger/bodies.ts';
import type { LedgerEntry } from '../ledger/entry.ts';
import type { PublicationRun } from './facts.ts';
import { seconds } from './seconds.ts';

/**
 * The publication runs of one pull request, oldest first, as its trusted ledger entries tell them.
 * A run ends where its end is entered, or the next one is planned; at most the last one stands. Entries for a run that has
 * ended are ignored, so that nothing written late revives it.
 */
export function publicationRuns(entries: readonly LedgerEntry[]): readonly PublicationRun[] {
  const runs: PublicationRun[] = [];
  for (const { predicate, digest } of entries.toSorted((left, right) => left.predicate.index - right.predicate.index)) {
    const { body } = predicate;
    const current = runs.at(-1);
    if (body.type === 'planned' && digest !== null) {
      if (current !== undefined) runs[runs.length - 1] = ended(current, body);
      runs.push(begun(body, digest));
    } else if (body.type === 'published' || body.type === 'ended') {
      if (current?.id !== body.run || current.digest !== digest || current.ended !== null) continue;
      runs[runs.length - 1] = body.type === 'published' ? published(current, body) : ended(current, body);
    }
  }
  return quoting(runs);
}

/** Whatever the entries say: reviews of a run that stands on a head of an earlier one must quote its code. */
function quoting(runs: readonly PublicationRun[]): readonly PublicationRun[] {
  const earlier = new Set<string>();
  return runs.map((run) => {
    const mustQuote = run.mustQuote || run.heads.some((head) => earlier.has(head));
    for (const head of run.heads) earlier.add(head);
    return { ...run, mustQuote };
  });
}

function ended(run: PublicationRun, { because }: Pick<PlannedBody, 'because'>): PublicationRun {
  return { ...run, ended: run.ended ?? { reason: because } };
}

function begun(body: PlannedBody, digest: Sha256): PublicationRun {
  return {
    id: body.run,
    digest,
    baseBranch: body.baseBranch,
    code: body.code,
    publishedAt: null,
    commentId: null,
    bodyHash: body.body,
    assessmentHash: body.assessment,
    heads: [body.head],
    mustQuote: body.mustQuote,
    ended: null,
  };
}

/** The first `published` fixes the comment and T for the run's whole life. */
function published(run: PublicationRun, body: PublishedBody): PublicationRun {
  const heads = run.heads.includes(body.head) ? run.heads : [...run.heads, body.head];
  if (run.publishedAt !== null) return run.commentId === body.commentId ? { ...run, heads } : run;
  return { ...run, heads, publishedAt: body.createdAt, commentId: body.commentId };
}

/** The newest run, which approvals may count for unless it has ended; null when none was begun. */
export function currentRun(runs: readonly PublicationRun[]): PublicationRun | null {
  return runs.at(-1) ?? null;
}

/**
 * The run that stood when the pull request landed, as it stood then: the newest that was published by the landing's second.
 * A run published in that very second stood, too: approvals of the one before it no longer count.
 * The next run may have been planned after the landing. An end with an entry of its own, of this run or a later one, was seen before it,
 * and so was another plan whose comment never came.
 * @param landedAt GitHub's time, RFC 3339 in whole seconds.
 */
export function runAtLanding(runs: readonly PublicationRun[], landedAt: string): PublicationRun | null {
  const index = runs.findLastIndex(
    ({ publishedAt }) => publishedAt !== null && seconds(publishedAt) <= seconds(landedAt),
  );
  const run = runs[index];
  if (run === undefined) return null;
  const hadEnded = runs.slice(index).some(({ ended: end }) => end?.reason === 'unconcerned');
  if (hadEnded) return { ...run, ended: { reason: 'unconcerned' } };
  return { ...run, ended: gaveWay(run, runs.slice(index + 1)) };
}

/** Reasons to show the same plan anew, as its reviewers were not shown all of it. */
const UNSEEN: readonly RunReason[] = ['access-widened', 'excepted'];

/**
 * Where a run gave way to a later one whose comment never came: another plan, more access gained, or an exception used. No pull request is
 * planned after it was merged, and no time of GitHub's tells when this one was.
 */
function gaveWay(run: PublicationRun, later: readonly PublicationRun[]): PublicationRun['ended'] {
  const preceding = [run, ...later];
  const unseen = later.findIndex(({ publishedAt, digest }, index) => {
    const isOther = digest !== run.digest || UNSEEN.includes(preceding[index]?.ended?.reason ?? 'first');
    return publishedAt === null && isOther;
  });
  return preceding[unseen]?.ended ?? null;
}

/**
 * Whether the pull request's base was changed while the run stood, even if it was changed back. The second of the publication
 * or of the landing counts, and so does a time that is none.
 * @param baseChanges RFC 3339, in any order. @param landedAt null: not landed yet.
 */
export function isRetargeted(
  { publishedAt }: Pick<PublicationRun, 'publishedAt'>,
  baseChanges: readonly string[],
  landedAt: string | null,
): boolean {
  if (publishedAt === null) return false;
  return baseChanges.map(seconds).some((change) => {
    const isEarlier = change < seconds(publishedAt);
    const isLater = landedAt !== null && change > seconds(landedAt);
    return !isEarlier && !isLater;
  });
}

/** A complete plan for one head, and the state of the current run's comment as it is on GitHub. */
export type PlannedNow = {
  readonly complete: boolean;
  readonly digest: Sha256;
  readonly head: string;
  readonly baseBranch: string;
  readonly comment: { readonly hash: Sha256; readonly edited: boolean } | null;
  /** As in `ApprovalFacts`. */
  readonly baseChanges: readonly string[];
  /** The plan now gains access beyond what the current run showed. */
  readonly widened: boolean;
  /** An exception now lifts what the current run showed. */
  readonly excepted: boolean;
};

/** `publish`: the run is in the ledger, but its comment is not: adopt the comment of ours with the run's body hash, else post those bytes. */
export type NextPublication =
  | { readonly kind: 'keep'; readonly run: PublicationRun | null }
  | { readonly kind: 'same' | 'continue' | 'publish'; readonly run: PublicationRun }
  | {
      readonly kind: 'begin';
      readonly run: string;
      readonly because: RunReason;
      readonly mustQuote: boolean;
      readonly outdated: PublicationRun | null;
    };

/** What publishing this plan means. Only a complete plan begins, continues or ends a run. */
export function nextPublication(runs: readonly PublicationRun[], now: PlannedNow): NextPublication {
  const run = currentRun(runs);
  if (!now.complete) return { kind: 'keep', run };
  const because = endedBy(runs, now);
  if (run === null || because !== null) {
    const mustQuote = runs.some(({ heads }) => heads.includes(now.head));
    return { kind: 'begin', run: `run-${runs.length + 1}`, because: because ?? 'first', mustQuote, outdated: run };
  }
  if (run.publishedAt === null) return { kind: 'publish', run };
  return { kind: run.heads.includes(now.head) ? 'same' : 'continue', run };
}

function endedBy(runs: readonly PublicationRun[], now: PlannedNow): RunReason | null {
  const run = currentRun(runs);
  if (run === null) return 'first';
  if (run.ended !== null) return run.ended.reason;
  if (run.baseBranch !== now.baseBranch || isRetargeted(run, now.baseChanges, null)) return 'retargeted';
  if (run.digest !== now.digest) return 'digest-changed';
  if (now.widened) return 'access-widened';
  if (now.excepted) return 'excepted';
  // Pages that were opened on that head show the plan of the earlier run, and reviews from them name that head.
  if (!run.heads.includes(now.head) && runs.some(({ heads }) => heads.includes(now.head))) return 'head-returned';
  if (run.publishedAt === null) return null;
  return now.comment === null || now.comment.edited || now.comment.hash !== run.bodyHash ? 'comment-changed' : null;
}

/** Without characters that people confuse: 0 and o, 1, i and l. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';

/**
 * A run's code, such as `kt5m-w2qa`, from random bytes handed in. Bytes that would favour some characters are skipped.
 * @throws RangeError when fewer than eight of the bytes are usable; 32 bytes are practically always enough.
 */
export function publicationCode(random: Uint8Array): string {
  const usable = [...random].filter((byte) => byte < ALPHABET.length * Math.floor(256 / ALPHABET.length)).slice(0, 8);
  if (usable.length < 8) throw new RangeError('Too few random bytes for a publication code.');
  const characters = usable.map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return `${characters.slice(0, 4)}-${characters.slice(4)}`;
}
