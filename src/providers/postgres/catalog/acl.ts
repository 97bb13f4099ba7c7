import type { PrivilegeState } from '../normal-form/model.ts';

/**
 * SQL that joins each ACL as one row of x: `entries`, as `grantee grantor PRIVILEGE,PRIVILEGE*;…` with oids and a star for the grant option;
 * null where none is wanted. A row an object costs server and client half of what a row an entry would.
 * Parameter 1 holds the oids whose entries are wanted (as grantee or grantor; null: all); PUBLIC's and the owner's always come.
 * A NULL ACL is the built-in default, which gives nothing to anyone but owner and PUBLIC: callers leave those objects out.
 */
export function explodedAcl(acl: string, owner: string): string {
  return `LEFT JOIN LATERAL (
      SELECT pg_catalog.string_agg(e.entry, ';') AS entries FROM (
        SELECT a.grantee::pg_catalog.text || ' ' || a.grantor::pg_catalog.text || ' ' ||
          pg_catalog.string_agg(a.privilege_type || CASE WHEN a.is_grantable THEN '*' ELSE '' END, ',') AS entry
        FROM pg_catalog.aclexplode(${acl}) a
        WHERE $1::pg_catalog.oid[] IS NULL OR a.grantee = ANY ($1) OR a.grantor = ANY ($1) OR a.grantee = 0 OR a.grantee = ${owner}
        GROUP BY a.grantee, a.grantor
      ) e
    ) x ON true`;
}

/** What one grantor gave one grantee, as oids. */
export type AclEntry = { readonly grantee: string; readonly grantor: string; readonly privileges: AclPrivileges };

/** Reads the `entries` column back. */
export function entriesIn(text: string | null): readonly AclEntry[] {
  if (text === null || text === '') return [];
  return text.split(';').map((entry) => {
    const first = entry.indexOf(' ');
    const second = entry.indexOf(' ', first + 1);
    return {
      grantee: entry.slice(0, first),
      grantor: entry.slice(first + 1, second),
      privileges: privilegesIn(entry.slice(second + 1)),
    };
  });
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

function privilegesIn(text: string): AclPrivileges {
  const known = KNOWN.get(text);
  if (known !== undefined) return known;
  const list = text
    .split(',')
    .map((entry) =>
      entry.endsWith('*') ? { name: entry.slice(0, -1), grantable: true } : { name: entry, grantable: false },
    );
  const set = Object.fromEntries(
    list.map(({ name, grantable }): [string, PrivilegeState] => [name, grantable ? 'grantable' : 'granted']),
  );
  if (KNOWN.size < MAXIMUM_KNOWN) KNOWN.set(text, { list, set });
  return { list, set };
}
