import { describe, expect, test } from 'vitest';
import {
  APPROVAL_CHECK,
  diagnose,
  environmentNames,
  teamsIn,
  type BranchRules,
  type DoctorFacts,
  type Seen,
} from '../../src/core/doctor.ts';
import { configurationFor } from '../support/planning.ts';

const APP = 4711;
const ALL = ['no-deletion', 'no-rewriting', 'code-owner-review'] as const;
const UNSEEN = { kind: 'unseen', why: 'github-forbidden: the token may not do this' } as const;

function seen<T>(value: T): Seen<T> {
  return { kind: 'seen', value };
}

function rules(checks: BranchRules['checks'], holds: readonly (typeof ALL)[number][]): Seen<BranchRules> {
  return seen({ checks, holds: new Set(holds) });
}

const pinned = [{ context: APPROVAL_CHECK, app: APP }];
const whole = rules(pinned, ALL);
const kept = rules([], ['no-deletion', 'no-rewriting']);

function app(id: number, slug: string): DoctorFacts['acting'] {
  return seen({ kind: 'app', id, slug });
}

/** Everything is as it should be, but for what is given. */
function facts(given: Partial<DoctorFacts> = {}): DoctorFacts {
  const main = seen({ kind: 'patterns', patterns: ['main'] } as const);
  return {
    configuration: {
      app: APP,
      ledger: {
        branch: 'countersign/ledger',
        repository: null,
        signing: { kind: 'ed25519', key: 'LEDGER_KEY', keys: { one: 'AAAA' } },
      },
    },
    defaultBranch: { branch: 'main', rules: whole },
    ledgerBranches: [
      { branch: 'countersign/ledger', rules: kept },
      { branch: 'countersign/ledger-lease', rules: kept },
    ],
    environments: ['countersign-read', 'countersign-publish', 'countersign-apply'].map((name) => ({
      name,
      access: main,
    })),
    unreadTeams: seen([]),
    codeOwners: seen({ kind: 'file', path: '.github/CODEOWNERS', unowned: [], rejected: [] }),
    acting: app(APP, 'acme-countersign'),
    reading: { readJobs: seen({ jobs: [], unread: [] }), sources: ['orders'], visibility: 'private' },
    ...given,
  };
}

function codes(given: Partial<DoctorFacts>): readonly string[] {
  return diagnose(facts(given)).findings.map(({ code }) => code);
}

const { ledger } = facts().configuration;
const main = (found: Seen<BranchRules>) => ({ defaultBranch: { branch: 'main', rules: found } });
const lease = (found: Seen<BranchRules>) => ({
  ledgerBranches: [{ branch: 'countersign/ledger-lease', rules: found }],
});
const environment = (access: DoctorFacts['environments'][number]['access']) => ({
  environments: [{ name: 'countersign-apply', access }],
});
const owners = (unowned: readonly string[], rejected: readonly string[]) => ({
  codeOwners: seen({ kind: 'file', path: 'CODEOWNERS', unowned, rejected } as const),
});

test('where nothing is missing the level is standard', () =>
  expect(diagnose(facts())).toEqual({ level: 'standard', findings: [] }));

describe('each thing that is missing is named alone, and makes the level trial', () => {
  test.each<[string, Partial<DoctorFacts>]>([
    ['signing-missing', { configuration: { app: APP, ledger: { ...ledger, signing: { kind: 'none' } } } }],
    ['check-not-required', main(rules([], ALL))],
    ['check-not-required', main(rules([{ context: 'countersign/plan', app: APP }], ALL))],
    ['check-unpinned', main(rules([{ context: APPROVAL_CHECK, app: null }], ALL))],
    ['check-unpinned', main(rules([{ context: APPROVAL_CHECK, app: 15368 }], ALL))],
    ['code-owner-review-missing', main(rules(pinned, ['no-deletion', 'no-rewriting']))],
    ['branch-deletable', main(rules(pinned, ['no-rewriting', 'code-owner-review']))],
    ['branch-rewritable', main(rules(pinned, ['no-deletion', 'code-owner-review']))],
    ['rules-unseen', main(UNSEEN)],
    ['branch-deletable', lease(rules([], ['no-rewriting']))],
    ['branch-rewritable', lease(rules([], ['no-deletion']))],
    ['rules-unseen', lease(UNSEEN)],
    ['code-owners-missing', { codeOwners: seen({ kind: 'absent' }) }],
    ['code-owners-missing', owners(['.github/workflows/any.yml'], [])],
    ['code-owners-invalid', owners([], ['CODEOWNERS'])],
    ['code-owners-unseen', { codeOwners: UNSEEN }],
    ['environment-missing', environment(seen({ kind: 'absent' }))],
    ['environment-open', environment(seen({ kind: 'any-ref' }))],
    ['environment-open', environment(seen({ kind: 'protected-branches' }))],
    ['environment-open', environment(seen({ kind: 'patterns', patterns: ['main', 'release/*'] }))],
    ['environment-open', environment(seen({ kind: 'patterns', patterns: ['tag main'] }))],
    ['environment-unseen', environment(UNSEEN)],
    ['app-differs', { acting: app(15, 'acme-formatter') }],
    ['app-shared', { acting: app(APP, 'github-actions') }],
    ['app-unseen', { acting: UNSEEN }],
    ['team-unreadable', { acting: app(APP, 'acme'), unreadTeams: seen(['@acme/secruity']) }],
    ['team-unreadable', { acting: app(APP, 'acme'), unreadTeams: UNSEEN }],
  ])('%s', (code, given) => {
    expect(codes(given)).toEqual([code]);
    expect(diagnose(facts(given)).level).toBe('trial');
  });

  test('without an App the check cannot be pinned to it either', () =>
    expect(codes({ configuration: { app: null, ledger } })).toEqual(['app-missing', 'check-unpinned']));
});

