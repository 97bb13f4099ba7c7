import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PlanFile } from '../../src/cli/plan-file.ts';
import { open, start, WIDER } from './plan-world.ts';
import { CONFIGURATION, document, workspace } from './workspace.ts';

describe('countersign plan', () => {
  test('compares the working tree with where it left the default branch, and says with what', async () => {
    const { place } = start();
    place.git('checkout', '--quiet', '-b', 'feature');
    place.commit('something else');
    place.write('identities/exporter.yaml', WIDER);
    const { code, stdout, stderr } = await place.run('plan');
    expect(code).toBe(0);
    expect(stderr).toContain(
      `Compared with the merge base with main (${place.git('rev-parse', '--short=7', 'main')}).`,
    );
    expect(stdout).toContain('robots · exporter (update)');
    expect(stdout).not.toContain('stranger');
  });

  test("takes the remote's default branch before a local one", async () => {
    const { place } = start();
    place.git('update-ref', 'refs/remotes/origin/trunk', 'HEAD');
    place.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk');
    expect((await place.run('plan')).stderr).toContain('the merge base with origin/trunk');
  });

  test('without any difference has nothing to do and reads nothing live', async () => {
    const { place } = start();
    const { code, stdout } = await place.run('plan', '--exit-code');
    expect([code, stdout]).toEqual([0, expect.stringContaining('nothing changes, no identity is concerned')]);
    expect(place.asked).not.toContain('ROBOTS_READ');
  });

  test('compares with any commit', async () => {
    const { place } = start();
    place.write('identities/exporter.yaml', WIDER);
    const first = place.commit();
    place.write('identities/exporter.yaml', document('exporter', 'grants: []'));
    const { code, stdout, stderr } = await place.run('plan', '--base', first, '--format', 'json', '--exit-code');
    expect(code).toBe(2);
    expect(stderr).toContain(`Compared with ${first} (${first.slice(0, 7)}).`);
    const { plan } = JSON.parse(stdout) as PlanFile;
    expect(plan.changes.map(({ address, action }) => [address, action])).toEqual([
      ['robots/MemoryAccount/exporter', 'update'],
    ]);
  });

  test('says of a rule about the pull request that it is not known here, and denies nothing by it', async () => {
    const { place } = start();
    place.write('.github/countersign.yaml', `${CONFIGURATION}policies: [policies/]\n`);
    const rule = "{ name: drafts, when: pull.draft, effect: deny, message: '{pull.title}' }";
    const header = 'apiVersion: countersign.dev/v1\nkind: Policy\nmetadata: { name: team }\n';
    place.write('policies/team.yaml', `${header}spec: { rules: [${rule}] }\n`);
    place.commit('rules');
    place.write('identities/exporter.yaml', WIDER);
    const { stdout } = await place.run('plan', '--format', 'json');
    const { assessment } = JSON.parse(stdout) as PlanFile;
    expect(assessment.findings).toMatchObject([
      { code: 'policy-untold', effect: 'warn', address: 'robots/MemoryAccount/exporter' },
    ]);
  });

  test('takes a removed document for a removal, by the version that the commit has', async () => {
    const { place } = start();
    place.git('rm', '--quiet', 'identities/exporter.yaml');
    const { stdout } = await place.run('plan', '--format', 'json');
    expect((JSON.parse(stdout) as PlanFile).plan.changes[0]).toMatchObject({ action: 'disable' });
  });

  test('never touches anything live and asks for no credentials but those for reading', async () => {
    const { place, world } = start();
    place.write('identities/exporter.yaml', WIDER);
    const before = world.bytes();
    await place.run('plan');
    await place.run('plan', '--all');
    expect(world.bytes()).toBe(before);
    expect(place.asked).toContain('ROBOTS_READ');
    expect(place.asked).not.toContain('ROBOTS_WRITE');
  });

  test('is the same plan, whatever stands around its documents', async () => {
    const { place } = start();
    place.write('identities/exporter.yaml', WIDER);
    const digest = async () => (JSON.parse((await place.run('plan', '--format', 'json')).stdout) as PlanFile).digest;
    const first = await digest();
    place.write('identities/exporter.yaml', `# a comment\r\n${WIDER.replaceAll('\n', '\r\n')}`);
    place.git('mv', '--force', 'identities/exporter.yaml', 'identities/renamed.yaml');
    place.write('README.md', 'elsewhere');
    symlinkSync('identities', join(place.root, 'elsewhere'));
    expect(await digest()).toBe(first);
  });
});

