import { expect } from 'vitest';
import { commitmentOf } from '../../../src/core/creation-mark.ts';
import type { IntentBody } from '../../../src/core/ledger/bodies.ts';
import { LEVEL, type Site } from '../../e2e/systems/site.ts';
import { commentsOf, entriesOf, ledgerOf, typesOf } from '../../e2e/evidence.ts';
import type { Pull } from '../../e2e/repository.ts';
import { apply, land, outcomeOf, type Outcome } from '../support/outcome.ts';
import { applyWhile, kill } from '../support/meanwhile.ts';
import type { Cases } from '../support/replay.ts';

/** As planned in everything that can be seen of a creation; what only its maker knows is the attacker's. */
async function usurp({ system }: Site, name: string, mark: string | null = null): Promise<void> {
  await system.makeFirst(name, LEVEL.existing, mark);
}

async function intentOf({ team }: Site, pull: Pull): Promise<IntentBody> {
  const intent = (await entriesOf(team, pull)).find((body) => body.type === 'intent');
  if (intent?.type !== 'intent') throw new Error('nothing was intended');
  return intent;
}

async function receiptsOf({ team }: Site, pull: Pull): Promise<readonly string[]> {
  return (await entriesOf(team, pull)).flatMap((body) => (body.type === 'receipt' ? [body.kind] : []));
}

/** A run dies behind its intent; before the next one, somebody makes the identity with a mark that the intent lets them know. */
async function copied(site: Site, name: string, markOf: (intent: IntentBody) => string): Promise<Outcome> {
  const pull = await site.approved(name, site.declares(name, LEVEL.existing));
  await site.merge(pull);
  expect((await applyWhile(site, 'intent', kill)).exitCode).toBe(-1);
  await usurp(site, name, markOf(await intentOf(site, pull)));
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
      'it died before the ledger took what it had done': async () => {
        const { server } = here().team;
        const pull = await here().approved('unsaid', here().declares('unsaid', LEVEL.existing));
        await here().merge(pull);
        server.fault({ kind: 'refusal', match: { body: /"\d+ receipt for /u }, times: 9 });
        const died = await here().team.run('apply', { command: 'apply' });
        server.clearFaults();
        expect(died.exitCode).toBe(1);
        expect(await receiptsOf(here(), pull)).toEqual([]);
        const mark = await here().system.markOn('unsaid');
        expect(commitmentOf(mark ?? '')).toBe((await intentOf(here(), pull)).commitment);
        expect((await apply(here(), pull)).decision).toBe('applied');
        expect((await receiptsOf(here(), pull))[0]).toBe('already-applied');
        expect(await here().look('unsaid')).toEqual({ level: LEVEL.existing, access: true });
        const said = [await ledgerOf(here().team), commentsOf(here().team, pull), died.log];
        expect(JSON.stringify(said)).not.toContain(mark);
      },
      'it died after that': async () => {
        const pull = await here().approved('ours', here().declares('ours', LEVEL.existing));
        await here().merge(pull);
        expect((await applyWhile(here(), 'receipt', kill)).exitCode).toBe(-1);
        expect(await receiptsOf(here(), pull)).toEqual(['applied']);
        expect((await apply(here(), pull)).decision).toBe('applied');
        expect(await here().look('ours')).toEqual({ level: LEVEL.existing, access: true });
        expect(await typesOf(here().team, pull)).toContain('apply-finished');
      },
    },
  };
}
