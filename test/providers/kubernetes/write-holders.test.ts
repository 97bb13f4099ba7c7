import { afterEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/json.ts';
import { accountSubject, bindingJson } from '../../support/kubernetes-objects.ts';
import { PATHS, type SmallCluster } from '../../support/small-cluster.ts';
import { runStep, smallWorld, step, type Between } from '../../support/small-writer.ts';

const RBAC = '/apis/rbac.authorization.k8s.io/v1';
const ROLE = 'cluster/KubernetesRole/shop/orders';
const CLUSTER_ROLE = 'cluster/KubernetesClusterRole/orders';
const AT = { [ROLE]: `${PATHS.roles}/orders`, [CLUSTER_ROLE]: `${RBAC}/clusterroles/orders` };
const RULES = [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }];
const GRANTED = { rules: { pods: { get: true } } };

const DELETE = step({ kind: 'delete' }, GRANTED, null);
const EMPTY = step({ kind: 'empty', edit: { rules: [] } }, GRANTED, { rules: {} });
const EDIT = step({ kind: 'edit', edit: { rules: [] } }, GRANTED, { rules: {} });

const CLERK = accountSubject('clerk', 'billing');

/** `namespace` null: everywhere. */
function bind(cluster: SmallCluster, namespace: string | null, role: string, subjects: readonly JsonObject[]): void {
  const path = namespace === null ? `${RBAC}/clusterrolebindings` : `${RBAC}/namespaces/${namespace}/rolebindings`;
  cluster.put(`${path}/new`, bindingJson('new', namespace, role, subjects));
}

