import { compareText, formatAddress } from '../../../src/core/address.ts';
import type { JsonObject } from '../../../src/core/json.ts';
import type { LiveObject, LiveState } from '../../../src/core/live.ts';
import { aws } from '../../../src/providers/aws/index.ts';
import { arnOfPolicy } from '../../../src/providers/aws/normal-form/arn.ts';
import { sourceOf, type System } from './pull-request.ts';

export const ACCOUNT = '111122223333';

const FACTS = { account: ACCOUNT, partition: 'aws', attachedQuota: 10, trustQuota: 2048 };
const NO_LISTS = { tags: {}, inlinePolicies: {}, policies: [] };
/** What IAM gives where nobody said anything. */
const BARE: Readonly<Record<string, JsonObject>> = {
  AwsIamRole: {
    ...NO_LISTS,
    path: '/',
    description: null,
    maxSessionSeconds: 3600,
    boundary: null,
    instanceProfiles: [],
  },
  AwsIamUser: { ...NO_LISTS, path: '/', boundary: null, groups: [], accessKeys: {}, consolePassword: false },
  AwsIamPolicy: { path: '/', description: null, tags: {} },
  AwsOidcProvider: { tags: {} },
};

/** What somebody made in the account: as a document would say it, and what is read besides. */
export type Held = {
  readonly kind: string;
  readonly name: string;
  readonly spec: JsonObject;
  readonly facts?: JsonObject;
} & Pick<LiveObject, 'credentials' | 'managedBy'>;

/** An account with these identities; `policies`: those of AWS's own that somebody has, by ARN. */
export function account(
  name: string,
  held: readonly Held[],
  policies: Readonly<Record<string, JsonObject>> = {},
): System {
  const empty: LiveState = {
    source: name,
    provider: 'aws',
    target: { account: ACCOUNT, partition: 'aws' },
    objects: [],
    unreadable: [],
    notModelled: [],
    facts: FACTS,
  };
  const form = (kind: string, spec: JsonObject) =>
    aws.normalize(kind, spec, {
      source: name,
      address: `${name}/${kind}/one`,
      mode: 'authoritative',
      live: empty,
      resolve: (reference) => reference,
    });
  const objects = held
    .map(({ kind, name: called, spec, facts = {}, ...more }): LiveObject => ({
      address: formatAddress({ source: name, kind, name: [called] }),
      kind,
      incarnation: `ID-OF-${called.toUpperCase()}`,
      attributes: form(kind, { ...BARE[kind], ...spec }),
      facts: { created: '2025-03-01T09:00:00.000Z', ...facts },
      ...more,
    }))
    .toSorted((left, right) => compareText(left.address, right.address));
  const documentForm = (document: JsonObject) => form('AwsIamPolicy', { document })['document'] ?? {};
  const own = held
    .filter(({ kind }) => kind === 'AwsIamPolicy')
    .map(({ name: called, spec }) => [
      arnOfPolicy(called, pathIn(spec), FACTS),
      documentForm(spec['document'] as JsonObject),
    ]);
  const others = Object.entries(policies).map(([arn, document]) => [arn, documentForm(document)]);
  const state = { ...empty, objects };
  const managedPolicies = Object.fromEntries([...own, ...others]) as JsonObject;
  return {
    source: sourceOf(name, 'aws'),
    provider: aws,
    state,
    estate: { ...state, facts: { ...FACTS, managedPolicies, groups: {} } },
  };
}

function pathIn({ path }: JsonObject): string {
  return typeof path === 'string' ? path : '/';
}

export function allow(action: string | readonly string[], resource: string | readonly string[]): JsonObject {
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: resource }] };
}
