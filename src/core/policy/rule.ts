import type { Location } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import type { ApproverPermission } from '../assessment.ts';
import type { Ways } from './asked.ts';
import type { Program } from './cel.ts';
import type { Facts } from './facts.ts';
import type { Match } from './match.ts';

/** `names`: as the configuration's people are named, any of whom counts; see `namePeople`. */
export type Approvers =
  | { readonly kind: 'owner' | 'anyone' }
  | { readonly kind: 'named'; readonly names: readonly string[] }
  | { readonly kind: 'permission'; readonly permission: ApproverPermission };

export type Effect =
  | { readonly kind: 'deny' | 'warn' }
  | {
      readonly kind: 'require';
      readonly ways: Ways;
      readonly distinct: boolean;
      readonly confirm: boolean;
    };

/** A rule of a policy, ready to judge. */
export type Rule = {
  /** `policy/rule`, which is unique. */
  readonly id: string;
  readonly policy: string;
  readonly name: string;
  /** Where the rule begins. */
  readonly location: Location;
  readonly match: Match;
  readonly when: Program;
  readonly effect: Effect;
  /** What reviewers read where it holds. */
  readonly message: (facts: Facts) => string;
  /** Whether it asks about the pull request, or shows something of it. */
  readonly readsPull: boolean;
  /** Teams that its expression names. */
  readonly teams: readonly string[];
  readonly comply: string | null;
  readonly controls: readonly string[];
};

/** A case of a policy's own tests. */
export type Case = {
  readonly policy: string;
  readonly name: string;
  readonly location: Location;
  readonly given: JsonObject;
  /** Names of the rules of the same policy that hold. */
  readonly expect: readonly string[];
};

/** A control of which no plan shows anything, as a policy says. */
export type NotAssessable = { readonly policy: string; readonly control: string; readonly reason: string };
