import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { workingTree } from '../../src/cli/files.ts';
import { loadProviders } from '../../src/providers/registry.ts';
import { runCli, type Tree } from '../support/cli.ts';

const FIXTURES = 'test/fixtures/validate';
const CONFIGURATION = readFileSync(`${FIXTURES}/countersign.yaml`, 'utf8');
const SOUND = readFileSync(`${FIXTURES}/sound/desired.yaml`, 'utf8');

function tree(files: Tree): Tree {
  return { '.github/countersign.yaml': CONFIGURATION, ...files };
}

const cases = readdirSync(FIXTURES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe('each kind of bad input', () => {
  it.each(cases)('%s', async (name) => {
    const bytes = readFileSync(`${FIXTURES}/${name}/desired.yaml`);
    const { code, stdout } = await runCli(['validate'], tree({ 'identities/desired.yaml': bytes }));
    await expect(stdout).toMatchFileSnapshot(`../fixtures/validate/${name}/expected.txt`);
    expect(code).toBe(name === 'sound' ? 0 : 1);
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

describe('countersign validate', () => {
  it('asks CODEOWNERS where the configuration does', async () => {
    const asking = CONFIGURATION.replace('approval: {', 'approval: { owners: codeowners,');
    expect(asking).not.toBe(CONFIGURATION);
    expect(SOUND).not.toContain('owner:');
    const said = async (files: Tree) =>
      await runCli(['validate'], tree({ '.github/countersign.yaml': asking, 'identities/a.yaml': SOUND, ...files }));
    expect(await said({ CODEOWNERS: '* @ana' })).toMatchObject({ code: 0, stdout: '' });
    expect(await said({ CODEOWNERS: '* a@example.test' })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('CODEOWNERS:1:1: warning: code-owner-unknowable'),
    });
    expect(await said({ '.github/CODEOWNERS': { kind: 'symlink' }, CODEOWNERS: '* @ana' })).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('.github/CODEOWNERS:1:1: symlink'),
    });
  });

  it('tells an error once, and not again of each document that needs the broken one', async () => {
    const { code, stdout } = await runCli(
      ['validate'],
      tree({
        'identities/a.yaml': SOUND.replace('source: orders-db', 'source: orders-db, dependsOn: [orders-db/TinyRole/b]'),
        'identities/b.yaml': 'metadata: { name: b',
      }),
    );
    expect(stdout.split('\n').map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'identities/b.yaml:1:20: yaml-unclosed:',
      '',
    ]);
    expect(code).toBe(1);
  });

  it('without files checks what the globs name, and nothing else', async () => {
    const { code, stdout, stderr } = await runCli(
      ['validate'],
      tree({ 'identities/a.yaml': SOUND, 'deploy.yaml': 'a: &x 1', 'identities/notes.txt': '- a' }),
    );
    expect([code, stdout, stderr]).toEqual([0, '', '2 sound documents, no errors.\n']);
  });

  it('with files checks only those', async () => {
    const files = tree({ 'identities/a.yaml': SOUND, 'identities/b.yaml': '- a', 'other.yaml': '- b' });
    expect((await runCli(['validate', 'identities/a.yaml'], files)).code).toBe(0);
    expect((await runCli(['validate', 'other.yaml'], files)).stdout).toBe(
      'other.yaml:1:1: not-a-document: This is not a document: it is no mapping. — Write apiVersion, kind, metadata and spec.\n',
    );
  });

  it('with files knows what they refer to, and with a file beside a document those that refer to it', async () => {
    const memory = `{ provider: memory, connection: { read: { env: R } }, mode: observe, owner: '@ana' }`;
    const referring = (name: string, grants: string) =>
      `apiVersion: countersign.dev/v1\nkind: MemoryAccount\nmetadata: { name: ${name}, source: memory }\nspec: { grants: ${grants} }\n`;
    const files: Tree = {
      '.github/countersign.yaml': `apiVersion: countersign.dev/v1\nkind: Configuration\ndesired: ['identities/**']\nsources: { memory: ${memory} }\napproval: { administrators: '@ana' }\n`,
      'identities/a.yaml': referring('a', '{ file: grants.json }'),
      'identities/b.yaml': referring('b', 'none'),
      'identities/grants.json': '[]',
    };
    const named = async (path: string, given = files) =>
      await runCli(['validate', path], given, { providers: loadProviders });
    expect(await named('identities/a.yaml')).toEqual({ code: 0, stdout: '', stderr: '1 sound document, no errors.\n' });
    expect(await named('identities/grants.json')).toMatchObject({ code: 0, stderr: '1 sound document, no errors.\n' });
    expect(await named('identities/grants.json', { ...files, 'identities/grants.json': '[1]' })).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('identities/grants.json:1:2: no-form-fits'),
    });
  });

  it('names files that lie beside the documents with the other ending, and are not read', async () => {
    const files = tree({
      'identities/a.yaml': SOUND,
      'identities/b.yml': SOUND,
      'identities/C.YAML': SOUND,
      'identities/notes.txt': '',
      'elsewhere/d.yml': SOUND,
      '.github/workflows/e.yml': 'on: push',
    });
    const { code, stdout } = await runCli(['validate'], files);
    expect(code).toBe(0);
    expect(stdout.split('\n').map((line) => line.split(': ').slice(0, 3).join(' '))).toEqual([
      'identities/C.YAML:1:1 warning file-overlooked',
      'identities/b.yml:1:1 warning file-overlooked',
      '',
    ]);
  });

  it('takes a file that is named twice once', async () => {
    const files = tree({ 'identities/a.yaml': SOUND });
    expect((await runCli(['validate', 'identities/a.yaml', './identities/a.yaml'], files)).code).toBe(0);
  });

  it('finds nothing wrong with the example that users copy', async () => {
    const { code, stdout, stderr } = await runCli(['validate'], workingTree('examples'), { providers: loadProviders });
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/^[1-9]\d* sound documents?, no errors\.\n$/u);
  });

  it('says of teams that they were not checked, and above a trial of logins and teams that they are not pinned', async () => {
    const document = SOUND.replace('source: orders-db }', 'source: orders-db, owner: "@zoe" }');
    const rules = CONFIGURATION.replace('widening: security', 'widening: "@acme/security"').replace(
      '[ana, ben]',
      '[ana#5, ben]',
    );
    const standard = `${rules}app: 7\nledger: { signing: { kind: ed25519, key: { env: KEY }, keys: { k: ${'A'.repeat(60)} } } }\n`;
    const said = async (text: string) => {
      const files = { '.github/countersign.yaml': text, 'identities/a.yaml': document };
      const { code, stdout } = await runCli(['validate'], files);
      expect(code).toBe(0);
      return stdout.split('\n').map((line) => line.split(': ').slice(0, 3).join(' '));
    };
    expect(await said(rules)).toEqual(['.github/countersign.yaml:12:47 warning team-unchecked', '']);
    expect(await said(standard)).toEqual([
      '.github/countersign.yaml:12:47 warning team-unchecked',
      '.github/countersign.yaml:4:28 warning person-unpinned',
      '.github/countersign.yaml:4:45 warning person-unpinned',
      '.github/countersign.yaml:4:61 warning person-unpinned',
      'identities/a.yaml:3:55 warning person-unpinned',
      '.github/countersign.yaml:12:47 warning team-unpinned',
      '',
    ]);
  });

  it('warns of policies that are named where none is', async () => {
    const configuration = `${CONFIGURATION}policies: [policies/, polices/]\n`;
    const { code, stdout } = await runCli(['validate'], tree({ '.github/countersign.yaml': configuration }));
    expect([code, stdout.trimEnd().split('\n')]).toEqual([
      0,
      ['policies/', 'polices/'].map((name): unknown =>
        expect.stringMatching(
          new RegExp(`^\\.github/countersign\\.yaml:\\d+:\\d+: warning: policies-unmatched: .*${name}`, 'u'),
        ),
      ),
    ]);
  });

  it('names both places of an identity that two files declare', async () => {
    const { stdout } = await runCli(
      ['validate'],
      tree({ 'identities/a.yaml': SOUND.split('---')[0] ?? '', 'identities/b.yaml': SOUND }),
    );
    expect(stdout).toBe(
      'identities/b.yaml:1:1: duplicate-address: orders-db/TinyRole/exporter is declared twice: here and at identities/a.yaml:1:1. — Remove one of the two documents.\n',
    );
  });

  it('refuses symbolic links, too large and unreadable files, each by itself', async () => {
    const { code, stdout } = await runCli(
      ['validate'],
      tree({
        'identities/a.yaml': { kind: 'symlink' },
        'identities/folder': { kind: 'symlink' },
        elsewhere: { kind: 'symlink' },
        'identities/b.yaml': { kind: 'too-large', size: 104_857_600 },
        'identities/c.yaml': { kind: 'unreadable', reason: 'EACCES' },
        'identities/d.yaml': '- a',
      }),
    );
    expect(code).toBe(1);
    expect(stdout.split('\n').map((line) => line.split(': ').slice(0, 2).join(' '))).toEqual([
      'identities/a.yaml:1:1 symlink',
      'identities/b.yaml:1:1 input-too-large',
      'identities/c.yaml:1:1 file-unreadable',
      'identities/folder:1:1 symlink',
      'identities/d.yaml:1:1 not-a-document',
      '',
    ]);
  });

  it('reports everything that is wrong with the configuration, and says that documents were not checked', async () => {
    const broken = CONFIGURATION.replace('mode: authoritative', 'mode: everything').replace(
      'provider: tiny',
      'provider: tyni',
    );
    const { code, stdout } = await runCli(
      ['validate'],
      tree({ '.github/countersign.yaml': broken, 'identities/a.yaml': '- a' }),
    );
    expect(code).toBe(1);
    expect(stdout.split('\n').map((line) => line.split(': ').slice(0, 2).join(' '))).toEqual([
      '.github/countersign.yaml:7:15 wrong-value',
      '.github/countersign.yaml:9:11 wrong-value',
      '.github/countersign.yaml:1:1 warning',
      '',
    ]);
  });

  it('takes the configuration from elsewhere', async () => {
    const files = { 'other.yaml': CONFIGURATION, 'identities/a.yaml': SOUND };
    expect((await runCli(['validate'], files)).stdout).toContain('.github/countersign.yaml:1:1: configuration-missing');
    expect((await runCli(['validate', '--config', 'other.yaml'], files)).code).toBe(0);
    expect((await runCli(['validate', '--config=other.yaml', 'other.yaml'], files)).code).toBe(0);
  });

  it('writes JSON for programs', async () => {
    const { stdout, stderr } = await runCli(['validate', '--format', 'json'], tree({ 'identities/a.yaml': '- a' }));
    expect(JSON.parse(stdout)).toEqual({
      diagnostics: [
        expect.objectContaining({
          code: 'not-a-document',
          severity: 'error',
          location: { path: 'identities/a.yaml', line: 1, column: 1 },
        }),
      ],
    });
    expect(stderr).toBe('');
  });

  it('writes annotations that nothing in a file or its name can break out of', async () => {
    const { stdout } = await runCli(
      ['validate', '--format', 'github'],
      tree({ 'identities/a%0A,b::\n::error::c.yaml': 'apiVersion: "100%::x"\nkind: a\n' }),
    );
    expect(stdout).toBe(
      '::error file=identities/a%250A%2Cb%3A%3A\\u{A}%3A%3Aerror%3A%3Ac.yaml,line=1,col=13,title=unknown-api-version::No document format is called "100%25::x". — Write countersign.dev/v1, or take the file out of the desired-state globs.\n',
    );
  });

  it('shows file names on one line and without what a terminal would obey', async () => {
    const { stdout } = await runCli(['validate'], tree({ 'identities/\u001B[2Jx\n.yaml': '- a' }));
    expect(stdout).toMatch(/^identities\/\\u\{1B\}\[2Jx\\u\{A\}\.yaml:1:1: [^\n]+\n$/u);
  });

  it('explains itself', async () => {
    const { code, stdout } = await runCli(['validate', '--help'], {});
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: countersign validate \[options\] \[FILE…\]\n/u);
    expect(stdout).toContain('--config FILE');
  });

  it.each([
    [['--fromat', 'json'], 'There is no option --fromat. Did you mean "--format"?'],
    [['--format', 'jsno'], '--format is one of text, json, github. Did you mean "json"?'],
    [['--format'], "Option '--format <value>' argument missing"],
  ])('%j is refused', async (argv, message) => {
    const { code, stderr } = await runCli(['validate', ...argv], {});
    expect([code, stderr.split('\n')[0]]).toEqual([1, message]);
  });
});
