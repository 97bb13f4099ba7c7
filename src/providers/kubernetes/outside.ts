import { parseAddress, type Address } from '../../core/address.ts';
import type { Reason } from '../../core/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import type { Change } from '../../core/plan.ts';
import type { Reach } from '../../core/ports.ts';
import { didYouMean } from '../../core/schema/suggest.ts';
import { boundaryOf, namedBy, type Named } from './boundary.ts';
import type { Boundary } from './reach.ts';
import { shown } from './shown.ts';

/** Provider.outside: the identity by its namespace and name, and every place in which its steps bind. */
export function outside({ boundary }: Reach, { address, steps }: Pick<Change, 'address' | 'steps'>): Reason | null {
  const beyond = whyOutside(address, boundary);
  if (beyond !== null) return { code: 'outside-boundary', message: `${address} ${beyond}`.trimEnd() };
  const within = boundaryOf(boundary);
  const place = steps.map(({ effect }) => placeIn(effect)).find((one) => one !== null && !within.place(one.namespace));
  return place === undefined || place === null ? null : placeOutside(address, place.namespace, boundary);
}

export function placeOutside(address: Address, namespace: string | null, boundary: JsonObject): Reason {
  const why =
    namespace === null
      ? `everywhere, which ${NO_CLUSTER}. Bind it in single namespaces`
      : `in the namespace ${namespace}, which ${notAmong(namespace, boundary)}Correct it`;
  const message = `${address} is to be bound ${why}, or widen the boundary in a pull request of its own.`;
  return { code: 'place-outside-boundary', message };
}

/** As a sentence goes on after the address; null: it is within. */
function whyOutside(address: Address, boundary: JsonObject): string | null {
  const named = namedBy(address, parseAddress(address).source);
  if (named === null) return 'is no identity of this provider.';
  const within = boundaryOf(boundary);
  if (within.identity(named)) return null;
  if (within.place(named.namespace)) return `has a name that ${nameReason(named, boundary)}.`;
  if (named.namespace === null) return `is of no namespace, which ${NO_CLUSTER}.`;
  return `is in the namespace ${named.namespace}, which ${notAmong(named.namespace, boundary)}`;
}

const NO_CLUSTER = 'the boundary of its source leaves out (clusterScoped: false)';

function notAmong(namespace: string, boundary: JsonObject): string {
  const { namespaces = null } = boundary as Boundary;
  if (namespaces === null) return 'only a boundary that names it in full takes in. ';
  return `is not within the boundary of its source: ${shown(namespaces)}. ${didYouMean(namespace, namespaces)}`;
}

function nameReason({ name }: Named, boundary: JsonObject): string {
  if (name.startsWith('system:')) return 'RBAC keeps for the cluster itself';
  const { include = [], exclude = [] } = boundary as Boundary;
  const patterns = [
    ...(include.length > 0 ? [`include: ${shown(include)}`] : []),
    ...(exclude.length > 0 ? [`exclude: ${shown(exclude)}`] : []),
  ];
  return `the boundary of its source leaves out (${patterns.join('; ')})`;
}

function placeIn(effect: Json): { readonly namespace: string | null } | null {
  if (!isJsonObject(effect) || !('role' in effect)) return null;
  const { namespace } = effect;
  return { namespace: typeof namespace === 'string' ? namespace : null };
}
