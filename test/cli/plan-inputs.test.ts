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
});
