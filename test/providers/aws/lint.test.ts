import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../src/core/json.ts';
import { aws } from '../../../src/providers/aws/index.ts';

const POLICY = 'AwsIamPolicy';

function allowing(Action: Json): JsonObject {
  return { document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] } };
}

describe('an action that no service has', () => {
  it.each([
    ['misspelt', 's3:GetObjct', 'aws-action-unknown', 'Did you mean "s3:GetObject"?'],
    ['one that is near to none', 's3:MakeCoffee', 'aws-action-unknown', 'Correct it, or leave it'],
    ['a pattern that nothing fits', 's3:Gte*', 'aws-action-unknown', 'Correct it, or leave it'],
    ['a misspelt service', 'log:CreateLogStream', 'aws-service-unknown', 'Did you mean "logs:CreateLogStream"?'],
    ['a misspelt service of a pattern', 'clodtrail:*', 'aws-service-unknown', 'Did you mean "cloudtrail:*"?'],
    ['a service that is near to none', 'acmecorporation:Do', 'aws-service-unknown', 'Correct it, or leave it'],
  ])('is a warning that names the nearest: %s', (_what, action, code, mend) => {
    expect(aws.lint(POLICY, allowing(action))).toMatchObject([
      {
        code,
        severity: 'warning',
        pointer: '/document/Statement/0/Action',
        cause: expect.stringContaining(action) as unknown,
        mend: expect.stringContaining(mend) as unknown,
      },
    ]);
  });

  it('takes the service that has such an action before one that is as near', () => {
    // `ec2` and `ecr` are both a letter away; only one of them pushes images.
    expect(aws.lint(POLICY, allowing('ec:PutImage'))[0]?.mend).toContain('"ecr:PutImage"');
  });

  it('is told at its own line, wherever a policy stands', () => {
    const statement = { Effect: 'Allow', Resource: '*' };
    const spec = {
      trust: {
        policy: {
          Statement: { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AsumeRole' },
        },
      },
      inlinePolicies: {
        'a/b': { Statement: [{ ...statement, Action: ['s3:GetObject', 's3:PutObjct'] }] },
        c: { Statement: { ...statement, NotAction: ['s3:Delet'] } },
      },
    };
    const places = aws.lint('AwsIamRole', spec).filter(({ severity }) => severity === 'warning');
    expect(places.map(({ pointer }) => pointer)).toEqual([
      '/trust/policy/Statement/Action',
      '/inlinePolicies/a~1b/Statement/0/Action/1',
      '/inlinePolicies/c/Statement/NotAction/0',
    ]);
  });

  it('is told of the first twenty, and of the rest by their number', () => {
    const found = aws.lint(POLICY, allowing(Array.from({ length: 30 }, (_, index) => `nowhere:Do${index}`)));
    expect(found).toHaveLength(21);
    expect(found.at(-1)).toMatchObject({
      pointer: '/document/Statement/0/Action/20',
      cause: 'There are 10 more actions that the service authorization reference of AWS does not have.',
    });
  });

  it.each(['s3:GetObject', 'S3:getobject', 's3:Get*', '*', '*:*', 's3:*', 'logs:Put?ogEvents', 'sts:AssumeRole'])(
    'is none: %s',
    (action) => {
      expect(aws.lint(POLICY, allowing(action))).toEqual([]);
    },
  );

  it('is an error and no warning where it is spelt as none', () => {
    expect(aws.lint(POLICY, allowing('GetObject'))).toMatchObject([{ code: 'aws-policy-malformed' }]);
  });
});

describe('a principal that was deleted', () => {
  const trusting = (part: JsonObject): JsonObject => ({
    trust: { policy: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', ...part }] } },
  });
  const places = (part: JsonObject) =>
    aws.lint('AwsIamRole', trusting(part)).map(({ code, severity, pointer }) => [code, severity, pointer]);
  const at = (place: string) => ['principal-deleted', 'warning', `/trust/policy/Statement/0/${place}`];

  it('is a warning at the line of the id that AWS shows in its place', () => {
    expect(places({ Principal: { AWS: 'AIDAEXAMPLEEXAMPLE123' } })).toEqual([at('Principal/AWS')]);
    expect(places({ Principal: { AWS: ['arn:aws:iam::123456789012:role/AROA', 'AROAEXAMPLEEXAMPLE123'] } })).toEqual([
      at('Principal/AWS/1'),
    ]);
    expect(places({ NotPrincipal: { AWS: 'AROAEXAMPLEEXAMPLE123' }, Effect: 'Deny' })).toEqual([
      at('NotPrincipal/AWS'),
    ]);
  });

  it('names the id, and what to write for it', () => {
    const [problem] = aws.lint('AwsIamRole', trusting({ Principal: { AWS: 'AROAEXAMPLEEXAMPLE123' } }));
    expect(problem?.cause).toContain('AROAEXAMPLEEXAMPLE123');
    expect(problem?.mend).toContain('by its ARN');
  });
});

describe('a star under an operator that knows no pattern', () => {
  const lint = (condition: JsonObject) =>
    aws
      .lint(POLICY, {
        document: { Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*', Condition: condition } },
      })
      .map(({ code, severity, pointer, mend }) => `${severity} ${code} ${pointer}: ${mend}`);
  const at = 'warning aws-condition-literal /document/Statement/Condition';

  it.each([
    ['StringEquals', 'StringLike'],
    ['StringEqualsIgnoreCase', 'StringLike'],
    ['ForAnyValue:StringNotEqualsIfExists', 'ForAnyValue:StringNotLikeIfExists'],
  ])('is a warning that names the operator of patterns: %s', (operator, meant) => {
    expect(lint({ [operator]: { 'aws:username': ['a', 'b*'] } })).toEqual([
      `${at}/${operator}/aws:username/1: Write ${meant} if a pattern is meant.`,
    ]);
  });

  it.each<readonly [string, JsonObject]>([
    ['a pattern', { StringLike: { 'aws:username': 'b*' } }],
    ['a text', { StringEquals: { 'aws:username': 'b' } }],
    ['a star that is written as one', { StringEquals: { 'aws:username': 'b${*}' } }],
  ])('is none: %s', (_what, condition) => {
    expect(lint(condition)).toEqual([]);
  });
});

describe('a resource', () => {
  const lint = (Resource: Json) =>
    aws.lint(POLICY, { document: { Statement: { Effect: 'Allow', Action: 's3:*', Resource } } });

  it('is an error at its place where it is no ARN', () => {
    expect(lint(['*', 'bucket'])).toMatchObject([
      { code: 'aws-resource-malformed', severity: 'error', pointer: '/document/Statement/Resource/1' },
    ]);
  });

  it.each([
    ['an ARN that lacks a colon', 'arn:aws:s3::bucket/*', 'Did you mean "arn:aws:s3:::bucket/*"?'],
    [
      'an ARN without its region',
      'arn:aws:iam:123456789012:role/x',
      'Did you mean "arn:aws:iam::123456789012:role/x"?',
    ],
    ['an ARN that is cut off', 'arn:aws:sqs', 'Write `arn:partition:service:region:account:resource`'],
  ])('is a warning at its place where it is %s, which IAM takes for more', (_what, text, mend) => {
    expect(lint(['*', text])).toMatchObject([
      {
        code: 'aws-resource-incomplete',
        severity: 'warning',
        pointer: '/document/Statement/Resource/1',
        mend: expect.stringContaining(mend) as unknown,
      },
    ]);
  });

  it('of no service is a warning that names the nearest', () => {
    expect(lint('arn:aws:s4:::x')).toMatchObject([
      {
        code: 'aws-service-unknown',
        severity: 'warning',
        mend: expect.stringContaining('"arn:aws:s3:::x"') as unknown,
      },
    ]);
  });

  it.each([
    '*',
    'arn:aws:s3:::b/*',
    'arn:*:s3:::b',
    'arn:aws:catalog:eu-west-1:123456789012:portfolio/x',
    'arn:aws:${aws:x}:*:*:x',
    'arn:aws:logs:*:*:log-group:a:*',
  ])('is sound: %s', (text) => {
    expect(lint(text)).toEqual([]);
  });
});

describe('a service that is trusted', () => {
  it.each<readonly [string, JsonObject, string]>([
    ['in short', { services: ['ec2.amazonaws.com', 'lambda'] }, '/trust/services/1'],
    [
      'in a policy',
      { policy: { Statement: { Effect: 'Allow', Principal: { Service: 'lambda' }, Action: 'sts:AssumeRole' } } },
      '/trust/policy/Statement/Principal/Service',
    ],
  ])('has its domain: %s', (_what, trust, pointer) => {
    expect(aws.lint('AwsIamRole', { trust })).toMatchObject([
      {
        code: 'aws-service-principal-malformed',
        severity: 'error',
        pointer,
        mend: 'Did you mean "lambda.amazonaws.com"?',
      },
    ]);
  });
});

describe('policies that are longer than IAM allows', () => {
  const long = (characters: number): JsonObject => ({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: `arn:aws:s3:::${'b'.repeat(characters)}` }],
  });
  const lint = (kind: string, spec: JsonObject) =>
    aws.lint(kind, spec).map(({ code, severity, pointer, cause }) => `${severity} ${code} ${pointer}: ${cause}`);

  it('are a warning at their place, as what is live may stay', () => {
    const [told] = lint(POLICY, {
      document: { Statement: [1, 2, 3].flatMap((at) => long(2000 + at)['Statement'] ?? []) },
    });
    expect(told).toMatch(
      /^warning policy-too-large \/document: The policy has 6\d+ characters, and IAM allows 6144\.$/u,
    );
  });

  it('are those of one identity together', () => {
    const inlinePolicies = { '*': 'keep', a: long(1100), b: long(1100) };
    expect(lint('AwsIamUser', { inlinePolicies })).toEqual([
      expect.stringMatching(/^warning inline-policies-too-large \/inlinePolicies: .* and IAM allows 2048\.$/u),
    ]);
    expect(lint('AwsIamRole', { inlinePolicies })).toEqual([]);
  });

  it('are not those that say one thing twice', () => {
    expect(
      lint(POLICY, { document: { Statement: [long(3500), long(3500)].flatMap((one) => one['Statement'] ?? []) } }),
    ).toEqual([]);
  });
});
