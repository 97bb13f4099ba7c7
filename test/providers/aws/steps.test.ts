import { describe, expect, it } from 'vitest';
import { steps } from '../../../src/providers/aws/steps/steps.ts';
import { allow, calls, codesOf, draft, liveObject, LIVE, TRUST } from './drafts.ts';

const READ = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
const AUDIT = 'arn:aws:iam::aws:policy/SecurityAudit';
const TEAM = 'arn:aws:iam::123456789012:policy/team';

const planned = (...parameters: Parameters<typeof draft>) => steps(draft(...parameters), LIVE);

describe('a role', () => {
  const role = liveObject('AwsIamRole', 'one', {
    path: '/',
    description: null,
    maxSessionSeconds: 3600,
    tags: { team: 'a', tier: 'x' },
    boundary: null,
    trust: TRUST,
    policies: [READ],
    inlinePolicies: { logs: allow('logs:PutLogEvents'), never: { Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] } },
    instanceProfiles: ['one'],
  });

  it('is made with its trust, then given what it may do, then put where it is used', () => {
    const { steps: made } = planned(null, 'AwsIamRole', {
      trust: TRUST,
      tags: { team: 'a' },
      policies: ['team'],
      inlinePolicies: { logs: allow('logs:PutLogEvents') },
      instanceProfiles: ['one'],
    });
    expect(calls(made)).toEqual([
      'CreateRole',
      'PutRolePolicy logs',
      `AttachRolePolicy ${TEAM}`,
      'AddRoleToInstanceProfile one',
    ]);
    expect(made.map(({ repeat }) => repeat)).toEqual(['intent', 'idempotent', 'idempotent', 'idempotent']);
    expect(made[0]).toMatchObject({ expect: null, result: { tags: { values: { team: 'a' } } } });
  });

  it('is not made before it is said who may assume it', () => {
    expect(planned(null, 'AwsIamRole', { policies: ['team'] })).toMatchObject({
      steps: [],
      blocked: [{ code: 'trust-missing' }],
    });
  });

  it('gets what is new before it loses what is old', () => {
    const { steps: made } = planned(role, 'AwsIamRole', { policies: [AUDIT], inlinePolicies: {} });
    expect(calls(made)).toEqual([
      `AttachRolePolicy ${AUDIT}`,
      `DetachRolePolicy ${READ}`,
      'DeleteRolePolicy logs',
      'DeleteRolePolicy never',
    ]);
  });

  it('loses what is old first where the quota has no room for both', () => {
    const arns = Array.from({ length: 10 }, (_, index) => `arn:aws:iam::aws:policy/P${index}`);
    const full = liveObject('AwsIamRole', 'one', { policies: arns });
    const { steps: made, blocked } = planned(full, 'AwsIamRole', { policies: [...arns.slice(1), AUDIT] });
    expect(blocked).toEqual([]);
    expect(calls(made)).toEqual([`DetachRolePolicy ${arns[0]}`, `AttachRolePolicy ${AUDIT}`]);
  });

  it('is bounded before it is given more, and unbounded after it was given less', () => {
    expect(calls(planned(role, 'AwsIamRole', { boundary: 'team', policies: [READ, AUDIT] }).steps)).toEqual([
      'PutRolePermissionsBoundary',
      `AttachRolePolicy ${AUDIT}`,
    ]);
    const bounded = liveObject('AwsIamRole', 'one', { boundary: 'team', policies: [READ] });
    expect(calls(planned(bounded, 'AwsIamRole', { boundary: null, policies: [] }).steps)).toEqual([
      `DetachRolePolicy ${READ}`,
      'DeleteRolePermissionsBoundary',
    ]);
  });

  it('has its description and session length set in one call, which repeats what stays of neither', () => {
    const { steps: made } = planned(role, 'AwsIamRole', { description: 'x', maxSessionSeconds: 3600 });
    expect(made).toEqual([
      {
        stage: 0,
        effect: { action: 'UpdateRole', parameters: { Description: 'x' } },
        expect: { description: null },
        result: { description: 'x' },
        repeat: 'idempotent',
      },
    ]);
  });

  it('is tagged anew in two calls, those that go first', () => {
    const { steps: made } = planned(role, 'AwsIamRole', { tags: { team: 'b', zone: 'z' } });
    expect(made.map(({ effect }) => effect)).toEqual([
      { action: 'UntagRole', parameters: { TagKeys: ['tier'] } },
      {
        action: 'TagRole',
        parameters: {
          Tags: [
            { Key: 'team', Value: 'b' },
            { Key: 'zone', Value: 'z' },
          ],
        },
      },
    ]);
  });

  it('keeps what a list keeps', () => {
    expect(planned(role, 'AwsIamRole', { tags: { team: 'a', '*': 'keep' }, policies: [READ, { others: 'keep' }] }).steps).toEqual([]);
  });

  it('is deleted after everything is taken from it, what refuses access last', () => {
    const { steps: made, irreversible } = planned(role, 'AwsIamRole', null);
    expect(calls(made)).toEqual([
      'RemoveRoleFromInstanceProfile one',
      `DetachRolePolicy ${READ}`,
      'DeleteRolePolicy logs',
      'DeleteRolePolicy never',
      'DeleteRole',
    ]);
    expect(made.at(-1)).toMatchObject({ result: null, expect: { attached: { values: {} }, trust: {} } });
    expect(codesOf(irreversible)).toEqual(['aws-object-deleted']);
  });

  it('is replaced by another under another path, with every state of its own', () => {
    const spec = {
      path: '/apps/',
      description: null,
      tags: { team: 'a', tier: 'x' },
      boundary: null,
      trust: TRUST,
      policies: [READ],
      inlinePolicies: { logs: allow('logs:PutLogEvents') },
      instanceProfiles: ['one'],
    };
    const { steps: made, blocked } = planned(role, 'AwsIamRole', spec, { action: 'replace' });
    expect(blocked).toEqual([]);
    expect(calls(made)).toEqual([
      'RemoveRoleFromInstanceProfile one',
      `DetachRolePolicy ${READ}`,
      'DeleteRolePolicy logs',
      'DeleteRolePolicy never',
      'DeleteRole',
      'CreateRole',
      'PutRolePolicy logs',
      `AttachRolePolicy ${READ}`,
      'AddRoleToInstanceProfile one',
    ]);
    const states = made.flatMap(({ expect: from, result }) => [JSON.stringify(from), JSON.stringify(result)]);
    expect(new Set(states).size).toBe(states.length - 1);
  });

  it('is not replaced when that would lose what nobody declared', () => {
    const { blocked } = planned(role, 'AwsIamRole', { path: '/apps/', trust: TRUST }, { action: 'replace' });
    expect(codesOf(blocked)).toEqual(['replacement-loses']);
    expect(blocked[0]?.message).toContain('tags, inline, attached, instanceProfiles');
  });
});

