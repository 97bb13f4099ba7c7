import type { GroupDetail, ManagedPolicyDetail, PolicyDetail } from '@aws-sdk/client-iam';
import type { JsonObject } from '../../../core/json.ts';
import type { ReadCalls } from '../calls.ts';
import type { PolicyForm } from '../policy/model.ts';
import { readDetails } from './account.ts';
import { NOTHING, type Gathered } from './gathered.ts';
import { policyObject, roleObject, userObject } from './objects.ts';
import { UNASKED } from './parts.ts';
import { detailedPolicy } from './policy.ts';
import { arnsOf } from './principal.ts';
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
  /** By ARN, the default version of each managed policy of the account, and of those of AWS's own that somebody has. */
  readonly managedPolicies: { readonly [arn: string]: PolicyForm };
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
    managedPolicies: Object.fromEntries(details.policies.flatMap((policy) => managedPolicy(policy, cast, sheet))),
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

const NO_EXTRAS = { keys: UNASKED, password: UNASKED, passwordLastUsed: UNASKED, credentials: {} };
const NO_TAGS = { tags: UNASKED, description: UNASKED };

/**
 * AWS has more than a thousand policies of its own. It leaves out those that nobody has; what does not is spared their meaning,
 * which takes longer to find than all the rest.
 */
function managedPolicy(
  policy: ManagedPolicyDetail,
  cast: Cast,
  sheet: Sheet,
): readonly (readonly [string, PolicyForm])[] {
  const arn = said(policy.Arn, 'the ARN of a policy');
  const used = (policy.AttachmentCount ?? 0) + (policy.PermissionsBoundaryUsageCount ?? 0) > 0;
  if (!used && arn.split(':')[4] !== cast.account.account) return [];
  const current = policy.PolicyVersionList?.find(({ VersionId }) => VersionId === policy.DefaultVersionId);
  const form = sheet.document(null, current?.Document);
  return form === undefined ? [] : [[arn, form]];
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
