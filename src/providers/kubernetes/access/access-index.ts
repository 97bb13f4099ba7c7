import { compareText, type Address } from '../../../core/address.ts';
import type { AccessIndex, EffectivePermission } from '../../../core/access/effective.ts';
import { powerOf } from '../risk/powers.ts';
import { EVERY_VERB } from '../rules/normal-form.ts';
import { targetText } from '../rules/target.ts';
import { Bindings } from './bindings.ts';
import type { Estate } from './estate.ts';
import {
  best,
  heldOn,
  holdingsOf,
  namedOn,
  resourcesOf,
  waysBy,
  type Held,
  type Holding,
  type Model,
} from './evaluate.ts';
import { addressOf, ALL_ACCOUNTS, EVERYONES_GROUPS, principalOf, roleAt, type Principal } from './principals.ts';
import { BOUND_TO, parseResource, resourceAt, resourceText, type Resource } from './resources.ts';
import { Roles } from './roles.ts';

/** Core's AccessIndex over one cluster, with what a comparison of two of them needs to know. */
export class KubernetesAccess implements AccessIndex {
  readonly model: Model;
  readonly everyone: Address;
  readonly #accounts: ReadonlySet<Address>;
  readonly #holdings = new Map<Address, readonly Holding[]>();
  #other: KubernetesAccess | null = null;

  constructor(estate: Estate, source: string) {
    this.model = { source, bindings: new Bindings(estate.bindings), roles: new Roles(estate, source) };
    this.everyone = this.addressOf({ kind: 'group', name: ALL_ACCOUNTS });
    const accounts = estate.serviceAccounts.map((account) => this.addressOf({ kind: 'service-account', ...account }));
    this.#accounts = new Set(accounts);
  }

  /**
   * Two states of one cluster, which tell of a resource by the actions that a role names on just that in either of them: what a
   * wildcard brings is told of the wildcard.
   */
  static pair(before: Estate, after: Estate, source: string): readonly [KubernetesAccess, KubernetesAccess] {
    const [one, other] = [new KubernetesAccess(before, source), new KubernetesAccess(after, source)];
    one.#other = other;
    other.#other = one;
    return [one, other];
  }

  has(principal: Address): boolean {
    const found = principalOf(this.model.source, principal);
    switch (found?.kind) {
      case undefined:
        return false;
      case 'service-account':
        return this.#accounts.has(principal);
      case 'role':
        return this.model.roles.has(found);
      case 'group':
        return principal === this.everyone || this.model.bindings.of(found).length > 0;
    }
  }

