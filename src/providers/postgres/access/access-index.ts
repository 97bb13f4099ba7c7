import { compareText, formatAddress, parseAddress, type Address } from '../../../core/address.ts';
import type { AccessIndex, EffectivePermission } from '../../../core/access/effective.ts';
import { PUBLIC } from '../catalog/cast.ts';
import { ROLE_KIND } from '../kinds.ts';
import { own } from '../own.ts';
import type { Estate } from './estate.ts';
import { heldOn } from './evaluate.ts';
import { RoleGraph } from './graph.ts';
import { classesEverywhere, DATABASE_OWNER, isWideClass, rolesEverywhere, SERVER_POWERS } from './predefined.ts';
import { Resources, tableKey, type Resource } from './resources.ts';
import { privilegesOf } from '../names/privileges.ts';
import type { Held, Model } from './ways.ts';

/** Core's AccessIndex over one cluster, with what a comparison of two of them needs to know. */
export class PostgresAccess implements AccessIndex {
  readonly #source: string;
  readonly #model: Model;
  readonly everyone: Address;

  constructor(estate: Estate, source: string) {
    this.#source = source;
    this.#model = { estate, graph: new RoleGraph(estate), resources: new Resources(estate, source) };
    this.everyone = this.addressOf(PUBLIC);
  }

  has(principal: Address): boolean {
    const role = this.roleOf(principal);
    return role === PUBLIC || (role !== null && own(this.#model.estate.roles, role) !== undefined);
  }

  held(principal: Address): readonly EffectivePermission[] {
    const role = this.roleOf(principal);
    if (role === null) return [];
    if (role === PUBLIC) return this.#onAll(role, [...this.#model.resources.grantedTo(PUBLIC)].sort(compareText));
    return this.#onAll(role, this.within(role)).filter(({ path }) => path.basis !== 'everyone');
  }

  holders(text: string): readonly EffectivePermission[] {
    const resource = this.#model.resources.get(text);
    if (resource === null) return [];
    const roles = this.#model.graph.reaching([...this.#concerned(resource), ...this.#superusers()]);
    const found = [...roles].flatMap((role) => this.#on(role, text, resource));
    const everyone = this.#on(PUBLIC, text, resource);
    return [...everyone, ...found.filter(({ path }) => path.basis !== 'everyone')].sort(
      (left, right) => compareText(left.action, right.action) || compareText(left.principal, right.principal),
    );
  }

  on(principal: Address, text: string): readonly EffectivePermission[] {
    const role = this.roleOf(principal);
    const resource = this.#model.resources.get(text);
    return role === null || resource === null ? [] : this.#on(role, text, resource);
  }

  resolve(text: string): readonly string[] {
    return this.#model.resources.resolve(text);
  }

  /** Every role that has, or may come to, the privileges of one of these. */
  reaching(roles: Iterable<string>): ReadonlySet<string> {
    const { graph } = this.#model;
    return new Set([...graph.reaching(roles), ...graph.membersOf(roles)]);
  }

  /** Every resource on which a session of the role may have anything that not everyone has. */
  within(role: string): readonly string[] {
    const { graph, resources, estate } = this.#model;
    const { always, after, settable } = graph.reach(role);
    const roles = new Set([...always.keys(), ...after.keys()]);
    const owns = Object.values(estate.databases).some(({ objects }) => {
      const owner = own(objects, 'database')?.owner;
      return owner !== undefined && (roles.has(owner) || settable.has(owner));
    });
    if (owns) roles.add(DATABASE_OWNER);
    const found = [...roles].flatMap((other) => [
      ...resources.grantedTo(other),
      ...classesEverywhere(other).map((objectClass) => resources.everywhere(objectClass)),
    ]);
    const joined = [...graph.memberOf(role).keys()].map((other) => resources.role(other));
    return [...new Set([resources.server, ...joined, ...found])].sort(compareText);
  }

  /** The source as a whole. */
  get server(): string {
    return this.#model.resources.server;
  }

  resourceOf({ kind, database, key }: { kind: 'object' | 'future'; database: string; key: string }): string {
    const { resources } = this.#model;
    return kind === 'object' ? resources.object(database, key) : resources.future(database, key);
  }

  addressOf(role: string): Address {
    return formatAddress({ source: this.#source, kind: ROLE_KIND, name: [role] });
  }

  roleOf(principal: Address): string | null {
    const { source, kind, name } = parseAddress(principal);
    return source === this.#source && kind === ROLE_KIND && name.length === 1 ? (name[0] ?? null) : null;
  }

  #onAll(role: string, resources: readonly string[]): readonly EffectivePermission[] {
    return resources.flatMap((text) => {
      const resource = this.#model.resources.get(text);
      if (resource === null) return [];
      const permissions = this.#on(role, text, resource);
      return resource.kind === 'object' && resource.class === 'column'
        ? this.#beyondTable(role, resource, permissions)
        : permissions;
    });
  }

  #beyondTable(
    role: string,
    column: Extract<Resource, { kind: 'object' }>,
    permissions: readonly EffectivePermission[],
  ): readonly EffectivePermission[] {
    const text = this.#model.resources.object(column.database, tableKey(column.key));
    const table = this.#model.resources.get(text);
    const whole = new Set(table === null ? [] : this.#on(role, text, table).map(wayOf));
    return permissions.filter((permission) => !whole.has(wayOf(permission)));
  }

  #on(role: string, text: string, resource: Resource): readonly EffectivePermission[] {
    return heldOn(this.#model, role, resource)
      .map((held) => this.#permission(role, text, held))
      .sort((left, right) => compareText(left.action, right.action));
  }

  #permission(role: string, resource: string, { action, administers, basis, as, through }: Held): EffectivePermission {
    return {
      principal: this.addressOf(role),
      action,
      resource,
      power: administers ? 'administer' : 'use',
      condition: as === null ? null : `after SET ROLE to ${as}`,
      path: { basis, through: through.map((other) => this.addressOf(other)) },
    };
  }

  /** The roles that a resource names, by whose privileges it can be reached. */
  #concerned(resource: Resource): readonly string[] {
    const { estate, graph } = this.#model;
    switch (resource.kind) {
      case 'object': {
        const table = resource.class === 'column' ? this.#model.resources.tableOf(resource) : null;
        const named = [resource.owner, ...Object.keys(resource.acl), ...Object.keys(table?.acl ?? {})];
        const owner = own(own(estate.databases, resource.database)?.objects, 'database')?.owner ?? DATABASE_OWNER;
        const owners = named.includes(DATABASE_OWNER) ? [owner] : [];
        return [...named, ...owners, ...wideRoles(resource.class)];
      }
      case 'future':
        return Object.keys(resource.acl);
      case 'everywhere':
        return wideRoles(resource.class);
      case 'role':
        return [...graph.membersOf([resource.role])];
      case 'server':
        return [...Object.keys(estate.roles), ...Object.keys(SERVER_POWERS)];
    }
  }

  #superusers(): readonly string[] {
    return Object.entries(this.#model.estate.roles).flatMap(([role, { superuser }]) => (superuser ? [role] : []));
  }
}

function wayOf({ action, condition, path }: EffectivePermission): string {
  return JSON.stringify([action, condition, path]);
}

function wideRoles(objectClass: string): readonly string[] {
  const wide = objectClass === 'column' ? 'table' : objectClass;
  if (!isWideClass(wide)) return [];
  return privilegesOf(wide).flatMap((privilege) => rolesEverywhere(wide, privilege));
}
