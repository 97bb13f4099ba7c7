import { describe, expect, it } from 'vitest';
import { NO_HISTORY } from '../../src/core/apply/receipt.ts';
import type { Budget } from './execution.ts';
import { explore, Found } from './explore.ts';
import type { Guarantee } from './model.ts';
import { HONEST, type Sabotage } from './sabotage.ts';
import { creation, deletion, edit, rollback, type Scenario } from './scenario.ts';

const EMPTY: Budget = { runners: 2, crashes: 0, ticks: 0, drifts: 0, unheard: 0 };

type Row = {
  readonly name: string;
  readonly sabotage: Partial<Sabotage>;
  readonly of: () => Promise<Scenario>;
  readonly budget: Partial<Budget>;
  readonly guarantee?: Guarantee;
  readonly caught: RegExp;
};

const ROWS: readonly Row[] = [
  {
    name: 'the lease is never looked at again',
    sabotage: { fence: () => () => Promise.resolve() },
    of: edit,
    budget: { ticks: 2 },
    caught: /a stale runner writes nothing/u,
  },
  {
    name: 'whatever is found is written over',
    sabotage: { guard: (guard) => ({ ...guard, judge: () => ({ kind: 'execute' }) }) },
    of: edit,
    budget: { drifts: 1 },
    caught: /drift is never overwritten|more of|another incarnation/u,
  },
  {
    name: 'the whole identity is not looked at before the first write',
    sabotage: {
      writer: (writer) => ({
        ...writer,
        observe: async (address, guide) => {
          await writer.observe(address, guide);
          return { incarnation: '1', attributes: guide?.base ?? null };
        },
      }),
    },
    of: edit,
    budget: { drifts: 1 },
    caught: /an identity that was seen to differ is not written/u,
  },
  {
    name: 'a run forgets what earlier ones recorded as done',
    sabotage: { history: ({ intents }) => ({ ...NO_HISTORY, intents }) },
    of: edit,
    budget: { crashes: 1 },
    caught: /receipt-doubled/u,
  },
  {
    name: 'a run forgets what earlier ones intended',
    sabotage: { history: ({ receipts }) => ({ ...NO_HISTORY, receipts }) },
    of: creation,
    budget: { crashes: 1 },
    caught: /finishes what was begun|receipt-doubled/u,
  },
  {
    name: 'a creation happens without its intent',
    sabotage: { intends: false },
    of: creation,
    budget: {},
    caught: /step-without-intent/u,
  },
  {
    name: 'a run enters what it has to say although another one has taken over',
    sabotage: { appendsBlindly: true },
    of: edit,
    budget: { ticks: 2 },
    caught: /receipt-doubled|apply-after-finish/u,
  },
  {
    name: 'what was finished is executed again',
    sabotage: { repeats: true },
    of: rollback,
    budget: {},
    caught: /apply-after-finish|receipt-doubled/u,
  },
  {
    name: 'an old run goes on after its state was brought back',
    sabotage: { fence: () => () => Promise.resolve(), appendsBlindly: true },
    of: rollback,
    budget: { ticks: 2 },
    guarantee: 'compare-and-swap',
    caught: /apply-after-finish|happens at most once|after the end of an apply|receipt-doubled/u,
  },
  {
    name: 'a step does not wait for what it depends on',
    sabotage: {
      plan: (plan) => ({
        ...plan,
        changes: plan.changes
          .map((change) => ({ ...change, steps: change.steps.map((step) => ({ ...step, dependsOn: [] })) }))
          .toReversed(),
      }),
    },
    of: deletion,
    budget: {},
    caught: /waits for what it depends on/u,
  },
  {
    name: 'an answer that was not heard is asked for again as if nothing had been sent',
    sabotage: {
      writer: (writer) => ({
        ...writer,
        run: async (request, guard, sink) => {
          const outcome = await writer.run(request, guard, sink);
          return outcome.kind === 'ambiguous' ? { kind: 'retryable', cause: outcome.cause } : outcome;
        },
      }),
    },
    of: creation,
    budget: { unheard: 1 },
    guarantee: 'compare-and-swap',
    caught: /finishes what was begun/u,
  },
  {
    name: 'somebody else’s equal account is taken for the own one',
    sabotage: {
      writer: (writer) => ({
        ...writer,
        run: async (request, guard, sink) => {
          const outcome = await writer.run(request, guard, sink);
          const strange = outcome.kind === 'conflict' && outcome.found === 'was not created by this apply';
          const found = { incarnation: 'another', attributes: request.step.result };
          return strange ? { kind: 'already-applied', found, issued: [], remains: [] } : outcome;
        },
      }),
    },
    of: creation,
    budget: { crashes: 1, drifts: 1 },
    caught: /another incarnation is never written|waits for what it depends on|applied means/u,
  },
];

describe('an executor that is broken on purpose', () => {
  it.each(ROWS)('is found out: $name', { timeout: 120_000 }, async ({ sabotage, of, budget, guarantee, caught }) => {
    const found = await explore({
      scenario: await of(),
      guarantee: guarantee ?? 'transaction',
      budget: { ...EMPTY, ...budget },
      sabotage: { ...HONEST, ...sabotage },
    }).catch((error: unknown) => error);
    expect(found).toBeInstanceOf(Found);
    expect((found as Found).message).toMatch(caught);
  });
});
