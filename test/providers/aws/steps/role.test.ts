import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/core/json.ts';
import { steps } from '../../../../src/providers/aws/steps/steps.ts';
import { allow, calls, codesOf, draft, liveObject, LIVE, TRUST } from '../drafts.ts';

const READ = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
const DENY_ALL = 'arn:aws:iam::aws:policy/AWSDenyAll';
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
    inlinePolicies: {
      logs: allow('logs:PutLogEvents'),
      never: { Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] },
    },
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
      'DeleteRolePolicy logs',
      `DetachRolePolicy ${READ}`,
      'DeleteRolePolicy never',
    ]);
  });

  describe('with policies of the account that refuse', () => {
    const deny: JsonObject = { Statement: [{ Effect: 'Deny', Action: 'iam:*', Resource: '*' }] };
    const own = (name: string) => `arn:aws:iam::123456789012:policy/${name}`;
    const policyOf = (name: string, document: JsonObject) =>
      liveObject('AwsIamPolicy', name, { path: '/', document }, { arn: own(name) });
    const read = { ...LIVE, objects: [policyOf('mild', allow('s3:*')), policyOf('strict', deny)] };
    const wishes = { policies: ['mild', 'strict', 'zeal'], inlinePolicies: { all: allow('*') } };
    const bare = { trust: TRUST, policies: [], inlinePolicies: {} };

    it('is refused first what those say that were read', () => {
      const given = steps(draft(liveObject('AwsIamRole', 'one', bare), 'AwsIamRole', wishes), read);
      expect(calls(given.steps)).toEqual([
        `AttachRolePolicy ${own('strict')}`,
        'PutRolePolicy all',
        `AttachRolePolicy ${own('mild')}`,
        `AttachRolePolicy ${own('zeal')}`,
      ]);
    });

    it('is refused last what it loses, and to the end where it is deleted', () => {
      const object = liveObject('AwsIamRole', 'one', { ...bare, ...wishes });
      const order = [
        'DeleteRolePolicy all',
        `DetachRolePolicy ${own('mild')}`,
        `DetachRolePolicy ${own('zeal')}`,
        `DetachRolePolicy ${own('strict')}`,
      ];
      expect(calls(steps(draft(object, 'AwsIamRole', { policies: [], inlinePolicies: {} }), read).steps)).toEqual(
        order,
      );
      expect(calls(steps(draft(object, 'AwsIamRole', null), read).steps)).toEqual([...order, 'DeleteRole']);
    });

    it('is refused first what those say that the same plan makes', () => {
      const { after } = draft(null, 'AwsIamPolicy', { path: '/', document: deny });
      const creates = new Map([['prod/AwsIamPolicy/strict', after]]);
      const made = steps({ ...draft(null, 'AwsIamRole', { trust: TRUST, ...wishes }), creates }, LIVE);
      expect(calls(made.steps)).toEqual([
        'CreateRole',
        `AttachRolePolicy ${own('strict')}`,
        'PutRolePolicy all',
        `AttachRolePolicy ${own('mild')}`,
        `AttachRolePolicy ${own('zeal')}`,
      ]);
    });
  });

  it('is refused something before it is given more, and no longer after it was given less', () => {
    const deny: JsonObject = { Statement: [{ Effect: 'Deny', Action: 'iam:*', Resource: '*' }] };
    const both = { policies: [DENY_ALL, READ], inlinePolicies: { all: allow('*'), never: deny } };
    const none = { policies: [], inlinePolicies: {} };
    const given = planned(liveObject('AwsIamRole', 'one', { trust: TRUST, ...none }), 'AwsIamRole', both);
    expect(calls(given.steps)).toEqual([
      'PutRolePolicy never',
      `AttachRolePolicy ${DENY_ALL}`,
      'PutRolePolicy all',
      `AttachRolePolicy ${READ}`,
    ]);
    const taken = planned(liveObject('AwsIamRole', 'one', { trust: TRUST, ...both }), 'AwsIamRole', none);
    expect(calls(taken.steps)).toEqual([
      'DeleteRolePolicy all',
      `DetachRolePolicy ${READ}`,
      `DetachRolePolicy ${DENY_ALL}`,
      'DeleteRolePolicy never',
    ]);
    const deleted = planned(liveObject('AwsIamRole', 'one', { trust: TRUST, ...both }), 'AwsIamRole', null);
    expect(calls(deleted.steps)).toEqual([...calls(taken.steps), 'DeleteRole']);
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

  const deny = (action: string): JsonObject => ({ Statement: [{ Effect: 'Deny', Action: action, Resource: '*' }] });
  const edited = (from: JsonObject, to: JsonObject) =>
    calls(planned(liveObject('AwsIamRole', 'one', from), 'AwsIamRole', to).steps);
  const lets = (...services: readonly string[]): JsonObject => ({
    services: services.map((one) => `${one}.amazonaws.com`),
  });

  it('lets somebody new in only once it may do what they are to do, and nobody who goes sees what is new', () => {
    const given = { policies: [AUDIT] };
    const had = { policies: [READ] };
    const [attach, detach] = [`AttachRolePolicy ${AUDIT}`, `DetachRolePolicy ${READ}`];
    const trust = 'UpdateAssumeRolePolicy';
    expect(edited({ ...had, trust: lets('ec2') }, { ...given, trust: lets('ec2', 'ecs') })).toEqual([
      attach,
      detach,
      trust,
    ]);
    expect(edited({ ...had, trust: lets('ec2', 'ecs') }, { ...given, trust: lets('ec2') })).toEqual([
      trust,
      attach,
      detach,
    ]);
    expect(edited({ ...had, trust: lets('ec2') }, { ...given, trust: lets('ecs') })).toEqual([detach, trust, attach]);
  });

  it('has what refuses something loosened after it lost what that refused', () => {
    const had = { policies: [READ], inlinePolicies: { never: deny('iam:*') } };
    const [attach, detach, put] = [`AttachRolePolicy ${AUDIT}`, `DetachRolePolicy ${READ}`, 'PutRolePolicy never'];
    const given = { policies: [AUDIT] };
    expect(edited(had, { ...given, inlinePolicies: { never: deny('iam:Put*') } })).toEqual([attach, detach, put]);
    expect(edited(had, { ...given, inlinePolicies: { never: allow('s3:*') } })).toEqual([attach, detach, put]);
    expect(edited(had, { ...given, inlinePolicies: { never: deny('*') } })).toEqual([put, attach, detach]);
    expect(edited(had, { ...given, inlinePolicies: { never: deny('s3:*') } })).toEqual([detach, put, attach]);
  });

  it('loses all that goes first where there is no room for both, refusals or not', () => {
    const long = (name: string) =>
      allow(
        's3:GetObject',
        Array.from({ length: 300 }, (_, at) => `arn:aws:s3:::${name}${at}`),
      );
    const had = { trust: lets('ec2', 'ecs'), inlinePolicies: { old: long('old'), never: deny('iam:*') } };
    const next = { trust: lets('ec2'), inlinePolicies: { new: long('new'), refuse: deny('s3:*') } };
    expect(edited(had, next)).toEqual([
      'UpdateAssumeRolePolicy',
      'DeleteRolePolicy old',
      'DeleteRolePolicy never',
      'PutRolePolicy refuse',
      'PutRolePolicy new',
    ]);
  });

  it('gets another bound between what it loses and what it gets', () => {
    const had = { boundary: 'team', policies: [READ] };
    expect(edited(had, { boundary: 'more', policies: [AUDIT] })).toEqual([
      `DetachRolePolicy ${READ}`,
      'PutRolePermissionsBoundary',
      `AttachRolePolicy ${AUDIT}`,
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
    expect(
      planned(role, 'AwsIamRole', { tags: { team: 'a', '*': 'keep' }, policies: [READ, { others: 'keep' }] }).steps,
    ).toEqual([]);
  });

  it('is deleted after everything is taken from it, what refuses access last', () => {
    const { steps: made, irreversible } = planned(role, 'AwsIamRole', null);
    expect(calls(made)).toEqual([
      'RemoveRoleFromInstanceProfile one',
      'DeleteRolePolicy logs',
      `DetachRolePolicy ${READ}`,
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
      'DeleteRolePolicy logs',
      `DetachRolePolicy ${READ}`,
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
