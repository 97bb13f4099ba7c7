/** The permissions that this server knows, as the apps API spells them (`pull_requests`; workflows write `pull-requests`). */
export const permissionNames = [
  'actions',
  'administration',
  'attestations',
  'checks',
  'contents',
  'deployments',
  'id_token',
  'issues',
  'members',
  'metadata',
  'pull_requests',
  'statuses',
  'workflows',
] as const;

export type PermissionName = (typeof permissionNames)[number];
export type PermissionLevel = 'read' | 'write' | 'admin';
export type Permissions = Readonly<Partial<Record<PermissionName, PermissionLevel>>>;

/** Roles on a repository, weakest first. */
export const roles = ['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const;
export type Role = (typeof roles)[number];

const levels: readonly (PermissionLevel | 'none')[] = ['none', 'read', 'write', 'admin'];

/** Whether `permissions` grant at least `level` of one of `names`. Metadata can always be read. */
export function grants(permissions: Permissions, names: readonly PermissionName[], level: PermissionLevel): boolean {
  const granted = (name: PermissionName): PermissionLevel | 'none' =>
    permissions[name] ?? (name === 'metadata' ? 'read' : 'none');
  return names.some((name) => levels.indexOf(granted(name)) >= levels.indexOf(level));
}

/** Whether `role` is at least `needed`. */
export function atLeast(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}

/** The stronger of two roles. */
export function strongest(left: Role, right: Role): Role {
  return atLeast(left, right) ? left : right;
}

/**
 * Reads a workflow's `permissions:` mapping (`pull-requests: write`) into the API's spelling.
 * Throws a RangeError for a name or level that GitHub does not have.
 */
export function workflowPermissions(written: Readonly<Record<string, string>>): Permissions {
  const read: Partial<Record<PermissionName, PermissionLevel>> = {};
  for (const [key, level] of Object.entries(written)) {
    const name = permissionNames.find((known) => known === key.replaceAll('-', '_'));
    if (name === undefined) throw new RangeError(`no such permission: ${key}`);
    if (level === 'none') continue;
    if (level !== 'read' && level !== 'write') throw new RangeError(`no such level for ${key}: ${level}`);
    read[name] = level;
  }
  return read;
}
