import type { PrivilegeState } from '../model.ts';

/**
 * SQL that joins each ACL's entries as rows of x: grantee, grantor, privileges (`SELECT,UPDATE*`, a star for the grant option).
 * Parameter 1 holds the oids whose entries are wanted (as grantee or grantor; null: all); PUBLIC's and the owner's always come.
 * An ACL without any such entry gives one row of nulls, so that an owner who holds nothing is seen.
 * A NULL ACL is the built-in default, which gives nothing to anyone but owner and PUBLIC: callers leave those objects out.
 */
export function explodedAcl(acl: string, owner: string): string {
  return `LEFT JOIN LATERAL (
      SELECT a.grantee, a.grantor,
        pg_catalog.string_agg(a.privilege_type || CASE WHEN a.is_grantable THEN '*' ELSE '' END, ',') AS privileges
      FROM pg_catalog.aclexplode(${acl}) a
      WHERE $1::pg_catalog.oid[] IS NULL OR a.grantee = ANY ($1) OR a.grantor = ANY ($1) OR a.grantee = 0 OR a.grantee = ${owner}
      GROUP BY a.grantee, a.grantor
    ) x ON true`;
}

export type Privileges = readonly { readonly name: string; readonly grantable: boolean }[];

/** One entry's privileges, as a list and as the normal form has them. */
export type AclPrivileges = {
  readonly list: Privileges;
  readonly set: { readonly [privilege: string]: PrivilegeState };
};

/** A cluster has few different sets, and many entries: each text is taken apart once. */
const KNOWN = new Map<string, AclPrivileges>();
const MAXIMUM_KNOWN = 10_000;

/** Reads the `privileges` column back. */
export function privilegesIn(text: string | null): AclPrivileges {
  const known = KNOWN.get(text ?? '');
  if (known !== undefined) return known;
  const list = (text ?? '').split(',').flatMap((entry) => {
    if (entry === '') return [];
    return [entry.endsWith('*') ? { name: entry.slice(0, -1), grantable: true } : { name: entry, grantable: false }];
  });
  const set = Object.fromEntries(
    list.map(({ name, grantable }): [string, PrivilegeState] => [name, grantable ? 'grantable' : 'granted']),
  );
  if (KNOWN.size < MAXIMUM_KNOWN) KNOWN.set(text ?? '', { list, set });
  return { list, set };
}
