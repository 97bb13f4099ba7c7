/** Bytes and documents of one file, nodes of one file, nesting, UTF-16 units of one key, problems reported for one file. */
export const LIMITS = {
  bytes: 1_048_576,
  documents: 1_000,
  nodes: 200_000,
  depth: 64,
  key: 1_024,
  problems: 100,
} as const;
