import { describe, expect, it } from 'vitest';
import type { Attributes } from '../../../../src/core/attributes.ts';
import type { JsonObject } from '../../../../src/core/json.ts';
import type { LiveState } from '../../../../src/core/live.ts';
import type { Draft } from '../../../../src/core/ports.ts';
import { bindingBlocks, boundAlready, claimedBindings } from '../../../../src/providers/kubernetes/steps/blocks.ts';
import { accountSubject, bindingJson, liveOf } from '../../../support/kubernetes-objects.ts';

const EXPORTER = 'cluster/KubernetesServiceAccount/shop/exporter';

type Place = readonly [place: string, kind: 'Role' | 'ClusterRole', name: string];

/** Roles by place, as a document declares them; `keep`: beside others. */
function roles(places: readonly Place[], others: 'remove' | 'keep' = 'remove'): Attributes {
  const values = Map.groupBy(places, ([place]) => place);
  const kindsOf = (all: readonly Place[]) =>
    Object.fromEntries(
      [...Map.groupBy(all, ([, kind]) => kind)].map(([kind, some]) => [
        kind,
        Object.fromEntries(some.map(([, , name]) => [name, true])),
      ]),
    );
  return { roles: { others, values: Object.fromEntries([...values].map(([place, all]) => [place, kindsOf(all)])) } };
}

const NOTHING: ReadonlyMap<string, string> = new Map();

function draft(before: Attributes | null, after: Attributes | null, more: Partial<Draft> = {}): Draft {
  const action = before === null ? 'create' : after === null ? 'delete' : 'update';
  const none = { guide: null, object: null, removal: null, creates: new Map<string, null>(), declared: NOTHING };
  return { address: EXPORTER, action, before, after, ...none, released: new Set<string>(), ...more };
}

const said = (reasons: readonly { readonly code: string; readonly message: string; readonly pointer?: string }[]) =>
  reasons.map(({ code, message, pointer = '' }) => `${code} ${pointer}: ${/^[^.]*/u.exec(message)?.[0] ?? ''}`);

