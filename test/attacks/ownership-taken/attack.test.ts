import { expect } from 'vitest';
import { declares, pathOf, role } from '../../e2e/estate.ts';
import { gate, land } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { existing, standing } from '../support/standing.ts';
import { row } from './row.ts';

const here = standing(existing('etl', 'job', 'desk'));

function ofEve(name: string, limit = 5): Readonly<Record<string, string>> {
  return { [pathOf(name)]: role(name, { limit }).replace('owner: billing', "owner: '@eve'") };
}

replay(row, {
  refused: {
    'a friend is named beside a change of rights, or of a new identity': async () => {
      const { team, eve } = here();
      const pull = await team.propose('friend', { ...ofEve('etl', 50), ...ofEve('brand-new') });
      await gate(here(), pull);
      await here().approve(pull, { as: eve });
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('waiting');
      return judged;
    },
    'in two steps: the ownership first, merged without its owner, and then the rights': async () => {
      const { team, eve } = here();
      const first = await team.propose('first', ofEve('job'));
      await gate(here(), first);
      await here().approve(first, { as: eve });
      const taken = await land(here(), first);
      expect(taken).toMatchObject({ decision: 'refused', codes: expect.arrayContaining(['approval-missing']) });
      const second = await team.propose('second', ofEve('job', 50));
      await gate(here(), second);
      await here().approve(second, { as: eve });
      const judged = await gate(here(), second);
      expect(judged.decision).toBe('waiting');
      await here().approve(second);
      expect((await land(here(), second)).decision).toBe('applied');
      expect(await here().role('job')).toMatchObject({ limit: 50 });
      return judged;
    },
    'in two steps: the ownership pushed to the default branch, and then the rights': async () => {
      const { team, eve } = here();
      await team.repository.push({ as: team.ana, branch: 'main', files: ofEve('pushed') });
      expect((await team.apply()).log).toMatch(/direct-push/u);
      const pull = await team.propose('pushed', ofEve('pushed', 50));
      await gate(here(), pull);
      await here().approve(pull, { as: eve });
      const landed = await land(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(await here().role('pushed')).toBeNull();
      return landed;
    },
  },
  passes: {
    'both owners approve, and a new identity of the own group needs one of it': async () => {
      const { team, eve } = here();
      const pull = await team.propose('hands', { ...ofEve('desk'), ...declares('mine') });
      await gate(here(), pull);
      await here().approve(pull, { as: eve });
      await here().approve(pull);
      expect((await land(here(), pull)).decision).toBe('applied');
      expect(await here().role('mine')).toMatchObject({ limit: 5 });
    },
  },
});
