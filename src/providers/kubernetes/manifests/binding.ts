import type { Diagnostic } from '../../../core/errors.ts';
import { isJsonObject, type Json } from '../../../core/json.ts';
import { quoted } from '../../../core/yaml/text.ts';
import { holderOf, type Holder } from '../catalog/subjects.ts';
import type { BoundRole } from '../normal-form/model.ts';
import type { Item } from './items.ts';
import { malformed, withoutNamespace } from './problems.ts';
import { isName, unknownFields, type Manifest } from './shape.ts';

/** Whom a binding names; `holder` null: a user or a group. */
export type NamedSubject = { readonly pointer: string; readonly holder: Holder | null; readonly text: string };

export type ManifestBinding = {
  readonly manifest: Manifest;
  readonly bound: BoundRole;
  readonly subjects: readonly NamedSubject[];
};

type Decoded<T> = { readonly value: T | null; readonly diagnostics: readonly Diagnostic[] };

const GROUP = 'rbac.authorization.k8s.io';

/** A RoleBinding or ClusterRoleBinding; null with what keeps it from being one. */
export function bindingIn(manifest: Manifest): Decoded<ManifestBinding> {
  const { subjects: list = [] } = manifest.item.value;
  if (!Array.isArray(list)) return refused(manifest.item, '/subjects', 'The subjects are no list.');
  const role = roleIn(manifest);
  const subjects = list.map((one: Json, index) => subjectIn(manifest, one, `/subjects/${index}`));
  const diagnostics = [...role.diagnostics, ...subjects.flatMap((one) => one.diagnostics)];
  if (role.value === null || diagnostics.length > 0) return { value: null, diagnostics };
  const named = subjects.flatMap(({ value }) => value ?? []);
  return { value: { manifest, bound: role.value, subjects: named }, diagnostics };
}

function roleIn({ item, kind, namespace }: Manifest): Decoded<BoundRole> {
  const { roleRef } = item.value;
  if (!isJsonObject(roleRef)) return refused(item, '/roleRef', 'The binding names no role.', 'Write roleRef.');
  const unknown = unknownFields(item, roleRef, '/roleRef', ['apiGroup', 'kind', 'name']);
  const { apiGroup = '', kind: role, name } = roleRef;
  if (unknown.length > 0) return { value: null, diagnostics: unknown };
  if (apiGroup !== '' && apiGroup !== GROUP)
    return refused(item, '/roleRef/apiGroup', 'The role is in no group that has roles.', `Write ${GROUP}.`);
  if (role !== 'ClusterRole' && (role !== 'Role' || kind === 'ClusterRoleBinding'))
    return refused(
      item,
      '/roleRef/kind',
      `A ${kind} gives nothing of that kind.`,
      'Name a ClusterRole, or a Role in a RoleBinding.',
    );
  if (!isName(name)) return refused(item, '/roleRef/name', 'The role has no name that is a text.');
  return { value: { namespace, kind: role, name }, diagnostics: [] };
}

function subjectIn({ item, namespace: place }: Manifest, subject: Json, pointer: string): Decoded<NamedSubject> {
  if (!isJsonObject(subject)) return refused(item, pointer, 'The subject is no mapping.');
  const unknown = unknownFields(item, subject, pointer, ['apiGroup', 'kind', 'name', 'namespace']);
  if (unknown.length > 0) return { value: null, diagnostics: unknown };
  const { apiGroup = '', kind, name, namespace = '' } = subject;
  const wrong = (field: string) => refused(item, `${pointer}/${field}`, `The subject has no ${field} that RBAC knows.`);
  if (kind !== 'ServiceAccount' && kind !== 'User' && kind !== 'Group') return wrong('kind');
  if (!isName(name)) return wrong('name');
  if (typeof namespace !== 'string' || (kind !== 'ServiceAccount' && namespace !== '')) return wrong('namespace');
  if (apiGroup !== '' && (apiGroup !== GROUP || kind === 'ServiceAccount')) return wrong('apiGroup');
  // As the API server does, a RoleBinding takes a ServiceAccount without a namespace for one of its own.
  const inside = namespace === '' ? place : namespace;
  if (kind === 'ServiceAccount' && inside === null)
    return { value: null, diagnostics: [withoutNamespace(item, pointer, `The ServiceAccount ${quoted(name, 200)}`)] };
  const holder = holderOf({ kind, name, namespace: inside });
  const text = holder === null ? `${kind} ${name}` : `ServiceAccount ${holder.namespace}/${holder.name}`;
  return { value: { pointer, holder, text }, diagnostics: [] };
}

function refused(item: Item, pointer: string, cause: string, mend = 'Correct it as Kubernetes has it.') {
  return { value: null, diagnostics: [malformed(item, pointer, cause, mend)] };
}
