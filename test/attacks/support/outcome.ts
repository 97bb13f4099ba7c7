import { CORE_CODES } from '../../../src/core/codes/index.ts';
import { loadCodes } from '../../../src/providers/registry.ts';
import { checksOf, commentsOf, entriesOf } from '../../e2e/evidence.ts';
import type { Pull, Team } from '../../e2e/repository.ts';
import type { ActionRun } from '../../e2e/runner.ts';
import type { Workplace } from '../../e2e/workplace.ts';
import type { Refusal } from './replay.ts';

const KNOWN = new Set([...CORE_CODES, ...(await loadCodes())].flatMap(({ codes }) => Object.keys(codes)));

/** What the last run of a case came to, and every reason code that somebody was told. */
export type Outcome = Refusal & { readonly decision: string | undefined };

/** Every event about a pull request: it is planned and published anew. */
export async function gate({ team }: Workplace, pull: Pull): Promise<Outcome> {
  const { plan, publish } = await team.planAndPublish(pull);
  return outcomeOf(team, pull, plan, publish);
}

/** Everything that landed is applied. @param pull whose checks and comments are read, too; null: no pull request's */
export async function apply({ team }: Workplace, pull: Pull | null): Promise<Outcome> {
  return outcomeOf(team, pull, await team.apply());
}

/** Merged, and then applied. */
export async function land(
  workplace: Workplace,
  pull: Pull,
  method?: Parameters<Workplace['merge']>[1],
): Promise<Outcome> {
  await workplace.merge(pull, method);
  return await apply(workplace, pull);
}

/** The decision of the last run; codes from all of them, and from the checks and the newest comment that now stand on the pull request. */
export function outcomeOf(team: Team, pull: Pull | null, ...runs: readonly ActionRun[]): Outcome {
  const said = [...runs.flatMap(({ log, summary }) => [log, summary]), ...(pull === null ? [] : shownOn(team, pull))];
  return { decision: runs.at(-1)?.outputs['decision'], codes: codesIn(said) };
}

/** What the receipts of a pull request's steps say: it is in the ledger, and in no comment as long as the apply is not finished. */
export async function receiptCodes({ team }: Workplace, pull: Pull): Promise<readonly string[]> {
  const bodies = await entriesOf(team, pull);
  return bodies.flatMap((body) => (body.type === 'receipt' ? body.reasons.map(({ code }) => code) : []));
}

function shownOn(team: Team, pull: Pull): readonly string[] {
  const checks = Object.values(checksOf(team, pull.head.sha)).flatMap(({ title, summary }) => [title, summary]);
  return [...checks, commentsOf(team, pull).at(-1)?.body ?? ''];
}

/** The stable codes that the texts name, sorted. */
export function codesIn(texts: readonly string[]): readonly string[] {
  const words = texts.flatMap((text) => text.match(/[a-z0-9]+(?:-[a-z0-9]+)*/gu) ?? []);
  return [...new Set(words)].filter((word) => KNOWN.has(word)).toSorted();
}
