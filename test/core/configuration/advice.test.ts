import { describe, expect, it } from 'vitest';
import { namesIn, uncheckedTeams, unpinnedPeople, unpinnedTeams } from '../../../src/core/configuration/advice.ts';
import { levelOf } from '../../../src/core/configuration/level.ts';
import type { Configuration } from '../../../src/core/configuration.ts';
import { tinyConfiguration as base } from '../../support/tiny-kind.ts';

const [source] = base.sources;
if (source === undefined) throw new Error('There is a source.');

const configuration: Configuration = {
  ...base,
  people: { 'a/b': ['ana#5', 'ben'], admins: ['dora', 'ANA'] },
  sources: [
    { ...source, name: 'orders', owner: 'a/b' },
    { ...source, name: 'bills', owner: '@acme/billing' },
  ],
  approval: {
    ...base.approval,
    administrators: 'admins',
    widening: 'zoe',
    machineUsers: ['robot', 'robot-2#7'],
    bots: ['renovate[bot]'],
  },
};

function placesOf(of: Configuration) {
  return namesIn(of, (pointer) => ({ path: pointer, line: 1, column: 1 }));
}

function told(diagnostics: ReturnType<typeof uncheckedTeams>): readonly string[] {
  return diagnostics.map(({ severity, code, location }) => `${severity} ${code} ${location?.path}`);
}

describe('the names of a configuration', () => {
  it('are those of groups, owners, approvers, machine users and bots, each with its place', () => {
    expect(placesOf(configuration).map(({ name, location }) => `${location.path} ${name}`)).toEqual([
      '/people/a~1b/0 ana#5',
      '/people/a~1b/1 ben',
      '/people/admins/0 dora',
      '/people/admins/1 ANA',
      '/sources/orders/owner a/b',
      '/sources/bills/owner @acme/billing',
      '/approval/administrators admins',
      '/approval/widening zoe',
      '/approval/machineUsers/0 robot',
      '/approval/machineUsers/1 robot-2#7',
      '/approval/bots/0 renovate[bot]',
    ]);
  });

  it('do not hold a group for widening where there is none', () => {
    const without = { ...configuration, approval: { ...configuration.approval, widening: null } };
    expect(placesOf(without).map(({ location }) => location.path)).not.toContain('/approval/widening');
  });
});

describe('advice on names', () => {
  it('is to pin each login that nothing pins, once, with the command that prints the id', () => {
    const places = [...placesOf(configuration), { name: 'Zoe', location: { path: 'a.yaml', line: 4, column: 2 } }];
    const found = unpinnedPeople(configuration, places);
    expect(told(found)).toEqual([
      'warning person-unpinned /people/a~1b/1',
      'warning person-unpinned /people/admins/0',
      'warning person-unpinned /approval/widening',
      'warning person-unpinned /approval/machineUsers/0',
      'warning person-unpinned /approval/bots/0',
    ]);
    expect(found.at(-1)).toMatchObject({
      cause: '"renovate[bot]" is whoever has that login, also after the account was renamed.',
      mend: `Write renovate[bot]#ID where it stands in a list, or in a group of 'people'; gh api "users/renovate[bot]" --jq .id prints the id.`,
    });
  });

  it('is to see to the permission for teams, once for each', () => {
    const again = { name: '@acme/Billing', location: { path: 'a.yaml', line: 4, column: 2 } };
    const found = uncheckedTeams([...placesOf(configuration), again]);
    expect(told(found)).toEqual(['warning team-unchecked /sources/bills/owner']);
    expect(found[0]?.cause).toBe('Whether anybody is in "@acme/billing", and whether a run may know, was not checked.');
    expect(found[0]?.mend).toContain('members (read)');
  });

  it('is to pin each team that is not, once, with the command that prints the id', () => {
    const at = (name: string) => ({ name, location: { path: `${name}.yaml`, line: 4, column: 2 } });
    const found = unpinnedTeams([
      ...placesOf(configuration),
      at('@acme/Billing'),
      at('@acme/billing#7'),
      at('@acme/other#8'),
    ]);
    expect(told(found)).toEqual(['warning team-unpinned /sources/bills/owner']);
    expect(found[0]).toMatchObject({
      cause: '"@acme/billing" is whatever team has that name, also after the team was renamed.',
      mend: 'Write @acme/billing#ID here, and wherever else it is named; gh api "orgs/acme/teams/billing" --jq .id prints the id.',
    });
  });
});

describe('the level', () => {
  const signed = { ...base.ledger, signing: { kind: 'ed25519', key: 'KEY', keys: {} } } as const;

  it.each([
    ['trial', 7, base.ledger],
    ['trial', null, signed],
    ['standard', 7, signed],
  ] as const)('%s', (level, app, ledger) => {
    expect(levelOf({ ...base, app, ledger })).toBe(level);
  });
});
