import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { declares, Estate } from './estate.ts';
import { ledgerOf } from './evidence.ts';

/** A write connection that nobody answers. */
const NOWHERE = { ORDERS_DB_WRITE: 'postgres://postgres:nobody@127.0.0.1:1/postgres' };

let estate: Estate;

afterEach(async () => {
  await estate.expectSound();
});

describe('what happens between the landing and the apply', () => {
  beforeAll(async () => {
    estate = await Estate.begin();
  });
  afterAll(async () => {
    await estate.close();
  });

  it('a first attempt that found nobody is followed by one that applies, and the ledger still verifies', async () => {
    const { team } = estate;
    const pull = await estate.approved('twice', declares('twice'));
    await estate.merge(pull);
    expect(await team.apply({ without: ['ORDERS_DB_WRITE'], env: NOWHERE })).toMatchObject({ exitCode: 1 });
    expect(await team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
  });

  it('a push to the branch after the merge changes nothing about what was merged', async () => {
    const { team } = estate;
    const pull = await estate.approved('develop', declares('develop'));
    await estate.merge(pull);
    await team.repository.push({ as: estate.eve, branch: 'develop', files: { 'README.md': 'The next thing\n' } });
    expect(await team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
  });

  it('commits about nothing are looked at once, not by every run again', async () => {
    const { team } = estate;
    for (let count = 0; count < 50; count += 1)
      await team.repository.push({ as: team.ana, branch: 'main', files: { 'README.md': `${count}\n` } });
    await team.apply();
    expect((await ledgerOf(team)).at(-1)?.body).toMatchObject({
      type: 'apply-finished',
      settled: await team.repository.head(),
    });
    const before = team.server.recordings.length;
    await team.apply();
    expect(team.server.recordings.length - before).toBeLessThan(50);
  });

  it('a commit on the base that is about nothing lets what was planned be published', async () => {
    const { team } = estate;
    const pull = await team.propose('busy', declares('busy'));
    const { outputs } = await team.plan(pull);
    await team.repository.push({ as: team.cleo, branch: 'main', files: { 'README.md': 'Busy\n' } });
    expect((await team.publish(outputs['bundle'])).outputs).toMatchObject({ decision: 'waiting' });
    const again = await team.plan(pull);
    await team.pushPast(team.cleo, declares('other'));
    expect((await team.publish(again.outputs['bundle'])).outputs).toMatchObject({ decision: 'stale' });
    // The push about an identity belongs to no pull request, and is refused before what follows.
    expect((await team.apply()).log).toMatch(/direct-push/u);
  });

  it('a conversation that takes no comment does not keep an apply from being finished', async () => {
    const { team } = estate;
    const pull = await estate.approved('silent', declares('silent'));
    await estate.merge(pull);
    const permissions = { contents: 'write', 'pull-requests': 'read', checks: 'write', actions: 'read' };
    expect(await team.apply({ permissions })).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
    expect((await team.apply()).log).toMatch(/Nothing landed that is not finished/u);
  });
});
