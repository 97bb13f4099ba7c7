import { errorAnswer, type Answer } from './answers.ts';
import type { AwsRequest } from './calls.ts';

/** An identity policy of plain allowances. Resources and conditions are taken as met: which actions are needed is what is asked. */
export type PermissionPolicy = {
  readonly Statement: readonly {
    readonly Effect: string;
    readonly Action: string | readonly string[];
    readonly [other: string]: unknown;
  }[];
};

/** What takes no permission. https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
const FREE = new Set(['sts:GetCallerIdentity']);

/**
 * Creating with tags takes the permission to tag, too. Seen in https://github.com/openshift/installer/issues/1073 and
 * https://github.com/brefphp/bref/pull/2028.
 */
const TAGGING: Readonly<Record<string, string>> = {
  CreateRole: 'iam:TagRole',
  CreateUser: 'iam:TagUser',
  CreatePolicy: 'iam:TagPolicy',
  CreateInstanceProfile: 'iam:TagInstanceProfile',
  CreateOpenIDConnectProvider: 'iam:TagOpenIDConnectProvider',
};

/** The permissions that a call takes: `iam:CreateRole`. */
function permissionsOf({ service, action, parameters }: AwsRequest): readonly string[] {
  const own = `${service}:${action}`;
  if (FREE.has(own)) return [];
  const tags = TAGGING[action];
  if (tags !== undefined && parameters['Tags.member.1.Key'] !== undefined) return [own, tags];
  return action === 'AddRoleToInstanceProfile' ? [own, 'iam:PassRole'] : [own];
}

/** @throws Error about a policy that is not made of plain allowances. */
export function allows(policy: PermissionPolicy, permission: string): boolean {
  const patterns = policy.Statement.flatMap(({ Effect: effect, Action: actions }) => {
    if (effect !== 'Allow' || actions === undefined)
      throw new Error('only statements that allow actions are understood');
    return actions;
  });
  return patterns.some((pattern) => matches(pattern, permission));
}

/** Null: the call may go on. */
export function refusal(policy: PermissionPolicy, principal: string, request: AwsRequest): Answer | null {
  const missing = permissionsOf(request).find((permission) => !allows(policy, permission));
  if (missing === undefined) return null;
  const message = `User: ${principal} is not authorized to perform: ${missing} because no identity-based policy allows the ${missing} action`;
  return errorAnswer(request.service, 403, 'AccessDenied', message);
}

function matches(pattern: string, permission: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/gu, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'iu').test(permission);
}
