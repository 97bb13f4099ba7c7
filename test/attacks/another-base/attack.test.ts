import { expect } from 'vitest';
import { configuration, CONFIGURATION_PATH, declares } from '../../e2e/estate.ts';
import { checksOf, commentsOf, ledgerOf } from '../../e2e/evidence.ts';
import type { Pull } from '../../e2e/repository.ts';
import { gate } from '../support/outcome.ts';
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
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('waiting');
      return judged;
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
    'one of the two is closed': async () => {
      const { team } = here();
      const [pull, twin] = await twins('double');
      await team.repository.editPullRequest(twin, { as: team.ana, state: 'closed' });
      expect((await gate(here(), pull)).decision).toBe('approved');
      expect(checksOf(team, pull.head.sha)).toMatchObject({ approval: { state: 'success' } });
    },
  },
});
