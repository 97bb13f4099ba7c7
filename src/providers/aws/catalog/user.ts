import type { AccessKeyMetadata, User, UserDetail } from '@aws-sdk/client-iam';
import { isMissing } from '../call-failure.ts';
import type { ReadCalls } from '../calls.ts';
import { pages, type Page } from './pages.ts';
import { read, type KeyParts, type Part, type UserParts } from './parts.ts';
import { arnsOf, inlineOf, readInline } from './principal.ts';
import { said, tagsOf } from './said.ts';
import { mapPart, part, together } from './together.ts';

/** What only calls about a single user say of it. */
export type UserExtras = Pick<UserParts, 'keys' | 'password' | 'passwordLastUsed' | 'credentials'>;

/** A user of GetAccountAuthorizationDetails, with what that lacks. */
export function detailedUser(detail: UserDetail, extras: UserExtras): UserParts {
  return {
    ...commonOf(detail),
    ...extras,
    inline: inlineOf(detail.UserPolicyList),
    attached: read(arnsOf(detail.AttachedManagedPolicies)),
    groups: read(detail.GroupList ?? []),
  };
}

/**
 * One user by its name: ten calls, one for each inline policy and one for each access key.
 * @throws CallFailure, CountersignError when the user itself could not be read
 */
export async function readUser(calls: ReadCalls, name: string): Promise<UserParts> {
  const { User: user } = await calls.GetUser({ UserName: name });
  const found = said(user, 'the user that was asked for');
  const [inline, attached, groups, keys, password, credentials] = await Promise.all([
    readInline(
      'ListUserPolicies',
      (at) => calls.ListUserPolicies({ UserName: name, ...at }),
      async (policy) => (await calls.GetUserPolicy({ UserName: name, PolicyName: policy })).PolicyDocument,
    ),
    part(() => attachedTo(calls, name)),
    part(() => groupsOf(calls, name)),
    readKeys(calls, name, (key) => part(() => lastUseOf(calls, key))),
    readPassword(calls, name),
    readCredentials(calls, name),
  ]);
  return {
    ...commonOf(found),
    passwordLastUsed: read(found.PasswordLastUsed),
    inline,
    attached,
    groups,
    keys,
    password,
    credentials,
  };
}

/** A user's access keys by id; no other call tells the ids. */
export async function readKeys(
  calls: ReadCalls,
  name: string,
  lastUse: (key: string, made: Date | undefined) => Promise<KeyParts['lastUsed']>,
): Promise<UserParts['keys']> {
  return await part(async () => {
    const all = await pages('ListAccessKeys', (at) => calls.ListAccessKeys({ UserName: name, ...at }));
    const keys = all.flatMap((page) => page.AccessKeyMetadata ?? []);
    return await together(keys, (key) => keyOf(key, lastUse));
  });
}

async function keyOf(
  { AccessKeyId, Status, CreateDate }: AccessKeyMetadata,
  lastUse: (key: string, made: Date | undefined) => Promise<KeyParts['lastUsed']>,
): Promise<KeyParts> {
  const id = said(AccessKeyId, 'the id of an access key');
  return {
    id,
    // A state that AWS adds one day, such as an expired key, is none that can be used.
    state: said(Status, 'the state of an access key') === 'Active' ? 'Active' : 'Inactive',
    created: CreateDate,
    lastUsed: await lastUse(id, CreateDate),
  };
}

export async function lastUseOf(calls: ReadCalls, key: string): Promise<Date | undefined> {
  return (await calls.GetAccessKeyLastUsed({ AccessKeyId: key })).AccessKeyLastUsed?.LastUsedDate;
}

export async function readPassword(calls: ReadCalls, name: string): Promise<Part<boolean>> {
  return await part(async () => {
    try {
      await calls.GetLoginProfile({ UserName: name });
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  });
}

async function readCredentials(calls: ReadCalls, name: string): Promise<UserParts['credentials']> {
  const user = { UserName: name };
  const [mfaDevices, sshKeys, signingCertificates, serviceSpecific] = await Promise.all([
    count(
      'ListMFADevices',
      (at) => calls.ListMFADevices({ ...user, ...at }),
      ({ MFADevices }) => MFADevices,
    ),
    count(
      'ListSSHPublicKeys',
      (at) => calls.ListSSHPublicKeys({ ...user, ...at }),
      ({ SSHPublicKeys }) => SSHPublicKeys,
    ),
    count(
      'ListSigningCertificates',
      (at) => calls.ListSigningCertificates({ ...user, ...at }),
      ({ Certificates }) => Certificates,
    ),
    count(
      'ListServiceSpecificCredentials',
      (at) => calls.ListServiceSpecificCredentials({ ...user, ...at }),
      ({ ServiceSpecificCredentials }) => ServiceSpecificCredentials,
    ),
  ]);
  return { mfaDevices, sshKeys, signingCertificates, serviceSpecific };
}

async function count<P extends Page>(
  action: string,
  list: (at: { MaxItems: number; Marker?: string }) => Promise<P>,
  items: (page: P) => readonly unknown[] | undefined,
): Promise<Part<number>> {
  const all = await part(() => pages(action, list));
  return mapPart(all, (found) => found.reduce((sum, page) => sum + (items(page)?.length ?? 0), 0));
}

export async function attachedTo(calls: ReadCalls, name: string): Promise<readonly string[]> {
  const all = await pages('ListAttachedUserPolicies', (at) =>
    calls.ListAttachedUserPolicies({ UserName: name, ...at }),
  );
  return all.flatMap((page) => arnsOf(page.AttachedPolicies));
}

export async function groupsOf(calls: ReadCalls, name: string): Promise<readonly string[]> {
  const all = await pages('ListGroupsForUser', (at) => calls.ListGroupsForUser({ UserName: name, ...at }));
  return all.flatMap((page) => page.Groups ?? []).map(({ GroupName }) => said(GroupName, 'the name of a group'));
}

export function commonOf(user: User | UserDetail) {
  return {
    name: said(user.UserName, 'the name of a user'),
    id: said(user.UserId, 'the id of a user'),
    arn: said(user.Arn, 'the ARN of a user'),
    path: said(user.Path, 'the path of a user'),
    created: user.CreateDate,
    tags: read(tagsOf(user.Tags)),
    boundary: user.PermissionsBoundary?.PermissionsBoundaryArn ?? null,
  };
}
