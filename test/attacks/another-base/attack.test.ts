import { expect } from 'vitest';
import { configuration, CONFIGURATION_PATH, declares } from '../../e2e/estate.ts';
import { checksOf, codeIn, commentsOf, entriesOf, ledgerOf, typesOf } from '../../e2e/evidence.ts';
import type { Pull } from '../../e2e/repository.ts';
import { gate, land } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { standing } from '../support/standing.ts';
import { row } from './row.ts';

const here = standing();

/** Approved by the friend whom the rules of that branch make an owner. */
async function intoSide(branch: string): Promise<Pull> {
  const { team, eve } = here();
  const theirs = configuration(here().publicKey).replace('[ben, dora]', '[eve]').replace('[cleo]', '[eve]');
  await team.repository.push({ as: team.ana, branch: `${branch}-base`, files: { [CONFIGURATION_PATH]: theirs } });
  await team.repository.push({ as: team.ana, branch, files: declares(branch) });
  const pull = await team.repository.openPullRequest({ as: team.ana, head: branch, base: `${branch}-base` });
  await here().approve(pull, { as: eve });
  return pull;
}

/** Turned to another branch than the default one. */
async function turn(pull: Pull, base: string): Promise<void> {
  const { team } = here();
  if (base !== 'main') await team.repository.push({ as: team.ana, branch: base, files: { 'notes/base.md': base } });
  await team.repository.editPullRequest(pull, { as: team.ana, base });
}

async function twins(branch: string): Promise<readonly [Pull, Pull]> {
  const { team } = here();
  const pull = await here().approved(branch, declares(branch));
  await team.repository.pushCommit({ as: team.ana, branch: `other-${branch}`, sha: pull.head.sha });
  return [pull, await team.repository.openPullRequest({ as: team.ana, head: `other-${branch}` })];
}

replay(row, {
  refused: {
    'into a branch whose rules name their friend: no check, no comment, no entry': async () => {
      const { team } = here();
      const before = await ledgerOf(team);
      const pull = await intoSide('aside');
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('ignored');
      expect(checksOf(team, pull.head.sha)).toEqual({});
      expect(commentsOf(team, pull)).toEqual([]);
      expect(await ledgerOf(team)).toEqual(before);
      return judged;
    },
    'approved there, and then turned to the default branch': async () => {
      const { team } = here();
      const pull = await intoSide('turned');
      await here().approve(pull);
      await team.repository.editPullRequest(pull, { as: team.ana, base: 'main' });
      team.server.advanceClock(2);
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('waiting');
      return judged;
    },
    'published, approved while it aimed at another branch, and turned back': async () => {
      const { team } = here();
      const pull = await team.propose('away', declares('away'));
      await gate(here(), pull);
      await turn(pull, 'away-base');
      expect((await gate(here(), pull)).decision).toBe('ignored');
      await here().approve(pull);
      await turn(pull, 'main');
      team.server.advanceClock(2);
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('waiting');
      expect((await entriesOf(team, pull)).at(-2)).toMatchObject({ type: 'planned', because: 'retargeted' });
      expect(commentsOf(team, pull)).toMatchObject([{ minimised: true }, { minimised: false }]);
      return judged;
    },
    'turned away and back right before the merge, without any run in between': async () => {
      const { team } = here();
      const pull = await here().approved('unseen', declares('unseen'));
      expect((await gate(here(), pull)).decision).toBe('approved');
      await turn(pull, 'unseen-base');
      await turn(pull, 'main');
      const landed = await land(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(landed.codes).toContain('run-retargeted');
      expect(await typesOf(team, pull)).not.toContain('apply-started');
      expect(await here().role('unseen')).toBeNull();
      return landed;
    },
    'two open pull requests with one head': async () => {
      const [pull] = await twins('twin');
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('refused');
      expect(checksOf(here().team, pull.head.sha)).toMatchObject({ approval: { state: 'failure' } });
      return judged;
    },
  },
  passes: {
    'turned to the default branch before it was published': async () => {
      const { team } = here();
      const pull = await intoSide('early');
      await turn(pull, 'main');
      team.server.advanceClock(2);
      expect((await gate(here(), pull)).decision).toBe('waiting');
      await here().approve(pull);
      expect((await gate(here(), pull)).decision).toBe('approved');
      expect(commentsOf(team, pull)).toHaveLength(1);
      expect((await land(here(), pull)).decision).toBe('applied');
    },
    'turned back, and approved anew with the code': async () => {
      const { team } = here();
      const pull = await here().approved('returned', declares('returned'));
      await turn(pull, 'returned-base');
      await turn(pull, 'main');
      team.server.advanceClock(2);
      await gate(here(), pull);
      await here().approve(pull);
      expect((await gate(here(), pull)).codes).toContain('review-code-missing');
      await here().approve(pull, { body: codeIn(team, pull) });
      expect((await gate(here(), pull)).decision).toBe('approved');
      expect((await land(here(), pull)).decision).toBe('applied');
    },
    'one of the two is closed': async () => {
      const { team } = here();
      const [pull, twin] = await twins('double');
      await team.repository.editPullRequest(twin, { as: team.ana, state: 'closed' });
      expect((await gate(here(), pull)).decision).toBe('approved');
      expect(checksOf(team, pull.head.sha)).toMatchObject({ approval: { state: 'success' } });
    },
  },
});
