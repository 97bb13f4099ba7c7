import type { Connection } from '../../../../src/core/ports.ts';
import { CallFailure } from '../../../../src/providers/aws/call-failure.ts';
import {
  ACCOUNT_ACTIONS,
  ENTITY_ACTIONS,
  NAMED_ACTIONS,
  type Caller,
  type ReadCalls,
} from '../../../../src/providers/aws/calls.ts';
import { awsReader } from '../../../../src/providers/aws/catalog/read.ts';
import type { LiveState } from '../../../../src/core/live.ts';
import type { ReadQuery } from '../../../../src/core/ports.ts';

export const CALLER: Caller = { account: '123456789012', arn: 'arn:aws:iam::123456789012:user/reader' };

const TRUST = encodeURIComponent(
  JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Principal: { AWS: '123456789012' }, Action: 'sts:AssumeRole' },
  }),
);

/** As AWS fails: an error by its name, with a status. */
export function awsError(name: string, status = 400): Error {
  return Object.assign(new Error('what AWS says is never repeated'), { name, $metadata: { httpStatusCode: status } });
}

export function failure(action: string, name: string, status?: number): CallFailure {
  return new CallFailure(action, awsError(name, status));
}

/** Calls that answer as they are told to; all others say that there is no such entity. */
export function scriptedCalls(script: Partial<ReadCalls>): ReadCalls {
  const missing = [...ACCOUNT_ACTIONS, ...ENTITY_ACTIONS, ...NAMED_ACTIONS].map((action) => [
    action,
    () => Promise.reject(failure(action, 'NoSuchEntityException', 404)),
  ]);
  return { ...(Object.fromEntries(missing) as ReadCalls), ...script };
}

export const CONNECTION: Connection = {
  source: 'prod',
  secret: 'default',
  boundary: {},
  options: {},
  timeout: 1000,
  progress: () => undefined,
};

export async function readWith(
  script: Partial<ReadCalls>,
  query: ReadQuery,
  reach: Partial<Pick<Connection, 'boundary' | 'options'>> = {},
): Promise<LiveState> {
  const client = { calls: scriptedCalls(script), caller: () => Promise.resolve(CALLER), close: () => undefined };
  const reader = awsReader({ ...CONNECTION, ...reach }, () => Promise.resolve(client));
  return await reader.read(query);
}

/** A role as GetRole and ListRoles give it, and as the account's details do. */
export function roleNamed(name: string, more: object = {}) {
  return {
    RoleName: name,
    RoleId: `AROA${name.toUpperCase()}`,
    Arn: `arn:aws:iam::123456789012:role/${name}`,
    Path: '/',
    CreateDate: new Date('2026-01-02T03:04:05Z'),
    AssumeRolePolicyDocument: TRUST,
    ...more,
  };
}

/** Everything that is asked about a single role, with nothing in it. */
export function bareRole(role: ReturnType<typeof roleNamed>): Partial<ReadCalls> {
  return {
    GetRole: () => Promise.resolve({ Role: role }),
    ListRolePolicies: () => Promise.resolve({ PolicyNames: [] }),
    ListAttachedRolePolicies: () => Promise.resolve({ AttachedPolicies: [] }),
    ListInstanceProfilesForRole: () => Promise.resolve({ InstanceProfiles: [] }),
  };
}
