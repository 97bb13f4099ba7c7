import { expect } from 'vitest';
import { declares, pathOf } from '../../e2e/estate.ts';
import type { Pull } from '../../e2e/repository.ts';
import { gate, land } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { standing } from '../support/standing.ts';
import { row } from './row.ts';

const here = standing();

/** Two identities are approved, and then one of them is dropped. */
async function half(name: string): Promise<Pull> {
  const [kept, dropped] = [`${name}-kept`, `${name}-dropped`];
  const pull = await here().approved(name, { ...declares(kept), ...declares(dropped) });
  await here().team.repository.push({ as: here().team.ana, branch: name, files: { [pathOf(dropped)]: null } });
  return pull;
}

replay(row, {
  refused: {
    'landed on the word of the approval of both': async () => {
      const pull = await half('hasty');
      expect((await gate(here(), pull)).decision).toBe('waiting');
      const landed = await land(here(), pull);
      expect(landed.decision).toBe('refused');
      expect([await here().role('hasty-kept'), await here().role('hasty-dropped')]).toEqual([null, null]);
      return landed;
    },
  },
  passes: {
    'approved anew': async () => {
      const pull = await half('patient');
      await gate(here(), pull);
      await here().approve(pull);
      expect((await land(here(), pull)).decision).toBe('applied');
      expect([await here().role('patient-kept'), await here().role('patient-dropped')]).toMatchObject([
        { limit: 5 },
        null,
      ]);
    },
  },
});
