import type { GitHubServer } from '../github-server/index.ts';
import type { Dice } from '../support/spelling.ts';

const KINDS = ['cut', 'cut-after', '5xx', '5xx-after'] as const;

/** Now and then acts once while one request fails, however that ends. @returns how it failed; null: nothing was done */
export async function disturbed(
  server: GitHubServer,
  roll: Dice,
  act: () => Promise<unknown>,
): Promise<(typeof KINDS)[number] | null> {
  if (roll(12) > 0) return null;
  const kind = KINDS[roll(KINDS.length)] ?? 'cut';
  server.fault({ kind, skip: roll(30) });
  await act();
  server.clearFaults();
  return kind;
}
