import { describe, expect, it } from 'vitest';
import { CountersignError } from '../../../src/core/errors.ts';
import type { JsonObject } from '../../../src/core/json.ts';
import type { LiveObject } from '../../../src/core/live.ts';
import { aws } from '../../../src/providers/aws/index.ts';
import { ACCOUNT, allow, LIVE, liveObject, normal } from './drafts.ts';

const GITHUB = `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`;

function trusted(trust: JsonObject): unknown {
  return normal('AwsIamRole', { trust })['trust'];
}

function policy(...statements: readonly JsonObject[]): JsonObject {
  return { policy: { Version: '2012-10-17', Statement: [...statements] } };
}

function refusal(kind: string, spec: JsonObject): string | null {
  try {
    normal(kind, spec);
    return null;
  } catch (error) {
    if (error instanceof CountersignError) return error.code;
    throw error;
  }
}

describe('who may assume a role', () => {
  const web = (issuer: string, arn: string, sub: string | readonly string[]): JsonObject => ({
    Effect: 'Allow',
    Principal: { Federated: arn },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: { StringEquals: { [`${issuer}:aud`]: 'sts.amazonaws.com', [`${issuer}:sub`]: sub } },
  });

  it.each([
    [{ environment: 'prod' }, 'repo:acme/orders:environment:prod'],
    [{ ref: 'refs/heads/main' }, 'repo:acme/orders:ref:refs/heads/main'],
    [{ pullRequests: true }, 'repo:acme/orders:pull_request'],
    [{ subject: 'job_workflow_ref:x' }, 'repo:acme/orders:job_workflow_ref:x'],
  ])('a GitHub workflow with %j is the subject %s', (where, subject) => {
    expect(trusted({ githubWorkflows: [{ repository: 'acme/orders', ...where }] })).toEqual(
      trusted(policy(web('token.actions.githubusercontent.com', GITHUB, subject))),
    );
  });

  it.each(['2012-10-17', '2008-10-17'])(
    'a subject is word for word and no variable beside a policy of %s',
    (Version) => {
      const workflow = { repository: 'acme/orders', environment: '${aws:FederatedProvider}' };
      const beside = {
        Version,
        Statement: { Effect: 'Allow', Principal: { Service: 'a.b' }, Action: 'sts:AssumeRole' },
      };
      expect(trusted({ githubWorkflows: [workflow], policy: beside })).toEqual(
        trusted({
          services: ['a.b'],
          ...policy(
            web(
              'token.actions.githubusercontent.com',
              GITHUB,
              'repo:acme/orders:environment:${$}{aws:FederatedProvider}',
            ),
          ),
        }),
      );
    },
  );

  it('several workflows are one statement with several subjects', () => {
    const workflows = ['prod', 'staging'].map((environment) => ({ repository: 'acme/orders', environment }));
    expect(trusted({ githubWorkflows: workflows })).toEqual(
      trusted(
        policy(
          web('token.actions.githubusercontent.com', GITHUB, [
            'repo:acme/orders:environment:staging',
            'repo:acme/orders:environment:prod',
          ]),
        ),
      ),
    );
  });

  it('a ServiceAccount is a subject of its cluster', () => {
    const issuer = 'oidc.eks.eu-west-1.amazonaws.com/id/ABC';
    expect(trusted({ kubernetesServiceAccounts: [{ issuer, namespace: 'orders', name: 'exporter' }] })).toEqual(
      trusted(
        policy(web(issuer, `arn:aws:iam::${ACCOUNT}:oidc-provider/${issuer}`, 'system:serviceaccount:orders:exporter')),
      ),
    );
  });

  it('is the sum of the shortcuts and the policy', () => {
    const own = { Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: 'sts:AssumeRole' };
    expect(trusted({ services: ['ec2.amazonaws.com'], ...policy(own) })).toEqual(
      trusted(policy(own, { ...own, Principal: { Service: 'ec2.amazonaws.com' } })),
    );
  });
});

describe('lists', () => {
  it('are exhaustive unless they say otherwise, and never in a source that only adds', () => {
    expect(normal('AwsIamRole', { tags: { a: '1' } })).toEqual({ tags: { others: 'remove', values: { a: '1' } } });
    expect(normal('AwsIamRole', { tags: { a: '1', '*': 'keep' } })).toEqual({
      tags: { others: 'keep', values: { a: '1' } },
    });
    expect(normal('AwsIamRole', { tags: {} }, 'additive')).toEqual({ tags: { others: 'keep', values: {} } });
    expect(normal('AwsIamUser', { groups: ['a', { others: 'keep' }] })).toEqual({
      groups: { others: 'keep', values: { a: true } },
    });
  });

  it.each([
    ['a name', 'team'],
    ['a path and name', 'apps/team'],
    ['a path and name from the root', '/apps/team'],
    ['an ARN', `arn:aws:iam::${ACCOUNT}:policy/apps/team`],
  ])('take %s for a managed policy', (_, reference) => {
    const { attached } = normal('AwsIamRole', { policies: [reference] });
    const path = reference.includes('apps') ? 'apps/' : '';
    expect(attached).toEqual({ others: 'remove', values: { [`arn:aws:iam::${ACCOUNT}:policy/${path}team`]: true } });
  });

  it.each(['', 'a b', 'arn:aws:iam::aws:role/x', 'arn:aws:s3:::bucket', 'x/'])('and refuse %j', (reference) => {
    expect(refusal('AwsIamRole', { policies: [reference] })).toBe('policy-reference-malformed');
  });

  it('have no tag that is AWS’s or ours', () => {
    expect(refusal('AwsIamRole', { tags: { 'aws:x': '' } })).toBe('tag-reserved');
    expect(refusal('AwsIamRole', { tags: { 'Countersign:apply': '' } })).toBe('tag-reserved');
  });
});

