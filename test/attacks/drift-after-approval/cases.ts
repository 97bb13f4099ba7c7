import { expect } from 'vitest';
import type { Estate, EstateOptions } from '../../e2e/estate.ts';
import { checksOf, codeIn, commentsOf } from '../../e2e/evidence.ts';
import { gate, land } from '../support/outcome.ts';
import type { Cases } from '../support/replay.ts';
import { existing, limited } from '../support/standing.ts';

export const estate: EstateOptions = existing('svc-moving', 'svc-read', 'svc-steady');

export function cases(here: () => Estate): Cases {
  return {
    refused: {
      'the approval before the drift, and a click after it without the new code': async () => {
        const { team, postgres } = here();
        const pull = await here().approved('moving', limited('svc-moving', 9));
        await postgres.query('ALTER ROLE "svc-moving" CONNECTION LIMIT 60');
        const moved = await gate(here(), pull);
        expect(moved.decision).toBe('waiting');
        expect(moved.codes).toContain('review-before-publication');
        expect(commentsOf(team, pull)).toMatchObject([
          { edits: 0, minimised: true },
          { edits: 0, minimised: false, body: expect.stringMatching(/\b60\b/u) },
        ]);
        expect(commentsOf(team, pull)[1]?.body).toContain(codeIn(team, pull));
        await here().approve(pull);
        const unread = await gate(here(), pull);
        expect(unread.decision).toBe('waiting');
        expect(checksOf(team, pull.head.sha).approval?.summary).toContain(codeIn(team, pull));
        const landed = await land(here(), pull);
        expect(landed).toMatchObject({ decision: 'refused', codes: expect.arrayContaining(['approval-missing']) });
        expect(await here().role('svc-moving')).toMatchObject({ limit: 60 });
        return { codes: [...moved.codes, ...unread.codes] };
      },
    },
    passes: {
      'a review that quotes the code of the new comment': async () => {
        const { team, postgres } = here();
        const pull = await here().approved('read', limited('svc-read', 9));
        await postgres.query('ALTER ROLE "svc-read" CONNECTION LIMIT 60');
        expect((await gate(here(), pull)).decision).toBe('waiting');
        await here().approve(pull, { body: `Seen: ${codeIn(team, pull)}` });
        expect((await land(here(), pull)).decision).toBe('applied');
        expect(await here().role('svc-read')).toMatchObject({ limit: 9 });
      },
      'drift in what nobody planned': async () => {
        const { team, postgres } = here();
        const pull = await here().approved('unrelated', limited('svc-steady', 9));
        await postgres.query('ALTER ROLE reporting CONNECTION LIMIT 3; CREATE TABLE billing.more (id int)');
        expect((await gate(here(), pull)).decision).toBe('approved');
        expect(commentsOf(team, pull)).toHaveLength(1);
        expect((await land(here(), pull)).decision).toBe('applied');
      },
    },
  };
}
