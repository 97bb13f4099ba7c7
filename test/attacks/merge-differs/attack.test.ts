import { expect } from 'vitest';
import { declares } from '../../e2e/estate.ts';
import { commentsOf, typesOf } from '../../e2e/evidence.ts';
import type { Pull } from '../../e2e/repository.ts';
import { apply } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { standing } from '../support/standing.ts';
import { row } from './row.ts';

const here = standing();
const METHODS = ['squash', 'rebase', 'merge', 'queue', 'by-hand'] as const;

/** A merge commit of the head whose tree holds what the merger likes. */
async function mergeWith(pull: Pull, files: Readonly<Record<string, string>>): Promise<void> {
  const { repository, ana } = here().team;
  const { git } = repository.repository;
  const branch = `scratch-${pull.number}`;
  const base = await repository.head();
  const tree = (await git.commit(await repository.push({ as: ana, branch, from: base, files })))?.tree ?? '';
  const person = { name: 'ana', email: ana.emails[0] ?? '', seconds: 1_800_000_000 };
  const parents = [base, pull.head.sha];
  const sha = await git.writeCommit({ tree, parents, author: person, committer: person, message: 'Merge\n' });
  here().team.server.advanceClock(2);
  await repository.pushCommit({ as: ana, branch: 'main', sha });
}

replay(row, {
  refused: {
    'the approved document with another value': async () => {
      const pull = await here().approved('value', declares('value'));
      await mergeWith(pull, declares('value', { limit: 50 }));
      const landed = await apply(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(await here().role('value')).toBeNull();
      return landed;
    },
    'the approved document, and another one beside it': async () => {
      const pull = await here().approved('beside', declares('beside'));
      await mergeWith(pull, { ...declares('beside'), ...declares('smuggled') });
      const landed = await apply(here(), pull);
      expect(landed.decision).toBe('refused');
      expect([await here().role('beside'), await here().role('smuggled')]).toEqual([null, null]);
      return landed;
    },
    'without the approved document': async () => {
      const pull = await here().approved('without', declares('without'));
      await mergeWith(pull, declares('instead'));
      const landed = await apply(here(), pull);
      expect(landed.decision).toBe('refused');
      expect([await here().role('without'), await here().role('instead')]).toEqual([null, null]);
      return landed;
    },
  },
  passes: {
    'merged in five ways, and applied by one run': async () => {
      const { team } = here();
      const pulls: Pull[] = [];
      for (const method of METHODS) {
        const pull = await here().approved(`app-${method}`, declares(`app-${method}`));
        await here().merge(pull, method);
        pulls.push(pull);
      }
      expect(await team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
      for (const [index, method] of METHODS.entries()) {
        expect(await here().role(`app-${method}`)).toEqual({ login: true, limit: 5, invoices: true, lines: false });
        const pull = pulls[index];
        if (pull === undefined) throw new Error(method);
        expect(await typesOf(team, pull)).toEqual([
          'planned',
          'published',
          'approved',
          'apply-started',
          'apply-finished',
        ]);
        expect(commentsOf(team, pull)).toMatchObject([
          { author: 'github-actions[bot]', edits: 0, minimised: false },
          { author: 'github-actions[bot]', edits: 0, minimised: false, body: expect.stringMatching(/applied/u) },
        ]);
      }
    },
  },
});
