import { compareText } from '../../../core/address.ts';
import type { SourceConfiguration } from '../../../core/configuration.ts';
import { canonicalize, hashJson } from '../../../core/digest.ts';
import type { Diagnostic } from '../../../core/errors.ts';
import { isJsonObject } from '../../../core/json.ts';
import type { Manifests } from '../../../core/ports.ts';
import type { YamlDocument } from '../../../core/yaml/document.ts';
import { boundaryOf, type Within } from '../boundary.ts';
import { isHolder, type Holder } from '../catalog/subjects.ts';
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
  const declared = manifests.filter(isDeclared);
  const excluded = declared.filter((one) => within.excluded({ ...one, kind: IDENTITIES[one.kind] }));
  const kept = declared.filter((one) => !excluded.includes(one));
  const accounts = kept.filter(({ kind }) => kind === 'ServiceAccount');
  const refused = read.flatMap((one) => (one.kind === 'refused' ? [one] : []));
  const notes = [
    ...passedOver(read.flatMap((one) => (one.kind === 'other' ? [one.item] : []))),
    ...accounts.filter(({ item }) => 'secrets' in item.value).map(({ item }) => notModelled(item, '/secrets')),
    ...bindings.flatMap(({ manifest }) => unreadAnnotations(manifest.item)),
    ...bindings.flatMap((binding) => strangers(binding, { accounts, refused, within })),
    ...excluded.map(leftToOthers),
  ];
  const errors = [
    ...refused.flatMap(({ diagnostics }) => diagnostics),
    ...decoded.flatMap(({ diagnostics }) => diagnostics),
    ...accounts.flatMap(pullSecretProblems),
    ...twice(bindings),
  ];
  const roles = kept.filter(({ kind }) => kind !== 'ServiceAccount');
  const identities = [
    ...accounts.map((account) => accountIdentity(account, bindings.filter(names(account)))),
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

type Declared = Manifest & { readonly kind: keyof typeof IDENTITIES };

function isDeclared(manifest: Manifest): manifest is Declared {
  return Object.hasOwn(IDENTITIES, manifest.kind);
}

function isBinding({ kind }: Manifest): boolean {
  return kind === 'RoleBinding' || kind === 'ClusterRoleBinding';
}

function names(account: Manifest): (binding: ManifestBinding) => boolean {
  const own = holderIn(account);
  return ({ subjects }) => subjects.some(({ holder }) => same(holder, own));
}

function holderIn({ namespace, name }: Manifest): Holder {
  return { namespace: namespace ?? '', name };
}

function same(holder: Holder | null, own: Holder): boolean {
  return holder !== null && isHolder({ kind: 'ServiceAccount', ...holder }, own);
}

type Known = {
  readonly accounts: readonly Manifest[];
  readonly refused: readonly { readonly item: Item }[];
  readonly within: Within;
};

/** Of a manifest that is refused, which says already why nothing is declared. */
function mayBe({ kind, value: { metadata } }: Item, holder: Holder): boolean {
  if (kind.toLowerCase() !== 'serviceaccount' || !isJsonObject(metadata)) return false;
  const { name, namespace } = metadata;
  return name === holder.name && (typeof namespace !== 'string' || namespace === '' || namespace === holder.namespace);
}

/** Those whom a binding names, and whom no manifest can bind. */
function strangers(
  { manifest: { item }, subjects }: ManifestBinding,
  { accounts, refused, within }: Known,
): readonly Diagnostic[] {
  return subjects.flatMap(({ pointer, holder, text }: NamedSubject) => {
    if (holder === null) return [unmanagedSubject(item, pointer, text)];
    if (accounts.some((account) => same(holder, holderIn(account)))) return [];
    if (refused.some(({ item: one }) => mayBe(one, holder))) return [];
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