describe('countersign plan --all', () => {
  test('has nothing to do where everything is as declared, and lists what nobody declares', async () => {
    const { place } = start();
    const { code, stdout, stderr } = await place.run('plan', '--all', '--exit-code');
    expect([code, stderr]).toEqual([0, expect.stringContaining('Compared with what is live.')]);
    expect(stdout).toMatch(/^Countersign: nothing changes, .*; 1 identity is live and undeclared\n/u);
    expect(stdout).toMatch(
      /^unmanaged  1 identity within the boundary, not touched\n  robots\/MemoryAccount\/stranger$/mu,
    );
  });

  test('finds drift without any repository', async () => {
    const { place, world } = start();
    world.edit('exporter', { grants: { invoices: ['read'], orders: ['read'] } });
    place.git('rev-parse', '--git-dir');
    const bare = workspace(
      { '.github/countersign.yaml': CONFIGURATION, 'identities/a.yaml': place.read('identities/exporter.yaml') },
      { ROBOTS_READ: world.path },
    );
    open.push(bare);
    const { code, stdout } = await bare.run('plan', '--all', '--exit-code');
    expect(code).toBe(2);
    expect(stdout).toMatch(/exporter \(update\)[^]*orders/u);
  });

  test('lists what is live also where nothing is declared', async () => {
    const { place } = start();
    place.git('rm', '--quiet', 'identities/exporter.yaml');
    const { code, stdout } = await place.run('plan', '--all');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Countersign: nothing changes, .*; 2 identities are live and undeclared\n/u);
    expect(stdout).toContain('robots/MemoryAccount/exporter');
  });

  test('says which exceptions no longer count, whatever they are about', async () => {
    const { place } = start();
    const head = 'apiVersion: countersign.dev/v1\nkind:';
    const rule = "{ name: few, when: 'true', effect: deny, message: Few. }";
    const spec = "{ rule: team/few, addresses: ['robots/*'], reason: So, owner: '@ana', until: 2026-12-31 }";
    place.write('.github/countersign.yaml', `${CONFIGURATION}policies: [policies/]\n`);
    place.write('policies/a.yaml', `${head} Policy\nmetadata: { name: team }\nspec: { rules: [${rule}] }\n`);
    place.write('policies/b.yaml', `${head} Exception\nmetadata: { name: one }\nspec: ${spec}\n`);
    const { code, stdout } = await place.run('plan', '--all');
    expect([code, stdout]).toEqual([0, expect.stringContaining('exception-expired')]);
    expect(stdout).toContain('policies/b.yaml:4:');
    place.write('policies/b.yaml', place.read('policies/b.yaml').replace('2026-12-31', '2027-01-31'));
    expect((await place.run('plan', '--all')).stdout).not.toContain('exception');
  });

  test('cannot be had together with a commit', async () => {
    const { place } = start();
    const { code, stderr } = await place.run('plan', '--all', '--base', 'HEAD');
    expect([code, stderr]).toEqual([1, expect.stringContaining('arguments-contradict')]);
  });
});

