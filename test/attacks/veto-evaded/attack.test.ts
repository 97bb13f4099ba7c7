import { expect } from 'vitest';
import { declares } from '../../e2e/estate.ts';
import { checksOf } from '../../e2e/evidence.ts';
import { apply, gate, land } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { standing } from '../support/standing.ts';
import { row } from './row.ts';

const here = standing();

replay(row, {
  refused: {
    'a trailer takes the eligibility of the one who vetoed, and the author dismisses the veto': async () => {
      const { team, dora } = here();
      const pull = await team.propose('trailer', declares('trailer'));
      await gate(here(), pull);
      const veto = await team.repository.review(pull, {
        as: team.ben,
        event: 'REQUEST_CHANGES',
        body: 'Not like this',
      });
      const coAuthors = [{ name: 'ben', email: team.ben.emails[0] ?? '' }];
      await team.repository.push({ as: team.ana, branch: 'trailer', files: { 'README.md': 'With Ben\n' }, coAuthors });
      await gate(here(), pull);
      await here().approve(pull, { as: dora });
      await team.repository.dismissReview(veto, { as: team.ana });
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('refused');
      const told = expect.stringContaining('only a new review by ben helps, or a new pull request');
      expect(checksOf(team, pull.head.sha)).toMatchObject({ approval: { state: 'failure', summary: told } });
      const landed = await land(here(), pull);
      expect(landed).toMatchObject({ decision: 'refused', codes: expect.arrayContaining(['changes-requested']) });
      expect(await here().role('trailer')).toBeNull();
      return judged;
    },
    'by somebody who owns nothing, after the merge': async () => {
      const { team, eve } = here();
      const pull = await here().approved('stopped', declares('stopped'));
      await here().merge(pull);
      await team.repository.review(pull, { as: eve, event: 'REQUEST_CHANGES', body: 'Stop' });
      const landed = await apply(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(await here().role('stopped')).toBeNull();
      return landed;
    },
    'after a first attempt that wrote nothing': async () => {
      const { team, dora } = here();
      const pull = await here().approved('late', declares('late'));
      await here().merge(pull);
      const env = { ORDERS_DB_WRITE: 'postgres://postgres:nobody@127.0.0.1:1/postgres' };
      const unreachable = await team.apply({ without: ['ORDERS_DB_WRITE'], env });
      expect(unreachable).toMatchObject({ exitCode: 1, outputs: { decision: 'unfinished' } });
      team.server.advanceClock(2);
      await team.repository.review(pull, { as: dora, event: 'REQUEST_CHANGES', body: 'Not now' });
      const landed = await apply(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(await here().role('late')).toBeNull();
      return landed;
    },
  },
  passes: {
    'the one who vetoed approves, and another veto is dismissed by an owner': async () => {
      const { team, dora, eve } = here();
      const pull = await team.propose('settled', declares('settled'));
      await gate(here(), pull);
      await team.repository.review(pull, { as: team.ben, event: 'REQUEST_CHANGES', body: 'Why?' });
      const veto = await team.repository.review(pull, { as: eve, event: 'REQUEST_CHANGES', body: 'Why?' });
      await here().approve(pull);
      await team.repository.dismissReview(veto, { as: dora });
      expect((await gate(here(), pull)).decision).toBe('approved');
      expect((await land(here(), pull)).decision).toBe('applied');
    },
  },
});
