import type { ObjectClass } from './objects.ts';

/** What ALL means, by class: what every supported server knows, so that an upgrade never changes the meaning of a document. */
const ALL: { readonly [objectClass in ObjectClass]: readonly string[] } = {
  database: ['CONNECT', 'CREATE', 'TEMPORARY'],
  schema: ['CREATE', 'USAGE'],
  table: ['DELETE', 'INSERT', 'REFERENCES', 'SELECT', 'TRIGGER', 'TRUNCATE', 'UPDATE'],
  column: ['INSERT', 'REFERENCES', 'SELECT', 'UPDATE'],
  sequence: ['SELECT', 'UPDATE', 'USAGE'],
  function: ['EXECUTE'],
  procedure: ['EXECUTE'],
  type: ['USAGE'],
};

/** server_version_num from which a privilege exists, where it is not all supported ones. */
const MAINTAIN_SINCE = 170_000;

/** Every keyword that a document may use. */
export const PRIVILEGES = [
  'ALL',
  'CONNECT',
  'CREATE',
  'DELETE',
  'EXECUTE',
  'INSERT',
  'MAINTAIN',
  'REFERENCES',
  'SELECT',
  'TEMPORARY',
  'TRIGGER',
  'TRUNCATE',
  'UPDATE',
  'USAGE',
] as const;

/** The privileges that a class knows on some supported server; MAINTAIN is never part of ALL. */
export function privilegesOf(objectClass: ObjectClass): readonly string[] {
  return objectClass === 'table' ? [...ALL.table, 'MAINTAIN'] : ALL[objectClass];
}

export function expandPrivileges(objectClass: ObjectClass, declared: readonly string[]): readonly string[] {
  return [...new Set(declared.flatMap((privilege) => (privilege === 'ALL' ? ALL[objectClass] : [privilege])))];
}

export function isSupportedBy(version: number, privilege: string): boolean {
  return privilege !== 'MAINTAIN' || version >= MAINTAIN_SINCE;
}

/** What an owner holds while nobody revoked it, on this server. */
export function ownerPrivileges(objectClass: ObjectClass, version: number): readonly string[] {
  return privilegesOf(objectClass).filter((privilege) => objectClass !== 'column' && isSupportedBy(version, privilege));
}

/** What PUBLIC holds where the ACL is NULL (acldefault). */
export function publicPrivileges(objectClass: ObjectClass): readonly string[] {
  switch (objectClass) {
    case 'database':
      return ['CONNECT', 'TEMPORARY'];
    case 'function':
    case 'procedure':
      return ['EXECUTE'];
    case 'type':
      return ['USAGE'];
    case 'schema':
    case 'table':
    case 'column':
    case 'sequence':
      return [];
  }
}