describe('a user', () => {
  const user = liveObject('AwsIamUser', 'one', {
    path: '/',
    tags: {},
    groups: ['devs'],
    policies: [READ],
    inlinePolicies: {},
    accessKeys: { AKIAOLD: 'Active', AKIANEW: 'Active' },
    consolePassword: true,
  });

  it('has a key that leaves the list made inactive, then destroyed', () => {
    const { steps: made, irreversible } = planned(user, 'AwsIamUser', { accessKeys: { AKIANEW: 'Active' } });
    expect(calls(made)).toEqual(['UpdateAccessKey AKIAOLD Inactive', 'DeleteAccessKey AKIAOLD']);
    expect(codesOf(irreversible)).toEqual(['access-key-destroyed']);
  });

  it('has a key made inactive and active again without anything lost', () => {
    const keys = { accessKeys: { AKIANEW: 'Active', AKIAOLD: 'Inactive' } };
    expect(calls(planned(user, 'AwsIamUser', keys).steps)).toEqual(['UpdateAccessKey AKIAOLD Inactive']);
    expect(planned(user, 'AwsIamUser', keys).irreversible).toEqual([]);
  });

  it('is never issued a key or a password', () => {
    const { blocked } = planned(null, 'AwsIamUser', { accessKeys: { AKIAX: 'Active' }, consolePassword: true });
    expect(codesOf(blocked)).toEqual(['access-key-absent', 'console-password-absent']);
  });

  it('loses its password for good', () => {
    const { steps: made, irreversible } = planned(user, 'AwsIamUser', { consolePassword: false });
    expect(calls(made)).toEqual(['DeleteLoginProfile']);
    expect(codesOf(irreversible)).toEqual(['console-password-deleted']);
  });

  it('moves to another path as the same user', () => {
    expect(calls(planned(user, 'AwsIamUser', { path: '/apps/' }).steps)).toEqual(['UpdateUser']);
  });

  it('is deleted after its credentials', () => {
    expect(calls(planned(user, 'AwsIamUser', null).steps)).toEqual([
      'UpdateAccessKey AKIANEW Inactive',
      'DeleteAccessKey AKIANEW',
      'UpdateAccessKey AKIAOLD Inactive',
      'DeleteAccessKey AKIAOLD',
      'DeleteLoginProfile',
      'RemoveUserFromGroup devs',
      `DetachUserPolicy ${READ}`,
      'DeleteUser',
    ]);
  });

  it('is not deleted while it has credentials that are not managed', () => {
    const armed = { ...user, facts: { credentials: { mfaDevices: 1, sshKeys: 0 } } };
    const { blocked } = planned(armed, 'AwsIamUser', null);
    expect(codesOf(blocked)).toEqual(['user-has-other-credentials']);
    expect(blocked[0]?.message).toContain('MFA devices');
  });
});

