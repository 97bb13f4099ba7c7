import type { Choice, Finding, Requirement } from '../../../src/core/assessment.ts';
import type { ApprovalFacts, Person, PublicationRun, ReviewFact } from '../../../src/core/approval/facts.ts';
import type { Sha256 } from '../../../src/core/json.ts';
import type { RunReason } from '../../../src/core/ledger/bodies.ts';

/** Times are seconds after the publication's. People are named; everyone but `rita` (read) may write, except where `permissions` says so. */
export type Situation = {
  readonly moment?: 'gate' | 'apply';
  readonly landed?: number;
  readonly begun?: 'same' | 'other';
  readonly digest?: string;
  readonly head?: string;
  readonly base?: string;
  readonly complete?: boolean;
  readonly applyable?: boolean;
  readonly run?: null | {
    digest?: string;
    base?: string;
    heads?: string[];
    published?: boolean;
    mustQuote?: boolean;
    ended?: RunReason;
  };
  /** When the base was changed. */
  readonly retargeted?: readonly number[];
  readonly comment?: 'same' | 'edited' | 'other bytes' | 'gone';
  readonly reviews?: readonly ReviewLine[];
  readonly author?: string | null;
  readonly contributors?: readonly { who: string | null; through: string }[];
  readonly incomplete?: string;
  readonly permissions?: { readonly [login: string]: 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none' };
  /** Whose permission was not asked for. */
  readonly unlisted?: readonly string[];
  readonly candidates?: readonly string[];
  readonly excluded?: readonly string[];
  readonly requirements?: readonly RequirementLine[];
  readonly deny?: readonly string[];
  readonly warn?: readonly string[];
  readonly machineUsers?: readonly string[];
  readonly bots?: readonly string[];
};

export type ReviewLine = {
  readonly id?: number;
  readonly by: string;
  readonly state?: ReviewFact['state'];
  readonly at?: number;
  readonly on?: string | null;
  readonly says?: string;
  readonly edited?: boolean;
  readonly dismissed?: { readonly by: string | null; readonly was: 'APPROVED' | 'CHANGES_REQUESTED' | null };
};

export type RequirementLine = {
  readonly of: string;
  readonly people?: readonly string[];
  readonly count?: number;
  readonly distinct?: boolean;
  readonly confirm?: boolean;
  readonly choice?: Choice | undefined;
};

export const CODE = 'kt5m-w2qa';

const PUBLISHED = Date.UTC(2026, 2, 2, 10, 0, 0);

/** The people of every situation, by login; ids never depend on the order of use. */
export const PEOPLE: { readonly [login: string]: Person } = Object.fromEntries(
  [
    'ana',
    'ben',
    'cleo',
    'dora',
    'edo',
    'rita',
    'carl',
    'sync',
    'dependabot[bot]',
    'countersign[bot]',
    'acme',
    'mannequin',
  ].map((login, index) => [
    login,
    {
      id: 101 + index,
      login,
      type: login.endsWith('[bot]')
        ? 'Bot'
        : login === 'acme'
          ? 'Organization'
          : login === 'mannequin'
            ? 'Mannequin'
            : 'User',
    },
  ]),
);

function person(login: string): Person {
  const found = PEOPLE[login];
  if (found === undefined) throw new Error(`No such person in the tests: ${login}`);
  return found;
}

export function digestNamed(name: string): Sha256 {
  return `sha256:${Buffer.from(name).toString('hex').padEnd(64, '0')}`;
}

export function at(seconds: number): string {
  return new Date(PUBLISHED + seconds * 1000).toISOString().replace('.000Z', 'Z');
}

/** The honest case, `ana` authored and pushed, changed by what a situation says. */
export function factsOf(situation: Situation): ApprovalFacts {
  return {
    moment: momentOf(situation),
    run: runOf(situation),
    comment: commentOf(situation),
    baseChanges: (situation.retargeted ?? []).map(at),
    reviews: (situation.reviews ?? []).map(reviewOf),
    author: situation.author === null ? null : person(situation.author ?? 'ana'),
    contributors: {
      contributors: (situation.contributors ?? [{ who: 'ana', through: 'author of 3f2a91c' }]).map(
        ({ who, through }) => ({
          person: who === null ? null : person(who),
          name: who ?? 'Someone <someone@example.test>',
          through,
        }),
      ),
      incomplete:
        situation.incomplete === undefined
          ? null
          : { code: situation.incomplete, message: 'the list ends after 250 commits' },
    },
    permissions: Object.values(PEOPLE)
      .filter(({ login }) => situation.unlisted?.includes(login) !== true)
      .map(({ id, login }) => ({
        id,
        permission: situation.permissions?.[login] ?? (login === 'rita' ? 'read' : 'write'),
      })),
    candidates: situation.candidates?.map(person) ?? null,
    ourselves: person('countersign[bot]').id,
    excluded: (situation.excluded ?? []).map((login) => ({
      id: person(login).id,
      login,
      address: 'orders-db/PostgresRole/billing',
    })),
    requirements: (situation.requirements ?? [{ of: 'billing', people: ['ben', 'cleo'] }]).map(requirementOf),
    findings: [...findingsOf('deny', situation.deny), ...findingsOf('warn', situation.warn)],
    machineUsers: situation.machineUsers ?? [],
    bots: situation.bots ?? [],
  };
}

function findingsOf(effect: Finding['effect'], codes: readonly string[] = []): readonly Finding[] {
  return codes.map((code) => ({ code, effect, address: null, message: 'not allowed here' }));
}

function momentOf(situation: Situation): ApprovalFacts['moment'] {
  const digest = digestNamed(situation.digest ?? 'D');
  const head = situation.head ?? 'head';
  const baseBranch = situation.base ?? 'main';
  if (situation.moment !== 'apply') {
    const complete = situation.complete ?? true;
    return {
      kind: 'gate',
      digest,
      head,
      baseBranch,
      defaultBranch: 'main',
      complete,
      applyable: situation.applyable ?? true,
    };
  }
  const begun =
    situation.begun === undefined ? null : { digest: situation.begun === 'same' ? digest : digestNamed('another') };
  return {
    kind: 'apply',
    digest,
    head,
    landedAt: at(situation.landed ?? 600),
    begun,
    defaultBranch: 'main',
    baseBranch,
  };
}

function runOf({ run }: Situation): PublicationRun | null {
  if (run === null) return null;
  const published = run?.published ?? true;
  return {
    id: 'run-1',
    digest: digestNamed(run?.digest ?? 'D'),
    baseBranch: run?.base ?? 'main',
    code: CODE,
    publishedAt: published ? at(0) : null,
    commentId: published ? 7 : null,
    bodyHash: digestNamed('body'),
    assessmentHash: digestNamed('assessment'),
    heads: run?.heads ?? ['head'],
    mustQuote: run?.mustQuote ?? false,
    ended: run?.ended === undefined ? null : { reason: run.ended },
  };
}

function commentOf({ comment }: Situation): ApprovalFacts['comment'] {
  if (comment === 'gone') return null;
  return { hash: digestNamed(comment === 'other bytes' ? 'other' : 'body'), edited: comment === 'edited' };
}

function reviewOf(line: ReviewLine, index: number): ReviewFact {
  const dismissal =
    line.dismissed === undefined
      ? null
      : { by: line.dismissed.by === null ? null : person(line.dismissed.by), wasState: line.dismissed.was };
  return {
    id: line.id ?? index + 1,
    reviewer: person(line.by),
    state: line.state ?? (dismissal === null ? 'APPROVED' : 'DISMISSED'),
    commitId: line.on === undefined ? 'head' : line.on,
    submittedAt: at(line.at ?? 60 + index),
    body: line.says ?? '',
    bodyEdited: line.edited ?? false,
    dismissal,
  };
}

function requirementOf(line: RequirementLine): Requirement {
  return {
    code: 'owner',
    of: line.of,
    people: line.people ?? null,
    count: line.count ?? 1,
    distinct: line.distinct ?? false,
    confirm: line.confirm ?? false,
    reason: 'owner of orders-db/PostgresRole/billing',
    ...(line.choice === undefined ? {} : { choice: line.choice }),
  };
}
