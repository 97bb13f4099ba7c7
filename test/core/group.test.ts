import { describe, expect, it } from 'vitest';
import { NO_CODE_OWNERS } from '../../src/core/code-owners.ts';
import { CONFIGURATION_PATH } from '../../src/core/configuration.ts';
import { judgesOthers } from '../../src/core/globs.ts';
import { decideGroup, groupScopeOf, type GroupMember, type MemberVerdict } from '../../src/core/group.ts';

function member(
  pullRequest: number,
  verdict: MemberVerdict | 'approved' | 'unconcerned' | 'landed',
  about: { addresses?: readonly string[]; paths?: readonly string[]; rules?: readonly string[] } | null = {
    addresses: [`db/Role/r${pullRequest}`],
  },
): GroupMember {
  const rules = new Set(about?.rules ?? []);
  const scope = about && {
    addresses: new Set(about.addresses ?? []),
    paths: new Set(about.paths ?? []).union(rules),
    rules,
  };
  return { pullRequest, scope, verdict: typeof verdict === 'string' ? { kind: verdict } : verdict };
}

function decided(members: readonly GroupMember[], sharing: readonly number[] = []): readonly string[] {
  const { kind, reasons } = decideGroup({ members, sharing });
  return [kind, ...reasons.map(({ code }) => code)];
}

const MISSING = { code: 'approval-missing', message: 'one by billing' };

describe('a merge group', () => {
  it('of approved pull requests about different things passes, and names them', () => {
    const members = [member(1, 'approved'), member(2, 'unconcerned', null), member(3, 'approved')];
    expect(decided(members)).toEqual(['approved', 'group-approved']);
    expect(decideGroup({ members, sharing: [] }).reasons[0]?.message).toMatch(/^#1, #3:/u);
  });

  it('of what concerns nobody passes', () => {
    expect(decided([member(1, 'unconcerned', null)])).toEqual(['approved', 'unconcerned']);
    expect(decided([])).toEqual(['approved', 'unconcerned']);
  });

  it.each([
    ['waits', { kind: 'waiting', reasons: [MISSING] }, 'group-member-waiting'],
    ['is refused', { kind: 'refused', reasons: [MISSING] }, 'group-member-refused'],
    ['is not what was planned', { kind: 'differs', difference: 'desired: …' }, 'group-differs'],
  ] as const)('is refused for a member that %s, naming it', (_what, verdict, code) => {
    const members = [member(1, 'approved'), member(2, verdict)];
    expect(decided(members)).toEqual(['refused', code]);
    expect(decideGroup({ members, sharing: [] }).reasons[0]?.message).toMatch(/^#2: /u);
  });

  it.each([
    ['one identity', { addresses: ['db/Role/a', 'db/Role/b'] }, { addresses: ['db/Role/b'] }],
    ['one rule file', { paths: ['.github/CODEOWNERS'] }, { paths: ['.github/CODEOWNERS'] }],
    ['an identity and the configuration', { addresses: ['db/Role/a'] }, { rules: [CONFIGURATION_PATH] }],
    ['the configuration and a rule file', { rules: [CONFIGURATION_PATH] }, { paths: ['.github/CODEOWNERS'] }],
    ['an identity and a policy', { addresses: ['db/Role/a'] }, { rules: ['policies/team.yaml'] }],
  ])('is refused when two are about %s', (_what, one, other) => {
    expect(decided([member(1, 'approved', one), member(2, 'approved', other)])).toEqual([
      'refused',
      'group-scopes-meet',
    ]);
  });

  it('is refused when one meets what landed while it was planned', () => {
    const about = { addresses: ['db/Role/a'] };
    expect(decided([member(1, 'landed', about), member(2, 'approved', about)])).toEqual([
      'refused',
      'group-scopes-meet',
    ]);
  });

  it('passes a rule file beside an identity, where nothing is judged by it', () => {
    const members = [
      member(1, 'approved', { paths: ['.github/workflows/ci.yml'] }),
      member(2, 'approved', { addresses: ['db/Role/a'] }),
    ];
    expect(decided(members)).toEqual(['approved', 'group-approved']);
  });

  it('is refused when its commit is the head of an open pull request', () => {
    expect(decided([member(1, 'approved')], [9])).toEqual(['refused', 'head-shared']);
  });

  it('names every open pull request that its commit is the head of', () => {
    const { reasons } = decideGroup({ members: [], sharing: [9, 12] });
    expect(reasons.map(({ message }) => message)).toEqual(["The group's commit is also the head of #9, #12."]);
  });

  it('says everything that is in its way', () => {
    const about = { addresses: ['db/Role/a'] };
    const members = [member(1, { kind: 'waiting', reasons: [MISSING] }, about), member(2, 'approved', about)];
    expect(decided(members, [9])).toEqual(['refused', 'group-member-waiting', 'group-scopes-meet', 'head-shared']);
  });
});

it('what a plan is about are its documents, its requests and its rule files', () => {
  const plan = {
    desired: [{ address: 'db/Role/a', base: null, head: null }],
    requests: [{ address: 'db/Role/b', verb: 'correct' as const }],
    governance: ['CODEOWNERS', CONFIGURATION_PATH, 'policies/team.yaml', 'policies/README.md'].map((path) => ({
      path,
      base: null,
      head: null,
    })),
  };
  const scope = groupScopeOf(plan, judgesOthers({ policies: ['policies'], codeOwners: null }));
  expect([...scope.addresses]).toEqual(['db/Role/a', 'db/Role/b']);
  expect([...scope.paths]).toEqual(['CODEOWNERS', CONFIGURATION_PATH, 'policies/team.yaml', 'policies/README.md']);
  expect([...scope.rules]).toEqual([CONFIGURATION_PATH, 'policies/team.yaml']);
  const asked = groupScopeOf(plan, judgesOthers({ policies: ['policies'], codeOwners: NO_CODE_OWNERS }));
  expect([...asked.rules]).toEqual(['CODEOWNERS', CONFIGURATION_PATH, 'policies/team.yaml']);
});
