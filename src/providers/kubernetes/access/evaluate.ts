import { compareText, type Address } from '../../../core/address.ts';
import type { AccessPath } from '../../../core/access/effective.ts';
import { parseTarget, targetText, type Target } from '../rules/target.ts';
import { widerTexts } from '../rules/wider.ts';
import type { Bindings, Bound, Standing } from './bindings.ts';
import { addressOf, ALL_ACCOUNTS, groupOfNamespace, roleAt, type Principal } from './principals.ts';
import { BOUND_TO, type Resource } from './resources.ts';
import type { RoleGrants, Roles } from './roles.ts';

export type Model = { readonly source: string; readonly bindings: Bindings; readonly roles: Roles };

/** One action that a principal may do on one resource, by the shortest way. */
export type Held = { readonly action: string; readonly path: AccessPath };

/** A role that a principal has in one namespace; null: everywhere. */
export type Holding = Pick<Bound, 'namespace'> &
  RoleGrants & {
    readonly role: Extract<Principal, { kind: 'role' }>;
    readonly way: AccessPath;
  };

/** Every role that a principal has. A role has itself: a ClusterRole as widely as it can be bound. */
export function holdingsOf(model: Model, principal: Principal): readonly Holding[] {
  const { bindings, roles, source } = model;
  switch (principal.kind) {
    case 'role':
      return [
        {
          ...roles.grants(principal),
          namespace: principal.namespace,
          role: principal,
          way: { basis: 'grant', through: [] },
        },
      ];
    case 'group': {
      const own = principal.name === ALL_ACCOUNTS ? bindings.ofEveryone() : bindings.of(principal);
      return own.map((bound) => held(bound, 'itself', []));
    }
    case 'service-account': {
      const group = addressOf(source, { kind: 'group', name: groupOfNamespace(principal.namespace) });
      return bindings
        .ofAccount(principal)
        .map((bound) => held(bound, bound.as, bound.as === 'namespace' ? [group] : []));
    }
  }

  function held({ namespace, role: ref }: Bound, as: Standing['as'], before: readonly Address[]): Holding {
    const role = roleAt(namespace, ref);
    const way: AccessPath =
      as === 'everyone'
        ? { basis: 'everyone', through: [] }
        : { basis: 'grant', through: [...before, addressOf(source, role)] };
    return { ...roles.grants(role), namespace, role, way };
  }
}

/** What the holdings allow on one resource: one entry an action, in no order. `*` does not spell out what it stands for. */
export function heldOn(model: Model, holdings: readonly Holding[], resource: Resource): readonly Held[] {
  const ways =
    resource.kind === 'role'
      ? holdings.flatMap((holding) => boundWays(holding, resource))
      : targetWays(model, holdings, resource);
  return [...Map.groupBy(ways, ({ action }) => action).values()].flatMap(best);
}

function targetWays(
  model: Model,
  holdings: readonly Holding[],
  { namespace, target }: Extract<Resource, { kind: 'target' }>,
): readonly Held[] {
  const wider = target.kind === 'resource' ? [...widerTexts(target, [])] : null;
  return holdings.flatMap((holding) => {
    if (!reaches(holding, namespace, target)) return [];
    const verbs = wider === null ? holding.grants.verbsOn(target) : holding.grants.verbsAmong(wider);
    return verbs.map((action) => ({ action, path: pathOf(model, holding, target, action) }));
  });
}

/** The actions that a role names on just this resource, without what a wildcard stands for. */
export function namedOn({ form, namespace, role }: Holding, resource: Resource): readonly string[] {
  if (namespace !== resource.namespace) return [];
  if (resource.kind === 'role') return isRole(role, resource) ? [BOUND_TO] : [];
  const text = targetText(resource.target);
  return Object.hasOwn(form, text) ? Object.keys(form[text] ?? {}) : [];
}

/** What a role allows by what it names on just this resource. */
export function waysBy(model: Model, holding: Holding, resource: Resource): readonly Held[] {
  if (resource.kind === 'role') return boundWays(holding, resource);
  const { target } = resource;
  return namedOn(holding, resource).map((action) => ({ action, path: pathOf(model, holding, target, action) }));
}

/** Whoever has a role through a group is bound to it as the group. */
function boundWays({ role, namespace, way }: Holding, resource: Extract<Resource, { kind: 'role' }>): readonly Held[] {
  if (namespace !== resource.namespace || !isRole(role, resource)) return [];
  return [{ action: BOUND_TO, path: { ...way, through: way.through.slice(0, -1) } }];
}

function isRole({ namespace, name }: Holding['role'], resource: Extract<Resource, { kind: 'role' }>): boolean {
  const wanted = roleAt(resource.namespace, resource.role);
  return name === wanted.name && namespace === wanted.namespace;
}

/** What is bound everywhere reaches into every namespace, and only that reaches what is in none. Only there are URLs. */
function reaches(holding: Holding, namespace: string | null, { kind }: Target): boolean {
  return holding.namespace === null || (kind === 'resource' && holding.namespace === namespace);
}

function pathOf({ roles }: Model, { way, role }: Holding, target: Target, verb: string): AccessPath {
  if (way.basis === 'everyone') return way;
  const chain = roles.sources(role, target, verb);
  return chain.length === 0 ? way : { ...way, through: [...way.through, ...chain] };
}

/** What a role names where somebody has it, the role itself included. */
export function* resourcesOf({ namespace, form, role, way }: Holding): Generator<Resource> {
  const kind = role.namespace === null ? 'ClusterRole' : 'Role';
  // Nobody is bound to a role by being it.
  if (way.through.length > 0 || way.basis === 'everyone')
    yield { kind: 'role', namespace, role: { kind, name: role.name } };
  for (const text of Object.keys(form)) {
    const target = parseTarget(text);
    if (target !== null && (namespace === null || target.kind === 'resource'))
      yield { kind: 'target', namespace, target };
  }
}

/** The shortest way, else what is one's own, else the first by name. */
export function best<T extends Pick<Held, 'path'>>(ways: readonly T[]): readonly T[] {
  const [first, ...others] = ways;
  return first === undefined ? [] : [others.reduce((known, way) => (compareWays(way, known) < 0 ? way : known), first)];
}

/** What everyone has is no news of anybody, so any other way is told first. */
function compareWays({ path: left }: Pick<Held, 'path'>, { path: right }: Pick<Held, 'path'>): number {
  return (
    Number(left.basis === 'everyone') - Number(right.basis === 'everyone') ||
    left.through.length - right.through.length ||
    compareText(left.through.join('\0'), right.through.join('\0'))
  );
}
