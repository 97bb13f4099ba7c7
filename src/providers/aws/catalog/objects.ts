import { formatAddress } from '../../../core/address.ts';
import type { Credential } from '../../../core/credentials.ts';
import type { LiveObject } from '../../../core/live.ts';
import {
  OIDC_KIND,
  POLICY_KIND,
  ROLE_KIND,
  USER_KIND,
  type CommonFacts,
  type ManagedPolicyFacts,
  type UserFacts,
} from '../normal-form/model.ts';
import { managedBy } from './managed-by.ts';
import type { KeyParts, OidcParts, PolicyParts, RoleParts, UserParts } from './parts.ts';
import { read } from './parts.ts';
import { listed, present, setOf, Sheet, timeOf, type Cast, type Found } from './sheet.ts';

/** What `present` makes whole. */
type Loose<T> = { readonly [Key in keyof T]: T[Key] | undefined };

/** AWS's own default, for what answers without it. */
const DEFAULT_SESSION_SECONDS = 3600;

export function roleObject(role: RoleParts, cast: Cast): Found {
  const { address, sheet } = begin(ROLE_KIND, role.name, cast);
  const attributes = {
    path: role.path,
    description: sheet.part('/description', role.described, ({ description }) => descriptionOf(sheet, description)),
    maxSessionSeconds: sheet.part(
      '/maxSessionSeconds',
      role.described,
      ({ maxSessionSeconds }) => maxSessionSeconds ?? DEFAULT_SESSION_SECONDS,
    ),
    tags: sheet.tags(role.tags),
    boundary: role.boundary,
    trust: sheet.document('/trust', role.trust, 'trust'),
    inline: sheet.inline(role.inline),
    attached: sheet.part('/attached', role.attached, setOf),
    instanceProfiles: sheet.part('/instanceProfiles', role.instanceProfiles, setOf),
  };
  const facts: Loose<CommonFacts> = { ...commonFacts(role), lastUsed: timeOf(role.lastUsed) };
  return found(sheet, {
    address,
    kind: ROLE_KIND,
    incarnation: role.id,
    attributes: present(attributes),
    facts: present(facts),
    ...owner(role.tags, cast),
  });
}

export function userObject(user: UserParts, cast: Cast): Found {
  const { address, sheet } = begin(USER_KIND, user.name, cast);
  const attributes = {
    path: user.path,
    tags: sheet.tags(user.tags),
    boundary: user.boundary,
    inline: sheet.inline(user.inline),
    attached: sheet.part('/attached', user.attached, setOf),
    groups: sheet.part('/groups', user.groups, setOf),
    accessKeys: sheet.part('/accessKeys', user.keys, (keys) => listed(byId(keys).map(({ id, state }) => [id, state]))),
    consolePassword: sheet.part('/consolePassword', user.password, (has) => has),
  };
  const keys = user.keys.kind === 'read' ? byId(user.keys.value) : [];
  const used = keys.map((key) => sheet.fact(`last use of the access key ${key.id}`, key.lastUsed, timeOf));
  const facts: Loose<UserFacts> = {
    ...commonFacts(user),
    lastUsed: latest([
      user.passwordLastUsed.kind === 'read' ? timeOf(user.passwordLastUsed.value) : undefined,
      ...used,
    ]),
    accessKeys: Object.fromEntries(
      keys.map(({ id, created }, index) => [id, { created: timeOf(created) ?? '', ...usedAt(used[index]) }]),
    ),
    credentials: credentialFacts(user, sheet),
  };
  return found(sheet, {
    address,
    kind: USER_KIND,
    incarnation: user.id,
    attributes: present(attributes),
    facts: present(facts),
    ...credentialsOf(user),
    ...owner(user.tags, cast),
  });
}

