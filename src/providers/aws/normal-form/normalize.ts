import { CountersignError } from '../../../core/errors.ts';
import type { Json, JsonObject } from '../../../core/json.ts';
import type { Mode, NormalizeContext } from '../../../core/ports.ts';
import { KEPT } from '../kinds/shared.ts';
import type { ManagedPolicySpec } from '../kinds/managed-policy.ts';
import type { OidcProviderSpec } from '../kinds/oidc-provider.ts';
import type { RoleSpec } from '../kinds/role.ts';
import type { UserSpec } from '../kinds/user.ts';
import { lettersIn, type Letters } from '../policy/letters.ts';
import type { PolicyContext, PolicyForm } from '../policy/model.ts';
import { policyArn } from './arn.ts';
import { formOf } from './documents.ts';
import {
  awsAttributes,
  awsFacts,
  isReservedTag,
  OIDC_KIND,
  POLICY_KIND,
  ROLE_KIND,
  USER_KIND,
  type AwsAttributes,
  type KeyState,
  type Listed,
  type ManagedPolicyAttributes,
  type OidcProviderAttributes,
  type RoleAttributes,
  type Tags,
  type UserAttributes,
} from './model.ts';
import { trustDocument } from './trust.ts';

/** What a document is completed with: the account that ARNs are of and policies are read in, and whether its source only ever adds. */
export type Completion = { readonly account: Omit<PolicyContext, 'use'>; readonly mode: Mode };

/** Provider.normalize */
export function normalize(
  kind: string,
  spec: JsonObject,
  { address, live, mode }: Pick<NormalizeContext, 'address' | 'live' | 'mode'>,
): AwsAttributes {
  const { account, partition } = awsFacts(live.facts);
  return normalizeSpec(kind, spec, { account: { account, partition, lettersHad }, mode });

  function lettersHad(): Letters {
    const object = live.objects.find((one) => one.address === address);
    return lettersIn(object === undefined ? [] : policiesOf(awsAttributes(object.attributes)));
  }
}

function policiesOf({ trust, document, inline }: AwsAttributes): readonly PolicyForm[] {
  return [trust, document, ...Object.values(inline?.values ?? {})].filter((form) => form !== undefined);
}

/** @throws CountersignError for what no schema can refuse: references, reserved tags, policies; `unsupported` for another kind */
export function normalizeSpec(kind: string, spec: JsonObject, completion: Completion): AwsAttributes {
  switch (kind) {
    case ROLE_KIND:
      return normalRole(spec, completion);
    case USER_KIND:
      return normalUser(spec, completion);
    case POLICY_KIND:
      return normalManagedPolicy(spec, completion);
    case OIDC_KIND:
      return normalOidcProvider(spec, completion);
    default:
      throw new CountersignError('unsupported', `AWS has no kind ${kind}.`, {
        mend: `Use one of ${[ROLE_KIND, USER_KIND, POLICY_KIND, OIDC_KIND].join(', ')}.`,
      });
  }
}

function normalRole(spec: RoleSpec, completion: Completion): RoleAttributes {
  const { path, description, maxSessionSeconds, trust, instanceProfiles } = spec;
  const { account } = completion;
  return {
    ...common(spec, completion),
    ...(path === undefined ? {} : { path }),
    ...(description === undefined ? {} : { description: normalDescription(description) }),
    ...(maxSessionSeconds === undefined ? {} : { maxSessionSeconds }),
    ...(trust === undefined
      ? {}
      : {
          trust: formOf(trustDocument(trust, account), 'trust', account),
        }),
    ...(instanceProfiles === undefined ? {} : { instanceProfiles: namesIn(instanceProfiles, completion) }),
  };
}

function normalUser(spec: UserSpec, completion: Completion): UserAttributes {
  const { path, groups, accessKeys, consolePassword } = spec;
  return {
    ...common(spec, completion),
    ...(path === undefined ? {} : { path }),
    ...(groups === undefined ? {} : { groups: namesIn(groups, completion) }),
    ...(accessKeys === undefined ? {} : { accessKeys: mapped(accessKeys, completion, (state) => state as KeyState) }),
    ...(consolePassword === undefined ? {} : { consolePassword }),
  };
}

function normalManagedPolicy(spec: ManagedPolicySpec, completion: Completion): ManagedPolicyAttributes {
  const { path, description, document } = spec;
  return {
    ...tagsIn(spec, completion),
    ...(path === undefined ? {} : { path }),
    ...(description === undefined ? {} : { description: normalDescription(description) }),
    ...(document === undefined ? {} : { document: formOf(document, 'identity', completion.account) }),
  };
}

function normalOidcProvider(spec: OidcProviderSpec, completion: Completion): OidcProviderAttributes {
  const { audiences, thumbprints } = spec;
  return {
    ...tagsIn(spec, completion),
    ...(audiences === undefined ? {} : { audiences: namesIn(audiences, completion) }),
    ...(thumbprints === undefined
      ? {}
      : { thumbprints: namesIn(thumbprints, completion, (text) => text.toLowerCase()) }),
  };
}

type Bounded = Pick<RoleSpec, 'boundary' | 'tags' | 'inlinePolicies' | 'policies'>;

/** What roles and users have alike. */
function common(spec: Bounded, completion: Completion): Omit<RoleAttributes & UserAttributes, 'path'> {
  const { boundary, inlinePolicies, policies } = spec;
  const { account } = completion;
  return {
    ...tagsIn(spec, completion),
    ...(boundary === undefined ? {} : { boundary: boundary === null ? null : policyArn(boundary, account) }),
    ...(inlinePolicies === undefined
      ? {}
      : {
          inline: mapped(inlinePolicies, completion, (policy): PolicyForm =>
            formOf(policy as Json, 'identity', account),
          ),
        }),
    ...(policies === undefined
      ? {}
      : { attached: namesIn(policies, completion, (reference) => policyArn(reference, account)) }),
  };
}

/** IAM tells an empty description and none apart nowhere. */
function normalDescription(description: string | null): string | null {
  return description === '' ? null : description;
}

function tagsIn({ tags }: Pick<RoleSpec, 'tags'>, completion: Completion): { readonly tags?: Tags } {
  if (tags === undefined) return {};
  const reserved = Object.keys(tags).find(isReservedTag);
  if (reserved !== undefined)
    throw new CountersignError('tag-reserved', 'This tag is not for documents to set.', {
      evidence: reserved.slice(0, 128),
      mend: 'Leave out tags that begin with aws: or countersign:.',
    });
  return { tags: mapped(tags, completion, String) };
}

type Entries = { readonly [key: string]: unknown };

function mapped<T>(entries: Entries, { mode }: Completion, valueOf: (value: unknown) => T): Listed<T> {
  const named = Object.entries(entries).filter(([key]) => key !== KEPT);
  return {
    others: mode === 'additive' || Object.hasOwn(entries, KEPT) ? 'keep' : 'remove',
    values: Object.fromEntries(named.map(([key, value]) => [key, valueOf(value)])),
  };
}

type Item = string | { readonly others: 'keep' };

function namesIn(items: readonly Item[], { mode }: Completion, nameOf = (text: string): string => text): Listed<true> {
  const names = items.flatMap((item) => (typeof item === 'string' ? [nameOf(item)] : []));
  return {
    others: mode === 'additive' || names.length < items.length ? 'keep' : 'remove',
    values: Object.fromEntries(names.map((name) => [name, true] as const)),
  };
}
