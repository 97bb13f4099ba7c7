import type { Attributes } from '../../../core/attributes.ts';
import type { Change } from '../../../core/plan.ts';
import { boundRoles, sameBound } from '../normal-form/bound-roles.ts';
import { roleForm, serviceAccountForm, type BoundRole, type RoleForm } from '../normal-form/model.ts';
import { selectorOf } from '../normal-form/selectors.ts';
import type { Bound } from './bindings.ts';
import type { EstateDraft, RoleEdit } from './draft.ts';
import type { Selector } from './estate.ts';
import { principalOf, type Account } from './principals.ts';

/** Does to the draft what the steps of a change do to the cluster: they take what is managed from `before` to `after`. */
export function applyChange(draft: EstateDraft, source: string, { address, steps, before, after }: Change): void {
  const principal = principalOf(source, address);
  if (principal === null || steps.length === 0) return;
  switch (principal.kind) {
    case 'service-account':
      return changeAccount(draft, principal, before, after);
    case 'role': {
      const { namespace, name } = principal;
      if (after === null) return namespace === null ? draft.removeClusterRole(name) : draft.removeRole(namespace, name);
      const edit = editBetween(roleForm(before), roleForm(after));
      return namespace === null ? draft.editClusterRole(name, edit) : draft.editRole(namespace, name, edit);
    }
    case 'group':
  }
}

function changeAccount(draft: EstateDraft, account: Account, before: Attributes | null, after: Attributes | null) {
  if (after === null) return draft.removeAccount(account);
  if (before === null) draft.addAccount(account);
  const [was, is] = [before, after].map((form) => boundRoles(serviceAccountForm(form).roles)) as [Roles, Roles];
  for (const bound of missing(was, is)) draft.bind(account, bound);
  for (const bound of missing(is, was)) draft.unbind(account, bound);
}

type Roles = readonly BoundRole[];

function missing(known: Roles, all: Roles): readonly Bound[] {
  return all
    .filter((one) => !known.some((other) => sameBound(one, other)))
    .map(({ namespace, kind, name }) => ({ namespace, role: { kind, name } }));
}

function editBetween(before: RoleForm, after: RoleForm): RoleEdit {
  const [was, is] = [before.labels?.values ?? {}, after.labels?.values ?? {}];
  const removed = Object.keys(was).filter((label) => !Object.hasOwn(is, label));
  const { aggregation } = after;
  return {
    ...(after.rules === undefined || (aggregation ?? null) !== null ? {} : { rules: after.rules }),
    ...(aggregation === undefined ? {} : { selectors: selectorsOf(aggregation) }),
    ...(after.labels === undefined ? {} : { labels: { set: is, removed } }),
  };
}

function selectorsOf(aggregation: NonNullable<RoleForm['aggregation']> | null): readonly Selector[] | null {
  return aggregation === null ? null : Object.keys(aggregation).map((text) => selectorOf(text));
}
