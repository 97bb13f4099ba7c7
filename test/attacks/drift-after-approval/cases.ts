import { expect } from 'vitest';
import { LEVEL, type Site, type Standing } from '../../e2e/systems/site.ts';
import { checksOf, codeIn, commentsOf, entriesOf } from '../../e2e/evidence.ts';
import { gate, land } from '../support/outcome.ts';
import type { Cases } from '../support/replay.ts';

export const standing: Standing = {
  declared: ['svc-moving', 'svc-turned', 'svc-read', 'svc-steady', 'svc-flipped'],
};

export function cases(here: () => Site): Cases {
  return {
    refused: {
      'the approval before the drift, and a click after it without the new code': async () => {
        const { team, system } = here();
        const pull = await here().approved('moving', here().declares('svc-moving', LEVEL.asked));
        await system.drift('svc-moving', LEVEL.drifted);
        const moved = await gate(here(), pull);
        expect(moved.decision).toBe('waiting');
        expect(moved.codes).toContain('review-before-publication');
        expect(commentsOf(team, pull)).toMatchObject([
          { edits: 0, minimised: true },
          {
            edits: 0,
            minimised: false,
            body: expect.stringMatching(new RegExp(`\\b${system.valueOf(LEVEL.drifted)}\\b`, 'u')),
          },
        ]);
        expect(commentsOf(team, pull)[1]?.body).toContain(codeIn(team, pull));
        await here().approve(pull);
        const unread = await gate(here(), pull);
        expect(unread.decision).toBe('waiting');
        expect(checksOf(team, pull.head.sha).approval?.summary).toContain(codeIn(team, pull));
        const landed = await land(here(), pull);
        expect(landed).toMatchObject({ decision: 'refused', codes: expect.arrayContaining(['approval-missing']) });
        expect(await here().look('svc-moving')).toMatchObject({ level: LEVEL.drifted });
        return { codes: [...moved.codes, ...unread.codes] };
      },
      'a click on a page opened before, where the drift was planned on another head and the former one came back':
        async () => {
          const { team, system } = here();
          const pull = await team.propose('turned', here().declares('svc-turned', LEVEL.asked));
          const former = pull.head.sha;
          expect((await gate(here(), pull)).decision).toBe('waiting');
          await system.drift('svc-turned', LEVEL.drifted);
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
          expect(await here().look('svc-turned')).toMatchObject({ level: LEVEL.drifted });
          return unread;
        },
    },
    passes: {
      'a review that quotes the code of the new comment': async () => {
        const { team, system } = here();
        const pull = await here().approved('read', here().declares('svc-read', LEVEL.asked));
        await system.drift('svc-read', LEVEL.drifted);
        expect((await gate(here(), pull)).decision).toBe('waiting');
        await here().approve(pull, { body: `Seen: ${codeIn(team, pull)}` });
        expect((await land(here(), pull)).decision).toBe('applied');
        expect(await here().look('svc-read')).toMatchObject({ level: LEVEL.asked });
      },
      'heads that come and go under one plan': async () => {
        const { team } = here();
        const pull = await here().approved('flipped', here().declares('svc-flipped', LEVEL.asked));
        const former = pull.head.sha;
        await team.repository.push({ as: team.ana, branch: 'flipped', files: { 'notes.txt': 'More\n' } });
        expect((await gate(here(), pull)).decision).toBe('approved');
        await team.repository.pushCommit({ as: team.ana, branch: 'flipped', sha: former, force: true });
        expect((await gate(here(), pull)).decision).toBe('approved');
        expect(commentsOf(team, pull)).toHaveLength(1);
        expect((await land(here(), pull)).decision).toBe('applied');
      },
      'drift in what nobody planned': async () => {
        const { team, system } = here();
        const pull = await here().approved('unrelated', here().declares('svc-steady', LEVEL.asked));
        await system.stir('more');
        expect((await gate(here(), pull)).decision).toBe('approved');
        expect(commentsOf(team, pull)).toHaveLength(1);
        expect((await land(here(), pull)).decision).toBe('applied');
      },
    },
  };
}
