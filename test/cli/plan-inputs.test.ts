import { describe, expect, test } from 'vitest';
import type { PlanFile } from '../../src/cli/plan-file.ts';
import { start } from './plan-world.ts';
import { CONFIGURATION, document } from './workspace.ts';

describe('a plan of identities that are made of several inputs', () => {
  test('finds what changes where only a file beside a document was edited, and says where', async () => {
    const { place } = start();
    place.write('.github/countersign.yaml', CONFIGURATION.replace('identities/**/*.yaml', "'identities/**'"));
    place.write('identities/exporter.yaml', document('exporter', 'grants: { file: grants.json }'));
    place.write('identities/grants.json', '[{"on": "invoices", "actions": ["read"]}]');
    const base = place.commit();
    place.write('identities/grants.json', '[\n  { "on": "invoices", "actions": ["read"] }\n]\n');
    expect((await place.run('plan', '--base', base)).stdout).toContain('no identity is concerned');
    place.write('identities/grants.json', '[\n  { "on": "invoices", "actions": ["read", "write"] }\n]\n');
    const { assessment } = JSON.parse((await place.run('plan', '--base', base, '--format', 'json')).stdout) as PlanFile;
    expect(assessment.changes).toMatchObject([
      {
        address: 'robots/MemoryAccount/exporter',
        location: { path: 'identities/exporter.yaml' },
        besides: [{ path: 'identities/grants.json', line: 1 }],
        widensAt: [{ location: { path: 'identities/grants.json', line: 2 } }],
      },
    ]);
  });

  test('finds what changes where only a plain manifest was edited, and says where', async () => {
    const { place } = start();
    const manifests = "    manifests: ['deploy/*.yaml']\n    mode: authoritative";
    place.write('.github/countersign.yaml', CONFIGURATION.replace('    mode: authoritative', manifests));
    place.git('rm', '--quiet', 'identities/exporter.yaml');
    const grant = (actions: string) =>
      `apiVersion: memory.example/v1\nkind: Grant\naccount: exporter\non: invoices\nactions: ${actions}\n`;
    place.write(
      'deploy/account.yaml',
      'apiVersion: memory.example/v1\nkind: Account\nmetadata: { name: exporter, annotations: { countersign.dev/purpose: Export } }\n',
    );
    place.write('deploy/grants.yaml', grant('[read]'));
    const base = place.commit();
    place.write('deploy/grants.yaml', `# who reads what\n${grant('[read, write]')}`);
    place.write('deploy/stray.yml', grant('[read]'));
    const { stdout } = await place.run('plan', '--base', base, '--format', 'json');
    const { plan, assessment } = JSON.parse(stdout) as PlanFile;
    expect(plan.changes).toMatchObject([{ address: 'robots/MemoryAccount/exporter', action: 'update' }]);
    expect(assessment.changes).toMatchObject([
      {
        location: { path: 'deploy/account.yaml', line: 1 },
        besides: [{ path: 'deploy/grants.yaml', line: 2 }],
        widensAt: [{ location: { path: 'deploy/grants.yaml', line: 2 } }],
      },
    ]);
    expect((await place.run('validate')).stdout).toContain('deploy/stray.yml:1:1: warning: file-overlooked');
    expect((await place.run('validate', 'deploy/grants.yaml')).stderr).toBe('1 sound document, no errors.\n');
    place.write('deploy/grants.yaml', 'kind: [');
    expect(await place.run('plan', '--base', base)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('deploy/grants.yaml:1:8'),
    });
  });
});
