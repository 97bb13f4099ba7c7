import { parseAddress } from '../../../core/address.ts';
import { escapePointer } from '../../../core/leaves.ts';
import type { LiveState } from '../../../core/live.ts';
import { missingMend, type Declared, type Mention } from '../../../core/mention.ts';
import type { Change } from '../../../core/plan.ts';
import { boundaryOf, namedBy, roleAddress, type Within } from '../boundary.ts';
import { kubernetesFacts } from '../facts.ts';
import { SERVICE_ACCOUNT } from '../kinds.ts';
import { boundRoles, placeOf, roleText, sameBound } from './bound-roles.ts';
import { EVERYWHERE, serviceAccountForm, type BoundRole } from './model.ts';

/** Provider.mentions: namespaces, which have no documents, and ClusterRoles where the boundary leaves out their names. */
export function mentions(changes: readonly Change[], live: LiveState, declared: Declared): readonly Mention[] {
  const { boundary, roles } = kubernetesFacts(live);
  const within = boundaryOf(boundary);
  const seen = namespacesSeen(live);
  return changes.flatMap((change): readonly Mention[] => {
    const added = newlyBound(change, within);
    const shared = roles !== null && !Object.hasOwn(roles, EVERYWHERE);
    return [
      ...placesOf(change, added).filter(({ namespace }) => !seen.has(namespace)),
      ...(shared
        ? added.filter(({ kind }) => kind === 'ClusterRole').map((bound) => roleMention(change, bound, declared))
        : []),
    ];
  });
}

/** In which something was found: they exist. */
function namespacesSeen(live: LiveState): ReadonlySet<string> {
  const { roles, bindings } = kubernetesFacts(live);
  const objects = live.objects.map(({ address }) => namedBy(address, live.source)?.namespace ?? '');
  return new Set([
    ...objects,
    ...bindings.map(({ namespace }) => namespace ?? ''),
    ...Object.entries(roles ?? {}).flatMap(([place, names]) => (names.length > 0 ? [place] : [])),
  ]);
}

/** Roles that a ServiceAccount gets, in places that the source may write to. */
function newlyBound({ address, before, after }: Change, within: Within): readonly BoundRole[] {
  if (parseAddress(address).kind !== SERVICE_ACCOUNT) return [];
  const held = boundRoles(serviceAccountForm(before).roles);
  return boundRoles(serviceAccountForm(after).roles).filter(
    (bound) => within.place(bound.namespace) && !held.some((one) => sameBound(one, bound)),
  );
}

type PlaceMention = Mention & { readonly namespace: string };

/** Each namespace once: of the object, where it is made, and of each binding that is. */
function placesOf({ address, action }: Change, added: readonly BoundRole[]): readonly PlaceMention[] {
  const { namespace: own = null } = namedBy(address, parseAddress(address).source) ?? {};
  const first = new Map<string, string>(action === 'create' && own !== null ? [[own, '']] : []);
  for (const bound of added)
    if (bound.namespace !== null && bound.namespace !== own && !first.has(bound.namespace))
      first.set(bound.namespace, pointerOf(bound));
  return [...first].map(([namespace, pointer]) => {
    const message = `There is no namespace ${namespace}, and a plan makes none.`;
    return {
      address,
      namespace,
      name: `namespaces/${namespace}`,
      what: `the namespace ${namespace}`,
      missing: { code: 'kubernetes-namespace-missing', message, ...(pointer === '' ? {} : { pointer }) },
      mend: 'Correct the name, or make the namespace and plan again.',
    };
  });
}

function roleMention({ address }: Change, bound: BoundRole, declared: Declared): Mention {
  const role = roleAddress(parseAddress(address).source, 'ClusterRole', null, bound.name);
  const mend = missingMend(role, declared, 'Correct the name, or make it and plan again.');
  const message = `There is no ${roleText(bound)}, and this plan makes none.`;
  return {
    address,
    name: `clusterroles/${bound.name}`,
    what: `the ClusterRole ${bound.name}`,
    missing: { code: 'bound-role-missing', message, pointer: pointerOf(bound) },
    mend,
  };
}

function pointerOf(bound: BoundRole): string {
  return `/roles/values/${escapePointer(placeOf(bound))}/${bound.kind}/${escapePointer(bound.name)}`;
}
