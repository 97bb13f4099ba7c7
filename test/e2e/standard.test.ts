import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountFile } from '../support/accounts.ts';
import { AppTeam } from '../support/app-team.ts';

/** Publish and apply with the token of an App of one's own and the signing key; plan with the job's token and neither. */
describe('the standard level', () => {
  let here: AppTeam;

  beforeAll(async () => {
    here = await AppTeam.form({ how: 'built', of: 'person' });
  });

  afterAll(async () => {
    await here.close();
  });

  it('begins, publishes, approves and applies', async () => {
    const begun = await here.install();
    expect(begun.exitCode, begun.log).toBe(0);
    const pull = await here.team.propose('exporter', accountFile('exporter'));
    expect((await here.publish(pull)).outputs).toMatchObject({ decision: 'waiting' });
    await here.approve(pull);
    expect((await here.publish(pull)).outputs).toMatchObject({ decision: 'approved' });
    await here.merge(pull);
    expect((await here.apply()).outputs).toMatchObject({ decision: 'applied' });
  });

  it('posts the checks as the App, and nothing calls itself a trial', async () => {
    const { head } = await here.team.get<{ head: { sha: string } }>('pulls/1');
    const { check_runs: runs } = await here.team.get<{
      check_runs: { app: { id: number }; name: string; conclusion: string; output: { summary: string } }[];
    }>(`commits/${head.sha}/check-runs`);
    expect(new Set(runs.map(({ name, conclusion, app }) => `${name} ${conclusion} ${app.id}`))).toEqual(
      new Set([`countersign/approval success ${here.appId}`, `countersign/plan success ${here.appId}`]),
    );
    const comments = await here.team.get<{ body: string }[]>('issues/1/comments');
    const shown = [...comments.map(({ body }) => body), ...runs.map(({ output }) => output.summary)];
    expect(shown).toHaveLength(4);
    expect(shown.filter((text) => /trial/iu.test(text))).toEqual([]);
  });

  it('asks again as the App for what was not applied, and takes its own pull request for nobody’s', async () => {
    const { system } = here.accounts;
    const note = () => system.load().accounts['exporter']?.note;
    const pull = await here.team.propose('nightly', accountFile('exporter', 'billing', '  note: Nightly\n'));
    expect((await here.publish(pull)).outputs).toMatchObject({ decision: 'waiting' });
    await here.approve(pull);
    const world = system.load();
    const [exporter] = Object.values(world.accounts);
    if (exporter === undefined) throw new Error('not there');
    system.save({ ...world, accounts: { exporter: { ...exporter, note: 'moved' } } });
    await here.merge(pull);
    const refused = await here.apply();
    expect(refused.outputs, refused.log).toMatchObject({ decision: 'refused' });

    const opened = [...here.team.repository.repository.pulls.values()].at(-1);
    if (opened === undefined) throw new Error('no pull request');
    expect(opened).toMatchObject({ author: { login: 'acme-countersign[bot]' }, state: 'open' });
    const waiting = await here.publish(opened);
    expect(waiting.outputs, waiting.log).toMatchObject({ decision: 'waiting' });
    await here.approve(opened);
    expect((await here.publish(opened)).outputs).toMatchObject({ decision: 'approved' });
    await here.merge(opened);
    const applied = await here.apply();
    expect(applied.outputs, applied.log).toMatchObject({ decision: 'applied' });
    expect(note()).toBe('Nightly');
  });

  it('posts the same red checks once, where not even the rules say which App is ours', async () => {
    const files = { '.github/countersign.yaml': 'kind: Nonsense\n' };
    await here.team.repository.push({ as: here.team.cleo, branch: 'main', files, message: 'Break the rules' });
    const pull = await here.team.propose('unruly', accountFile('exporter'));
    for (const _ of [1, 2, 3]) expect((await here.publish(pull)).outputs).toMatchObject({ decision: 'withheld' });
    const runs = [...here.team.repository.repository.checkRuns.values()].filter(
      ({ headSha }) => headSha === pull.head.sha,
    );
    expect(runs.map(({ name, conclusion, app }) => `${name} ${conclusion} ${app.id}`).toSorted()).toEqual([
      `countersign/approval failure ${here.appId}`,
      `countersign/plan failure ${here.appId}`,
    ]);
  });
});
