import { compareText, parseAddress } from '../../../core/address.ts';
import type { Json, JsonObject } from '../../../core/json.ts';
import type { LiveObject, LiveState } from '../../../core/live.ts';
import type { Imported } from '../../../core/ports.ts';
import { policyReference, type Account } from './arn.ts';
import { documentOf } from './documents.ts';
import { awsAttributes, awsFacts, OIDC_KIND, POLICY_KIND, ROLE_KIND, USER_KIND, type Listed } from './model.ts';

/** A document that says exactly what is live. What could not be read is left out, so it is not managed. */
export function toDocument(object: LiveObject, live: LiveState): Imported {
  const { kind, name } = parseAddress(object.address);
  return {
    kind,
    name: name[0] ?? '',
    ...(object.managedBy === undefined ? {} : { caution: `belongs to ${object.managedBy.tool}` }),
    spec: specOf(kind, object.attributes, awsFacts(live.facts)),
    notModelled: live.notModelled.filter(({ address }) => address === object.address),
  };
}

function specOf(kind: string, attributes: JsonObject, account: Account): JsonObject {
  const { path, description, maxSessionSeconds, trust, document, consolePassword, ...rest } = awsAttributes(attributes);
  const { tags, boundary, inline, attached, instanceProfiles, groups, accessKeys, audiences, thumbprints } = rest;
  const reference = (arn: string): string => policyReference(arn, account);
  const spec: { readonly [name: string]: Json | undefined } = {
    path,
    description,
    maxSessionSeconds,
    tags: tags === undefined ? undefined : mapOf(tags),
    boundary: typeof boundary === 'string' ? reference(boundary) : boundary,
    trust: trust === undefined ? undefined : { policy: documentOf(trust) },
    document: document === undefined ? undefined : documentOf(document),
    inlinePolicies: inline === undefined ? undefined : mapOf(inline, documentOf),
    policies: attached === undefined ? undefined : namesOf(attached).map(reference),
    instanceProfiles: instanceProfiles === undefined ? undefined : namesOf(instanceProfiles),
    groups: groups === undefined ? undefined : namesOf(groups),
    accessKeys: accessKeys === undefined ? undefined : mapOf(accessKeys),
    consolePassword,
    audiences: audiences === undefined ? undefined : namesOf(audiences),
    thumbprints: thumbprints === undefined ? undefined : namesOf(thumbprints),
  };
  const own = SPECS[kind] ?? [];
  return Object.fromEntries(
    own.flatMap((key): [string, Json][] => {
      const value = spec[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** In the order in which people read them. */
const SPECS: { readonly [kind: string]: readonly string[] } = {
  [ROLE_KIND]: [
    'path',
    'description',
    'maxSessionSeconds',
    'tags',
    'boundary',
    'trust',
    'policies',
    'inlinePolicies',
    'instanceProfiles',
  ],
  [USER_KIND]: ['path', 'tags', 'boundary', 'groups', 'policies', 'inlinePolicies', 'accessKeys', 'consolePassword'],
  [POLICY_KIND]: ['path', 'description', 'tags', 'document'],
  [OIDC_KIND]: ['audiences', 'thumbprints', 'tags'],
};

function namesOf({ values }: Listed<unknown>): readonly string[] {
  return Object.keys(values).toSorted(compareText);
}

function mapOf<T extends Json>(list: Listed<T>, shown: (value: T) => Json = (value) => value): JsonObject {
  return Object.fromEntries(
    Object.entries(list.values)
      .toSorted(([left], [right]) => compareText(left, right))
      .map(([name, value]) => [name, shown(value)]),
  );
}
