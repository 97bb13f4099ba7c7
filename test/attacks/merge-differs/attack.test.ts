import { expect } from 'vitest';
import { declares } from '../../e2e/estate.ts';
import { commentsOf, typesOf } from '../../e2e/evidence.ts';
import type { Pull } from '../../e2e/repository.ts';
import { mergeWith } from '../support/merging.ts';
import { apply } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { standing } from '../support/standing.ts';
import { row } from './row.ts';

const here = standing();
const METHODS = ['squash', 'rebase', 'merge', 'queue', 'by-hand'] as const;

replay(row, {
  refused: {
    'the approved document with another value': async () => {
      const pull = await here().approved('value', declares('value'));
      await mergeWith(here(), pull, declares('value', { limit: 50 }));
      const landed = await apply(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(await here().role('value')).toBeNull();
      return landed;
    },
    'the approved document, and another one beside it': async () => {
      const pull = await here().approved('beside', declares('beside'));
      await mergeWith(here(), pull, { ...declares('beside'), ...declares('smuggled') });
      const landed = await apply(here(), pull);
      expect(landed.decision).toBe('refused');
      expect([await here().role('beside'), await here().role('smuggled')]).toEqual([null, null]);
      return landed;
    },
    'without the approved document': async () => {
      const pull = await here().approved('without', declares('without'));
      await mergeWith(here(), pull, declares('instead'));
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
