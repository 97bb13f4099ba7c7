import { expect, test } from 'vitest';
import { judgeBy } from '../../src/core/policy.ts';
import { configurationFor } from '../support/planning.ts';
import { changeWith, planOf } from '../support/plans.ts';

const judge = judgeBy(
  configurationFor({
    name: 'memory',
    provider: 'memory',
    connection: { read: 'READ', write: 'WRITE' },
    mode: 'authoritative',
    boundary: {},
    options: {},
    owner: 'owner',
  }),
  '2026-01-01T00:00:00Z',
  null,
);

test('who has to agree is what the configuration asks for, and nothing is denied', () => {
  const { requirements, findings } = judge(planOf([changeWith('a')]), [], []);
  expect(requirements).toMatchObject([{ code: 'owner', of: 'owner', people: ['olga'], count: 1 }]);
  expect(findings).toEqual([]);
});

test('a plan without changes asks nobody', () => {
  expect(judge(planOf([]), [], [])).toEqual({ requirements: [], findings: [], exceptions: [] });
});
