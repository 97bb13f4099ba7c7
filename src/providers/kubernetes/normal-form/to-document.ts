import { compareText, parseAddress } from '../../../core/address.ts';
import { isJsonObject, type JsonObject } from '../../../core/json.ts';
import type { LiveObject, LiveState } from '../../../core/live.ts';
import type { Imported } from '../../../core/ports.ts';
import { ROLE, SERVICE_ACCOUNT } from '../kinds.ts';
import { writtenRules } from '../rules/written.ts';
import { boundRoles } from './bound-roles.ts';
import {
  roleForm,
  serviceAccountForm,
  type BoundRole,
  type Listed,
  type RoleForm,
  type ServiceAccountForm,
} from './model.ts';
import { selectorOf } from './selectors.ts';

/** Provider.toDocument: what is live as a person would write it. Empty sets are written, too: they say that there is nothing. */
export function toDocument({ address, kind, attributes }: LiveObject, live: LiveState): Imported {
  const segments = parseAddress(address).name;
  const [namespace = ''] = segments;
  const own = kind === SERVICE_ACCOUNT || kind === ROLE ? { namespace } : {};
  const spec =
    kind === SERVICE_ACCOUNT ? serviceAccount(serviceAccountForm(attributes), namespace) : role(roleForm(attributes));
  const pointers = live.unreadable.flatMap((one) => (one.address === address ? [one.pointer ?? ''] : []));
  return {
    kind,
    name: segments.at(-1) ?? '',
    ...own,
    spec: withHidden(spec, pointers),
    notModelled: live.notModelled.filter((one) => one.address === address),
    ...(isBuiltIn(attributes)
      ? { caution: 'is a role of Kubernetes itself, which each start of the API server restores' }
      : {}),
  };
}

/** Source: Using RBAC Authorization, auto-reconciliation, in the documentation of Kubernetes. */
function isBuiltIn(attributes: JsonObject): boolean {
  return roleForm(attributes).labels?.values?.['kubernetes.io/bootstrapping'] === 'rbac-defaults';
}

/** What could not be shown is kept, since it cannot be named. */
function withHidden(spec: JsonObject, pointers: readonly string[]): JsonObject {
  const keeping = ['annotations', 'labels'].filter((key) => pointers.some((pointer) => pointer.startsWith(`/${key}/`)));
  return Object.fromEntries(
    Object.entries(spec).map(([key, value]) => [
      key,
      keeping.includes(key) && isJsonObject(value) ? { ...value, others: 'keep' } : value,
    ]),
  );
}

function serviceAccount(form: ServiceAccountForm, own: string): JsonObject {
  return {
    automountToken: form.automountToken ?? true,
    imagePullSecrets: Object.keys(form.imagePullSecrets?.values ?? {}).sort(compareText),
    annotations: texts(form.annotations),
    labels: texts(form.labels),
    roles: boundRoles(form.roles).map((bound) => entryOf(bound, own)),
  };
}

function entryOf({ namespace, kind, name }: BoundRole, own: string): JsonObject {
  const named = kind === 'Role' ? { role: name } : { clusterRole: name };
  if (namespace === null) return { ...named, everywhere: true };
  return namespace === own ? named : { ...named, namespace };
}

function role(form: RoleForm): JsonObject {
  const selectors = Object.keys(form.aggregation ?? {})
    .sort(compareText)
    .map(selectorOf);
  return {
    ...(form.aggregation === undefined || form.aggregation === null
      ? { rules: writtenRules(form.rules ?? {}).map((rule) => ({ ...rule })) }
      : { aggregationRule: { clusterRoleSelectors: selectors } }),
    labels: texts(form.labels),
  };
}

function texts(form: Listed<string> | undefined): JsonObject {
  const entries = Object.entries(form?.values ?? {}).sort(([left], [right]) => compareText(left, right));
  return { values: Object.fromEntries(entries) };
}
