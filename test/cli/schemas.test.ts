import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { CONFIGURATION, workspace, type Workspace } from './workspace.ts';

let place: Workspace;

afterEach(() => place.remove());

describe('countersign schemas', () => {
  it('writes what this repository publishes, where it is told to', async () => {
    place = workspace({});
    const { code, stdout } = await place.run('schemas', '--out', 'tools/schemas');
    expect(code).toBe(0);
    const files = [
      'AwsIamPolicy.json',
      'AwsIamRole.json',
      'AwsIamUser.json',
      'AwsOidcProvider.json',
      'Configuration.json',
      'Controls.json',
      'Document.json',
      'Exception.json',
      'KubernetesClusterRole.json',
      'KubernetesRole.json',
      'KubernetesServiceAccount.json',
      'Policy.json',
      'PostgresRole.json',
      'Profile.json',
      'Reconciliation.json',
    ];
    expect(place.list('tools/schemas')).toEqual(files);
    for (const file of files) {
      expect(place.read(`tools/schemas/${file}`)).toBe(readFileSync(`schemas/${file}`, 'utf8'));
      expect(stdout).toContain(`wrote tools/schemas/${file}\n`);
    }
  });

  it('replaces those of an older version', async () => {
    place = workspace({ 'schemas/Document.json': '{}' });
    expect((await place.run('schemas')).code).toBe(0);
    expect(place.read('schemas/Document.json')).toContain('PostgresRole');
  });

  it('names no kind or provider that only tests use', async () => {
    place = workspace({});
    await place.run('schemas');
    for (const file of place.list('schemas')) expect(place.read(`schemas/${file}`)).not.toMatch(/memory/iu);
  });
});

describe('no message offers what only tests use', () => {
  const postgres = CONFIGURATION.replace('provider: memory', 'provider: postgres');

  it('where a provider is misspelt', async () => {
    place = workspace({ '.github/countersign.yaml': CONFIGURATION.replace('provider: memory', 'provider: postgras') });
    const { stdout } = await place.run('validate');
    expect(stdout).toMatch(/wrong-value.*postgres/u);
    expect(stdout).not.toContain('memory');
  });

  it.each(['kind: PostgresRule', 'metadata: {}'])('where a document begins with %s', async (line) => {
    const document = `apiVersion: countersign.dev/v1\n${line}\n`;
    place = workspace({ '.github/countersign.yaml': postgres, 'identities/a.yaml': document });
    const { stdout } = await place.run('validate');
    expect(stdout).toContain('PostgresRole');
    expect(stdout).not.toContain('MemoryAccount');
  });

  it('and a configuration that names it is still sound', async () => {
    place = workspace({ '.github/countersign.yaml': CONFIGURATION });
    expect((await place.run('validate')).code).toBe(0);
  });
});
