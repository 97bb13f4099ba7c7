import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { workingTree } from '../../src/cli/files.ts';
import { entryPath } from '../../src/core/ledger/layout.ts';
import { openLedger } from '../../src/core/ledger/open.ts';
import { runCli, type CliRun } from '../support/cli.ts';
import { ledgerOf, makeKeys } from '../support/ledger-writer.ts';
import { TokenKey, TRUST } from '../support/workflow-tokens.ts';

const scratch = mkdtempSync(join(tmpdir(), 'countersign-verify-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const keys = makeKeys('k1');
const { store, writer } = await ledgerOf(9, keys);
const { head } = await openLedger(writer);
writeFileSync(join(scratch, 'keys.json'), JSON.stringify({ k1: keys.spki }));

function verify(...argv: readonly string[]): Promise<CliRun> {
  const env = (name: string): string | undefined => (name === 'PATH' ? process.env['PATH'] : undefined);
  return runCli(['verify', ...argv], workingTree(scratch), { cwd: scratch, env });
}

function checkedOut(name: string, change: (files: Map<string, Uint8Array>) => void = () => {}): string {
  const files = new Map(store.files);
  change(files);
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(scratch, name, path)), { recursive: true });
    writeFileSync(join(scratch, name, path), bytes);
  }
  return name;
}

function repository(name: string, change?: (files: Map<string, Uint8Array>) => void): string {
  const folder = join(scratch, checkedOut(name, change));
  const git = (...args: readonly string[]): void =>
    void execFileSync('git', ['-C', folder, '-c', 'user.name=t', '-c', 'user.email=t@example.test', ...args], {
      stdio: 'pipe',
    });
  git('init', '--quiet', '--initial-branch=countersign/ledger');
  git('add', '--all');
  git('commit', '--quiet', '--message=ledger');
  git('checkout', '--quiet', '--orphan', 'main');
  git('rm', '--quiet', '-r', '--force', '.');
  writeFileSync(join(folder, 'README.md'), 'the code');
  return name;
}

describe.each([
  ['folder', checkedOut],
  ['repository', repository],
] as const)('a ledger in a %s', (kind, made) => {
  test('is sound', async () => {
    const { code, stdout } = await verify(made(`${kind}-sound`), '--keys', 'keys.json');
    expect(code).toBe(0);
    expect(stdout).toContain('Sound: ledger ledger-1, 9 entries.');
    expect(stdout).toContain(`Anchor: 8:${head.hash}`);
    expect(stdout).toContain('Signatures: 9 by k1');
  });

  test('with one byte altered is not, and the entry is named', async () => {
    const name = made(`${kind}-altered`, (files) => {
      const bytes = Uint8Array.from(files.get(entryPath(4)) ?? []);
      bytes[200] = (bytes[200] ?? 0) ^ 1;
      files.set(entryPath(4), bytes);
    });
    const { code, stdout } = await verify(name, '--keys', 'keys.json');
    expect([code, stdout.split('\n')[0]]).toEqual([
      1,
      expect.stringMatching(/^NOT SOUND: entry-(malformed|untrusted), first at entry 4\.$/u),
    ]);
  });

  test('is told to programs as JSON', async () => {
    const name = made(`${kind}-json`, (files) => files.delete(entryPath(5)));
    const { code, stdout } = await verify(name, '--keys', 'keys.json', '--format', 'json');
    expect([code, JSON.parse(stdout)]).toEqual([
      1,
      expect.objectContaining({
        sound: false,
        signatures: 'checked',
        problems: [expect.objectContaining({ code: 'entry-missing', index: 5 })],
      }),
    ]);
  });

  test('is held to an older anchor', async () => {
    const name = made(`${kind}-anchor`);
    expect((await verify(name, '--anchor', `8:${head.hash}`)).code).toBe(0);
    expect((await verify(name, '--anchor', `9:${head.hash}`)).stdout).toContain('ledger-truncated');
    expect((await verify(name, '--anchor', `3:${head.hash}`)).stdout).toContain('anchor-differs');
  });
});

