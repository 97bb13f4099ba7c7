import { expect } from 'vitest';
import { commentsOf, typesOf } from '../../e2e/evidence.ts';
import { gate, land } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { existing, limited, standing } from '../support/standing.ts';
import { row } from './row.ts';

const here = standing(existing('svc-again', 'svc-drifts', 'svc-patient', 'svc-empties', 'svc-forced', 'svc-renewed'));

async function change(branch: string, files: ReturnType<typeof limited>): Promise<void> {
  const { team } = here();
  await team.repository.push({ as: team.ana, branch, files });
}

replay(row, {
  refused: {
    'by two pushes': async () => {
      const { team } = here();
      const pull = await here().approved('again', limited('svc-again', 7));
      for (const limit of [8, 7]) {
        await team.repository.push({ as: team.ana, branch: 'again', files: limited('svc-again', limit) });
        expect((await gate(here(), pull)).decision).toBe('waiting');
      }
      expect(commentsOf(team, pull)).toHaveLength(3);
      const landed = await land(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(await here().role('svc-again')).toMatchObject({ limit: 5 });
      return landed;
    },
    'by drift there and back': async () => {
      const pull = await here().approved('drifts', limited('svc-drifts', 7));
      await here().postgres.query('ALTER ROLE "svc-drifts" CONNECTION LIMIT 60');
      expect((await gate(here(), pull)).decision).toBe('waiting');
      await here().postgres.query('ALTER ROLE "svc-drifts" CONNECTION LIMIT 5');
      const back = await gate(here(), pull);
      expect(back.decision).toBe('waiting');
      return back;
    },
    'by a push that leaves nothing, and one that brings it back': async () => {
      const { team } = here();
      const pull = await here().approved('empties', limited('svc-empties', 7));
      expect((await gate(here(), pull)).decision).toBe('approved');
      await change('empties', limited('svc-empties', 5));
      for (const _ of [1, 2]) expect((await gate(here(), pull)).decision).toBe('unconcerned');
      await change('empties', limited('svc-empties', 7));
      const back = await gate(here(), pull);
      expect(back.decision).toBe('waiting');
      expect(await typesOf(team, pull)).toEqual(['planned', 'published', 'ended', 'planned', 'published']);
      return back;
    },
    'by a push that leaves nothing, and the same commit put back right before the merge': async () => {
      const { team } = here();
      const pull = await here().approved('forced', limited('svc-forced', 7));
      const sha = pull.head.sha;
      expect((await gate(here(), pull)).decision).toBe('approved');
      await change('forced', limited('svc-forced', 5));
      expect((await gate(here(), pull)).decision).toBe('unconcerned');
      await team.repository.pushCommit({ as: team.ana, branch: 'forced', sha, force: true });
      const landed = await land(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(landed.codes).toContain('run-ended');
      expect(await here().role('svc-forced')).toMatchObject({ limit: 5 });
      return landed;
    },
  },
  passes: {
    'brought back after a push that left nothing, and approved anew': async () => {
      const pull = await here().approved('renewed', limited('svc-renewed', 7));
      for (const limit of [5, 7]) {
        await change('renewed', limited('svc-renewed', limit));
        await gate(here(), pull);
      }
      await here().approve(pull);
      expect((await gate(here(), pull)).decision).toBe('approved');
      expect((await land(here(), pull)).decision).toBe('applied');
    },
    'planned three times': async () => {
      const pull = await here().approved('patient', limited('svc-patient', 7));
      for (const _ of [1, 2]) expect((await gate(here(), pull)).decision).toBe('approved');
      expect(commentsOf(here().team, pull)).toHaveLength(1);
      expect((await land(here(), pull)).decision).toBe('applied');
    },
  },
});
