import { describe, expect, it } from 'vitest';
import type { Attributes } from '../../../src/core/attributes.ts';
import { isJsonObject, type JsonObject } from '../../../src/core/json.ts';
import type { Draft } from '../../../src/core/ports.ts';
import { kubernetes } from '../../../src/providers/kubernetes/index.ts';
import {
  accountJson,
  accountSubject,
  bindingJson,
  clusterRoleJson,
  liveOf,
  roleJson,
} from '../../support/kubernetes-objects.ts';

const EXPORTER = 'cluster/KubernetesServiceAccount/shop/exporter';
const ORDERS = 'cluster/KubernetesRole/shop/orders';
const NOTHING = liveOf({});

const roles = (...places: readonly (readonly [string, string, string])[]): Attributes => ({
  roles: {
    others: 'remove',
    values: Object.fromEntries(places.map(([place, kind, name]) => [place, { [kind]: { [name]: true } }])),
  },
});

function draft(more: Partial<Draft>): Draft {
  const none = {
    guide: null,
    object: null,
    removal: null,
    creates: new Map<string, null>(),
    declared: new Map<string, string>(),
    released: new Set<string>(),
  };
  return { address: EXPORTER, action: 'update', before: null, after: null, ...none, ...more };
}

function spelt(object: JsonObject, marks: JsonObject): JsonObject {
  return { ...object, metadata: { ...(isJsonObject(object['metadata']) ? object['metadata'] : {}), ...marks } };
}

