import { expect, test } from 'vitest';
import { answer } from '../../src/cli/access-answer.ts';
import { awsAccess } from '../../src/providers/aws/access/access-model.ts';
import { ACCOUNT, change, estate, inline, object, REPORTS, role } from '../providers/aws/access/account.ts';
import { allow } from '../providers/aws/policy/documents.ts';
import { planOf } from '../support/plans.ts';

test('what a plan does to a part is told where the plan only names the whole', () => {
  const [before, after] = [
    inline(allow('s3:GetObject', REPORTS)),
    inline(allow(['s3:GetObject', 's3:PutObject'], '*')),
  ];
  const plan = {
    ...planOf([change(role('app'), 'update', before, after)]),
    sources: [{ name: 'cloud', provider: 'aws', target: { account: ACCOUNT } }],
  };
  const live = estate([object(role('app'), before)]);
  for (const resource of [REPORTS, 'arn:aws:s3:::reports/2026/one.csv']) {
    const { changes } = answer(awsAccess, live, { kind: 'resource', resource }, plan);
    expect(changes?.map(({ kind, permission }) => `${kind} ${permission.action} on ${permission.resource}`)).toEqual([
      `gained s3:PutObject on ${resource}`,
    ]);
  }
});
