import { compareText } from '../../../core/address.ts';
import type { SourceConfiguration } from '../../../core/configuration.ts';
import { canonicalize, hashJson } from '../../../core/digest.ts';
import type { Diagnostic } from '../../../core/errors.ts';
import { isJsonObject } from '../../../core/json.ts';
import type { Manifests } from '../../../core/ports.ts';
import type { YamlDocument } from '../../../core/yaml/document.ts';
import { boundaryOf, type Within } from '../boundary.ts';
import type { Holder } from '../catalog/subjects.ts';
import { CLUSTER_ROLE, ROLE, SERVICE_ACCOUNT } from '../kinds.ts';
import { bindingIn, type ManifestBinding, type NamedSubject } from './binding.ts';
import { accountIdentity, pullSecretProblems, roleIdentity } from './identity.ts';
import { itemsOf, type Item } from './items.ts';
import {
  byPlace,
  declaredTwice,
  leftToOthers,
  notModelled,
  passedOver,
  undeclared,
  unmanagedSubject,
  unreadAnnotations,
} from './problems.ts';
import { recognise, type Manifest } from './shape.ts';

/**
 * Provider.manifests: ServiceAccounts, Roles, ClusterRoles and their bindings as kubectl takes them. A binding is a part of each
 * ServiceAccount that it names, so that one that cannot be told leaves every identity unknown.
 */
export function kubernetesManifests(
  documents: readonly YamlDocument[],
  { boundary }: Pick<SourceConfiguration, 'boundary'>,
): Manifests {
  const read = byContent(documents.flatMap(itemsOf)).map(recognise);
  const manifests = read.flatMap((one) => (one.kind === 'manifest' ? [one.manifest] : []));
  const decoded = manifests.filter(isBinding).map(bindingIn);
  const bindings = decoded.flatMap(({ value }) => value ?? []);
  const within = boundaryOf(boundary);
  const objects = manifests.filter(isObject);
  const isExcluded = (one: ObjectManifest) => within.excluded({ ...one, kind: IDENTITIES[one.kind] });
  const kept = objects.filter((one) => !isExcluded(one));
  const accounts = kept.filter(({ kind }) => kind === 'ServiceAccount');
  const refused = read.flatMap((one) => (one.kind === 'refused' ? [one] : []));
  const declared = new Set([...accounts.map(holderIn), ...refused.flatMap(refusedHolder)].map(keyOf));
  const given = byHolder(bindings);
  const notes = [
    ...passedOver(read.flatMap((one) => (one.kind === 'other' ? [one.item] : []))),
    ...accounts.filter(({ item }) => 'secrets' in item.value).map(({ item }) => notModelled(item, '/secrets')),
    ...bindings.flatMap(({ manifest }) => unreadAnnotations(manifest.item)),
    ...bindings.flatMap((binding) => strangers(binding, declared, within)),
    ...objects.filter(isExcluded).map(leftToOthers),
  ];
  const errors = [
    ...refused.flatMap(({ diagnostics }) => diagnostics),
    ...decoded.flatMap(({ diagnostics }) => diagnostics),
    ...accounts.flatMap(pullSecretProblems),
    ...twice(bindings),
  ];
  const roles = kept.filter(({ kind }) => kind !== 'ServiceAccount');
  const identities = [
    ...accounts.map((account) => accountIdentity(account, given.get(keyOf(holderIn(account))) ?? [])),
    ...roles.map(roleIdentity),
  ];
  return { identities: errors.length === 0 ? identities : [], diagnostics: [...errors, ...notes] };
}

/** Where a manifest stands means nothing. */
function byContent(items: readonly Item[]): readonly Item[] {
  const hashed = items.map((item) => ({ item, hash: hashJson(item.value) }));
  return hashed.toSorted((left, right) => compareText(left.hash, right.hash)).map(({ item }) => item);
}

const IDENTITIES = { ServiceAccount: SERVICE_ACCOUNT, Role: ROLE, ClusterRole: CLUSTER_ROLE } as const;

type ObjectManifest = Manifest & { readonly kind: keyof typeof IDENTITIES };

function isObject(manifest: Manifest): manifest is ObjectManifest {
  return Object.hasOwn(IDENTITIES, manifest.kind);
}

function isBinding({ kind }: Manifest): boolean {
  return kind === 'RoleBinding' || kind === 'ClusterRoleBinding';
}

/** Each binding once for each ServiceAccount that it names. */
function byHolder(bindings: readonly ManifestBinding[]): ReadonlyMap<string, readonly ManifestBinding[]> {
  const all = new Map<string, ManifestBinding[]>();
  for (const binding of bindings) {
    const holders = binding.subjects.flatMap(({ holder }) => (holder === null ? [] : keyOf(holder)));
    for (const key of new Set(holders)) {
      const own = all.get(key);
      if (own === undefined) all.set(key, [binding]);
      else own.push(binding);
    }
  }
  return all;
}

function holderIn({ namespace, name }: Manifest): Holder {
  return { namespace: namespace ?? '', name };
}

function keyOf({ namespace, name }: Holder): string {
  return JSON.stringify([namespace, name]);
}

/** Of a manifest that is refused, which says already why nothing is declared; without a namespace where it says none. */
function refusedHolder({ item: { kind, value } }: { readonly item: Item }): readonly Holder[] {
  const { metadata } = value;
  if (kind.toLowerCase() !== 'serviceaccount' || !isJsonObject(metadata)) return [];
  const { name, namespace } = metadata;
  if (typeof name !== 'string') return [];
  return [{ namespace: typeof namespace === 'string' ? namespace : '', name }];
}

/** Those whom a binding names, and whom no manifest can bind. */
function strangers(
  { manifest: { item }, subjects }: ManifestBinding,
  declared: ReadonlySet<string>,
  within: Within,
): readonly Diagnostic[] {
  return subjects.flatMap(({ pointer, holder, text }: NamedSubject) => {
    if (holder === null) return [unmanagedSubject(item, pointer, text)];
    if (declared.has(keyOf(holder)) || declared.has(keyOf({ ...holder, namespace: '' }))) return [];
    return within.identity({ kind: SERVICE_ACCOUNT, ...holder })
      ? [undeclared(item, pointer, holder)]
      : [unmanagedSubject(item, pointer, text)];
  });
}

/** Bindings of one name that say different things; doubles say nothing new. */
function twice(bindings: readonly ManifestBinding[]): readonly Diagnostic[] {
  const groups = Map.groupBy(bindings, ({ manifest: { kind, namespace, name } }) =>
    JSON.stringify([kind, namespace, name]),
  );
  return [...groups.values()].flatMap((group) => {
    const said = new Map(group.map((one) => [saidBy(one), one.manifest]));
    const [first, ...others] = byPlace([...said.values()].map(({ item }) => item));
    const [{ manifest } = { manifest: null }] = group;
    if (first === undefined || manifest === null) return [];
    const what = `The ${manifest.kind} ${[manifest.namespace, manifest.name].filter((one) => one !== null).join('/')}`;
    return others.map((other) => declaredTwice(other, first, what));
  });
}

function saidBy({ bound, subjects }: ManifestBinding): string {
  const who = subjects.map(({ text }) => text).sort(compareText);
  return canonicalize({ bound, who });
}
