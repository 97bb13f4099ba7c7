import { PUBLIC } from '../catalog/cast.ts';
import type { DatabaseFacts, MembershipFact } from '../facts.ts';
import { isSystemSchema, parseObject } from '../names/objects.ts';
import { parseScope } from '../normal-form/declared-grants.ts';
import { own, recordOf } from '../own.ts';
import type { Acl, Estate, EstateObject, EstateRole, Privileges } from './estate.ts';
import { classOf, defaultAcl, tableKey } from './resources.ts';

type State = Privileges[string] | undefined;
type Objects = { [object: string]: EstateObject };
type Defaults = { [scope: string]: Acl };

/** What a draft changed, as far as it can make a difference to somebody. */
export type Touch =
  | { readonly kind: 'object' | 'future'; readonly role: string; readonly database: string; readonly key: string }
  | { readonly kind: 'membership'; readonly role: string; readonly member: string }
  /** `everything`: also what it has through others, or is given. */
  | { readonly kind: 'role'; readonly role: string; readonly extent: 'attributes' | 'everything' };

/** An estate that is being changed, with everything that stays shared with the one before. */
export class EstateDraft {
  readonly touches: Touch[] = [];
  readonly #before: Estate;
  readonly #roles: Map<string, EstateRole>;
  #memberships: readonly MembershipFact[];
  readonly #objects = new Map<string, Objects>();
  readonly #defaults = new Map<string, Defaults>();
  readonly #facts = new Map<string, DatabaseFacts>();
  readonly #columns = new Map<string, ReadonlyMap<string, readonly string[]>>();

  constructor(before: Estate) {
    this.#before = before;
    this.#roles = new Map(Object.entries(before.roles));
    this.#memberships = before.memberships;
  }