  held(principal: Address): readonly EffectivePermission[] {
    const held = this.#holdingsOf(principal).flatMap((holding) =>
      [...resourcesOf(holding)].flatMap((resource) => {
        const text = resourceText(this.model.source, resource);
        return waysBy(this.model, holding, resource).map((way) => this.#permission(principal, text, resource, way));
      }),
    );
    const all = [...Map.groupBy(held, ({ resource, action }) => `${action}\0${resource}`).values()].flatMap(best);
    const told = new Set(all.map(wayOf));
    return all
      .filter(({ path }) => principal === this.everyone || path.basis !== 'everyone')
      .filter(
        (permission) =>
          permission.action === BOUND_TO ||
          !told.has(wayOf({ ...permission, resource: this.#everywhere(permission.resource) })),
      )
      .sort((left, right) => compareText(left.resource, right.resource) || compareText(left.action, right.action));
  }

  holders(text: string): readonly EffectivePermission[] {
    const everyone = this.#permissions(this.everyone, text);
    const own = this.#subjects().flatMap((principal) => this.#permissions(principal, text));
    return [...everyone, ...own.filter(({ path }) => path.basis !== 'everyone')].sort(
      (left, right) => compareText(left.action, right.action) || compareText(left.principal, right.principal),
    );
  }

  on(principal: Address, text: string): readonly EffectivePermission[] {
    const found = this.#permissions(principal, text);
    if (this.#other === null) return found;
    const every = found.find(({ action }) => action === EVERY_VERB);
    const named = [...this.#namedOn(principal, text), ...this.#other.#namedOn(principal, text)];
    return [...new Set(named)].sort(compareText).flatMap((action) => {
      const own = found.find((one) => one.action === action);
      return own ?? (every === undefined || action === BOUND_TO ? [] : { ...every, action });
    });
  }

  resolve(text: string): readonly string[] {
    const { source } = this.model;
    const whole = parseResource(source, text) === null ? this.#places(text) : [text];
    return whole.sort(compareText).flatMap((one) => [one, ...this.#named(one)]);
  }

  addressOf(principal: Principal): Address {
    return addressOf(this.model.source, principal);
  }

  /** Every resource that a principal's roles name, in the places where it has them. */
  within(principal: Address): readonly string[] {
    const { model } = this;
    return this.#holdingsOf(principal).flatMap((holding) =>
      [...resourcesOf(holding)].map((resource) => resourceText(model.source, resource)),
    );
  }

  #namedOn(principal: Address, text: string): readonly string[] {
    const resource = parseResource(this.model.source, text);
    return resource === null ? [] : this.#holdingsOf(principal).flatMap((holding) => namedOn(holding, resource));
  }

  #holdingsOf(principal: Address): readonly Holding[] {
    const known = this.#holdings.get(principal);
    if (known !== undefined) return known;
    const found = this.has(principal) ? principalOf(this.model.source, principal) : null;
    const holdings = found === null ? [] : holdingsOf(this.model, found);
    this.#holdings.set(principal, holdings);
    return holdings;
  }

  /** Not those of a role, which nobody logs in as. */
  #subjects(): readonly Address[] {
    const groups = [...this.model.bindings.all()].flatMap(({ subject }) =>
      subject.kind === 'group' && !EVERYONES_GROUPS.includes(subject.name) ? [this.addressOf(subject)] : [],
    );
    return [...new Set([...this.#accounts, ...groups])];
  }

  #permissions(principal: Address, text: string): readonly EffectivePermission[] {
    const resource = parseResource(this.model.source, text);
    if (resource === null) return [];
    return heldOn(this.model, this.#holdingsOf(principal), resource)
      .map((held) => this.#permission(principal, text, resource, held))
      .sort(byAction);
  }

  #permission(principal: Address, text: string, resource: Resource, { action, path }: Held): EffectivePermission {
    return { principal, action, resource: text, power: powerOf(action, resource), condition: null, path };
  }

  /** The text of the same in all namespaces; of what is there already, a text that nothing has. */
  #everywhere(text: string): string {
    const { source } = this.model;
    return text.startsWith(`${source}/`) ? `${source}${text.slice(text.indexOf(': '))}` : '';
  }

  /** Where something that was written without its place is: everywhere, and in each namespace in which somebody has it. */
  #places(text: string): string[] {
    const { source, bindings, roles } = this.model;
    const found = new Set<string>();
    for (const { namespace, role } of bindings.all()) {
      const resource = resourceAt(namespace, text);
      if (resource === null) return [];
      const grants = roles.grants(roleAt(namespace, role)).grants;
      const isThere =
        resource.kind === 'role'
          ? resource.role.kind === role.kind && resource.role.name === role.name
          : grants.verbsOn(resource.target).length > 0;
      if (isThere) found.add(resourceText(source, resource));
    }
    const everywhere = resourceAt(null, text);
    if (everywhere !== null && everywhere.kind === 'target') found.add(resourceText(source, everywhere));
    return [...found];
  }

  /** Of a resource that is meant as a whole, those that are named one by one. */
  #named(text: string): readonly string[] {
    const { source, bindings, roles } = this.model;
    const whole = parseResource(source, text);
    if (whole?.kind !== 'target' || whole.target.kind !== 'resource' || whole.target.name !== null) return [];
    const found = new Set<string>();
    const start = `${targetText(whole.target)} "`;
    for (const { namespace, role } of bindings.all()) {
      if (namespace !== null && namespace !== whole.namespace) continue;
      for (const key of Object.keys(roles.grants(roleAt(namespace, role)).form)) {
        if (key.startsWith(start)) found.add(`${text}${key.slice(start.length - 2)}`);
      }
    }
    return [...found].sort(compareText);
  }
}

function wayOf({ action, resource, path }: EffectivePermission): string {
  return JSON.stringify([action, resource, path]);
}

function byAction(left: EffectivePermission, right: EffectivePermission): number {
  return compareText(left.action, right.action);
}
