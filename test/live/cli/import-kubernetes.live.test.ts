import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlanFile } from '../../../src/cli/plan-file.ts';
import { CONFIGURATION as MEMORY_CONFIGURATION, workspace } from '../../cli/workspace.ts';
import { Cluster } from '../kubernetes/cluster.ts';
import { CANARY, freshEstate, NAMESPACES } from '../kubernetes/estate.ts';

const CONFIGURATION = MEMORY_CONFIGURATION.replaceAll('robots', 'production')
  .replaceAll('ROBOTS', 'PRODUCTION')
  .replace('provider: memory', 'provider: kubernetes\n    boundary: { namespaces: [shop, billing] }');

let cluster: Cluster;

beforeAll(async () => {
  cluster = await Cluster.start(NAMESPACES);
  await freshEstate(cluster);
});

afterAll(async () => {
  await cluster.live.close();
});

test('countersign import and countersign plan --all have nothing left to do, and an edit is planned and told', async () => {
  const place = workspace(
    { '.github/countersign.yaml': CONFIGURATION },
    { PRODUCTION_READ: cluster.live.kubeconfig('reader') },
  );
  try {
    const imported = await place.run('import', 'production', '--out', 'identities');
    expect(imported.code, imported.stderr).toBe(0);
    const planned = await place.run('plan', '--all', '--exit-code', '--format', 'json');
    const { plan } = JSON.parse(planned.stdout) as PlanFile;
    expect(plan.changes.filter(({ steps, blocked }) => steps.length + blocked.length > 0)).toEqual([]);
    expect(planned.code, planned.stderr).toBe(0);

    place.git('init', '--quiet');
    place.commit();
    const path =
      imported.stdout
        .split('\n')
        .find((line) => line.includes('exporter'))
        ?.replace('wrote ', '') ?? '';
    place.write(path, place.read(path).replace('clusterRole: view', 'clusterRole: edit'));
    const edited = await place.run('plan', '--base', 'HEAD');
    expect(edited.stdout).toContain('production · shop/exporter (update)');
    expect(edited.stdout).toContain(
      '#1 {"kind":"bind","namespace":"billing","role":{"kind":"ClusterRole","name":"edit"}}',
    );
    expect(edited.stdout).toContain(
      '#2 {"kind":"unbind","namespace":"billing","role":{"kind":"ClusterRole","name":"view"}}',
    );
    expect(edited.stdout).toMatch(/gains +impersonate on "production\/billing: serviceaccounts" through edit/u);
    expect(imported.stdout + edited.stdout).not.toContain(CANARY);
  } finally {
    place.remove();
  }
});
