import type { Attributes } from '../../../core/attributes.ts';
import type { LiveObject } from '../../../core/live.ts';
import type { Guide } from '../../../core/ports.ts';
import { SERVICE_ACCOUNT } from '../kinds.ts';
import { boundForm, boundRoles, sameBound } from './bound-roles.ts';
import {
  roleForm,
  serviceAccountForm,
  type BoundForm,
  type Listed,
  type RoleForm,
  type ServiceAccountForm,
} from './model.ts';

/** Provider.project: of what is live, what the document manages. Nothing of this provider is a pattern. */
export function project(object: Pick<LiveObject, 'kind' | 'attributes'>, guide: Pick<Guide, 'head'>): Attributes {
  return object.kind === SERVICE_ACCOUNT
    ? serviceAccount(serviceAccountForm(object.attributes), serviceAccountForm(guide.head))
    : role(roleForm(object.attributes), roleForm(guide.head));
}

function serviceAccount(live: ServiceAccountForm, head: ServiceAccountForm): Attributes {
  return {
    ...(head.automountToken === undefined ? {} : { automountToken: live.automountToken ?? true }),
    ...(head.imagePullSecrets === undefined
      ? {}
      : { imagePullSecrets: within(live.imagePullSecrets, head.imagePullSecrets) }),
    ...(head.annotations === undefined ? {} : { annotations: within(live.annotations, head.annotations) }),
    ...(head.labels === undefined ? {} : { labels: within(live.labels, head.labels) }),
    ...(head.roles === undefined ? {} : { roles: rolesWithin(live.roles, head.roles) }),
  };
}

/** A role whose rules are managed is also managed in whose they are. */
function role(live: RoleForm, head: RoleForm): Attributes {
  return {
    ...(head.rules === undefined ? {} : { rules: live.rules ?? {} }),
    ...(head.aggregation === undefined ? {} : { aggregation: live.aggregation ?? null }),
    ...(head.labels === undefined ? {} : { labels: within(live.labels, head.labels) }),
  };
}

function within<T>(live: Listed<T> | undefined, head: Listed<T>): Listed<T> {
  const entries = Object.entries(live?.values ?? {});
  const kept = entries.filter(([key]) => head.others === 'remove' || Object.hasOwn(head.values, key));
  return { others: head.others, values: Object.fromEntries(kept) };
}

function rolesWithin(live: Listed<BoundForm> | undefined, head: Listed<BoundForm>): Listed<BoundForm> {
  const named = boundRoles(head);
  const kept = boundRoles(live).filter(
    (bound) => head.others === 'remove' || named.some((other) => sameBound(bound, other)),
  );
  return { others: head.others, values: boundForm(kept) };
}
