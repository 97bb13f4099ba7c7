import { runUnsafeSimulation } from '@cloud-copilot/iam-simulate';
import fc from 'fast-check';
import type { Json, JsonObject } from '../../../../src/core/json.ts';

/** Few enough that random policies meet, and that every request about them can be asked. */
const ACTIONS = ['s3:GetObject', 's3:GetObjectAcl', 's3:PutObject', 'sqs:SendMessage'];
const ACTION_PATTERNS = [...ACTIONS, 's3:Get*', 's3:*Object', 's3:*', '*', 's3:GetObject???'];
const RESOURCES = ['arn:aws:s3:::a/x', 'arn:aws:s3:::a/y/z', 'arn:aws:s3:::b/alice', 'arn:aws:s3:::b/${aws:username}'];
const RESOURCE_PATTERNS = [
  ...RESOURCES,
  'arn:aws:s3:::a/*',
  'arn:aws:s3:::a/?',
  'arn:aws:s3:::*',
  'arn:aws:s3:::b/*',
  '*',
];

const CONDITIONS: readonly JsonObject[] = [
  { StringEquals: { 'aws:username': ['alice', 'bob'] } },
  { StringEquals: { 'aws:username': 'alice' } },
  { StringNotEquals: { 'aws:username': ['alice', 'bob'] } },
  { StringLike: { 'aws:username': ['a*', 'bob'], 'aws:PrincipalTag/team': 'x' } },
  { StringNotLike: { 'aws:username': ['a*', 'alice'] } },
  { StringEqualsIfExists: { 'aws:PrincipalTag/team': ['x', 'y'] } },
  { 'ForAllValues:StringLike': { 'aws:TagKeys': ['p*', 'q'] } },
  { 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['p', 'q'] } },
  { Bool: { 'aws:SecureTransport': 'true' } },
  { Null: { 'aws:PrincipalTag/team': 'true' } },
  { NumericLessThan: { 'aws:MultiFactorAuthAge': '300' }, StringEquals: { 'aws:username': ['alice', 'bob'] } },
  { IpAddress: { 'aws:SourceIp': ['192.0.2.1', '198.51.100.0/24'] } },
];

const CONTEXTS: readonly Record<string, string | string[]>[] = [
  {},
  { 'aws:username': 'alice', 'aws:SecureTransport': 'true', 'aws:MultiFactorAuthAge': '10', 'aws:TagKeys': ['p', 'r'] },
  { 'aws:username': 'bob', 'aws:PrincipalTag/team': 'x', 'aws:SourceIp': '192.0.2.1', 'aws:TagKeys': ['q', 'pq'] },
  {
    'aws:username': 'anna',
    'aws:PrincipalTag/team': 'y',
    'aws:SourceIp': '198.51.100.7',
    'aws:MultiFactorAuthAge': '900',
  },
];

const listOf = (values: readonly string[]) => fc.subarray([...values], { minLength: 1, maxLength: 3 });

const anyStatement = fc
  .record({
    effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
    action: fc.constantFrom('Action', 'Action', 'Action', 'NotAction'),
    actions: listOf(ACTION_PATTERNS),
    resource: fc.constantFrom('Resource', 'Resource', 'Resource', 'NotResource'),
    resources: listOf(RESOURCE_PATTERNS),
    condition: fc.option(fc.constantFrom(...CONDITIONS), { freq: 1, nil: null }),
  })
  .map(({ effect, action, actions, resource, resources, condition }): JsonObject => ({
    Effect: effect,
    [action]: actions,
    [resource]: resources,
    ...(condition === null ? {} : { Condition: condition }),
  }));

/** Of the version in which `${…}` is a variable: the simulator knows no other. */
export type Policy = { readonly Version: string; readonly Statement: readonly JsonObject[] };

export const anyPolicy: fc.Arbitrary<Policy> = fc.record({
  Version: fc.constant('2012-10-17'),
  Statement: fc.array(anyStatement, { minLength: 1, maxLength: 4 }),
});

/** Every request that can be told apart. */
export const REQUESTS = ACTIONS.flatMap((action) => RESOURCES.slice(0, 3).map((resource) => ({ action, resource })));

/** In each context, whether the simulator allows it. */
export function allowedIn(
  request: (typeof REQUESTS)[number],
  policies: readonly Json[],
  boundary: Json | null,
): readonly boolean[] {
  return CONTEXTS.map(
    (context) => decided(policies, request.action, request.resource, context, boundary) === 'Allowed',
  );
}

/** One letter for each request and context: what the simulator decides. */
export function decisions(policy: Json): string {
  return REQUESTS.flatMap(({ action, resource }) =>
    CONTEXTS.map((context) => decided([policy], action, resource, context, null)[0]),
  ).join('');
}

function decided(
  policies: readonly Json[],
  action: string,
  resource: string,
  context: Record<string, string | string[]>,
  boundary: Json | null,
): string {
  return runUnsafeSimulation(
    {
      request: {
        principal: 'arn:aws:iam::111122223333:user/alice',
        action,
        resource: { resource, accountId: '111122223333' },
        contextVariables: context,
      },
      identityPolicies: policies.map((policy, index) => ({ name: `p${index}`, policy })),
      ...(boundary === null ? {} : { permissionBoundaryPolicies: [{ name: 'b', policy: boundary }] }),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    },
    {},
  );
}
