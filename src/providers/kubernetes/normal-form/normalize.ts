import { parseAddress } from '../../../core/address.ts';
import type { Attributes } from '../../../core/attributes.ts';
import type { JsonObject } from '../../../core/json.ts';
import type { Mode, NormalizeContext } from '../../../core/ports.ts';
import { CLUSTER_ROLE, SERVICE_ACCOUNT, type ClusterRoleSpec, type ServiceAccountSpec } from '../kinds.ts';
import { normalizeRules } from '../rules/normal-form.ts';
import { addedTo } from './added-rules.ts';
import { boundForm } from './bound-roles.ts';
import { listed, setOf, type BoundRole, type Listed, type RoleForm } from './model.ts';
import { selectorText } from './selectors.ts';

type Texts = NonNullable<ServiceAccountSpec['labels']>;
type RoleEntry = NonNullable<ServiceAccountSpec['roles']>[number];
type OwnRole = Exclude<RoleEntry, { readonly others: 'keep' }>;

/** A spec in the normal form. @throws CountersignError `rules-too-large`, `role-changes-nature` */
export function normalizeSpec(
  kind: string,
  spec: JsonObject,
  { address, mode, live }: Pick<NormalizeContext, 'address' | 'mode' | 'live'>,
): Attributes {
  if (kind === SERVICE_ACCOUNT) return serviceAccount(spec, parseAddress(address).name[0] ?? '', mode);
  const declared = role(kind, spec, mode);
  if (mode !== 'additive') return declared;
  return addedTo(live.objects.find((object) => object.address === address)?.attributes ?? null, declared);
}

function serviceAccount(spec: JsonObject, own: string, mode: Mode): Attributes {
  const { automountToken, imagePullSecrets, annotations, labels, roles } = spec as ServiceAccountSpec;
  return {
    ...(automountToken === undefined ? {} : { automountToken }),
    ...(imagePullSecrets === undefined
      ? {}
      : {
          imagePullSecrets: listed(
            setOf(imagePullSecrets.filter((one) => typeof one === 'string')),
            othersOf(imagePullSecrets, mode),
          ),
        }),
    ...(annotations === undefined ? {} : { annotations: texts(annotations, mode) }),
    ...(labels === undefined ? {} : { labels: texts(labels, mode) }),
    ...(roles === undefined
      ? {}
      : { roles: listed(boundForm(roles.flatMap((entry) => boundOf(entry, own))), othersOf(roles, mode)) }),
  };
}

/** A ClusterRole with rules of its own is no aggregated one, and an aggregated one has none of its own: it loses those that it had. */
function role(kind: string, spec: JsonObject, mode: Mode): RoleForm {
  const { rules, aggregationRule, labels } = spec as ClusterRoleSpec;
  const own = kind === CLUSTER_ROLE ? { aggregation: null } : {};
  return {
    ...(rules === undefined ? {} : { ...own, rules: normalizeRules(rules) }),
    ...(aggregationRule === undefined
      ? {}
      : { rules: {}, aggregation: setOf(aggregationRule.clusterRoleSelectors.map((one) => selectorText(one))) }),
    ...(labels === undefined ? {} : { labels: texts(labels, mode) }),
  };
}

/** The role that an entry of a document means, and where. */
function boundOf(entry: RoleEntry, own: string): readonly BoundRole[] {
  if ('others' in entry) return [];
  const named = namedRole(entry);
  if ('everywhere' in entry && entry.everywhere === true) return [{ ...named, namespace: null }];
  return [{ ...named, namespace: entry.namespace ?? own }];
}

function namedRole(entry: OwnRole): Pick<BoundRole, 'kind' | 'name'> {
  return 'role' in entry ? { kind: 'Role', name: entry.role } : { kind: 'ClusterRole', name: entry.clusterRole };
}

function othersOf(list: readonly unknown[], mode: Mode): Listed<true>['others'] {
  const says = list.some((item) => typeof item === 'object' && item !== null && 'others' in item);
  return mode === 'additive' || says ? 'keep' : 'remove';
}

function texts({ values, others }: Texts, mode: Mode): Listed<string> {
  return listed(values, mode === 'additive' ? 'keep' : (others ?? 'remove'));
}
