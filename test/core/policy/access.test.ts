import { describe, expect, it } from 'vitest';
import type { AccessBlock, SourceAccess } from '../../../src/core/access/assessed.ts';
import { runCases } from '../../../src/core/policy/cases.ts';
import { changeWith } from '../../support/plans.ts';
import { judged, loaded, permission, policyText, type Judged } from './world.ts';

const address = (name: string) => `memory/MemoryAccount/${name}`;
const list = (...names: readonly string[]) => ({ names, count: names.length });

function block(parts: Partial<AccessBlock>): AccessBlock {
  return {
    kind: 'gained',
    power: 'use',
    principals: list(address('a')),
    resources: list('r'),
    actions: list('READ'),
    way: { basis: 'grant', through: [], condition: null },
    instead: null,
    ...parts,
  };
}

function known(...blocks: readonly AccessBlock[]): readonly SourceAccess[] {
  return [{ kind: 'known', source: 'memory', blocks, left: 0 }];
}

const LETTERS = list('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j');
const through = { basis: 'grant', through: [address('readers')], condition: null } as const;
const UNKNOWN: readonly SourceAccess[] = [
  { kind: 'unknown', source: 'memory', reason: { code: 'source-unreachable', message: 'It did not answer.' } },
];
const CHANGE: Judged = { change: changeWith('a'), gains: [permission('READ')] };

/** What a rule of this expression says of a change that gives READ on r directly. */
function says(when: string, access: readonly SourceAccess[], change: Judged = CHANGE): readonly string[] {
  const { findings } = judged([policyText([{ when }])], [change], {}, access);
  return findings.map(({ code, message }) => `${code}: ${message}`);
}

const holds = ['team/rule: Said.'];

describe('effective access in an expression', () => {
  it.each<[string, string, readonly SourceAccess[]]>([
    ['a direct gain is gained', "access.gained.exists(g, g.action == 'READ' && g.resource == 'r')", known()],
    ['of the changed identity', `access.gained.all(g, g.principal == '${address('a')}')`, known(block({}))],
    [
      'what was held before is not gained',
      'size(access.gained) == 0 && size(access.gains) == 1',
      known(block({ kind: 'repeated', instead: through })),
    ],
    [
      'what comes through a group is gained',
      "access.gained.exists(g, g.action == 'WRITE' && g.through == ['memory/MemoryAccount/readers'] && g.basis == 'grant')",
      known(block({ actions: list('WRITE'), way: through })),
    ],
    [
      'with its condition',
      "access.gained.exists(g, has(g.condition) && g.condition.startsWith('after'))",
      known(block({ actions: list('WRITE'), way: { ...through, condition: 'after x' } })),
    ],
    ['without one it has none', 'access.gained.all(g, !has(g.condition))', known()],
    [
      'what is lost',
      "access.lost.exists(l, l.action == 'WRITE')",
      known(block({ kind: 'lost', actions: list('WRITE') })),
    ],
    [
      'what others gain, each of them on each resource',
      "size(access.others) == 4 && access.others.exists(o, o.principal.endsWith('/c') && o.resource == 's')",
      known(block({ principals: list(address('b'), address('c')), resources: list('r', 's'), way: through })),
    ],
    ['others that lose gain nothing', 'access.others == []', known(block({ kind: 'lost', principals: list('m/K/b') }))],
    ['what is administered', "access.gained.exists(g, g.power == 'administer')", known(block({ power: 'administer' }))],
    ['it is there', 'has(access.gained) && has(access.lost) && has(access.others)', known()],
  ])('%s', (_, when, access) => expect(says(when, access)).toEqual(holds));

  it.each<[string, readonly SourceAccess[]]>([
    ['could not be read', UNKNOWN],
    ['is not modelled', []],
    ['is not told in full', [{ kind: 'known', source: 'memory', blocks: [], left: 1 }]],
    ['is told by some of the names', known(block({ resources: { names: ['r'], count: 240 } }))],
  ])('where it %s, what reads it denies and says why, and may ask before', (_, access) => {
    for (const field of ['others', 'gained', 'lost']) {
      const [said] = says(`access.${field}.exists(one, true)`, access);
      expect(said).toContain('policy-failed');
      expect(said).toContain('effective access is not known');
    }
    expect(says("access.others == null || access['others'] == []", access)[0]).toContain('policy-failed');
    expect(says('has(access.others) && access.others.exists(o, true)', access)).toEqual([]);
    expect(says('access.gains.exists(g, true)', access)).toEqual(holds);
  });

  it('of others that is too much to go through is missing, and what the changed identity gains is not', () => {
    const principals = list(...Array.from({ length: 200 }, (_, index) => address(`b${index}`)));
    const access = known(block({ principals, resources: LETTERS, actions: LETTERS }));
    expect(says('access.others.exists(o, true)', access)[0]).toContain('policy-failed');
    expect(says('size(access.gained) == 1 && !has(access.others)', access)).toEqual(holds);
  });

  it('of a change that does nothing is nothing, whatever could be read', () => {
    const quiet = { change: changeWith('a', { steps: [], action: 'forget' }) };
    expect(says('access.gained == [] && access.lost == []', UNKNOWN, quiet)).toEqual(holds);
  });

  it('a field of the same name that is not there is told as before', () => {
    expect(says('after.gained == 1', known())[0]).not.toContain('effective access');
  });

  it('a misspelt field of it is a mistake of the policy', () => {
    const { diagnostics } = loaded(policyText([{ when: 'access.gained.exists(g, g.thruogh == [])' }]));
    expect(diagnostics.map(({ code }) => code)).toContain('unknown-field');
  });
});

describe('a test of a policy', () => {
  const rule = { when: "access.others.exists(o, o.principal.contains('admin'))" };
  const cases = (given: string, expected: string) =>
    runCases(
      loaded(
        policyText(
          [rule],
          'team',
          `  tests:\n    - { name: one, given: { access: ${given} }, expect: [${expected}] }\n`,
        ),
      ),
    ).flatMap(({ problems }) => problems.map(({ cause }) => cause));

  it('gives what others gain', () => {
    expect(cases("{ others: [{ principal: 'm/K/admin' }] }", 'rule')).toEqual([]);
    expect(cases('{ others: [{ through: [m/K/group], condition: after x, basis: ownership }] }', '')).toEqual([]);
    expect(cases('{}', '')).toEqual([]);
  });

  it('says that it is not known', () => {
    expect(cases('{ others: null }', '').join('')).toContain('effective access is not known');
  });
});
