import { decide } from '../core/approval/decide.ts';
import type { ApprovalFacts, ContributorFacts, Moment, Person, PublicationRun } from '../core/approval/facts.ts';
import { unappliedRequirements } from '../core/approval/requirements.ts';
import { withPermitted } from '../core/approval/permitted.ts';
import { teamsOf, withMembers } from '../core/approval/teams.ts';
import type { Assessment } from '../core/assessment.ts';
import type { Configuration } from '../core/configuration.ts';
import type { Reason } from '../core/errors.ts';
import type { Involved } from '../core/ledger/bodies.ts';
import type { LedgerEntry } from '../core/ledger/entry.ts';
import type { Plan } from '../core/plan.ts';
import { baseChangesOf } from '../github/base-changes.ts';
import { readComment } from '../github/comment.ts';
import type { Contents } from '../github/contents.ts';
import { contributorsOf } from '../github/contributors.ts';
import type { PullRequest } from '../github/pull-requests.ts';
import { permissionsOf, type Repository } from '../github/repository.ts';
import { reviewsOf } from '../github/reviews.ts';
import { membersOf } from '../github/teams.ts';
import { writersOf } from '../github/writers.ts';
import { isCleanMerge } from './clean-merge.ts';
import type { Ledger } from './ledger.ts';
import { ourselvesAmong, ownWrites } from './own-writes.ts';

export type FactsSurface = { readonly repository: Repository; readonly contents: Contents; readonly ledger: Ledger };

export type FactsQuery = {
  readonly pull: PullRequest;
  readonly moment: Moment;
  readonly run: PublicationRun | null;
  readonly entries: readonly LedgerEntry[];
  readonly plan: Plan;
  readonly assessment: Pick<Assessment, 'changes' | 'requirements' | 'findings'>;
  readonly configuration: Configuration;
  /** Who brought rule files past the check that the pull request would ratify; null: it ratifies none of anybody's. */
  readonly bypassed: Involved | null;
};

/** Reads afresh everything that a decision about approval rests on; who else could approve only where one would wait for them. */
export async function approvalFacts(surface: FactsSurface, query: FactsQuery): Promise<ApprovalFacts> {
  const facts = await factsWithoutCandidates(surface, query);
  return decide(facts).kind === 'waiting' ? { ...facts, candidates: await writersOf(surface.repository) } : facts;
}

async function factsWithoutCandidates(surface: FactsSurface, query: FactsQuery): Promise<ApprovalFacts> {
  const { repository, ledger } = surface;
  const { pull, run, configuration } = query;
  const reviews = await reviewsOf(repository, pull.number);
  const people = distinct(
    reviews.flatMap(({ reviewer, dismissal }) => [reviewer, ...(dismissal?.by ? [dismissal.by] : [])]),
  );
  const permissions = await permissionsOf(repository, people);
  const addresses = query.plan.changes.map(({ address }) => address);
  const requirements = [
    ...query.assessment.requirements,
    ...unappliedRequirements(configuration, await ledger.unapplied(addresses)),
  ];
  const own = await ownWrites(surface, pull, addresses);
  const contributors = await contributorsOf(repository, {
    pull,
    senders: sendersIn(query.entries),
    isClean: async (merge) => await isCleanMerge(surface, query, merge),
    own,
  });
  const comment = run?.commentId === null || run === null ? null : await readComment(repository, run.commentId);
  return {
    moment: query.moment,
    run,
    comment: comment === null ? null : { hash: comment.hash, edited: comment.edited },
    baseChanges: run === null ? [] : await baseChangesOf(repository, pull.number),
    reviews,
    author: pull.author,
    contributors: withBypassed(contributors, query.bypassed),
    permissions,
    candidates: null,
    ourselves: ourselvesAmong(contributors, own, configuration),
    excluded: await ledger.excluded(addresses),
    requirements: withPermitted(
      withMembers(requirements, await membersOf(repository, teamsOf(requirements))),
      people,
      permissions,
    ),
    findings: query.assessment.findings,
    machineUsers: configuration.approval.machineUsers.map((login) => login.toLowerCase()),
    bots: configuration.approval.bots.map((login) => login.toLowerCase()),
  };
}

const BYPASSED = 'contributed to rules that nobody approved; may approve what only restores the approved ones';

/** Whoever put rules on the branch past the check contributed to what ratifies them. */
function withBypassed(facts: ContributorFacts, bypassed: Involved | null): ContributorFacts {
  if (bypassed === null) return facts;
  const people = bypassed.contributors.map(({ id, login }) => {
    return { person: { id, login, type: 'User' as const }, name: login, through: BYPASSED };
  });
  return {
    contributors: [...facts.contributors, ...people],
    incomplete: facts.incomplete ?? (bypassed.incomplete === null ? null : unknownBypass(bypassed.incomplete)),
  };
}

function unknownBypass(code: string): Reason {
  const message = `nobody can tell everyone who contributed to rules that nobody approved (${code}); restore the approved ones first`;
  return { code: 'governance-unapproved', message };
}

/** Pushers that earlier publications saw: GitHub's own list is short-lived, the ledger is not. */
export function sendersIn(entries: readonly LedgerEntry[]): readonly Person[] {
  const senders = entries.flatMap(({ predicate: { body } }) =>
    body.type === 'planned' || body.type === 'published' ? body.senders : [],
  );
  return distinct(senders.map(({ id, login }) => ({ id, login, type: 'User' as const })));
}

function distinct(people: readonly Person[]): readonly Person[] {
  return [...new Map(people.map((person) => [person.id, person])).values()];
}
