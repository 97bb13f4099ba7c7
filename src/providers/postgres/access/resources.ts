import { PUBLIC } from '../catalog/cast.ts';
import type { ObjectClass } from '../names/objects.ts';
import { ownerPrivileges, publicPrivileges } from '../names/privileges.ts';
import { parseScope } from '../normal-form/declared-grants.ts';
import type { Acl, Estate, EstateDatabase, EstateObject, Privileges } from './estate.ts';
import { WIDE_CLASSES, type WideClass } from './predefined.ts';

/** What something can be done on. */
export type Resource =
  | {
      readonly kind: 'object';
      readonly database: string;
      readonly class: ObjectClass;
      readonly key: string;
      readonly owner: string;
      readonly acl: Acl;
    }
  /** What does not exist yet: default privileges. */
  | { readonly kind: 'future'; readonly database: string; readonly class: ObjectClass; readonly acl: Acl }
  /** Every object of a class, in every database. */
  | { readonly kind: 'everywhere'; readonly class: WideClass }
  | { readonly kind: 'role'; readonly role: string }
  /** The whole of it: attributes, and what predefined roles bring. */
  | { readonly kind: 'server' };

/** The class of what default privileges are for, by the plural that documents use. */
export const FUTURE_CLASSES: { readonly [plural: string]: ObjectClass } = {
  tables: 'table',
  sequences: 'sequence',
  functions: 'function',
  types: 'type',
  schemas: 'schema',
};

/** Names every resource of one estate as `permissions.ts` names it, and finds what is granted to whom. Each table is made when it is first asked for. */
export class Resources {
  readonly #estate: Estate;
  readonly #source: string;
  #all: ReadonlyMap<string, Resource> | null = null;
  #byGrantee: ReadonlyMap<string, readonly string[]> | null = null;
  readonly #defaults = new Map<string, Acl>();

  constructor(estate: Estate, source: string) {
    this.#estate = estate;
    this.#source = source;
  }

  get server(): string {
    return this.#source;
  }

  role(name: string): string {
    return `${this.#source}: role ${name}`;
  }

  everywhere(objectClass: WideClass): string {
    return `${this.#source}: every ${objectClass}`;
  }

  object(database: string, key: string): string {
    return objectResource(this.#source, database, key);
  }

  future(database: string, scope: string): string {
    return futureResource(this.#source, database, scope);
  }

  /** A column without privileges of its own is there, too, as long as its table is. */
  get(text: string): Resource | null {
    return this.#table().get(text) ?? this.#plainColumn(text);
  }

  /** The table that a column belongs to. */
  tableOf(column: Extract<Resource, { kind: 'object' }>): Extract<Resource, { kind: 'object' }> | null {
    const table = this.#table().get(this.object(column.database, tableKey(column.key)));
    return table?.kind === 'object' ? table : null;
  }

  /** Everything on which a role, or PUBLIC, was granted something or which it owns. */
  grantedTo(grantee: string): readonly string[] {
    this.#byGrantee ??= this.#grantees();
    return this.#byGrantee.get(grantee) ?? [];
  }

  /** By its whole spelling, else without the place that it is in; a table with those of its columns that have privileges of their own. */
  resolve(text: string): readonly string[] {
    const exact = this.get(text);
    const found = exact === null ? this.#places().map((place) => `${place}: ${text}`) : [text];
    return found
      .filter((candidate) => this.get(candidate) !== null)
      .sort()
      .flatMap((candidate) => [candidate, ...this.#columnsOf(candidate).toSorted()]);
  }

  #places(): readonly string[] {
    return [this.#source, ...Object.keys(this.#estate.databases).map((database) => `${this.#source}/${database}`)];
  }

  #columnsOf(text: string): readonly string[] {
    const table = this.#table().get(text);
    if (table?.kind !== 'object' || table.class !== 'table') return [];
    return [...this.#table()].flatMap(([name, other]) => {
      if (other.kind !== 'object' || other.class !== 'column' || other.database !== table.database) return [];
      return tableKey(other.key) === table.key ? [name] : [];
    });
  }

  #plainColumn(text: string): Resource | null {
    const at = text.indexOf(': column ');
    const database = at < 0 ? '' : text.slice(this.#source.length + 1, at);
    if (this.object(database, '') !== text.slice(0, at + 2)) return null;
    const key = text.slice(at + 2);
    const table = this.#table().get(this.object(database, tableKey(key)));
    if (table?.kind !== 'object') return null;
    return { kind: 'object', database, class: 'column', key, owner: table.owner, acl: {} };
  }

  #table(): ReadonlyMap<string, Resource> {
    this.#all ??= new Map(this.#resources());
    return this.#all;
  }

