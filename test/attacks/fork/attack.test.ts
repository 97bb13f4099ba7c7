import { beforeAll, expect } from 'vitest';
import { declares } from '../../e2e/estate.ts';
import { checksOf, commentsOf } from '../../e2e/evidence.ts';
import type { Account, Pull } from '../../e2e/repository.ts';
import type { RepositoryHandle } from '../../github-server/index.ts';
import { gate, outcomeOf } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { standing } from '../support/standing.ts';
import { row } from './row.ts';

const here = standing();

let stranger: Account;
let fork: RepositoryHandle;

async function gift(branch: string): Promise<Pull> {
  await fork.push({ as: stranger, branch, files: declares(branch), message: 'A gift' });
  return await here().team.repository.openPullRequest({ as: stranger, from: fork, head: branch });
}

beforeAll(async () => {
  const { server, repository } = here().team;
  stranger = server.createUser({ login: 'stranger' });
  repository.setCollaborator(stranger, 'read');
  fork = await server.forkRepository(repository, { owner: stranger });
});

replay(row, {
  refused: {
    'nobody asked': async () => {
      const pull = await gift('unasked');
      const unasked = await gate(here(), pull);
      expect(unasked.decision).toBe('withheld');
      expect(checksOf(here().team, pull.head.sha)).toMatchObject({ approval: { state: 'failure' } });
      expect(commentsOf(here().team, pull)).toEqual([]);
      return unasked;
    },
    'somebody asked for the head before the last push': async () => {
      const { team } = here();
      const pull = await gift('swapped');
      const read = pull.head.sha;
      await fork.push({ as: stranger, branch: 'swapped', files: declares('swapped', { limit: 500 }), message: 'Swap' });
      const { plan, publish } = await team.planAndPublish(pull, { 'fork-head': read });
      expect(publish.outputs).toMatchObject({ decision: 'withheld' });
      expect(commentsOf(team, pull)).toEqual([]);
      return outcomeOf(team, pull, plan, publish);
    },
    // A job's token cannot read who pushed to a private fork.
    'an approval of what nobody knows the contributors of': async () => {
      const { team } = here();
      const pull = await gift('approved');
      await team.planAndPublish(pull, { 'fork-head': pull.head.sha });
      await here().approve(pull);
      const { plan, publish } = await team.planAndPublish(pull, { 'fork-head': pull.head.sha });
      expect(publish.outputs).toMatchObject({ decision: 'refused' });
      return outcomeOf(team, pull, plan, publish);
    },
  },
  passes: {
    'its plan is shown to who asked for it': async () => {
      const { team } = here();
      const pull = await gift('asked');
      await team.planAndPublish(pull, { 'fork-head': pull.head.sha });
      expect(commentsOf(team, pull)).toMatchObject([{ body: expect.stringContaining('asked') }]);
    },
  },
});
