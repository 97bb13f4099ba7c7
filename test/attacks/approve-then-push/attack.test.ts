import { expect } from 'vitest';
import { pathOf, role } from '../../e2e/estate.ts';
import { checksOf, commentsOf, entriesOf, typesOf } from '../../e2e/evidence.ts';
import { apply, gate, land } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { existing, limited, standing } from '../support/standing.ts';
import { row } from './row.ts';

const here = standing(existing('svc-other', 'svc-hasty', 'svc-typo'));

replay(row, {
  refused: {
    'pushed before the merge: the new plan begins a publication of its own, which nobody approved': async () => {
      const { team } = here();
      const pull = await here().approved('other', limited('svc-other', 7));
      await team.repository.push({ as: team.ana, branch: 'other', files: limited('svc-other', 70) });
      const pushed = await gate(here(), pull);
      expect(pushed.decision).toBe('waiting');
      expect(commentsOf(team, pull)).toMatchObject([{ minimised: true }, { minimised: false, edits: 0 }]);
      expect((await entriesOf(team, pull)).at(-2)).toMatchObject({ type: 'planned', because: 'digest-changed' });
      const landed = await land(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(landed.codes).toContain('approval-missing');
      expect(await here().role('svc-other')).toMatchObject({ limit: 5 });
      return pushed;
    },
    'pushed and merged before anything could plan it: what landed is not what was approved': async () => {
      const { team } = here();
      const pull = await here().approved('hasty', limited('svc-hasty', 7));
      await team.repository.push({ as: team.ana, branch: 'hasty', files: limited('svc-hasty', 70) });
      const landed = await land(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(await here().role('svc-hasty')).toMatchObject({ limit: 5 });
      return landed;
    },
  },
  passes: {
    'a new head with the same plan continues the publication: no new comment, and the approval is applied':
      async () => {
        const { team } = here();
        const pull = await here().approved('typo', limited('svc-typo', 7));
        const approvedHead = pull.head.sha;
        const files = { [pathOf('svc-typo')]: `# corrected spelling\n${role('svc-typo', { limit: 7 })}` };
        await team.repository.push({ as: team.ana, branch: 'typo', files, message: 'Correct the spelling' });
        expect(pull.head.sha).not.toBe(approvedHead);
        expect((await gate(here(), pull)).decision).toBe('approved');
        expect(commentsOf(team, pull)).toMatchObject([{ edits: 0, minimised: false }]);
        expect(await typesOf(team, pull)).toEqual(['planned', 'published', 'published']);
        expect(checksOf(team, pull.head.sha)).toMatchObject({
          plan: { state: 'success' },
          approval: { state: 'success' },
        });
        await here().merge(pull);
        expect((await apply(here(), pull)).decision).toBe('applied');
        expect(await here().role('svc-typo')).toMatchObject({ limit: 7 });
      },
  },
});