  *#resources(): Generator<readonly [string, Resource]> {
    yield [this.server, { kind: 'server' }];
    for (const objectClass of WIDE_CLASSES)
      yield [this.everywhere(objectClass), { kind: 'everywhere', class: objectClass }];
    for (const role of Object.keys(this.#estate.roles)) yield [this.role(role), { kind: 'role', role }];
    for (const [database, facts] of Object.entries(this.#estate.databases)) yield* this.#resourcesIn(database, facts);
  }

  *#resourcesIn(database: string, { objects, defaults }: EstateDatabase): Generator<readonly [string, Resource]> {
    for (const [key, object] of Object.entries(objects)) {
      const objectClass = classOf(key);
      const acl = object.acl ?? this.#defaultAcl(objectClass, object);
      yield [
        this.object(database, key),
        { kind: 'object', database, class: objectClass, key, owner: object.owner, acl },
      ];
    }
    for (const [scope, acl] of Object.entries(defaults)) {
      const objectClass = FUTURE_CLASSES[parseScope(scope).objects] ?? 'table';
      yield [this.future(database, scope), { kind: 'future', database, class: objectClass, acl }];
    }
  }

  /** What acldefault gives; one value for all objects of an owner. */
  #defaultAcl(objectClass: ObjectClass, { owner }: EstateObject): Acl {
    const key = `${objectClass} ${owner}`;
    const known = this.#defaults.get(key) ?? defaultAcl(objectClass, owner, this.#estate.version);
    this.#defaults.set(key, known);
    return known;
  }

  #grantees(): ReadonlyMap<string, readonly string[]> {
    const lists = new Map<string, string[]>();
    const add = (grantee: string, resource: string) => {
      const list = lists.get(grantee);
      if (list === undefined) lists.set(grantee, [resource]);
      else list.push(resource);
    };
    for (const [name, resource] of this.#table()) {
      if (resource.kind !== 'object' && resource.kind !== 'future') continue;
      for (const grantee of Object.keys(resource.acl)) add(grantee, name);
      // Also an owner that revoked its own privileges may grant them.
      if (resource.kind === 'object' && !Object.hasOwn(resource.acl, resource.owner)) add(resource.owner, name);
    }
    return lists;
  }
}

export function defaultAcl(objectClass: ObjectClass, owner: string, version: number): Acl {
  const everyone = privilegeSet(publicPrivileges(objectClass));
  return {
    [owner]: privilegeSet(ownerPrivileges(objectClass, version)),
    ...(Object.keys(everyone).length === 0 ? {} : { [PUBLIC]: everyone }),
  };
}

function privilegeSet(privileges: readonly string[]): Privileges {
  return Object.fromEntries(privileges.map((privilege) => [privilege, 'granted']));
}

function objectResource(source: string, database: string, key: string): string {
  return `${source}/${database}: ${key}`;
}

/** The default privileges of a scope are on what is yet to come. */
function futureResource(source: string, database: string, scope: string): string {
  const { creator, objects, schema } = parseScope(scope);
  return `${source}/${database}: future ${objects}${schema === null ? '' : ` in schema ${schema}`} created by ${creator}`;
}

export function classOf(key: string): ObjectClass {
  const space = key.indexOf(' ');
  return (space < 0 ? key : key.slice(0, space)) as ObjectClass;
}

/** The key of a column's table. Nothing behind the last dot outside of quotes belongs to it. */
export function tableKey(column: string): string {
  const [name = ''] = /(?:"(?:[^"]|"")*"|[^."]+)$/u.exec(column) ?? [];
  return `table ${column.slice('column '.length, column.length - name.length - 1)}`;
}
