import { createHash } from 'node:crypto';
import type { JsonObject } from '../../../core/json.ts';
import type { Metadata, Role, ServiceAccount, Subject, Texts } from '../api/objects.ts';
import { bindingsOf, typeOf, type Resource } from '../api/resources.ts';
import type { Holder } from '../catalog/subjects.ts';
import { CREATION_MARK } from '../normal-form/creation-mark.ts';
import type { ObjectEdit, RoleAt, TextsEdit } from '../steps/effect.ts';

const RBAC_GROUP = 'rbac.authorization.k8s.io';
const MAXIMUM_NAME = 253;
const DIGITS = 12;

/** Nothing is written as null: what is created has nothing to take away. */
export function creationBody(
  resource: Resource,
  { namespace, name }: { readonly namespace: string | null; readonly name: string },
  edit: ObjectEdit,
  mark: string,
): JsonObject {
  return {
    ...typeOf(resource),
    metadata: {
      name,
      ...(namespace === null ? {} : { namespace }),
      labels: edit.labels?.set ?? {},
      annotations: { ...edit.annotations?.set, [CREATION_MARK]: mark },
    },
    ...(edit.automountToken === undefined ? {} : { automountServiceAccountToken: edit.automountToken }),
    ...(edit.imagePullSecrets === undefined ? {} : { imagePullSecrets: named(edit.imagePullSecrets.add) }),
    ...(resource === 'serviceaccounts' ? {} : { rules: edit.rules ?? [] }),
    ...(edit.aggregation === undefined || edit.aggregation === null
      ? {}
      : { aggregationRule: { clusterRoleSelectors: edit.aggregation } }),
  };
}

/**
 * A merge patch that the API server takes only for exactly the version of the object that was judged, and answers 409 otherwise.
 * Lists are written whole, from what that version has.
 */
export function editBody(found: ServiceAccount | Role, edit: ObjectEdit): JsonObject {
  return {
    metadata: {
      ...precondition(found.metadata),
      ...texts('labels', edit.labels),
      ...texts('annotations', edit.annotations),
    },
    ...(edit.automountToken === undefined ? {} : { automountServiceAccountToken: edit.automountToken }),
    ...(edit.imagePullSecrets === undefined || !('imagePullSecrets' in found)
      ? {}
      : { imagePullSecrets: pullSecrets(found, edit.imagePullSecrets) }),
    ...(edit.rules === undefined ? {} : { rules: edit.rules }),
    ...(edit.aggregation === undefined ? {} : { aggregationRule: aggregationRule(edit.aggregation) }),
  };
}

function aggregationRule(selectors: ObjectEdit['aggregation'] & (object | null)): JsonObject | null {
  return selectors === null ? null : { clusterRoleSelectors: selectors };
}

/** What a body names so that the write is refused on any other version of the object. */
function precondition({ uid, resourceVersion }: Metadata): { readonly uid: string; readonly resourceVersion: string } {
  return { uid, resourceVersion };
}

export function deletionBody(metadata: Metadata): JsonObject {
  return { apiVersion: 'v1', kind: 'DeleteOptions', preconditions: precondition(metadata) };
}

export function bindingBody({ namespace, role }: RoleAt, holder: Holder): JsonObject {
  return {
    ...typeOf(bindingsOf(namespace)),
    metadata: {
      name: bindingName({ namespace, role }, holder),
      ...(namespace === null ? {} : { namespace }),
      labels: { 'app.kubernetes.io/managed-by': 'countersign' },
    },
    roleRef: { apiGroup: RBAC_GROUP, kind: role.kind, name: role.name },
    subjects: [subjectOf(holder)],
  };
}

export function subjectsBody(metadata: Metadata, subjects: readonly Subject[]): JsonObject {
  return { metadata: precondition(metadata), subjects: subjects.map(written) };
}

export function subjectOf({ namespace, name }: Holder): Subject & { readonly namespace: string } {
  return { kind: 'ServiceAccount', namespace, name };
}

/** The API server gives each kind of subject its own group. */
function written({ kind, name, namespace }: Subject): JsonObject {
  return { kind, name, ...(namespace === null ? {} : { namespace }) };
}

/** The same for the same role, place and ServiceAccount, readable at its beginning and unmistakable at its end. */
export function bindingName({ namespace, role }: RoleAt, holder: Holder): string {
  const whole = JSON.stringify([namespace, role.kind, role.name, holder.namespace, holder.name]);
  const hash = createHash('sha256').update(whole).digest('hex').slice(0, DIGITS);
  return `${`countersign:${holder.namespace}:${holder.name}:${role.name}`.slice(0, MAXIMUM_NAME - DIGITS - 1).toWellFormed()}:${hash}`;
}

function texts(
  attribute: 'labels' | 'annotations',
  edit: TextsEdit | undefined,
): { readonly [attribute: string]: JsonObject } {
  if (edit === undefined) return {};
  return { [attribute]: { ...edit.set, ...Object.fromEntries(edit.remove.map((key) => [key, null])) } };
}

function pullSecrets(
  found: ServiceAccount,
  { add, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] },
) {
  const kept = found.imagePullSecrets.filter((name) => !remove.includes(name));
  return named([...kept, ...add.filter((name) => !kept.includes(name))]);
}

function named(names: readonly string[]): readonly Texts[] {
  return names.map((name) => ({ name }));
}
