import type { Row } from '../connect.ts';
import { entriesIn, type AclEntry } from './acl.ts';
import { PUBLIC_OID, type Cast } from './cast.ts';
import type { DatabaseRows } from './database.ts';
import type { Sink } from './sink.ts';
import { parseJson } from '../../../core/parse-json.ts';

/** What the built-in default gives on classes that no document can name. */
const DEFAULTS: {
  readonly [objectClass: string]: { readonly owner: readonly string[]; readonly public: readonly string[] };
} = {
  language: { owner: ['USAGE'], public: ['USAGE'] },
  'foreign data wrapper': { owner: ['USAGE'], public: [] },
  'foreign server': { owner: ['USAGE'], public: [] },
  'large object': { owner: ['SELECT', 'UPDATE'], public: [] },
  tablespace: { owner: ['CREATE'], public: [] },
  parameter: { owner: ['ALTER SYSTEM', 'SET'], public: [] },
};

/** One privilege on an object of a class without documents. `database` null: cluster-wide. */
type Fact = { readonly class: string; readonly name: string; readonly database: string | null; readonly owner: string };

/** Lists every explicit privilege of identities and PUBLIC, one by one, and every default one that owner or PUBLIC lost. Rows: class, name, owner, entries. */
export function gatherUnmodelled(rows: readonly Row[], database: string | null, cast: Cast, sink: Sink): void {
  for (const [objectClass, name, owner, entries = null] of rows) {
    const fact = { class: objectClass ?? '', name: name ?? '', database, owner: owner ?? '' };
    gatherFact(fact, entriesIn(entries), cast, sink);
  }
}

function gatherFact(fact: Fact, entries: readonly AclEntry[], cast: Cast, sink: Sink): void {
  const defaults = DEFAULTS[fact.class] ?? { owner: [], public: [] };
  for (const { grantee, grantor, privileges } of entries) {
    if (grantee === fact.owner || !(cast.isIdentity(grantee) || grantee === PUBLIC_OID)) continue;
    for (const { name, grantable } of privileges.list) {
      if (grantee === PUBLIC_OID && defaults.public.includes(name)) continue;
      const by = `granted to ${nameOf(grantee, cast)} by ${cast.nameOf(grantor) ?? 'a dropped role'}`;
      note(fact, grantee, `${name} ${by}${grantable ? ' with grant option' : ''}`, cast, sink);
    }
  }
  if (cast.isIdentity(fact.owner)) noteLosses(fact, entries, fact.owner, defaults.owner, cast, sink);
  noteLosses(fact, entries, PUBLIC_OID, defaults.public, cast, sink);
}

function noteLosses(
  fact: Fact,
  entries: readonly AclEntry[],
  grantee: string,
  expected: readonly string[],
  cast: Cast,
  sink: Sink,
): void {
  const holds = entries.flatMap((entry) =>
    entry.grantee === grantee ? entry.privileges.list.map(({ name }) => name) : [],
  );
  for (const privilege of expected.filter((name) => !holds.includes(name))) {
    note(fact, grantee, `${privilege} revoked from ${nameOf(grantee, cast)}`, cast, sink);
  }
}

function note(fact: Fact, grantee: string, what: string, cast: Cast, sink: Sink): void {
  const place = fact.database === null ? '' : ` in ${fact.database}`;
  sink.notModelled.push({
    address: cast.isIdentity(grantee) ? cast.addressOf(cast.nameOf(grantee) ?? '') : null,
    what: fact.class,
    detail: `${fact.name}${place}: ${what}`,
  });
}

function nameOf(oid: string, cast: Cast): string {
  return oid === PUBLIC_OID ? 'PUBLIC' : (cast.nameOf(oid) ?? 'a dropped role');
}

/** Policies and user mappings that name an identity. */
export function gatherMentions(rows: DatabaseRows, cast: Cast, sink: Sink): void {
  for (const [what, names, role] of rows.mentions) {
    const name = cast.nameOf(role ?? null);
    if (name === null || !(cast.isIdentity(role ?? null) || role === PUBLIC_OID)) continue;
    const parts = parseJson(names ?? '[]') as readonly string[];
    const [first = '', schema, table] = parts;
    const place = schema === undefined ? '' : ` on ${schema}.${table}`;
    sink.notModelled.push({
      address: role === PUBLIC_OID ? null : cast.addressOf(name),
      what: what ?? '',
      detail: `${first}${place} in ${rows.database}`,
    });
  }
}
