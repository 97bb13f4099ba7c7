import type { CodeOwnersFile } from './code-owners.ts';
import type { RiskLevel } from './assessment.ts';
import type { JsonObject } from './json.ts';
import type { PolicySet } from './policy/set.ts';
import type { Mode } from './ports.ts';

/** A source as the base branch configures it. Credentials are names of environment variables, never values. */
export type SourceConfiguration = {
  readonly name: string;
  readonly provider: string;
  readonly connection: { readonly read: string; readonly write: string };
  readonly mode: Mode;
  readonly boundary: JsonObject;
  /** Provider-defined, e.g. the databases of a PostgreSQL cluster and the writer's role name. */
  readonly options: JsonObject;
  /** Globs of plain manifests that declare identities of this source; left out where there are none. */
  readonly manifests?: readonly string[];
  /** Answers, with the owner that a document names, for creations and undeclared identities. */
  readonly owner: string;
};

/** `people` names a group in the configuration, a GitHub login, or `@org/team`. */
export type ApprovalConfiguration = {
  /** Approvals of the owner for any change that executes something. */
  readonly approvals: number;
  /** Asked besides when access widens; null: nobody. */
  readonly widening: string | null;
  /** Governance files ask for these. */
  readonly administrators: string;
  /** Distinct people for an irreversible step. */
  readonly irreversible: number;
  /** Whether owners, `widening` and `administrators` are to be different people, so that nobody answers for two of them. */
  readonly distinct: boolean;
  /** Logins that are never a person's, whatever GitHub says. */
  readonly machineUsers: readonly string[];
  /** Bots whose pushes are known; each asks for one more distinct approver. */
  readonly bots: readonly string[];
};

export type SigningConfiguration =
  | { readonly kind: 'none' }
  /** `keys`: trusted public keys (key id to base64 SPKI DER). `key`: environment variable with the private key (PKCS#8 PEM). */
  | { readonly kind: 'ed25519'; readonly key: string; readonly keys: { readonly [keyId: string]: string } }
  | GitHubOidcSigning;

/** `keys`: the issuer's keys that are pinned (key id to base64 SPKI DER). `retired`: RFC 3339 from which on one of them no longer signs. */
export type GitHubOidcSigning = {
  readonly kind: 'github-oidc';
  readonly issuer: string;
  readonly repositoryId: number;
  readonly workflows: readonly string[];
  readonly refs: readonly string[];
  readonly events: readonly string[];
  readonly keys: { readonly [keyId: string]: string };
  readonly retired: { readonly [keyId: string]: string };
};

export type LedgerConfiguration = {
  readonly branch: string;
  /** `owner/name`; null: this repository. */
  readonly repository: string | null;
  readonly signing: SigningConfiguration;
};

/** What reviewers are told when access to some resources is gained. Globs over what permissions name, `*` standing for any characters. */
export type SensitiveTag = {
  readonly name: string;
  readonly resources: readonly string[];
  /** Which actions count. */
  readonly actions: readonly string[];
  readonly level: Exclude<RiskLevel, 'low'>;
};

export type Configuration = {
  readonly desired: readonly string[];
  readonly policies: readonly string[];
  /** What stands there at the same commit, where rules are read to judge by them. */
  readonly policySet: PolicySet;
  /** What CODEOWNERS says at the same commit of documents that name no owner; null: it is not asked. */
  readonly codeOwners: CodeOwnersFile | null;
  readonly people: { readonly [group: string]: readonly string[] };
  readonly sources: readonly SourceConfiguration[];
  readonly approval: ApprovalConfiguration;
  readonly sensitive: readonly SensitiveTag[];
  readonly ledger: LedgerConfiguration;
  /** A plan that disables or deletes more than this share of a source is blocked, from `minimum` identities on. */
  readonly removalGuard: { readonly share: number; readonly minimum: number };
  /** Days after a landing within which its apply may start. */
  readonly applyWithinDays: number;
  /** App id whose check runs and ledger count; null: trial level. */
  readonly app: number | null;
};

export const CONFIGURATION_PATH = '.github/countersign.yaml';
