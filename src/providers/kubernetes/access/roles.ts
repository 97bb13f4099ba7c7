import type { Address } from '../../../core/address.ts';
import { targetText, type Target } from '../rules/target.ts';
import { Grants, normalizeRules, type RulesForm } from '../rules/normal-form.ts';
import { takesIn } from './aggregation.ts';
import type { Estate, EstateClusterRole } from './estate.ts';
import { addressOf, type Principal } from './principals.ts';

type Role = Extract<Principal, { kind: 'role' }>;

/** What the rules of a role grant. */
export type RoleGrants = { readonly form: RulesForm; readonly grants: Grants };

/** The rules of every role by what they grant, each worked out when it is first asked for. */
export class Roles {
  readonly #source: string;
  readonly #clusterRoles: ReadonlyMap<string, EstateClusterRole>;
  readonly #rules: ReadonlyMap<string, EstateClusterRole['rules']>;
  readonly #known = new Map<string, RoleGrants>();
  readonly #chains = new Map<string, readonly Address[]>();
  readonly #members = new Map<string, readonly string[]>();

  constructor({ roles, clusterRoles }: Estate, source: string) {
    this.#source = source;
    this.#clusterRoles = new Map(clusterRoles.map((role) => [role.name, role]));
    this.#rules = new Map([
      ...roles.map(({ namespace, name, rules }) => [keyOf({ namespace, name }), rules] as const),
      ...clusterRoles.map(({ name, rules }) => [keyOf({ namespace: null, name }), rules] as const),
    ]);
  }

  has(role: Pick<Role, 'namespace' | 'name'>): boolean {
    return this.#rules.has(keyOf(role));
  }

  /** Nothing where the role does not exist. @throws CountersignError `rules-too-large` */
  grants(role: Pick<Role, 'namespace' | 'name'>): RoleGrants {
    const key = keyOf(role);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const form = normalizeRules(this.#rules.get(key) ?? []);
    const found = { form, grants: Grants.of(form) };
    this.#known.set(key, found);
    return found;
  }

  /** The ClusterRoles by which an aggregated one comes to a grant, the nearest first; none where the role is not aggregated. */
  sources({ namespace, name }: Pick<Role, 'namespace' | 'name'>, target: Target, verb: string): readonly Address[] {
    if (namespace !== null || this.#membersOf(name).length === 0) return [];
    const key = `${name}\0${targetText(target)}\0${verb}`;
    const known = this.#chains.get(key) ?? this.#chain(name, target, verb);
    this.#chains.set(key, known);
    return known;
  }

  #chain(name: string, target: Target, verb: string): readonly Address[] {
    const chain: string[] = [];
    for (let at: string | undefined = name; at !== undefined; at = this.#next(at, chain, target, verb)) {
      if (at !== name) chain.push(at);
    }
    return chain.map((member) => addressOf(this.#source, { kind: 'role', namespace: null, name: member }));
  }

  #next(name: string, chain: readonly string[], target: Target, verb: string): string | undefined {
    return this.#membersOf(name).find(
      (member) => !chain.includes(member) && this.grants({ namespace: null, name: member }).grants.covers(target, verb),
    );
  }

  /** Those with rules of their own come first: what they grant is theirs. */
  #membersOf(name: string): readonly string[] {
    const known = this.#members.get(name);
    if (known !== undefined) return known;
    const role = this.#clusterRoles.get(name);
    const members =
      role === undefined || role.selectors === null
        ? []
        : [...this.#clusterRoles.values()]
            .filter((other) => takesIn(role, other))
            .sort((left, right) => compareMembers(left, right))
            .map((other) => other.name);
    this.#members.set(name, members);
    return members;
  }
}

function compareMembers(left: EstateClusterRole, right: EstateClusterRole): number {
  return Number(left.selectors !== null) - Number(right.selectors !== null) || (left.name < right.name ? -1 : 1);
}

/** No namespace has a slash. */
export function keyOf({ namespace, name }: Pick<Role, 'namespace' | 'name'>): string {
  return `${namespace ?? ''}/${name}`;
}
