import { describe, expect, test } from 'vitest';
import type { PlanFile } from '../../src/cli/plan-file.ts';
import { FakeApiServer } from '../support/fake-api-server.ts';
import { SmallCluster } from '../support/small-cluster.ts';
import { open } from './plan-world.ts';
import { CONFIGURATION, workspace, type Workspace } from './workspace.ts';

const RULES = CONFIGURATION.replace('provider: memory', 'provider: kubernetes').replace(
  '    mode:',
  "    manifests: ['deploy/*.yaml']\n    boundary: { namespaces: [shop, metrics] }\n    mode:",
);

const account = (namespace: string) => `apiVersion: countersign.dev/v1
kind: KubernetesServiceAccount
metadata:
  name: web
  namespace: ${namespace}
  source: robots
spec: { automountToken: false }
`;

const manifest = (namespace: string) => `apiVersion: v1
kind: ServiceAccount
metadata:
  name: api
  namespace: ${namespace}
automountServiceAccountToken: false
`;

function start(files: { readonly [path: string]: string }, env: { readonly [name: string]: string } = {}): Workspace {
  const place = workspace({ '.github/countersign.yaml': RULES, ...files }, env);
  open.push(place);
  place.git('init', '--quiet', '--initial-branch=main');
  place.commit();
  return place;
}

const SAID =
  /^identities\/web\.yaml:5:14: outside-boundary: robots\/KubernetesServiceAccount\/shoop\/web is in the namespace shoop, .*: shop, metrics\. Did you mean "shop"\? — Correct the namespace or the name, or widen the boundary of robots in a pull request of its own\.$/mu;

describe('a namespace outside of the boundary', () => {
  test('is told by validate, without any live system', async () => {
    const place = start({ 'identities/web.yaml': account('shoop'), 'deploy/api.yaml': manifest('shoop') });
    const { code, stdout } = await place.run('validate');
    expect([code, stdout.trimEnd().split('\n')]).toEqual([
      1,
      [expect.stringMatching(/^deploy\/api\.yaml:5:14: outside-boundary: /u), expect.stringMatching(SAID)],
    ]);
    const one = await place.run('validate', 'identities/web.yaml');
    expect([one.code, one.stdout]).toEqual([1, expect.stringMatching(SAID)]);
    expect(place.asked).not.toContain('ROBOTS_READ');
  });

  test('is told by a plan at its place, and nothing else is planned', async () => {
    const place = start({ 'identities/web.yaml': account('shop') });
    place.write('identities/web.yaml', account('shoop'));
    const { code, stdout } = await place.run('plan', '--format', 'json');
    const { plan, assessment } = JSON.parse(stdout) as PlanFile;
    expect([code, plan.changes, assessment.incomplete, assessment.errored]).toEqual([1, [], [], true]);
    expect(assessment.diagnostics).toMatchObject([
      { code: 'outside-boundary', severity: 'error', location: { path: 'identities/web.yaml', line: 5 } },
    ]);
  });

  test('is told of a manifest, and where everything is looked at', async () => {
    const place = start({ 'deploy/api.yaml': manifest('shoop') });
    const { code, stdout } = await place.run('plan', '--all');
    expect([code, stdout]).toEqual([1, expect.stringMatching(/deploy\/api\.yaml:5:14.*namespace shoop/u)]);
  });

  test('is no reason to keep a document: it goes, and nothing is done to what it named', async () => {
    const cluster = new SmallCluster();
    const server = await FakeApiServer.start(cluster.answer);
    open.push({ remove: () => server.close() });
    const place = start({ 'identities/web.yaml': account('shoop') }, { ROBOTS_READ: server.kubeconfig });
    place.git('rm', '--quiet', 'identities/web.yaml');
    const { code, stdout } = await place.run('plan', '--format', 'json');
    const { plan, assessment } = JSON.parse(stdout) as PlanFile;
    const gone = 'robots/KubernetesServiceAccount/shoop/web';
    expect([code, assessment.complete, assessment.applyable]).toEqual([0, true, true]);
    expect(plan.changes).toMatchObject([{ address: gone, action: 'forget', steps: [], blocked: [] }]);
    expect(assessment.diagnostics).toMatchObject([{ code: 'outside-boundary', severity: 'warning', address: gone }]);
    expect(server.calls.map(({ path }) => path).filter((path) => path.includes('/shoop/'))).toEqual([]);
  });

  test('is nothing of one within', async () => {
    const place = start({ 'identities/web.yaml': account('shop'), 'deploy/api.yaml': manifest('metrics') });
    expect(await place.run('validate')).toMatchObject({ code: 0, stdout: '' });
  });
});