test.each<[string, DoctorFacts['acting']]>([
  ['the job’s own token', app(15368, 'github-actions')],
  ['the token of a person', seen({ kind: 'person', login: 'cleo' })],
])('%s does not tell which App the other jobs run as', (_, acting) => expect(codes({ acting })).toEqual([]));

test.each([app(15, 'acme-formatter'), UNSEEN])('where no App is configured, none differs: %#', (acting) =>
  expect(codes({ configuration: { app: null, ledger }, acting })).toEqual(['app-missing', 'check-unpinned']),
);

test('a check that is pinned in one ruleset is pinned, whatever another one says', () =>
  expect(codes(main(rules([{ context: APPROVAL_CHECK, app: null }, ...pinned], ALL)))).toEqual([]));

test('a team that cannot be read is named, and nothing is said of teams to a token that reads none', () => {
  const unreadTeams = seen(['@acme/secruity']);
  expect(diagnose(facts({ acting: app(APP, 'acme'), unreadTeams })).findings[0]?.message).toContain('@acme/secruity');
  expect(codes({ acting: app(15368, 'github-actions'), unreadTeams })).not.toContain('team-unreadable');
});

test('teams are those of groups, offices and sources, each once', () => {
  const { approval, sources } = configurationFor({
    name: 'orders',
    provider: 'postgres',
    connection: { read: 'READ', write: 'WRITE' },
    mode: 'authoritative',
    boundary: {},
    options: {},
    owner: '@acme/data',
  });
  const named = { ...approval, widening: '@acme/security', administrators: '@acme/security' };
  expect(teamsIn({ people: { billing: ['ana', '@acme/billing#7'] }, approval: named, sources })).toEqual([
    '@acme/billing#7',
    '@acme/data',
    '@acme/security',
  ]);
});

test('an environment that no branch may use is not open', () =>
  expect(codes(environment(seen({ kind: 'patterns', patterns: [] })))).toEqual([]));

describe('a finding says what was found and what to do', () => {
  test.each<[Partial<DoctorFacts>, string]>([
    [main(rules([{ context: APPROVAL_CHECK, app: null }], ALL)), 'counts from any app'],
    [main(rules([{ context: APPROVAL_CHECK, app: 15368 }], ALL)), 'counts from the app 15368'],
    [owners(['.github/a', '.github/b', '.github/c'], []), 'names nobody for .github/a and 2 more.'],
    [
      environment(seen({ kind: 'patterns', patterns: ['main', 'release/*', 'tag v*'] })),
      'Jobs on release/*, tag v* may',
    ],
    [{ acting: app(15, 'acme-formatter') }, `configured ${APP}, and the token is that of acme-formatter (15)`],
    [environment(UNSEEN), 'could not be read, so it does not count: github-forbidden'],
  ])('%#: %s', (given, said) => {
    const [finding] = diagnose(facts(given)).findings;
    expect(finding?.message).toContain(said);
    expect(finding?.mend).toMatch(/\.$/u);
  });
});

describe('the environments that are looked for', () => {
  const names = (app: number | null, kind: 'none' | 'ed25519') =>
    environmentNames({ app, ledger: kind === 'none' ? { ...ledger, signing: { kind } } : ledger, sources: [] }, []);

  test('are those of the trial, as long as publishing has no key', () =>
    expect(names(null, 'none')).toEqual(['countersign-read', 'countersign-apply']));

  test.each([
    [APP, 'none'],
    [null, 'ed25519'],
  ] as const)('are three with the App %j and the signing %s', (app, kind) =>
    expect(names(app, kind)).toContain('countersign-publish'),
  );
});
