import { generateKeyPairSync } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyWorld, fileBacked } from '../../src/providers/memory/system.ts';
import { commentsOf, entriesOf } from '../e2e/evidence.ts';
import type { Account, Pull } from '../e2e/repository.ts';
import type { ActionRun } from '../e2e/runner.ts';
import { startGitHubServer, stillClock } from '../github-server/index.ts';
import { QuickTeam } from '../histories/quick-team.ts';

const configuration = (app: number, key: string, days = 14) => `apiVersion: countersign.dev/v1
kind: Configuration
desired: ['identities/**/*.yaml']
sources:
  accounts:
    provider: memory
    connection: { read: { env: ACCOUNTS_READ }, write: { env: ACCOUNTS_WRITE } }
    mode: authoritative
    owner: '@acme/billing'
approval: { administrators: '@acme/billing' }
applyWithinDays: ${days}
ledger: { signing: { kind: ed25519, key: { env: LEDGER_KEY }, keys: { key-2027: ${key} } } }
app: ${app}
`;

const account = (name: string) => ({
  [`identities/${name}.yaml`]: `apiVersion: countersign.dev/v1
kind: MemoryAccount
metadata: { name: ${name}, source: accounts, owner: '@acme/billing' }
spec: { enabled: true }
`,
});

const PERMISSIONS = { contents: 'write', pull_requests: 'write', checks: 'write', actions: 'read' } as const;

/** Ben is billing, which owns and administers; ana asks, and is in no team. */
describe('a team that cannot be read at the apply', () => {
  let directory: string;
  let team: QuickTeam;
  let seeing: string;
  let blind: string;
  let rules: (days: number) => Readonly<Record<string, string>>;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'countersign-'));
    const path = join(directory, 'accounts.json');
    fileBacked(path).save(emptyWorld([]));
    const server = await startGitHubServer({ clock: stillClock('2027-03-01T09:00:00Z') });
    const person = (login: string): Account => server.createUser({ login });
    const [owner, ana, ben, cleo] = [person('acme-owner'), person('ana'), person('ben'), person('cleo')];
    const organization = server.createOrganization({ login: 'acme', owners: [owner] });
    const files = { 'README.md': 'identities' };
    const repository = await server.createRepository({ owner: organization, name: 'identities', files });
    for (const [one, role] of [
      [ana, 'write'],
      [cleo, 'admin'],
    ] as const)
      repository.setCollaborator(one, role);
    repository.setTeamRole(server.createTeam({ organization, slug: 'billing', members: [ben] }), 'write');
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const secrets = {
      ACCOUNTS_READ: path,
      ACCOUNTS_WRITE: path,
      LEDGER_KEY: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    };
    team = new QuickTeam({ server, repository, ana, ben, cleo, secrets });
    const permissions = { ...PERMISSIONS, members: 'read' } as const;
    const { app } = server.createApp({ slug: 'acme-countersign', owner: cleo, permissions });
    const installation = server.installApp(app, { account: organization });
    seeing = server.issueToken({ kind: 'app', installation });
    blind = server.issueToken({ kind: 'app', installation, permissions: PERMISSIONS });
    const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
    rules = (days) => ({ '.github/countersign.yaml': configuration(app.id, key, days) });
    await repository.push({ as: cleo, branch: 'main', files: rules(14), message: 'Install Countersign' });
    expect(await team.run('apply', { command: 'init', token: seeing })).toMatchObject({ exitCode: 0 });
  });

  afterEach(async () => {
    await team.close();
    rmSync(directory, { recursive: true, force: true });
  });

  async function publish(pull: Pull): Promise<ActionRun> {
    const bundle = (await team.plan(pull)).outputs['bundle'] ?? '';
    return await team.run('publish', { command: 'publish', bundle, token: seeing });
  }

  async function reviewed(branch: string, files: Readonly<Record<string, string>>, by: Account | null): Promise<Pull> {
    const pull = await team.propose(branch, files);
    await publish(pull);
    team.server.advanceClock(2);
    if (by !== null) await team.repository.review(pull, { as: by, event: 'APPROVE' });
    const { outputs } = await publish(pull);
    expect(outputs).toMatchObject({ decision: by === team.ben ? 'approved' : 'waiting' });
    return pull;
  }

  async function land(pull: Pull): Promise<Pull> {
    team.server.advanceClock(2);
    await team.repository.mergePullRequest(pull, { as: team.ana, method: 'squash' });
    return pull;
  }

  const landed = async (...proposal: Parameters<typeof reviewed>) => await land(await reviewed(...proposal));

  const apply = (token: string) => team.run('apply', { command: 'apply', token });

  async function expectPutOff(...pulls: readonly Pull[]): Promise<void> {
    const before = pulls.map((pull) => commentsOf(team, pull).length);
    const run = await apply(blind);
    expect(run).toMatchObject({ exitCode: 1, outputs: { decision: 'unfinished' } });
    expect(run.log).toMatch(/unfinished\n {2}team-unreadable: .*@acme\/billing/u);
    expect(pulls.map((pull) => commentsOf(team, pull).length)).toEqual(before);
    const types = (await Promise.all(pulls.map((pull) => entriesOf(team, pull)))).flat().map(({ type }) => type);
    expect(types.filter((type) => ['approved', 'refused', 'apply-finished'].includes(type))).toEqual([]);
  }

  it('leaves the landing to the run that can read it, which applies it', async () => {
    const first = await landed('first', account('exporter'), team.ben);
    await expectPutOff(first);
    await expectPutOff(first);
    const again = await apply(seeing);
    expect(again, again.log).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
  });

  it('refuses all the same what no member could have approved, as nobody did', async () => {
    await landed('first', account('exporter'), null);
    const run = await apply(blind);
    expect(run).toMatchObject({ outputs: { decision: 'refused' } });
    expect(run.log).toMatch(/approval-missing/u);
  });

  it('refuses what somebody else approved as soon as it can be read', async () => {
    const pull = await landed('first', account('exporter'), team.cleo);
    await expectPutOff(pull);
    const run = await apply(seeing);
    expect(run).toMatchObject({ outputs: { decision: 'refused' } });
    expect(run.log).toMatch(/approval-missing/u);
  });

  it('is waited for no longer than a landing may wait', async () => {
    const pull = await landed('first', account('exporter'), team.ben);
    await expectPutOff(pull);
    team.server.advanceClock(15 * 86_400);
    const run = await apply(blind);
    expect(run).toMatchObject({ outputs: { decision: 'refused' } });
    expect(run.log).toMatch(/apply-expired/u);
  });

  it('leaves new rules, and what landed by them, to the run that can read it', async () => {
    const next = await reviewed('next', account('exporter'), team.ben);
    const changed = await landed('rules', rules(10), team.ben);
    await land(next);
    await expectPutOff(changed, next);
    const again = await apply(seeing);
    expect(again, again.log).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
  });
});
