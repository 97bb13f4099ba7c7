import type { Assessment } from '../assessment.ts';
import type { Decision } from '../approval/facts.ts';
import type { Sha256 } from '../json.ts';
import type { Anchor } from '../ledger/entry.ts';
import type { Plan } from '../plan.ts';
import type { Coverage } from '../policy/coverage.ts';

/** `open`: approvals that are asked for are missing. `not-assessable`: this plan shows nothing of it. */
export type ControlStatus = 'pass' | 'fail' | 'open' | 'not-assessable';

/** What shows something of a control, or why nothing does; never empty. */
export type Showing = { readonly status: ControlStatus; readonly evidence: readonly string[] };

export type ControlLine = Showing & {
  readonly control: string;
  /** In our words; null: a control that is not in the catalogue. */
  readonly title: string | null;
  /** The document that defines it; null as `title`. */
  readonly source: string | null;
};

/** What is known of a plan. `approval`, `recorded`: null of a plan in a file, which nobody published. */
export type ControlFacts = {
  readonly plan: Plan;
  readonly digest: Sha256;
  readonly assessment: Pick<
    Assessment,
    'complete' | 'applyable' | 'changes' | 'findings' | 'requirements' | 'exceptions'
  >;
  readonly coverage: Coverage;
  readonly approval: Decision | null;
  /** The newest entry of the ledger that holds the plan. */
  readonly recorded: Anchor | null;
};

export function showing(status: ControlStatus, ...evidence: readonly string[]): Showing {
  return { status, evidence };
}

const WORST: readonly ControlStatus[] = ['fail', 'open', 'pass'];

/** The worst of what shows anything, with all of its evidence; only where nothing does, why not. */
export function together(parts: readonly Showing[]): Showing {
  const told = parts.filter(({ status }) => status !== 'not-assessable');
  const status = WORST.find((one) => told.some((part) => part.status === one));
  const counted = status === undefined ? parts : told;
  return { status: status ?? 'not-assessable', evidence: counted.flatMap(({ evidence }) => evidence) };
}
