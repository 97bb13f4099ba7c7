import type { GroupDetail, ManagedPolicyDetail, PolicyDetail } from '@aws-sdk/client-iam';
import type { Json, JsonObject } from '../../../core/json.ts';
import type { Unreadable } from '../../../core/live.ts';
import type { ReadCalls } from '../calls.ts';
import type { PolicyForm } from '../policy/model.ts';
import { readDetails } from './account.ts';
import { documentOf } from './documents.ts';
import { NOTHING, type Gathered } from './gathered.ts';
import { policyObject, roleObject, userObject } from './objects.ts';
import { UNASKED } from './parts.ts';
import { detailedPolicy } from './policy.ts';
import { arnsOf } from './principal.ts';
import { readFailure } from './read-failure.ts';
import { detailedRole } from './role.ts';
import { said } from './said.ts';
import { Sheet, type Cast } from './sheet.ts';
import { detailedUser } from './user.ts';

/** What a group gives its members. */
export type GroupAccess = {
  readonly inline: { readonly [name: string]: PolicyForm };
  readonly attached: readonly string[];
};

/** What decides about access and is no identity. */
export type EstateFacts = {
  /**
   * The default version of each managed policy by its ARN, AWS's own among them, as it was written: most are attached to nobody,
   * and finding the meaning of a thousand takes longer than reading them.
   */
  readonly managedPolicies: { readonly [arn: string]: Json };
  readonly groups: { readonly [name: string]: GroupAccess };
};

/**
 * Everything that decides who may do what in the account, whatever the boundary: one call for each thousand identities and policies.
 * Of its identities it has only what decides about access: no descriptions, session lengths, keys, and no tags of policies.
 * @throws CallFailure, CountersignError
 */
export async function readEstate(
  calls: ReadCalls,
  cast: Cast,
): Promise<{ readonly gathered: Gathered; readonly facts: EstateFacts & JsonObject }> {
  const details = await readDetails(calls, ['Role', 'User', 'Group', 'LocalManagedPolicy', 'AWSManagedPolicy']);
  const sheet = new Sheet(null, cast);
  const facts = {
    managedPolicies: Object.fromEntries(details.policies.flatMap((policy) => managedPolicy(policy, sheet.unreadable))),
    groups: Object.fromEntries(details.groups.map((group) => groupAccess(group, sheet))),
  };
  const local = details.policies.filter(({ Arn }) => Arn?.split(':')[4] === cast.account.account);
  return {
    gathered: {
      ...NOTHING,
      found: [
        ...details.roles.map((role) => roleObject(detailedRole(role, UNASKED), cast)),
        ...details.users.map((user) => userObject(detailedUser(user, NO_EXTRAS), cast)),
        ...local.map((policy) => policyObject(detailedPolicy(policy, NO_TAGS), cast)),
      ],
      unreadable: sheet.unreadable,
    },
    facts,
  };
}

const NO_EXTRAS = { keys: UNASKED, password: UNASKED, passwordLastUsed: undefined, credentials: {} };
const NO_TAGS = { tags: UNASKED, description: UNASKED };

/** One that cannot be read matters where somebody has it. */
function managedPolicy(policy: ManagedPolicyDetail, unreadable: Unreadable[]): readonly (readonly [string, Json])[] {
  const arn = said(policy.Arn, 'the ARN of a policy');
  const current = policy.PolicyVersionList?.find(({ VersionId }) => VersionId === policy.DefaultVersionId);
  try {
    return [[arn, documentOf(current?.Document)]];
  } catch (error) {
    const used = (policy.AttachmentCount ?? 0) + (policy.PermissionsBoundaryUsageCount ?? 0) > 0;
    if (used) unreadable.push({ address: null, pointer: null, reason: readFailure(error) });
    return [];
  }
}

function groupAccess(group: GroupDetail, sheet: Sheet): readonly [string, GroupAccess] {
  const inline = (group.GroupPolicyList ?? []).flatMap((policy) => inlinePolicy(policy, sheet));
  return [
    said(group.GroupName, 'the name of a group'),
    { inline: Object.fromEntries(inline), attached: [...arnsOf(group.AttachedManagedPolicies)].sort() },
  ];
}

function inlinePolicy(policy: PolicyDetail, sheet: Sheet): readonly (readonly [string, PolicyForm])[] {
  const form = sheet.document(null, policy.PolicyDocument);
  return form === undefined ? [] : [[said(policy.PolicyName, 'the name of an inline policy'), form]];
}
