/** Files that decide, and the tests that have to notice when one of them decides otherwise. */
export type Target = {
  readonly files: readonly string[];
  /** Run first. */
  readonly tests: readonly string[];
  /** Run only against what the first ones let live: properties, which take longer. */
  readonly slow: readonly string[];
};
