/**
 * What a policy may take. Work is counted in units: two for an evaluation, one for every call and every turn of a loop, and more
 * for long texts, long lists and patterns. Whoever measures by the clock decides differently on a busy machine.
 */
export const POLICY_LIMITS = {
  /** UTF-16 code units of one expression. */
  expression: 2_000,
  /** Parts of one expression, and how deep they stand in each other. */
  nodes: 500,
  depth: 40,
  /** Loops inside of each other. */
  loops: 2,
  /** UTF-16 code units of a regular expression. */
  pattern: 100,
  /** Rules in all documents together. */
  rules: 200,
  /** Exceptions in all documents together. */
  exceptions: 200,
  /** Units for any one evaluation to begin with. */
  beginning: 2,
  /** Units for one rule and one change. */
  evaluation: 1_000_000,
  /** Units for all rules and all changes of one plan. */
  plan: 10_000_000,
  /** Units for what a message shows of the items that were asked about. */
  found: 100_000,
  /** UTF-16 code units of one value inside of a message. */
  value: 200,
  /** UTF-16 code units of a message with its values. */
  message: 1_000,
  /** Findings of one rule that are named one by one. */
  findings: 50,
  /** Identities of one exception that are named one by one. */
  addresses: 20,
} as const;
