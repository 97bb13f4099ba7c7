import type { Reason } from '../../../core/errors.ts';

/**
 * One part of an identity: what was read of it, or why it was not; never an absence.
 * `unasked`: this read is not about it, so nobody is told.
 */
export type Part<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'unread'; readonly reason: Reason }
  | typeof UNASKED;

/** A part that was asked for. */
export type Tried<T> = Exclude<Part<T>, typeof UNASKED>;

export const UNASKED = { kind: 'unasked' } as const;

export function read<T>(value: T): Tried<T> {
  return { kind: 'read', value };
}

/** A policy document as AWS gives it: JSON, URL-encoded or not. */
export type Text = string | undefined;

export type InlineParts = Part<ReadonlyMap<string, Part<Text>>>;

type Common = {
  readonly name: string;
  /** RoleId, UserId, PolicyId. */ readonly id: string;
  readonly arn: string;
  readonly path: string;
  readonly created: Date | undefined;
  readonly tags: Part<readonly (readonly [string, string])[]>;
};

/** What may do something: a role or a user. */
export type PrincipalParts = Common & {
  /** ARN, null: none. */ readonly boundary: string | null;
  readonly inline: InlineParts;
  /** ARNs. */ readonly attached: Part<readonly string[]>;
};

export type RoleParts = PrincipalParts & {
  readonly trust: Text;
  readonly lastUsed: Date | undefined;
  readonly described: Part<{
    readonly description: string | undefined;
    readonly maxSessionSeconds: number | undefined;
  }>;
  readonly instanceProfiles: Part<readonly string[]>;
};

export type KeyParts = {
  readonly id: string;
  readonly state: 'Active' | 'Inactive';
  readonly created: Date | undefined;
  readonly lastUsed: Part<Date | undefined>;
};

export type UserParts = PrincipalParts & {
  readonly groups: Part<readonly string[]>;
  readonly keys: Part<readonly KeyParts[]>;
  readonly password: Part<boolean>;
  readonly passwordLastUsed: Part<Date | undefined>;
  /** Counts of what else the user has to log in with, by the name that the facts give it; only of single users. */
  readonly credentials: { readonly [what: string]: Part<number> };
};

export type PolicyParts = Common & {
  readonly description: Part<string | undefined>;
  readonly document: Part<Text>;
  readonly defaultVersion: string;
  readonly versions: Part<ReadonlyMap<string, Date | undefined>>;
  readonly attachments: number;
  readonly boundaries: number;
};

export type OidcParts = {
  readonly arn: string;
  /** Without `https://`. */ readonly url: string;
  readonly created: Date | undefined;
  readonly audiences: readonly string[];
  readonly thumbprints: readonly string[];
  readonly tags: readonly (readonly [string, string])[];
};
