import type { PublicationRun } from '../core/approval/facts.ts';
import {
  currentRun,
  nextPublication,
  publicationCode,
  publicationRuns,
  type NextPublication,
} from '../core/approval/runs.ts';
import { keyOf } from '../core/access.ts';
import { gainsUnshown } from '../core/access/assessed.ts';
import type { Assessment } from '../core/assessment.ts';
import type { Configuration } from '../core/configuration.ts';
import { levelOf } from '../core/configuration/level.ts';
import { canonicalize, sha256 } from '../core/digest.ts';
import { CountersignError } from '../core/errors.ts';
import { usesMore } from '../core/exception-notes.ts';
import type { Sha256 } from '../core/json.ts';
import type { Actor } from '../core/ledger/bodies.ts';
import type { LedgerBlob } from '../core/ledger/entry.ts';
import type { Plan } from '../core/plan.ts';
import type { Contents } from '../github/contents.ts';
import { baseChangesOf } from '../github/base-changes.ts';
import type { BaseMerge } from '../github/base-merges.ts';
import { pushersOf } from '../github/contributors.ts';
import { findOwnComment, foldComments, postComment, readComment, type PublishedComment } from '../github/comment.ts';
import { ownAccount } from '../github/persons.ts';
import type { PullRequest } from '../github/pull-requests.ts';
import type { Repository } from '../github/repository.ts';
import { renderComment } from '../render/comment.ts';
import type { PlannedPullRequest } from './bundle.ts';
import { verifyHint } from './checks.ts';
import { isCleanMerge } from './clean-merge.ts';
import type { Ledger } from './ledger.ts';
import { parseJson } from '../core/parse-json.ts';
import { ownWrites } from './own-writes.ts';
import { tryNewPolicies } from './policy-trial.ts';
import type { Providers } from './rules.ts';

export type PublicationSurface = {
  readonly repository: Repository;
  readonly contents: Contents;
  readonly ledger: Ledger;
  readonly configuration: Configuration;
  readonly providers: Providers;
  readonly random: (bytes: number) => Uint8Array;
};

/** `made`: the run's comment was posted just now, so that its people have not been asked yet. `standing`: by an earlier job, or never. */
export type Publication = {
  readonly kind: 'made' | 'standing';
  readonly run: PublicationRun | null;
  readonly commentUrl: string | null;
};

type Planned = Extract<PlannedPullRequest, { kind: 'planned' }>;

/** Begins, continues or completes the publication of a plan, and folds away the comments of those that it or an earlier one ended. */
export async function publish(surface: PublicationSurface, planned: Planned, pull: PullRequest): Promise<Publication> {
  const publication = await proceed(surface, planned, pull);
  const runs = publicationRuns(await surface.ledger.entries(planned.pullRequest));
  const outdated = runs.flatMap(({ ended, commentId }) => (ended === null || commentId === null ? [] : [commentId]));
  await foldComments(surface.repository, planned.pullRequest, new Set(outdated));
  return publication;
}

/** In the order that survives a crash: entry, comment, entry. */
async function proceed(surface: PublicationSurface, planned: Planned, pull: PullRequest): Promise<Publication> {
  const runs = publicationRuns(await surface.ledger.entries(planned.pullRequest));
  const current = currentRun(runs);
  const comment =
    current === null || current.commentId === null ? null : await readComment(surface.repository, current.commentId);
  const next = nextPublication(runs, {
    complete: planned.assessment.complete,
    digest: planned.digest,
    head: planned.head,
    baseBranch: planned.baseBranch,
    comment,
    baseChanges: current === null ? [] : await baseChangesOf(surface.repository, pull.number),
    widened: await isWidened(surface.ledger, current, planned.assessment),
    excepted: await isExcepted(surface.ledger, current, planned.assessment),
  });
  if (next.kind === 'keep' || next.kind === 'same')
    return { kind: 'standing', run: next.run, commentUrl: comment?.url ?? null };
  const senders = await sendersOf(surface, planned, pull);
  switch (next.kind) {
    case 'continue':
      await enterPublished(
        surface,
        planned,
        next.run.id,
        { id: next.run.commentId ?? 0, createdAt: next.run.publishedAt ?? '' },
        senders,
      );
      return await publicationOf(surface, planned, { kind: 'standing', commentUrl: comment?.url ?? null });
    case 'publish':
      return await complete(surface, planned, next.run, senders);
    case 'begin':
      return await begin(surface, { planned, pull, next, senders });
  }
}

type Beginning = {
  readonly planned: Planned;
  readonly pull: PullRequest;
  readonly next: Extract<NextPublication, { kind: 'begin' }>;
  readonly senders: readonly Actor[];
};

