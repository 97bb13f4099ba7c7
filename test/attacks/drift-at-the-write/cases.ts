import { expect } from 'vitest';
import type { Estate, EstateOptions } from '../../e2e/estate.ts';
import { commentsOf, entriesOf } from '../../e2e/evidence.ts';
import { land, outcomeOf } from '../support/outcome.ts';
import { applyWhile } from '../support/meanwhile.ts';
import type { Cases } from '../support/replay.ts';
import { existing, limited } from '../support/standing.ts';

export const estate: EstateOptions = existing(
  'svc-early',
  'svc-moved',
  'svc-first',
  'svc-second',
  'svc-remade',
  'svc-calm',
);

export function cases(here: () => Estate): Cases {
  return {
    refused: {
      'before the apply: the comment names attribute, planned and found value': async () => {
        const { team, postgres } = here();
        const pull = await here().approved('early', limited('svc-early', 9));
        await postgres.query('ALTER ROLE "svc-early" CONNECTION LIMIT 50');
        const landed = await land(here(), pull);
        expect(landed.decision).toBe('refused');
        expect(await here().role('svc-early')).toMatchObject({ limit: 50 });
        const body = commentsOf(team, pull).at(-1)?.body ?? '';
        for (const named of ['/connectionLimit', '5', '50']) expect(body).toContain(named);
        const entries = await entriesOf(team, pull);
        const found = { pointer: '/connectionLimit', planned: 5, found: 50 };
        expect(entries.find(({ type }) => type === 'receipt')).toMatchObject({ kind: 'conflict', found });
        expect(entries.at(-1)).toMatchObject({ type: 'apply-finished', result: 'refused' });
        return landed;
      },
      'after the apply has begun': async () => {
        const { team, postgres } = here();
        const pull = await here().approved('moved', limited('svc-moved', 9));
        await here().merge(pull);
        const drift = async () => await postgres.query('ALTER ROLE "svc-moved" CONNECTION LIMIT 50');
        const run = await applyWhile(here(), 'apply-started', drift);
        expect(run.outputs).toMatchObject({ decision: 'refused' });
        expect(await here().role('svc-moved')).toMatchObject({ limit: 50 });
        return outcomeOf(team, pull, run);
      },
      'after the first of two identities was written: the second is left alone': async () => {
        const { team, postgres } = here();
        const pull = await here().approved('both', { ...limited('svc-first', 9), ...limited('svc-second', 9) });
        await here().merge(pull);
        const drift = async () => await postgres.query('ALTER ROLE "svc-second" CONNECTION LIMIT 50');
        const run = await applyWhile(here(), 'receipt', drift);
        expect(run).toMatchObject({ exitCode: 1, outputs: { decision: 'partial' } });
        expect([await here().role('svc-first'), await here().role('svc-second')]).toMatchObject([
          { limit: 9 },
          { limit: 50 },
        ]);
        return outcomeOf(team, pull, run);
      },
      'deleted and made again, equal in everything that can be seen': async () => {
        const { postgres } = here();
        const pull = await here().approved('remade', limited('svc-remade', 9));
        await postgres.query(`
        DROP OWNED BY "svc-remade"; DROP ROLE "svc-remade"; CREATE ROLE "svc-remade" LOGIN CONNECTION LIMIT 5;
        GRANT USAGE ON SCHEMA billing TO "svc-remade"; GRANT SELECT ON billing.invoices TO "svc-remade"`);
        const landed = await land(here(), pull);
        expect(landed.decision).toBe('refused');
        expect(await here().role('svc-remade')).toMatchObject({ limit: 5 });
        return landed;
      },
    },
    passes: {
      'another role moves while the apply runs': async () => {
        const { postgres } = here();
        const pull = await here().approved('calm', limited('svc-calm', 9));
        await here().merge(pull);
        const drift = async () =>
          await postgres.query('ALTER ROLE reporting CONNECTION LIMIT 3; CREATE TABLE billing.meanwhile (id int)');
        expect((await applyWhile(here(), 'apply-started', drift)).outputs).toMatchObject({ decision: 'applied' });
        expect(await here().role('svc-calm')).toMatchObject({ limit: 9 });
      },
    },
  };
}
