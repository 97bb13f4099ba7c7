import { describe, expect, test } from 'vitest';
import type { Json } from '../../../../src/core/json.ts';
import type { LiveState } from '../../../../src/core/live.ts';
import { awsAccess } from '../../../../src/providers/aws/access/access-model.ts';
import type { AwsAttributes } from '../../../../src/providers/aws/normal-form/model.ts';
import { allow, form, policy, trust } from '../policy/documents.ts';
import {
  ACCOUNT,
  arnOf,
  attached,
  CLOSED,
  estate,
  inline,
  object,
  OWN,
  READ_ONLY,
  REPORTS,
  role,
  user,
} from './account.ts';

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

  test('an action on resources of its service alone, and a service of which nobody knows on any', () => {
    const secure = { Condition: { Bool: { 'aws:SecureTransport': 'true' } } };
    const live = estate([
      object(
        role('app'),
        inline(
          allow(['ecs:UpdateService', 'nowhere:DoIt', 'ssm:SendCommand'], '*', secure),
          allow('s3:GetObject', REPORTS),
          allow('*', 'arn:aws:sqs:*:*:jobs'),
        ),
      ),
    ]);
    const index = awsAccess.index(live);
    const on = (resource: string) => index.on(role('app'), resource).map(({ action }) => action);
    expect(on('*')).toEqual(['ecs:UpdateService', 'nowhere:DoIt', 'ssm:SendCommand']);
    expect(on(REPORTS)).toEqual(['nowhere:DoIt', 's3:GetObject', 'ssm:SendCommand']);
    expect(on('arn:aws:ecs:eu-west-1:111122223333:service/a')).toContain('ecs:UpdateService');
    expect(on('arn:aws:s*')).toContain('ecs:UpdateService');
    expect(on('arn:*:s3:::reports')).toContain('ecs:UpdateService');
    expect(on('arn:aws:sqs:*:*:jobs')).toEqual(['*']);
  });

  test('of a part only what it does not hold on the whole in the same way, action by action', () => {
    const guard = { Effect: 'Deny', Action: 's3:PutObject', Resource: '*' };
    const live = estate([
      object(role('app'), inline(allow('s3:*', '*'), allow(['s3:GetObject', 's3:PutObject'], REPORTS))),
      object(role('bound'), inline(allow(['s3:Get*', 's3:PutObject'], '*'), allow('s3:*', REPORTS), guard)),
    ]);
    expect(said(live, role('app'))).toEqual([expect.stringMatching(/^! s3:\* \(.*\) on \*$/u)]);
    const lines = said(live, role('bound')).filter((line) => line.includes(REPORTS));
    expect(lines.join('\n')).not.toContain('s3:Get');
    expect(lines.join('\n')).toContain('! s3:PutBucketPolicy');
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

  describe('who is named, as far as its own policies do not refuse it', () => {
    const trusting = (...arns: readonly string[]) =>
      object(role('opened'), {
        ...inline(allow('s3:GetObject', REPORTS)),
        trust: form(trust({ AWS: [...arns] }), 'trust'),
      });
    const ANN = `arn:aws:iam::${ACCOUNT}:user/ann`;
    const guard = (more: object = {}) => inline({ Effect: 'Deny', Action: 'sts:AssumeRole', Resource: '*', ...more });
    const toldOf = (address: string, attributes: AwsAttributes, ...arns: readonly string[]) =>
      said(estate([trusting(...arns), object(address, attributes)]), address);
    const LET_IN = [
      `sts:AssumeRole on ${arnOf('opened')}`,
      's3:GetObject on arn:aws:s3:::reports/* through opened (after sts:AssumeRole of opened)',
    ];

    test('not where it is refused whatever the request, by its own policies or its boundary', () => {
      expect(toldOf(role('app'), {}, arnOf('app'))).toEqual(LET_IN);
      expect(toldOf(role('app'), guard(), arnOf('app'))).toEqual([]);
      expect(toldOf(user('ann'), guard(), ANN)).toEqual([]);
      expect(toldOf(user('ann'), guard(), '*')).toEqual([]);
      expect(toldOf(user('ann'), { boundary: CLOSED }, ANN)).toEqual([]);
    });

    test('under a condition where it is refused in part', () => {
      const partly = guard({ Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } });
      expect(toldOf(role('app'), partly, arnOf('app'))[0]).toBe(
        `sts:AssumeRole on ${arnOf('opened')} (unless anything when Bool aws:MultiFactorAuthPresent: false is refused)`,
      );
    });

    test('a role as its boundary allows, a user whatever its boundary leaves out', () => {
      expect(toldOf(role('app'), { boundary: OWN }, arnOf('app'))).toEqual([]);
      expect(toldOf(role('app'), { boundary: `${OWN}-gone` }, arnOf('app'))[0]).toBe(
        `sts:AssumeRole on ${arnOf('opened')} (as far as its permissions boundary allows)`,
      );
      expect(toldOf(user('ann'), { boundary: OWN }, ANN)).toEqual(LET_IN);
    });

    test('everybody of the account where everybody is let in, with no policy of their own, and whatever a boundary leaves out', () => {
      expect(toldOf(role('app'), {}, '*')).toEqual(LET_IN);
      expect(toldOf(role('app'), { boundary: OWN }, '*')).toEqual(LET_IN);
      expect(toldOf(user('ann'), { boundary: OWN }, '*')).toEqual(LET_IN);
    });
  });

  test('freely through others where it is let in only under a condition', () => {
    const condition = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': true } } };
    const ann = `arn:aws:iam::${ACCOUNT}:user/ann`;
    const live = estate([
      object(role('last'), {
        ...inline(allow('s3:GetObject', REPORTS)),
        trust: form(
          policy(
            { Effect: 'Allow', Principal: { AWS: ann }, Action: 'sts:AssumeRole', ...condition },
            { Effect: 'Allow', Principal: { AWS: arnOf('between') }, Action: 'sts:AssumeRole' },
          ),
          'trust',
        ),
      }),
      object(role('between'), { trust: form(trust({ AWS: ann }), 'trust') }),
      object(user('ann'), {}),
    ]);
    expect(said(live, user('ann'))).toContain(
      's3:GetObject on arn:aws:s3:::reports/* through between through last (after sts:AssumeRole of last)',
    );
  });

  test('under the condition of what its trust policy refuses', () => {
    const guarded = (...statements: readonly Json[]) =>
      object(role('guarded'), {
        trust: form(
          policy({ Effect: 'Allow', Principal: { AWS: arnOf('app') }, Action: 'sts:AssumeRole' }, ...statements),
          'trust',
        ),
      });
    const deny = { Effect: 'Deny', Action: 'sts:AssumeRole' };
    const told = (statement: Json) => said(estate([guarded(statement), object(role('app'), {})]), role('app'));
    expect(told({ ...deny, Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } })).toEqual([
      `sts:AssumeRole on ${arnOf('guarded')} (unless anything when Bool aws:SecureTransport: false is refused)`,
    ]);
    expect(told({ ...deny, NotPrincipal: { AWS: arnOf('other') } })).toEqual([
      `sts:AssumeRole on ${arnOf('guarded')} (unless anything to all but AWS ${arnOf('other')} is refused)`,
    ]);
    expect(told({ ...deny, NotPrincipal: { AWS: arnOf('app') } })).toEqual([`sts:AssumeRole on ${arnOf('guarded')}`]);
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
