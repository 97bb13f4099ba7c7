import type { EntityType, ManagedPolicyDetail } from '@aws-sdk/client-iam';
import { formatAddress } from '../../../core/address.ts';
import type { NotModelled } from '../../../core/live.ts';
import type { Within } from '../boundary.ts';
import type { ReadCalls } from '../calls.ts';
import { isReservedPath, OIDC_KIND, POLICY_KIND, ROLE_KIND, USER_KIND } from '../normal-form/model.ts';
import { describedRoles, readDetails, userExtras, type Details } from './account.ts';
import { merged, NOTHING, type Gathered } from './gathered.ts';
import { oidcObject, policyObject, roleObject, userObject } from './objects.ts';
import { oidcArns, oidcName, readOidc } from './oidc.ts';
import { detailedPolicy, readPolicyExtras } from './policy.ts';
import { said } from './said.ts';
import type { Cast, Found } from './sheet.ts';
import { detailedUser } from './user.ts';
import { part, together } from './together.ts';

/**
 * Everything within the boundary. For N roles about N/500 calls, two for each user and one for each policy and provider.
 * @throws CallFailure, CountersignError where a whole kind could not be read
 */
export async function readBoundary(calls: ReadCalls, within: Within, cast: Cast): Promise<Gathered> {
  const types = entityTypes(within);
  const details = types.length === 0 ? null : await readDetails(calls, types);
  const kinds = [
    ...(details === null
      ? []
      : [await rolesIn(calls, details, within, cast), await usersIn(calls, details, within, cast)]),
    ...(details === null ? [] : [await policiesIn(calls, details, within, cast), groupsIn(details)]),
    within.kind(OIDC_KIND) ? await providersIn(calls, within, cast) : NOTHING,
  ];
  return merged(kinds);
}

function entityTypes(within: Within): readonly EntityType[] {
  const users: readonly EntityType[] = within.kind(USER_KIND) ? ['User', 'Group'] : [];
  return [
    ...(within.kind(ROLE_KIND) ? (['Role'] as const) : []),
    ...users,
    ...(within.kind(POLICY_KIND) ? (['LocalManagedPolicy'] as const) : []),
  ];
}

async function rolesIn(calls: ReadCalls, { roles }: Details, within: Within, cast: Cast): Promise<Gathered> {
  const wanted = roles.filter(({ RoleName, Path }) => within.name(RoleName ?? '') && within.path(Path ?? '/'));
  const { roles: read, unread } = await describedRoles(calls, wanted);
  return {
    found: read.map((role) => roleObject(role, cast)),
    unreadable: unread.map(({ name, reason }) => ({
      address: addressOf(cast, ROLE_KIND, name),
      pointer: null,
      reason,
    })),
    notModelled: reservedRoles(roles),
  };
}

/** What AWS made for itself is nobody's to manage, and still there. */
function reservedRoles(roles: Details['roles']): readonly NotModelled[] {
  const count = roles.filter(({ Path }) => isReservedPath(Path ?? '/')).length;
  return count === 0 ? [] : [{ address: null, what: 'roles of AWS itself', detail: String(count) }];
}

async function usersIn(calls: ReadCalls, { users }: Details, within: Within, cast: Cast): Promise<Gathered> {
  const wanted = users.filter(({ UserName, Path }) => within.name(UserName ?? '') && within.path(Path ?? '/'));
  const extras = await userExtras(
    calls,
    wanted.map(({ UserName }) => said(UserName, 'the name of a user')),
  );
  const found = wanted.flatMap((detail): Found[] => {
    const own = extras.get(detail.UserName ?? '');
    return own === undefined ? [] : [userObject(detailedUser(detail, own), cast)];
  });
  return { ...NOTHING, found };
}

async function policiesIn(calls: ReadCalls, { policies }: Details, within: Within, cast: Cast): Promise<Gathered> {
  const wanted = policies.filter(
    (one) => isLocal(one) && within.name(one.PolicyName ?? '') && within.path(one.Path ?? '/'),
  );
  const found = await together(wanted, async (detail) =>
    policyObject(detailedPolicy(detail, await readPolicyExtras(calls, said(detail.Arn, 'the ARN of a policy'))), cast),
  );
  return { ...NOTHING, found };
}

/** AWS's own policies belong to the account `aws`. */
function isLocal({ Arn }: ManagedPolicyDetail): boolean {
  return Arn?.split(':')[4] !== 'aws';
}

function groupsIn({ groups }: Details): Gathered {
  const notModelled = groups.map(({ GroupName }) => ({ address: null, what: 'group', detail: GroupName ?? '' }));
  return { ...NOTHING, notModelled };
}

async function providersIn(calls: ReadCalls, within: Within, cast: Cast): Promise<Gathered> {
  const arns = (await oidcArns(calls)).filter((arn) => within.name(oidcName(arn)));
  const read = await together(arns, (arn) => oneProvider(calls, arn, cast));
  return merged(read);
}

async function oneProvider(calls: ReadCalls, arn: string, cast: Cast): Promise<Gathered> {
  const provider = await part(() => readOidc(calls, arn));
  if (provider.kind === 'read') return { ...NOTHING, found: [oidcObject(provider.value, cast)] };
  const address = addressOf(cast, OIDC_KIND, oidcName(arn));
  return { ...NOTHING, unreadable: [{ address, pointer: null, reason: provider.reason }] };
}

function addressOf({ source }: Cast, kind: string, name: string): string {
  return formatAddress({ source, kind, name: [name] });
}
