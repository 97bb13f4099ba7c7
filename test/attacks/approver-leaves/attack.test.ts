import { expect } from 'vitest';
import { declares } from '../../e2e/estate.ts';
import type { Pull } from '../../e2e/repository.ts';
import { apply, land } from '../support/outcome.ts';
import { applyWhile, kill } from '../support/meanwhile.ts';
import { replay } from '../support/replay.ts';
import { standing } from '../support/standing.ts';
import { row } from './row.ts';

const here = standing();

/** Two creations, and an apply that dies when the first one has its first receipt. */
async function interrupted(name: string): Promise<Pull> {
  const pull = await here().approved(name, { ...declares(`${name}-a`), ...declares(`${name}-b`) });
  await here().merge(pull);
  expect((await applyWhile(here(), 'receipt', kill)).exitCode).toBe(-1);
  return pull;
}

async function expectHalf(name: string): Promise<void> {
  expect([await here().role(`${name}-a`), await here().role(`${name}-b`)]).toEqual([
    { login: true, limit: 5, invoices: true, lines: false },
    null,
  ]);
}

replay(row, {
  refused: {
    'the approver leaves: what was begun is finished, the other identity is not begun': async () => {
      const { team } = here();
      const pull = await interrupted('leaves');
      team.repository.setCollaborator(team.ben, 'read');
      const resumed = await apply(here(), pull);
      team.repository.setCollaborator(team.ben, 'write');
      expect(resumed.decision).toBe('partial');
      await expectHalf('leaves');
      return resumed;
    },
    'the time to live passes': async () => {
      const { team } = here();
      const pull = await interrupted('late');
      team.server.advanceClock(8 * 86_400);
      const resumed = await apply(here(), pull);
      expect(resumed.decision).toBe('partial');
      await expectHalf('late');
      return resumed;
    },
    'the approver left, and time passed, before anything was begun': async () => {
      const { team } = here();
      const pull = await here().approved('gone', declares('gone'));
      team.repository.setCollaborator(team.ben, 'read');
      const landed = await land(here(), pull);
      team.repository.setCollaborator(team.ben, 'write');
      expect(landed.decision).toBe('refused');
      const old = await here().approved('old', declares('old'));
      await here().merge(old);
      team.server.advanceClock(8 * 86_400);
      const expired = await apply(here(), old);
      expect(expired.decision).toBe('refused');
      expect([await here().role('gone'), await here().role('old')]).toEqual([null, null]);
      return { codes: [...landed.codes, ...expired.codes] };
    },
  },
  passes: {
    'the approver leaves when everything is applied': async () => {
      const { team } = here();
      const pull = await here().approved('done', declares('done'));
      expect((await land(here(), pull)).decision).toBe('applied');
      team.repository.setCollaborator(team.ben, 'read');
      expect((await team.apply()).log).toMatch(/Nothing landed that is not finished/u);
      team.repository.setCollaborator(team.ben, 'write');
      expect(await here().role('done')).toMatchObject({ limit: 5 });
    },
  },
});
