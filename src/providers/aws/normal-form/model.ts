import type { JsonObject } from '../../../core/json.ts';
import type { PolicyForm } from '../policy/model.ts';

export type { PolicyForm };

/** Part of a list that is exhaustive unless `others` says otherwise; in an additive source it always says `keep`. */
export type Listed<T> = { readonly others: 'remove' | 'keep'; readonly values: { readonly [key: string]: T } };

/** Tag key to value. Keys that begin with `aws:` or `countersign:` are nobody's to declare and never among them. */
export type Tags = Listed<string>;

/** Inline policies by name. */
export type InlinePolicies = Listed<PolicyForm>;

/** Managed policies by ARN, AWS's own and the account's. */
export type AttachedPolicies = Listed<true>;

export type KeyState = 'Active' | 'Inactive';

/** Normal form of a role. An omitted attribute is not managed. */
export type RoleAttributes = {
  /** Begins and ends with a slash. */ readonly path?: string;
  /** Null and empty are one: null. */ readonly description?: string | null;
  readonly maxSessionSeconds?: number;
  readonly tags?: Tags;
  /** ARN of the policy that bounds its permissions. */ readonly boundary?: string | null;
  readonly trust?: PolicyForm;
  readonly inline?: InlinePolicies;
  readonly attached?: AttachedPolicies;
  /** Instance profiles that hold the role, by name. */ readonly instanceProfiles?: Listed<true>;
};

/** Normal form of a user. */
export type UserAttributes = {
  readonly path?: string;
  readonly tags?: Tags;
  readonly boundary?: string | null;
  readonly inline?: InlinePolicies;
  readonly attached?: AttachedPolicies;
  /** By name. */ readonly groups?: Listed<true>;
  /** Access key id to its state; never a secret. */ readonly accessKeys?: Listed<KeyState>;
  /** Whether the user has a password for the console (GetLoginProfile; in the credential report `password_enabled`). */
  readonly consolePassword?: boolean;
};

/** Normal form of a customer-managed policy; `document` is its default version. */
export type ManagedPolicyAttributes = {
  readonly path?: string;
  readonly description?: string | null;
  readonly tags?: Tags;
  readonly document?: PolicyForm;
};

/** Normal form of an OpenID Connect provider. Its address's name is its URL without `https://`. */
export type OidcProviderAttributes = {
  readonly audiences?: Listed<true>;
  /** SHA-1 in lower-case hex. */ readonly thumbprints?: Listed<true>;
  readonly tags?: Tags;
};

export type AwsAttributes = RoleAttributes & UserAttributes & ManagedPolicyAttributes & OidcProviderAttributes;

export const ROLE_KIND = 'AwsIamRole';
export const USER_KIND = 'AwsIamUser';
export const POLICY_KIND = 'AwsIamPolicy';
export const OIDC_KIND = 'AwsOidcProvider';

/**
 * `LiveObject.facts` of each kind. Times are RFC 3339. Incarnations: RoleId, UserId, PolicyId, and for an OpenID Connect provider its ARN
 * and its CreateDate with a space between.
 */
export type CommonFacts = { readonly arn: string; readonly created: string; readonly lastUsed?: string };

export type UserFacts = CommonFacts & {
  readonly accessKeys: { readonly [id: string]: { readonly created: string; readonly lastUsed?: string } };
  /** What else has to go before the user can be deleted, by what it is; left out where it was not read. */
  readonly credentials?: {
    readonly mfaDevices?: number;
    readonly sshKeys?: number;
    readonly signingCertificates?: number;
    readonly serviceSpecific?: number;
  };
};

/** `versions`: `v1` … to when each was made. `attachments` and `boundaries`: how many identities have it so. */
export type ManagedPolicyFacts = CommonFacts & {
  readonly defaultVersion: string;
  readonly versions: { readonly [id: string]: string };
  readonly attachments: number;
  readonly boundaries: number;
};

/** Facts that this provider read, with their types. */
export function userFacts(facts: JsonObject): Partial<UserFacts> {
  return facts;
}

export function managedPolicyFacts(facts: JsonObject): Partial<ManagedPolicyFacts> {
  return facts;
}

/**
 * `LiveState.facts`. `attachedQuota`: managed policies that one role or user may have, from the option `quotas.attachedPolicies`,
 * else 10. `trustQuota`: characters of a trust policy, from `quotas.trustCharacters`, else 2,048. Both are the account's to raise.
 * `account` and `partition` repeat the target, so that pure functions find them.
 */
export type AwsFacts = {
  readonly account: string;
  readonly partition: string;
  readonly attachedQuota: number;
  readonly trustQuota: number;
};

/** Attributes that this provider wrote, with their types. */
export function awsAttributes(attributes: JsonObject): AwsAttributes {
  return attributes;
}

export function awsFacts(facts: JsonObject): AwsFacts {
  const { account, partition, attachedQuota, trustQuota } = facts;
  return {
    account: typeof account === 'string' ? account : '',
    partition: typeof partition === 'string' ? partition : 'aws',
    attachedQuota: typeof attachedQuota === 'number' ? attachedQuota : 10,
    trustQuota: typeof trustQuota === 'number' ? trustQuota : 2048,
  };
}

/** Tags that are no part of the normal form: AWS's own, and the mark of a creation. */
export function isReservedTag(key: string): boolean {
  return /^(?:aws|countersign):/iu.test(key);
}

/** Paths of what AWS makes for itself: never read as an identity, never written. */
export function isReservedPath(path: string): boolean {
  return path.startsWith('/aws-service-role/') || path.startsWith('/aws-reserved/');
}
