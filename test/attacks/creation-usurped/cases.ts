import { expect } from 'vitest';
import type { IntentBody } from '../../../src/core/ledger/bodies.ts';
import { LEVEL, type Site } from '../../e2e/systems/site.ts';
import { entriesOf, typesOf } from '../../e2e/evidence.ts';
import { apply, land, outcomeOf, type Outcome } from '../support/outcome.ts';
import { applyWhile, kill } from '../support/meanwhile.ts';
import type { Cases } from '../support/replay.ts';

/** As planned in everything that can be seen of a creation; what only its maker knows is the attacker's. */
async function usurp({ system }: Site, name: string, mark: string | null = null): Promise<void> {
  await system.makeFirst(name, LEVEL.existing, mark);
}

/** A run dies behind its intent; before the next one, somebody makes the identity with a mark that the intent lets them know. */
async function copied(site: Site, name: string, markOf: (intent: IntentBody) => string): Promise<Outcome> {
  const pull = await site.approved(name, site.declares(name, LEVEL.existing));
  await site.merge(pull);
  expect((await applyWhile(site, 'intent', kill)).exitCode).toBe(-1);
  const intent = (await entriesOf(site.team, pull)).find((body) => body.type === 'intent');
  if (intent?.type !== 'intent') throw new Error('nothing was intended');
  await usurp(site, name, markOf(intent));
  const resumed = await apply(site, pull);
  expect(resumed.decision).toBe('refused');
  expect(await site.look(name)).toMatchObject({ access: false });
  return resumed;
}

export function cases(here: () => Site): Cases {
  return {
    refused: {
      'before the apply': async () => {
        const pull = await here().approved('early', here().declares('early', LEVEL.existing));
        await usurp(here(), 'early');
        const landed = await land(here(), pull);
        expect(landed.decision).toBe('refused');
        expect(await here().look('early')).toMatchObject({ access: false });
        return landed;
      },
      'between the intent and the creation': async () => {
        const pull = await here().approved('between', here().declares('between', LEVEL.existing));
        await here().merge(pull);
        const run = await applyWhile(here(), 'intent', async () => await usurp(here(), 'between'));
        expect(run.outputs).toMatchObject({ decision: 'refused' });
        expect(await here().look('between')).toMatchObject({ access: false });
        return outcomeOf(here().team, pull, run);
      },
      'after a run died behind its intent, so that the next one may look for its own creation': async () => {
        const pull = await here().approved('crashed', here().declares('crashed', LEVEL.existing));
        await here().merge(pull);
        const died = await applyWhile(here(), 'intent', kill);
        expect(died.exitCode).toBe(-1);
        await usurp(here(), 'crashed');
        const resumed = await apply(here(), pull);
        expect(resumed.decision).toBe('refused');
        expect(await here().look('crashed')).toMatchObject({ access: false });
        return resumed;
      },
      'after a run died behind its intent, with the id of the apply as its mark': async () =>
        await copied(here(), 'named', ({ applyId }) => applyId),
      'after a run died behind its intent, with what the intent committed to as its mark': async () =>
        await copied(here(), 'committed', ({ commitment }) => commitment.slice('sha256:'.length)),
    },
    passes: {
      'the creation was ours': async () => {
        const pull = await here().approved('ours', here().declares('ours', LEVEL.existing));
        await here().merge(pull);
        expect((await applyWhile(here(), 'receipt', kill)).exitCode).toBe(-1);
        expect(await here().look('ours')).not.toBeNull();
        expect((await apply(here(), pull)).decision).toBe('applied');
        expect(await here().look('ours')).toEqual({ level: LEVEL.existing, access: true });
        expect(await typesOf(here().team, pull)).toContain('apply-finished');
      },
    },
  };
}
