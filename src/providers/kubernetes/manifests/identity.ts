import { canonicalize } from '../../../core/digest.ts';
import type { Diagnostic } from '../../../core/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../core/json.ts';
import type { ManifestIdentity } from '../../../core/ports.ts';
import type { Origin } from '../../../core/yaml/composed.ts';
import { CLUSTER_ROLE, ROLE, SERVICE_ACCOUNT } from '../kinds.ts';
import { isNote } from '../normal-form/live-form.ts';
import type { BoundRole } from '../normal-form/model.ts';
import type { ManifestBinding } from './binding.ts';
import { malformed } from './problems.ts';
import { isName, type Manifest } from './shape.ts';

const ANNOTATIONS = '/metadata/annotations';

/**
 * A manifest says all of an object, so that what it leaves out is what the API server takes it for: no labels, no roles.
 * What is of another form than Kubernetes has it comes as it is, for the schema of the kind to refuse in its place.
 * @param bindings those that name the ServiceAccount
 */
export function accountIdentity(account: Manifest, bindings: readonly ManifestBinding[]): ManifestIdentity {
  const { item, name, namespace } = account;
  const { automountServiceAccountToken = true, imagePullSecrets = [] } = item.value;
  const given = givenRoles(bindings);
  const places = new Map<string, Origin>([
    ...placesIn(account),
    ['/automountToken', { document: item.document, pointer: '/automountServiceAccountToken' }],
    ...pullSecretPlaces(account, imagePullSecrets),
    ...given.flatMap((binding, index) => rolePlaces(binding, `/roles/${index}`)),
  ]);
  return {
    kind: SERVICE_ACCOUNT,
    name,
    namespace: namespace ?? '',
    spec: {
      automountToken: automountServiceAccountToken,
      imagePullSecrets: Array.isArray(imagePullSecrets) ? imagePullSecrets.map(secretName) : imagePullSecrets,
      annotations: { values: withoutNotes(textsIn(account, 'annotations')) },
      labels: { values: textsIn(account, 'labels') },
      roles: given.map(({ bound }) => entryOf(bound, namespace)),
    },
    document: item.document,
    annotations: ANNOTATIONS,
    others: bindings.map(({ manifest }) => manifest.item.document),
    places,
  };
}

/** Rules of an aggregated ClusterRole are the cluster's work, which `kubectl get` prints, too. */
export function roleIdentity(role: Manifest): ManifestIdentity {
  const { item, kind, name, namespace } = role;
  const { rules = [], aggregationRule } = item.value;
  return {
    kind: kind === 'Role' ? ROLE : CLUSTER_ROLE,
    name,
    ...(namespace === null ? {} : { namespace }),
    spec: {
      ...(aggregationRule === undefined ? { rules } : { aggregationRule }),
      labels: { values: textsIn(role, 'labels') },
    },
    document: item.document,
    annotations: ANNOTATIONS,
    others: [],
    places: new Map(placesIn(role)),
  };
}

/** Each role in each place once, whichever bindings give it. */
function givenRoles(bindings: readonly ManifestBinding[]): readonly ManifestBinding[] {
  const first = new Map(bindings.map((binding) => [canonicalize(binding.bound), binding] as const).toReversed());
  return bindings.filter((binding) => first.get(canonicalize(binding.bound)) === binding);
}

function entryOf({ namespace, kind, name }: BoundRole, own: string | null): JsonObject {
  const named = kind === 'Role' ? { role: name } : { clusterRole: name };
  if (namespace === null) return { ...named, everywhere: true };
  return namespace === own ? named : { ...named, namespace };
}

function rolePlaces({ manifest }: ManifestBinding, pointer: string): readonly (readonly [string, Origin])[] {
  const { document } = manifest.item;
  const name = { document, pointer: '/roleRef/name' };
  return [
    [pointer, { document, pointer: '/roleRef' }],
    [`${pointer}/role`, name],
    [`${pointer}/clusterRole`, name],
    [`${pointer}/namespace`, { document, pointer: '/metadata/namespace' }],
  ];
}

function placesIn({ item: { document } }: Manifest): readonly (readonly [string, Origin])[] {
  return ['labels', 'annotations'].flatMap((key) => {
    const origin = { document, pointer: `/metadata/${key}` };
    return [
      [`/${key}`, origin],
      [`/${key}/values`, origin],
    ] as const;
  });
}

function pullSecretPlaces({ item: { document } }: Manifest, secrets: Json): readonly (readonly [string, Origin])[] {
  if (!Array.isArray(secrets)) return [];
  return secrets.map((secret: Json, index) => {
    const pointer = `/imagePullSecrets/${index}`;
    return [pointer, { document, pointer: isJsonObject(secret) ? `${pointer}/name` : pointer }] as const;
  });
}

/** What is no reference to a Secret by its name, and nothing else. */
export function pullSecretProblems({ item }: Manifest): readonly Diagnostic[] {
  const { imagePullSecrets } = item.value;
  if (!Array.isArray(imagePullSecrets)) return [];
  return imagePullSecrets.flatMap((secret: Json, index) =>
    secretName(secret) === null
      ? [malformed(item, `/imagePullSecrets/${index}`, 'This names no Secret.', 'Write `name: …`, and nothing else.')]
      : [],
  );
}

function secretName(secret: Json): string | null {
  if (!isJsonObject(secret)) return null;
  const { name, ...more } = secret;
  return Object.keys(more).length === 0 && isName(name) ? name : null;
}

function textsIn({ item }: Manifest, key: string): Json {
  const { metadata } = item.value;
  const found = isJsonObject(metadata) ? metadata[key] : undefined;
  return found ?? {};
}

function withoutNotes(annotations: Json): Json {
  if (!isJsonObject(annotations)) return annotations;
  return Object.fromEntries(Object.entries(annotations).filter(([key]) => !isNote(key)));
}
