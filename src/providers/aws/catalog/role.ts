import type { Role, RoleDetail } from '@aws-sdk/client-iam';
import type { ReadCalls } from '../calls.ts';
import { pages } from './pages.ts';
import { read, type Part, type RoleParts } from './parts.ts';
import { arnsOf, inlineOf, readInline } from './principal.ts';
import { said, tagsOf } from './said.ts';
import { part } from './together.ts';

/** What only GetRole and ListRoles say of a role. */
export type Described = RoleParts['described'];

export function describedOf({ Description, MaxSessionDuration }: Role): Described {
  return read({ description: Description, maxSessionSeconds: MaxSessionDuration });
}

/** A role of GetAccountAuthorizationDetails, with what that lacks. */
export function detailedRole(detail: RoleDetail, described: Described): RoleParts {
  return {
    ...commonOf(detail),
    described,
    inline: inlineOf(detail.RolePolicyList),
    attached: read(arnsOf(detail.AttachedManagedPolicies)),
    instanceProfiles: read(profilesOf(detail.InstanceProfileList)),
  };
}

/**
 * One role by its name: four calls and one for each inline policy.
 * @throws CallFailure, CountersignError when the role itself could not be read
 */
export async function readRole(calls: ReadCalls, name: string): Promise<RoleParts> {
  const { Role: role } = await calls.GetRole({ RoleName: name });
  const found = said(role, 'the role that was asked for');
  const [inline, attached, instanceProfiles] = await Promise.all([
    readInline(
      'ListRolePolicies',
      (at) => calls.ListRolePolicies({ RoleName: name, ...at }),
      async (policy) => (await calls.GetRolePolicy({ RoleName: name, PolicyName: policy })).PolicyDocument,
    ),
    part(() => attachedTo(calls, name)),
    part(() => profilesWith(calls, name)),
  ]);
  return { ...commonOf(found), described: describedOf(found), inline, attached, instanceProfiles };
}

export async function attachedTo(calls: ReadCalls, name: string): Promise<readonly string[]> {
  const all = await pages('ListAttachedRolePolicies', (at) =>
    calls.ListAttachedRolePolicies({ RoleName: name, ...at }),
  );
  return all.flatMap((page) => arnsOf(page.AttachedPolicies));
}

export async function profilesWith(calls: ReadCalls, name: string): Promise<readonly string[]> {
  const all = await pages('ListInstanceProfilesForRole', (at) =>
    calls.ListInstanceProfilesForRole({ RoleName: name, ...at }),
  );
  return all.flatMap((page) => profilesOf(page.InstanceProfiles));
}

export function commonOf(role: Role | RoleDetail) {
  return {
    name: said(role.RoleName, 'the name of a role'),
    id: said(role.RoleId, 'the id of a role'),
    arn: said(role.Arn, 'the ARN of a role'),
    path: said(role.Path, 'the path of a role'),
    created: role.CreateDate,
    lastUsed: role.RoleLastUsed?.LastUsedDate,
    tags: read(tagsOf(role.Tags)) satisfies Part<unknown>,
    boundary: role.PermissionsBoundary?.PermissionsBoundaryArn ?? null,
    trust: role.AssumeRolePolicyDocument,
  };
}

function profilesOf(profiles: RoleDetail['InstanceProfileList']): readonly string[] {
  return (profiles ?? []).map(({ InstanceProfileName }) =>
    said(InstanceProfileName, 'the name of an instance profile'),
  );
}
