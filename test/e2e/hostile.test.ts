import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CONFIGURATION_PATH, declares, Estate, pathOf, reconciliation, role } from './estate.ts';
import { LEASE, ledgerOf } from './evidence.ts';
import type { Pull } from './repository.ts';

/** A write connection that nobody answers. */
const NOWHERE = { ORDERS_DB_WRITE: 'postgres://postgres:nobody@127.0.0.1:1/postgres' };

let estate: Estate;

async function decision(pull: Pull): Promise<string | undefined> {
  return (await estate.team.planAndPublish(pull)).publish.outputs['decision'];
}

afterEach(async () => {
  await estate.expectSound();
});

describe('what happens between the landing and the apply', () => {
  beforeAll(async () => {
    estate = await Estate.begin({ sql: 'CREATE ROLE stray LOGIN' });
  });
  afterAll(async () => {
    await estate.close();
  });

  it('a first attempt that wrote nothing has begun nothing: a veto after it still counts', async () => {
    const { team } = estate;
    const pull = await estate.approved('late', declares('late'));
    await estate.merge(pull);
    const unreachable = await team.apply({ without: ['ORDERS_DB_WRITE'], env: NOWHERE });
    expect(unreachable).toMatchObject({ exitCode: 1, outputs: { decision: 'unfinished' } });
    team.server.advanceClock(2);
    await team.repository.review(pull, { as: estate.dora, event: 'REQUEST_CHANGES', body: 'Not now' });
    const refused = await team.apply();
    expect(refused).toMatchObject({ exitCode: 1, outputs: { decision: 'refused' } });
    expect(refused.log).toMatch(/changes-requested/u);
    expect(await estate.role('late')).toBeNull();
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

  it('a Reconciliation that was taken back before it was applied is not applied', async () => {
    const { team } = estate;
    const asked = await estate.approved('ask', reconciliation('ask', { verb: 'remove', of: 'stray' }));
    await estate.merge(asked);
    const back = await estate.approved('back', { 'identities/ask.yaml': null });
    await estate.merge(back);
    const applied = await team.apply();
    expect(applied.log).toMatch(/superseded: what asked to remove orders-db\/PostgresRole\/stray was taken back/u);
    expect(await estate.role('stray')).toMatchObject({ login: true });
  });

  it('a landing of which a rule file cannot be read is refused, and holds up none that follows', async () => {
    const { team } = estate;
    const poison = await team.propose('poison', declares('poison'));
    await team.planAndPublish(poison);
    const path = '.github/workflows/big.yml';
    await team.repository.push({ as: team.ana, branch: 'poison', files: { [path]: '#'.repeat(1_100_000) } });
    await estate.merge(poison);
    await team.repository.push({ as: team.cleo, branch: 'main', files: { [path]: null } });
    const pull = await estate.approved('after', declares('after'));
    await estate.merge(pull);
    const applied = await team.apply();
    expect(applied.log).toMatch(/landing-unreadable: rule-unreadable/u);
    expect([await estate.role('poison'), await estate.role('after')]).toMatchObject([null, { limit: 5 }]);
  });

  it('a lease that nobody could have taken holds up nobody', async () => {
    const { team } = estate;
    const pull = await estate.approved('leased', declares('leased'));
    await estate.merge(pull);
    const lease = { epoch: 99, holder: 'somebody', expiresAt: '9999-12-31T00:00:00Z', released: false };
    await team.repository.push({ as: team.ana, branch: LEASE, files: { 'lease.json': JSON.stringify(lease) } });
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

  it.each(['before', 'after'] as const)('a source that became observed %s the landing is not written', async (when) => {
    const { team } = estate;
    const name = `observed-${when}`;
    const pull = await estate.approved(name, declares(name));
    const rules = (await team.repository.readFile('main', CONFIGURATION_PATH)) ?? '';
    const set = async (text: string) =>
      await team.repository.push({ as: team.cleo, branch: 'main', files: { [CONFIGURATION_PATH]: text } });
    if (when === 'after') await estate.merge(pull);
    await set(rules.replace('mode: authoritative', 'mode: observe'));
    if (when === 'before') await estate.merge(pull);
    const refused = await team.apply();
    await set(rules);
    expect(refused.log).toMatch(/source-observed/u);
    expect(await estate.role(name)).toBeNull();
    await team.apply();
  });
});

describe('bringing a branch up to date', () => {
  const limits = `CREATE ROLE pay LOGIN CONNECTION LIMIT 9; CREATE ROLE job LOGIN CONNECTION LIMIT 5;`;

  beforeAll(async () => {
    estate = await Estate.begin({ files: { ...declares('pay'), ...declares('job') }, sql: limits });
  });
  afterAll(async () => {
    await estate.close();
  });

  it('by its reviewer leaves the reviewer a reviewer', async () => {
    const { team } = estate;
    const pull = await team.propose('honest', declares('honest'));
    expect(await decision(pull)).toBe('waiting');
    await team.repository.push({ as: team.cleo, branch: 'main', files: { 'README.md': 'Moved\n' } });
    await team.repository.updateBranch(pull, { as: team.ben });
    expect(await decision(pull)).toBe('waiting');
    await estate.approve(pull);
    expect(await decision(pull)).toBe('approved');
  });

  it('with a document that stands on neither side makes its maker a contributor', async () => {
    const { team } = estate;
    const { git } = team.repository.repository;
    const pull = await team.propose('evil', { [pathOf('job')]: role('job', { limit: 7 }) });
    const mine = pull.head.sha;
    await team.repository.push({ as: team.cleo, branch: 'main', files: { 'README.md': 'Moved again\n' } });
    const base = await team.repository.head();
    await team.repository.pushCommit({ as: team.cleo, branch: 'scratch', sha: mine });
    const files = reconciliation('sneak', { verb: 'correct', of: 'pay' });
    const tree = (await git.commit(await team.repository.push({ as: team.cleo, branch: 'scratch', files })))?.tree;
    const ben = { name: 'ben', email: team.ben.emails[0] ?? '', seconds: 1_800_000_000 };
    const merge = { tree: tree ?? '', parents: [mine, base], author: ben, committer: ben, message: 'Merge main\n' };
    await team.repository.pushCommit({ as: team.ben, branch: 'evil', sha: await git.writeCommit(merge) });
    expect(await decision(pull)).toBe('waiting');
    await estate.approve(pull);
    expect(await decision(pull)).toBe('waiting');
    await estate.approve(pull, { as: estate.dora });
    expect(await decision(pull)).toBe('approved');
  });

  it('is not needed because of a commit on the base that is about nothing: what was planned is published', async () => {
    const { team } = estate;
    const pull = await team.propose('busy', declares('busy'));
    const { outputs } = await team.plan(pull);
    await team.repository.push({ as: team.cleo, branch: 'main', files: { 'README.md': 'Busy\n' } });
    expect((await team.publish(outputs['bundle'])).outputs).toMatchObject({ decision: 'waiting' });
    const again = await team.plan(pull);
    await team.repository.push({ as: team.cleo, branch: 'main', files: declares('other') });
    expect((await team.publish(again.outputs['bundle'])).outputs).toMatchObject({ decision: 'stale' });
  });
});
