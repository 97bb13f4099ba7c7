import { describe, expect, test } from 'vitest';
import { defaultRequirements, peopleOf, unappliedRequirements } from '../../../src/core/approval/requirements.ts';
import type { Configuration } from '../../../src/core/configuration.ts';
import { NO_POLICIES } from '../../../src/core/policy/set.ts';
import type { Change, IdentityMetadata, Plan } from '../../../src/core/plan.ts';
import { someHash } from '../../support/memory-ledger.ts';

const configuration: Configuration = {
  desired: [],
  policies: [],
  policySet: NO_POLICIES,
  codeOwners: null,
  people: { billing: ['ben', 'cleo'], platform: ['dora'], security: ['edo'], admins: ['ana'] },
  sources: [
    {
      name: 'orders-db',
      provider: 'postgres',
      connection: { read: 'R', write: 'W' },
      mode: 'additive',
      boundary: {},
      options: {},
      owner: 'platform',
    },
  ],
  approval: {
    approvals: 1,
    widening: 'security',
    administrators: 'admins',
    irreversible: 2,
    distinct: false,
    machineUsers: [],
    bots: [],
  },
  ledger: { branch: 'countersign/ledger', repository: null, signing: { kind: 'none' } },
  sensitive: [],
  removalGuard: { share: 0.2, minimum: 10 },
  applyWithinDays: 7,
  app: null,
};

const step = { id: 'x#1', dependsOn: [], stage: 0, effect: {}, expect: {}, result: {}, repeat: 'idempotent' } as const;

function owned(owner: string | null): IdentityMetadata {
  return { owner, purpose: null, expires: null, consumers: [], dependsOn: [], adopts: null };
}

function change(name: string, more: Partial<Change>): Change {
  return {
    address: `orders-db/PostgresRole/${name}`,
    action: 'update',
    metadata: { before: owned('billing'), after: owned('billing') },
    incarnation: '1',
    before: {},
    after: {},
    steps: [step],
    irreversible: [],
    blocked: [],
    ...more,
  };
}

function planOf(changes: readonly Change[], paths: readonly string[] = []): Plan {
  const governance = paths.map((path) => ({ path, base: someHash('a'), head: someHash('b') }));
  return { formatVersion: '1', sources: [], desired: [], governance, requests: [], changes };
}

function assessmentsOf(changes: readonly Change[], gaining: readonly string[]) {
  const permission = { principal: 'p', action: 'INSERT', resource: 'r', path: 'direct', power: 'use' } as const;
  const risk = { level: 'low', reasons: [] } as const;
  return changes.map(({ address }) => ({ address, risk, gains: gaining.includes(address) ? [permission] : [] }));
}

function asked(
  changes: readonly Change[],
  more: {
    gains?: readonly string[];
    governance?: readonly string[];
    configuration?: Partial<Configuration['approval']>;
  } = {},
): readonly string[] {
  const plan = planOf(changes, more.governance ?? []);
  const base = { ...configuration, approval: { ...configuration.approval, ...more.configuration } };
  return defaultRequirements(base, plan, assessmentsOf(changes, more.gains ?? []), []).map(
    ({ code, of, count, confirm, people }) =>
      `${code}: ${count} of ${of}${confirm ? ', confirmed' : ''} (${people?.join(' ') ?? 'anyone'})`,
  );
}

function reasons(names: readonly string[]): readonly string[] {
  const plan = planOf(names.map((name) => change(name, {})));
  return defaultRequirements(configuration, plan, [], []).map(({ reason }) => reason);
}

