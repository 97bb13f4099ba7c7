import { executePlan, type ApplyRequest } from '../../src/core/apply/execute.ts';
import { NO_HISTORY, receiptOf, type ApplyHistory, type Receipt } from '../../src/core/apply/receipt.ts';
import type { Change, Step } from '../../src/core/plan.ts';
import type { Guard, Observation, Outcome, StepRequest, Writer } from '../../src/core/ports.ts';
import { COMMITMENT, seeded } from './marks.ts';
import { changeWith, planOf, stepWith } from './plans.ts';

export type Script = (request: StepRequest, guard: Guard) => Promise<Outcome> | Outcome;

export const BEFORE: Observation = { incarnation: '1', attributes: { note: 'old' } };
export const applied = (step: Step): Outcome => ({
  kind: 'applied',
  found: { incarnation: '1', attributes: step.result },
  issued: [],
  remains: [],
});
export const cause = { code: 'odd', severity: 'error', cause: 'it said so', mend: 'wait' } as const;

/** A writer that does what a script says, and whose identities look as given until a step was applied. */
export function scripted(script: Script, observe: (address: string) => Observation = () => BEFORE) {
  const after = new Map<string, Observation>();
  const runs: string[] = [];
  const writer: Writer = {
    identify: async () => ({ id: 'one' }),
    observe: async (address) => after.get(address) ?? observe(address),
    async run(request, guard) {
      runs.push(request.step.id.slice(-3));
      const outcome = await script(request, guard);
      if (outcome.kind === 'applied') after.set(request.address, outcome.found);
      return outcome;
    },
    close: async () => {},
  };
  return { writer, runs };
}

export async function apply(changes: readonly Change[], writer: Writer | null, parts: Partial<ApplyRequest> = {}) {
  const log: string[] = [];
  const report = await executePlan({
    plan: planOf(changes),
    history: NO_HISTORY,
    writers: new Map(writer === null ? [] : [['memory', writer]]),
    recorder: {
      intent: async (stepId) => void log.push(`intent ${stepId.slice(-3)}`),
      receipt: async ({ kind, stepId }) => void log.push(`${kind} ${stepId.slice(-3)}`),
    },
    sink: { store: () => Promise.reject(new Error('nothing was to be stored')) },
    fence: async () => {},
    random: seeded('run'),
    progress: () => {},
    ...parts,
  });
  return { ...report, log, kinds: report.receipts.map(({ kind }) => kind) };
}

export const chain = (name: string, ...parts: readonly Partial<Step>[]): Change =>
  changeWith(name, { steps: parts.map((part, index) => stepWith(name, part, index + 1)) });
export const first = { expect: { note: 'old' }, result: { note: 'mid' } };
export const second = { expect: { note: 'mid' }, result: { note: 'new' } };
export const history = (receipts: readonly Receipt[], intents: readonly string[] = []): ApplyHistory => ({
  intents: new Map(intents.map((stepId) => [stepId, new Set([COMMITMENT])])),
  receipts: new Map(receipts.map((receipt) => [receipt.stepId, receipt])),
});
export const done = (stepId: string) => receiptOf(stepId, 'applied', { incarnation: '1', found: { note: 'mid' } });
export const id = (name: string, number = 1) => stepWith(name, {}, number).id;
