import { expect } from 'vitest';
import { reconciliation } from '../../e2e/estate.ts';
import type { Pull } from '../../e2e/repository.ts';
import { apply, gate, land, type Outcome } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { existing, limited, standing } from '../support/standing.ts';
import { row } from './row.ts';

const here = standing(existing('pushed', 'hasty', 'chained', 'lent', 'upright', 'words'));

/** Dora, who owns it as much as ben does, brings a role with far more connections, and no pull request. */
async function pushedByDora(name: string): Promise<void> {
  const { team, dora } = here();
  team.server.advanceClock(2);
  await team.pushPast(dora, limited(name, 500));
}

/** Ana asks for what stands in the base already. */
async function askedAgain(name: string): Promise<Pull> {
  return await here().team.propose(`ask-${name}`, reconciliation(`ask-${name}`, { verb: 'correct', of: name }));
}

/** Dora approves alone: at the gate that is not enough, nor after a merge past the check. */
async function expectExcluded(pull: Pull, name: string): Promise<Outcome> {
  await gate(here(), pull);
  await here().approve(pull, { as: here().dora });
  const judged = await gate(here(), pull);
  expect(judged).toMatchObject({ decision: 'waiting', codes: expect.arrayContaining(['reviewer-excluded']) });
  await expectUnapplied(pull, name);
  return judged;
}

async function expectUnapplied(pull: Pull, name: string): Promise<Outcome> {
  const landed = await land(here(), pull);
  expect(landed).toMatchObject({ decision: 'refused', codes: expect.arrayContaining(['approval-missing']) });
  expect(await here().role(name)).toMatchObject({ limit: 5 });
  return landed;
}

/** Merged without anybody's approval. */
async function expectRefused(pull: Pull): Promise<void> {
  await gate(here(), pull);
  expect((await land(here(), pull)).decision).toBe('refused');
}

replay(row, {
  refused: {
    'pushed to the default branch': async () => {
      await pushedByDora('pushed');
      expect((await apply(here(), null)).codes).toContain('direct-push');
      return await expectExcluded(await askedAgain('pushed'), 'pushed');
    },
    'pushed to the default branch, asked for and merged before any run has looked': async () => {
      const { dora } = here();
      await pushedByDora('hasty');
      const pull = await askedAgain('hasty');
      await gate(here(), pull);
      await here().approve(pull, { as: dora });
      const landed = await expectUnapplied(pull, 'hasty');
      expect(landed.codes).toContain('reviewer-excluded');
      return landed;
    },
    'merged past the check, and put into other words by somebody else, also past the check': async () => {
      const { team, dora } = here();
      await expectRefused(await team.propose('chain-one', limited('chained', 500), dora));
      await expectRefused(await team.propose('chain-two', limited('chained', 500, { purpose: 'Better words' })));
      return await expectExcluded(await askedAgain('chained'), 'chained');
    },
    'committed by the one, pushed to the default branch by the other': async () => {
      const { team, dora, eve } = here();
      const author = { name: 'dora', email: dora.emails[0] ?? '' };
      team.server.advanceClock(2);
      await team.repository.push({ as: eve, branch: 'main', files: limited('lent', 500), author });
      team.server.advanceClock(300);
      await apply(here(), null);
      return await expectExcluded(await askedAgain('lent'), 'lent');
    },
  },
  passes: {
    'the other owner approves, and dora what comes next': async () => {
      const { dora, team } = here();
      await pushedByDora('upright');
      await apply(here(), null);
      const pull = await askedAgain('upright');
      await gate(here(), pull);
      await here().approve(pull);
      expect((await land(here(), pull)).decision).toBe('applied');
      expect(await here().role('upright')).toMatchObject({ limit: 500 });
      const next = await team.propose('next', limited('upright', 6));
      await gate(here(), next);
      await here().approve(next, { as: dora });
      expect((await land(here(), next)).decision).toBe('applied');
      expect(await here().role('upright')).toMatchObject({ limit: 6 });
    },
    'dora pushes words to the default branch, and approves a role': async () => {
      const { dora, team } = here();
      await team.repository.push({ as: dora, branch: 'main', files: { 'README.md': 'In other words\n' } });
      await apply(here(), null);
      const pull = await team.propose('words', limited('words', 6));
      await gate(here(), pull);
      await here().approve(pull, { as: dora });
      expect((await land(here(), pull)).decision).toBe('applied');
      expect(await here().role('words')).toMatchObject({ limit: 6 });
    },
  },
});
