import { createHash, randomBytes } from 'node:crypto';
import { commitmentOf, drawMark, type CreationMarks, type Random } from '../../src/core/creation-mark.ts';
import type { Sha256 } from '../../src/core/json.ts';

/** The same bytes for the same name, and others at each call. */
export function seeded(name: string): Random {
  let calls = 0;
  return (bytes) => {
    calls += 1;
    return new Uint8Array(createHash('shake256', { outputLength: bytes }).update(`${name} ${calls}`).digest());
  };
}

/** As the run of that name draws them, which no earlier run had. */
export function marksOf(name: string): CreationMarks {
  return drawMark(seeded(name), []);
}

/** The mark of an apply that somebody else ran. */
export const ANOTHER_MARK = marksOf('another apply').mark;

/** What an earlier run of an apply committed to, and the ledger shows to everybody; in the shape of a mark, too. */
export const COMMITMENT = commitmentOf(marksOf('an earlier run').mark);
export const COMMITMENT_AS_MARK = COMMITMENT.slice('sha256:'.length);

/** An intent as a file of lines keeps it. */
export type Intended = { readonly intent: string; readonly commitment: Sha256 };

/** What the history of an apply says of its intents. */
export function intentsOf(lines: readonly object[]): ReadonlyMap<string, ReadonlySet<Sha256>> {
  const intents = new Map<string, Set<Sha256>>();
  for (const line of lines.filter(isIntended))
    intents.set(line.intent, new Set([...(intents.get(line.intent) ?? []), line.commitment]));
  return intents;
}

function isIntended(line: object): line is Intended {
  return 'intent' in line && 'commitment' in line;
}

/** As an action draws them. */
export const unforeseen: Random = (bytes) => new Uint8Array(randomBytes(bytes));
