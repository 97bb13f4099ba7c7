import { expect, it } from 'vitest';
import { coverageOf, NO_COVERAGE } from '../../../src/core/policy/coverage.ts';
import { NO_POLICIES } from '../../../src/core/policy/set.ts';
import { changeWith } from '../../support/plans.ts';
import { loaded, policyText } from './world.ts';

const changes = [changeWith('a'), changeWith('b', { action: 'create' }), changeWith('c', { action: 'create' })];

it('counts of each rule the changes that its match fits, whatever its expression says', () => {
  const policies = loaded(
    policyText([
      { name: 'all', when: 'false', controls: '[NHI5:2025]' },
      { name: 'created', match: '{ actions: [create] }', when: 'after.nothing' },
      { name: 'elsewhere', match: '{ sources: ["other-*"] }' },
    ]),
  );
  const { rules } = coverageOf(policies, changes, null);
  expect(rules.map(({ id, controls, changes: about }) => [id, controls, about])).toEqual([
    ['team/all', ['NHI5:2025'], 3],
    ['team/created', [], 2],
    ['team/elsewhere', [], 0],
  ]);
});

it.each<[readonly string[] | null, number]>([
  [['Emergency'], 3],
  [['other'], 0],
  [[], 0],
  [null, 3],
])('of a rule about labels as the pull request has them: %j', (labels, about) => {
  const policies = loaded(policyText([{ match: '{ labels: [emergency] }', when: 'false' }]));
  expect(coverageOf(policies, changes, labels).rules.map((rule) => rule.changes)).toEqual([about]);
});

it('without policies there is none', () => expect(NO_POLICIES.coverage(changes, null)).toEqual(NO_COVERAGE));