describe('verifying', () => {
  writeFileSync(join(scratch, 'anchor.txt'), `8:${head.hash}\n`);
  writeFileSync(join(scratch, 'misspelt.json'), JSON.stringify({ kind: 'github-oidcc', keys: {} }));

  test('is held to an older anchor in a file, by itself or as verify reports it', async () => {
    const name = checkedOut('anchored');
    const { stdout } = await verify(name, '--keys', 'keys.json', '--format', 'json');
    writeFileSync(join(scratch, 'report.json'), stdout);
    const shorter = checkedOut('anchored-shorter', (files) => {
      files.delete(entryPath(8));
      files.delete('head.json');
    });
    for (const file of ['anchor.txt', 'report.json']) {
      expect((await verify(name, '--anchor', file)).code).toBe(0);
      expect((await verify(shorter, '--anchor', file)).stdout).toContain('ledger-truncated');
    }
  });

  test('gives no anchor of a ledger that is not sound', async () => {
    const name = checkedOut('anchorless', (files) => files.delete('head.json'));
    expect((await verify(name)).stdout).not.toContain('Anchor');
    expect(JSON.parse((await verify(name, '--format', 'json')).stdout)).toMatchObject({ sound: false, head: null });
  });

  test('says whose runs signed, by the keys that were pinned and nothing else', async () => {
    const issuer = new TokenKey('issuer-1');
    const signed = await ledgerOf(3, { signer: issuer.signer(), verifier: issuer.verifier() });
    for (const [path, bytes] of signed.store.files) {
      mkdirSync(dirname(join(scratch, 'by-runs', path)), { recursive: true });
      writeFileSync(join(scratch, 'by-runs', path), bytes);
    }
    const trust = (change: object) => {
      const { issuer: address, ...rest } = TRUST;
      const content = { kind: 'github-oidc', issuer: address, ...rest, keys: { 'issuer-1': issuer.spki }, ...change };
      writeFileSync(join(scratch, 'trust.json'), JSON.stringify(content));
      return ['by-runs', '--keys', 'trust.json'];
    };
    expect((await verify(...trust({}))).stdout).toContain(`Signatures: 3 by ${TRUST.workflows[0]}`);
    expect((await verify(...trust({ repositoryId: 8 }))).stdout).toContain('token-repository');
    expect((await verify(...trust({ keys: { 'issuer-1': new TokenKey('x').spki } }))).stdout).toContain('token-forged');
    expect((await verify(...trust({ keys: {} }))).stderr).toContain('keys-unusable');
  });

  test('without keys says that signatures were not checked', async () => {
    expect((await verify(checkedOut('no-keys'))).stdout).toContain('Signatures: NOT CHECKED');
  });

  test("with another's keys trusts no entry", async () => {
    writeFileSync(join(scratch, 'others.json'), JSON.stringify({ k1: makeKeys('k1').spki }));
    const { code, stdout } = await verify(checkedOut('others'), '--keys', 'others.json');
    expect([code, stdout]).toEqual([1, expect.stringContaining('entry-untrusted: entry 0')]);
  });

  test('where there is no ledger says so', async () => {
    mkdirSync(join(scratch, 'empty'));
    expect(await verify('empty')).toMatchObject({ code: 1, stdout: expect.stringContaining('ledger-missing') });
  });

  test('a path that does not exist is named, and nothing is said of any ledger', async () => {
    const { code, stdout, stderr } = await verify('./typo');
    expect(code).toBe(1);
    expect(`${stdout}${stderr}`).toContain('ledger-place-missing');
    expect(`${stdout}${stderr}`).toContain('./typo');
    expect(`${stdout}${stderr}`).not.toContain('NOT SOUND');
  });

  test('follows no symbolic link in a ledger', async () => {
    writeFileSync(join(scratch, 'elsewhere.json'), store.files.get(entryPath(6)) ?? '');
    const name = checkedOut('linked', (files) => files.delete(entryPath(6)));
    symlinkSync(join(scratch, 'elsewhere.json'), join(scratch, name, entryPath(6)));
    expect((await verify(name, '--keys', 'keys.json')).stdout).toContain(
      'NOT SOUND: entry-malformed, first at entry 6',
    );
  });

  test.each([
    ['an anchor that is none', ['--anchor', '12'], 'anchor-malformed'],
    ['an anchor in a file that is none', ['--anchor', 'keys.json'], 'anchor-malformed'],
    ['an anchor in a file that is not there', ['--anchor', 'nowhere.txt'], 'there is no such file'],
    ['keys that are not there', ['--keys', 'nowhere.json'], 'there is no such file'],
    ['keys that are none', ['--keys', 'anchor.txt'], 'keys-unusable'],
    ['keys of a kind that is misspelt', ['--keys', 'misspelt.json'], 'keys-unusable'],
  ])('%s is an error that says so', async (_, options, expected) => {
    const { code, stdout, stderr } = await verify(checkedOut('refusals'), ...options);
    expect(code).toBe(1);
    expect(`${stdout}${stderr}`).toContain(expected);
  });

  test('a branch that would be an option is no branch', async () => {
    const { code, stdout } = await verify(repository('option'), '--branch=--output=x');
    expect([code, stdout]).toEqual([1, expect.stringContaining('ledger-missing')]);
  });

  test('names of foreign files cannot write to the terminal', async () => {
    const name = checkedOut('foreign', (files) => files.set('\u001b[31mred', Buffer.from('x')));
    const { stdout } = await verify(name, '--keys', 'keys.json');
    expect(stdout).toContain('foreign, not counted');
    expect(stdout).not.toContain('\u001b');
  });
});
