import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holderEnded, holderOf, workflowRunState } from '../../src/github/workflow-runs.ts';
import type { WorkflowRun } from '../github-server/index.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let run: WorkflowRun;
beforeEach(async () => {
  world = await startWorld();
  const headSha = await world.repository.head();
  run = await world.repository.startRun({
    path: '.github/workflows/apply.yml',
    event: 'push',
    headBranch: 'main',
    headSha,
    actor: world.ana,
  });
});
afterEach(() => world.server.close());

describe('a workflow run', () => {
  it('runs until it is completed, however it ends', async () => {
    const attempt = { id: run.id, attempt: 1 };
    expect(await workflowRunState(world.readOnly, attempt)).toBe('running');
    await world.repository.completeRun(run, 'cancelled');
    expect(await workflowRunState(world.readOnly, attempt)).toBe('ended');
  });

  it('is gone when GitHub no longer has it', async () => {
    expect(await workflowRunState(world.readOnly, { id: 987_654, attempt: 1 })).toBe('gone');
  });

  it('is not said to be gone by a token that may not look', async () => {
    const blind = world.as(
      world.server.issueToken({ kind: 'actions-job', repository: world.repository, permissions: { contents: 'read' } }),
    );
    await expect(workflowRunState(blind, { id: run.id, attempt: 1 })).rejects.toMatchObject({
      code: 'github-forbidden',
    });
  });
});

describe('the holder of a lease', () => {
  it('is told apart by run and attempt', async () => {
    const holder = holderOf({ id: run.id, attempt: 1 });
    expect(await holderEnded(world.readOnly, holder)).toBe(false);
    await world.repository.completeRun(run, 'success');
    expect(await holderEnded(world.readOnly, holder)).toBe(true);
  });

  it.each(['bot/1', 'actions/1', 'actions/x/1', `actions/987654/1`, ''])(
    'cannot be judged when it is %j',
    async (holder) => {
      expect(await holderEnded(world.readOnly, holder)).toBeNull();
    },
  );
});
