import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyWorld, fileBacked } from '../../src/providers/memory/system.ts';
import { Team } from './repository.ts';

const CONFIGURATION = `apiVersion: countersign.dev/v1
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
  signing: { kind: none }
`;

const EXPORTER = `apiVersion: countersign.dev/v1
kind: MemoryAccount
metadata:
  name: exporter
  source: accounts
  owner: billing
  purpose: Nightly invoice export
spec:
  enabled: true
  grants:
    - on: invoices
      actions: [read]
`;

describe('from a pull request to a changed account', () => {
  let directory: string;
  let team: Team;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'countersign-'));
    const path = join(directory, 'accounts.json');
    fileBacked(path).save(emptyWorld(['invoices', 'orders']));
    team = await Team.form(
      { '.github/countersign.yaml': CONFIGURATION, 'README.md': 'identities' },
      { ACCOUNTS_READ: path, ACCOUNTS_WRITE: path },
    );
  });

  afterEach(async () => {
    await team.close();
    await rm(directory, { recursive: true, force: true });
  });

  it('plans, publishes, waits, counts the review, and applies exactly the plan', async () => {
    expect(await team.init()).toMatchObject({ exitCode: 0 });
    const pull = await team.propose('exporter', { 'identities/exporter.yaml': EXPORTER });
    const first = await team.planAndPublish(pull);
    expect(first.plan.log + first.publish.log).toMatch(/approval-missing/u);
    expect(first.publish.outputs).toMatchObject({ decision: 'waiting', digest: first.plan.outputs['digest'] });
    team.server.advanceClock(5);
    await team.repository.review(pull, { as: team.ben, event: 'APPROVE' });
    const second = await team.planAndPublish(pull);
    expect(second.publish.outputs).toMatchObject({ decision: 'approved' });
    await team.repository.mergePullRequest(pull, { as: team.ana, method: 'squash' });
    const applied = await team.apply();
    expect(applied.log).toMatch(/applied/u);
    expect(applied).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
    expect(fileBacked(join(directory, 'accounts.json')).load().accounts).toMatchObject({
      exporter: { enabled: true, grants: { invoices: ['read'] } },
    });
    expect((await team.apply()).log).toMatch(/Nothing landed that is not finished/u);
  });
});
