import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { declares, Estate, pathOf } from './estate.ts';
import { commentsOf, entriesOf, LEASE, LEDGER } from './evidence.ts';
import { Gate, type Point } from './gate.ts';
import { startGitHubProxy } from './github-proxy.ts';
import type { Proxy } from './http-proxy.ts';
import { pointsOf } from './matrix.ts';
import type { Pull } from './repository.ts';
import { shown, type ActionRun } from './runner.ts';

const ROLES = ['exporter', 'loader', 'mover', 'killed', 'rests', 'chained'];

const made = (name: string) =>
  `CREATE ROLE ${name} LOGIN CONNECTION LIMIT 5; GRANT USAGE ON SCHEMA billing TO ${name}; GRANT SELECT ON billing.invoices TO ${name};`;

describe('what was not applied is asked for again', () => {
  let estate: Estate;

  beforeAll(async () => {
    estate = await Estate.begin({
      files: Object.assign({}, ...ROLES.map((name) => declares(name))) as Readonly<Record<string, string>>,
      sql: ROLES.map(made).join('\n'),
    });
  });

  afterAll(async () => {
    await estate.close();
  });

  afterEach(async () => {
    await estate.expectSound();
  });

  const pulls = () => [...estate.team.repository.repository.pulls.values()];

  async function followUps(): Promise<readonly string[]> {
    const refs = await estate.team.repository.repository.git.refs('refs/heads/countersign/follow-up-');
    return refs.map(({ name }) => name.slice('refs/heads/'.length));
  }

  /** An approved change of a role, by dora, who owns it as much as ben does; the live role moves before it is applied. */
  async function landed(name: string): Promise<Pull> {
    const { team, dora, postgres } = estate;
    const pull = await team.propose(name, declares(name, { limit: 9 }), dora);
    await team.planAndPublish(pull);
    await estate.approve(pull);
    await postgres.query(`ALTER ROLE ${name} CONNECTION LIMIT 50`);
    await estate.merge(pull);
    return pull;
  }

  async function expectRefused(run: ActionRun): Promise<void> {
    expect(run, shown(run)).toMatchObject({ exitCode: 1, outputs: { decision: 'refused' } });
  }

  /** Whoever asked before may not approve; somebody else does, and the role becomes what is declared. */
  async function expectApplied(pull: Pull, name: string): Promise<void> {
    const { team, dora } = estate;
    const first = await team.planAndPublish(pull);
    expect(first.plan.outputs, shown(first.plan)).toMatchObject({ counts: '{"update":1}' });
    expect(first.publish.outputs, shown(first.publish)).toMatchObject({ decision: 'waiting' });
    await estate.approve(pull, { as: dora });
    const excluded = await team.planAndPublish(pull);
    expect(excluded.publish.outputs).toMatchObject({ decision: 'waiting' });
    await estate.approve(pull);
    const approved = await team.planAndPublish(pull);
    expect(approved.publish.outputs, shown(approved.publish)).toMatchObject({ decision: 'approved' });
    await estate.merge(pull);
    expect(await team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
    expect(await estate.role(name)).toMatchObject({ limit: 9 });
  }

  it('on a branch, where Actions may open no pull request; a person opens it, and others than who asked approve', async () => {
    const { team, eve } = estate;
    const pull = await landed('exporter');
    await expectRefused(await team.apply());
    const [branch = ''] = await followUps();
    const added = await team.repository.readFile(
      branch,
      `${pathOf('exporter').replace('exporter.yaml', '')}${branch.slice('countersign/'.length)}.yaml`,
    );
    expect(added).toMatch(/verb: correct\n {2}addresses: \[orders-db\/PostgresRole\/exporter\]/u);
    expect(added).toContain(`Pull request ${pull.number} landed as`);
    expect(added).not.toMatch(/\b50\b/u);
    const comment = commentsOf(team, pull).at(-1)?.body ?? '';
    expect(comment).toContain(`identities/compare/main...${branch}?expand=1`);
    expect(comment).toContain('`github-forbidden`');
    expect(pulls()).toHaveLength(1);

    const again = await team.apply();
    expect(again.log).toContain('Nothing landed that is not finished');
    expect(await followUps()).toEqual([branch]);

    const opened = await team.repository.openPullRequest({ as: eve, head: branch });
    await expectApplied(opened, 'exporter');
    await team.repository.deleteBranch({ as: eve, branch });
  });

  it('by a pull request, where Actions may open one; closed by somebody, it is not opened again', async () => {
    const { team } = estate;
    team.repository.allowActionsToCreateAndApprove();
    const loader = await landed('loader');
    await expectRefused(await team.apply());
    const opened = pulls().at(-1);
    if (opened === undefined) throw new Error('no pull request');
    expect(opened).toMatchObject({ title: `Ask again for what #${loader.number} did not apply`, state: 'open' });
    expect(opened.author.login).toBe('github-actions[bot]');
    expect(opened.body).toContain(`Whoever contributed to #${loader.number} may not approve it.`);
    expect(commentsOf(team, loader).at(-1)?.body).toContain(`Pull request #${opened.number} asks for it again`);
    await expectApplied(opened, 'loader');

    await landed('mover');
    await expectRefused(await team.apply());
    const unwanted = pulls().at(-1);
    if (unwanted === undefined) throw new Error('no pull request');
    await team.repository.editPullRequest(unwanted, { as: team.ben, state: 'closed' });
    const before = pulls().length;
    await team.repository.deleteBranch({ as: team.ben, branch: unwanted.head.ref });
    await team.apply();
    expect(pulls()).toHaveLength(before);
    expect(await followUps()).not.toContain(unwanted.head.ref);
  });

  it('without laundering who asked: what asked again and was refused, too, still excludes them', async () => {
    const { team, dora, postgres } = estate;
    team.repository.allowActionsToCreateAndApprove();
    const first = await landed('chained');
    await expectRefused(await team.apply());
    const second = pulls().at(-1);
    if (second === undefined) throw new Error('no pull request');
    await team.planAndPublish(second);
    await estate.approve(second);
    await postgres.query('ALTER ROLE chained CONNECTION LIMIT 51');
    await estate.merge(second);
    await expectRefused(await team.apply());
    const ends = [...(await entriesOf(team, first)), ...(await entriesOf(team, second))].filter(
      ({ type }) => type === 'apply-finished',
    );
    const excluded = ends.map((end) =>
      end.type === 'apply-finished'
        ? end.unapplied.flatMap(({ contributors }) => contributors.map(({ login }) => login))
        : [],
    );
    expect(excluded.map((logins) => logins.includes(dora.login))).toEqual([true, true]);
    const third = pulls().at(-1);
    if (third === undefined || third.number === second.number) throw new Error('no third pull request');
    await expectApplied(third, 'chained');
  });

  it('nobody approved a removal: asked for again, too, and it ends as the base says', async () => {
    const { team } = estate;
    team.repository.allowActionsToCreateAndApprove();
    const pull = await team.propose('rests', { [pathOf('rests')]: null });
    await team.planAndPublish(pull);
    await estate.merge(pull);
    await expectRefused(await team.apply());
    expect(commentsOf(team, pull).at(-1)?.body).toContain(
      'If the change is no longer wanted, close that one and revert',
    );
    const opened = pulls().at(-1);
    if (opened === undefined) throw new Error('no pull request');
    const { plan } = await team.planAndPublish(opened);
    expect(plan.outputs, shown(plan)).toMatchObject({ counts: '{"disable":1}' });
    await estate.approve(opened);
    await estate.merge(opened);
    expect(await team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
    expect(await estate.role('rests')).toMatchObject({ login: false });
  });

  describe('by a run that is killed between any two effects of it', () => {
    const gate = new Gate();
    let proxy: Proxy;
    let pull: Pull;
    let ledger: string;
    let known: number;

    beforeAll(async () => {
      estate.team.repository.allowActionsToCreateAndApprove();
      proxy = await startGitHubProxy(estate.team.server.url, gate);
      pull = await landed('killed');
      ledger = await estate.team.repository.head(LEDGER);
      known = pulls().length;
    });

    afterAll(async () => {
      await proxy.close();
    });

    async function reset(): Promise<void> {
      const { repository, cleo } = estate.team;
      await repository.pushCommit({ as: cleo, branch: LEDGER, sha: ledger, force: true });
      if ((await repository.head(LEASE).catch(() => null)) !== null)
        await repository.deleteBranch({ as: cleo, branch: LEASE });
      for (const { head, number } of pulls().slice(known)) {
        await repository.deleteBranch({ as: cleo, branch: head.ref }).catch(() => undefined);
        repository.repository.pulls.delete(number);
      }
      for (const { id } of commentsOf(estate.team, pull).slice(1)) repository.repository.comments.delete(id);
    }

    async function apply(point: Point | null): Promise<ActionRun> {
      const host = `http://127.0.0.1:${proxy.port}`;
      const env = { GITHUB_API_URL: host, GITHUB_GRAPHQL_URL: `${host}/graphql` };
      gate.arm(point);
      const { child, ended } = await estate.team.start('apply', { command: 'apply' }, { env });
      gate.watch(child);
      return await ended;
    }

    it('is there once: one branch, one pull request, one comment, one end', { timeout: 600_000 }, async () => {
      await reset();
      await expectRefused(await apply(null));
      const effects = [...gate.effects];
      const [first, opening] = [effects.lastIndexOf('POST git/trees'), effects.indexOf('POST pulls')];
      expect(effects.slice(first, opening + 1)).toEqual([
        'POST git/trees',
        'POST git/commits',
        expect.stringMatching(/^\d+ follow-up for #\d+$/u),
        'POST git/refs',
        'POST pulls',
      ]);
      const branch = pulls().at(-1)?.head.ref ?? '';
      const others = (await followUps()).filter((name) => name !== branch);
      for (const point of pointsOf(effects).filter(({ effect }) => effect >= first)) {
        const where = `killed ${point.side} ${effects[point.effect]}`;
        await reset();
        expect((await apply(point)).exitCode, where).toBe(-1);
        const resumed = await apply(null);
        const opened = pulls().slice(known);
        expect(opened, `${where}: ${shown(resumed)}`).toHaveLength(1);
        expect(opened[0]?.head.ref, where).toBe(branch);
        expect(await followUps(), where).toEqual([...others, branch].toSorted());
        expect(commentsOf(estate.team, pull), where).toHaveLength(2);
        const types = (await entriesOf(estate.team, pull)).map(({ type }) => type);
        expect(
          types.filter((type) => type === 'apply-finished'),
          where,
        ).toHaveLength(1);
      }
    });

    it('is there once when somebody closes it before its apply has ended, and deletes the branch', async () => {
      const { team } = estate;
      await reset();
      const opening = await expectOpening();
      await reset();
      await apply({ effect: opening, side: 'after' });
      const opened = pulls().at(-1);
      if (opened === undefined) throw new Error('no pull request');
      await team.repository.editPullRequest(opened, { as: team.ben, state: 'closed' });
      await team.repository.deleteBranch({ as: team.ben, branch: opened.head.ref });
      await expectRefused(await apply(null));
      expect(pulls().slice(known)).toEqual([opened]);
      expect(await followUps()).not.toContain(opened.head.ref);
      expect(commentsOf(team, pull).at(-1)?.body).toContain(`Pull request #${opened.number} asks for it again`);
    });

    async function expectOpening(): Promise<number> {
      await expectRefused(await apply(null));
      return gate.effects.indexOf('POST pulls');
    }
  });
});
