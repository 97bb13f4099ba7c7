import type { ManagedPolicyDetail, Policy } from '@aws-sdk/client-iam';
import type { ReadCalls } from '../calls.ts';
import { pages } from './pages.ts';
import { read, type PolicyParts } from './parts.ts';
import { said, tagsOf } from './said.ts';
import { part } from './together.ts';

/** What only GetPolicy says of a customer-managed policy. */
export type PolicyExtras = Pick<PolicyParts, 'tags' | 'description'>;

export async function readPolicyExtras(calls: ReadCalls, arn: string): Promise<PolicyExtras> {
  const found = await part(async () => said((await calls.GetPolicy({ PolicyArn: arn })).Policy, 'the policy'));
  return found.kind === 'read' ? extrasOf(found.value) : { tags: found, description: found };
}

/** A policy of GetAccountAuthorizationDetails, with what that lacks. */
export function detailedPolicy(detail: ManagedPolicyDetail, extras: PolicyExtras): PolicyParts {
  const versions = detail.PolicyVersionList ?? [];
  const current = versions.find(({ VersionId }) => VersionId === detail.DefaultVersionId);
  return {
    ...commonOf(detail),
    ...extras,
    document: read(current?.Document),
    versions: read(new Map(versions.map((one) => [said(one.VersionId, 'the id of a version'), one.CreateDate]))),
  };
}

/** ARN of every customer-managed policy by its name, which the account has only once, whatever its path. */
export async function policyArns(calls: ReadCalls): Promise<ReadonlyMap<string, string>> {
  const all = await pages('ListPolicies', (at) => calls.ListPolicies({ Scope: 'Local', ...at }));
  const policies = all.flatMap((page) => page.Policies ?? []);
  return new Map(
    policies.map(({ PolicyName, Arn }) => [said(PolicyName, 'the name of a policy'), said(Arn, 'the ARN of a policy')]),
  );
}

/**
 * One customer-managed policy, with three calls.
 * @throws CallFailure, CountersignError when the policy itself could not be read
 */
export async function readPolicy(calls: ReadCalls, arn: string): Promise<PolicyParts> {
  const found = said((await calls.GetPolicy({ PolicyArn: arn })).Policy, 'the policy that was asked for');
  const common = commonOf(found);
  const [document, versions] = await Promise.all([
    part(async () => {
      const { PolicyVersion } = await calls.GetPolicyVersion({ PolicyArn: arn, VersionId: common.defaultVersion });
      return PolicyVersion?.Document;
    }),
    part(() => versionsOf(calls, arn)),
  ]);
  return { ...common, ...extrasOf(found), document, versions };
}

async function versionsOf(calls: ReadCalls, arn: string): Promise<ReadonlyMap<string, Date | undefined>> {
  const all = await pages('ListPolicyVersions', (at) => calls.ListPolicyVersions({ PolicyArn: arn, ...at }));
  const versions = all.flatMap((page) => page.Versions ?? []);
  return new Map(versions.map((one) => [said(one.VersionId, 'the id of a version'), one.CreateDate]));
}

function extrasOf({ Tags, Description }: Policy): PolicyExtras {
  return { tags: read(tagsOf(Tags)), description: read(Description) };
}

function commonOf(policy: Policy | ManagedPolicyDetail) {
  return {
    name: said(policy.PolicyName, 'the name of a policy'),
    id: said(policy.PolicyId, 'the id of a policy'),
    arn: said(policy.Arn, 'the ARN of a policy'),
    path: said(policy.Path, 'the path of a policy'),
    created: policy.CreateDate,
    defaultVersion: said(policy.DefaultVersionId, 'the default version of a policy'),
    attachments: policy.AttachmentCount ?? 0,
    boundaries: policy.PermissionsBoundaryUsageCount ?? 0,
  };
}
