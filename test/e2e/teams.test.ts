import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyWorld, fileBacked } from '../../src/providers/memory/system.ts';
import { Team, type Account, type Pull } from './repository.ts';
import { runAction, type ActionRun } from './runner.ts';

const configuration = (app: number, key: string) => `apiVersion: countersign.dev/v1
kind: Configuration
desired: ['identities/**/*.yaml']
people: { administrators: [cleo] }
sources:
  accounts:
    provider: memory
    connection: { read: { env: ACCOUNTS_READ }, write: { env: ACCOUNTS_WRITE } }
    mode: authoritative
    owner: '@acme/billing'
approval: { administrators: administrators }
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

/** Ben and Edo are billing by a team of the organization, which also lets them write; Ana asks, and is in no team. */
describe('a team that owns', () => {
  let directory: string;
  let team: Team;
  let edo: Account;
  let members: Set<number>;
  let seeing: string;
  let blind: string;
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const secrets: Record<string, string> = {
    LEDGER_KEY: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  };

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'countersign-'));
    const path = join(directory, 'accounts.json');
    fileBacked(path).save(emptyWorld([]));
    team = await Team.form({ 'README.md': 'identities' }, { ACCOUNTS_READ: path }, 'organization');
    secrets['ACCOUNTS_WRITE'] = path;
    const { server, repository, ben, cleo } = team;
    const organization = repository.repository.owner;
    edo = server.createUser({ login: 'edo' });
    const billing = server.createTeam({ organization, slug: 'billing', members: [ben, edo] });
    repository.setCollaborator(ben, 'none');
    repository.setTeamRole(billing, 'write');
    members = billing.memberIds;
    const permissions = { ...PERMISSIONS, members: 'read' } as const;
    const { app } = server.createApp({ slug: 'acme-countersign', owner: cleo, permissions });
    const installation = server.installApp(app, { account: organization });
    seeing = server.issueToken({ kind: 'app', installation });
    blind = server.issueToken({ kind: 'app', installation, permissions: PERMISSIONS });
    const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
    const files = { '.github/countersign.yaml': configuration(app.id, key) };
    await repository.push({ as: cleo, branch: 'main', files, message: 'Install Countersign' });
    const begun = await act('apply', { command: 'init' });
    expect(begun.exitCode, begun.log).toBe(0);
  });

  afterAll(async () => {
    await team.close();
    await rm(directory, { recursive: true, force: true });
  });

  async function act(
    kind: 'publish' | 'apply',
    inputs: Readonly<Record<string, string>>,
    token = seeing,
  ): Promise<ActionRun> {
    return await runAction(await team.job(kind, {}), { ...inputs, token }, secrets);
  }

  async function publish(pull: Pull, token = seeing): Promise<ActionRun> {
    const bundle = (await team.plan(pull)).outputs['bundle'] ?? '';
    return await act('publish', { command: 'publish', bundle }, token);
  }

  async function approve(pull: Pull, as: Account): Promise<void> {
    team.server.advanceClock(2);
    await team.repository.review(pull, { as, event: 'APPROVE' });
  }

  async function land(pull: Pull): Promise<ActionRun> {
    team.server.advanceClock(2);
    await team.repository.mergePullRequest(pull, { as: team.ana, method: 'squash' });
    return await act('apply', { command: 'apply' });
  }

  it('refuses at once where the token may not read who is in it, and waits for its members where it may', async () => {
    const pull = await team.propose('exporter', account('exporter'));
    const unread = await publish(pull, blind);
    expect(unread.outputs).toMatchObject({ decision: 'refused' });
    expect(unread.log).toMatch(/team-unreadable.*@acme\/billing/u);
    expect((await publish(pull)).outputs).toMatchObject({ decision: 'waiting' });
    await approve(pull, team.cleo);
    expect((await publish(pull)).outputs).toMatchObject({ decision: 'waiting' });
    await approve(pull, team.ben);
    expect((await publish(pull)).outputs).toMatchObject({ decision: 'approved' });
    expect((await land(pull)).outputs).toMatchObject({ decision: 'applied' });
  });

  it('has nobody’s approval whom it has let go by the time of the apply', async () => {
    const pull = await team.propose('importer', account('importer'));
    await publish(pull);
    await approve(pull, edo);
    expect((await publish(pull)).outputs).toMatchObject({ decision: 'approved' });
    team.repository.setCollaborator(edo, 'write');
    members.delete(edo.id);
    const landed = await land(pull);
    expect(landed).toMatchObject({ exitCode: 1, outputs: { decision: 'refused' } });
    expect(landed.log).toMatch(/approval-missing/u);
  });

  it('refuses at once where its only member wrote the change', async () => {
    const pull = await team.propose('own', account('own'), team.ben);
    const alone = await publish(pull);
    expect(alone.outputs).toMatchObject({ decision: 'refused' });
    expect(alone.log).toMatch(/nobody-eligible/u);
  });
});
