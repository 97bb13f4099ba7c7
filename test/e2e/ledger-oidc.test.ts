import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyWorld, fileBacked } from '../../src/providers/memory/system.ts';
import { LEDGER, ledgerOf } from './evidence.ts';
import { exampleJob } from './examples.ts';
import { Team, type Pull, type RunOptions } from './repository.ts';
import { runAction, shown, type ActionRun } from './runner.ts';

const WORKFLOWS = ['countersign-plan', 'countersign-apply'].map(
  (name) => `acme-owner/identities/.github/workflows/${name}.yml@refs/heads/main`,
);

const account = (name: string) => `apiVersion: countersign.dev/v1
kind: MemoryAccount
metadata: { name: ${name}, source: accounts, owner: billing, purpose: Nightly invoice export }
spec:
  enabled: true
`;

/** Runs that sign with their own identity and post as an App of one's own: what each later run holds the ledger to. */
describe('a ledger signed by workflow runs, anchored outside its writers’ reach', () => {
  let directory: string;
  let team: Team;
  let appToken: string;
  let beforeApply: string;
  const secrets: Record<string, string> = {};

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
    const installation = team.server.installApp(app, {
      account: team.repository.repository.owner,
      repositories: [team.repository],
    });
    appToken = team.server.issueToken({ kind: 'app', installation });
    await install(app.id);
  });

  afterAll(async () => {
    await team.close();
    await rm(directory, { recursive: true, force: true });
  });

  async function install(app: number): Promise<void> {
    const configuration = `apiVersion: countersign.dev/v1
kind: Configuration
desired: ['identities/**/*.yaml']
people: { billing: [ben], administrators: [cleo] }
sources:
  accounts:
    provider: memory
    connection: { read: { env: ACCOUNTS_READ }, write: { env: ACCOUNTS_WRITE } }
    mode: authoritative
    owner: billing
approval: { administrators: administrators }
ledger:
  signing:
    kind: github-oidc
    issuer: ${team.server.url}/_oidc
    repositoryId: ${team.repository.repository.id}
    workflows: [${WORKFLOWS.join(', ')}]
    refs: [refs/heads/main]
app: ${app}
`;
    const files = { '.github/countersign.yaml': configuration };
    await team.repository.push({ as: team.cleo, branch: 'main', files, message: 'Install Countersign' });
  }

  async function asApp(
    kind: 'publish' | 'apply',
    inputs: Readonly<Record<string, string>>,
    options: RunOptions & { readonly ref?: string; readonly workflow?: string; readonly event?: string } = {},
  ): Promise<ActionRun> {
    const permissions = options.permissions ?? { ...exampleJob(kind).permissions, 'id-token': 'write' };
    const { ref, workflow, event } = options;
    const job = await team.repository.startJob({
      workflow: workflow ?? `.github/workflows/countersign-${kind === 'apply' ? 'apply' : 'plan'}.yml`,
      event: { name: event ?? 'workflow_dispatch', payload: {} },
      permissions,
      actor: team.cleo,
      job: kind,
      ...(ref === undefined ? {} : { ref }),
    });
    return await runAction(job, { ...inputs, token: appToken }, secrets);
  }

  async function publish(pull: Pull, options: Parameters<typeof asApp>[2] = {}): Promise<ActionRun> {
    const bundle = (await team.plan(pull)).outputs['bundle'] ?? '';
    return await asApp('publish', { command: 'publish', bundle }, options);
  }

  async function quoted(): Promise<readonly string[]> {
    const { check_runs: runs } = await team.get<{ check_runs: { name: string; external_id: string }[] }>(
      'commits/main/check-runs',
    );
    return runs.filter(({ name }) => name === 'countersign/ledger').map(({ external_id: id }) => id);
  }

  it('begins, publishes, approves and applies', async () => {
    const begun = await asApp('apply', { command: 'init' });
    expect(begun.exitCode, shown(begun)).toBe(0);
    const pull = await team.propose('exporter', { 'identities/exporter.yaml': account('exporter') });
    const waiting = await publish(pull);
    expect(waiting.outputs, shown(waiting)).toMatchObject({ decision: 'waiting' });
    team.server.advanceClock(2);
    await team.repository.review(pull, { as: team.ben, event: 'APPROVE' });
    expect((await publish(pull)).outputs).toMatchObject({ decision: 'approved' });
    await team.repository.mergePullRequest(pull, { as: team.ana, method: 'squash' });
    beforeApply = await team.repository.head(LEDGER);
    expect((await asApp('apply', { command: 'apply' })).outputs).toMatchObject({ decision: 'applied' });
  });

  it('quotes its end on the default branch', async () => {
    const entries = await ledgerOf(team);
    expect(await quoted()).toEqual([
      expect.stringMatching(new RegExp(`^${LEDGER} ${entries.length - 1}:sha256:`, 'u')),
    ]);
  });

  it('a job without id-token: write cannot write it', async () => {
    const pull = await team.propose('other', { 'identities/other.yaml': account('other') });
    const run = await publish(pull, { permissions: exampleJob('plan').permissions });
    expect(run.exitCode).toBe(1);
    expect(shown(run)).toContain('oidc-not-permitted');
  });

  it.each([
    ['another workflow', { workflow: '.github/workflows/mine.yml' }, 'token-workflow'],
    ['another event', { event: 'pull_request' }, 'token-event'],
  ])('the identity of %s counts for nothing', async (_, options, expected) => {
    const before = await team.repository.head(LEDGER);
    const pull = await team.propose(`by-${expected}`, { [`identities/${expected}.yaml`]: account(expected) });
    const run = await publish(pull, options);
    expect(run.exitCode).toBe(1);
    expect(shown(run)).toContain('ledger-signer-untrusted');
    expect(await team.repository.head(LEDGER)).toBe(before);
  });

  describe('is refused', () => {
    let whole: string;

    beforeAll(async () => {
      whole = await team.repository.head(LEDGER);
    });

    it('when its branch was set back', async () => {
      await setTo(beforeApply);
      const run = await asApp('apply', { command: 'apply' });
      expect([run.exitCode, shown(run)]).toEqual([1, expect.stringContaining('ledger-truncated')]);
    });

    it('when its branch was set back and went on from there, truly signed', async () => {
      await setTo(await other());
      const run = await asApp('apply', { command: 'apply' });
      expect([run.exitCode, shown(run)]).toEqual([1, expect.stringContaining('ledger-anchor-differs')]);
    });

    it('when its branch is gone, and when it is begun anew', async () => {
      await team.repository.deleteBranch({ as: team.cleo, branch: LEDGER });
      expect(shown(await asApp('apply', { command: 'apply' }))).toContain('ledger-missing');
      const anew = await asApp('apply', { command: 'init' });
      expect([anew.exitCode, shown(anew)]).toEqual([1, expect.stringContaining('ledger-begun-before')]);
    });

    it('and goes on when it is restored', async () => {
      await setTo(whole);
      const run = await asApp('apply', { command: 'apply' });
      expect(run.exitCode, shown(run)).toBe(0);
    });

    it('when the issuer dropped a key that nobody pinned', async () => {
      team.server.oidc.rotate();
      const run = await asApp('apply', { command: 'apply' });
      expect([run.exitCode, shown(run)]).toEqual([1, expect.stringContaining('ledger-missing')]);
    });

    /** The head of a history that the same runs might have written, had they begun again from before the apply. */
    async function other(): Promise<string> {
      const { checkRuns } = team.repository.repository;
      const kept = [...checkRuns.values()];
      for (const run of kept) if (run.name === 'countersign/ledger') checkRuns.delete(run.id);
      await setTo(beforeApply);
      await asApp('apply', { command: 'apply' });
      for (const name of ['again', 'once-more'])
        await publish(await team.propose(name, { [`identities/${name}.yaml`]: account(name) }));
      for (const run of checkRuns.values()) if (run.name === 'countersign/ledger') checkRuns.delete(run.id);
      for (const run of kept) checkRuns.set(run.id, run);
      return await team.repository.head(LEDGER);
    }

    async function setTo(sha: string): Promise<void> {
      await team.repository.pushCommit({ as: team.cleo, branch: LEDGER, sha, force: true });
    }
  });
});
