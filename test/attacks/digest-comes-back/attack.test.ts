import { expect } from 'vitest';
import { commentsOf } from '../../e2e/evidence.ts';
import { gate, land } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { existing, limited, standing } from '../support/standing.ts';
import { row } from './row.ts';

const here = standing(existing('svc-again', 'svc-drifts', 'svc-patient'));

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
  },
  passes: {
    'planned three times': async () => {
      const pull = await here().approved('patient', limited('svc-patient', 7));
      for (const _ of [1, 2]) expect((await gate(here(), pull)).decision).toBe('approved');
      expect(commentsOf(here().team, pull)).toHaveLength(1);
      expect((await land(here(), pull)).decision).toBe('applied');
    },
  },
});
