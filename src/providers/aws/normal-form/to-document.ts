import { compareText, parseAddress } from '../../../core/address.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../core/json.ts';
import type { LiveObject, LiveState } from '../../../core/live.ts';
import type { Imported } from '../../../core/ports.ts';
import { KEPT } from '../kinds/shared.ts';
import { policyReference, type Account } from './arn.ts';
import { documentOf } from './documents.ts';
import { awsAttributes, awsFacts, OIDC_KIND, POLICY_KIND, ROLE_KIND, USER_KIND, type Listed } from './model.ts';

/** A document that says exactly what is live. What could not be read is left out, so it is not managed. */
export function toDocument(object: LiveObject, live: LiveState): Imported {
  const { kind, name } = parseAddress(object.address);
  return {
    kind,
    name: name[0] ?? '',
    spec: specOf(kind, withGaps(object, live), awsFacts(live.facts)),
    notModelled: live.notModelled.filter(({ address }) => address === object.address),
  };
}

/** A list of which a member could not be read keeps what it does not name. */
function withGaps({ address, attributes }: LiveObject, { unreadable }: LiveState): JsonObject {
  const gaps = unreadable.flatMap((one) => (one.address === address ? (one.pointer?.split('/')[1] ?? []) : []));
  return Object.fromEntries(
    Object.entries(attributes).map(([key, value]) =>
      gaps.includes(key) && isJsonObject(value) && isJsonObject(value['values'])
        ? [key, { ...value, others: 'keep' }]
        : [key, value],
    ),
  );
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
    policies: attached === undefined ? undefined : namesOf(attached, reference),
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

function namesOf({ others, values }: Listed<unknown>, shown = (name: string): string => name): readonly Json[] {
  const names = Object.keys(values).toSorted(compareText).map(shown);
  return others === 'keep' ? [...names, { others }] : names;
}

function mapOf<T extends Json>(
  { others, values }: Listed<T>,
  shown: (value: T) => Json = (value) => value,
): JsonObject {
  const named = Object.entries(values)
    .toSorted(([left], [right]) => compareText(left, right))
    .map(([name, value]): [string, Json] => [name, shown(value)]);
  return Object.fromEntries(others === 'keep' ? [...named, [KEPT, 'keep']] : named);
}