describe('by default', () => {
  test('the owner in the base document approves a change', () => {
    expect(asked([change('a', {})])).toEqual(['owner: 1 of billing (ben cleo)']);
  });

  test('a change of owner needs both', () => {
    expect(asked([change('a', { metadata: { before: owned('billing'), after: owned('ana-friend') } })])).toEqual([
      'owner: 1 of billing (ben cleo)',
      'owner: 1 of ana-friend (ana-friend)',
    ]);
  });

  test("a change of owner needs both even when it executes nothing and the configuration's count is higher", () => {
    const metadata = { before: owned('billing'), after: owned('security') };
    expect(
      asked([change('a', { action: 'describe', metadata, steps: [] })], { configuration: { approvals: 2 } }),
    ).toEqual(['owner: 1 of billing (ben cleo)', 'owner: 1 of security (edo)']);
  });

  test("what had no document needs the source's owner and the one it names", () => {
    expect(asked([change('a', { action: 'create', metadata: { before: null, after: owned('friend') } })])).toEqual([
      'owner: 1 of platform (dora)',
      'owner: 1 of friend (friend)',
    ]);
  });

  test("a removal needs the base document's owner, and without a document the source's", () => {
    expect(asked([change('a', { action: 'disable', metadata: { before: owned('billing'), after: null } })])).toEqual([
      'owner: 1 of billing (ben cleo)',
    ]);
    expect(asked([change('a', { action: 'disable', metadata: { before: null, after: null } })])).toEqual([
      'owner: 1 of platform (dora)',
    ]);
  });

  test("documents that name no owner are the source's owner's; a source unknown to the base is the administrators'", () => {
    expect(asked([change('a', { metadata: { before: owned(null), after: owned(null) } })])).toEqual([
      'owner: 1 of platform (dora)',
    ]);
    expect(asked([change('a', { address: 'new-db/PostgresRole/a', metadata: { before: null, after: null } })])).toEqual(
      ['owner: 1 of admins (ana)'],
    );
  });

  test('several identities of one owner ask once', () => {
    expect(asked([change('a', {}), change('b', {})])).toEqual(['owner: 1 of billing (ben cleo)']);
  });

  test('as many approvals of the owner as are configured, and never none', () => {
    expect(asked([change('a', {})], { configuration: { approvals: 2 } })).toEqual(['owner: 2 of billing (ben cleo)']);
    expect(asked([change('a', {})], { configuration: { approvals: 0 } })).toEqual(['owner: 1 of billing (ben cleo)']);
  });

  test('the strictest of what several identities ask of one owner, naming a few of them', () => {
    const described = change('a', { action: 'describe', steps: [] });
    expect(asked([described, change('b', {})], { configuration: { approvals: 2 } })).toEqual([
      'owner: 2 of billing (ben cleo)',
    ]);
    expect(reasons(['a', 'b', 'c'])).toEqual([
      'owner of orders-db/PostgresRole/a, orders-db/PostgresRole/b, orders-db/PostgresRole/c',
    ]);
    expect(reasons(['a', 'b', 'c', 'd'])[0]).toMatch(/\/c and 1 more$/u);
    expect(reasons(['e', 'd', 'c', 'b', 'a'])).toEqual([
      'owner of orders-db/PostgresRole/a, orders-db/PostgresRole/b, orders-db/PostgresRole/c and 2 more',
    ]);
  });

  test('wider access adds the configured group, where one is configured', () => {
    const gains = ['orders-db/PostgresRole/a'];
    expect(asked([change('a', {})], { gains })).toEqual([
      'owner: 1 of billing (ben cleo)',
      'widening: 1 of security (edo)',
    ]);
    expect(asked([change('a', {})], { gains, configuration: { widening: null } })).toEqual([
      'owner: 1 of billing (ben cleo)',
    ]);
  });

  test('what cannot be undone needs a second person, and that both confirm', () => {
    const irreversible = [{ code: 'drop', message: 'The role is dropped.' }];
    expect(asked([change('a', { irreversible })])).toEqual([
      'owner: 1 of billing (ben cleo)',
      'irreversible: 2 of anyone, confirmed (anyone)',
    ]);
  });

  test('for what cannot be undone as many people as are configured, and never none', () => {
    const irreversible = [{ code: 'drop', message: 'The role is dropped.' }];
    for (const [configured, count] of [
      [3, 3],
      [1, 1],
      [0, 1],
    ])
      expect(asked([change('a', { irreversible })], { configuration: { irreversible: configured ?? 0 } })).toContain(
        `irreversible: ${count} of anyone, confirmed (anyone)`,
      );
  });

  test('offices are answered for by different people where that is configured; counts of people and repeated asks are not offices', () => {
    const irreversible = [{ code: 'drop', message: 'The role is dropped.' }];
    const changes = [change('a', { irreversible })];
    const apart = (distinct: boolean): readonly string[] => {
      const base = { ...configuration, approval: { ...configuration.approval, distinct } };
      const plan = planOf(changes, ['CODEOWNERS']);
      return [
        ...defaultRequirements(base, plan, assessmentsOf(changes, ['orders-db/PostgresRole/a']), []),
        ...unappliedRequirements(base, [{ address: 'orders-db/PostgresRole/a', incomplete: 'commits-truncated' }]),
      ].flatMap((one) => (one.distinct ? [one.code] : []));
    };
    expect(apart(true)).toEqual(['owner', 'widening', 'governance']);
    expect(apart(false)).toEqual([]);
  });

  test('changed rules need an administrator, alone or beside identities', () => {
    expect(asked([], { governance: ['CODEOWNERS', '.github/countersign.yaml'] })).toEqual([
      'governance: 1 of admins (ana)',
    ]);
    const [asks] = defaultRequirements(configuration, planOf([], ['CODEOWNERS', '.github/countersign.yaml']), [], []);
    expect(asks?.reason).toBe('the rules change: .github/countersign.yaml, CODEOWNERS');
  });
});

