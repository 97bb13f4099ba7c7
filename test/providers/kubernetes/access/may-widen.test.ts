import { describe, expect, it } from 'vitest';
import type { Attributes } from '../../../../src/core/attributes.ts';
import { kubernetesAccess } from '../../../../src/providers/kubernetes/access/access-model.ts';
import { permissionsOf } from '../../../../src/providers/kubernetes/access/permissions.ts';
import { change } from './cluster.ts';

const WEB = 'KubernetesServiceAccount/shop/web';
const ROLE = 'KubernetesRole/shop/reader';
const CLUSTER_ROLE = 'KubernetesClusterRole/reader';

const BOUND: Attributes = { roles: { others: 'remove', values: { shop: { Role: { reader: true } } } } };
const UNBOUND: Attributes = { roles: { others: 'remove', values: {} } };
const labels = (values: { readonly [label: string]: string }): Attributes => ({ labels: { others: 'keep', values } });
const rules = (...verbs: readonly string[]): Attributes => ({
  rules: { pods: Object.fromEntries(verbs.map((verb) => [verb, true])) },
});

describe('what may widen access although nothing is given', () => {
  it.each<[string, string, Attributes | null, Attributes]>([
    ['a ServiceAccount that is made: bindings may name it already', WEB, null, UNBOUND],
    ['a label of a ClusterRole, which may be selected', CLUSTER_ROLE, labels({}), labels({ team: 'shop' })],
    ['one that is taken away, without which it may be', CLUSTER_ROLE, labels({ hidden: 'true' }), labels({})],
    ['another value', CLUSTER_ROLE, labels({ team: 'a' }), labels({ team: 'b' })],
    ['other selectors', CLUSTER_ROLE, { aggregation: { 'a=b': true } }, { aggregation: { 'c=d': true } }],
    ['selectors instead of rules', CLUSTER_ROLE, { aggregation: null, ...rules('get') }, { aggregation: { a: true } }],
    ['a ClusterRole that is made with a label', CLUSTER_ROLE, null, labels({ team: 'shop' })],
  ])('%s', (_, address, before, after) => {
    expect(permissionsOf(`prod/${address}`, after)).toEqual([]);
    expect(kubernetesAccess.mayWiden(change(address, before, after))).toBe(true);
  });
});

describe('what gives nothing that its own gains do not say', () => {
  it.each<[string, string, Attributes | null, Attributes | null]>([
    ['a binding that goes', WEB, BOUND, UNBOUND],
    ['one that comes', WEB, UNBOUND, BOUND],
    ['a ServiceAccount that is deleted', WEB, BOUND, null],
    ['fewer rules', CLUSTER_ROLE, rules('get', 'list'), rules('get')],
    [
      'more rules',
      CLUSTER_ROLE,
      { ...rules('get'), ...labels({ a: 'b' }) },
      { ...rules('get', 'list'), ...labels({ a: 'b' }) },
    ],
    ['a ClusterRole that is deleted', CLUSTER_ROLE, { ...rules('get'), ...labels({ team: 'shop' }) }, null],
    ['a ClusterRole that is made without labels', CLUSTER_ROLE, null, { ...rules('get'), aggregation: null }],
    ['a label of a Role, which nothing selects', ROLE, labels({}), labels({ team: 'shop' })],
    ['a Role that is made', ROLE, null, rules('get')],
  ])('%s', (_, address, before, after) => {
    expect(kubernetesAccess.mayWiden(change(address, before, after))).toBe(false);
  });

  it('an end of everything that is reversible', () => {
    const disabled = { ...change(CLUSTER_ROLE, labels({ team: 'shop' }), labels({})), action: 'disable' as const };
    expect(kubernetesAccess.mayWiden(disabled)).toBe(false);
  });
});
