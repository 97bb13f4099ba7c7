import { canonicalize } from '../core/digest.ts';
import type { Plan } from '../core/plan.ts';
import type { OUTPUTS } from './inputs.ts';
import { explainError } from './report.ts';

/** What a run leaves besides what it wrote to GitHub, the ledger and live systems. `failed`: why the job must be red. */
export type RunResult = {
  readonly outputs: Partial<Record<(typeof OUTPUTS)[number], string>>;
  /** JSON of the plans and assessments, to be kept as a file; null when nothing was planned. */
  readonly planFile: string | null;
  /** What was read of a source, to be kept as a file. */
  readonly stateFile?: string;
  /** Lines for the job's log; inert text. */
  readonly lines: readonly string[];
  /** Markdown for the job's summary; where there is none it shows the lines. */
  readonly summary?: string;
  readonly failed: string | null;
};

/** One part's failure is its own: the others are worked on, and the job is red in the end. */
export async function attempt(what: string, failures: string[], work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    failures.push(`${what}: ${explainError(error)}`);
  }
}

export function countsOf(plan: Plan): string {
  const counts = new Map<string, number>();
  for (const { action } of plan.changes) counts.set(action, (counts.get(action) ?? 0) + 1);
  return canonicalize(Object.fromEntries(counts));
}
