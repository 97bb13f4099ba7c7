import { expect } from 'vitest';
import { declares } from '../../e2e/estate.ts';
import { entriesOf } from '../../e2e/evidence.ts';
import type { Pull } from '../../e2e/repository.ts';
import { gate, land } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { standing } from '../support/standing.ts';
import { row } from './row.ts';

const here = standing();

/** An approval whose time on GitHub is that of the publication, and so many seconds more. */
async function approveAfter(pull: Pull, seconds: number): Promise<void> {
  const published = (await entriesOf(here().team, pull)).find((entry) => entry.type === 'published');
  const at = Date.parse(published?.type === 'published' ? published.createdAt : '') + seconds * 1000;
  const review = await here().approve(pull);
  review.submittedAt = new Date(at).toISOString().replace('.000Z', 'Z');
}

replay(row, {
  refused: {
    'before any plan, and merged': async () => {
      const pull = await here().team.propose('early', declares('early'));
      await here().approve(pull);
      here().team.server.advanceClock(2);
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('waiting');
      const landed = await land(here(), pull);
      expect(landed).toMatchObject({ decision: 'refused', codes: expect.arrayContaining(['approval-missing']) });
      expect(await here().role('early')).toBeNull();
      return judged;
    },
    'in the second of the publication': async () => {
      const pull = await here().team.propose('hasty', declares('hasty'));
      await gate(here(), pull);
      await approveAfter(pull, 0);
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('waiting');
      return judged;
    },
  },
  passes: {
    'one second later': async () => {
      const pull = await here().team.propose('prompt', declares('prompt'));
      await gate(here(), pull);
      await approveAfter(pull, 1);
      expect((await gate(here(), pull)).decision).toBe('approved');
      expect((await land(here(), pull)).decision).toBe('applied');
    },
  },
});
