import type { SourceAccess } from './access/assessed.ts';
import type { Address } from './address.ts';
import type { AssessedCredentials } from './credentials.ts';
import type { Diagnostic, Location, Reason } from './errors.ts';
import type { NotModelled, Unreadable } from './live.ts';
import type { Permission } from './ports.ts';

export type RiskLevel = 'low' | 'medium' | 'high' | 'critical';

export type RiskReason = Reason & { readonly level: RiskLevel };

/** `reasons`: the highest level first, which is the level of the whole. */
export type Risk = { readonly level: RiskLevel; readonly reasons: readonly RiskReason[] };

/** Who has to approve, how many of them, and why. `of` names the configuration's group, a login, a team, or `anyone`. */
export type Requirement = {
  readonly code: string;
  readonly of: string;
  /** The people that `of` stands for, as logins or pinned as `login#id`; null: anyone with write permission. */
  readonly people: readonly string[] | null;
  readonly count: number;
  /** Asks for people other than those who satisfy the other distinct requirements. */
  readonly distinct: boolean;
  readonly confirm: boolean;
  readonly reason: string;
  /** Whoever has it; `people` are those who are known to, so nobody until permissions are read. */
  readonly permission?: ApproverPermission;
  /** It is a part of one option of a choice, which is met by any of its options whose parts are all met. */
  readonly choice?: Choice;
};

export type ApproverPermission = 'write' | 'maintain' | 'admin';

export type Choice = { readonly id: string; readonly option: number };

/** A judgement of policy; `deny` is never overridden by an approval. */
export type Finding = {
  /** Of a rule that holds: `policy/rule`. */
  readonly code: string;
  readonly effect: 'deny' | 'warn';
  readonly address: Address | null;
  readonly message: string;
  /** The rule that found it. */
  readonly rule?: FindingRule;
};

/** `comply`: what the author can do about it. `controls`: what the rule serves, such as NHI5:2025. */
export type FindingRule = {
  readonly location: Location;
  readonly comply: string | null;
  readonly controls: readonly string[];
};

/**
 * What an exception does to a plan. `exception-used`: it lifts what its rule says of these identities. `exception-expired` and
 * `exception-too-long`: it would, if its end were another. `exception-unused`: it is about them, and its rule says nothing.
 * `exception-invalid`: what is wrong with documents on the base, of which nobody knows what they are about.
 */
export type ExceptionNote =
  | {
      readonly code: 'exception-used' | 'exception-unused' | 'exception-expired' | 'exception-too-long';
      readonly name: string;
      /** `policy/rule`. */
      readonly rule: string;
      /** The first of them; `more`: how many besides. */
      readonly addresses: readonly Address[];
      readonly more: number;
      /** The last day on which it counts, in UTC: YYYY-MM-DD. */
      readonly until: string;
      /** Whole days after the one on which was judged. */
      readonly daysLeft: number;
      readonly owner: string;
      readonly reason: string;
      readonly location: Location;
    }
  | { readonly code: 'exception-invalid'; readonly message: string; readonly location: Location };

export type ChangeAssessment = {
  readonly address: Address;
  readonly risk: Risk;
  readonly gains: readonly Permission[];
  readonly loses: readonly Permission[];
  /** What each declared pattern matches today, by the pattern's JSON Pointer. */
  readonly expansions: { readonly [pointer: string]: readonly string[] };
  /** Where the document stands at the head, or at the base when it was removed. */
  readonly location: Location | null;
  /** Where else it comes from: files and documents that its own refers to, by path. */
  readonly besides?: readonly Location[];
  /** What documents call an attribute, where that is another word; left out where none is. */
  readonly words?: { readonly [attribute: string]: string };
  /** Attribute pointer to its place in the document. */
  readonly locations: { readonly [pointer: string]: Location };
  /** Entries and properties of the head's document that grant what is gained, by its place among `gains`; each at most once. */
  readonly widensAt?: readonly { readonly location: Location; readonly gains: readonly number[] }[];
  readonly notes: readonly Reason[];
  /** What it proves itself with; left out where its system does not tell, and where it does not exist. */
  readonly credentials?: AssessedCredentials;
};

/** Something of a source that could not be read. */
export type SourceUnreadable = Unreadable & { readonly source: string };

/** Everything that helps people judge a plan and moves by itself. Hashed in the publication, not in the digest. */
export type Assessment = {
  readonly formatVersion: '1';
  readonly complete: boolean;
  readonly applyable: boolean;
  readonly errored: boolean;
  readonly incomplete: readonly SourceUnreadable[];
  readonly diagnostics: readonly Diagnostic[];
  /** Same order as the plan's changes. */
  readonly changes: readonly ChangeAssessment[];
  /** What the plan does to effective access, of each source where that is modelled and something is done. */
  readonly access: readonly SourceAccess[];
  readonly requirements: readonly Requirement[];
  readonly findings: readonly Finding[];
  readonly exceptions: readonly ExceptionNote[];
  readonly unmanaged: readonly { readonly source: string; readonly addresses: readonly Address[] }[];
  readonly notModelled: readonly NotModelled[];
  /** What was read: one line of provider, version and extent for each source. */
  readonly sources: readonly { readonly name: string; readonly description: string; readonly complete: boolean }[];
  readonly commits: { readonly base: string; readonly head: string; readonly mergeBase: string } | null;
  readonly engine: string;
};
