import { hasPrivilegesOf, maySetRole, writerAuthority } from './authority.ts';
import type { ForeignGrant, PostgresFacts } from '../facts.ts';
import { formatObject, parseObject } from '../names/objects.ts';
import { own } from '../own.ts';

/** One privilege of one role on one object. */
export type Held = {
  readonly database: string;
  readonly object: string;
  readonly privilege: string;
  readonly role: string;
};

/** As whom a statement runs (null: the login itself), or that the login can become nobody who may. */
export type Actor = { readonly kind: 'as'; readonly role: string | null } | { readonly kind: 'nobody' };

export function ownerOf(facts: PostgresFacts, database: string, object: string): string | null {
  const known = own(facts.database, database);
  if (object === 'database') return known?.owner ?? null;
  return own(known?.objects, containerOf(object)) ?? null;
}

/** The table that `column billing.invoices.amount` is about; any other object is itself. */
export function containerOf(key: string): string {
  if (!key.startsWith('column ')) return key;
  const object = parseObject(key);
  return object.class === 'column' ? formatObject({ class: 'table', schema: object.schema, name: object.table }) : key;
}

/** Who granted it. The object's owner alone, unless the catalogue says otherwise. */
export function grantorsOf(
  facts: PostgresFacts,
  held: Held,
  grantable: boolean,
): readonly Pick<ForeignGrant, 'grantor' | 'grantable'>[] {
  const foreign = facts.foreignGrants.filter(
    (grant) =>
      grant.grantee === held.role &&
      grant.database === held.database &&
      grant.object === held.object &&
      grant.privilege === held.privilege,
  );
  const owner = ownerOf(facts, held.database, held.object);
  return foreign.length > 0 || owner === null ? foreign : [{ grantor: owner, grantable }];
}

/** What the role has given on by its grant option: a REVOKE would have to take these, too. */
export function dependentsOf(facts: PostgresFacts, held: Held): readonly ForeignGrant[] {
  return facts.foreignGrants.filter(
    (grant) =>
      grant.grantor === held.role &&
      grant.grantee !== held.role &&
      grant.database === held.database &&
      grant.object === held.object &&
      grant.privilege === held.privilege,
  );
}

/**
 * The server records as grantor a superuser's or the owner's grant as the owner's, and otherwise searches the actor's own
 * grant options first and those of inherited roles after (select_best_grantor in acl.c): being exactly one role leaves no choice.
 */
export function actorForGrant(facts: PostgresFacts, held: Held): Actor {
  const owner = actorForOwner(facts, held);
  if (owner.kind === 'as') return owner;
  const writer = writerAuthority(facts);
  return writer.kind === 'known' && holdsGrantOption(facts, writer.name, held) ? { kind: 'as', role: null } : owner;
}

function actorForOwner(facts: PostgresFacts, held: Held): Actor {
  const writer = writerAuthority(facts);
  const owner = ownerOf(facts, held.database, held.object);
  if (writer.kind === 'unknown' || writer.superuser || writer.name === owner) return { kind: 'as', role: null };
  if (owner === null) return { kind: 'nobody' };
  if (maySetRole(facts, writer, owner, held.database)) return { kind: 'as', role: owner };
  const inherits = hasPrivilegesOf(facts, writer, owner, held.database) && !holdsGrantOption(facts, writer.name, held);
  return inherits ? { kind: 'as', role: null } : { kind: 'nobody' };
}

function holdsGrantOption(facts: PostgresFacts, writer: string, held: Held): boolean {
  return facts.foreignGrants.some(
    (grant) =>
      (grant.grantor === writer || (grant.grantee === writer && grant.grantable)) &&
      grant.database === held.database &&
      grant.object === held.object &&
      grant.privilege === held.privilege,
  );
}

export function actorForRevoke(facts: PostgresFacts, held: Held, grantor: string): Actor {
  if (grantor === ownerOf(facts, held.database, held.object)) return actorForOwner(facts, held);
  // Whatever a superuser revokes, it revokes as the owner: what it once granted as itself is out of reach.
  if (own(facts.roles, grantor)?.superuser === true) return { kind: 'nobody' };
  const writer = writerAuthority(facts);
  if (writer.kind === 'known' && writer.name === grantor) return { kind: 'as', role: null };
  return maySetRole(facts, writer, grantor, held.database) ? { kind: 'as', role: grantor } : { kind: 'nobody' };
}
