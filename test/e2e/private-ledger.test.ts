import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startGitHubServer, type RepositoryHandle } from '../github-server/index.ts';
import { accountFile, accountRules, openAccounts, type Accounts } from '../support/accounts.ts';
import { newLedgerKey } from '../support/ledger-key.ts';
import { checksOf, LEASE, LEDGER } from './evidence.ts';
import { Team, type Account, type Pull } from './repository.ts';
import { runCli, shown, type ActionRun } from './runner.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

/** The main repository is public, its ledger private; each has a token of its own, which opens nothing of the other. */
describe('a ledger in a private repository', () => {
  let accounts: Accounts;
  let team: Team;
  let ledger: RepositoryHandle;
  let tokens: { readonly main: string; readonly ledger: string; readonly readOnly: string };
  const key = newLedgerKey();

  beforeAll(async () => {
    accounts = openAccounts();
    const server = await startGitHubServer();
    const [owner, ana, ben, cleo] = ['acme', 'ana', 'ben', 'cleo'].map((login) => server.createUser({ login })) as [
      Account,
      Account,
      Account,
      Account,
    ];
    const files = { 'README.md': 'identities\n' };
    const repository = await server.createRepository({ owner, name: 'identities', private: false, files });
    ledger = await server.createRepository({ owner, name: 'ledger', files });
    for (const [account, role] of [
      [ana, 'write'],
      [ben, 'write'],
      [cleo, 'admin'],
    ] as const)
      repository.setCollaborator(account, role);
    team = new Team({ server, repository, ana, ben, cleo, secrets: { ...accounts.secrets, LEDGER_KEY: key.pem } });
    const permissions = { contents: 'write', pull_requests: 'write', checks: 'write', actions: 'read' } as const;
    const { app } = server.createApp({ slug: 'acme-countersign', owner: cleo, permissions });
    const main = server.installApp(app, { account: owner, repositories: [repository] });
    const writer = server.createApp({ slug: 'acme-ledger', owner: cleo, permissions: { contents: 'write' } });
    const other = server.installApp(writer.app, { account: owner, repositories: [ledger] });
    tokens = {
      main: server.issueToken({ kind: 'app', installation: main }),
      ledger: server.issueToken({ kind: 'app', installation: other }),
      readOnly: server.issueToken({ kind: 'app', installation: other, permissions: { contents: 'read' } }),
    };
    const signing = `{ kind: ed25519, key: { env: LEDGER_KEY }, keys: { trusted: ${key.spki} } }`;
    const place = `{ repository: ${ledger.fullName}, branch: ${LEDGER}, signing: ${signing} }`;
    const rules = accountRules({ app: app.id, ledger: place });
    await repository.push({ as: cleo, branch: 'main', files: rules, message: 'Install Countersign' });
  });

  afterAll(async () => {
    await team.close();
    accounts.close();
  });

  type Step = { readonly command: 'init' | 'publish' | 'apply'; readonly bundle?: string };

  async function step(given: Step, ledgerToken: string = tokens.ledger): Promise<ActionRun> {
    const job = given.command === 'publish' ? 'publish' : 'apply';
    return await team.run(job, { ...given, token: tokens.main, 'ledger-token': ledgerToken });
  }

  async function publish(pull: Pull, ledgerToken?: string): Promise<ActionRun> {
    const plan = await team.plan(pull);
    expect(plan.exitCode, shown(plan)).toBe(0);
    return await step({ command: 'publish', bundle: plan.outputs['bundle'] ?? '' }, ledgerToken);
  }

  async function approved(name: string): Promise<Pull> {
    const pull = await team.propose(name, accountFile(name));
    await publish(pull);
    team.server.advanceClock(5);
    await team.repository.review(pull, { as: team.ben, event: 'APPROVE' });
    return pull;
  }

  const branches = async (handle: RepositoryHandle) =>
    (await Promise.all([LEDGER, LEASE].map(async (name) => await handle.head(name).catch(() => null)))).map(
      (head) => head !== null,
    );
  const account = (name: string) => accounts.system.load().accounts[name];

  it('begins, publishes, approves, applies and quotes its end, without a trace of it in the public one', async () => {
    const begun = await step({ command: 'init' });
    expect(begun.exitCode, shown(begun)).toBe(0);
    const pull = await approved('exporter');
    expect((await publish(pull)).outputs).toMatchObject({ decision: 'approved' });
    await team.repository.mergePullRequest(pull, { as: team.ana, method: 'squash' });
    expect(await step({ command: 'apply' })).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
    expect(account('exporter')).toMatchObject({ enabled: true });
    expect(await branches(ledger)).toEqual([true, true]);
    expect(await branches(team.repository)).toEqual([false, false]);
  });

  it('is verified from a clone, up to the end that the public repository quotes', async () => {
    const quoted = [...team.repository.repository.checkRuns.values()]
      .filter(({ name }) => name === 'countersign/ledger')
      .map(({ externalId }) => externalId ?? '');
    const prefix = `${ledger.fullName}:${LEDGER} `;
    expect(quoted.every((id) => id.startsWith(prefix))).toBe(true);
    const anchor = quoted.at(-1)?.slice(prefix.length) ?? '';
    const clone = join(accounts.directory, 'clone');
    execFileSync('git', ['clone', '--quiet', '--branch', LEDGER, '--single-branch', ledger.gitDirectory, clone]);
    const keys = join(accounts.directory, 'keys.json');
    await writeFile(keys, JSON.stringify({ trusted: key.spki }));
    const run = await runCli(['verify', clone, '--keys', keys, '--anchor', anchor, '--format', 'json']);
    expect(JSON.parse(run.output)).toMatchObject({
      sound: true,
      problems: [],
      unfinished: [],
      head: { index: Number(anchor.split(':')[0]) },
    });
  });

  it('is reached with its own token alone', () => {
    const touched = (who: string) =>
      new Set(
        team.server.recordings
          .filter(({ by, path }) => by === who && path.startsWith('/repos/'))
          .map(({ path }) => path.split('/').slice(2, 4).join('/')),
      );
    expect(touched('app acme-ledger')).toEqual(new Set([ledger.fullName]));
    expect(touched('app acme-countersign')).toEqual(new Set([team.repository.fullName]));
  });

  describe.each([
    { which: 'no token', token: () => '', code: /ledger-token-missing/u },
    { which: 'a token that may only read', token: () => tokens.readOnly, code: /github-forbidden/u },
    { which: 'a token for another repository', token: () => tokens.main, code: /github-(not-found|forbidden)/u },
  ])('that a run has $which for', ({ which, token, code }) => {
    const name = which.replaceAll(' ', '-');

    it('leaves a red check, and no comment', async () => {
      const pull = await team.propose(`red-${name}`, accountFile(`red-${name}`));
      const run = await publish(pull, token());
      expect(run, shown(run)).toMatchObject({ exitCode: 1, outputs: { decision: 'withheld' } });
      expect(run.log).toMatch(code);
      expect(checksOf(team, pull.head.sha)).toMatchObject({
        plan: { state: 'failure' },
        approval: { state: 'failure', title: expect.stringMatching(code) as string },
      });
      expect([...team.repository.repository.comments.values()].filter(({ number }) => number === pull.number)).toEqual(
        [],
      );
      await team.repository.editPullRequest(pull, { as: team.ana, state: 'closed' });
    });

    it('applies nothing, until a run has the right one', async () => {
      const pull = await approved(name);
      expect((await publish(pull)).outputs).toMatchObject({ decision: 'approved' });
      await team.repository.mergePullRequest(pull, { as: team.ana, method: 'squash' });
      const refused = await step({ command: 'apply' }, token());
      expect(refused.exitCode).toBe(1);
      expect(refused.log).toMatch(code);
      expect(account(name)).toBeUndefined();
      expect(await step({ command: 'apply' })).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
      expect(account(name)).toMatchObject({ enabled: true });
    });
  });
});