  result(): Estate {
    const databases = Object.entries(this.#before.databases).map(([name, { objects, defaults }]) => {
      const changed = { objects: this.#objects.get(name) ?? objects, defaults: this.#defaults.get(name) ?? defaults };
      return [name, changed] as const;
    });
    return {
      version: this.#before.version,
      databases: recordOf(databases),
      roles: recordOf(this.#roles),
      memberships: this.#memberships,
    };
  }

  /** What patterns are expanded over: the objects as they were. */
  facts(database: string): DatabaseFacts {
    const known = this.#facts.get(database);
    if (known !== undefined) return known;
    const objects = Object.entries(own(this.#before.databases, database)?.objects ?? {}).flatMap(([key, { owner }]) => {
      const reference = parseObject(key);
      const named = reference.class !== 'database' && reference.class !== 'column' && !isSystemSchema(reference.schema);
      return named ? [[key, owner] as const] : [];
    });
    const facts = { owner: '', objects: recordOf(objects), otherOwned: {} };
    this.#facts.set(database, facts);
    return facts;
  }

  state(database: string, key: string, role: string, privilege: string): State {
    const object = own(this.#objectsOf(database), key);
    return object === undefined ? undefined : own(own(this.#aclOf(key, object), role), privilege);
  }

  /** `undefined` takes the privilege away, and a table's from its columns, as REVOKE does. */
  setPrivilege(database: string, key: string, role: string, privilege: string, state: State): void {
    const objects = this.#objectsOf(database);
    const object = own(objects, key) ?? this.#columnOf(objects, key);
    if (object === undefined) return;
    const acl = withPrivilege(this.#aclOf(key, object), role, privilege, state);
    this.#put(database, key, { owner: object.owner, acl });
    this.touches.push({ kind: 'object', role, database, key });
    if (state !== undefined || classOf(key) !== 'table') return;
    for (const column of this.#columnsOf(database, key))
      this.setPrivilege(database, column, role, privilege, undefined);
  }

  setDefault(database: string, scope: string, role: string, privilege: string, state: State): void {
    const defaults = this.#defaultsOf(database);
    defaults[scope] = withPrivilege(own(defaults, scope) ?? {}, role, privilege, state);
    this.touches.push({ kind: 'future', role, database, key: scope });
  }

  defaultState(database: string, scope: string, role: string, privilege: string): State {
    return own(own(own(this.#defaultsOf(database), scope), role), privilege);
  }

  setRole(name: string, role: EstateRole | null, extent: 'attributes' | 'everything'): void {
    if (role === null) this.#roles.delete(name);
    else this.#roles.set(name, role);
    this.touches.push({ kind: 'role', role: name, extent });
  }

  role(name: string): EstateRole | undefined {
    return this.#roles.get(name);
  }

  addMembership(fact: MembershipFact): void {
    this.#memberships = [...this.#memberships, fact];
    this.touches.push({ kind: 'membership', role: fact.role, member: fact.member });
  }

  removeMemberships(chosen: (fact: MembershipFact) => boolean): void {
    const removed = this.#memberships.filter(chosen);
    if (removed.length === 0) return;
    this.#memberships = this.#memberships.filter((fact) => !chosen(fact));
    for (const { role, member } of removed) this.touches.push({ kind: 'membership', role, member });
  }

  /** DROP OWNED of a role that owns nothing: its privileges there, those on the databases themselves, and default privileges. */
  removeGrants(database: string, role: string): void {
    for (const [name, { objects }] of Object.entries(this.#before.databases)) {
      const keys = name === database ? Object.keys(objects) : ['database'];
      for (const key of keys) {
        const acl = own(this.#objectsOf(name), key)?.acl ?? {};
        for (const privilege of Object.keys(own(acl, role) ?? {}))
          this.setPrivilege(name, key, role, privilege, undefined);
      }
    }
    for (const [scope, acl] of Object.entries(this.#defaultsOf(database))) {
      const grantees = parseScope(scope).creator === role ? Object.keys(acl) : [role];
      for (const grantee of grantees) {
        for (const privilege of Object.keys(own(acl, grantee) ?? {}))
          this.setDefault(database, scope, grantee, privilege, undefined);
      }
    }
  }

  /** REASSIGN OWNED: what the old owner held as one is the new one's, also in access lists. */
  reassign(database: string, from: string, to: string): void {
    for (const name of Object.keys(this.#before.databases)) {
      const keys = name === database ? Object.keys(this.#objectsOf(name)) : ['database'];
      for (const key of keys) {
        const object = own(this.#objectsOf(name), key);
        if (object === undefined || object.owner !== from) continue;
        this.#put(name, key, { owner: to, acl: object.acl === null ? null : renamed(object.acl, from, to) });
        for (const role of [from, to]) {
          this.touches.push({ kind: 'object', role, database: name, key });
          // A database's owner has what pg_database_owner has.
          if (key === 'database') this.touches.push({ kind: 'role', role, extent: 'everything' });
        }
      }
    }
  }

  #objectsOf(database: string): Readonly<Objects> {
    return this.#objects.get(database) ?? own(this.#before.databases, database)?.objects ?? {};
  }

  #put(database: string, key: string, object: EstateObject): void {
    let objects = this.#objects.get(database);
    if (objects === undefined) {
      objects = { ...own(this.#before.databases, database)?.objects };
      this.#objects.set(database, objects);
    }
    objects[key] = object;
  }

  #defaultsOf(database: string): Defaults {
    const known = this.#defaults.get(database) ?? { ...own(this.#before.databases, database)?.defaults };
    this.#defaults.set(database, known);
    return known;
  }

  #aclOf(key: string, { owner, acl }: EstateObject): Acl {
    return acl ?? defaultAcl(classOf(key), owner, this.#before.version);
  }

  /** The first privilege on a column makes its list. */
  #columnOf(objects: Readonly<Objects>, key: string): EstateObject | undefined {
    const table = classOf(key) === 'column' ? own(objects, tableKey(key)) : undefined;
    return table === undefined ? undefined : { owner: table.owner, acl: {} };
  }

  #columnsOf(database: string, table: string): readonly string[] {
    let tables = this.#columns.get(database);
    if (tables === undefined) {
      const columns = Object.keys(own(this.#before.databases, database)?.objects ?? {}).filter(
        (key) => classOf(key) === 'column',
      );
      tables = Map.groupBy(columns, tableKey);
      this.#columns.set(database, tables);
    }
    return tables.get(table) ?? [];
  }
}

function withPrivilege(acl: Acl, role: string, privilege: string, state: State): Acl {
  const { [privilege]: _gone, ...others } = own(acl, role) ?? {};
  const privileges = state === undefined ? others : { ...others, [privilege]: state };
  const { [role]: _before, ...rest } = acl;
  return Object.keys(privileges).length === 0 ? rest : { ...rest, [role]: privileges };
}

function renamed(acl: Acl, from: string, to: string): Acl {
  const { [from]: moved, ...rest } = acl;
  if (moved === undefined || from === PUBLIC) return acl;
  const known = own(rest, to) ?? {};
  const options = Object.entries(known).filter(([, state]) => state === 'grantable');
  return { ...rest, [to]: { ...known, ...moved, ...Object.fromEntries(options) } };
}
