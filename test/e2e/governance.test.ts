import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CONFIGURATION_PATH, declares, Estate } from './estate.ts';
import { checksOf, ledgerOf } from './evidence.ts';
import type { Pull } from './repository.ts';

const OWNERS = '.github/CODEOWNERS';
const WORKFLOW = '.github/workflows/tests.yml';

let estate: Estate;
let rules: string;

async function push(files: Readonly<Record<string, string | null>>, as = estate.team.cleo): Promise<string> {
  return await estate.team.pushPast(as, files);
}

/** With eve, who owns nothing, as the owner of everything and as an administrator. */
function taken(): string {
  return rules
    .replace('billing: [ben, dora]', 'billing: [eve]')
    .replace('administrators: [cleo]', 'administrators: [eve]');
}

async function decision(pull: Pull): Promise<string | undefined> {
  return (await estate.team.planAndPublish(pull)).publish.outputs['decision'];
}

describe('rules that nobody approved', () => {
  beforeAll(async () => {
    estate = await Estate.begin();
    rules = (await estate.team.repository.readFile('main', CONFIGURATION_PATH)) ?? '';
  });
  afterAll(async () => {
    await estate.close();
  });
  afterEach(async () => {
    await estate.expectSound();
  });

  it('make nobody an owner: nothing is approved by them, and nothing that landed under them is applied', async () => {
    const { team } = estate;
    const commit = await push({ [CONFIGURATION_PATH]: taken() });
    const pull = await team.propose('bent', declares('bent'));
    const { publish } = await team.planAndPublish(pull);
    expect(publish).toMatchObject({ exitCode: 1, outputs: { decision: 'withheld' } });
    expect(publish.log).toMatch(/governance-unapproved/u);
    expect(publish.log).toContain(CONFIGURATION_PATH);
    expect(publish.log).toContain(commit.slice(0, 7));
    expect(checksOf(team, pull.head.sha)).toMatchObject({ plan: { state: 'failure' }, approval: { state: 'failure' } });
    team.server.advanceClock(2);
    await team.repository.review(pull, { as: estate.eve, event: 'APPROVE' });
    expect(await decision(pull)).toBe('withheld');
    await estate.merge(pull);
    const applied = await team.apply();
    expect(applied).toMatchObject({ exitCode: 1, outputs: { decision: 'refused' } });
    expect(applied.log).toMatch(/direct-push/u);
    expect(await estate.role('bent')).toBeNull();
    expect((await team.apply()).log).toMatch(/governance-unapproved/u);
  });

  it('are at an end when the approved bytes stand again, however they came back', async () => {
    const { team } = estate;
    await push({ [CONFIGURATION_PATH]: rules });
    expect((await team.apply()).log).not.toMatch(/governance-unapproved/u);
    expect(await team.apply()).toMatchObject({ exitCode: 0 });
    const pull = await estate.approved('straight', declares('straight'));
    await estate.merge(pull);
    expect(await team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
  });

  it('a pull request that was approved before waits while they stand, and is applied when they are mended', async () => {
    const { team } = estate;
    const pull = await estate.approved('between', declares('between'));
    await estate.merge(pull);
    await push({ [OWNERS]: '* @eve\n', [CONFIGURATION_PATH]: taken() });
    const waiting = await team.apply();
    expect(waiting).toMatchObject({ exitCode: 1 });
    expect(waiting.log).toMatch(/pull request \d+: unfinished/u);
    expect(await estate.role('between')).toBeNull();
    await push({ [OWNERS]: null, [CONFIGURATION_PATH]: rules });
    await team.apply();
    expect(await estate.role('between')).toMatchObject({ limit: 5 });
  });

  it('are restored by a pull request that the administrators of the approved rules approve, not those of the new ones', async () => {
    const { team } = estate;
    await push({ [CONFIGURATION_PATH]: taken() });
    const pull = await team.propose('restore', { [CONFIGURATION_PATH]: rules });
    expect(await decision(pull)).toBe('waiting');
    team.server.advanceClock(2);
    await team.repository.review(pull, { as: estate.eve, event: 'APPROVE' });
    expect(await decision(pull)).toBe('waiting');
    await team.repository.review(pull, { as: team.cleo, event: 'APPROVE' });
    expect(await decision(pull)).toBe('approved');
    await estate.merge(pull);
    const applied = await team.apply();
    expect(applied.outputs).toMatchObject({ decision: 'nothing' });
    expect(await team.apply()).toMatchObject({ exitCode: 0 });
  });

  it('are ratified by a pull request that has each of them before its reviewers, by no smaller one, and not by who pushed them', async () => {
    const { team } = estate;
    await push({ [OWNERS]: '* @cleo\n', [WORKFLOW]: 'on: push\n' });
    await team.apply();
    const pushers = await team.propose('pushers', { [OWNERS]: '* @cleo @ben\n', [WORKFLOW]: '# Ours\non: push\n' });
    expect(await decision(pushers)).toBe('refused');
    await push({ [OWNERS]: null, [WORKFLOW]: null });
    await team.apply();
    await push({ [OWNERS]: '* @dora\n', [WORKFLOW]: 'on: push\n' }, estate.dora);
    const small = await team.propose('small', { [OWNERS]: '* @cleo @ben\n' });
    expect(await decision(small)).toBe('withheld');
    const mixed = await team.propose('mixed', {
      [OWNERS]: '* @cleo @ben\n',
      [WORKFLOW]: '# Ours\non: push\n',
      ...declares('mixed'),
    });
    expect(await decision(mixed)).toBe('withheld');
    const pull = await team.propose('ratify', { [OWNERS]: '* @cleo @ben\n', [WORKFLOW]: '# Ours\non: push\n' });
    expect(await decision(pull)).toBe('waiting');
    team.server.advanceClock(2);
    await team.repository.review(pull, { as: team.cleo, event: 'APPROVE' });
    expect(await decision(pull)).toBe('approved');
    await estate.merge(pull);
    expect((await team.apply()).outputs).toMatchObject({ decision: 'nothing' });
    const entered = (await ledgerOf(team)).findLast(({ body }) => body.type === 'rules');
    expect(entered).toMatchObject({ pullRequest: pull.number, body: { commit: await team.repository.head() } });
    const next = await estate.approved('afterwards', declares('afterwards'));
    await estate.merge(next);
    expect(await team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
  });

  it('are not those of two approved pull requests that landed before one apply', async () => {
    const { team } = estate;
    const pulls: Pull[] = [];
    for (const [name, files] of [
      ['first-rules', { [OWNERS]: '* @cleo\n' }],
      ['second-rules', { [WORKFLOW]: null }],
    ] as const) {
      const pull = await team.propose(name, files);
      await team.planAndPublish(pull);
      await estate.approve(pull, { as: team.cleo });
      pulls.push(pull);
    }
    for (const pull of pulls) await estate.merge(pull);
    expect((await team.apply()).exitCode).toBe(0);
    const pull = await estate.approved('thereafter', declares('thereafter'));
    await estate.merge(pull);
    expect(await team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
  });

  it('that take the configuration away leave what lands without it refused and reported, not passed over', async () => {
    const { team } = estate;
    await push({ [CONFIGURATION_PATH]: null });
    const pull = await team.propose('unruled', declares('unruled'));
    await team.planAndPublish(pull);
    await estate.merge(pull);
    expect((await team.apply()).log).toMatch(/rules-missing/u);
    await push({ [CONFIGURATION_PATH]: rules });
    const applied = await team.apply();
    expect(applied.log).toMatch(new RegExp(`pull request ${pull.number}: refused`, 'u'));
    expect(await estate.role('unruled')).toBeNull();
    const said = (await ledgerOf(team)).filter(({ pullRequest }) => pullRequest === pull.number);
    expect(said.map(({ body }) => body.type)).toEqual(['refused', 'apply-finished']);
    expect((await team.apply()).exitCode).toBe(0);
  });
});
