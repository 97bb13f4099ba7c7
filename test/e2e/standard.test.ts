import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyWorld, fileBacked } from '../../src/providers/memory/system.ts';
import { Team, type Pull } from './repository.ts';
import { runAction, type ActionRun } from './runner.ts';

const configuration = (app: number, key: string) => `apiVersion: countersign.dev/v1
kind: Configuration
desired: ['identities/**/*.yaml']
people:
  billing: [ben]
  administrators: [cleo]
sources:
  accounts:
    provider: memory
    connection:
      read: { env: ACCOUNTS_READ }
      write: { env: ACCOUNTS_WRITE }
    mode: authoritative
    owner: billing
approval:
  administrators: administrators
ledger:
  branch: countersign/ledger
  signing:
    kind: ed25519
    key: { env: LEDGER_KEY }
    keys: { key-2027: ${key} }
app: ${app}
`;

const EXPORTER = `apiVersion: countersign.dev/v1
kind: MemoryAccount
metadata: { name: exporter, source: accounts, owner: billing, purpose: Nightly invoice export }
spec:
  enabled: true
`;

/** Publish and apply with the token of an App of one's own and the signing key; plan with the job's token and neither. */
describe('the standard level', () => {
  let directory: string;
  let team: Team;
  let appToken: string;
  let appId: number;
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const secrets: Record<string, string> = {
    LEDGER_KEY: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  };

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'countersign-'));
    const path = join(directory, 'accounts.json');
    fileBacked(path).save(emptyWorld([]));
    team = await Team.form({ 'README.md': 'identities' }, { ACCOUNTS_READ: path });
    secrets['ACCOUNTS_WRITE'] = path;
    const { app } = team.server.createApp({
      slug: 'acme-countersign',
      owner: team.cleo,
      permissions: { contents: 'write', pull_requests: 'write', checks: 'write', actions: 'read' },
    });
    appId = app.id;
    const installation = team.server.installApp(app, {
      account: team.repository.repository.owner,
      repositories: [team.repository],
    });
    appToken = team.server.issueToken({ kind: 'app', installation });
    const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
    const files = { '.github/countersign.yaml': configuration(appId, key) };
    await team.repository.push({ as: team.cleo, branch: 'main', files, message: 'Install Countersign' });
  });

  afterAll(async () => {
    await team.close();
    await rm(directory, { recursive: true, force: true });
  });

  async function asApp(kind: 'publish' | 'apply', inputs: Readonly<Record<string, string>>): Promise<ActionRun> {
    return await runAction(await team.job(kind, {}), { ...inputs, token: appToken }, secrets);
  }

  async function publish(pull: Pull): Promise<ActionRun> {
    const bundle = (await team.plan(pull)).outputs['bundle'] ?? '';
    return await asApp('publish', { command: 'publish', bundle });
  }

  it('begins, publishes, approves and applies', async () => {
    const begun = await asApp('apply', { command: 'init' });
    expect(begun.exitCode, begun.log).toBe(0);
    const pull = await team.propose('exporter', { 'identities/exporter.yaml': EXPORTER });
    expect((await publish(pull)).outputs).toMatchObject({ decision: 'waiting' });
    team.server.advanceClock(2);
    await team.repository.review(pull, { as: team.ben, event: 'APPROVE' });
    expect((await publish(pull)).outputs).toMatchObject({ decision: 'approved' });
    await team.repository.mergePullRequest(pull, { as: team.ana, method: 'squash' });
    expect((await asApp('apply', { command: 'apply' })).outputs).toMatchObject({ decision: 'applied' });
  });

  it('posts the checks as the App, and nothing calls itself a trial', async () => {
    const { head } = await team.get<{ head: { sha: string } }>('pulls/1');
    const { check_runs: runs } = await team.get<{
      check_runs: { app: { id: number }; name: string; conclusion: string; output: { summary: string } }[];
    }>(`commits/${head.sha}/check-runs`);
    expect(new Set(runs.map(({ name, conclusion, app }) => `${name} ${conclusion} ${app.id}`))).toEqual(
      new Set([`countersign/approval success ${appId}`, `countersign/plan success ${appId}`]),
    );
    const comments = await team.get<{ body: string }[]>('issues/1/comments');
    const shown = [...comments.map(({ body }) => body), ...runs.map(({ output }) => output.summary)];
    expect(shown).toHaveLength(4);
    expect(shown.filter((text) => /trial/iu.test(text))).toEqual([]);
  });

  it('asks again as the App for what was not applied, and takes its own pull request for nobody’s', async () => {
    const publish = async (pull: Pull) => {
      const bundle = (await team.plan(pull)).outputs['bundle'] ?? '';
      return await asApp('publish', { command: 'publish', bundle });
    };
    const approve = async (pull: Pull) => {
      team.server.advanceClock(2);
      await team.repository.review(pull, { as: team.ben, event: 'APPROVE' });
    };
    const system = fileBacked(secrets['ACCOUNTS_WRITE'] ?? '');
    const note = () => system.load().accounts['exporter']?.note;
    const files = { 'identities/exporter.yaml': `${EXPORTER}  note: Nightly\n` };
    const pull = await team.propose('nightly', files);
    expect((await publish(pull)).outputs).toMatchObject({ decision: 'waiting' });
    await approve(pull);
    const world = system.load();
    const [exporter] = Object.values(world.accounts);
    if (exporter === undefined) throw new Error('not there');
    system.save({ ...world, accounts: { exporter: { ...exporter, note: 'moved' } } });
    await team.repository.mergePullRequest(pull, { as: team.ana, method: 'squash' });
    const refused = await asApp('apply', { command: 'apply' });
    expect(refused.outputs, refused.log).toMatchObject({ decision: 'refused' });

    const opened = [...team.repository.repository.pulls.values()].at(-1);
    if (opened === undefined) throw new Error('no pull request');
    expect(opened).toMatchObject({ author: { login: 'acme-countersign[bot]' }, state: 'open' });
    const waiting = await publish(opened);
    expect(waiting.outputs, waiting.log).toMatchObject({ decision: 'waiting' });
    await approve(opened);
    expect((await publish(opened)).outputs).toMatchObject({ decision: 'approved' });
    await team.repository.mergePullRequest(opened, { as: team.ana, method: 'squash' });
    const applied = await asApp('apply', { command: 'apply' });
    expect(applied.outputs, applied.log).toMatchObject({ decision: 'applied' });
    expect(note()).toBe('Nightly');
  });

  it('posts the same red checks once, where not even the rules say which App is ours', async () => {
    const files = { '.github/countersign.yaml': 'kind: Nonsense\n' };
    await team.repository.push({ as: team.cleo, branch: 'main', files, message: 'Break the rules' });
    const pull = await team.propose('unruly', { 'identities/other.yaml': EXPORTER });
    for (const _ of [1, 2, 3]) expect((await publish(pull)).outputs).toMatchObject({ decision: 'withheld' });
    const runs = [...team.repository.repository.checkRuns.values()].filter(({ headSha }) => headSha === pull.head.sha);
    expect(runs.map(({ name, conclusion, app }) => `${name} ${conclusion} ${app.id}`).toSorted()).toEqual([
      `countersign/approval failure ${appId}`,
      `countersign/plan failure ${appId}`,
    ]);
  });
});