describe('a role that a ServiceAccount is to be bound to', () => {
  const known = liveOf({}, { roleNames: { shop: ['orders'], '*': ['view'] } });
  const unlisted = liveOf({}, { roleNames: { shop: ['orders'] } });
  const missing = (what: string) => [`bound-role-missing /roles: There is no ${what}, and this plan makes none`];

  it('that another document declares is said to be not applied', () => {
    const declared = new Map([['cluster/KubernetesRole/shop/view', 'deploy/view.yaml']]);
    const [reason] = bindingBlocks(draft(roles([]), roles([['shop', 'Role', 'view']]), { declared }), known);
    expect(reason?.message).toBe(
      'There is no Role view in shop, and this plan makes none. deploy/view.yaml declares cluster/KubernetesRole/shop/view, which is not applied: name it in a Reconciliation with the verb correct, in this pull request or before it.',
    );
  });

  it.each<readonly [string, Place, LiveState, readonly string[]]>([
    ['that is there', ['shop', 'Role', 'orders'], known, []],
    ['of the cluster, in a namespace', ['shop', 'ClusterRole', 'view'], known, []],
    ['of the cluster, everywhere', ['*', 'ClusterRole', 'view'], known, []],
    ['that is not there', ['shop', 'Role', 'view'], known, missing('Role view in shop')],
    ['of a namespace without any', ['billing', 'Role', 'orders'], known, missing('Role orders in billing')],
    [
      'of a namespace that is called like what every object has',
      ['constructor', 'Role', 'orders'],
      known,
      missing('Role orders in constructor'),
    ],
    ['of the cluster that is not there', ['shop', 'ClusterRole', 'orders'], known, missing('ClusterRole orders')],
    ['of the cluster, whose roles nobody listed', ['shop', 'ClusterRole', 'any'], unlisted, []],
    [
      'of a namespace, where nobody listed those of the cluster',
      ['shop', 'Role', 'any'],
      unlisted,
      missing('Role any in shop'),
    ],
    ['where nobody listed any', ['shop', 'Role', 'any'], liveOf({}), []],
    [
      'of one namespace, everywhere',
      ['*', 'Role', 'orders'],
      known,
      ['bound-role-missing /roles: The Role orders is of one namespace, so it cannot be bound everywhere'],
    ],
  ])('%s', (_what, place, live, expected) => {
    expect(said(bindingBlocks(draft(roles([]), roles([place])), live))).toEqual(expected);
  });

  it.each<readonly [string, Place, string]>([
    [
      'of the cluster',
      ['shop', 'ClusterRole', 'veiw'],
      'There is no ClusterRole veiw, and this plan makes none. Did you mean "view"? Declare it',
    ],
    [
      'of its namespace',
      ['shop', 'Role', 'oders'],
      'There is no Role oders in shop, and this plan makes none. Did you mean "orders"? Declare it',
    ],
    [
      'of no other place',
      ['billing', 'Role', 'oders'],
      'There is no Role oders in billing, and this plan makes none. Declare it',
    ],
  ])('is told with the one that was meant %s', (_what, place, said) => {
    const [reason] = bindingBlocks(draft(roles([]), roles([place])), known);
    expect(reason?.message).toBe(`${said}, or correct the name.`);
  });

  it('may be missing where it is bound already, or the same plan makes it', () => {
    const place: Place = ['shop', 'Role', 'gone'];
    const shared: Place = ['shop', 'ClusterRole', 'gone'];
    const bound = draft(roles([place, shared]), roles([place, shared]));
    expect(bindingBlocks(bound, known)).toEqual([]);
    const creates = new Map([
      ['cluster/KubernetesRole/shop/gone', {}],
      ['cluster/KubernetesClusterRole/gone', {}],
    ]);
    expect(bindingBlocks(draft(roles([]), roles([place, shared]), { creates }), known)).toEqual([]);
    const elsewhere = new Map([['cluster/KubernetesRole/billing/gone', {}]]);
    expect(bindingBlocks(draft(roles([]), roles([place]), { creates: elsewhere }), known)).toHaveLength(1);
  });

  it('is nothing where no roles are managed', () => {
    expect(bindingBlocks(draft({ automountToken: true }, { automountToken: false }), known)).toEqual([]);
  });
});

describe('a place outside of the boundary', () => {
  const narrow = liveOf({}, { boundary: { namespaces: ['shop'], clusterScoped: false }, roleNames: {} });
  const outside = [
    `place-outside-boundary : ${EXPORTER} is to be bound everywhere, which the boundary of its source leaves out (clusterScoped: false)`,
    `place-outside-boundary : ${EXPORTER} is to be bound in the namespace billing, which is not within the boundary of its source: shop`,
  ];
  const wish = roles([
    ['billing', 'ClusterRole', 'view'],
    ['billing', 'Role', 'orders'],
    ['*', 'ClusterRole', 'view'],
  ]);

  it('is told once, new or not, and of what is there nothing else is asked', () => {
    expect(said(bindingBlocks(draft(roles([]), wish), narrow))).toEqual(outside);
    expect(said(bindingBlocks(draft(wish, wish), narrow))).toEqual(outside);
  });
});