describe('one meaning has one form', () => {
  it('of a description that is empty and one that is not there', () => {
    expect(normal('AwsIamRole', { description: '' })).toEqual(normal('AwsIamRole', { description: null }));
  });

  it('of thumbprints in capital and small letters', () => {
    expect(normal('AwsOidcProvider', { thumbprints: ['A'.repeat(40)] })).toEqual(
      normal('AwsOidcProvider', { thumbprints: ['a'.repeat(40)] }),
    );
  });
});

it('no other kind is understood', () => expect(refusal('AwsGroup', {})).toBe('unsupported'));

describe('what is imported', () => {
  it.each([
    [
      'AwsIamRole',
      {
        path: '/apps/',
        description: 'x',
        maxSessionSeconds: 7200,
        tags: { a: '1' },
        boundary: `arn:aws:iam::${ACCOUNT}:policy/team/limits`,
        trust: { githubWorkflows: [{ repository: 'acme/orders', environment: 'prod' }] },
        policies: ['team/read', 'arn:aws:iam::aws:policy/ReadOnlyAccess'],
        inlinePolicies: { a: allow(['s3:GetObject', 's3:PutObject']) },
        instanceProfiles: ['one'],
      },
    ],
    [
      'AwsIamUser',
      {
        path: '/',
        tags: {},
        boundary: null,
        groups: ['devs'],
        policies: [],
        inlinePolicies: {},
        accessKeys: { AKIAX: 'Inactive' },
        consolePassword: true,
      },
    ],
    ['AwsIamPolicy', { path: '/', description: null, tags: { a: '' }, document: allow('s3:*') }],
    ['AwsOidcProvider', { audiences: ['sts.amazonaws.com'], thumbprints: ['a'.repeat(40)], tags: {} }],
  ] as const)('%s means the same again', (kind, spec) => {
    const object = liveObject(kind, 'one', spec);
    const imported = aws.toDocument(object, LIVE);
    expect(imported).toMatchObject({ kind, name: 'one' });
    expect(normal(kind, imported.spec)).toEqual(object.attributes);
    expect(aws.lint(kind, imported.spec)).toEqual([]);
  });

  it('names policies of the account as documents do', () => {
    const object = liveObject('AwsIamRole', 'one', { policies: ['team/read'], boundary: 'limits' });
    expect(aws.toDocument(object, LIVE).spec).toMatchObject({ policies: ['team/read'], boundary: 'limits' });
  });

  it('keeps what it does not name where a member could not be read', () => {
    const object = liveObject('AwsIamUser', 'one', { tags: { a: '1' }, groups: [], inlinePolicies: {} });
    const reason = { code: 'text-secret', message: 'not shown' };
    const unreadable = [{ address: object.address, pointer: '/tags/values/note', reason }];
    expect(aws.toDocument(object, { ...LIVE, unreadable }).spec).toEqual({
      tags: { a: '1', '*': 'keep' },
      groups: [],
      inlinePolicies: {},
    });
  });
});

describe('an action that no service is known to have', () => {
  const declared = (action: string, objects: readonly LiveObject[]) =>
    aws.normalize(
      'AwsIamPolicy',
      { document: allow(action) },
      {
        source: 'prod',
        address: 'prod/AwsIamPolicy/one',
        mode: 'authoritative',
        live: { ...LIVE, objects },
        resolve: String,
      },
    );

  it('is no change in whatever letters AWS has it', () => {
    const live = liveObject('AwsIamPolicy', 'one', { document: allow('new:DOIT') });
    const head = declared('new:DoIt', [live]);
    expect(head).toEqual(aws.project(live, { base: null, head }, LIVE));
  });

  it('keeps the letters of the document where AWS has it not', () => {
    const other = liveObject('AwsIamPolicy', 'other', { document: allow('new:DOIT') });
    expect(JSON.stringify(declared('new:DoIt', [other]))).toContain('"new:DoIt"');
  });
});

describe('a document is told where it is wrong', () => {
  it('at each member', () => {
    const spec = {
      description: 'snowman ☃',
      policies: ['team', 'a b'],
      tags: { 'aws:x': '1' },
      inlinePolicies: { ok: allow('s3:*'), 'not ok': allow('s3:*'), bad: { Statement: [] }, '*': 'keep' },
    };
    expect(aws.lint('AwsIamRole', spec).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/policies/1 policy-reference-malformed',
      '/tags tag-reserved',
      '/inlinePolicies/not ok aws-name-invalid',
      '/inlinePolicies/bad aws-policy-malformed',
      '/description description-characters',
    ]);
  });
});
