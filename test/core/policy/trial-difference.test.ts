import { plainAssessment } from '../../support/assessments.ts';
import { expect, it } from 'vitest';
import { comparePolicies } from '../../../src/core/policy/trial-difference.ts';
import { summaryOf, tryOn } from '../../../src/core/policy/trial.ts';
import { planDigest } from '../../../src/core/digest.ts';
import { someHash } from '../../support/memory-ledger.ts';
import { changeWith, planOf } from '../../support/plans.ts';
import { assessed, NOW, policySet, policyText, type RuleText } from './world.ts';

const change = changeWith('a');
const plan = planOf([change]);
const assessment = plainAssessment({ changes: [assessed({ change })] });
const of = { index: 1, pullRequest: 7, at: NOW, digest: planDigest(plan), assessment: someHash('assessment') };
const past = [{ kind: 'plan' as const, of, kept: { plan, assessment } }];

/** What a rule would have said that another one did not. */
function told(before: RuleText, after: RuleText) {
  const trial = comparePolicies(policySet(policyText([before])), policySet(policyText([after])), past);
  if (trial.kind !== 'compared') throw new Error(trial.reason.message);
  return trial.differences.map(({ newly, noLonger }) => [newly, noLonger]);
}

const requiring = (require: string): RuleText => ({ effect: `{ require: ${require} }` });

it('tells a choice from all of it', () => {
  const [all, any] = ['{ allOf: [{ of: security }, { of: olga }] }', '{ anyOf: [{ of: security }, { of: olga }] }'];
  expect(told(requiring(all), requiring(any))).toEqual([
    [
      ['asks for 1 of security, or 1 of olga by team/rule'],
      ['asks for 1 of security by team/rule', 'asks for 1 of olga by team/rule'],
    ],
  ]);
});

it('tells one permission from another', () => {
  expect(told(requiring('{ permission: write }'), requiring('{ permission: admin }'))).toEqual([
    [
      ['asks for 1 of anyone with admin permission by team/rule'],
      ['asks for 1 of anyone with write permission by team/rule'],
    ],
  ]);
});

it('says that what a rule asks about the pull request cannot be told, and warns nobody', () => {
  const rule: RuleText = { when: 'pull.draft', effect: 'deny' };
  expect(told({ when: 'false' }, rule)).toEqual([
    [['cannot tell: The rule team/rule asks about the pull request, which is not known here.'], []],
  ]);
  expect(past.map((plan) => tryOn(policySet(policyText([rule])), plan).outcome)).toEqual(['untold']);
});

it('counts whom rules would have asked by their names, and a permission as such', () => {
  const set = policySet(policyText([requiring('{ permission: admin }')]));
  expect(summaryOf(past.map((plan) => tryOn(set, plan))).asked).toEqual({ 'anyone with admin permission': 1 });
});

it('says nothing of a rule that is only called otherwise', () => {
  const rule = requiring('{ of: security }');
  expect(told(rule, { ...rule, name: 'other' })).toEqual([]);
});
