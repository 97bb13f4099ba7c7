import { expect } from 'vitest';
import { followUpBranch } from '../../../src/core/apply/follow-up.ts';
import { applyIdOf } from '../../../src/core/apply/landing.ts';
import type { Sha256 } from '../../../src/core/json.ts';
import { declares, reconciliation } from '../../e2e/estate.ts';
import { checksOf, commentsOf } from '../../e2e/evidence.ts';
import type { Pull } from '../../e2e/repository.ts';
import { apply, gate, land, type Outcome } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { existing, limited, standing } from '../support/standing.ts';
import { row } from './row.ts';

const here = standing(existing('first', 'opened', 'named', 'ours', 'other'));

const pulls = (): readonly Pull[] => [...here().team.repository.repository.pulls.values()];

/** An approved change of a role that has landed, which live state no longer lets apply; and the branch that will ask for it again. */
async function landed(name: string): Promise<{ readonly pull: Pull; readonly branch: string }> {
  const { team, postgres } = here();
  team.repository.allowActionsToCreateAndApprove();
  const pull = await here().approved(name, limited(name, 9));
  await gate(here(), pull);
  const digest: Sha256 = `sha256:${checksOf(team, pull.head.sha).approval?.digest?.slice('sha256:'.length) ?? ''}`;
  await postgres.query(`ALTER ROLE ${name} CONNECTION LIMIT 77`);
  const landing = await here().merge(pull);
  const branch = followUpBranch(applyIdOf(team.repository.repository.id, pull.number, landing, digest));
  return { pull, branch };
}

async function squat(branch: string, files: Readonly<Record<string, string>>): Promise<void> {
  const { team, eve } = here();
  team.server.advanceClock(2);
  await team.repository.push({ as: eve, branch, from: 'main', files });
}

/** The apply ends as it would have, opens nothing, and calls nothing there the one that asks again. */
async function expectTaken(pull: Pull): Promise<Outcome> {
  const { length } = pulls();
  const ended = await apply(here(), pull);
  expect(ended).toMatchObject({ decision: 'refused', codes: expect.arrayContaining(['follow-up-branch-taken']) });
  expect(pulls()).toHaveLength(length);
  expect(commentsOf(here().team, pull).at(-1)?.body).not.toMatch(/#\d+ asks for it again/u);
  return ended;
}

replay(row, {
  refused: {
    'pushed before the apply, with an identity of their own': async () => {
      const { pull, branch } = await landed('first');
      await squat(branch, declares('smuggled', { limit: 999 }));
      return await expectTaken(pull);
    },
    'a pull request from it, opened before the apply': async () => {
      const { team, eve } = here();
      const { pull, branch } = await landed('opened');
      await squat(branch, declares('presented', { limit: 999 }));
      const title = `Ask again for what #${pull.number} did not apply`;
      const squatted = await team.repository.openPullRequest({ as: eve, head: branch, title });
      const ended = await expectTaken(pull);
      await gate(here(), squatted);
      expect((await land(here(), squatted)).decision).toBe('refused');
      expect(await here().role('presented')).toBeNull();
      return ended;
    },
    'the very file that is due, which asks for something else': async () => {
      const { pull, branch } = await landed('named');
      const name = branch.slice('countersign/'.length);
      const [text = ''] = Object.values(reconciliation(name, { verb: 'correct', of: 'other' }));
      await squat(branch, { [`identities/orders-db/${name}.yaml`]: text });
      return await expectTaken(pull);
    },
  },
  passes: {
    'ours, to which somebody pushes an identity of their own, and which an owner approves': async () => {
      const { team, eve } = here();
      const { pull, branch } = await landed('ours');
      await apply(here(), pull);
      const opened = pulls().at(-1);
      if (opened === undefined) throw new Error('no pull request');
      expect([opened.head.ref, opened.author.login]).toEqual([branch, 'github-actions[bot]']);
      await team.repository.push({ as: eve, branch, files: declares('added') });
      await gate(here(), opened);
      await here().approve(opened);
      expect((await land(here(), opened)).decision).toBe('applied');
      expect([await here().role('ours'), await here().role('added')]).toMatchObject([{ limit: 9 }, { limit: 5 }]);
    },
  },
});
