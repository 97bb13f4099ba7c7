import { expect } from 'vitest';
import { segmentsOf } from '../../../src/render/path.ts';
import { LEVEL, type Site, type Standing } from '../../e2e/systems/site.ts';
import { commentsOf, entriesOf } from '../../e2e/evidence.ts';
import { land, outcomeOf } from '../support/outcome.ts';
import { applyWhile } from '../support/meanwhile.ts';
import type { Cases } from '../support/replay.ts';

export const standing: Standing = {
  declared: ['svc-early', 'svc-moved', 'svc-first', 'svc-second', 'svc-remade', 'svc-calm'],
};

export function cases(here: () => Site): Cases {
  return {
    refused: {
      'before the apply: the comment names attribute, planned and found value': async () => {
        const { team, system } = here();
        const pull = await here().approved('early', here().declares('svc-early', LEVEL.asked));
        await system.drift('svc-early', LEVEL.drifted);
        const landed = await land(here(), pull);
        expect(landed.decision).toBe('refused');
        const [{ pointer }, planned, found] = [system, system.valueOf(LEVEL.existing), system.valueOf(LEVEL.drifted)];
        expect(await here().look('svc-early')).toMatchObject({ level: LEVEL.drifted });
        const body = commentsOf(team, pull).at(-1)?.body ?? '';
        const attribute = segmentsOf(pointer).at(-1) ?? '';
        for (const named of [`${attribute}\``, String(planned), String(found)]) expect(body).toContain(named);
        const entries = await entriesOf(team, pull);
        expect(entries.find(({ type }) => type === 'receipt')).toMatchObject({
          kind: 'conflict',
          found: { pointer, planned, found },
        });
        expect(entries.at(-1)).toMatchObject({ type: 'apply-finished', result: 'refused' });
        return landed;
      },
      'after the apply has begun': async () => {
        const { team, system } = here();
        const pull = await here().approved('moved', here().declares('svc-moved', LEVEL.asked));
        await here().merge(pull);
        const drift = async () => await system.drift('svc-moved', LEVEL.drifted);
        const run = await applyWhile(here(), 'apply-started', drift);
        expect(run.outputs).toMatchObject({ decision: 'refused' });
        expect(await here().look('svc-moved')).toMatchObject({ level: LEVEL.drifted });
        return outcomeOf(team, pull, run);
      },
      'after the first of two identities was written: the second is left alone': async () => {
        const { team, system } = here();
        const pull = await here().approved('both', {
          ...here().declares('svc-first', LEVEL.asked),
          ...here().declares('svc-second', LEVEL.asked),
        });
        await here().merge(pull);
        const drift = async () => await system.drift('svc-second', LEVEL.drifted);
        const run = await applyWhile(here(), 'receipt', drift);
        expect(run).toMatchObject({ exitCode: 1, outputs: { decision: 'partial' } });
        expect([await here().look('svc-first'), await here().look('svc-second')]).toMatchObject([
          { level: LEVEL.asked },
          { level: LEVEL.drifted },
        ]);
        return outcomeOf(team, pull, run);
      },
      'deleted and made again, equal in everything that can be seen': async () => {
        const { system } = here();
        const pull = await here().approved('remade', here().declares('svc-remade', LEVEL.asked));
        await system.remake('svc-remade', LEVEL.existing);
        const landed = await land(here(), pull);
        expect(landed.decision).toBe('refused');
        expect(await here().look('svc-remade')).toMatchObject({ level: LEVEL.existing });
        return landed;
      },
    },
    passes: {
      'another role moves while the apply runs': async () => {
        const { system } = here();
        const pull = await here().approved('calm', here().declares('svc-calm', LEVEL.asked));
        await here().merge(pull);
        const drift = async () => await system.stir('meanwhile');
        expect((await applyWhile(here(), 'apply-started', drift)).outputs).toMatchObject({ decision: 'applied' });
        expect(await here().look('svc-calm')).toMatchObject({ level: LEVEL.asked });
      },
    },
  };
}