/** What it proves itself with; nothing is said where its keys or its password were not read. */
function credentialsOf({ keys, password, passwordLastUsed }: UserParts): Pick<LiveObject, 'credentials'> {
  if (keys.kind !== 'read' || password.kind !== 'read') return {};
  const accessKeys = byId(keys.value).map(({ id, state, created, lastUsed }): Credential => ({
    id,
    kind: 'access-key',
    state: state === 'Active' ? 'active' : 'inactive',
    created: timeOf(created) ?? null,
    lastUsed: usedIn(lastUsed),
    expires: null,
  }));
  const console: Credential = {
    id: 'console password',
    kind: 'password',
    state: 'active',
    created: null,
    lastUsed: usedIn(passwordLastUsed),
    expires: null,
  };
  return { credentials: [...accessKeys, ...(password.value ? [console] : [])] };
}

function usedIn(use: KeyParts['lastUsed']): Credential['lastUsed'] {
  return use.kind === 'read' ? (timeOf(use.value) ?? null) : 'untold';
}

export function policyObject(policy: PolicyParts, cast: Cast): Found {
  const { address, sheet } = begin(POLICY_KIND, policy.name, cast);
  const attributes = {
    path: policy.path,
    description: sheet.part('/description', policy.description, (description) => descriptionOf(sheet, description)),
    tags: sheet.tags(policy.tags),
    document: sheet.part('/document', policy.document, (text) => sheet.document('/document', text)),
  };
  const facts: Loose<ManagedPolicyFacts> = {
    ...commonFacts(policy),
    defaultVersion: policy.defaultVersion,
    versions: sheet.part('/document', policy.versions, (versions) =>
      Object.fromEntries([...versions].map(([id, created]) => [id, timeOf(created) ?? ''])),
    ),
    attachments: policy.attachments,
    boundaries: policy.boundaries,
  };
  return found(sheet, {
    address,
    kind: POLICY_KIND,
    incarnation: policy.id,
    attributes: present(attributes),
    facts: present(facts),
    ...owner(policy.tags, cast),
  });
}

export function oidcObject(provider: OidcParts, cast: Cast): Found {
  const { address, sheet } = begin(OIDC_KIND, provider.url, cast);
  const attributes = {
    audiences: setOf(provider.audiences),
    thumbprints: setOf(provider.thumbprints.map((one) => one.toLowerCase())),
    tags: sheet.tags(read(provider.tags)),
  };
  return found(sheet, {
    address,
    kind: OIDC_KIND,
    // It has no id of its own.
    incarnation: `${provider.arn} ${timeOf(provider.created) ?? ''}`,
    attributes: present(attributes),
    facts: commonFacts(provider),
    ...owner(read(provider.tags), cast),
  });
}

function begin(kind: string, name: string, cast: Cast) {
  const address = formatAddress({ source: cast.source, kind, name: [name] });
  return { address, sheet: new Sheet(address, cast) };
}

function found({ unreadable, notModelled }: Sheet, object: LiveObject): Found {
  return { object, unreadable, notModelled };
}

function commonFacts({ arn, created }: Pick<RoleParts, 'arn' | 'created'>): CommonFacts {
  return { arn, created: timeOf(created) ?? '' };
}

function owner(tags: RoleParts['tags'], cast: Cast): Pick<LiveObject, 'managedBy'> {
  const manager = tags.kind === 'read' ? managedBy(tags.value, cast.options) : undefined;
  return manager === undefined ? {} : { managedBy: manager };
}

function descriptionOf(sheet: Sheet, description: string | undefined): string | null | undefined {
  return description === undefined || description === ''
    ? null
    : sheet.text('/description', description, 'description');
}

function credentialFacts({ credentials }: UserParts, sheet: Sheet): UserFacts['credentials'] {
  const counts = Object.entries(credentials).map(
    ([what, count]) => [what, sheet.fact(`number of ${what}`, count, (number) => number)] as const,
  );
  return counts.length === 0 ? undefined : present(Object.fromEntries(counts));
}

function usedAt(lastUsed: string | undefined): { readonly lastUsed?: string } {
  return lastUsed === undefined ? {} : { lastUsed };
}

function byId(keys: readonly KeyParts[]): readonly KeyParts[] {
  return keys.toSorted((left, right) => (left.id < right.id ? -1 : 1));
}

function latest(times: readonly (string | undefined)[]): string | undefined {
  return times
    .filter((time) => time !== undefined)
    .toSorted()
    .at(-1);
}
