import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/core/json.ts';
import { leavesOf } from '../../../src/core/leaves.ts';
import type { Mention } from '../../../src/core/mention.ts';
import type { Change } from '../../../src/core/plan.ts';
import { aws } from '../../../src/providers/aws/index.ts';
import { allow, draft, LIVE, liveObject, normal, TRUST } from './drafts.ts';

const OWN = 'arn:aws:iam::123456789012';
const ISSUER = 'oidc.eks.eu-west-1.amazonaws.com/id/ABC';

function change(kind: string, name: string, before: JsonObject | null, spec: JsonObject): Change {
  const object = before === null ? null : liveObject(kind, name, before);
  const { action, after, ...one } = draft(object, kind, spec);
  const metadata = { before: null, after: null };
  const rest = { metadata, incarnation: null, steps: [], irreversible: [], blocked: [] };
  return { address: `prod/${kind}/${name}`, action, before: one.before, after, ...rest };
}

const named = (...changes: readonly Change[]): readonly Mention[] => aws.mentions?.(changes, LIVE, new Map()) ?? [];
const names = (...changes: readonly Change[]) => named(...changes).map(({ name }) => name);
const role = (spec: JsonObject, before: JsonObject | null = null) => change('AwsIamRole', 'one', before, spec);

describe('a document of AWS mentions', () => {
  test('policies, boundary, instance profiles and, of the account, whom it trusts', () => {
    const spec = {
      path: '/',
      policies: ['team/reports', 'arn:aws:iam::aws:policy/ReadOnlyAccess'],
      boundary: 'limit',
      instanceProfiles: ['exporters'],
      trust: {
        services: ['lambda.amazonaws.com'],
        githubWorkflows: [{ repository: 'acme/orders', environment: 'production' }],
        policy: {
          Version: '2012-10-17',
          Statement: {
            Effect: 'Allow',
            Action: 'sts:AssumeRole',
            Principal: {
              AWS: [`${OWN}:role/team/deployer`, `${OWN}:user/ann`, `${OWN}:root`, 'arn:aws:iam::999999999999:role/x'],
            },
          },
        },
      },
    };
    expect(names(role(spec)).toSorted()).toEqual(
      [
        `${OWN}:oidc-provider/token.actions.githubusercontent.com`,
        `${OWN}:policy/limit`,
        `${OWN}:policy/team/reports`,
        `${OWN}:role/team/deployer`,
        `${OWN}:user/ann`,
        'arn:aws:iam::aws:policy/ReadOnlyAccess',
        'instance-profile/exporters',
      ].toSorted(),
    );
  });

  test('the groups of a user', () => {
    expect(names(change('AwsIamUser', 'robot', null, { path: '/', groups: ['people'] }))).toEqual(['group/people']);
  });

  test('nothing in what it allows, and nothing by a policy of its own', () => {
    expect(names(role({ trust: TRUST, inlinePolicies: { a: allow('s3:GetObject', `${OWN}:policy/x`) } }))).toEqual([]);
    expect(names(change('AwsIamPolicy', 'p', null, { path: '/', document: allow('s3:GetObject') }))).toEqual([]);
  });

  test('only what it did not have before', () => {
    const before = { trust: TRUST, policies: ['old'], instanceProfiles: ['a'], boundary: 'limit' };
    const after = { trust: TRUST, policies: ['old', 'new'], instanceProfiles: ['a'], boundary: 'limit' };
    expect(names(role(after, before))).toEqual([`${OWN}:policy/new`]);
  });

  test('nothing that the same plan makes, under exactly that path', () => {
    const made = (path: string) => change('AwsIamPolicy', 'reports', null, { path, document: allow('s3:GetObject') });
    const attached = role({ trust: TRUST, policies: ['team/reports'] });
    expect(names(attached, made('/team/'))).toEqual([]);
    expect(names(attached, made('/'))).toEqual([`${OWN}:policy/team/reports`]);
    const trusting = role({ trust: { kubernetesServiceAccounts: [{ issuer: ISSUER, namespace: 'shop', name: 'x' }] } });
    expect(names(trusting)).toEqual([`${OWN}:oidc-provider/${ISSUER}`]);
    const provider = change('AwsOidcProvider', encodeURIComponent(ISSUER), null, { audiences: ['sts.amazonaws.com'] });
    expect(names(trusting, provider)).toEqual([]);
  });

  test('what another document declares, with what applies that', () => {
    const path = 'identities/prod/reports.yaml';
    const declared = new Map([['prod/AwsIamPolicy/reports', path]]);
    const attached = role({ trust: TRUST, policies: ['team/reports', 'team/others'] });
    const messages = aws
      .mentions?.([attached], LIVE, declared)
      .map(({ missing, mend }) => `${missing.message} ${mend}`);
    expect(messages?.toSorted()).toEqual([
      `There is no managed policy ${OWN}:policy/team/others, and this plan makes none. Correct the name, or see to it that it exists, and plan again.`,
      `There is no managed policy ${OWN}:policy/team/reports, and this plan makes none. ${path} declares prod/AwsIamPolicy/reports, which is not applied: name it in a Reconciliation with the verb correct, in this pull request or before it.`,
    ]);
  });

  test('what is near to another, with its name', () => {
    const trusting = (name: string) =>
      role({
        trust: {
          policy: {
            Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: `${OWN}:role/apps/${name}` } },
          },
        },
      });
    const declared = new Map([['prod/AwsIamRole/orders-api', 'orders.yaml']]);
    const mends = (name: string) => aws.mentions?.([trusting(name)], LIVE, declared).map(({ mend }) => mend);
    const otherwise = 'Correct the name, or see to it that it exists, and plan again.';
    expect(mends('orders-apii')).toEqual([`Did you mean "orders-api"? ${otherwise}`]);
    expect(mends('other')).toEqual([otherwise]);
  });

  test('nothing that was read with the plan', () => {
    const spec = { path: '/team/', document: allow('s3:GetObject') };
    const object = liveObject('AwsIamPolicy', 'reports', spec, { arn: `${OWN}:policy/team/reports` });
    const attached = role({ trust: TRUST, policies: ['team/reports'] });
    expect(aws.mentions?.([attached], { ...LIVE, objects: [object] }, new Map())).toEqual([]);
  });

  test('each with the place in its document, and what to do', () => {
    const trust = { githubWorkflows: [{ repository: 'acme/orders', environment: 'production' }] };
    const [policy, provider] = named(role({ trust, policies: ['team/reports'] }));
    expect(policy?.missing).toEqual({
      code: 'aws-reference-missing',
      message: `There is no managed policy ${OWN}:policy/team/reports, and this plan makes none.`,
      pointer: '/attached/values/arn:aws:iam::123456789012:policy~1team~1reports',
    });
    const pointer = provider?.missing.pointer ?? '';
    expect(pointer).toMatch(/^\/trust\/.*\/Federated\/arn:.*oidc-provider~1token\.actions\.githubusercontent\.com$/u);
    expect([...leavesOf(normal('AwsIamRole', { trust })).keys()]).toContain(pointer);
  });
});
