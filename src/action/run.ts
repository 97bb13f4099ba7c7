import { randomUUID } from 'node:crypto';
import { CountersignError } from '../core/errors.ts';
import { loadApplier, loadProviders } from '../providers/registry.ts';
import { applyLanded } from '../workflows/apply-landed.ts';
import { initialise } from '../workflows/initialise.ts';
import { doctor } from './doctor.ts';
import { appliedResult } from './applied.ts';
import type { Event } from './event.ts';
import type { Inputs } from './inputs.ts';
import { handedFrom } from './live-state.ts';
import { plan } from './plan.ts';
import { publish } from './publish.ts';
import { read } from './read.ts';
import type { RunResult } from './result.ts';
import { wire, type Surroundings } from './wiring.ts';

/** Performs one command. Throws only what no part of it could turn into a result. */
export async function run(inputs: Inputs, surroundings: Surroundings, event: Event, actor: string): Promise<RunResult> {
  const surface = { ...wire(inputs, surroundings), providers: await loadProviders() };
  const result = await perform({ ...surface, runId: surroundings.runId }, inputs, event, actor);
  const unquoted = await surface.quoteAnchors().then(
    () => null,
    (error: unknown) =>
      `the ledger's end could not be quoted: ${error instanceof CountersignError ? error.code : 'failed'}`,
  );
  if (unquoted === null) return result;
  return { ...result, failed: result.failed === null ? unquoted : `${result.failed}; ${unquoted}` };
}

type ActionSurface = ReturnType<typeof wire> & {
  readonly providers: Awaited<ReturnType<typeof loadProviders>>;
  readonly runId: string;
};

async function perform(surface: ActionSurface, inputs: Inputs, event: Event, actor: string): Promise<RunResult> {
  switch (inputs.command) {
    case 'plan':
      return await plan({ ...surface, handed: handedFrom(inputs.liveState, surface.now()) }, inputs, event);
    case 'publish':
      return await publish(surface, inputs, event);
    case 'apply':
      return appliedResult(await applyLanded({ ...surface, loadApplier }));
    case 'read':
      return await read(surface, inputs.source);
    case 'doctor':
      return await doctor(surface);
    case 'init': {
      const { ledgerId, tip } = await initialise({ ...surface, actor, newLedgerId: randomUUID });
      return { outputs: {}, planFile: null, lines: [`The ledger ${ledgerId} begins at ${tip}.`], failed: null };
    }
  }
}
