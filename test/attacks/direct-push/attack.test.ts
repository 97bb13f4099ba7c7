import { expect } from 'vitest';
import { declares } from '../../e2e/estate.ts';
import { entriesOf, ledgerOf } from '../../e2e/evidence.ts';
import { handmade } from '../support/merging.ts';
import { apply, gate, land } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { existing, limited, standing } from '../support/standing.ts';
import { row } from './row.ts';

const here = standing(existing('svc-twice'));

replay(row, {
  refused: {
    'documents without a pull request: reported once, and the next landing is applied': async () => {
      const { team } = here();
      const commit = await team.pushPast(team.ana, declares('pushed'));
      const landed = await apply(here(), null);
      expect(landed.decision).toBe('refused');
      expect(await here().role('pushed')).toBeNull();
      const next = await here().approved('after-push', declares('after-push'));
      expect((await land(here(), next)).decision).toBe('applied');
      const reports = (await ledgerOf(team)).filter(({ body }) => body.type === 'refused' && body.landing === commit);
      expect(reports).toHaveLength(1);
      return landed;
    },
    'the head of a pull request that nobody approved': async () => {
      const { team } = here();
      const pull = await team.propose('head', declares('head'));
      await gate(here(), pull);
      team.server.advanceClock(2);
      await team.repository.pushCommit({ as: team.ana, branch: 'main', sha: pull.head.sha });
      const landed = await apply(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(await here().role('head')).toBeNull();
      return landed;
    },
    'the head of a pull request that landed, made a commit of the branch itself after it was taken back': async () => {
      const { team, dora, eve } = here();
      // What came just now may yet turn out to be a pull request's; until then later landings are looked at again.
      await team.repository.push({ as: eve, branch: 'main', files: declares('waits') });
      const raised = await here().approved('raise', limited('svc-twice', 9));
      const waiting = await land(here(), raised, 'merge');
      expect(await here().role('svc-twice')).toMatchObject({ limit: 9 });
      await land(here(), await here().approved('lower', limited('svc-twice', 5)), 'merge');
      const main = await team.repository.head();
      const parents = [raised.head.sha, main];
      const sha = await handmade(here(), { as: dora, parents, tree: main, files: limited('svc-twice', 9) });
      await team.repository.pushCommit({ as: dora, branch: 'main', sha });
      team.server.advanceClock(3600);
      const landed = await apply(here(), null);
      expect(await here().role('svc-twice')).toMatchObject({ limit: 5 });
      expect(await here().role('waits')).toBeNull();
      const ends = (await entriesOf(team, raised)).filter(({ type }) => type === 'apply-finished');
      expect(ends).toHaveLength(1);
      return { codes: [...waiting.codes, ...landed.codes] };
    },
    'a branch pushed so that its first parents lead elsewhere': async () => {
      const { team } = here();
      await team.repository.push({ as: team.ana, branch: 'side', files: declares('smuggled') });
      const settled = await here().approved('settled', declares('settled'));
      await land(here(), settled);
      const pull = await team.repository.openPullRequest({ as: team.ana, head: 'side' });
      const sha = await team.repository.updateBranch(pull, { as: team.ana });
      await team.repository.pushCommit({ as: team.ana, branch: 'main', sha });
      const landed = await apply(here(), null);
      expect(landed.decision).toBe('refused');
      expect(await here().role('smuggled')).toBeNull();
      return landed;
    },
  },
  passes: {
    'an approved head pushed by hand, between commits about nothing': async () => {
      const { team } = here();
      await team.repository.push({ as: team.ana, branch: 'main', files: { 'README.md': 'Something\n' } });
      const pull = await here().approved('faithful', declares('faithful'));
      team.server.advanceClock(2);
      await team.repository.pushCommit({ as: team.ana, branch: 'main', sha: pull.head.sha });
      await team.repository.push({ as: team.ana, branch: 'main', files: { 'README.md': 'Another thing\n' } });
      expect((await apply(here(), pull)).decision).toBe('applied');
      expect(await here().role('faithful')).toMatchObject({ limit: 5 });
    },
  },
});
