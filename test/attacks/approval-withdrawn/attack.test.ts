import { expect } from 'vitest';
import { declares, pathOf } from '../../e2e/estate.ts';
import { codeIn } from '../../e2e/evidence.ts';
import { gate, land } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { standing } from '../support/standing.ts';
import { row } from './row.ts';

const gone = declares('svc-gone', { onRemove: '{ delete: { reassignOwnedTo: reporting } }' });
const here = standing({
  files: gone,
  sql: `CREATE ROLE "svc-gone" LOGIN CONNECTION LIMIT 5; GRANT USAGE ON SCHEMA billing TO "svc-gone"; GRANT SELECT ON billing.invoices TO "svc-gone"`,
});

replay(row, {
  refused: {
    'the same person approves, and then requests changes': async () => {
      const { team } = here();
      const pull = await here().approved('torn', declares('torn'));
      await team.repository.review(pull, { as: team.ben, event: 'APPROVE' });
      await team.repository.review(pull, { as: team.ben, event: 'REQUEST_CHANGES', body: 'No, wait' });
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('refused');
      return judged;
    },
    'the approval is dismissed': async () => {
      const { team } = here();
      const pull = await team.propose('dismissed', declares('dismissed'));
      await gate(here(), pull);
      await team.repository.dismissReview(await here().approve(pull), { as: team.ana });
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('waiting');
      const landed = await land(here(), pull);
      expect(landed).toMatchObject({ decision: 'refused', codes: expect.arrayContaining(['approval-missing']) });
      expect(await here().role('dismissed')).toBeNull();
      return judged;
    },
    'the code that a deletion asks for is written into a review afterwards': async () => {
      const { team, dora } = here();
      const pull = await team.propose('unread', { [pathOf('svc-gone')]: null });
      await gate(here(), pull);
      await here().approve(pull, { as: dora, body: codeIn(team, pull) });
      const unread = await here().approve(pull, { body: 'Fine' });
      await team.repository.editReview(unread, { as: team.ana, body: `Fine: ${codeIn(team, pull)}` });
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('waiting');
      return judged;
    },
  },
  passes: {
    'a corrected text, and a remark after the approval': async () => {
      const { team } = here();
      const pull = await team.propose('remarked', declares('remarked'));
      await gate(here(), pull);
      const review = await here().approve(pull, { body: 'Fien' });
      await team.repository.editReview(review, { as: team.ben, body: 'Fine' });
      await team.repository.review(pull, { as: team.ben, event: 'COMMENT', body: 'Tell me when it is live' });
      expect((await gate(here(), pull)).decision).toBe('approved');
      expect((await land(here(), pull)).decision).toBe('applied');
    },
  },
});
