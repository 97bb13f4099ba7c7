import { expect } from 'vitest';
import { declares } from '../../e2e/estate.ts';
import { checksOf } from '../../e2e/evidence.ts';
import type { Pull } from '../../e2e/repository.ts';
import { gate, land, outcomeOf } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { standing } from '../support/standing.ts';
import { row } from './row.ts';

const here = standing();

/** A check run as any workflow's job can post it. */
async function post(pull: Pull, name: string, conclusion: 'success' | 'failure'): Promise<void> {
  const { server, repository } = here().team;
  const token = server.issueToken({ kind: 'actions-job', repository, permissions: { checks: 'write' } });
  const answer = await fetch(`${server.url}/repos/${repository.fullName}/check-runs`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name, head_sha: pull.head.sha, status: 'completed', conclusion }),
  });
  expect(answer.status).toBe(201);
}

replay(row, {
  refused: {
    'over a plan that waits for its approval': async () => {
      const pull = await here().team.propose('painted', declares('painted'));
      expect((await gate(here(), pull)).decision).toBe('waiting');
      await post(pull, 'countersign/approval', 'success');
      expect(checksOf(here().team, pull.head.sha)).toMatchObject({ approval: { state: 'success' } });
      const landed = await land(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(await here().role('painted')).toBeNull();
      return landed;
    },
    'where it is required, from any app: the doctor has named it': async () => {
      const { team } = here();
      here().requireApproval();
      const run = await team.doctor();
      expect(run.outputs).toEqual({ decision: 'trial' });
      expect(run.log).not.toContain('check-not-required');
      const pull = await team.propose('required', declares('required'));
      await gate(here(), pull);
      await post(pull, 'countersign/approval', 'success');
      const landed = await land(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(await here().role('required')).toBeNull();
      return { codes: outcomeOf(team, null, run).codes.filter((code) => code === 'check-unpinned') };
    },
    'before anything was planned': async () => {
      const pull = await here().team.propose('unplanned', declares('unplanned'));
      for (const name of ['countersign/plan', 'countersign/approval']) await post(pull, name, 'success');
      await here().approve(pull);
      const landed = await land(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(await here().role('unplanned')).toBeNull();
      return landed;
    },
  },
  passes: {
    'a red check over an approval': async () => {
      const pull = await here().approved('red', declares('red'));
      await post(pull, 'countersign/approval', 'failure');
      expect((await land(here(), pull)).decision).toBe('applied');
      expect(await here().role('red')).toMatchObject({ limit: 5 });
    },
  },
});
