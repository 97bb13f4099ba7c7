/** Where an incident or a weakness of this sort was published. */
export type Source = { readonly title: string; readonly url: string };

/** One row of `docs/attacks.md`: who does what, what has to come of it, and the honest act that looks alike. */
export type AttackRow = {
  /** The attack in one sentence. */
  readonly attack: string;
  /** What the attacker has to begin with. */
  readonly has: string;
  /** What has to come of it. */
  readonly expected: string;
  /** Stable reason codes, each of which some case of the suite is refused with; empty where nothing is refused, only rendered inert or left alone. */
  readonly codes: readonly string[];
  /** What an honest team does that looks alike, and that passes. */
  readonly benign: string;
  readonly sources?: readonly Source[];
};
