import { expect } from 'vitest';
import type { Estate, EstateOptions } from '../../e2e/estate.ts';
import { checksOf, codeIn, commentsOf, entriesOf } from '../../e2e/evidence.ts';
import { gate, land } from '../support/outcome.ts';
import type { Cases } from '../support/replay.ts';
import { existing, limited } from '../support/standing.ts';

export const estate: EstateOptions = existing('svc-moving', 'svc-turned', 'svc-read', 'svc-steady', 'svc-flipped');

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
      'a click on a page opened before, where the drift was planned on another head and the former one came back':
        async () => {
          const { team, postgres } = here();
          const pull = await team.propose('turned', limited('svc-turned', 9));
          const former = pull.head.sha;
          expect((await gate(here(), pull)).decision).toBe('waiting');
          await postgres.query('ALTER ROLE "svc-turned" CONNECTION LIMIT 60');
          await team.repository.push({ as: team.ana, branch: 'turned', files: { 'notes.txt': 'More\n' } });
          expect((await gate(here(), pull)).decision).toBe('waiting');
          await team.repository.pushCommit({ as: team.ana, branch: 'turned', sha: former, force: true });
          expect((await gate(here(), pull)).decision).toBe('waiting');
          expect((await entriesOf(team, pull)).at(-2)).toMatchObject({ because: 'head-returned', mustQuote: true });
          expect(commentsOf(team, pull).at(-1)).toMatchObject({ edits: 0, minimised: false });
          expect(commentsOf(team, pull).at(-1)?.body).toContain(codeIn(team, pull));
          await here().approve(pull);
          const unread = await gate(here(), pull);
          expect(unread.decision).toBe('waiting');
          expect((await land(here(), pull)).decision).toBe('refused');
          expect(await here().role('svc-turned')).toMatchObject({ limit: 60 });
          return unread;
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
      'heads that come and go under one plan': async () => {
        const { team } = here();
        const pull = await here().approved('flipped', limited('svc-flipped', 9));
        const former = pull.head.sha;
        await team.repository.push({ as: team.ana, branch: 'flipped', files: { 'notes.txt': 'More\n' } });
        expect((await gate(here(), pull)).decision).toBe('approved');
        await team.repository.pushCommit({ as: team.ana, branch: 'flipped', sha: former, force: true });
        expect((await gate(here(), pull)).decision).toBe('approved');
        expect(commentsOf(team, pull)).toHaveLength(1);
        expect((await land(here(), pull)).decision).toBe('applied');
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
