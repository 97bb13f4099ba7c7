import { CountersignError } from '../../core/errors.ts';
import { isJsonObject, type JsonObject } from '../../core/json.ts';
import type { Manager } from '../../core/live.ts';
import type { RoleKind, Subject } from './api/objects.ts';

/** A binding as far as it matters who holds which role where. `namespace` null: everywhere. */
export type BindingFact = {
  readonly namespace: string | null;
  readonly name: string;
  readonly role: { readonly kind: RoleKind; readonly name: string };
  readonly subjects: readonly Subject[];
  /** Another tool's claim on the binding itself. */ readonly managedBy?: Pick<Manager, 'tool' | 'evidence'>;
};

/** `LiveState.facts` of this provider, but of the query `estate`. Every list is sorted. */
export type KubernetesFacts = {
  /** As /version says, such as v1.35.4; empty when it was not read. */ readonly version: string;
  /** The source's, as configured: what of a plan is out of its reach is said before anybody approves it. */
  readonly boundary: JsonObject;
  /** Of those that concern what was read, in the boundary's places. */ readonly bindings: readonly BindingFact[];
  /** Of managed ClusterRoles that were read, outside of these places; null: they could not be read. */
  readonly beyond: readonly BindingFact[] | null;
  /** User name of the ServiceAccount that this was read as; left out: another login. */ readonly reader?: string;
  /** Names of roles by place (a namespace, or `*` for ClusterRoles); null: it is not known which there are. */
  readonly roles: { readonly [place: string]: readonly string[] } | null;
};

export function emptyFacts(boundary: JsonObject): KubernetesFacts {
  return { version: '', boundary, bindings: [], beyond: null, roles: null };
}

/** @throws CountersignError `kubernetes-facts-malformed` when a live state was not written by this provider. */
export function kubernetesFacts(live: { readonly facts: JsonObject }): KubernetesFacts {
  const facts: JsonObject = live.facts;
  if (isFacts(facts)) return facts;
  throw new CountersignError('kubernetes-facts-malformed', 'This live state does not hold the facts of a cluster.', {
    mend: 'Read the source again with this version of Countersign.',
  });
}

function isFacts(facts: JsonObject | KubernetesFacts): facts is KubernetesFacts {
  const { version, boundary, bindings, beyond } = facts as JsonObject;
  return (
    typeof version === 'string' &&
    isJsonObject(boundary) &&
    Array.isArray(bindings) &&
    (beyond === null || Array.isArray(beyond))
  );
}