describe('a writer that is to take a role away', () => {
  const open: { close(): unknown }[] = [];
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });

  async function world(between?: Between) {
    const small = await smallWorld(open, between, { namespaces: ['shop'] });
    small.cluster.put(AT[ROLE], { metadata: { name: 'orders', namespace: 'shop' }, rules: RULES });
    small.cluster.put(AT[CLUSTER_ROLE], { metadata: { name: 'orders' }, rules: RULES });
    const listed = () => small.server.calls.filter(({ path }) => path.endsWith('bindings')).length;
    return { ...small, listed };
  }

  const TAKING = [
    ['deletes', DELETE],
    ['empties', EMPTY],
  ] as const;

  it.each(TAKING)('%s it where nobody holds it', async (_what, one) => {
    const { writer, written } = await world();
    expect(await runStep(writer, one, {}, ROLE)).toMatchObject({ kind: 'applied' });
    expect(await runStep(writer, one, {}, CLUSTER_ROLE)).toMatchObject({ kind: 'applied' });
    expect(written()).toHaveLength(2);
  });

  describe.each(TAKING)('and %s it', (_what, one) => {
    it.each<readonly [string, string, string | null, string, JsonObject]>([
      ['ServiceAccount shop/clerk', ROLE, 'shop', 'Role/orders', accountSubject('clerk')],
      ['ServiceAccount billing/clerk in shop', ROLE, 'shop', 'Role/orders', CLERK],
      ['User ann in shop', ROLE, 'shop', 'Role/orders', { kind: 'User', name: 'ann' }],
      ['Group dev in shop', CLUSTER_ROLE, 'shop', 'ClusterRole/orders', { kind: 'Group', name: 'dev' }],
      ['ServiceAccount billing/clerk everywhere', CLUSTER_ROLE, null, 'ClusterRole/orders', CLERK],
      ['ServiceAccount billing/clerk, outside of the boundary', CLUSTER_ROLE, 'billing', 'ClusterRole/orders', CLERK],
    ])('takes nothing from %s, who came after the plan', async (holder, address, namespace, role, subject) => {
      const { cluster, writer, written } = await world();
      bind(cluster, namespace, role, [subject]);
      expect(await runStep(writer, one, {}, address)).toEqual({
        kind: 'conflict',
        pointer: '',
        planned: 'held by nobody',
        found: `${holder} would lose the access of this role. Unbind them in this pull request or before it, or let the base document say onRemove: forget.`,
      });
      expect(written()).toEqual([]);
    });
  });

  it.each([
    ['of the same name in another namespace', 'billing', 'Role/orders'],
    ['of the cluster, of the same name', 'shop', 'ClusterRole/orders'],
    ['of another name', 'shop', 'Role/other'],
  ])('lets whoever holds a role %s be', async (_which, namespace, role) => {
    const { cluster, writer } = await world();
    bind(cluster, namespace, role, [CLERK]);
    expect(await runStep(writer, DELETE, {}, ROLE)).toMatchObject({ kind: 'applied' });
  });

  it('reads the whole list of bindings, however many pages it has', async () => {
    const held = bindingJson('last', 'shop', 'Role/orders', [CLERK]);
    const other = bindingJson('first', 'shop', 'Role/other', [CLERK]);
    const { writer, written } = await world(({ path, query }) => {
      if (path !== PATHS.bindings) return undefined;
      const [items, next] = query.get('continue') === 'more' ? [[held], ''] : [[other], 'more'];
      return { status: 200, body: { items, metadata: { continue: next } } };
    });
    expect(await runStep(writer, DELETE, {}, ROLE)).toMatchObject({
      kind: 'conflict',
      found: expect.stringMatching(/^ServiceAccount billing\/clerk in shop would lose/u),
    });
    expect(written()).toEqual([]);
  });

  it('looks for holders again where the role changed between its judgement and its write', async () => {
    let met = false;
    const { writer, written } = await world(({ method }, cluster) => {
      if (method !== 'DELETE' || met) return undefined;
      met = true;
      bind(cluster, 'shop', 'Role/orders', [CLERK]);
      cluster.put(AT[ROLE], { ...cluster.objects.get(AT[ROLE]) });
      return undefined;
    });
    expect(await runStep(writer, DELETE, {}, ROLE)).toMatchObject({ kind: 'conflict', planned: 'held by nobody' });
    expect(written()).toHaveLength(1);
  });

  it('says who came at the moment of the write', async () => {
    const { writer } = await world(({ method }, cluster) => {
      if (method === 'DELETE') bind(cluster, 'shop', 'Role/orders', [CLERK]);
      return undefined;
    });
    expect(await runStep(writer, DELETE, {}, ROLE)).toEqual({
      kind: 'conflict',
      pointer: '',
      planned: 'held by nobody',
      found:
        'It was given to ServiceAccount billing/clerk in shop at the moment at which it was taken away, and gives nothing any more.',
    });
  });

  const refusing =
    (ending: string, after = false): Between =>
    ({ path }, cluster) => {
      if (!path.endsWith(ending) || (after && cluster.objects.has(AT[ROLE]))) return undefined;
      return { status: 403, body: { kind: 'Status' } };
    };

  it('does not where it may not look for the holders in the namespace of a Role', async () => {
    const { writer, written } = await world(refusing('/rolebindings'));
    expect(await runStep(writer, DELETE, {}, ROLE)).toMatchObject({
      kind: 'failed',
      cause: {
        code: 'cluster-read-denied',
        cause: 'The cluster does not let this login list rolebindings in shop (403).',
      },
    });
    expect(written()).toEqual([]);
  });

  it.each(TAKING)('%s no ClusterRole where it may not look in every namespace', async (_what, one) => {
    const { writer, written } = await world(refusing('v1/rolebindings'));
    expect(await runStep(writer, one, {}, CLUSTER_ROLE)).toMatchObject({
      kind: 'failed',
      cause: {
        code: 'role-holders-unread',
        cause:
          'The login may not list RoleBindings outside of the boundary, so nobody knows who would lose the access of this role.',
        mend: 'Let the applier list them in every namespace, then plan again.',
      },
    });
    expect(written()).toEqual([]);
  });

  it('names those whom it sees where it may not look in every namespace', async () => {
    const { cluster, writer, written } = await world(refusing('v1/rolebindings'));
    bind(cluster, 'shop', 'ClusterRole/orders', [CLERK]);
    expect(await runStep(writer, DELETE, {}, CLUSTER_ROLE)).toMatchObject({
      kind: 'conflict',
      found: expect.stringMatching(/^ServiceAccount billing\/clerk in shop would lose/u),
    });
    expect(written()).toEqual([]);
  });

  it('that may not look after its write does not say that nothing was written', async () => {
    const { writer, written } = await world(refusing('/rolebindings', true));
    expect(await runStep(writer, DELETE, {}, ROLE)).toMatchObject({
      kind: 'ambiguous',
      cause: { code: 'cluster-write-unseen' },
    });
    expect(written()).toHaveLength(1);
  });

  it('that an earlier run has taken away already, takes it for done, whoever was bound to its name since', async () => {
    const { cluster, writer, listed } = await world();
    cluster.objects.delete(AT[ROLE]);
    bind(cluster, 'shop', 'Role/orders', [CLERK]);
    expect(await runStep(writer, DELETE, {}, ROLE)).toMatchObject({ kind: 'already-applied' });
    expect(listed()).toBe(0);
  });

  it('edits it as reviewed, whoever holds it', async () => {
    const { cluster, writer, listed } = await world();
    bind(cluster, 'shop', 'Role/orders', [CLERK]);
    expect(await runStep(writer, EDIT, {}, ROLE)).toMatchObject({ kind: 'applied' });
    expect(listed()).toBe(0);
  });
});
