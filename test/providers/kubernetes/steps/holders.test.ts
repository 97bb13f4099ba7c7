import { describe, expect, it } from 'vitest';
import { holderBlocks } from '../../../../src/providers/kubernetes/steps/holders.ts';
import { accountSubject, bindingJson, liveOf } from '../../../support/kubernetes-objects.ts';

const ORDERS = 'cluster/KubernetesRole/shop/orders';
const VIEW = 'cluster/KubernetesClusterRole/view';
const EXPORTER = 'cluster/KubernetesServiceAccount/shop/exporter';
const BOUNDARY = { boundary: { namespaces: ['shop'] } };

const bindings = [
  bindingJson('z', 'shop', 'Role/orders', [accountSubject('exporter')]),
  bindingJson('a', 'shop', 'Role/orders', [
    { kind: 'User', name: 'ann' },
    { kind: 'Group', name: 'dev' },
  ]),
  bindingJson('b', 'shop', 'Role/other', [accountSubject('of-another-role')]),
  bindingJson('c', 'shop', 'ClusterRole/orders', [accountSubject('of-a-role-of-the-cluster')]),
  bindingJson('d', null, 'ClusterRole/view', [accountSubject('exporter')]),
  bindingJson('e', 'shop', 'ClusterRole/view', [{ kind: 'User', name: 'system:serviceaccount:shop:exporter' }]),
  bindingJson('f', 'shop', 'Role/view', [accountSubject('of-a-role-of-the-same-name')]),
  bindingJson('g', 'billing', 'Role/orders', [accountSubject('of-another-namespace')]),
  bindingJson('h', 'billing', 'ClusterRole/view', [accountSubject('exporter'), accountSubject('clerk', 'billing')]),
];

/** Who would lose the access, and every other reason by its code. */
function losers(address: string, live = liveOf({ bindings }), released: readonly string[] = []): readonly string[] {
  return holderBlocks(address, live, new Set(released)).flatMap(({ code, message }) =>
    code === 'role-still-bound' ? message.replace(/ would lose .*$/u, '').split(', ') : [code],
  );
}

describe('whoever would lose the access of a role', () => {
  it('is everybody who is bound to it, by name, in the places where they are', () => {
    expect(losers(ORDERS)).toEqual(['Group dev in shop', 'ServiceAccount shop/exporter', 'User ann in shop']);
    expect(losers(VIEW)).toEqual([
      'ServiceAccount billing/clerk',
      'ServiceAccount shop/exporter',
      'ServiceAccount shop/exporter everywhere',
      'ServiceAccount shop/exporter in billing',
    ]);
  });

  it('is nobody whom the same plan unbinds first', () => {
    expect(losers(ORDERS, liveOf({ bindings }), [EXPORTER])).toEqual(['Group dev in shop', 'User ann in shop']);
    expect(losers(VIEW, liveOf({ bindings }), [EXPORTER])).toEqual(['ServiceAccount billing/clerk']);
  });

  it('is told from those whom nobody can let go of here', () => {
    const live = liveOf({ bindings }, { ...BOUNDARY, whole: true });
    const beyond = ['ServiceAccount billing/clerk, outside of the boundary'];
    expect(holderBlocks(VIEW, live, new Set([EXPORTER]))).toMatchObject([
      {
        code: 'role-still-bound',
        message: expect.stringContaining(
          `${beyond[0]}, ServiceAccount shop/exporter in billing, outside of the boundary`,
        ),
      },
    ]);
    expect(losers(ORDERS, live, [EXPORTER])).toEqual(['Group dev in shop', 'User ann in shop']);
  });

  it('is unknown where the bindings outside of the boundary could not be read, for a role of the cluster alone', () => {
    const unseen = liveOf({ bindings }, { ...BOUNDARY, whole: false });
    expect(losers(VIEW, unseen)).toEqual([
      'ServiceAccount shop/exporter',
      'ServiceAccount shop/exporter everywhere',
      'role-holders-unread',
    ]);
    expect(losers(VIEW, unseen, [EXPORTER])).toEqual(['role-holders-unread']);
    expect(losers(ORDERS, unseen, [EXPORTER])).toEqual(['Group dev in shop', 'User ann in shop']);
  });

  it('is nobody of a role that nobody holds, or that cannot be', () => {
    expect(losers('cluster/KubernetesRole/shop/free')).toEqual([]);
    expect(losers('cluster/KubernetesClusterRole/free')).toEqual([]);
    expect(losers('cluster/KubernetesClusterRole/..', liveOf({}, { ...BOUNDARY, whole: false }))).toEqual([]);
  });

  it('is nobody unless the plan is told to let go', () => {
    expect(holderBlocks(ORDERS, liveOf({ bindings: bindings.slice(0, 1) }))).toMatchObject([
      { code: 'role-still-bound' },
    ]);
  });
});
