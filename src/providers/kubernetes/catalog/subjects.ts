import type { Binding, Subject } from '../api/objects.ts';
import type { BoundRole } from '../normal-form/model.ts';

const USER = 'system:serviceaccount:';

export type Holder = { readonly namespace: string; readonly name: string };

/** The ServiceAccount that a subject means, by its own kind or by its user name, which RBAC takes for the same; null: another one. */
export function holderOf({ kind, name, namespace }: Subject): Holder | null {
  if (kind === 'ServiceAccount') return namespace === null ? null : { namespace, name };
  if (kind !== 'User' || !name.startsWith(USER)) return null;
  const [own = '', account, ...more] = name.slice(USER.length).split(':');
  return account === undefined || more.length > 0 || own === '' || account === ''
    ? null
    : { namespace: own, name: account };
}

export function isHolder(subject: Subject, { namespace, name }: Holder): boolean {
  const holder = holderOf(subject);
  return holder !== null && holder.namespace === namespace && holder.name === name;
}

/** What a binding gives, and where. */
export function boundBy({ metadata, role }: Pick<Binding, 'metadata' | 'role'>): BoundRole {
  return { namespace: metadata.namespace, kind: role.kind, name: role.name };
}
