/** One thing that reads what others wrote. */
export type Target = {
  readonly name: string;
  /** Inputs to begin with, beside the corpus. */
  readonly seeds: readonly string[];
  /** Pieces that mean something to what is read. */
  readonly words: readonly string[];
  /** Of a million inputs, how many this target gets: the slower, the fewer. */
  readonly share: number;
  /** Throws, or rejects, when an input shows something that must not be. */
  readonly check: (input: Uint8Array) => void | Promise<void>;
};

/** Bytes of any input: mutations stay below it. */
export const MAXIMUM_INPUT = 4_096;
