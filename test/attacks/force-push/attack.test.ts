import { expect } from 'vitest';
import { declares } from '../../e2e/estate.ts';
import { commentsOf } from '../../e2e/evidence.ts';
import { gate, land } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { standing } from '../support/standing.ts';
import { row } from './row.ts';

const here = standing();
const LONG_AGO = new Date('2020-01-01T00:00:00Z');

replay(row, {
  refused: {
    'other content, dated before the approval': async () => {
      const { team } = here();
      const pull = await here().approved('dated', declares('dated'));
      const files = declares('dated', { limit: 50 });
      await team.repository.push({ as: team.ana, branch: 'dated', files, force: true, date: LONG_AGO });
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('waiting');
      return judged;
    },
    'when the check is already green, and then merged': async () => {
      const { team } = here();
      const pull = await here().approved('green', declares('green'));
      expect((await gate(here(), pull)).decision).toBe('approved');
      const files = declares('green', { limit: 50 });
      await team.repository.push({ as: team.ana, branch: 'green', files, force: true, date: LONG_AGO });
      const landed = await land(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(await here().role('green')).toBeNull();
      return landed;
    },
    'there and back by the approver, so that no commit of theirs is left': async () => {
      const { team } = here();
      const pull = await team.propose('back', declares('back'));
      const { sha } = pull.head;
      const files = declares('back', { limit: 50 });
      await team.repository.push({ as: team.ben, branch: 'back', files, force: true });
      await team.repository.pushCommit({ as: team.ana, branch: 'back', sha, force: true });
      await gate(here(), pull);
      await here().approve(pull);
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('waiting');
      return judged;
    },
  },
  passes: {
    'rebased onto a newer base, after the approval': async () => {
      const { team } = here();
      const pull = await here().approved('rebased', declares('rebased'));
      await team.repository.push({ as: team.cleo, branch: 'main', files: { 'README.md': 'Moved\n' } });
      const from = await team.repository.head();
      await team.repository.push({ as: team.ana, branch: 'rebased', from, files: declares('rebased'), force: true });
      expect((await gate(here(), pull)).decision).toBe('approved');
      expect(commentsOf(team, pull)).toHaveLength(1);
      expect((await land(here(), pull)).decision).toBe('applied');
    },
  },
});
