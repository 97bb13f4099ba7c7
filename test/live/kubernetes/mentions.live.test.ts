import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { PlanFile } from '../../../src/cli/plan-file.ts';
import { CONFIGURATION, workspace, type Workspace } from '../../cli/workspace.ts';
import { Cluster } from './cluster.ts';

const document = (kind: string, name: string, namespace: string, spec: string) => `apiVersion: countersign.dev/v1
kind: ${kind}
metadata: { name: ${name}, namespace: ${namespace}, source: cluster, owner: owners, purpose: testing }
spec:
${spec}`;

const RULES = '  rules: [{ apiGroups: [""], resources: [pods], verbs: [get] }]\n';

describe('the namespaces that documents name', () => {
  let running: Cluster | null = null;
  const cluster = () => {
    if (running === null) throw new Error('the cluster was not started');
    return running;
  };
  beforeAll(async () => {
    running = await Cluster.start(['shop', 'billing']);
  });
  afterAll(async () => {
    await running?.live.close();
  });

  function place(boundary: string): Workspace {
    const configuration = CONFIGURATION.replaceAll('robots', 'cluster')
      .replace('provider: memory', 'provider: kubernetes')
      .replace('mode: authoritative', `mode: authoritative\n    boundary: ${boundary}`);
    const made = workspace(
      { '.github/countersign.yaml': configuration },
      { ROBOTS_READ: cluster().live.kubeconfig('reader') },
    );
    onTestFinished(() => made.remove());
    made.git('init', '--quiet', '--initial-branch=main');
    made.commit();
    return made;
  }

  /** Each reason with the line of the document that it is shown on. */
  async function blocked(at: Workspace) {
    const { stdout, stderr } = await at.run('plan', '--base', 'main', '--format', 'json');
    if (stdout === '') throw new Error(stderr);
    const { plan, assessment } = JSON.parse(stdout) as PlanFile;
    const reasons = plan.changes.flatMap(({ address, blocked: all }, index) =>
      all.map(({ code, message, pointer = '' }) => {
        const { locations, location } = assessment.changes[index] ?? {};
        return [address, code, message.split(',')[0], (locations?.[pointer] ?? location)?.line];
      }),
    );
    expect(assessment).toMatchObject({ complete: true, applyable: reasons.length === 0 });
    return reasons;
  }

  it('and are not there block the plan', async () => {
    const at = place('{}');
    at.write('identities/role.yaml', document('KubernetesRole', 'orders', 'shpo', RULES));
    at.write(
      'identities/account.yaml',
      document(
        'KubernetesServiceAccount',
        'exporter',
        'shop',
        '  roles:\n    - { clusterRole: view, namespace: billing }\n    - { clusterRole: view, namespace: biling }\n',
      ),
    );
    expect(await blocked(at)).toEqual([
      ['cluster/KubernetesRole/shpo/orders', 'kubernetes-namespace-missing', 'There is no namespace shpo', 1],
      [
        'cluster/KubernetesServiceAccount/shop/exporter',
        'kubernetes-namespace-missing',
        'There is no namespace biling',
        7,
      ],
    ]);
  });

  it('and are there block nothing', async () => {
    const at = place('{}');
    at.write('identities/role.yaml', document('KubernetesRole', 'orders', 'shop', RULES));
    at.write(
      'identities/account.yaml',
      document(
        'KubernetesServiceAccount',
        'exporter',
        'shop',
        '  roles: [{ clusterRole: view, namespace: billing }, { role: orders }]\n',
      ),
    );
    expect(await blocked(at)).toEqual([]);
  });

  it('and ClusterRoles besides, where the boundary leaves out what is of no namespace', async () => {
    const at = place('{ namespaces: [shop, billing], clusterScoped: false }');
    at.write(
      'identities/account.yaml',
      document(
        'KubernetesServiceAccount',
        'exporter',
        'shop',
        '  roles:\n    - { clusterRole: view, namespace: billing }\n    - { clusterRole: veiw, namespace: billing }\n',
      ),
    );
    expect(await blocked(at)).toEqual([
      ['cluster/KubernetesServiceAccount/shop/exporter', 'bound-role-missing', 'There is no ClusterRole veiw', 7],
    ]);
  });
});
