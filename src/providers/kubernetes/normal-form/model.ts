import type { Attributes } from '../../../core/attributes.ts';
import type { RoleKind } from '../api/objects.ts';
import type { RulesForm } from '../rules/normal-form.ts';

/** A set keyed by member; `keep`: what it does not name is not managed. */
export type Listed<T> = { readonly others: 'remove' | 'keep'; readonly values: { readonly [key: string]: T } };

/** Stands for the place of what is bound in every namespace and beyond; no namespace can be called so. */
export const EVERYWHERE = '*';

/** By place (a namespace, or `*`), kind of role and name of the role. Where a binding's own name is no part of it. */
export type BoundForm = { readonly [kind in RoleKind]?: { readonly [role: string]: true } };

export type ServiceAccountForm = {
  readonly automountToken?: boolean;
  readonly imagePullSecrets?: Listed<true>;
  readonly annotations?: Listed<string>;
  readonly labels?: Listed<string>;
  readonly roles?: Listed<BoundForm>;
};

/** `aggregation`: selectors by their text; null: the rules are the role's own. */
export type RoleForm = {
  readonly rules?: RulesForm;
  readonly aggregation?: { readonly [selector: string]: true } | null;
  readonly labels?: Listed<string>;
};

/** One role in one place; `namespace` null: everywhere. */
export type BoundRole = { readonly namespace: string | null; readonly kind: RoleKind; readonly name: string };

export function serviceAccountForm(attributes: Attributes | null): ServiceAccountForm {
  return attributes ?? {};
}

export function roleForm(attributes: Attributes | null): RoleForm {
  return attributes ?? {};
}

export function listed<T>(values: { readonly [key: string]: T }, others: Listed<T>['others'] = 'remove'): Listed<T> {
  return { others, values };
}

export const NO_ROLES: Listed<BoundForm> = listed({});

/** A set of texts as an object. */
export function setOf(members: Iterable<string>): { readonly [member: string]: true } {
  return Object.fromEntries([...members].map((member) => [member, true] as const));
}
