import { describe, expect, test } from 'vitest';
import type { LiveState } from '../../../../src/core/live.ts';
import { awsAccess } from '../../../../src/providers/aws/access/access-model.ts';
import { allow, form, policy, trust } from '../policy/documents.ts';
import { ACCOUNT, arnOf, attached, estate, inline, object, OWN, READ_ONLY, REPORTS, role, user } from './account.ts';

const said = (live: LiveState, address: string) =>
  awsAccess
    .index(live)
    .held(address)
    .map(({ action, resource, condition, path, power }) =>
      [
        power === 'administer' ? '! ' : '',
        action,
        ' on ',
        resource,
        ...path.through.map((one) => ` through ${one.split('/')[2]}`),
        condition === null ? '' : ` (${condition})`,
      ].join(''),
    );

describe('what somebody holds', () => {
  test('by its own policies, by attached ones, and by those of its groups', () => {
    const live = estate(
      [
        object(role('app'), { ...inline(allow('s3:PutObject', REPORTS)), ...attached(READ_ONLY) }),
        object(user('ann'), { groups: { others: 'remove', values: { staff: true } } }),
      ],
      { staff: { inline: { p: form(policy(allow('sns:Publish', '*'))) }, attached: [OWN] } },
    );
    expect(said(live, role('app'))).toEqual([
      's3:GetObject on * through SomeReadOnly',
      's3:ListBucket on * through SomeReadOnly',
      's3:PutObject on arn:aws:s3:::reports/*',
    ]);
    expect(said(live, user('ann'))).toEqual([
      'sns:Publish on * through staff',
      'sqs:SendMessage on * through staff through own',
    ]);
  });

  test('not what is refused, and what is refused in part under its condition', () => {
    const live = estate([
      object(role('app'), {
        ...inline(
          allow(['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], REPORTS),
          { Effect: 'Deny', Action: 's3:DeleteObject', Resource: '*' },
          { Effect: 'Deny', Action: 's3:PutObject', Resource: 'arn:aws:s3:::reports/closed/*' },
        ),
      }),
    ]);
    expect(said(live, role('app'))).toEqual([
      's3:GetObject on arn:aws:s3:::reports/*',
      's3:PutObject on arn:aws:s3:::reports/* (unless anything on arn:aws:s3:::reports/closed/* is refused)',
    ]);
  });

  test('not what its boundary leaves out', () => {
    const live = estate([
      object(role('app'), { ...inline(allow(['s3:GetObject', 'sqs:SendMessage'], '*')), boundary: OWN }),
      object(role('lost'), { ...inline(allow('s3:GetObject', '*')), boundary: `${OWN}-gone` }),
    ]);
    expect(said(live, role('app'))).toEqual(['sqs:SendMessage on *']);
    expect(said(live, role('lost'))).toEqual(['s3:GetObject on * (as far as its permissions boundary allows)']);
  });

  test('many actions as their pattern with how many of which sort', () => {
    const live = estate([object(role('admin'), inline(allow('s3:Get*', '*')))]);
    const lines = said(live, role('admin'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^s3:Get\* \(\d+ read.*\) on \*$/u);
  });

  test('all but some actions without these', () => {
    const statement = { Effect: 'Allow', NotAction: ['sqs:SendMessage', 'iam:*'], Resource: '*' };
    expect(said(estate([object(role('app'), inline(statement))]), role('app'))).toEqual([
      '! all but iam:*, sqs:SendMessage on *',
    ]);
  });
});

describe('who may become a role', () => {
  const billing = object(role('billing'), {
    ...inline(allow('s3:GetObject', REPORTS)),
    trust: form(trust({ AWS: ACCOUNT }), 'trust'),
  });

  test('who is let in with the account, and whose policies allow it', () => {
    const live = estate([
      billing,
      object(user('ann'), inline(allow('sts:AssumeRole', arnOf('billing')))),
      object(user('bob'), inline(allow('sns:Publish', '*'))),
    ]);
    expect(said(live, user('ann'))).toEqual([
      `sts:AssumeRole on ${arnOf('billing')}`,
      's3:GetObject on arn:aws:s3:::reports/* through billing (after sts:AssumeRole of billing)',
    ]);
    expect(said(live, user('bob'))).toEqual(['sns:Publish on *']);
  });

  test('who is named, without a policy of its own, under the condition of the trust, and role by role', () => {
    const first = object(role('first'), {
      trust: form(
        trust(
          { AWS: `arn:aws:iam::${ACCOUNT}:user/ann` },
          { Condition: { Bool: { 'aws:MultiFactorAuthPresent': true } } },
        ),
        'trust',
      ),
    });
    const second = object(role('second'), {
      ...inline(allow('s3:GetObject', REPORTS)),
      trust: form(trust({ AWS: arnOf('first') }), 'trust'),
    });
    const lines = said(estate([first, second, object(user('ann'), {})]), user('ann'));
    expect(lines).toContain(`sts:AssumeRole on ${arnOf('first')} (when Bool aws:MultiFactorAuthPresent: true)`);
    expect(lines).toContain(
      's3:GetObject on arn:aws:s3:::reports/* through first through second (after sts:AssumeRole of second, when Bool aws:MultiFactorAuthPresent: true)',
    );
  });

  test('nobody whom it refuses', () => {
    const closed = object(role('closed'), {
      ...inline(allow('s3:GetObject', REPORTS)),
      trust: form(
        policy(
          { Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: 'sts:AssumeRole' },
          { Effect: 'Deny', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:user/ann` }, Action: 'sts:AssumeRole' },
        ),
        'trust',
      ),
    });
    const live = estate([closed, object(user('ann'), inline(allow('sts:AssumeRole', arnOf('closed'))))]);
    expect(said(live, user('ann'))).toEqual([`sts:AssumeRole on ${arnOf('closed')}`]);
  });
});

test('a live state that is no estate is refused', () => {
  const live = { ...estate([]), facts: {} };
  expect(() => awsAccess.index(live)).toThrow(expect.objectContaining({ code: 'facts-malformed' }));
});

test('who holds something on a resource, by its ARN or its end', () => {
  const live = estate([object(role('app'), inline(allow('s3:GetObject', REPORTS)))]);
  const index = awsAccess.index(live);
  expect(index.resolve('reports/*')).toEqual([REPORTS]);
  expect(index.holders('arn:aws:s3:::reports/2026').map(({ principal }) => principal)).toEqual([role('app')]);
  expect(index.resolve('arn:aws:s3:::reports/2026')).toEqual(['arn:aws:s3:::reports/2026']);
  expect(index.resolve('nothing')).toEqual([]);
});
