import type { JsonObject } from '../../../core/json.ts';

export type Effect = 'Allow' | 'Deny';

/** `in`: what is listed. `not`: all but what is listed (`NotAction` and its like). Sorted, without doubles, never empty. */
export type Matched = { readonly kind: 'in' | 'not'; readonly values: readonly string[] };

/** One key under one operator; `values` sorted, never empty. All conditions of a statement have to hold. */
export type Condition = { readonly operator: string; readonly key: string; readonly values: readonly string[] };

/**
 * One statement as it is understood: `Version` 2012-10-17, every value in its one spelling.
 * Principals are `AWS arn:…`, `Service ec2.amazonaws.com`, …; null: the element is absent, as in a policy of an identity.
 * Resources null: the same, as in a trust policy.
 */
export type Statement = {
  readonly effect: Effect;
  readonly principals: Matched | null;
  readonly actions: Matched;
  readonly resources: Matched | null;
  /** Sorted by operator and key. */
  readonly conditions: readonly Condition[];
};

/** `identity`: what an identity may do, no principals. `trust`: who may become it, no resources. */
export type PolicyUse = 'identity' | 'trust';

export type PolicyContext = {
  /** Such as `aws` or `aws-cn`: of an account that is named by its digits alone. */
  readonly partition: string;
  /** Twelve digits. */
  readonly account: string;
  readonly use: PolicyUse;
  /** In what letters AWS has actions that are not known, by their lower case. Left out where nobody can say. */
  readonly lettersHad?: () => ReadonlyMap<string, string>;
};

type Set = { readonly [member: string]: true };

/** A statement of a form; of each pair exactly one, and of principals and resources those that its use has. */
export type StatementForm = {
  readonly effect: Effect;
  readonly principals?: { readonly [type: string]: Set };
  readonly notPrincipals?: { readonly [type: string]: Set };
  readonly actions?: Set;
  readonly notActions?: Set;
  readonly resources?: Set;
  readonly notResources?: Set;
  readonly conditions?: { readonly [operator: string]: { readonly [key: string]: Set } };
};

/**
 * A policy by meaning: its statements by a name that is made from what they are about. Two documents with the same meaning have
 * the same form, as far as that can be told without asking AWS.
 */
export type PolicyForm = { readonly [name: string]: StatementForm };

/** A policy document as AWS takes it. */
export type PolicyDocument = JsonObject & { readonly Version: '2012-10-17'; readonly Statement: readonly JsonObject[] };