describe('where the last landing about an identity was not applied', () => {
  const unapplied = (address: string, incomplete: string | null = null) => ({ address, incomplete });

  test("the source's owner is asked besides, once for all such identities, and administrators for an unknown source", () => {
    const addresses = ['orders-db/PostgresRole/b', 'orders-db/PostgresRole/a', 'new-db/PostgresRole/a'] as const;
    expect(
      unappliedRequirements(
        configuration,
        addresses.map((address) => unapplied(address)),
      ),
    ).toEqual([
      {
        code: 'unapplied-base',
        of: 'platform',
        people: ['dora'],
        count: 1,
        distinct: false,
        confirm: false,
        reason: 'its document was not approved and applied: orders-db/PostgresRole/a, orders-db/PostgresRole/b',
      },
      {
        code: 'unapplied-base',
        of: 'admins',
        people: ['ana'],
        count: 1,
        distinct: false,
        confirm: false,
        reason: 'its document was not approved and applied: new-db/PostgresRole/a',
      },
    ]);
  });

  test('the administrators are asked, too, where not everybody is known who contributed', () => {
    const found = [unapplied('orders-db/PostgresRole/a'), unapplied('orders-db/PostgresRole/b', 'commits-truncated')];
    expect(unappliedRequirements(configuration, found)).toMatchObject([
      { code: 'unapplied-base', of: 'platform' },
      {
        code: 'unapplied-contributors',
        of: 'admins',
        people: ['ana'],
        count: 1,
        reason:
          'nobody can tell everyone who contributed to an earlier landing that was not applied: orders-db/PostgresRole/b',
      },
    ]);
  });

  test('nobody is asked besides where there is no such identity', () => {
    expect(unappliedRequirements(configuration, [])).toEqual([]);
  });

  test('a source is found by its name, however the address writes it', () => {
    const [source] = configuration.sources;
    if (source === undefined) throw new Error('There is a source.');
    const named = { ...configuration, sources: [{ ...source, name: 'orders/db' }] };
    expect(unappliedRequirements(named, [unapplied('orders%2Fdb/PostgresRole/a')]).map(({ of }) => of)).toEqual([
      'platform',
    ]);
  });
});

describe('a name stands for', () => {
  test.each([
    ['billing', ['ben', 'cleo']],
    ['somebody', ['somebody']],
    ['@acme/team', ['@acme/team']],
    ['constructor', ['constructor']],
  ])('%s', (name, people) => {
    expect(peopleOf(configuration, name)).toEqual(people);
  });

  test.each([
    ['a group that pins', 'billing', ['ben#102', 'cleo']],
    ['another group with the same person', 'security', ['ben#102', 'edo']],
    ['a group that names one person both ways', 'both', ['ben#102']],
    ['the login alone', 'Ben', ['ben#102']],
    ['a team', '@acme/ben', ['@acme/ben']],
    ['somebody else', 'dora', ['dora']],
  ])('people with the ids to which they are pinned: %s', (_, name, people) => {
    const groups = { billing: ['ben#102', 'cleo'], security: ['ben', 'edo'], both: ['BEN', 'ben#102'] };
    expect(peopleOf({ people: groups }, name)).toEqual(people);
  });
});