describe('the steps of a ServiceAccount', () => {
  it('bind the new role before they take the old one away', () => {
    const { steps } = kubernetes.steps(
      draft({ before: roles(['shop', 'Role', 'old']), after: roles(['shop', 'Role', 'new']) }),
      NOTHING,
    );
    expect(steps.map(({ effect }) => effect)).toEqual([
      { kind: 'bind', namespace: 'shop', role: { kind: 'Role', name: 'new' } },
      { kind: 'unbind', namespace: 'shop', role: { kind: 'Role', name: 'old' } },
    ]);
    expect(steps[0]?.result).toEqual({
      roles: { others: 'remove', values: { shop: { Role: { old: true, new: true } } } },
    });
    expect(steps[0]?.result).toEqual(steps[1]?.expect);
  });

  it('write of the object only what differs', () => {
    const { steps } = kubernetes.steps(
      draft({
        before: {
          automountToken: true,
          labels: { others: 'remove', values: { a: '1', b: '2' } },
          imagePullSecrets: { others: 'remove', values: { x: true } },
        },
        after: {
          automountToken: false,
          labels: { others: 'remove', values: { b: '3' } },
          imagePullSecrets: { others: 'remove', values: { x: true } },
        },
      }),
      NOTHING,
    );
    expect(steps.map(({ effect }) => effect)).toEqual([
      { kind: 'edit', edit: { automountToken: false, labels: { set: { b: '3' }, remove: ['a'] } } },
    ]);
  });

  it('create with an intent, then bind', () => {
    const { steps } = kubernetes.steps(
      draft({ action: 'create', after: { automountToken: false, ...roles(['*', 'ClusterRole', 'view']) } }),
      NOTHING,
    );
    expect(steps).toMatchObject([
      { effect: { kind: 'create', edit: { automountToken: false } }, expect: null, repeat: 'intent' },
      { effect: { kind: 'bind', namespace: null }, repeat: 'idempotent' },
    ]);
    expect(steps[0]?.result).toEqual({ automountToken: false });
  });

  it('unbind before they delete, and say that it is for good', () => {
    const before = { automountToken: true, ...roles(['shop', 'Role', 'orders']) };
    const result = kubernetes.steps(draft({ action: 'delete', before }), NOTHING);
    expect(result.steps).toMatchObject([
      { effect: { kind: 'unbind' } },
      { effect: { kind: 'delete' }, expect: { automountToken: true, ...roles() }, result: null },
    ]);
    expect(result.irreversible).toMatchObject([{ code: 'service-account-deleted' }]);
  });

  it('disable by unbinding, and take away what a cloud knows it by', () => {
    const annotations = { 'eks.amazonaws.com/role-arn': 'arn', team: 'billing' };
    const live = liveOf({
      serviceAccounts: [accountJson('exporter', {}, { annotations })],
      bindings: [bindingJson('a', 'shop', 'Role/orders', [accountSubject('exporter')])],
    });
    const [object] = live.objects;
    if (object === undefined) throw new Error('it was read');
    const disabled = kubernetes.disabled(object, live);
    expect(disabled).toEqual({
      kind: 'after',
      after: { annotations: { others: 'remove', values: { team: 'billing' } }, ...roles() },
    });
    const after = disabled.kind === 'after' ? disabled.after : {};
    const before = kubernetes.project(object, { base: null, head: after }, live);
    const { steps } = kubernetes.steps(draft({ action: 'disable', before, after }), live);
    expect(steps.map(({ effect }) => effect)).toEqual([
      { kind: 'unbind', namespace: 'shop', role: { kind: 'Role', name: 'orders' } },
      { kind: 'edit', edit: { annotations: { set: {}, remove: ['eks.amazonaws.com/role-arn'] } } },
    ]);
  });

  const known = { roleNames: { shop: ['orders'], '*': ['view'] } };
  it.each([
    ['a Role that is not there', roles(['shop', 'Role', 'missing']), ['bound-role-missing']],
    ['a ClusterRole that is not there', roles(['shop', 'ClusterRole', 'orders']), ['bound-role-missing']],
    ['a Role of a namespace without any', roles(['billing', 'Role', 'orders']), ['bound-role-missing']],
    ['a Role everywhere', roles(['*', 'Role', 'view']), ['bound-role-missing']],
    ['what is there', roles(['shop', 'Role', 'orders'], ['*', 'ClusterRole', 'view']), []],
  ])('may bind %s or not', (_what, after, codes) => {
    const { blocked } = kubernetes.steps(draft({ before: roles(), after }), liveOf({}, known));
    expect(blocked.map(({ code }) => code)).toEqual(codes);
  });

  it('may bind what the same plan makes, and keep what is bound already', () => {
    const creates = new Map([['cluster/KubernetesRole/shop/missing', {}]]);
    const after = roles(['shop', 'Role', 'missing']);
    expect(kubernetes.steps(draft({ before: roles(), after, creates }), liveOf({}, known)).blocked).toEqual([]);
    expect(kubernetes.steps(draft({ before: after, after }), liveOf({}, known)).blocked).toEqual([]);
  });

  describe('where bindings wait for a ServiceAccount that does not exist', () => {
    const view = bindingJson('waiting', 'billing', 'ClusterRole/view', [accountSubject('exporter')]);
    const waiting = liveOf({ bindings: [view] }, { roleNames: { '*': ['view', 'edit'] } });
    const creating = (attributes: Attributes) =>
      kubernetes.steps(draft({ action: 'create', after: attributes }), waiting);

    it('are blocked where their document does not name what it would have', () => {
      expect(creating(roles()).blocked).toMatchObject([
        { code: 'bound-before-creation', message: expect.stringContaining('ClusterRole view in billing') },
      ]);
      expect(creating(roles(['billing', 'ClusterRole', 'edit'])).blocked).toMatchObject([
        { code: 'bound-before-creation' },
      ]);
    });

    it('expect what it names, and what it does not manage is left to the assessment of access', () => {
      const named = creating(roles(['billing', 'ClusterRole', 'view'], ['*', 'ClusterRole', 'edit']));
      expect(named.blocked).toEqual([]);
      expect(named.steps.slice(1)).toMatchObject([
        { effect: { kind: 'bind', namespace: null }, expect: roles(['billing', 'ClusterRole', 'view']) },
      ]);
      expect(creating({ roles: { others: 'keep', values: {} } }).blocked).toEqual([]);
      expect(creating({}).blocked).toEqual([]);
    });
  });

  describe('that are let go by a binding of another tool', () => {
    const binding = bindingJson('chart', 'shop', 'Role/orders', [accountSubject('exporter')]);
    const claimed = spelt(binding, { annotations: { 'meta.helm.sh/release-name': 'chart' } });
    const live = liveOf({ bindings: [claimed] });
    const held = roles(['shop', 'Role', 'orders']);

    it.each([
      ['an edit', draft({ before: held, after: roles() })],
      ['a disabling', draft({ action: 'disable', before: held, after: roles() })],
      ['a deletion', draft({ action: 'delete', before: held })],
    ])('are blocked in %s', (_what, wish) => {
      expect(kubernetes.steps(wish, live).blocked).toMatchObject([
        { code: 'binding-managed-elsewhere', message: expect.stringContaining('Helm') },
      ]);
    });

    it('are not where the role stays, or the binding is nobody else’s', () => {
      expect(kubernetes.steps(draft({ before: held, after: held }), live).blocked).toEqual([]);
      const own = liveOf({ bindings: [binding] });
      expect(kubernetes.steps(draft({ before: held, after: roles() }), own).blocked).toEqual([]);
    });
  });

  it('bind nothing outside of the boundary', () => {
    const after = roles(['billing', 'ClusterRole', 'view'], ['*', 'ClusterRole', 'view']);
    const narrow = liveOf({}, { boundary: { namespaces: ['shop'], clusterScoped: false } });
    const { blocked } = kubernetes.steps(draft({ before: roles(), after }), narrow);
    expect(blocked.map(({ code }) => code)).toEqual(['place-outside-boundary', 'place-outside-boundary']);
  });
});

