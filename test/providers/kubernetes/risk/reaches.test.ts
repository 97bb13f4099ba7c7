import { describe, expect, it } from 'vitest';
import { reachesTag, reachGlob, tagGlob } from '../../../../src/core/risk/resource-glob.ts';
import { meet } from '../../../../src/core/star.ts';
import { kubernetesRisk } from '../../../../src/providers/kubernetes/risk/model.ts';

const SECRET = 'prod/shop: secrets "db"';

/** Whether an action on a resource counts as another on what a tag names. */
function counts(action: string, resource: string, tag: string, tagged = '*'): boolean {
  const principal = 'prod/KubernetesRole/shop/r';
  const reached = kubernetesRisk.reaches({ principal, action, resource, path: 'direct', power: 'use' });
  return reached.some(
    (one) => one.actions.some((done) => meet(done, tagged)) && reachesTag(tagGlob(tag), reachGlob(one.resource)),
  );
}

describe('a permission reaches', () => {
  it.each([
    ['get', 'prod/shop: secrets "db"', SECRET],
    ['get', 'prod/shop: secrets', SECRET],
    ['get', 'prod: secrets', SECRET],
    ['get', 'prod: *.""', SECRET],
    ['get', 'prod: *.*', SECRET],
    ['get', 'prod: secrets.*', SECRET],
    ['get', 'prod: *.*', 'prod: deployments.apps/scale'],
    ['get', 'prod: *.apps', 'prod: deployments.apps/scale "web"'],
    ['get', 'prod: *.apps/scale', 'prod: deployments.apps/scale'],
    ['get', 'prod/shop: secrets', 'prod/*: secrets*'],
    ['get', 'prod/shop: secrets', '*: secrets*'],
    ['get', 'prod: URL /logs/*', 'prod: URL /logs/audit'],
    ['get', 'prod: URL *', 'prod: URL /logs/audit'],
    ['bound to', 'prod: ClusterRole cluster-admin', SECRET],
    ['bound to', 'prod/shop: ClusterRole edit', SECRET],
    ['create', 'prod/shop: pods', SECRET],
    ['create', 'prod/shop: pods/exec', SECRET],
    ['impersonate', 'prod: users', SECRET],
    ['bind', 'prod/shop: roles.rbac.authorization.k8s.io', SECRET],
  ])('%s on %s: %s', (action, resource, tag) => {
    expect(counts(action, resource, tag)).toBe(true);
  });

  it.each([
    ['get', 'prod/shop: secrets', 'prod/hr: secrets "db"'],
    ['get', 'prod/shop: secrets "other"', SECRET],
    ['get', 'prod/shop: pods', SECRET],
    ['get', 'prod/shop: pods', 'prod/shop: pods/exec'],
    ['get', 'prod: *.apps', SECRET],
    ['get', 'prod: URL /logs', 'prod: URL /logs/audit'],
    ['list', 'prod: *.*', 'prod: URL /logs/audit'],
    ['create', 'prod/shop: pods', 'prod/hr: secrets "db"'],
    ['bind', 'prod/shop: roles.rbac.authorization.k8s.io', 'prod/hr: secrets "db"'],
    ['bound to', 'prod/shop: ClusterRole view', SECRET],
    ['bound to', 'prod/shop: Role r', SECRET],
  ])('%s on %s not: %s', (action, resource, tag) => {
    expect(counts(action, resource, tag)).toBe(false);
  });
});

it('counts what has objects whole as reading them, and every verb as each', () => {
  expect(counts('list', 'prod/shop: secrets', SECRET, 'get')).toBe(true);
  expect(counts('watch', 'prod/shop: secrets', SECRET, 'get')).toBe(true);
  expect(counts('*', 'prod/shop: secrets', SECRET, 'get')).toBe(true);
  expect(counts('deletecollection', 'prod/shop: secrets', SECRET, 'delete')).toBe(true);
  expect(counts('create', 'prod/shop: pods', SECRET, 'get')).toBe(true);
  expect(counts('create', 'prod/shop: pods', SECRET, 'delete')).toBe(false);
  expect(counts('constructor', 'prod/shop: secrets', SECRET, 'get')).toBe(false);
});

describe('the identities of Countersign', () => {
  const own = (options: object, facts: object | null) =>
    kubernetesRisk
      .ownIdentities(
        { name: 'prod', options: { ...options } },
        facts === null ? null : { ...EMPTY, facts: { ...facts } },
      )
      .map(({ address, resource, name, does }) => `${name} ${does}: ${address}, ${resource}`);
  const EMPTY = { source: 'prod', provider: 'kubernetes', target: {}, objects: [], unreadable: [], notModelled: [] };
  const WRITES =
    'tools/writer writes: prod/KubernetesServiceAccount/tools/writer, prod/tools: serviceaccounts/token "writer"';

  it('are those that the configuration names and that the source is read as', () => {
    const reader = { reader: 'system:serviceaccount:tools:reader' };
    const writer = { writer: 'system:serviceaccount:tools:writer' };
    expect(own(writer, reader)).toEqual([
      WRITES,
      'tools/reader reads: prod/KubernetesServiceAccount/tools/reader, prod/tools: serviceaccounts/token "reader"',
    ]);
    expect(own(writer, { reader: 'system:serviceaccount:tools:writer' })).toEqual([WRITES]);
  });

  it('are none that are no ServiceAccounts', () => {
    expect(own({}, { reader: 'alice' })).toEqual([]);
    expect(own({}, null)).toEqual([]);
  });
});
