import type {
  EntityType,
  GetAccountAuthorizationDetailsResponse,
  GroupDetail,
  ManagedPolicyDetail,
  RoleDetail,
  UserDetail,
} from '@aws-sdk/client-iam';
import type { Reason } from '../../../core/errors.ts';
import { isMissing } from '../call-failure.ts';
import type { ReadCalls } from '../calls.ts';
import { credentialReport, keyUseIn, type ReportedUse } from './credential-report.ts';
import { pages } from './pages.ts';
import { read, type Part, type RoleParts } from './parts.ts';
import { readFailure } from './read-failure.ts';
import { describedOf, detailedRole, readRole, type Described } from './role.ts';
import { said } from './said.ts';
import { mapPart, part, together } from './together.ts';
import { lastUseOf, readKeys, readPassword, type UserExtras } from './user.ts';

/** Everything of one kind that the account has, as GetAccountAuthorizationDetails gives it. */
export type Details = {
  readonly roles: readonly RoleDetail[];
  readonly users: readonly UserDetail[];
  readonly groups: readonly GroupDetail[];
  readonly policies: readonly ManagedPolicyDetail[];
};

/** The most roles that may come or go while an account is read, before it has to be read again. */
const MAXIMUM_CHANGED = 20;

/** One call for each thousand identities. @throws CallFailure, CountersignError */
export async function readDetails(calls: ReadCalls, types: readonly EntityType[]): Promise<Details> {
  const all = await pages('GetAccountAuthorizationDetails', (at) =>
    calls.GetAccountAuthorizationDetails({ Filter: [...types], ...at }),
  );
  const each = <T>(of: (page: GetAccountAuthorizationDetailsResponse) => readonly T[] | undefined) =>
    all.flatMap((page) => of(page) ?? []);
  return {
    roles: each((page) => page.RoleDetailList),
    users: each((page) => page.UserDetailList),
    groups: each((page) => page.GroupDetailList),
    policies: each((page) => page.Policies),
  };
}

export type RolesRead = { readonly roles: readonly RoleParts[]; readonly unread: readonly UnreadRole[] };

/** A role of which only the name is known. */
export type UnreadRole = { readonly name: string; readonly reason: Reason };

/**
 * Roles with their descriptions and session lengths, which only ListRoles has for all: one call for each thousand.
 * A role that was made or made anew between the two is read by itself; one that is gone is left out.
 */
export async function describedRoles(calls: ReadCalls, details: readonly RoleDetail[]): Promise<RolesRead> {
  if (details.length === 0) return { roles: [], unread: [] };
  const descriptions = await part(() => allDescriptions(calls));
  const changed = details.filter((detail) => lookUp(descriptions, detail) === null);
  if (changed.length > MAXIMUM_CHANGED)
    return { roles: details.map((detail) => detailedRole(detail, CHANGED)), unread: [] };
  const again = await together(changed, (detail) => readAgain(calls, said(detail.RoleName, 'the name of a role')));
  const known = details.flatMap((detail) => {
    const described = lookUp(descriptions, detail);
    return described === null ? [] : [detailedRole(detail, described)];
  });
  return {
    roles: [...known, ...again.flatMap((role) => (role !== null && 'id' in role ? [role] : []))],
    unread: again.flatMap((role) => (role !== null && 'reason' in role ? [role] : [])),
  };
}

const CHANGED: Described = {
  kind: 'unread',
  reason: {
    code: 'aws-account-changing',
    message: 'Many roles came or went while the account was read. Run again when nothing else changes it.',
  },
};

async function allDescriptions(calls: ReadCalls): Promise<ReadonlyMap<string, Described>> {
  const all = await pages('ListRoles', (at) => calls.ListRoles(at));
  const roles = all.flatMap((page) => page.Roles ?? []);
  return new Map(roles.map((role) => [said(role.RoleId, 'the id of a role'), describedOf(role)]));
}

/** Null: the list has no role of this id. */
function lookUp(descriptions: Part<ReadonlyMap<string, Described>>, { RoleId }: RoleDetail): Described | null {
  if (descriptions.kind !== 'read') return descriptions;
  return descriptions.value.get(RoleId ?? '') ?? null;
}

async function readAgain(calls: ReadCalls, name: string): Promise<RoleParts | UnreadRole | null> {
  try {
    return await readRole(calls, name);
  } catch (error) {
    return isMissing(error) ? null : { name, reason: readFailure(error) };
  }
}

/** Two calls for each user, those of the credential report, and one for each key and user that it does not tell. */
export async function userExtras(calls: ReadCalls, names: readonly string[]): Promise<ReadonlyMap<string, UserExtras>> {
  if (names.length === 0) return new Map();
  const report = await part(() => credentialReport(calls));
  const extras = await together(names, async (name): Promise<readonly [string, UserExtras]> => {
    const [keys, password, passwordLastUsed] = await Promise.all([
      readKeys(calls, name, (key, made) =>
        keyUse(
          calls,
          key,
          mapPart(report, (uses) => keyUseIn(uses.get(name), made)),
        ),
      ),
      readPassword(calls, name),
      passwordUse(
        calls,
        name,
        mapPart(report, (uses) => uses.get(name) ?? null),
      ),
    ]);
    return [name, { keys, password, passwordLastUsed, credentials: {} }];
  });
  return new Map(extras);
}

/** What the report does not tell is asked; without a report, nothing is, since it would be a call for each key of the account. */
async function keyUse(
  calls: ReadCalls,
  key: string,
  told: Part<{ readonly lastUsed: Date | undefined } | null>,
): Promise<Part<Date | undefined>> {
  if (told.kind !== 'read') return told;
  return told.value === null ? await part(() => lastUseOf(calls, key)) : read(told.value.lastUsed);
}

async function passwordUse(
  calls: ReadCalls,
  name: string,
  told: Part<ReportedUse | null>,
): Promise<Part<Date | undefined>> {
  if (told.kind !== 'read') return told;
  if (told.value !== null) return read(told.value.password);
  return await part(async () => (await calls.GetUser({ UserName: name })).User?.PasswordLastUsed);
}