describe('a name that the API server refuses', () => {
  const ACCOUNT = 'cluster/KubernetesServiceAccount/shop/';
  const ROLE = 'cluster/KubernetesRole/shop/';

  it.each([
    ['of a ServiceAccount, with other letters', `${ACCOUNT}Exporter`, ['cluster-name-invalid']],
    ['of a ServiceAccount, with other characters', `${ACCOUNT}the_exporter`, ['cluster-name-invalid']],
    ['of a ServiceAccount, with a dot at its end', `${ACCOUNT}exporter.`, ['cluster-name-invalid']],
    ['of a ServiceAccount, too long', `${ACCOUNT}${'a'.repeat(254)}`, ['cluster-name-invalid']],
    ['of a role, with a percent sign', `${ROLE}a%25b`, ['cluster-name-invalid']],
    ['of a role, of dots', `${ROLE}..`, ['cluster-name-invalid']],
  ])('blocks the creation: %s', (_what, address, codes) => {
    const { blocked } = kubernetes.steps(draft({ address, action: 'create', after: {} }), NOTHING);
    expect(blocked.map(({ code }) => code)).toEqual(codes);
  });

  it.each([`${ACCOUNT}exporter-2.shop`, `${ROLE}shop%3AThe%20Exporter_1`])('is none of these: %s', (address) => {
    expect(kubernetes.steps(draft({ address, action: 'create', after: {} }), NOTHING).blocked).toEqual([]);
  });
});

