import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/json.ts';
import type { Step } from '../../../src/core/plan.ts';
import type { WriteCalls } from '../../../src/providers/aws/calls.ts';
import { prepare } from '../../../src/providers/aws/write/perform.ts';
import { marksOf } from '../../support/marks.ts';
import { ACCOUNT, allow } from './drafts.ts';

const MARKS = marksOf('a run');
const HOME = { account: ACCOUNT, partition: 'aws' };
const POLICY = `arn:aws:iam::${ACCOUNT}:policy/team/orders`;
const ROLE = 'prod/AwsIamRole/one';

function request(address: string, action: string, parameters: JsonObject, expected: Step['expect'] = {}) {
  const step: Step = {
    id: `${address}#1`,
    dependsOn: [],
    stage: 0,
    effect: { action, parameters },
    expect: expected,
    result: {},
    repeat: 'idempotent',
  };
  return { address, step, marks: MARKS };
}

/** What IAM is sent. */
async function sent(...asked: Parameters<typeof request>): Promise<unknown> {
  const inputs: unknown[] = [];
  const call = (input: unknown) => Promise.resolve(void inputs.push(input));
  const calls = Object.fromEntries([[asked[1], call]]) as Partial<WriteCalls> as WriteCalls;
  await prepare(request(...asked), HOME).send(calls, { description: 'there', maxSessionSeconds: 7200 });
  return inputs[0];
}

describe('a call', () => {
  it.each([
    [ROLE, 'DetachRolePolicy', { PolicyArn: POLICY }, { RoleName: 'one', PolicyArn: POLICY }],
    ['prod/AwsIamUser/one', 'DeleteLoginProfile', {}, { UserName: 'one' }],
    ['prod/AwsIamPolicy/orders', 'DeletePolicy', { PolicyArn: POLICY }, { PolicyArn: POLICY }],
  ])('is about the identity of the step: %s %s', async (address, action, parameters, input) => {
    expect(await sent(address, action, parameters)).toEqual(input);
  });

  it('has policies as text', async () => {
    const document = allow('s3:*');
    expect(await sent(ROLE, 'PutRolePolicy', { PolicyName: 'a', PolicyDocument: document })).toEqual({
      RoleName: 'one',
      PolicyName: 'a',
      PolicyDocument: JSON.stringify(document),
    });
  });

  it('marks what it creates, beside the tags that are declared', async () => {
    expect(await sent(ROLE, 'CreateRole', { Tags: [{ Key: 'a', Value: '1' }] }, null)).toEqual({
      RoleName: 'one',
      Tags: [
        { Key: 'a', Value: '1' },
        { Key: 'countersign:creation', Value: MARKS.mark },
      ],
    });
  });

  it('tells UpdateRole what is there, because it sets to a default what it is not told', async () => {
    expect(await sent(ROLE, 'UpdateRole', { Description: '' })).toEqual({
      RoleName: 'one',
      Description: '',
      MaxSessionDuration: 7200,
    });
  });
});

describe('what no plan of ours asks for is refused', () => {
  it.each([
    ['a call that reads', request(ROLE, 'GetRole', {})],
    ['a call that nobody knows', request(ROLE, 'constructor', {})],
    [
      'another policy than the step is about',
      request('prod/AwsIamPolicy/other', 'DeletePolicy', { PolicyArn: POLICY }),
    ],
    [
      'a policy of another account',
      request('prod/AwsIamPolicy/orders', 'DeletePolicy', { PolicyArn: POLICY.replace(ACCOUNT, '999999999999') }),
    ],
    [
      'an identity provider that is another',
      request('prod/AwsOidcProvider/a.example', 'DeleteOpenIDConnectProvider', {
        OpenIDConnectProviderArn: `arn:aws:iam::${ACCOUNT}:oidc-provider/b.example`,
      }),
    ],
    ['no effect at all', { ...request(ROLE, '', {}), step: { ...request(ROLE, '', {}).step, effect: null } }],
  ])('%s', (_, asked) => {
    expect(() => prepare(asked, HOME)).toThrow(expect.objectContaining({ code: 'aws-step-malformed' }));
  });
});
