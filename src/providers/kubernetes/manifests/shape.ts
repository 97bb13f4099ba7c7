import type { Diagnostic } from '../../../core/errors.ts';
import { isJsonObject, type JsonObject } from '../../../core/json.ts';
import { didYouMean, suggest } from '../../../core/schema/suggest.ts';
import { pointerToken } from '../../../core/yaml/place.ts';
import { quoted } from '../../../core/yaml/text.ts';
import type { Item } from './items.ts';
import { malformed, withoutNamespace } from './problems.ts';

const RBAC = 'rbac.authorization.k8s.io';

type Shape = { readonly apiVersion: string; readonly namespaced: boolean; readonly fields: readonly string[] };

const SHAPES = {
  ServiceAccount: {
    apiVersion: 'v1',
    namespaced: true,
    fields: ['automountServiceAccountToken', 'imagePullSecrets', 'secrets'],
  },
  Role: { apiVersion: `${RBAC}/v1`, namespaced: true, fields: ['rules'] },
  ClusterRole: { apiVersion: `${RBAC}/v1`, namespaced: false, fields: ['rules', 'aggregationRule'] },
  RoleBinding: { apiVersion: `${RBAC}/v1`, namespaced: true, fields: ['roleRef', 'subjects'] },
  ClusterRoleBinding: { apiVersion: `${RBAC}/v1`, namespaced: false, fields: ['roleRef', 'subjects'] },
} as const satisfies { readonly [kind: string]: Shape };

export type ManifestKind = keyof typeof SHAPES;

const KINDS = Object.keys(SHAPES);
const METADATA = ['annotations', 'finalizers', 'labels', 'name', 'namespace', 'ownerReferences'];

/** `namespace` null: it is one of the whole cluster. */
export type Manifest = {
  readonly item: Item;
  readonly kind: ManifestKind;
  readonly namespace: string | null;
  readonly name: string;
};

export type Recognised =
  | { readonly kind: 'manifest'; readonly manifest: Manifest }
  | { readonly kind: 'other'; readonly item: Item }
  | { readonly kind: 'refused'; readonly item: Item; readonly diagnostics: readonly Diagnostic[] };

/** What an object is, as far as its head says. */
export function recognise(item: Item): Recognised {
  const { apiVersion, kind } = item;
  const isOurs = isKind(kind) && SHAPES[kind].apiVersion === apiVersion;
  if (isOurs) return headed(item, kind);
  const misnamed = misnaming(item);
  return misnamed === null ? { kind: 'other', item } : { kind: 'refused', item, diagnostics: [misnamed] };
}

function isKind(kind: string): kind is ManifestKind {
  return Object.hasOwn(SHAPES, kind);
}

/** One that kubectl would refuse must not be passed over as if it were about something else. */
function misnaming(item: Item): Diagnostic | null {
  const { apiVersion, kind, form } = item;
  if (form === 'scalar')
    return malformed(
      item,
      '',
      'This is no manifest, but a text.',
      'Put the manifest here; Git LFS, for one, keeps it elsewhere.',
    );
  const [group = '', version] = apiVersion.split('/');
  if (group === RBAC && version !== undefined) return misnamedRole(item);
  if (apiVersion === '' && isKind(kind))
    return malformed(item, '', `The ${kind} says no API version.`, `Write apiVersion: ${SHAPES[kind].apiVersion}.`);
  if (isKind(kind) && isNear(kind, apiVersion)) return noVersion(item, kind);
  if (apiVersion === 'v1' && kind.toLowerCase() === 'serviceaccount')
    return malformed(item, '/kind', `There is no kind ${quoted(kind)}.`, 'Write ServiceAccount.');
  return apiVersion === 'v1' && (kind === 'List' || kind === 'ServiceAccountList')
    ? malformed(item, '', `The ${kind} has no list of items.`, 'Write items, or remove it.')
    : null;
}

function misnamedRole(item: Item): Diagnostic {
  const { apiVersion, kind } = item;
  if (isKind(kind) && SHAPES[kind].apiVersion !== apiVersion) return noVersion(item, kind);
  return malformed(
    item,
    '/kind',
    `${RBAC} has no kind ${quoted(kind)}.`,
    `${didYouMean(kind, KINDS)}Kubernetes spells it as ${KINDS.join(', ')}.`,
  );
}

/** Other systems have kinds of these names, too, in groups of their own. */
function isNear(kind: ManifestKind, apiVersion: string): boolean {
  const [group = '', version] = apiVersion.split('/');
  if (SHAPES[kind].apiVersion === 'v1') return version === undefined || group === 'core';
  return group.trim() === RBAC || suggest(group, [RBAC]) !== null;
}

function noVersion(item: Item, kind: ManifestKind): Diagnostic {
  return malformed(
    item,
    '/apiVersion',
    `${quoted(item.apiVersion, 100)} is no version in which a cluster has ${kind}.`,
    `Write ${SHAPES[kind].apiVersion}.`,
  );
}

function headed(item: Item, kind: ManifestKind): Recognised {
  const { namespaced, fields } = SHAPES[kind];
  const { metadata } = item.value;
  const own = isJsonObject(metadata) ? metadata : {};
  const { name, namespace } = own;
  const diagnostics = [
    ...unknownFields(item, item.value, '', ['apiVersion', 'kind', 'metadata', ...fields]),
    ...unknownFields(item, own, '/metadata', METADATA),
    ...(isName(name)
      ? []
      : [malformed(item, '/metadata/name', `The ${kind} has no name that is a text.`, 'Write metadata.name.')]),
  ];
  if (namespaced && (namespace === undefined || namespace === ''))
    diagnostics.push(withoutNamespace(item, '/metadata', `The ${kind} ${isName(name) ? quoted(name, 200) : ''}`));
  else if (namespaced && !isName(namespace))
    diagnostics.push(malformed(item, '/metadata/namespace', 'The namespace is no text.', 'Quote it.'));
  if (!isName(name) || diagnostics.length > 0) return { kind: 'refused', item, diagnostics };
  // The API server takes the namespace off what has none.
  const inside = namespaced && isName(namespace) ? namespace : null;
  return { kind: 'manifest', manifest: { item, kind, name, namespace: inside } };
}

export function unknownFields(
  item: Item,
  value: JsonObject,
  pointer: string,
  known: readonly string[],
): readonly Diagnostic[] {
  const unknown = Object.keys(value).filter((key) => !known.includes(key));
  return unknown.map((key) => ({
    ...malformed(
      item,
      pointer,
      `Kubernetes has no field ${quoted(key, 100)} here.`,
      `${didYouMean(key, known)}Known are ${known.join(', ')}.`,
    ),
    location: item.document.locateKey(`${pointer}/${pointerToken(key)}`),
  }));
}

export function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