describe('a managed policy', () => {
  const spec = { path: '/', description: null, tags: {}, document: allow('s3:GetObject') };
  const versions = (count: number) => ({
    arn: TEAM,
    defaultVersion: `v${count + 1}`,
    versions: Object.fromEntries(Array.from({ length: count }, (_, index) => [`v${index + 2}`, ''])),
    attachments: 0,
    boundaries: 0,
  });
  const policy = (count: number, more = {}) =>
    liveObject('AwsIamPolicy', 'team', spec, { ...versions(count), ...more });
  const edited = { ...spec, document: allow(['s3:GetObject', 's3:PutObject']) };

  it('is made in one call', () => {
    expect(calls(planned(null, 'AwsIamPolicy', spec).steps)).toEqual(['CreatePolicy one']);
    expect(codesOf(planned(null, 'AwsIamPolicy', { path: '/' }).blocked)).toEqual(['policy-document-missing']);
  });

  it('gets a new version as its default', () => {
    const { steps: made } = planned(policy(4), 'AwsIamPolicy', edited);
    expect(calls(made)).toEqual([`CreatePolicyVersion ${TEAM}`]);
    expect(made[0]?.effect).toMatchObject({ parameters: { SetAsDefault: true } });
  });

  it('says that the oldest of five versions makes room', () => {
    const { steps: made, irreversible } = planned(policy(5), 'AwsIamPolicy', edited);
    expect(calls(made)).toEqual([`DeletePolicyVersion ${TEAM} v2`, `CreatePolicyVersion ${TEAM}`]);
    expect(irreversible).toEqual([{ code: 'policy-version-deleted', message: 'Version v2 of the policy is deleted.' }]);
  });

  it('never deletes the default version, however old it is', () => {
    const rolledBack = policy(5, { defaultVersion: 'v2' });
    expect(calls(planned(rolledBack, 'AwsIamPolicy', edited).steps)[0]).toBe(`DeletePolicyVersion ${TEAM} v3`);
  });

  it('counts versions by number and not by letter', () => {
    const late = policy(5, { defaultVersion: 'v12', versions: { v12: '', v9: '', v10: '', v11: '', v8: '' } });
    expect(calls(planned(late, 'AwsIamPolicy', edited).steps)[0]).toBe(`DeletePolicyVersion ${TEAM} v8`);
  });

  it('is deleted after all other versions, and only with the default one left', () => {
    const { steps: made } = planned(policy(2), 'AwsIamPolicy', null);
    expect(calls(made)).toEqual([`DeletePolicyVersion ${TEAM} v2`, `DeletePolicy ${TEAM}`]);
    expect(made.at(-1)?.expect).toMatchObject({ versions: { values: { v3: true } } });
  });

  it('is not deleted while somebody has it, unless they let go of it earlier in the plan', () => {
    const used = policy(1, { attachments: 2, boundaries: 1 });
    expect(codesOf(planned(used, 'AwsIamPolicy', null).blocked)).toEqual(['policy-in-use']);
    const released = new Set(['prod/AwsIamRole/a', 'prod/AwsIamRole/b', 'prod/AwsIamUser/c']);
    expect(planned(used, 'AwsIamPolicy', null, { released }).blocked).toEqual([]);
  });
});

