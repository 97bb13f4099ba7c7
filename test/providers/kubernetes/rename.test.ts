import { describe, expect, it } from 'vitest';
import type { SourceConfiguration } from '../../../src/core/configuration.ts';
import { kubernetes } from '../../../src/providers/kubernetes/index.ts';
import { accountJson, accountSubject, bindingJson, liveOf, roleJson } from '../../support/kubernetes-objects.ts';
import { planWish, type Declared } from '../../support/planning.ts';

const SOURCE: SourceConfiguration = {
  name: 'cluster',
  provider: 'kubernetes',
  connection: { read: 'R', write: 'W' },
  mode: 'authoritative',
  boundary: {},
  options: {},
  manifests: [],
  owner: 'owner',
};
const RULES = [{ apiGroups: ['shop.example'], resources: ['orders'], verbs: ['get'] }];
const [ACCOUNT, OLD, NEW] = ['ServiceAccount/shop/exporter', 'Role/shop/orders-reader', 'Role/shop/orders-viewer'];

const role = (name: string): Declared => ({ kind: 'KubernetesRole', name, namespace: 'shop', spec: { rules: RULES } });
const account = (...roles: readonly object[]): Declared => ({
  kind: 'KubernetesServiceAccount',
  name: 'exporter',
  namespace: 'shop',
  spec: { roles: roles.map((one) => ({ ...one })) },
});

const HELD = [role('orders-reader'), account({ role: 'orders-reader' })];
const RENAMED = [role('orders-viewer'), account({ role: 'orders-viewer' })];

async function plan(head: readonly Declared[], ...others: readonly string[]) {
  const subjects = ['exporter', ...others].map((name) => accountSubject(name));
  const live = liveOf({
    serviceAccounts: [accountJson('exporter')],
    roles: [roleJson('orders-reader', RULES)],
    bindings: [bindingJson('orders', 'shop', 'Role/orders-reader', subjects)],
  });
  const reader = {
    identify: async () => await Promise.resolve(live.target),
    read: async () => await Promise.resolve(live),
    close: async () => await Promise.resolve(),
  };
  const { changes } = (await planWish(SOURCE, kubernetes, reader, { base: HELD, head })).plan;
  const short = (text: string) => text.replace('cluster/Kubernetes', '');
  return {
    actions: Object.fromEntries(changes.map(({ address, action }) => [short(address), action])),
    blocked: changes.flatMap(({ blocked }) => blocked.map(({ code }) => code)),
    waits: Object.fromEntries(
      changes.map(({ address, steps }) => [short(address), steps[0]?.dependsOn.map((id) => short(id))]),
    ),
  };
}

describe('a role that is removed without onRemove: delete', () => {
  it('may get another name together with its only holder, who is bound anew before the old one loses its rules', async () => {
    expect(await plan(RENAMED)).toEqual({
      actions: { [ACCOUNT]: 'update', [OLD]: 'disable', [NEW]: 'create' },
      blocked: [],
      waits: { [ACCOUNT]: [`${NEW}#1`], [OLD]: [expect.stringContaining(`${ACCOUNT}#`)], [NEW]: [] },
    });
  });

  it('may go together with its holder', async () => {
    const { actions, blocked, waits } = await plan([]);
    expect([actions, blocked]).toEqual([{ [ACCOUNT]: 'disable', [OLD]: 'disable' }, []]);
    expect(waits[OLD]).toEqual([expect.stringContaining(`${ACCOUNT}#`)]);
  });

  it('stays while anybody else holds it, or while its holder does', async () => {
    expect((await plan(RENAMED, 'other')).blocked).toEqual(['role-still-bound']);
    expect((await plan([account({ role: 'orders-reader' })])).blocked).toEqual(['role-still-bound']);
  });
});