describe('bindings that wait for a ServiceAccount', () => {
  const live = liveOf({
    bindings: [
      bindingJson('a', 'shop', 'Role/orders', [accountSubject('exporter')]),
      bindingJson('b', null, 'ClusterRole/view', [accountSubject('other'), accountSubject('exporter')]),
      bindingJson('c', 'shop', 'ClusterRole/edit', [{ kind: 'User', name: 'system:serviceaccount:shop:exporter' }]),
      bindingJson('d', 'billing', 'Role/orders', [accountSubject('exporter', 'billing')]),
      bindingJson('e', 'shop', 'Role/others', [{ kind: 'Group', name: 'exporter' }, accountSubject('other')]),
    ],
  });
  const all: readonly Place[] = [
    ['*', 'ClusterRole', 'view'],
    ['shop', 'ClusterRole', 'edit'],
    ['shop', 'Role', 'orders'],
  ];

  it('are those that name it, by its user name, too', () => {
    expect(boundAlready(EXPORTER, live)).toEqual([
      { namespace: null, kind: 'ClusterRole', name: 'view' },
      { namespace: 'shop', kind: 'ClusterRole', name: 'edit' },
      { namespace: 'shop', kind: 'Role', name: 'orders' },
    ]);
    expect(boundAlready('cluster/KubernetesServiceAccount/shop/nobody', live)).toEqual([]);
  });

  it.each([
    ['says none of them', roles([]), 'ClusterRole view everywhere, ClusterRole edit in shop, Role orders in shop'],
    ['says some', roles(all.slice(1)), 'ClusterRole view everywhere'],
  ])('block the creation by a document that %s', (_what, after, unsaid) => {
    const message = `${EXPORTER} does not exist, and bindings would give it ${unsaid} as soon as it does. Take it out of them, or declare these roles.`;
    expect(bindingBlocks(draft(null, after), live)).toEqual([
      { code: 'bound-before-creation', message, pointer: '/roles' },
    ]);
  });

  it.each([
    ['says all of them', draft(null, roles(all))],
    ['keeps others', draft(null, roles([], 'keep'))],
    ['manages no roles', draft(null, {})],
    ['changes what is there', draft(roles(all), roles([]))],
  ])('do not block one that %s', (_what, wish) => {
    expect(bindingBlocks(wish, live)).toEqual([]);
  });

  it('give nothing new to what they hold already', () => {
    const known = liveOf(
      { bindings: [bindingJson('a', 'shop', 'Role/gone', [accountSubject('exporter')])] },
      { roleNames: {} },
    );
    expect(bindingBlocks(draft(null, roles([['shop', 'Role', 'gone']])), known)).toEqual([]);
  });
});

describe('a binding that another tool manages', () => {
  const helm = { 'meta.helm.sh/release-name': 'chart' };
  const claimed = (
    name: string,
    namespace: string | null,
    role: string,
    subjects: readonly JsonObject[],
  ): JsonObject => {
    const binding = bindingJson(name, namespace, role, subjects);
    return { ...binding, metadata: { ...(binding['metadata'] as JsonObject), annotations: helm } };
  };
  const live = liveOf({
    bindings: [
      claimed('a', 'shop', 'Role/orders', [accountSubject('exporter')]),
      claimed('b', null, 'ClusterRole/view', [accountSubject('exporter')]),
      claimed('c', 'shop', 'Role/others', [accountSubject('other')]),
      bindingJson('d', 'shop', 'ClusterRole/edit', [accountSubject('exporter')]),
    ],
  });
  const held = roles([
    ['*', 'ClusterRole', 'view'],
    ['shop', 'ClusterRole', 'edit'],
    ['shop', 'Role', 'orders'],
    ['shop', 'Role', 'others'],
  ]);
  const elsewhere = (...bindings: readonly string[]) =>
    bindings.map((binding) =>
      expect.stringContaining(`binding-managed-elsewhere /roles: The binding ${binding} is managed by Helm`),
    );

  it.each([
    ['is taken out of all of them', roles([]), ['a in shop', 'b for every namespace']],
    ['is taken out of one', roles([['*', 'ClusterRole', 'view']]), ['a in shop']],
    ['is deleted', null, ['a in shop', 'b for every namespace']],
    [
      'keeps what they give',
      roles([
        ['*', 'ClusterRole', 'view'],
        ['shop', 'Role', 'orders'],
      ]),
      [],
    ],
  ] as const)('would be written again where a ServiceAccount %s', (_what, after, bindings) => {
    expect(said(claimedBindings(draft(held, after), live))).toEqual(elsewhere(...bindings));
  });

  it('says by what it knows the tool, and where to go', () => {
    const [only] = claimedBindings(draft(held, roles([['*', 'ClusterRole', 'view']])), live);
    expect(only?.message).toMatch(
      /Helm \(.*meta\.helm\.sh.*\), which would write it again\. Take the role away there\.$/u,
    );
  });
});
