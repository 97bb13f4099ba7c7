import { expect } from 'vitest';
import { declares, type Estate } from '../../e2e/estate.ts';
import { typesOf } from '../../e2e/evidence.ts';
import { apply, land, outcomeOf } from '../support/outcome.ts';
import { applyWhile, kill } from '../support/meanwhile.ts';
import type { Cases } from '../support/replay.ts';

/** As planned in everything that can be seen; only the password is the attacker's. */
async function usurp({ postgres }: Estate, name: string): Promise<void> {
  await postgres.query(`CREATE ROLE ${name} LOGIN CONNECTION LIMIT 5 PASSWORD 'known to somebody'`);
}

export function cases(here: () => Estate): Cases {
  return {
    refused: {
      'before the apply': async () => {
        const pull = await here().approved('early', declares('early'));
        await usurp(here(), 'early');
        const landed = await land(here(), pull);
        expect(landed.decision).toBe('refused');
        expect(await here().role('early')).toMatchObject({ invoices: false });
        return landed;
      },
      'between the intent and the creation': async () => {
        const pull = await here().approved('between', declares('between'));
        await here().merge(pull);
        const run = await applyWhile(here(), 'intent', async () => await usurp(here(), 'between'));
        expect(run.outputs).toMatchObject({ decision: 'refused' });
        expect(await here().role('between')).toMatchObject({ invoices: false });
        return outcomeOf(here().team, pull, run);
      },
      'after a run died behind its intent, so that the next one may look for its own creation': async () => {
        const pull = await here().approved('crashed', declares('crashed'));
        await here().merge(pull);
        const died = await applyWhile(here(), 'intent', kill);
        expect(died.exitCode).toBe(-1);
        await usurp(here(), 'crashed');
        const resumed = await apply(here(), pull);
        expect(resumed.decision).toBe('refused');
        expect(await here().role('crashed')).toMatchObject({ invoices: false });
        return resumed;
      },
    },
    passes: {
      'the creation was ours': async () => {
        const pull = await here().approved('ours', declares('ours'));
        await here().merge(pull);
        expect((await applyWhile(here(), 'receipt', kill)).exitCode).toBe(-1);
        expect(await here().role('ours')).not.toBeNull();
        expect((await apply(here(), pull)).decision).toBe('applied');
        expect(await here().role('ours')).toEqual({ login: true, limit: 5, invoices: true, lines: false });
        expect(await typesOf(here().team, pull)).toContain('apply-finished');
      },
    },
  };
}
