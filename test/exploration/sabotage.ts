import type { ApplyHistory } from '../../src/core/apply/receipt.ts';
import type { RecordedApply } from '../../src/core/apply/history.ts';
import type { Plan } from '../../src/core/plan.ts';
import type { Guard, Writer } from '../../src/core/ports.ts';

/** What stands between the executor and the ports; an honest one changes nothing. */
export type Sabotage = {
  fence(fence: () => Promise<void>): () => Promise<void>;
  guard(guard: Guard): Guard;
  writer(writer: Writer): Writer;
  history(history: RecordedApply): ApplyHistory;
  plan(plan: Plan): Plan;
  /** Whether intents are entered. */
  readonly intends: boolean;
  /** Whether the ledger takes an entry although another run entered something meanwhile. */
  readonly appendsBlindly: boolean;
  /** Whether an apply that has its end is executed again. */
  readonly repeats: boolean;
};

export const HONEST: Sabotage = {
  fence: (fence) => fence,
  guard: (guard) => guard,
  writer: (writer) => writer,
  history: (history) => history,
  plan: (plan) => plan,
  intends: true,
  appendsBlindly: false,
  repeats: false,
};