async function begin(surface: PublicationSurface, { planned, pull, next, senders }: Beginning): Promise<Publication> {
  const { ledger, configuration } = surface;
  const code = publicationCode(surface.random(32));
  const body = renderComment({
    plan: planned.plan,
    digest: planned.digest,
    assessment: planned.assessment,
    code,
    mustQuote: next.mustQuote,
    previous: await previousPlan(ledger, next.outdated),
    trial: await tryNewPolicies(surface, ledger, planned, configuration),
    level: levelOf(configuration),
    verifyHint: verifyHint(pull.url, configuration),
  });
  const blobs = [planned.plan, planned.assessment].map((value) => blobOf(canonicalize(value)));
  const kept = blobOf(body);
  const assessment = blobs[1]?.hash ?? kept.hash;
  const entry = {
    type: 'planned' as const,
    run: next.run,
    code,
    head: planned.head,
    baseBranch: planned.baseBranch,
    body: kept.hash,
    assessment,
    mustQuote: next.mustQuote,
    because: next.because,
    senders,
  };
  await ledger.append([{ pullRequest: planned.pullRequest, digest: planned.digest, body: entry }], [...blobs, kept]);
  const posted = await post(surface, planned, body);
  await enterPublished(surface, planned, next.run, posted, senders);
  return await publicationOf(surface, planned, { kind: 'made', commentUrl: posted.url });
}

/** A run that is in the ledger but has no comment yet: the same bytes, found or posted. */
async function complete(
  surface: PublicationSurface,
  planned: Planned,
  run: PublicationRun,
  senders: readonly Actor[],
): Promise<Publication> {
  const bytes = await surface.ledger.blob(run.bodyHash);
  if (bytes === null) {
    throw new CountersignError(
      'ledger-content-missing',
      'The ledger does not hold the comment of a publication that it has entered.',
      {
        evidence: run.bodyHash,
        mend: 'Verify the ledger with countersign verify; restore it from a copy that verifies.',
      },
    );
  }
  const posted = await post(surface, planned, Buffer.from(bytes).toString('utf8'));
  await enterPublished(surface, planned, run.id, posted, senders);
  return await publicationOf(surface, planned, { kind: 'made', commentUrl: posted.url });
}

async function post(surface: PublicationSurface, planned: Planned, body: string): Promise<PublishedComment> {
  const authorId = (await ownAccount(surface.repository.github)).id;
  const draft = { pullRequest: planned.pullRequest, authorId, body };
  return (
    (await findOwnComment(surface.repository, { ...draft, hash: sha256(body) })) ??
    (await postComment(surface.repository, draft))
  );
}

async function enterPublished(
  surface: PublicationSurface,
  planned: Planned,
  run: string,
  comment: Pick<PublishedComment, 'id' | 'createdAt'>,
  senders: readonly Actor[],
): Promise<void> {
  const body = {
    type: 'published' as const,
    run,
    commentId: comment.id,
    createdAt: comment.createdAt,
    head: planned.head,
    senders,
  };
  await surface.ledger.append([{ pullRequest: planned.pullRequest, digest: planned.digest, body }]);
}

async function publicationOf(
  { ledger }: PublicationSurface,
  planned: Planned,
  made: Pick<Publication, 'kind' | 'commentUrl'>,
): Promise<Publication> {
  return { ...made, run: currentRun(publicationRuns(await ledger.entries(planned.pullRequest))) };
}

/**
 * Access gained directly now that reviewers of the standing run were not shown, or in effect as `gainsUnshown` tells.
 * Who else holds what a group does moves with the group: that somebody joined it meanwhile was a change of its own.
 */
async function isWidened(ledger: Ledger, run: PublicationRun | null, assessment: Assessment): Promise<boolean> {
  if (run === null) return false;
  const bytes = await ledger.blob(run.assessmentHash);
  if (bytes === null) return true;
  const { changes, access } = parseJson(Buffer.from(bytes).toString('utf8')) as Assessment;
  const shown = new Set(changes.flatMap(({ gains }) => gains.map(keyOf)));
  if (gainsUnshown(access, assessment.access, shown.size > 0)) return true;
  return assessment.changes.some(({ gains }) => gains.some((permission) => !shown.has(keyOf(permission))));
}

/** An exception used now of which reviewers of the standing run were told nothing: a comment may say that what it lifts is denied. */
async function isExcepted(ledger: Ledger, run: PublicationRun | null, assessment: Assessment): Promise<boolean> {
  if (run === null || !assessment.exceptions.some(({ code }) => code === 'exception-used')) return false;
  const bytes = await ledger.blob(run.assessmentHash);
  if (bytes === null) return true;
  return usesMore(assessment.exceptions, (parseJson(Buffer.from(bytes).toString('utf8')) as Assessment).exceptions);
}

async function previousPlan(
  ledger: Ledger,
  run: PublicationRun | null,
): Promise<{ plan: Plan; digest: Sha256 } | null> {
  if (run === null) return null;
  const bytes = await ledger.blob(run.digest);
  return bytes === null ? null : { plan: parseJson(Buffer.from(bytes).toString('utf8')) as Plan, digest: run.digest };
}

/** Bringing the branch up to date makes nobody a contributor, here as where approvals are judged. */
async function sendersOf(surface: PublicationSurface, planned: Planned, pull: PullRequest): Promise<readonly Actor[]> {
  const inputs = { ...planned, configuration: surface.configuration };
  const isClean = async (merge: BaseMerge) => await isCleanMerge(surface, inputs, merge);
  const own = await ownWrites(
    surface,
    pull,
    planned.plan.changes.map(({ address }) => address),
  );
  const people = await pushersOf(surface.repository, { pull, isClean, own });
  return people.map(({ id, login }) => ({ id, login }));
}

function blobOf(text: string): LedgerBlob {
  const bytes = Buffer.from(text, 'utf8');
  return { hash: sha256(bytes), bytes };
}
