import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../../src/core/json.ts';
import { aws } from '../../../../src/providers/aws/index.ts';
import { allow, policy, trust } from './documents.ts';

const SOUND = allow('s3:GetObject', '*');

const inDocument = (document: Json) => aws.lint('AwsIamPolicy', { document });
const inRole = (spec: JsonObject) => aws.lint('AwsIamRole', spec);

describe('what a policy says wrong is told at its own place', () => {
  test.each<readonly [string, Json, string]>([
    ['an action of a list', allow(['s3:GetObject', 'PutObject'], '*'), '/Action/1'],
    ['an action alone', allow('PutObject', '*'), '/Action'],
    [
      'an action that is excepted',
      { Effect: 'Allow', NotAction: ['PutObject', 's3:GetObject'], Resource: '*' },
      '/NotAction/0',
    ],
    ['a text that is empty', allow('s3:GetObject', ['*', '']), '/Resource/1'],
    ['a list of nothing', allow('s3:GetObject', []), '/Resource'],
    [
      'a condition operator',
      allow('s3:GetObject', '*', { Condition: { StringEqual: { 'aws:username': 'x' } } }),
      '/Condition/StringEqual',
    ],
    [
      'a condition key',
      allow('s3:GetObject', '*', { Condition: { StringLike: { 's3:x/y': [] } } }),
      '/Condition/StringLike/s3:x~1y',
    ],
    ['an element that is foreign', allow('s3:GetObject', '*', { Principal: '*' }), '/Principal'],
    ['a statement that lacks one', { Effect: 'Allow', Action: 's3:GetObject' }, ''],
  ])('%s', (_what, statement, place) => {
    expect(inDocument(policy(SOUND, statement))).toMatchObject([
      { severity: 'error', pointer: `/document/Statement/1${place}` },
    ]);
  });

  test('a statement that is no list has no number', () => {
    expect(inDocument({ Statement: allow('PutObject', '*') })).toMatchObject([
      { pointer: '/document/Statement/Action' },
    ]);
  });

  test('a trust policy beside shortcuts, and a policy among several', () => {
    const spec = {
      trust: { services: ['ec2.amazonaws.com'], policy: trust({ Servce: 'ec2.amazonaws.com' }) },
      inlinePolicies: { sound: policy(SOUND), other: policy(SOUND, allow('PutObject', '*')) },
    };
    expect(inRole(spec).map(({ pointer }) => pointer)).toEqual([
      '/trust/policy/Statement/0/Principal/Servce',
      '/inlinePolicies/other/Statement/1/Action',
    ]);
  });
});

describe('what is misspelt is never to be taken out', () => {
  test.each([
    ['StringEqual', 'Did you mean "StringEquals"?'],
    ['ForAnyValue:StringLik', 'Did you mean "ForAnyValue:StringLike"?'],
    ['ForAnyValues:StringLike', 'Did you mean "ForAnyValue:StringLike"?'],
    ['StringEqalsIfExists', 'Did you mean "StringEqualsIfExists"?'],
    ['Boolean', 'Correct it'],
  ])('%s', (operator, said) => {
    const [problem] = inDocument(
      policy(allow('s3:GetObject', '*', { Condition: { [operator]: { 'aws:username': 'x' } } })),
    );
    expect(problem).toMatchObject({ code: 'aws-policy-unsupported', mend: expect.stringContaining(said) as unknown });
    expect(problem?.mend).not.toMatch(/^Take it out/u);
  });

  test('a type of principal', () => {
    expect(inRole({ trust: { policy: trust({ Servce: 'ec2.amazonaws.com' }) } })).toMatchObject([
      {
        code: 'aws-policy-unsupported',
        mend: 'Did you mean "Service"? Write one of AWS, Service, Federated, CanonicalUser.',
      },
    ]);
  });
});
