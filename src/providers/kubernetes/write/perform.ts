import type { JsonObject } from '../../../core/json.ts';
import { CountersignError } from '../../../core/errors.ts';
import type { Binding, Metadata, Role, ServiceAccount } from '../api/objects.ts';
import { bindingsOf, collectionPath, objectPath, resourceOfRole, type Resource } from '../api/resources.ts';
import type { Named } from '../boundary.ts';
import { managedBy } from '../catalog/managed-by.ts';
import { boundBy, isHolder } from '../catalog/subjects.ts';
import type { Call, KubernetesClient } from '../client.ts';
import { CLUSTER_ROLE, SERVICE_ACCOUNT } from '../kinds.ts';
import { sameBound } from '../normal-form/bound-roles.ts';
import type { Effect, RoleAt } from '../steps/effect.ts';
import { bindingBody, bindingName, creationBody, deletionBody, editBody, subjectOf, subjectsBody } from './bodies.ts';
import { WriteRefused } from './write-failures.ts';

/** What was judged: the object as it was read, and the bindings of the boundary's places. `object` null: it does not exist. */
export type Found = { readonly object: ServiceAccount | Role | null; readonly bindings: readonly Binding[] };

/** `stale`: something is not as it was judged, and what was asked for last did not happen. */
export type Performed = 'done' | 'stale';

function resourceOf({ kind }: Pick<Named, 'kind'>): Resource {
  if (kind === SERVICE_ACCOUNT) return 'serviceaccounts';
  return resourceOfRole(kind === CLUSTER_ROLE ? 'ClusterRole' : 'Role');
}

/**
 * Writes one effect, and the mark on what it creates; each call under the version that was judged.
 * @throws WriteRefused, CallFailed, CountersignError `binding-name-taken`, `binding-managed-elsewhere`
 */
export async function perform(
  client: KubernetesClient,
  named: Named,
  effect: Effect,
  found: Found,
  mark: string,
): Promise<Performed> {
  const resource = resourceOf(named);
  const path = objectPath(resource, named.namespace, named.name);
  switch (effect.kind) {
    case 'create': {
      const body = creationBody(resource, named, effect.edit, mark);
      return await send(client, { method: 'POST', path: collectionPath(resource, named.namespace), body });
    }
    case 'edit':
    case 'empty':
      if (found.object === null) return 'stale';
      return await send(client, { method: 'PATCH', path, body: editBody(found.object, effect.edit) });
    case 'delete':
      if (found.object === null) return 'stale';
      return await send(client, { method: 'DELETE', path, body: deletionBody(found.object.metadata) });
    case 'bind':
      return await bind(client, named, effect, found);
    case 'unbind':
      return await unbind(client, named, effect, found);
  }
}

/** A binding of its own, which only this ServiceAccount is in; one that is already called so is taken over where it is of the same role. */
async function bind(client: KubernetesClient, named: Named, at: RoleAt, { bindings }: Found): Promise<Performed> {
  const holder = holderNamed(named);
  const name = bindingName(at, holder);
  const taken = bindings.find(({ metadata }) => metadata.namespace === at.namespace && metadata.name === name);
  if (taken === undefined) {
    const path = collectionPath(bindingsOf(at.namespace), at.namespace);
    return await send(client, { method: 'POST', path, body: bindingBody(at, holder) });
  }
  if (!gives(taken, at)) throw nameTaken(name);
  refuseClaimed([taken]);
  return await send(
    client,
    patch(taken.metadata, subjectsBody(taken.metadata, [...taken.subjects, subjectOf(holder)])),
  );
}

/** Out of each binding that gives the role there; one that holds nobody else goes. */
async function unbind(client: KubernetesClient, named: Named, at: RoleAt, { bindings }: Found): Promise<Performed> {
  const holder = holderNamed(named);
  const giving = bindings.filter((one) => gives(one, at) && one.subjects.some((subject) => isHolder(subject, holder)));
  refuseClaimed(giving);
  for (const { metadata, subjects } of giving) {
    const left = subjects.filter((subject) => !isHolder(subject, holder));
    const call: Call =
      left.length === 0
        ? { method: 'DELETE', path: pathOf(metadata), body: deletionBody(metadata) }
        : patch(metadata, subjectsBody(metadata, left));
    if ((await send(client, call)) === 'stale') return 'stale';
  }
  return 'done';
}

/** Before any of them is written: what one tool wrote again would undo half of a step. @throws CountersignError `binding-managed-elsewhere` */
function refuseClaimed(bindings: readonly Binding[]): void {
  for (const { metadata } of bindings) {
    const claim = managedBy(metadata);
    if (claim === undefined) continue;
    const { namespace, name } = metadata;
    const where = namespace === null ? 'for every namespace' : `in ${namespace}`;
    throw new CountersignError(
      'binding-managed-elsewhere',
      'Another tool manages a binding that the step would edit.',
      {
        evidence: `${name} ${where}: ${claim.tool} (${claim.evidence})`,
        mend: 'Change the binding in that tool, then plan again.',
      },
    );
  }
}

function gives(binding: Pick<Binding, 'metadata' | 'role'>, { namespace, role }: RoleAt): boolean {
  return sameBound(boundBy(binding), { namespace, ...role });
}

function holderNamed({ namespace, name }: Named) {
  return { namespace: namespace ?? '', name };
}

function patch(metadata: Metadata, body: JsonObject): Call {
  return { method: 'PATCH', path: pathOf(metadata), body };
}

function pathOf({ namespace, name }: Metadata): string {
  return objectPath(bindingsOf(namespace), namespace, name);
}

/** 409: another version, another uid, or the name exists. 404 of what was there: it is gone. */
async function send(client: KubernetesClient, call: Call): Promise<Performed> {
  const answer = await client.call(call);
  if (answer.status >= 200 && answer.status < 300) return 'done';
  if (answer.status === 409 || (answer.status === 404 && call.method !== 'POST')) return 'stale';
  throw new WriteRefused(answer);
}

function nameTaken(name: string): CountersignError {
  return new CountersignError('binding-name-taken', 'A binding of another role has the name that this one would get.', {
    evidence: name,
    mend: 'Delete that binding, or rename it; Countersign names its own with a digest of role, place and ServiceAccount.',
  });
}
