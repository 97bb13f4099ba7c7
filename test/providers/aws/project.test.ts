import { describe, expect, it } from 'vitest';
import { aws } from '../../../src/providers/aws/index.ts';
import { DISABLED } from '../../../src/providers/aws/normal-form/documents.ts';
import { ACCOUNT, allow, LIVE, liveObject, normal, TRUST } from './drafts.ts';

const role = liveObject('AwsIamRole', 'one', {
  path: '/',
  description: 'x',
  tags: { a: '1', b: '2' },
  trust: TRUST,
  policies: ['team'],
  inlinePolicies: {},
});

describe('what is managed', () => {
  it('is what the document says, and nothing else', () => {
    const guide = { base: null, head: normal('AwsIamRole', { description: 'y' }) };
    expect(aws.project(role, guide, LIVE)).toEqual({ description: 'x' });
  });

  it('is a whole list, unless it keeps others', () => {
    const whole = { base: null, head: normal('AwsIamRole', { tags: { a: '1' } }) };
    expect(aws.project(role, whole, LIVE)).toEqual({ tags: { others: 'remove', values: { a: '1', b: '2' } } });
    const part = { base: null, head: normal('AwsIamRole', { tags: { a: '3', '*': 'keep' } }) };
    expect(aws.project(role, part, LIVE)).toEqual({ tags: { others: 'keep', values: { a: '1' } } });
  });

  it('leaves out what was not read, which its own reason tells', () => {
    const { inline: _, ...attributes } = role.attributes;
    const guide = { base: null, head: normal('AwsIamRole', { inlinePolicies: {} }) };
    expect(aws.project({ ...role, attributes }, guide, LIVE)).toEqual({});
  });
});

describe('an identity is disabled', () => {
  it('by one inline policy that refuses everything, which keeps the others', () => {
    expect(aws.disabled(role, LIVE)).toMatchObject({
      kind: 'after',
      after: { inline: { others: 'keep', values: { [DISABLED]: { 'Deny on *': { effect: 'Deny' } } } } },
    });
  });

  it('with its keys made inactive, if it is a user', () => {
    const user = liveObject('AwsIamUser', 'one', { accessKeys: { AKIAX: 'Active', AKIAY: 'Inactive' } });
    expect(aws.disabled(user, LIVE)).toMatchObject({
      after: { accessKeys: { others: 'keep', values: { AKIAX: 'Inactive', AKIAY: 'Inactive' } } },
    });
  });

  it('not where that name says something else', () => {
    const taken = liveObject('AwsIamRole', 'one', { inlinePolicies: { [DISABLED]: allow('s3:*') } });
    expect(aws.disabled(taken, LIVE)).toMatchObject({ kind: 'blocked', blocked: [{ code: 'disable-name-taken' }] });
  });

  it.each(['AwsIamPolicy', 'AwsOidcProvider'])('and %s cannot be', (kind) => {
    const object = liveObject(kind, 'one', {});
    expect(aws.disabled(object, LIVE)).toEqual({
      kind: 'blocked',
      blocked: [
        {
          code: 'disable-unsupported',
          message:
            'This kind cannot be disabled. Let the base document say onRemove: delete or onRemove: forget: keep it here, merge that first, and remove it in the next pull request.',
        },
      ],
    });
  });

  it.each([
    [{ attachments: 2, boundaries: 0 }, 'It is attached to 2 identities.'],
    [{ attachments: 1, boundaries: 0 }, 'It is attached to 1 identity.'],
    [{ attachments: 0, boundaries: 3 }, 'It is the permissions boundary of 3 identities.'],
    [{ attachments: 1, boundaries: 1 }, 'It is attached to 1 identity, and the permissions boundary of 1 identity.'],
  ])('and a policy says who still has it: %j', (facts, who) => {
    const { blocked } = aws.disabled(liveObject('AwsIamPolicy', 'one', {}, facts), LIVE) as {
      blocked: readonly { message: string }[];
    };
    expect(blocked[0]?.message.endsWith(`in the next pull request. ${who}`)).toBe(true);
  });
});

describe('what has to be there first', () => {
  const trust = (principal: string) => ({
    policy: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: principal }, Action: 'sts:AssumeRole' }],
    },
  });
  const referred = (spec: Parameters<typeof normal>[1]) =>
    aws.references('prod', 'AwsIamRole', normal('AwsIamRole', spec));

  it('are policies, the boundary, identity providers and whom it trusts', () => {
    expect(
      referred({
        policies: ['team/read', 'arn:aws:iam::aws:policy/ReadOnlyAccess'],
        boundary: 'limits',
        trust: {
          githubWorkflows: [{ repository: 'a/b', environment: 'c' }],
          services: ['ec2.amazonaws.com'],
          ...trust(`arn:aws:iam::${ACCOUNT}:role/apps/other`),
        },
      }),
    ).toEqual([
      'prod/AwsIamPolicy/read',
      'prod/AwsIamPolicy/limits',
      'prod/AwsIamRole/other',
      'prod/AwsOidcProvider/token.actions.githubusercontent.com',
    ]);
  });

  it('are none of another account, where it is known which account this is', () => {
    expect(referred({ policies: ['team'], trust: trust('arn:aws:iam::999999999999:role/other') })).toEqual([
      'prod/AwsIamPolicy/team',
    ]);
  });
});

describe('outside of its source', () => {
  const step = (parameters: object, more: object = {}) => ({
    id: '#1',
    dependsOn: [],
    stage: 0,
    effect: { action: 'CreateRole', parameters: { ...parameters } },
    expect: null,
    result: {},
    repeat: 'intent' as const,
    ...more,
  });
  const reach = (boundary: object) => ({ boundary: { ...boundary }, options: {} });
  const address = 'prod/AwsIamRole/one';

  it.each([
    ['a name that is left out', reach({ exclude: ['o*'] }), address, [], true],
    ['a name that is not among those', reach({ include: ['x*'] }), address, [], true],
    ['a kind that is not among those', reach({ kinds: ['AwsIamUser'] }), address, [], true],
    ['a creation under another path', reach({ paths: ['/apps/'] }), address, [step({ Path: '/other/' })], true],
    ['a creation without a path', reach({ paths: ['/apps/'] }), address, [step({})], true],
    ['a move to another path', reach({ paths: ['/apps/'] }), address, [step({ Path: '/apps/', NewPath: '/x/' })], true],
    ['what is AWS’s own', reach({}), address, [step({ Path: '/aws-service-role/x/' })], true],
    ['a role of AWS’s own', reach({}), address, [step({ Path: '/' }, { expect: { path: '/aws-reserved/x/' } })], true],
    ['nothing else', reach({ paths: ['/apps/'], include: ['o*'] }), address, [step({ Path: '/apps/x/' })], false],
  ])('is %s', (_, where, of, steps, refused) => {
    const reason = aws.outside(where, { address: of, steps });
    expect(reason?.code ?? null).toBe(refused ? 'outside-boundary' : null);
  });

  it('is a document that declares another path, at its place', () => {
    const declaring = (path: string) =>
      aws.outside(reach({ paths: ['/apps/'] }), { address, steps: [], spec: { path } });
    expect(declaring('/other/')).toEqual({
      code: 'outside-boundary',
      message: `${address} would be under the path /other/, which is not within the boundary of its source.`,
      pointer: '/path',
    });
    expect(declaring('/apps/x/')).toBeNull();
  });

  it('is told with the path that is the reason', () => {
    const change = { address, steps: [step({})] };
    expect(aws.outside(reach({ paths: ['/apps/'] }), change)?.message).toContain('under the path /, which');
  });
});
