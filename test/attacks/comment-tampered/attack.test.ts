import { expect } from 'vitest';
import { declares } from '../../e2e/estate.ts';
import { codeIn, commentsOf, entriesOf } from '../../e2e/evidence.ts';
import type { Pull } from '../../e2e/repository.ts';
import { gate, land } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { existing, limited, standing } from '../support/standing.ts';
import { row } from './row.ts';

const here = standing(existing('svc-edited'));

function published(pull: Pull) {
  const [comment] = [...here().team.repository.repository.comments.values()].filter(
    ({ number }) => number === pull.number,
  );
  if (comment === undefined) throw new Error('nothing was posted');
  return comment;
}

replay(row, {
  refused: {
    'edited before the merge': async () => {
      const { team } = here();
      const pull = await here().approved('edited', limited('svc-edited', 7));
      const comment = published(pull);
      await team.repository.editComment(comment, { as: team.cleo, body: comment.body.replace('7', '6') });
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('waiting');
      expect(commentsOf(team, pull)).toMatchObject([
        { minimised: true, edits: 1 },
        { minimised: false, edits: 0 },
      ]);
      expect((await entriesOf(team, pull)).at(-2)).toMatchObject({
        type: 'planned',
        because: 'comment-changed',
        mustQuote: true,
      });
      await here().approve(pull, { body: codeIn(team, pull) });
      expect((await gate(here(), pull)).decision).toBe('approved');
      return judged;
    },
    'edited when the check was already green': async () => {
      const { team } = here();
      const pull = await here().approved('green', declares('green'));
      const comment = published(pull);
      await team.repository.editComment(comment, { as: team.cleo, body: comment.body.replace('5', '4') });
      const landed = await land(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(await here().role('green')).toBeNull();
      return landed;
    },
    'deleted, and the same text posted by another': async () => {
      const { team, eve } = here();
      const pull = await here().approved('forged', declares('forged'));
      const { body } = published(pull);
      await team.repository.deleteComment(published(pull), { as: team.cleo });
      await team.repository.comment(pull, { as: eve, body });
      await here().approve(pull, { body: codeIn(team, pull) });
      const landed = await land(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(await here().role('forged')).toBeNull();
      return landed;
    },
  },
  passes: {
    'a quotation and an answer below': async () => {
      const { team } = here();
      const pull = await team.propose('talk', declares('talk'));
      await gate(here(), pull);
      const { body } = published(pull);
      await team.repository.comment(pull, { as: team.ana, body: `> ${body.split('\n').join('\n> ')}\n\nSee?` });
      await team.repository.comment(pull, { as: here().eve, body });
      await here().approve(pull);
      expect((await gate(here(), pull)).decision).toBe('approved');
      expect((await land(here(), pull)).decision).toBe('applied');
    },
  },
});
