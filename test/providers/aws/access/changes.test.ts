import { describe, expect, test } from 'vitest';
import { compareAccess } from '../../../../src/core/access/difference.ts';
import { formatAddress } from '../../../../src/core/address.ts';
import type { Json } from '../../../../src/core/json.ts';
import type { LiveState } from '../../../../src/core/live.ts';
import type { Change } from '../../../../src/core/plan.ts';
import { awsAccess } from '../../../../src/providers/aws/access/access-model.ts';
import { POLICY_KIND, type AwsAttributes } from '../../../../src/providers/aws/normal-form/model.ts';
import type { PolicyForm } from '../../../../src/providers/aws/policy/model.ts';
import { allow, form, policy, trust } from '../policy/documents.ts';
import { ACCOUNT, arnOf, attached, change, estate, inline, object, OWN, REPORTS, role, user } from './account.ts';

describe('what changes do', () => {
  const told = (live: LiveState, ...changes: readonly Change[]) => {
    const { before, after, affected } = awsAccess.after(live, changes);
    return [...compareAccess(before, after, affected)].map(
      ({ kind, permission: { principal, action, resource } }) =>
        `${principal.split('/')[2]} ${kind} ${action} on ${resource}`,
    );
  };

  test('a narrower pattern takes, and gives nothing', () => {
    const live = estate([object(role('app'), inline(allow('sqs:*', '*')))]);
    const lines = told(
      live,
      change(role('app'), 'update', inline(allow('sqs:*', '*')), inline(allow('sqs:Get*', '*'))),
    );
    expect(lines.every((line) => line.startsWith('app lost '))).toBe(true);
    expect(lines.some((line) => line.includes('sqs:SendMessage') || line.includes('actions of sqs'))).toBe(true);
    expect(lines.join('\n')).not.toContain('sqs:GetQueueUrl');
  });

  test('another version of a policy is told of everybody who has it, and of who may become these', () => {
    const live = estate([
      object(role('app'), {
        ...attached(OWN),
        trust: form(trust({ AWS: `arn:aws:iam::${ACCOUNT}:user/ann` }), 'trust'),
      }),
      object(user('ann'), {}),
      object(user('bob'), {}),
      object(formatAddress({ source: 'cloud', kind: POLICY_KIND, name: ['own'] }), {}),
    ]);
    const wider = { document: form(policy(allow(['sqs:SendMessage', 'sqs:PurgeQueue'], '*'))) };
    const address = formatAddress({ source: 'cloud', kind: POLICY_KIND, name: ['own'] });
    expect(told(live, change(address, 'update', {}, wider))).toEqual([
      'app gained sqs:PurgeQueue on *',
      'ann gained sqs:PurgeQueue on *',
    ]);
  });

  describe('a policy that only refuses', () => {
    const refusing = (...statements: readonly Json[]) =>
      form(policy(...statements.map((one) => ({ Effect: 'Deny', Resource: '*', ...(one as object) }))));
    const toldOf = (before: PolicyForm, after: PolicyForm) => {
      const live = estate([object(role('app'), { ...inline(allow('sqs:SendMessage', '*')), ...attached(OWN) })]);
      const facts = { ...live.facts, managedPolicies: { [OWN]: before } };
      const address = formatAddress({ source: 'cloud', kind: POLICY_KIND, name: ['own'] });
      return told({ ...live, facts }, change(address, 'update', { document: before }, { document: after }));
    };
    const mfa = { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } };
    const guard = { Action: '*', Condition: mfa };
    const GAINED = ['app gained sqs:SendMessage on *'];

    test.each<readonly [string, Json, Json]>([
      ['under a condition that never holds', guard, { ...guard, Condition: { StringEquals: { 'aws:userid': 'x' } } }],
      ['on less', { Action: 'sqs:*', Resource: ['a:b:*', 'a:c:*'] }, { Action: 'sqs:*', Resource: 'a:c:*' }],
      ['on less under a condition', guard, { ...guard, Resource: 'a:b:*' }],
      [
        'nobody of one more organization',
        { Action: '*', Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } } },
        { Action: '*', Condition: { StringNotEquals: { 'aws:PrincipalOrgID': ['o-1', 'o-2'] } } },
      ],
      ['other actions', guard, { ...guard, Action: 's3:*' }],
    ])('gives what it refuses no more: %s', (_what, before, after) => {
      expect(toldOf(refusing(before), refusing(after))).toEqual(GAINED);
    });

    test.each<readonly [string, Json, Json]>([
      ['more', { Action: 'sqs:*', Resource: 'a:c:*' }, { Action: 'sqs:*', Resource: ['a:b:*', 'a:c:*'] }],
      ['of other actions', guard, { ...guard, Action: ['sqs:*', 's3:*'] }],
      [
        'in one more case',
        { Action: '*', Condition: { StringEquals: { 'aws:SourceVpc': ['a', 'b'] } } },
        { Action: '*', Condition: { StringEquals: { 'aws:SourceVpc': ['a', 'b', 'c'] } } },
      ],
    ])('gives nothing where it refuses %s', (_what, before, after) => {
      expect(toldOf(refusing(before), refusing(after))).toEqual([]);
    });
  });

  test('a disabled identity keeps its policies, and loses all that they allow', () => {
    const live = estate([object(role('app'), inline(allow('sqs:SendMessage', '*')))]);
    const denied = form(policy({ Effect: 'Deny', Action: '*', Resource: '*' }));
    const after: AwsAttributes = { inline: { others: 'keep', values: { off: denied } } };
    expect(told(live, change(role('app'), 'disable', { inline: { others: 'keep', values: {} } }, after))).toEqual([
      'app lost sqs:SendMessage on *',
    ]);
  });

  test('each on the resources of its own statement, and on a part only what is not so on the whole', () => {
    const secure = { Condition: { Bool: { 'aws:SecureTransport': 'true' } } };
    const first = inline(
      allow(['ecs:UpdateService', 'ecs:DescribeServices'], '*', secure),
      allow('s3:GetObject', 'arn:aws:s3:::b/*'),
    );
    expect(told(estate([object(role('app'), {})]), change(role('app'), 'update', {}, first))).toEqual([
      'app gained ecs:DescribeServices on *',
      'app gained ecs:UpdateService on *',
      'app gained s3:GetObject on arn:aws:s3:::b/*',
    ]);
    const [narrow, wide] = [inline(allow(['s3:GetObject', 's3:PutObject'], REPORTS)), inline(allow('s3:*', '*'))];
    const lines = told(estate([object(role('app'), narrow)]), change(role('app'), 'update', narrow, wide));
    expect(lines).toEqual([expect.stringMatching(/^app gained s3:\* \(.*\) on \*$/u)]);
  });

  describe('who may become a role', () => {
    const JOBS = 'arn:aws:sqs:*:*:jobs';
    const bot = (more: AwsAttributes = {}) =>
      object(role('bot'), {
        ...inline(allow('sqs:SendMessage', JOBS)),
        trust: form(trust({ AWS: arnOf('app') }), 'trust'),
        ...more,
      });
    const guard = (more: object = {}) => inline({ Effect: 'Deny', Action: 'sts:*', Resource: '*', ...more });
    const none: AwsAttributes = { inline: { others: 'remove', values: {} } };
    const GAINED = [`app gained sts:AssumeRole on ${arnOf('bot')}`, `app gained sqs:SendMessage on ${JOBS}`];

    test('is who refuses itself no more, whatever the refusal, and all who may become that one', () => {
      const ann = object(user('ann'), {});
      const app = (attributes: AwsAttributes) =>
        object(role('app'), {
          ...attributes,
          trust: form(trust({ AWS: `arn:aws:iam::${ACCOUNT}:user/ann` }), 'trust'),
        });
      const partly = guard({ Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } });
      for (const before of [guard(), partly]) {
        const lines = told(estate([app(before), bot(), ann]), change(role('app'), 'update', before, none));
        expect(lines.toSorted()).toEqual([...GAINED, `ann gained sqs:SendMessage on ${JOBS}`].toSorted());
      }
    });

    test('is nobody new where a trust policy names who refuses it', () => {
      const live = estate([object(role('app'), guard()), bot({ trust: form(trust({ AWS: ACCOUNT }), 'trust') })]);
      const trusted: AwsAttributes = { trust: form(trust({ AWS: arnOf('app') }), 'trust') };
      expect(told(live, change(role('bot'), 'update', {}, trusted))).toEqual([]);
    });

    test('is everybody of the account where everybody is let in', () => {
      const open: AwsAttributes = { trust: form(trust({ AWS: '*' }), 'trust') };
      const live = estate([object(role('app'), {}), object(user('ann'), {}), bot()]);
      expect(told(live, change(role('bot'), 'update', {}, open))).toEqual([
        `ann gained sts:AssumeRole on ${arnOf('bot')}`,
        `ann gained sqs:SendMessage on ${JOBS}`,
      ]);
    });

    test('has at once what the role is given by the same plan', () => {
      const live = estate([object(role('app'), guard()), bot()]);
      const wider = inline(allow('sns:Publish', 'arn:aws:sns:*:*:news'));
      const lines = told(
        live,
        change(role('app'), 'update', guard(), none),
        change(role('bot'), 'update', inline(allow('sqs:SendMessage', JOBS)), wider),
      );
      expect(lines).toContain('app gained sns:Publish on arn:aws:sns:*:*:news');
    });

    test('loses the way where the identity is disabled', () => {
      const denied = form(policy({ Effect: 'Deny', Action: '*', Resource: '*' }));
      const after: AwsAttributes = { inline: { others: 'keep', values: { off: denied } } };
      const lines = told(
        estate([object(role('app'), {}), bot()]),
        change(role('app'), 'disable', { inline: { others: 'keep', values: {} } }, after),
      );
      expect(lines.toSorted()).toEqual(GAINED.map((line) => line.replace('gained', 'lost')).toSorted());
    });
  });

  test('an end, and nothing of another source', () => {
    const live = estate([object(role('app'), inline(allow('sqs:SendMessage', '*')))]);
    expect(told(live, change(role('app'), 'delete', inline(allow('sqs:SendMessage', '*')), null))).toEqual([
      'app lost sqs:SendMessage on *',
    ]);
    expect(told(live, change(role('app').replace('cloud', 'other'), 'delete', {}, null))).toEqual([]);
  });
});
