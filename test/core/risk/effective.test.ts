import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../src/core/assessment.ts';
import type { SensitiveTag } from '../../../src/core/configuration.ts';
import type { Operation } from '../../../src/providers/postgres/normal-form/model.ts';
import { riskAnew } from '../../../src/core/risk/anew.ts';
import {
  estateOf,
  grant,
  join,
  planFor,
  revoke,
  riskyOn,
  rulesFor,
  type Doing,
  type SmallEstate,
} from '../../support/small-estate.ts';

const TAG: SensitiveTag = { name: 'personal-data', resources: ['pg/db: table hr.*'], actions: ['*'], level: 'high' };

const ESTATE: SmallEstate = {
  roles: ['app', 'readers', 'team', 'bob', 'eve', 'new', 'old', 'next', 'writer'],
  memberships: ['app of readers', 'bob of readers', 'eve of team', 'team of readers', 'readers of writer'],
  objects: {
    'table hr.pay': { acl: { readers: { SELECT: 'granted' } } },
    'table s.t': { acl: { readers: { INSERT: 'grantable' }, app: { SELECT: 'granted' } } },
    'table s.u': { owner: 'old', acl: { readers: { SELECT: 'granted' } } },
  },
};
const JOINS = ['member of', 'inherit from', 'SET ROLE to'].map((action) => `${action} on role readers`);

const JOINED: Doing = { role: 'new', operations: [join('readers')], gains: JOINS };
const MORE: Doing = {
  role: 'readers',
  operations: [grant('table hr.pay', 'UPDATE')],
  gains: ['UPDATE on table hr.pay'],
};
const ORDINARY: Doing = { role: 'readers', operations: [grant('table s.t', 'SELECT')], gains: ['SELECT on table s.t'] };
const HANDED: readonly Operation[] = [{ kind: 'reassign-owned', to: 'next' }, { kind: 'drop-role' }];
const LEAVES: Doing = { role: 'old', operations: HANDED, parts: { action: 'delete', after: null } };
const GRANTED: Doing = { role: 'bob', operations: [grant('table s.u', 'SELECT')], gains: ['SELECT on table s.u'] };

function risk(doings: readonly Doing[], sensitive = [TAG], estate = ESTATE): Assessment {
  return riskyOn(estateOf(estate), doings, sensitive);
}

/** Of one change: `level code: message`. */
function reasons({ changes }: Pick<Assessment, 'changes'>, role: string): readonly string[] {
  const found = changes.find(({ address }) => address.endsWith(`/${role}`))?.risk.reasons ?? [];
  return found.map(({ level, code, message }) => `${level} ${code}: ${message}`);
}

function about(told: readonly string[], code: string): readonly string[] {
  return told.filter((one) => one.split(' ')[1] === `${code}:`);
}

describe('what an identity gains in effect', () => {
  it('is as sensitive through a group that it joins as it is directly', () => {
    const told = reasons(risk([JOINED]), 'new');
    expect(about(told, 'sensitive-resource')).toEqual([
      'high sensitive-resource: reaches personal-data through readers: SELECT on pg/db: table hr.pay',
    ]);
    expect(about(told, 'widens-access')).toContain('medium widens-access: gains 3 permissions');
  });

  it('is critical where it administers', () => {
    expect(about(reasons(risk([JOINED]), 'new'), 'gains-administration')).toEqual([
      'critical gains-administration: gains grant INSERT on pg/db: table s.t through readers',
    ]);
  });

  it('is critical where it comes to act as the writer, through another', () => {
    expect(about(reasons(risk([JOINED]), 'new'), 'own-identity')).toEqual([
      'critical own-identity: gains writer through readers, the identity as which Countersign writes',
    ]);
  });

  it('counts where its group is given more in the same plan, and where nothing is given to itself', () => {
    const loses: Doing = { role: 'app', operations: [revoke('table s.t', 'SELECT')], loses: ['SELECT on table s.t'] };
    const told = reasons(risk([loses, MORE]), 'app');
    expect(told).toEqual([
      'high sensitive-resource: reaches personal-data through readers: UPDATE on pg/db: table hr.pay',
      'medium widens-access: gains 1 permission through readers',
      'low narrows-access: loses 1 permission',
    ]);
  });

  it('names a way to more that its group is given in the same plan', () => {
    const power: Doing = {
      role: 'readers',
      operations: [{ kind: 'alter-role', options: { createRole: true } }],
      gains: ['CREATEROLE on pg'],
    };
    const told = reasons(risk([JOINED, power]), 'new');
    expect(about(told, 'escalation-path').join()).toMatch(/^critical .*gains CREATEROLE: .*, through readers$/u);
  });

  it('is no unchanged access, even where nothing is given directly', () => {
    const told = reasons(risk([{ role: 'bob', operations: [], parts: { steps: [] } }, ORDINARY]), 'bob');
    expect(told).toEqual([
      'medium widens-access: gains 1 permission through readers',
      'low no-access-change: nothing is given or taken directly',
    ]);
  });
});