describe('an identity provider', () => {
  const NAME = 'token.actions.githubusercontent.com';
  const ARN = `arn:aws:iam::123456789012:oidc-provider/${NAME}`;
  const [A, B] = ['a'.repeat(40), 'b'.repeat(40)];
  const provider = liveObject('AwsOidcProvider', NAME, { audiences: ['sts.amazonaws.com'], thumbprints: [A], tags: {} });

  it('gets audiences one by one, new ones first', () => {
    const { steps: made } = planned(provider, 'AwsOidcProvider', { audiences: ['other'] });
    expect(calls(made)).toEqual([
      'AddClientIDToOpenIDConnectProvider other',
      'RemoveClientIDFromOpenIDConnectProvider sts.amazonaws.com',
    ]);
  });

  it('has all its thumbprints set at once, with those that a list keeps', () => {
    const { steps: made } = planned(provider, 'AwsOidcProvider', { thumbprints: [B.toUpperCase(), { others: 'keep' }] });
    expect(made).toMatchObject([
      {
        effect: { parameters: { OpenIDConnectProviderArn: ARN, ThumbprintList: [A, B] } },
        expect: { thumbprints: { values: { [A]: true, [B]: {} } } },
        result: { thumbprints: { values: { [A]: true, [B]: true } } },
      },
    ]);
  });
});

describe('what IAM would refuse is said beforehand', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => `arn:aws:iam::aws:policy/P${index}`);
  const long = (length: number) =>
    allow(
      's3:GetObject',
      Array.from({ length: Math.floor(length / 100) }, (_, index) => `arn:aws:s3:::${'x'.repeat(81)}${1000 + index}`),
    );

  it.each([
    ['eleven attached policies', 'AwsIamRole', { trust: TRUST, policies: many(11) }, 'attached-policies-full'],
    [
      'inline policies of a role over 10,240 characters',
      'AwsIamRole',
      { trust: TRUST, inlinePolicies: { a: long(5100), b: long(5100) } },
      'inline-policies-too-large',
    ],
    ['inline policies of a user over 2,048', 'AwsIamUser', { inlinePolicies: { a: long(2100) } }, 'inline-policies-too-large'],
    ['a managed policy over 6,144', 'AwsIamPolicy', { document: long(6200) }, 'policy-too-large'],
    [
      'a trust policy over 2,048',
      'AwsIamRole',
      { trust: { services: Array.from({ length: 100 }, (_, index) => `service-${index}.amazonaws.com`) } },
      'trust-policy-too-large',
    ],
    [
      'fifty tags besides ours',
      'AwsIamUser',
      { tags: Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`t${index}`, ''])) },
      'tags-too-many',
    ],
    ['a path of AWS', 'AwsIamRole', { path: '/aws-service-role/x/', trust: TRUST }, 'path-reserved'],
  ] as const)('%s', (_, kind, spec, code) => {
    expect(codesOf(planned(null, kind, spec).blocked)).toEqual([code]);
  });

  it.each([
    ['ten attached policies', 'AwsIamRole', { trust: TRUST, policies: many(10) }],
    ['9,000 characters inline', 'AwsIamRole', { trust: TRUST, inlinePolicies: { a: long(4500), b: long(4300) } }],
    ['49 tags', 'AwsIamUser', { tags: Object.fromEntries(Array.from({ length: 49 }, (_, index) => [`t${index}`, ''])) }],
  ] as const)('and %s are none', (_, kind, spec) => {
    expect(planned(null, kind, spec).blocked).toEqual([]);
  });

  it('takes for granted that what is there already was allowed', () => {
    const crowded = liveObject('AwsIamRole', 'one', { policies: many(15) });
    expect(planned(crowded, 'AwsIamRole', { policies: many(14) }).blocked).toEqual([]);
    expect(codesOf(planned(crowded, 'AwsIamRole', { policies: many(16) }).blocked)).toEqual(['attached-policies-full']);
  });

  it('a name that IAM does not have', () => {
    const odd = { ...draft(null, 'AwsIamRole', { trust: TRUST }), address: 'prod/AwsIamRole/a%20b' };
    expect(codesOf(steps(odd, LIVE).blocked)).toEqual(['aws-name-invalid']);
  });
});
