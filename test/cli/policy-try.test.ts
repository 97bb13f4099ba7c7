import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { workingTree } from '../../src/cli/files.ts';
import type { ChangeAssessment } from '../../src/core/assessment.ts';
import { blobPath, entryPath } from '../../src/core/ledger/layout.ts';
import type { Change } from '../../src/core/plan.ts';
import { append } from '../../src/core/ledger/append.ts';
import { permission, policyText } from '../core/policy/world.ts';
import { runCli, type CliRun } from '../support/cli.ts';
import { begun, makeKeys, note } from '../support/ledger-writer.ts';
import { MemoryLedger } from '../support/memory-ledger.ts';
import { plannedEntry } from '../support/planned-entry.ts';
import { changeWith } from '../support/plans.ts';

const scratch = mkdtempSync(join(tmpdir(), 'countersign-try-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const keys = makeKeys('k1');
const store = new MemoryLedger();
const writer = await begun(store, keys);

/** Enters the plan of one change. @returns its digest and the hash of its assessment. */
async function planned(pullRequest: number, change: Change, gains: ChangeAssessment['gains'], at: string) {
  const { draft, blobs, ...hashes } = plannedEntry(pullRequest, change, gains, `run ${at}`);
  await append(writer, { drafts: [draft, note(at, pullRequest)], blobs, at, basis: null, overtakenBy: () => false });
  return hashes;
}

const owned = [permission('OWN', { power: 'administer' })];
const first = await planned(1, changeWith('a'), [], '2026-01-10T00:00:00Z');
const second = await planned(2, changeWith('b'), owned, '2026-02-10T00:00:00Z');
await planned(2, changeWith('b'), owned, '2026-02-11T00:00:00Z');
const third = await planned(3, changeWith('secret'), [], '2026-03-10T00:00:00Z');

const POLICY = policyText([
  { name: 'secret', when: "change.name == 'secret'", effect: 'deny', message: '{change.name} is closed' },
  {
    name: 'own',
    when: "access.gains.exists(g, g.power == 'administer')",
    effect: '{ require: { of: security } }',
    message: '{access.gains}',
  },
  { name: 'early', when: "now < timestamp('2026-02-01T00:00:00Z')", message: 'It was {now}' },
]);

for (const [path, text] of Object.entries({
  '.github/countersign.yaml': readFileSync('test/fixtures/validate/countersign.yaml', 'utf8'),
  'new/policy.yaml': POLICY,
  'wrong/policy.yaml': POLICY.replace('change.name', 'change.nam'),
  'keys.json': JSON.stringify({ k1: keys.spki }),
  'others.json': JSON.stringify({ k1: makeKeys('k1').spki }),
}))
  write(path, Buffer.from(text));

function write(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(join(scratch, path)), { recursive: true });
  writeFileSync(join(scratch, path), bytes);
}

function ledger(name: string, change: (files: Map<string, Uint8Array>) => void = () => {}): string {
  const files = new Map(store.files);
  change(files);
  for (const [path, bytes] of files) write(`${name}/${path}`, bytes);
  return name;
}

function tryOut(...argv: readonly string[]): Promise<CliRun> {
  return runCli(['policy', 'try', ...argv], workingTree(scratch), { cwd: scratch });
}

const short = (digest: string): string => digest.slice(7, 19);

describe('policy try', () => {
  it('says of the plans of the past, newest first and each once, what the policies would have said then', async () => {
    const { code, stdout, stderr } = await tryOut('new', '--ledger', ledger('sound'), '--keys', 'keys.json');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')).toEqual([
      `#3 2026-03-10T00:00:00Z ${short(third.digest)}: denied`,
      '  denied on memory · secret: secret is closed. Change this, or ask for an exception to team/secret (new/policy.yaml:6)',
      `#2 2026-02-11T00:00:00Z ${short(second.digest)}: asked`,
      '  1 approval from security (cleo): OWN on r [new/policy.yaml:10] (team/own)',
      `#1 2026-01-10T00:00:00Z ${short(first.digest)}: warned`,
      '  warning on memory · a: It was 2026-01-10 (team/early, new/policy.yaml:14)',
      'Of 3 plans: 1 denied, 1 would ask security, 1 warned, 0 unchanged.',
      '',
    ]);
  });

  it('takes one file, looks at no more plans than asked, and counts the others', async () => {
    const { code, stdout } = await tryOut('new/policy.yaml', '--ledger', ledger('bound'), '--last', '1');
    expect([code, stdout.split('\n').slice(-3)]).toEqual([
      0,
      ['Of 1 plan: 1 denied, 0 unchanged.', '2 older plans were not looked at.', ''],
    ]);
    expect((await tryOut('new', '--ledger', 'bound', '--last', '0')).stderr).toContain('last-malformed');
  });

  it('is told to programs as JSON', async () => {
    const { stdout } = await tryOut('new', '--ledger', ledger('json'), '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      tried: [
        { of: { pullRequest: 3, digest: third.digest }, outcome: 'denied', findings: [{ code: 'team/secret' }] },
        { outcome: 'asked', requirements: [{ of: 'security', count: 1 }] },
        { outcome: 'warned' },
      ],
      unreadable: [],
      left: 0,
      summary: { plans: 3, denied: 1, asked: { security: 1 }, warned: 1, unchanged: 0 },
    });
  });

  it.each([
    ['is missing', (files: Map<string, Uint8Array>) => files.delete(blobPath(second.assessment))],
    ['was altered', (files: Map<string, Uint8Array>) => files.set(blobPath(second.digest), Buffer.from('{}'))],
  ])('counts a plan that %s, and does not pass over it', async (what, change) => {
    const { code, stdout } = await tryOut('new', '--ledger', ledger(what, change));
    expect(code).toBe(1);
    expect(stdout).toContain(`#2 2026-02-11T00:00:00Z ${short(second.digest)}: not judged: `);
    expect(stdout).toContain('1 plan could not be read.\n');
  });

  it('trusts no chain that is broken, and no signature of another key', async () => {
    const broken = ledger('broken', (files) => files.delete(entryPath(3)));
    expect(await tryOut('new', '--ledger', broken)).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('ledger-chain-broken'),
    });
    const strange = await tryOut('new', '--ledger', ledger('strange'), '--keys', 'others.json');
    expect([strange.code, strange.stdout]).toEqual([1, '']);
  });

  it('needs a ledger, sound policies and a configuration', async () => {
    expect((await tryOut('new')).stderr).toContain('policy-question-missing');
    expect((await tryOut('new', '--ledger', 'nowhere')).stderr).toContain('ledger-place-missing');
    expect((await tryOut('new', '--ledger', 'new')).stderr).toContain('ledger-missing');
    expect((await tryOut('none', '--ledger', ledger('needs'))).stderr).toContain('policies-missing');
    expect((await tryOut('wrong', '--ledger', 'needs')).stderr).toContain('unknown-field');
    expect((await tryOut('new', '--ledger', 'needs', '--config', 'x.yaml')).stderr).toContain('configuration-missing');
  });
});