describe('the steps of a role', () => {
  const held = liveOf({
    roles: [roleJson('orders', [])],
    clusterRoles: [clusterRoleJson('orders', {})],
    bindings: [
      bindingJson('a', 'shop', 'Role/orders', [accountSubject('exporter'), { kind: 'Group', name: 'dev' }]),
      bindingJson('b', 'billing', 'Role/orders', [accountSubject('other')]),
      bindingJson('c', null, 'ClusterRole/orders', [accountSubject('everywhere')]),
    ],
  });

  it('delete nothing that others are bound to, naming them', () => {
    const { blocked } = kubernetes.steps(draft({ address: ORDERS, action: 'delete', before: {} }), held);
    expect(blocked.map(({ code }) => code)).toEqual(['role-still-bound']);
    expect(blocked[0]?.message).toContain('Group dev in shop, ServiceAccount shop/exporter would lose');
    expect(blocked[0]?.message).not.toMatch(/other|everywhere/u);
  });

  it('may delete what the same plan lets go of', () => {
    const live = liveOf({ bindings: [bindingJson('a', 'shop', 'Role/orders', [accountSubject('exporter')])] });
    const deletion = draft({ address: ORDERS, action: 'delete', before: {}, released: new Set([EXPORTER]) });
    expect(kubernetes.steps(deletion, live)).toMatchObject({ blocked: [], steps: [{ effect: { kind: 'delete' } }] });
  });

  it('disable by emptying it, unless somebody is bound to it', () => {
    const free = liveOf({ roles: [roleJson('orders', [])] });
    const [object] = free.objects;
    if (object === undefined) throw new Error('it was read');
    expect(kubernetes.disabled(object, free)).toEqual({ kind: 'after', after: { rules: {} } });
    expect(kubernetes.disabled(object, held)).toMatchObject({
      kind: 'blocked',
      blocked: [{ code: 'role-still-bound' }],
    });
  });

  it('take the gathered rules of an aggregated role away where it is to have none', () => {
    const before = { aggregation: { 'a=b': true }, rules: {} } as const;
    const after = { aggregation: null, rules: {} } as const;
    const address = 'cluster/KubernetesClusterRole/all';
    const { steps } = kubernetes.steps(draft({ address, action: 'disable', before, after }), NOTHING);
    expect(steps.map(({ effect }) => effect)).toEqual([{ kind: 'empty', edit: { rules: [], aggregation: null } }]);
  });

  it('empty it whoever is bound to it where its document says that it has no rules', () => {
    const [before, after] = [{ rules: { pods: { get: true } } }, { rules: {} }] as const;
    const update = kubernetes.steps(draft({ address: ORDERS, action: 'update', before, after }), held);
    expect(update).toMatchObject({ blocked: [], steps: [{ effect: { kind: 'edit', edit: { rules: [] } } }] });
  });

  it('make a role with rules of its own an aggregated one, whose rules the cluster writes', () => {
    const live = liveOf({
      clusterRoles: [clusterRoleJson('orders', { rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }] })],
    });
    const [object] = live.objects;
    if (object === undefined) throw new Error('it was read');
    const { address, kind } = object;
    const spec = { aggregationRule: { clusterRoleSelectors: [{ matchLabels: { a: 'b' } }] } };
    const context = { source: 'cluster', address, mode: 'authoritative', live, resolve: String } as const;
    const after = kubernetes.normalize(kind, spec, context);
    const before = kubernetes.project(object, { base: null, head: after }, live);
    expect([before, after]).toEqual([
      { aggregation: null, rules: { pods: { get: true } } },
      { aggregation: { 'a=b': true }, rules: {} },
    ]);
    expect(kubernetes.permissions(address, before)).toMatchObject([{ action: 'get' }]);
    const { steps } = kubernetes.steps(draft({ address, before, after }), live);
    expect(steps.map(({ effect }) => effect)).toEqual([
      { kind: 'edit', edit: { aggregation: [{ matchLabels: { a: 'b' } }] } },
    ]);
  });

  it('write rules whole, and make an aggregated role one with rules of its own', () => {
    const before = { aggregation: { 'a=b': true }, rules: {} } as const;
    const after = { aggregation: null, rules: { pods: { get: true } } } as const;
    const address = 'cluster/KubernetesClusterRole/orders';
    const { steps } = kubernetes.steps(draft({ address, before, after }), NOTHING);
    expect(steps.map(({ effect }) => effect)).toEqual([
      { kind: 'edit', edit: { rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }], aggregation: null } },
    ]);
  });
});
