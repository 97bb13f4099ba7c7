import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holderEnded, holderOf } from '../../src/github/workflow-runs.ts';
import type { WorkflowRun } from '../github-server/index.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let own: { readonly id: number; readonly attempt: number };
let run: WorkflowRun;
beforeEach(async () => {
  world = await startWorld();
  own = { id: (await start()).id, attempt: 1 };
  run = await start();
});
afterEach(() => world.server.close());

async function start(parts: Partial<Parameters<World['repository']['startRun']>[0]> = {}): Promise<WorkflowRun> {
  const headSha = await world.repository.head();
  const ours = { path: '.github/workflows/apply.yml', event: 'push', headBranch: 'main', headSha, actor: world.ana };
  return await world.repository.startRun({ ...ours, ...parts });
}

const ended = async ({ id }: WorkflowRun, attempt = 1) =>
  await holderEnded(world.readOnly, holderOf({ id, attempt }), own);

describe('the holder of a lease', () => {
  it('works until its run is completed, however that ends', async () => {
    expect(await ended(run)).toBe(false);
    await world.repository.completeRun(run, 'cancelled');
    expect(await ended(run)).toBe(true);
  });

  it('has ended when a later attempt of its run began', async () => {
    expect(await ended(run, 0)).toBe(true);
  });

  it('cannot be judged when GitHub no longer has the run, or has not begun it', async () => {
    expect(await holderEnded(world.readOnly, 'actions/987654/1', own)).toBeNull();
    run.status = 'queued';
    expect(await ended(run)).toBeNull();
  });

  it('is not said to be gone by a token that may not look', async () => {
    const blind = world.as(
      world.server.issueToken({ kind: 'actions-job', repository: world.repository, permissions: { contents: 'read' } }),
    );
    await expect(holderEnded(blind, holderOf({ id: run.id, attempt: 1 }), own)).rejects.toMatchObject({
      code: 'github-forbidden',
    });
  });

  it.each([
    ['another workflow', { path: '.github/workflows/mine.yml' }],
    ['another branch', { headBranch: 'mine' }],
    ['no branch', { headBranch: null }],
    ["a fork's branch of the same name", { event: 'pull_request' }],
    ["a fork's branch of the same name, with the base's workflow", { event: 'pull_request_target' }],
  ])('is nobody who applies when its run is of %s', async (_, parts) => {
    expect(await ended(await start(parts))).toBe(true);
  });

  it('is nobody who applies when its run is of a tag with the name of the default branch', async () => {
    const headSha = await world.repository.push({ as: world.ben, branch: 'mine', files: { x: 'x' } });
    expect(await ended(await start({ headSha }))).toBe(true);
  });

  it('may have begun before the default branch grew', async () => {
    await world.repository.push({ as: world.olga, branch: 'main', files: { x: 'x' } });
    expect(await ended(run)).toBe(false);
  });

  it.each(['bot/1', 'actions/1', 'actions/x/1', ''])('is nobody who applies when it is called %j', async (holder) => {
    expect(await holderEnded(world.readOnly, holder, own)).toBe(true);
  });
});