describe('what others gain', () => {
  it('is told of the change that causes it, with how many they are, at the level of the tag', () => {
    expect(about(reasons(risk([MORE]), 'readers'), 'widens-others')).toEqual([
      'high widens-others: 4 other identities gain UPDATE on pg/db: table hr.pay (personal-data)',
    ]);
  });

  it('is medium where it is neither sensitive nor administers', () => {
    expect(about(reasons(risk([ORDINARY]), 'readers'), 'widens-others')).toEqual([
      'medium widens-others: 3 other identities gain SELECT on pg/db: table s.t',
    ]);
  });

  it('is told of the deletion that makes somebody an owner, and is critical', () => {
    const told = about(reasons(risk([ORDINARY, LEAVES]), 'old'), 'widens-others');
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^critical widens-others: next gains grant DELETE, /u);
  });

  it('is told of the one on the way that is given it, not of a nearer one that is given something else', () => {
    const team: Doing = { role: 'team', operations: [grant('table s.u', 'INSERT')], gains: ['INSERT on table s.u'] };
    const assessment = risk([MORE, team]);
    expect(about(reasons(assessment, 'team'), 'widens-others')).toEqual([
      'medium widens-others: eve gains INSERT on pg/db: table s.u',
    ]);
    expect(about(reasons(assessment, 'readers'), 'widens-others').join()).toContain('3 other identities');
  });

  it('is told of the nearest that joins a group, where nothing is given to the group', () => {
    const estate = { ...ESTATE, memberships: ['eve of team', 'bob of eve'] };
    const loses: Doing = { role: 'app', operations: [revoke('table s.t', 'SELECT')], loses: ['SELECT on table s.t'] };
    const told = reasons(risk([loses, { ...JOINED, role: 'team' }], [TAG], estate), 'team');
    expect(about(told, 'widens-others')).toContain(
      'high widens-others: 2 other identities gain SELECT on pg/db: table hr.pay (personal-data)',
    );
  });
});

describe('what is given and was held, or taken and is held still', () => {
  it('says so, and keeps code and level', () => {
    expect(reasons(risk([GRANTED]), 'bob')).toEqual([
      'medium widens-access: is given 1 permission that it held already through readers',
    ]);
  });

  it('says so of as much as is', () => {
    const more = { ...GRANTED, operations: [grant('table s.u', 'SELECT', 'INSERT')] };
    const gains = ['SELECT on table s.u', 'INSERT on table s.u'];
    expect(reasons(risk([{ ...more, gains }]), 'bob')).toEqual([
      'medium widens-access: gains 1 permission, and is given 1 permission that it held already through readers',
    ]);
  });

  it('a loss of what is held still is told as such', () => {
    const acl = { readers: { SELECT: 'granted' }, app: { SELECT: 'granted' } } as const;
    const estate = { ...ESTATE, objects: { 'table s.t': { acl } } };
    const doing: Doing = { role: 'app', operations: [revoke('table s.t', 'SELECT')], loses: ['SELECT on table s.t'] };
    expect(reasons(risk([doing], [TAG], estate), 'app')).toEqual([
      'low narrows-access: is no longer given 1 permission that it holds still through readers',
    ]);
  });
});

describe('whose word it is', () => {
  const all = [GRANTED, JOINED, LEAVES, MORE];

  it('publish and apply keep what only the estate told, and say nothing twice', () => {
    const handed = JSON.parse(JSON.stringify(risk(all))) as Assessment;
    const again = riskAnew(planFor(all), handed, rulesFor([TAG]));
    const own = (changes: Assessment['changes']) => ['bob', 'new', 'readers'].map((role) => reasons({ changes }, role));
    expect(own(again)).toEqual(own(handed.changes));
  });

  it('a plan job that calls everything held lowers nothing', () => {
    const honest = risk([{ ...GRANTED, operations: [grant('table s.u', 'SELECT')] }]);
    const lies = {
      ...honest,
      changes: honest.changes.map((one) => ({ ...one, risk: { level: 'low' as const, reasons: [] } })),
    };
    expect(reasons({ changes: riskAnew(planFor([GRANTED]), lies, rulesFor([])) }, 'bob')).toEqual([
      'medium widens-access: is given 1 permission that it held already through readers',
    ]);
  });

  it('policies judge by it', () => {
    const levels: string[] = [];
    riskyOn(estateOf(ESTATE), [MORE, { role: 'bob', operations: [] }], [TAG], (_, changes) => {
      levels.push(...changes.map(({ risk: { level } }) => level));
      return { requirements: [], findings: [], exceptions: [] };
    });
    expect(levels).toEqual(['high', 'high']);
  });

  it('where the estate is not known, the risk is that of what is given directly', () => {
    const reason = { code: 'source-unreachable', message: 'It did not answer.' };
    const live = { ...estateOf(ESTATE), unreadable: [{ address: null, pointer: null, reason }] };
    expect(reasons(riskyOn(live, [GRANTED], [TAG]), 'bob')).toEqual(['medium widens-access: gains 1 permission']);
  });

  it('a name that found no room in what is shown counts all the same', () => {
    const tables = Array.from({ length: 4000 }, (_, index) => `table a.t${index}`);
    const objects = Object.fromEntries([...tables, 'table hr.pay'].map((key) => [key, {}]));
    const privileges = [...tables, 'table hr.pay'].map((key) => grant(key, 'SELECT'));
    const gains = [...tables, 'table hr.pay'].map((key) => `SELECT on ${key}`);
    const many = { role: 'readers', operations: privileges, gains };
    const told = reasons(risk([many], [TAG], { ...ESTATE, objects }), 'readers');
    expect(told).toContain('high widens-others: 4 other identities gain SELECT on pg/db: table hr.pay (personal-data)');
  });
});