describe('what cannot be planned', () => {
  test('a source that cannot be reached is no absence: incomplete, exit 1', async () => {
    const { place, world } = start();
    place.write('identities/exporter.yaml', WIDER);
    const lost = workspace({}, { ROBOTS_READ: `${world.path}.gone`, ROBOTS_WRITE: '' });
    open.push(lost);
    lost.write('.github/countersign.yaml', CONFIGURATION);
    lost.write('identities/exporter.yaml', WIDER);
    for (const exit of [[], ['--exit-code']]) {
      const { code, stdout } = await lost.run('plan', '--all', ...exit);
      expect([code, stdout]).toEqual([1, expect.stringContaining('not read')]);
      expect(stdout).not.toMatch(/create|nothing changes/u);
    }
  });

  test('what depends on a document with an error is no error besides', async () => {
    const { place } = start();
    place.write('identities/exporter.yaml', WIDER.replace('source:', 'dependsOn: [robots/MemoryAccount/b]\n  source:'));
    place.write('identities/b.yaml', document('b', 'nots: 1'));
    const { code, stdout } = await place.run('plan');
    expect(code).toBe(1);
    expect(stdout).toContain('unknown-key');
    expect(stdout).not.toContain('dependency-undeclared');
    place.write('identities/b.yaml', document('c', 'nots: 1'));
    expect((await place.run('plan')).stdout).toContain('dependency-undeclared');
  });

  test('documents with errors are errors, at their places, and nothing live is asked', async () => {
    const { place } = start();
    place.write('identities/bad.yaml', WIDER.replace('actions', 'action'));
    for (const argv of [['plan'], ['plan', '--all']]) {
      const { code, stdout } = await place.run(...argv);
      expect([code, stdout]).toEqual([1, expect.stringContaining('identities/bad.yaml:')]);
    }
    expect(place.asked).not.toContain('ROBOTS_READ');
  });

  test('a commit without a configuration has no rules', async () => {
    const { place } = start();
    place.git('rm', '--quiet', '--cached', '.github/countersign.yaml');
    const bare = place.git('commit-tree', '-m', 'bare', place.git('mktree', '--missing'));
    const { code, stderr } = await place.run('plan', '--base', bare);
    expect([code, stderr]).toEqual([1, expect.stringContaining('base-not-installed')]);
  });

  test('a broken configuration is shown at its place, with whose it is', async () => {
    const { place } = start();
    place.write('.github/countersign.yaml', CONFIGURATION.replace('memory', 'memroy'));
    const { code, stderr } = await place.run('plan', '--all');
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(
        /countersign\.yaml:8:15: [^]*The configuration in the working tree cannot be used, so nothing was planned\.\n$/u,
      ),
    ]);
    place.commit();
    expect((await place.run('plan')).stderr).toMatch(
      /The configuration at the merge base with main.*, whose rules apply, cannot be used/u,
    );
  });

  test.each([
    ['no such commit', ['--base', 'nowhere'], 'base-unknown'],
    ['a commit that would be an option', ['--base=--output=x'], 'base-unknown'],
  ])('%s', async (_, options, expected) => {
    const { place } = start();
    const { code, stderr } = await place.run('plan', ...options);
    expect([code, stderr]).toEqual([1, expect.stringContaining(expected)]);
    expect(place.list('.')).not.toContain('x');
  });

  test('outside of a repository there is no commit to compare with', async () => {
    const place = workspace({ '.github/countersign.yaml': CONFIGURATION });
    open.push(place);
    expect(await place.run('plan')).toMatchObject({ code: 1, stderr: expect.stringContaining('base-unknown') });
  });

  test('symbolic links are no documents, neither on disk nor in git', async () => {
    const { place } = start();
    symlinkSync('exporter.yaml', join(place.root, 'identities/link.yaml'));
    expect(await place.run('plan')).toMatchObject({ code: 1, stdout: expect.stringContaining('identities/link.yaml') });
    place.commit();
    place.write('identities/new.yaml', document('new', 'grants: []'));
    const stdout = expect.stringMatching(/link\.yaml:1:1: On the base branch: [^]*robots · new \(create\)/u);
    expect(await place.run('plan')).toMatchObject({ code: 0, stdout });
    expect((await place.run('plan', '--all')).code).toBe(1);
  });
});
